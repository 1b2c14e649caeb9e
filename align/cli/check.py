"""align check: what the translation says otherwise than the source, what it leaves out, and what it adds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

import click

from align.checks import SEVERITIES
from align.cli import options, output
from align.cli.checking import Checked, Settings
from align.cli.running import results, tasks
from align.cli.warnings import warn
from align.errors import InputError
from align.files import load, save, spared
from align.project import project
from align.project.config import Config
from align.reports import REPORTS
from align.triage import baseline
from align.triage import severity as selection
from align.triage.silence import configured, unused


@click.command("check")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--format", "to", type=click.Choice(list(REPORTS)), help="Default: by extension of OUT, else text.")
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="OUT", help="File to write, - for standard output; repeatable."
)
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules; repeatable, or with commas.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules; repeatable, or with commas.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Exit with 1 from this severity up; default: error.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; 2 stays 2.")
@click.option("--baseline", "known", metavar="FILE", help="Findings that are known already.")
@click.option("--write-baseline", is_flag=True, help="Write what is found to the FILE of --baseline.")
@click.option("--names", is_flag=True, help="Print the names and how they are translated, and no findings.")
@click.option("--ledger", metavar="FILE", help="Names as the house spells them; with --names new ones are added to it.")
@options.decided
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Processes.")
@options.languages
@options.days
@click.option("--lines", is_flag=True, help="Each line is a segment.")
@click.option("--pair", "paired", is_flag=True, help="The two articles are a pair, whatever align.toml says of them.")
@options.knowledge
def command(
    inputs: tuple[str, ...],
    to: str | None,
    outputs: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    exit_zero: bool,
    known: str | None,
    write_baseline: bool,
    names: bool,
    ledger: str | None,
    decided: str | None,
    jobs: int,
    source_lang: str | None,
    target_lang: str | None,
    published: date | None,
    target_date: date | None,
    lines: bool,
    paired: bool,
    engine: str | None,
    lexicons: tuple[str, ...],
    glossaries: tuple[str, ...],
) -> int:
    """Check that names, dates and numbers say the same in both languages, and that nothing is left out.

    Two articles are a pair; an article of a pair in align.toml stands for that pair; alignment files (JSON), TMX and XLIFF
    may be as many as you like. Without INPUT all pairs of align.toml are checked.

    Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 an input could not be read.
    """
    here = project()
    config = here.config
    choice, _ = options.engine_of(engine, config.engine)
    selected, ignored = selection.split(select, "--select"), selection.split(ignore, "--ignore")
    rules = selection.chosen(
        selected or config.select, ignored or (() if selected else config.ignore)
    )  # what is asked for by name is not ignored because the project does
    if write_baseline and not (known or config.baseline):
        raise click.UsageError("--write-baseline: which file? give --baseline FILE too")
    if names and to:
        raise click.UsageError("--names prints a table and has no --format")
    wanted = [] if names else output.wanted(outputs, to)
    work, notes, wrong = tasks(inputs, here, paired)
    baseline_file = known or (here.at(config.baseline) if config.baseline else "")
    before = _baseline(baseline_file, write_baseline) if baseline_file and not names else frozenset()
    ledger_file = ledger or (here.at(config.ledger) if config.ledger else "")
    lexicons, glossaries = lexicons or here.every(config.lexicon), glossaries or here.every(config.glossary)
    decided_file = decided or (here.at(config.decisions) if config.decisions else None)
    read = [path for task in work for path in (task.source, task.target)]
    read += [*lexicons, *glossaries, decided_file or "", config.name, ledger_file]
    written = list(outputs)
    spared([*written, baseline_file] if write_baseline else written, read)
    spared(written, [baseline_file])
    settings = Settings(
        source_lang or config.source_lang,
        target_lang or config.target_lang,
        published,
        target_date,
        config.date,
        lines,
        lexicons,
        glossaries,
        ledger_file if not names or os.path.exists(ledger_file) else "",  # noqa: PTH110 - "" is no file
        rules,
        options.decisions(decided_file),
        len(work) == 1 and bool(decided),
        names,
        choice,
    )
    for note in notes:
        warn(note)
    checked: list[Checked] = []
    for result in results(work, settings, jobs):
        checked += result.checked
        click.echo(result.notes, err=True, nl=False)
        if result.error:
            wrong.append(result.error)
    for message in dict.fromkeys(wrong):  # a broken glossary is one fault, not one for each pair
        click.echo(f"align: {message}", err=True)
    if not checked:
        return 2 if wrong else 0
    if names:
        output.names(checked, outputs, ledger_file)
        return 2 if wrong else 0
    checked = [_judged(item, config) for item in checked]
    if not inputs and not wrong and not selected and not ignored:
        for silence in unused([item.report for item in checked], config.silence):
            warn(f"{config.name}:{silence.line}: no finding is {silence.fingerprint} any more (remove it)")
    if baseline_file:
        checked = _known(checked, before, baseline_file, rules, write_baseline)
    output.write(checked, wanted, rules, config.severity, settings.decisions)
    if wrong:
        return 2
    bar = fail_on or config.fail_on or "error"
    return int(selection.failing([item.report for item in checked], bar) and not exit_zero)


def _judged(item: Checked, config: Config) -> Checked:
    """The report with the severities and silences of align.toml."""
    report = selection.graded(item.report, config.severity)
    return item.with_report(configured(report, config.silence, config.name.rsplit("/", 1)[-1]))


def _baseline(path: str, new: bool) -> frozenset[baseline.Entry]:
    if new and not os.path.exists(path):  # noqa: PTH110
        return frozenset()
    try:
        return baseline.read(load(path), path)
    except InputError as error:
        if error.what == "no such file":
            raise InputError(path, error.what, "--write-baseline makes it") from None
        raise


def _known(
    checked: Sequence[Checked], before: frozenset[baseline.Entry], path: str, rules: Sequence[str], new: bool
) -> list[Checked]:
    """The reports with what the baseline knows silenced; with `new` the file is written first."""
    keyed = [(output.key(item, path), item.report) for item in checked]
    if new:
        before = baseline.refreshed(before, keyed, rules)
        save(path, lambda out: baseline.write(before, out))
        click.echo(f"align: {path}: {len(before)} finding{'s' if len(before) != 1 else ''}", err=True)
    for entry in baseline.stale(before, keyed, rules):
        pair = " | ".join(entry.pair)
        warn(f"{path}: not found any more: {entry.rule} in {pair}: {entry.text} (--write-baseline takes it out)")
    return [
        item.with_report(baseline.apply(item.report, pair, before))
        for item, (pair, _) in zip(checked, keyed, strict=True)
    ]

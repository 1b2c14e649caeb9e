"""align check: what the translation says otherwise than the source, what it leaves out, and what it adds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import click

from align.checks import SEVERITIES
from align.cli import check_cache, check_output, check_triage, options
from align.cli.check_cache import Kept
from align.cli.check_inputs import Task, tasks
from align.cli.check_jobs import results
from align.cli.check_reports import Checked
from align.cli.check_settings import Asked, Files, Settings, rules
from align.cli.warnings import warn_all
from align.errors import visible
from align.project import Project, named, project
from align.reports import REPORTS
from align.reports.options import Failed
from align.triage import severity as selection


@click.command("check")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--format", "to", type=click.Choice(list(REPORTS)), help="Default: by extension of OUT, else text.")
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="OUT", help="File to write, - for standard output; repeatable."
)
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules; repeatable, or with commas.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules; repeatable, or with commas.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Exit with 1 from this severity up; default: error.")
@click.option(
    "--min-probability", type=click.FloatRange(0, 1), metavar="P", help="Only findings as likely as that to be right."
)
@click.option("--info/--no-info", "info", default=None, help="Show infos; default: all but on a terminal.")
@click.option("--statistics", is_flag=True, help="In the text, how many findings each rule has, and not what they are.")
@click.option("-q", "--quiet", is_flag=True, help="In the text, only how many findings there are.")
@click.option("--fix", is_flag=True, help="Write what repairs findings into the translations, and check them again.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; 2 stays 2.")
@click.option("--baseline", "known", metavar="FILE", help="Findings that are known already.")
@click.option("--write-baseline", is_flag=True, help="Write what is found to the FILE of --baseline.")
@click.option("--names", is_flag=True, help="Print the names and how they are translated, and no findings.")
@click.option("--ledger", metavar="FILE", help="Names as the house spells them; with --names new ones are added to it.")
@options.decided
@click.option(
    "--cache", metavar="DIR", help="Keep results there; default: .align-cache beside align.toml, if there is one."
)
@click.option("--config", metavar="FILE", help="An align.toml or pyproject.toml; default: the nearest one above.")
@click.option("--changed-since", metavar="REV", help="Only inputs that differ from that revision, by git.")
@click.option("--no-cache", is_flag=True, help="Check anew, and keep nothing.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Processes.")
@partial(options.languages, several=True)
@options.days
@click.option("--lines", is_flag=True, help="Each line is a segment.")
@click.option(
    "--pair",
    "paired",
    is_flag=True,
    help="The articles are a source and its translations, whatever align.toml says of them.",
)
@options.knowledge
def command(**given: Any) -> int:
    """Check that names, dates and numbers say the same in both languages, and that nothing is left out.

    Two articles are a pair, more of them a source and its translations in different languages, which are looked at in the
    light of each other; an article of a pair in align.toml stands for that pair; alignment files (JSON), TMX and XLIFF may
    be as many as you like. Without INPUT all pairs of align.toml are checked.

    Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 an input could not be read.
    """
    asked = Asked(**given)
    here = named(asked.config) if asked.config else project()
    engine, models = options.engine_of(asked.engine, here.config.engine)
    wanted = rules(asked, here)
    outputs = [] if asked.names else check_output.wanted(asked.outputs, asked.to)
    work, notes, wrong = tasks(asked.inputs, here, asked.paired)
    files = Files.of(asked, here)
    if asked.changed_since:
        work, notes = _changed(asked.changed_since, work, notes, [here.config.name, *files.every])
    known = (
        frozenset()
        if asked.names or not files.baseline
        else check_triage.read_baseline(files.baseline, asked.write_baseline)
    )
    files.spared(asked, here, [path for task in work for path in task.paths])
    settings = Settings.of(asked, here, files, wanted, engine, len(work))
    warn_all(notes)
    kept = None if asked.names or asked.fix or settings.decisions else _kept(asked, here, settings, models)
    checked, faults = _checked(work, settings, asked.jobs, wrong, kept)
    if faults and not checked and not any(REPORTS[name].machine for _, name in outputs):
        return 2
    if asked.names:
        check_output.names(checked, asked.outputs, files.ledger)
        return 2 if faults else 0
    least = here.config.min_probability if asked.min_probability is None else asked.min_probability
    if asked.fix:
        from align.cli import check_fix

        shown = [check_triage.shown(item, here, least, known, files.baseline) for item in checked]
        checked = check_fix.write(checked, shown, work, settings)
    checked = [check_triage.judged(item, here, least) for item in checked]
    whole = not asked.inputs and not asked.changed_since and not faults
    if whole and asked.all_rules:
        check_triage.warn_unused(checked, here)
    if files.baseline and checked:
        checked = check_triage.known(checked, known, files.baseline, wanted, asked.write_baseline, whole)
    check_output.write(checked, faults, outputs, wanted, here, settings.decisions, asked)
    if faults:
        return 2
    bar = asked.fail_on or here.config.fail_on or "error"
    return int(selection.failing([item.report for item in checked], bar) and not asked.exit_zero)


def _changed(
    revision: str, work: Sequence[Task], notes: Sequence[str], files: Sequence[str]
) -> tuple[list[Task], list[str]]:
    """The inputs that differ from a revision, and the warnings with what is to be said of it."""
    from align.cli import check_changed

    kept, note = check_changed.since(revision, work, files)
    return kept, [*notes, note] if note else [*notes]


def _kept(asked: Asked, here: Project, settings: Settings, models: str) -> Kept | None:
    """What earlier runs have found, None where nothing is kept."""
    folder = check_cache.folder(asked.cache, asked.no_cache, here)
    return Kept.of(folder, settings, models) if folder else None


def _checked(
    work: Sequence[Task], settings: Settings, jobs: int, wrong: Sequence[Failed], kept: Kept | None
) -> tuple[list[Checked], list[Failed]]:
    """What came of the inputs, and all that is wrong with inputs; what is to be said of either is said."""
    found: list[Checked] = []
    faults = [*wrong]
    for result in results(work, settings, jobs, kept):
        found += result.checked
        click.echo(result.notes, err=True, nl=False)
        if result.failed:
            faults.append(result.failed)
    for message in dict.fromkeys(
        each.message for each in faults
    ):  # a broken glossary is one fault, not one for each pair
        click.echo(f"align: {visible(message)}", err=True)
    return found, faults

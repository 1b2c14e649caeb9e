"""align pair: one article and its translation."""

from __future__ import annotations

import os
import shutil
import sys
import time
from datetime import date

import click

from align import knowledge
from align.articles import Reading
from align.cli import options
from align.cli import warnings as articles
from align.files import save, spared
from align.formats import FORMATS, of_file, written
from align.formats.options import Options
from align.model import Alignment
from align.project import project


@click.command("pair")
@click.argument("source")
@click.argument("target")
@click.option(
    "-o", "--output", multiple=True, metavar="OUT", help="File to write, its format by extension; repeatable."
)
@click.option(
    "--to", "to", type=click.Choice([*written(), "view"]), help="Format, where the extension does not say it."
)
@options.languages
@options.days
@click.option("--lines", is_flag=True, help="Each line is a segment.")
@click.option("--tmx-lang", metavar="ko-KR,en-US", help="Language tags in the output.")
@click.option(
    "--created",
    metavar="YYYYMMDDThhmmssZ",
    help="creationdate in TMX; default: SOURCE_DATE_EPOCH, else now; 'no' for none.",
)
@options.decided
@options.knowledge
def command(
    source: str,
    target: str,
    output: tuple[str, ...],
    to: str | None,
    source_lang: str | None,
    target_lang: str | None,
    published: date | None,
    target_date: date | None,
    lines: bool,
    tmx_lang: str | None,
    created: str | None,
    decided: str | None,
    engine: str | None,
    lexicons: tuple[str, ...],
    glossaries: tuple[str, ...],
) -> None:
    """Align SOURCE with its translation TARGET, sentence by sentence; - is standard input.

    Without -o: a two-column view on a terminal, a table (TSV) into a pipe.
    """
    wanted = [(path, _format(path, to)) for path in output]
    tags = articles.tags(tmx_lang)
    made = stamp(created)
    decisions = options.decisions(decided)
    here = project()
    choice, _ = options.engine_of(engine, here.config.engine)
    lexicons, glossaries = lexicons or here.every(here.config.lexicon), glossaries or here.every(here.config.glossary)
    spared(output, [source, target, *lexicons, *glossaries, decided, here.config.name])
    how = Reading(
        source_lang or here.config.source_lang,
        target_lang or here.config.target_lang,
        published,
        target_date,
        here.day(source, target),
        lines,
    )
    left, right = articles.pair(source, target, how)
    from align.engine.engine import Engine

    known = knowledge.lexicons(lexicons, glossaries, left.lang, right.lang)
    alignment = Engine.load(left.lang, right.lang, known, choice).align(left, right, paragraphs=not lines)
    articles.warn_unrelated(alignment)
    if decisions:
        from align.triage.decisions import apply

        alignment, notes = apply(alignment, decisions)
        for note in notes:
            articles.warn(note)
    asked = Options(*tags, made)
    for path, name in wanted:
        _save(path, name, alignment, asked)
    if not wanted:
        _show(alignment, to, asked)


def _format(path: str, to: str | None) -> str:
    found = (to if to != "view" else None) or of_file(path) or ("tsv" if path == "-" else None)
    if found is None:
        every = dict.fromkeys([*written(), *(name for found in written().values() for name in found.extensions)])
        known = ", ".join(f".{name}" for name in every)
        raise click.BadParameter(f"{path}: its extension names no format ({known}); say it with --to", param_hint="-o")
    return found


def _save(path: str, name: str, alignment: Alignment, asked: Options) -> None:
    write = FORMATS[name].write
    assert write
    save(path, lambda out: write([alignment], out, asked))


def stamp(value: str | None) -> str:
    """The creation date that --created asks for, "" for none."""
    if value == "no":
        return ""
    if value:
        try:
            time.strptime(value, "%Y%m%dT%H%M%SZ")
        except ValueError:
            raise click.BadParameter(f"{value!r} is not YYYYMMDDThhmmssZ", param_hint="--created") from None
        return value
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(int(epoch) if epoch.isdigit() else None))


def _show(alignment: Alignment, to: str | None, asked: Options) -> None:
    """The view on a terminal or where it is asked for, a format into a pipe."""
    if to != "view" and (to or not sys.stdout.isatty()):
        _save("-", to or "tsv", alignment, asked)
        return
    from align.reports.view import view

    for line in view(alignment, shutil.get_terminal_size((80, 24)).columns, not os.environ.get("NO_COLOR")):
        click.echo(line)

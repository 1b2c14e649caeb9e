"""align pair: one article and its translation."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from datetime import date
from typing import Any

import click

from align.articles import Reading, unrelated_note
from align.cli import options
from align.cli import warnings as articles
from align.files import save, spared
from align.formats import FORMATS, of_file, written
from align.formats.options import Options
from align.model import Alignment
from align.project import project


@dataclass(frozen=True, slots=True)
class Asked:
    """The options as they are given."""

    source: str
    target: str
    output: tuple[str, ...]
    to: str | None
    source_lang: str | None
    target_lang: str | None
    published: date | None
    target_date: date | None
    lines: bool
    tmx_lang: str | None
    created: str | None
    decided: str | None
    engine: str | None
    lexicons: tuple[str, ...]
    glossaries: tuple[str, ...]


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
def command(**given: Any) -> None:
    """Align SOURCE with its translation TARGET, sentence by sentence; - is standard input.

    Without -o: a two-column view on a terminal, a table (TSV) into a pipe.
    """
    asked = Asked(**given)
    wanted = [(path, _format(path, asked.to)) for path in asked.output]
    how = Options(*options.tags(asked.tmx_lang), options.stamp(asked.created))
    alignment = _aligned(asked)
    for path, name in wanted:
        _save(path, name, alignment, how)
    if not wanted:
        _show(alignment, asked.to, how)


def _aligned(asked: Asked) -> Alignment:
    """The alignment of both articles, as a reader has decided it."""
    decisions = options.decisions(asked.decided)
    here = project()
    engine, _ = options.engine_of(asked.engine, here.config.engine)
    lexicons = asked.lexicons or here.every(here.config.lexicon)
    glossaries = asked.glossaries or here.every(here.config.glossary)
    spared(asked.output, [asked.source, asked.target, *lexicons, *glossaries, asked.decided, here.config.name])
    how = Reading(
        asked.source_lang or here.config.source_lang,
        asked.target_lang or here.config.target_lang,
        asked.published,
        asked.target_date,
        here.day(asked.source, asked.target),
        asked.lines,
    )
    left, right = articles.pair(asked.source, asked.target, how)
    from align.session import Session  # on use: a wrong option is told at once

    session = Session(left.lang, right.lang, glossary=glossaries, lexicon=lexicons, engine=engine)
    alignment = session.align(left, right)
    articles.warn_all(unrelated_note(alignment))
    if decisions:
        from align.triage.decisions import apply

        alignment, notes = apply(alignment, decisions)
        articles.warn_all(notes)
    return alignment


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


def _show(alignment: Alignment, to: str | None, asked: Options) -> None:
    """The view on a terminal or where it is asked for, a format into a pipe."""
    if to != "view" and (to or not sys.stdout.isatty()):
        _save("-", to or "tsv", alignment, asked)
        return
    from align.reports.view import view

    for line in view(alignment, shutil.get_terminal_size((80, 24)).columns, not os.environ.get("NO_COLOR")):
        click.echo(line)

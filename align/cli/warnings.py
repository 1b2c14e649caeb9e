"""What the commands say of the articles that they read, and the kinds of their options."""

from __future__ import annotations

from datetime import date

import click

from align import articles as reading
from align.articles import Reading
from align.model import Alignment, Document
from align.tags import canonical, parse


class Day(click.ParamType[date]):
    """A day as 2024-11-05."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date: write it as 2024-11-05", param, ctx)


class Tag(click.ParamType[str]):
    """A language tag as ko or pt-BR, however it is written: what comes of it is canonical."""

    name = "TAG"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if parse(str(value)) is None:
            self.fail(f"{value!r} is no language tag: ko, en or pt-BR, say", param, ctx)
        return canonical(str(value))


def article(path: str, lang: str | None, published: date | None, lines: bool) -> Document:
    """The segmented document of a file, warned about where it deserves it."""
    document, notes = reading.article(path, lang, published, lines)
    for note in notes:
        warn(note)
    return document


def pair(source: str, target: str, how: Reading) -> tuple[Document, Document]:
    """Both documents, warned about where they look swapped or identical."""
    left, right, notes = reading.pair(source, target, how)
    for note in notes:
        warn(note)
    return left, right


def warn(message: str) -> None:
    click.echo(f"align: warning: {message}", err=True)


def warn_unrelated(alignment: Alignment) -> None:
    """Warn where two articles with text on both sides have hardly anything to do with each other."""
    if reading.unrelated(alignment):
        warn(
            f"{alignment.source.name} and {alignment.target.name} hardly match: confidences are low; "
            "are they one article and its translation?"
        )


def tags(value: str | None) -> tuple[str, str]:
    """The two tags of --tmx-lang ko-KR,en-US, canonical; two empty ones where it is not given."""
    if not value:
        return "", ""
    found = value.split(",")
    if len(found) != 2 or None in map(parse, found):
        raise click.BadParameter(f"{value!r} is no pair of language tags: ko-KR,en-US, say", param_hint="--tmx-lang")
    return canonical(found[0]), canonical(found[1])

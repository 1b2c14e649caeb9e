"""What the commands say of the articles that they read, and the kinds of their options."""

from __future__ import annotations

import re
from datetime import date

import click

from align import articles as reading
from align.articles import Reading
from align.model import Alignment, Document

TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
"""A language tag as BCP 47 writes it."""


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
    """A language tag as ko or pt-BR."""

    name = "TAG"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not TAG.fullmatch(str(value)):
            self.fail(f"{value!r} is no language tag: ko, en or pt-BR, say", param, ctx)
        return str(value)


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
    """The two tags of --tmx-lang ko-KR,en-US; two empty ones where it is not given."""
    if not value:
        return "", ""
    found = [tag.strip() for tag in value.split(",")]
    if len(found) != 2 or not all(tag.replace("-", "").isalnum() for tag in found):
        raise click.BadParameter(f"{value!r} is no pair of language tags: ko-KR,en-US, say", param_hint="--tmx-lang")
    return found[0], found[1]

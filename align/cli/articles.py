"""From two files on the command line to two segmented documents, with the warnings that they deserve."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import PurePath

import click

from align.cli.files import load
from align.errors import InputError
from align.lang.detect import language
from align.lang.segmenting import segment
from align.model import Alignment, Document
from align.readers import read
from align.readers.names import language_of_name, nfc_name

UNRELATED = 0.4
"""`Alignment.parallel` below which two articles are called unrelated: midway between what translations and others have."""
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
    """The segmented document of a file; its language by option, file name, the file's own word, or its text."""
    name = nfc_name(path)
    document, notes = read(load(path), name, lang=lang or language_of_name(name))
    for note in notes:
        warn(note)
    document = replace(document, name=PurePath(name).name)  # what is written tells nobody where the file lay
    if published:
        document = replace(document, date=published)
    if not document.lang:
        document = replace(document, lang=language(document.text))
    return segment(document, lines)


def pair(
    source: str,
    target: str,
    *,
    source_lang: str | None,
    target_lang: str | None,
    published: date | None,
    target_published: date | None,
    default: date | None = None,
    lines: bool,
) -> tuple[Document, Document]:
    """Both documents, warned about where they look swapped or identical; `default` is the date where nothing else tells one."""
    if source == target == "-":
        raise InputError("-", "standard input cannot be both sides")
    left = article(source, source_lang, published, lines)
    right = article(target, target_lang, target_published or published, lines)
    left = replace(left, date=left.date or default)
    right = replace(right, date=right.date or left.date)
    _warn(left, right)
    return left, right


def warn(message: str) -> None:
    click.echo(f"align: warning: {message}", err=True)


def _warn(source: Document, target: Document) -> None:
    if source.text.strip() and source.text.strip() == target.text.strip():
        warn(f"{source.name} and {target.name} have the same text")
        return
    for document in (source, target):
        seen = language(document.text)
        if seen not in ("und", document.lang.split("-")[0]) and seen in ("ko", "en"):
            other = target if document is source else source
            swapped = language(other.text) == document.lang.split("-")[0]
            warn(
                f"{document.name} is taken for {document.lang} but reads like {seen}"
                + (": are the two sides swapped?" if swapped else "; --source-lang and --target-lang tell")
            )
            break
    if source.lang == target.lang and source.lang != "und":
        warn(f"both sides are in {source.lang}")


def warn_unrelated(alignment: Alignment) -> None:
    """Warn where two articles with text on both sides have hardly anything to do with each other."""
    source, target = alignment.source, alignment.target
    if source.segments and target.segments and source.text != target.text and alignment.parallel() < UNRELATED:
        warn(
            f"{source.name} and {target.name} hardly match: confidences are low; "
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

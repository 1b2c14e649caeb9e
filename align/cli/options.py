"""Options that several commands share, and the kinds of their values."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from align.files import load
from align.tags import canonical, parse

if TYPE_CHECKING:
    from align.triage.decisions import Decisions


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


def tags(value: str | None) -> tuple[str, str]:
    """The two tags of --tmx-lang ko-KR,en-US, canonical; two empty ones where it is not given."""
    if not value:
        return "", ""
    found = value.split(",")
    if len(found) != 2 or None in map(parse, found):
        raise click.BadParameter(f"{value!r} is no pair of language tags: ko-KR,en-US, say", param_hint="--tmx-lang")
    return canonical(found[0]), canonical(found[1])


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


def knowledge(command: Callable[..., Any]) -> Callable[..., Any]:
    """--engine, --lexicon, --glossary."""
    for option in (
        click.option(
            "--glossary", "glossaries", multiple=True, metavar="FILE", help="Terms: TSV, CSV or TBX; repeatable."
        ),
        click.option(
            "--lexicon", "lexicons", multiple=True, metavar="FILE", help="Learnt by `align train`; repeatable."
        ),
        click.option(
            "--engine",
            metavar="NAME",
            help="auto (the default), lexical, static, encoder:NAME or translator:NAME; `align model list` has the names.",
        ),
    ):
        command = option(command)
    return command


def languages(command: Callable[..., Any], several: bool = False) -> Callable[..., Any]:
    """--source-lang, --target-lang; of several translations one for each, in the order of their files."""
    more: dict[str, Any] = {"multiple": True, "metavar": "TAG"} if several else {}
    help = "Default: by file name (.en.txt, en/...), else by the text"
    for option in (
        click.option(
            "--target-lang",
            *(["target_langs"] if several else []),
            type=Tag(),
            help=f"{help}; repeatable, in the order of the translations." if several else f"{help}.",
            **more,
        ),
        click.option("--source-lang", type=Tag(), help="Default: by file name (.ko.txt, ko/...), else by the text."),
    ):
        command = option(command)
    return command


def days(command: Callable[..., Any]) -> Callable[..., Any]:
    """--date, --target-date."""
    for option in (
        click.option("--target-date", type=Day(), help="Of the translation, where it differs."),
        click.option("--date", "published", type=Day(), help="Publication date; default: the file's own."),
    ):
        command = option(command)
    return command


def decided(command: Callable[..., Any]) -> Callable[..., Any]:
    """--decisions."""
    return click.option(
        "--decisions", "decided", metavar="FILE", help="What a reader decided in the page of an earlier run."
    )(command)


def decisions(path: str | None) -> Decisions | None:
    """The decisions of a file, None where none is given."""
    if not path:
        return None
    from align.triage.decisions import read

    return read(load(path), path)


def engine_of(*names: str | None) -> tuple[str, str]:
    """The first engine that is named, and what its models are known by; InputError where it is not there."""
    from align.engine.choices import AUTO, fingerprints

    name = next(filter(None, names), AUTO)
    return name, fingerprints(name)

"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from align.cli.articles import Day, Tag
from align.errors import InputError
from align.files import load

if TYPE_CHECKING:
    from align.decisions import Decisions


def knowledge(command: Callable[..., Any]) -> Callable[..., Any]:
    """--engine, --lexicon, --glossary."""
    for option in (
        click.option(
            "--glossary", "glossaries", multiple=True, metavar="FILE", help="Terms: TSV, CSV or TBX; repeatable."
        ),
        click.option(
            "--lexicon", "lexicons", multiple=True, metavar="FILE", help="Learnt by `align train`; repeatable."
        ),
        click.option("--engine", default="lexical", show_default=True, metavar="NAME", help="lexical"),
    ):
        command = option(command)
    return command


def languages(command: Callable[..., Any]) -> Callable[..., Any]:
    """--source-lang, --target-lang."""
    for option in (
        click.option("--target-lang", type=Tag(), help="Default: by file name (.en.txt, en/...), else by the text."),
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
    return click.option("--decisions", "decided", metavar="FILE", help="What a reader decided in the page of an earlier run.")(
        command
    )


def decisions(path: str | None) -> Decisions | None:
    """The decisions of a file, None where none is given."""
    if not path:
        return None
    from align.decisions import read

    return read(load(path), path)


def checked_engine(name: str) -> None:
    """InputError for an engine that is not there."""
    if name != "lexical":
        raise InputError(f"--engine {name}", "no such engine", "this version has: lexical")

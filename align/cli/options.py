"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from align.cli.warnings import Day, Tag
from align.files import load

if TYPE_CHECKING:
    from align.triage.decisions import Decisions


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
            help="lexical (the default), encoder:NAME or translator:NAME; `align model list` has the names.",
        ),
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
    name = next(filter(None, names), "lexical")
    if name == "lexical":
        return name, ""
    from align.engine.neural.choice import models

    return name, " ".join(model.fingerprint for model in models(name))

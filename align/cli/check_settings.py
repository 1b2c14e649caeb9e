"""What a run of `align check` is asked for: its options, and where they say nothing align.toml."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from align.articles import Reading
from align.checks import RULES
from align.cli import options
from align.files import spared
from align.project import Project
from align.triage import severity as selection

if TYPE_CHECKING:
    from align.triage.decisions import Decisions


@dataclass(frozen=True, slots=True)
class Asked:
    """The options as they are given."""

    inputs: tuple[str, ...]
    to: str | None
    outputs: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str | None
    min_probability: float | None
    info: bool | None
    statistics: bool
    quiet: bool
    fix: bool
    exit_zero: bool
    known: str | None
    write_baseline: bool
    names: bool
    ledger: str | None
    decided: str | None
    config: str | None
    changed_since: str | None
    cache: str | None
    no_cache: bool
    jobs: int
    source_lang: str | None
    target_langs: tuple[str, ...]
    published: date | None
    target_date: date | None
    lines: bool
    paired: bool
    engine: str | None
    lexicons: tuple[str, ...]
    glossaries: tuple[str, ...]

    @property
    def all_rules(self) -> bool:
        """No rule is chosen or left out."""
        return not selection.split(self.select, "--select") and not selection.split(self.ignore, "--ignore")


@dataclass(frozen=True, slots=True)
class Files:
    """The files beside the articles, as the user would write them where he is; "" for one that is not asked for."""

    baseline: str
    ledger: str
    decisions: str
    lexicons: tuple[str, ...]
    glossaries: tuple[str, ...]

    @classmethod
    def of(cls, asked: Asked, here: Project) -> Files:
        config = here.config
        return cls(
            asked.known or (here.at(config.baseline) if config.baseline else ""),
            asked.ledger or (here.at(config.ledger) if config.ledger else ""),
            asked.decided or (here.at(config.decisions) if config.decisions else ""),
            asked.lexicons or here.every(config.lexicon),
            asked.glossaries or here.every(config.glossary),
        )

    @property
    def every(self) -> tuple[str, ...]:
        """Those that decide what is found, or what is shown of it."""
        return (self.baseline, self.ledger, self.decisions, *self.lexicons, *self.glossaries)

    def spared(self, asked: Asked, here: Project, articles: Iterable[str]) -> None:
        """OutputError where something that is read would be written over."""
        read = [*articles, *self.lexicons, *self.glossaries, self.decisions, here.config.name, self.ledger]
        spared([*asked.outputs, *([self.baseline] if asked.write_baseline else [])], read)
        spared(asked.outputs, [self.baseline])


@dataclass(frozen=True, slots=True)
class Settings:
    """What is the same for all inputs, in whatever process."""

    reading: Reading
    lexicons: tuple[str, ...] = ()
    glossaries: tuple[str, ...] = ()
    ledger: str = ""
    rules: tuple[str, ...] = tuple(RULES)
    decisions: Decisions | None = None
    alone: bool = True
    """There is one input: decisions that are not about it are worth a note."""
    names: bool = False
    """The names are asked for, and no findings."""
    engine: str = "auto"
    target_langs: tuple[str, ...] = ()
    """The languages of several translations, in the order of their files, where the user gives them."""

    @classmethod
    def of(
        cls, asked: Asked, here: Project, files: Files, rules: tuple[str, ...], engine: str, inputs: int
    ) -> Settings:
        """The settings of a run over so many inputs; InputError where the decisions cannot be read."""
        config = here.config
        langs = asked.target_langs or config.target_langs
        return cls(
            Reading(
                asked.source_lang or config.source_lang,
                langs[0] if len(langs) == 1 else None,
                asked.published,
                asked.target_date,
                config.date,
                asked.lines,
            ),
            files.lexicons,
            files.glossaries,
            files.ledger if not asked.names or os.path.exists(files.ledger) else "",  # noqa: PTH110 - "" is no file
            rules,
            options.decisions(files.decisions),
            inputs == 1 and bool(asked.decided),
            asked.names,
            engine,
            asked.target_langs,
        )


def rules(asked: Asked, here: Project) -> tuple[str, ...]:
    """The rules that are asked for; InputError for one that there is not, a usage error for options that go ill together."""
    select, ignore = selection.split(asked.select, "--select"), selection.split(asked.ignore, "--ignore")
    config = here.config
    found = selection.chosen(
        select or config.select, ignore or (() if select else config.ignore)
    )  # what is asked for by name is not ignored because the project does
    if asked.write_baseline and not (asked.known or config.baseline):
        raise click.UsageError("--write-baseline: which file? give --baseline FILE too")
    if asked.names and asked.to:
        raise click.UsageError("--names prints a table and has no --format")
    return found

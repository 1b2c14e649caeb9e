"""README and docs/ against the code: commands and options, rules with their severities, formats and reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from align.checks import RULES
from align.cli import COMMANDS, cli
from align.formats import delivered, written
from align.reports import REPORTS
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SECTIONS = [
    section
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    for section in re.split(r"(?m)^(?=##* )", path.read_text(encoding="utf-8"))
]
"""Each from its heading to the next one."""
SHARED = {"check": "pair", "build": "pair"}
"""Command -> another one, whose options it has too; the docs say so once."""


def commands(group: click.Group = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Every command by its words behind `align`."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        elif command:
            yield " ".join((*path, name)), command


EVERY = dict(commands())


def options(command: click.Command) -> list[list[str]]:
    """The names of each option: --dedup and --no-dedup, -o and --output."""
    return [[*p.opts, *p.secondary_opts] for p in command.params if isinstance(p, click.Option) and not p.hidden]


def said(name: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None


def table(head: str, text: str = README) -> list[list[str]]:
    """The rows of the table whose header begins with `head`."""
    lines = text[text.index(head) :].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def words(cell: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`]+)`", cell)


def listed(cell: str) -> set[str]:
    """The names that a cell begins with, in the order of a sentence: up to the first word that is neither a name nor a comma."""
    return set(re.findall(r"[\w-]+", re.sub(r"\([^)]*\)", "", re.split(r" by |;", cell)[0]))) - {"or", "and"}


@pytest.mark.parametrize("name", COMMANDS)
def test_readme_names_every_command(name: str) -> None:
    assert f"align {name}" in README


@pytest.mark.parametrize("name", EVERY)
def test_every_option_is_told_where_its_command_is(name: str) -> None:
    told = "\n".join(
        section
        for section in SECTIONS
        if any(said(f"align {each}", section) for each in (name, SHARED.get(name, name)))
    )
    assert told
    assert [names for names in options(EVERY[name]) if not any(said(each, told) for each in names)] == []


@pytest.mark.parametrize("name", ["pair", "check", "build"])
def test_no_option_is_told_that_is_none(name: str) -> None:
    head = "| option | what |" if name == "pair" else f"| option of `align {name}"
    known = {each for names in options(EVERY[name]) for each in names}
    rows = [cell for cell, _ in table(head)]
    told = {word.split()[0] for cell in rows for word in words(cell) if word.startswith("-")}
    assert told <= known
    own = [names for names in options(EVERY[name]) if names not in options(EVERY["pair"]) or name == "pair"]
    assert [names for names in own if not told & set(names)] == []


def test_rules_have_their_severities() -> None:
    told = {}
    for cell, severity, _ in table("| rule | severity | what |"):
        names, severities = words(cell), severity.split(", ")
        told |= dict(zip(names, severities * (len(names) if len(severities) == 1 else 1), strict=True))
    assert told == {name: rule.severity for name, rule in RULES.items()}


def test_formats() -> None:
    assert {word for cell, *_ in table("| format | null beads |") for word in words(cell)} == set(written())
    to = dict(row[:2] for row in table("| option | what |"))["`--to FORMAT`"]
    assert listed(to) == set(written())
    out = dict(row[:2] for row in table("| option of `align build`"))["`-o OUT`"]
    assert listed(out) == set(delivered())


def test_reports() -> None:
    assert listed(dict(table("| option of `align check"))["`--format`, `-o OUT`"]) == set(REPORTS)

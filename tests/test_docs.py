"""README and docs/ against the code: commands and options, rules with their severities, formats and reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
    for name, rule in RULES.items():
        row = f"| `{name}` | {rule.severity} | {rule.summary.rstrip('.')} |"
        assert told.get(name) == rule.severity, f"README.md, table of rules, has to have the row {row}"
    assert told.keys() <= RULES.keys(), "README.md, table of rules, has one that is none"


def told_of_formats(where: str) -> set[str]:
    """The formats that a place of README names."""
    if where == "table of what is written":
        return {word for cell, *_ in table("| format | null beads |") for word in words(cell)}
    head, option = {
        "row --to FORMAT of align pair": ("| option | what |", "`--to FORMAT`"),
        "row -o OUT of align build": ("| option of `align build`", "`-o OUT`"),
    }[where]
    return listed(dict(row[:2] for row in table(head))[option])


@pytest.mark.parametrize(
    ("where", "known"),
    [
        ("table of what is written", written()),
        ("row --to FORMAT of align pair", written()),
        ("row -o OUT of align build", delivered()),
    ],
)
def test_formats(where: str, known: Iterable[str]) -> None:
    told = told_of_formats(where)
    assert [name for name in known if name not in told] == [], f"README.md, {where}: not named there"
    assert told <= set(known), f"README.md, {where}: names a format that is none"


def test_reports() -> None:
    assert listed(dict(table("| option of `align check"))["`--format`, `-o OUT`"]) == set(REPORTS)

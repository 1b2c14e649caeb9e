"""What a rule says of itself, and that a file in the folder is all that a new one needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner

import align.checks.rules
from align.checks import RULES, run
from align.checks.rule import Rule
from align.cli import cli
from align.evaluation.planted import finders
from align.reports import sarif
from align.reports.options import Options
from tests.checks.test_rules import aligned, article

TOY = '''"""A word is shouted.

What it does: It looks for words
in capitals.

Bad:  왔다.  |  He CAME.
Good: 왔다.  |  He came.
"""

import re

from align.checks.rule import Rule
from align.checks.value_findings import finding

RULE = Rule(__name__, __doc__, severity="warning", mqm="Style/Register", planted=("shouted",), since="9.9")


def check(article):
    target = article.alignment.target
    for match in re.finditer(r"\\b[A-Z]{2,}\\b", target.text):
        yield finding(article, RULE, "warning", f"{match[0]} is shouted", 0, None, match.span())
'''


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A rule that is one file, in a folder of the rules' package."""
    (tmp_path / "loud_word.py").write_text(TOY, encoding="utf-8")
    monkeypatch.setattr(align.checks.rules, "__path__", [*align.checks.rules.__path__, str(tmp_path)])
    RULES.__dict__.pop("found", None)
    yield "loud-word"
    del RULES.__dict__["found"]


@pytest.mark.parametrize("name", RULES)
def test_what_is_read_is_what_is_declared(name: str) -> None:
    rule = RULES[name]
    assert rule == import_module(rule.module).RULE
    assert rule.id == name


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_told_in_full(name: str) -> None:
    rule = RULES[name]
    assert [title for title, _ in rule.sections] == ["What it does", "Why it matters", "Known limits"]
    assert {kind for kind, _ in rule.examples} == {"Bad", "Good"}
    assert rule.since
    assert rule.summary.endswith(".")
    assert len(rule.summary) <= 54  # a line of `align explain`


def test_rules_stand_in_the_order_of_the_reports() -> None:
    known = (
        "name-mismatch name-drift name-missing name-extra date-conflict weekday-conflict number-conflict unit-conflict "
        "date-missing number-missing omission addition untranslated term-conflict term-drift"
    ).split()
    assert [name for name in RULES if name in known] == known


def test_a_docstring_of_nothing() -> None:
    assert Rule("a.b_c", None, "info").summary == "b-c"
    assert Rule("a.b_c", None, "info").text == "b-c"


def test_a_new_rule_is_one_file(toy: str) -> None:
    assert list(RULES)[-1] == toy
    assert RULES[toy].sections == (("What it does", "It looks for words in capitals."),)
    report = run(aligned(article("그는 왔다.", "-"), article("He CAME.", "-")), rules=[toy])
    assert [(f.rule, f.severity, f.message) for f in report.findings] == [(toy, "warning", "CAME is shouted")]
    assert finders()["shouted"] == (toy,)
    out = BytesIO()
    sarif.write([report], out, Options(rules=tuple(RULES.values())))
    told = json.loads(out.getvalue())["runs"][0]
    assert told["tool"]["driver"]["rules"][told["results"][0]["ruleIndex"]]["help"]["text"].startswith("A word is")


def test_a_new_rule_is_known_to_the_command_line(toy: str, tmp_path: Path) -> None:
    for name, text in (("a.ko.txt", "그는 왔다.\n"), ("a.en.txt", "He CAME.\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    explained = CliRunner().invoke(cli, ["explain", toy], catch_exceptions=False).stdout
    assert "Since 9.9." in explained
    files = [str(tmp_path / "a.ko.txt"), str(tmp_path / "a.en.txt")]
    shown = CliRunner().invoke(cli, ["check", *files, "--select", toy, "--fail-on", "warning"], catch_exceptions=False)
    assert "warning[loud-word]" in shown.stdout

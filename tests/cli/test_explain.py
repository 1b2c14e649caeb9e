"""`align explain`: every rule is told."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from align.checks import RULES
from align.cli import cli
from align.reports.width import cells


@pytest.mark.parametrize("rule", RULES)
def test_explain(rule: str) -> None:
    shown = CliRunner().invoke(cli, ["explain", rule], catch_exceptions=False).stdout
    assert shown.startswith(f"{rule} ({RULES[rule].severity}, ")
    for title in ("What it does", "Why it matters", "Known limits", "Bad", "Good"):
        assert f"\n{title}\n" in shown
    assert all(cells(line) <= 80 for line in shown.splitlines())
    assert f"<!-- align: ignore {rule} reason -->" in shown


def test_explain_lists_all() -> None:
    shown = CliRunner().invoke(cli, ["explain"], catch_exceptions=False).stdout.splitlines()
    assert [line.split()[:2] for line in shown] == [[name, rule.severity] for name, rule in RULES.items()]
    assert all(len(line.split(maxsplit=2)[2]) > 20 for line in shown)
    assert all(cells(line) <= 80 for line in shown)

"""What is offered to repair a finding: tests/cases/repairs.tsv, quiet rows first; and that it repairs it, and nothing else is told then."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.checks import probability, repair, run
from align.model import Alignment, Report
from tests.checks.test_rules import aligned, article
from tests.conftest import cases

SURE = probability.Weights({"all": 4.0}, {}, {}, {})
"""Weights by which everything is a warning: what is offered does not hang on what was fitted."""


@pytest.fixture(autouse=True)
def _believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probability, "shipped", lambda: SURE)


def shown(report: Report) -> str:
    text = report.alignment.target.text
    changes = sorted(f.replacement for f in report.findings if f.replacement)
    return "; ".join(f"{text[start:end]}→{new}" for start, end, new in changes) or "none"


def repaired(report: Report) -> Alignment:
    """The alignment with all that is offered."""
    cells = list(report.alignment.target.texts())
    for finding in report.findings:
        if finding.replacement and finding.target:
            start, end, new = finding.replacement
            at = report.alignment.target.segments[finding.target.segment].start
            text = cells[finding.target.segment]
            cells[finding.target.segment] = text[: start - at] + new + text[end - at :]
    published = report.alignment.target.date
    target = article(" | ".join(cells), published.isoformat() if published else "-")
    return aligned(report.alignment.source, target)


@pytest.mark.parametrize(("published", "source", "target", "wanted"), cases("repairs"))
def test_what_is_offered(published: str, source: str, target: str, wanted: str) -> None:
    report = run(aligned(article(source, published), article(target, published)))
    assert shown(report) == wanted


@given(st.lists(st.sampled_from([case.values for case in cases("repairs")]), min_size=1, max_size=4))
def test_what_is_offered_takes_its_findings_away(rows: list[tuple[str, ...]]) -> None:
    source, target = (" | ".join(row[k] for row in rows if " | " not in row[1]) for k in (1, 2))
    if not source or article(source, "-").lang != "ko" or any(row[1].isascii() for row in rows):
        return
    report = run(aligned(article(source, "2024-11-05"), article(target, "2024-11-05")))
    left = Counter((f.rule, f.source) for f in report.findings if not f.replacement)
    after = run(repaired(report))
    assert not Counter((f.rule, f.source) for f in after.findings) - left


def test_too_many_are_no_slips_here_and_there(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = aligned(article("관람객은 3만5000명이었다.", "-"), article("There were 350,000 visitors.", "-"))
    assert shown(run(pair)) != "none"
    monkeypatch.setattr(repair, "MOST", 0)
    assert shown(run(pair)) == "none"


def test_what_brings_another_finding_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = aligned(article("관람객은 3만5000명이었다.", "-"), article("There were 350,000 visitors.", "-"))
    (first,) = run(pair).findings
    assert first.replacement
    monkeypatch.setattr(repair, "findings", lambda *_: (replace(first, rule="unit-conflict"),))
    assert shown(run(pair)) == "none"


def test_replacements_are_applied_in_the_order_of_the_text() -> None:
    assert repair.applied("abcdef", [repair.Replacement(4, 5, "X"), repair.Replacement(0, 2, "")]) == "cdXf"

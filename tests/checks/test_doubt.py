"""A doubtful alignment weighs less, and what is sure of a finding."""

from __future__ import annotations

import pytest

from align.checks import RULES, run
from align.checks.context import Knowledge, Term, read
from tests.checks.test_rules import aligned, article, found

LESS = {"error": "warning", "warning": "info", "info": "info"}
WRONG = (
    ("number-conflict", "관람객은 3만5000명이었다.", "There were 36,000 visitors."),
    ("unit-conflict", "사업비는 300억원이다.", "The project costs $30 billion."),
    ("date-conflict", "10월 30일 서명했다.", "They signed it on Nov. 30."),
    ("untranslated", "떡을 샀다.", "He bought 떡."),
)


@pytest.mark.parametrize(("rule", "source", "target"), WRONG)
def test_a_doubtful_bead_lowers_the_severity(rule: str, source: str, target: str) -> None:
    a, b = article(source, "-"), article(target, "-")
    (sure,) = found(rule, aligned(a, b))
    (doubtful,) = found(rule, aligned(a, b, 0.3))
    assert doubtful.severity == LESS[sure.severity]
    assert doubtful.confidence <= 0.3 < sure.confidence


@pytest.mark.parametrize(("rule", "source", "target"), WRONG)
def test_no_finding_weighs_more_than_its_rule(rule: str, source: str, target: str) -> None:
    grades = list(LESS)
    for finding in run(aligned(article(source, "-"), article(target, "-"))).findings:
        assert grades.index(finding.severity) >= grades.index(RULES[finding.rule].severity)


def test_findings_come_in_the_order_of_the_target() -> None:
    source = article("관람객은 3만5000명이었다. | 사업비는 300억원이다.", "-")
    target = article("There were 36,000 visitors. | The project costs $30 billion.", "-")
    places = [f.target.start for f in run(aligned(source, target)).findings if f.target]
    assert len(places) == 2
    assert places == sorted(places)


def test_a_slip_of_magnitude_is_told_as_one() -> None:
    (slip,) = found(
        "number-conflict",
        aligned(article("관람객은 3만5000명이었다.", "-"), article("There were 350,000 visitors.", "-")),
    )
    assert "10 times too much" in slip.message
    assert slip.expected.startswith("35,000")


def test_what_was_looked_at_is_counted() -> None:
    source, target = article("지난달 30일 300명이 왔다.", "-"), article("On Oct. 30 came 300 people.", "-")
    checked = dict(read(aligned(source, target), Knowledge()).checked())
    assert checked["numbers"] == 2
    assert checked["dates"] == 2
    assert checked["dates unresolved"] >= 1


TERM = Knowledge((Term("전기차", ("electric vehicle",), ("electric car",)),))


@pytest.mark.parametrize(
    ("source", "target", "severities"),
    [
        ("전기차를 샀다.", "He bought an electric vehicle.", []),
        ("전기차를 샀다.", "Electric vehicles sell.", []),
        ("기차를 샀다.", "He bought a train.", []),
        ("전기차가 왔다. | 그는 탔다.", "It came. | He got into the electric vehicle.", ["info"]),
        ("전기차를 샀다.", "He bought a battery wagon.", ["error"]),
        ("전기차를 샀다.", "He bought an electric car.", ["error"]),
    ],
)
def test_glossary_terms(source: str, target: str, severities: list[str]) -> None:
    assert [
        f.severity for f in found("term-conflict", aligned(article(source, "-"), article(target, "-")), TERM)
    ] == severities

"""Which findings are right, of articles whose errors are known."""

from __future__ import annotations

from dataclasses import replace

from align.evaluation.checks import Checked
from align.evaluation.gold import Gold
from align.evaluation.labels import labelled, turned_back
from align.evaluation.planted import Planted
from align.model import Alignment, Bead, Finding, Place, Report
from tests.conftest import document

KO, EN = ("서울은 3명이다.", "끝났다.", "더 있다."), ("Seoul has 30.", "It ended.")
GOLD = Gold("a", "ko", "en", KO, EN, (((0,), (0,)), ((1,), (1,)), ((2,), ())))
ERROR = Planted("e1", "number_wrong", 0, 0, (10, 12), "3", "30", "")


def pair(*findings: Finding) -> Checked:
    source, target = document(list(KO), "ko", "a"), document(list(EN), "en", "a")
    alignment = Alignment(source, target, (Bead((0,), (0,)), Bead((1,), (1,)), Bead((2,), ())))
    spans = [tuple((s.start, s.end) for s in d.segments) for d in (source, target)]
    return Checked(GOLD, Report(alignment, findings, ()), *spans)


def told(rule: str, source: tuple[int, int] | None, target: tuple[int, int] | None) -> Finding:
    places = (Place(0, *span) if span else None for span in (source, target))
    return Finding(rule, "error", "", *places, 0, 1.0)


def test_on_a_clean_pair_every_finding_is_wrong_but_that_on_a_null() -> None:
    gone = pair().source[2]
    found = pair(told("number-conflict", (4, 5), (10, 12)), told("omission", gone, None))
    assert [*labelled(found)] == [(0, False), (1, True)]


def test_a_rule_that_fits_is_right_on_the_words_and_on_the_source_alone() -> None:
    found = pair(told("number-conflict", (4, 5), (10, 12)), told("number-missing", (4, 5), None))
    assert [*labelled(found, [ERROR])] == [(0, True), (1, True)]


def test_another_rule_on_the_words_is_neither_and_elsewhere_all_are_wrong() -> None:
    found = pair(told("name-mismatch", (0, 2), (10, 12)), told("number-conflict", (9, 12), (14, 20)))
    assert [*labelled(found, [ERROR])] == [(1, False)]


def test_turned_twice_is_as_it_was() -> None:
    assert GOLD.turn().turn() == GOLD
    found = pair(told("name-missing", (0, 2), None), told("number-conflict", (4, 5), (10, 12)))
    back = turned_back(replace(turned_back(found, GOLD.turn()), gold=GOLD.turn()), GOLD)
    assert back == found


def test_a_finding_of_the_other_direction_is_labelled_by_the_same_errors() -> None:
    other = pair(told("number-conflict", (4, 5), (10, 12)), told("omission", pair().source[2], None))
    seen = turned_back(other, GOLD.turn())  # as the checks of English to Korean have it
    assert seen.report.findings[1].rule == "addition"
    assert [*labelled(turned_back(seen, GOLD), [ERROR])] == [(0, True), (1, True)]

"""One finding a slip: which of several is told, and that a place is told once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from align.checks import RULES, SEVERITIES, run
from align.checks.slips import once, same_place
from align.model import Finding, Place
from tests.checks.test_rules import aligned, article


def told(
    rule: str, source: tuple[int, int] | None, target: tuple[int, int] | None, severity: str = "", sure: float = 1.0
) -> Finding:
    places = (Place(0, *span) if span else None for span in (source, target))
    return Finding(rule, severity or RULES[rule].severity, "", *places, 0, sure)


def rules(*findings: Finding) -> list[str]:
    return [finding.rule for finding in once(findings)]


def test_places_that_are_not_the_same_are_all_told() -> None:
    assert rules(told("number-conflict", (0, 3), (0, 3)), told("date-conflict", (4, 9), (4, 9))) == [
        "number-conflict", "date-conflict",
    ]  # fmt: skip


def test_a_word_in_a_sentence_is_another_place_than_the_sentence() -> None:
    assert rules(told("omission", (0, 200), None), told("number-conflict", (10, 15), (10, 15))) == [
        "omission", "number-conflict",
    ]  # fmt: skip


def test_a_date_and_the_weekday_beside_it_are_one_slip() -> None:
    found = run(aligned(article("7일 열린다.", "2024-11-05"), article("It opens on Thursday the 8th.", "2024-11-05")))
    assert [(f.rule, f.expected) for f in found.findings] == [("date-conflict", "Nov. 7")]
    assert "Thursday, Nov. 7;" in found.findings[0].message


def test_a_weekday_that_is_wrong_alone_is_told() -> None:
    found = run(aligned(article("7일 열린다.", "2024-11-05"), article("It opens on Friday the 7th.", "2024-11-05")))
    assert [f.rule for f in found.findings] == ["weekday-conflict"]


def test_the_graver_is_told_then_that_of_two_sides_then_the_surer() -> None:
    assert rules(told("name-drift", (0, 3), (0, 9)), told("name-mismatch", (0, 3), (0, 9))) == ["name-mismatch"]
    assert rules(told("name-drift", None, (0, 9)), told("term-drift", (0, 3), (0, 9))) == ["term-drift"]
    assert rules(told("name-drift", (0, 3), (0, 9), sure=0.5), told("term-drift", (0, 3), (0, 9))) == ["term-drift"]


def test_one_rule_does_not_tell_a_place_twice() -> None:
    twice = told("name-drift", (0, 3), (0, 9)), told("name-drift", None, (4, 9))
    assert len(once(twice)) == 1


def test_what_one_side_has_alone_is_explained_by_what_another_rule_finds_there() -> None:
    assert rules(told("number-missing", (10, 12), None), told("number-conflict", (10, 12), (5, 7))) == [
        "number-conflict"
    ]


SPANS = st.one_of(st.none(), st.tuples(st.integers(0, 90), st.integers(1, 60)).map(lambda s: (s[0], s[0] + s[1])))
FINDINGS = st.builds(
    told, st.sampled_from(sorted(RULES)), SPANS, SPANS, st.sampled_from(SEVERITIES), st.sampled_from([0.3, 0.9])
)


@given(st.lists(FINDINGS, max_size=8))
def test_what_is_told_is_told_once_in_its_order(found: list[Finding]) -> None:
    kept = once(found)
    places = [[f is g for g in found].index(True) for f in kept]
    assert places == sorted(places)
    assert not any(same_place(a, b) for k, a in enumerate(kept) for b in kept[:k])
    assert once(kept) == kept

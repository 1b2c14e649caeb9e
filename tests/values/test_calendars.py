"""Whether two dates or times of day can be the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang.en.dates import dates as english
from align.lang.ko.dates import dates as korean
from align.values import COMPATIBLE, CONFLICT, EQUAL, UNKNOWN, Clock, When
from align.values.calendars import agree, agree_clock, consistent, day, gap, months, nearest, part
from tests.conftest import cases

ORDINALS = st.integers(720000, 745000)
WHENS = st.builds(
    lambda first, length, grain, fields, approx, local: When(
        ((first, first + length),) if length else (), grain, *fields, approx=approx, local=local
    ),
    ORDINALS, st.integers(0, 40), st.sampled_from(["day", "month", "quarter", "year"]),
    st.tuples(
        st.none() | st.integers(2000, 2030), st.none() | st.integers(1, 12), st.none() | st.integers(1, 28), st.none() | st.integers(0, 6)
    ), st.booleans(), st.booleans(),
)  # fmt: skip


@pytest.mark.parametrize(("published", "source", "target", "expected"), cases("lang/agree_dates"))
def test_agree(published: str, source: str, target: str, expected: str) -> None:
    moment = None if published == "-" else date.fromisoformat(published)
    (a,), (b,) = list(korean(source, moment)), list(english(target, moment))
    assert isinstance(a.value, When)
    assert isinstance(b.value, When)
    assert agree(a.value, b.value) == expected


@given(WHENS, WHENS)
def test_agreeing_has_no_direction(a: When, b: When) -> None:
    assert agree(a, b) == agree(b, a)


@given(WHENS)
def test_a_date_agrees_with_itself(when: When) -> None:
    assert agree(when, when) in (EQUAL, COMPATIBLE, UNKNOWN)


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("Wednesday, Nov. 6, 2024", True), ("Wednesday, Nov. 6", True), ("Wednesday", True), ("Nov. 5, 2024", True),
        ("Wednesday, Nov. 5, 2024", False), ("Wednesday, Nov. 5", False), ("Friday, Nov. 8", True), ("Saturday, Nov. 8", False),
    ],
)  # fmt: skip
def test_consistent(text: str, fine: bool) -> None:
    (mention,) = english(text, date(2024, 11, 7))
    assert isinstance(mention.value, When)
    assert consistent(mention.value) is fine


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Clock((870,)), Clock((870,)), EQUAL), (Clock((330, 1050)), Clock((1050,)), EQUAL), (Clock((870,)), Clock((880,)), CONFLICT),
        (Clock((870,), approx=True), Clock((880,)), COMPATIBLE), (Clock((870,), approx=True), Clock((1000,)), CONFLICT),
        (Clock((870,), local=True), Clock((30,)), UNKNOWN), (Clock((1435,), approx=True), Clock((0,)), COMPATIBLE), (Clock(()), Clock((0,)), UNKNOWN),
    ],
)  # fmt: skip
def test_agree_clock(a: Clock, b: Clock, expected: str) -> None:
    assert agree_clock(a, b) == agree_clock(b, a) == expected


@given(st.integers(1990, 2050), st.integers(-20, 30), st.integers(1, 14))
def test_months_lie_side_by_side(year: int, month: int, count: int) -> None:
    assert months(year, month, count)[1] == months(year, month + count, 1)[0]


@given(ORDINALS, st.integers(5, 400), st.sampled_from(["early", "mid", "late"]))
def test_a_part_lies_in_its_whole(first: int, length: int, name: str) -> None:
    low, high = part((first, first + length), name)
    assert first <= low < high <= first + length


@given(st.lists(st.tuples(ORDINALS, ORDINALS), max_size=6), ORDINALS)
def test_nearest_keeps_each_interval_once(spans: list[tuple[int, int]], moment: int) -> None:
    kept = nearest(spans, moment)
    assert set(kept) == {s for s in spans if s[0] < s[1]}
    past = [-gap(s, moment) for s in kept if gap(s, moment) <= 0]
    assert past == sorted(past)


def test_no_such_day() -> None:
    assert day(2023, 2, 29) is None
    assert day(2024, 2, 29) == (date(2024, 2, 29).toordinal(), date(2024, 3, 1).toordinal())
    assert months(1, -5, 1) == (1, 1)

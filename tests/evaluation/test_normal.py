"""The judge of values: what a list says, against values as they are parsed; quiet rows (no match) first."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.evaluation.normal import interval, says, says_duckling
from align.lang import language
from align.values import When, days

DAY = date(2025, 3, 20)
NOON = datetime(2025, 3, 20, 12, 0)


def parsed(text: str, lang: str = "ko") -> list[object]:
    return [m.value for m in language(lang).mentions(text, DAY) if m.value is not None]


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        ("date", "4월 3일", "2025-04-02"),
        ("month", "4월 3일", "2025-04"),
        ("datetime", "4월 3일 오후 2시", "2025-04-03T15:00"),
        ("datetime", "오후 2시", "2025-04-03T14:00"),
        ("money", "35억원", "350000000"),
        ("money", "35%", "35"),
        ("percent", "3.5㎞", "3.5"),
        ("percent_point", "0.5%", "0.5"),
        ("distance", "12㎏", "12"),
        ("duration", "3개", "3"),
        ("age_range", "19~65세", "19/64"),
        ("score", "3-2", "3-1"),
        ("duration", "P3Y", "P3Y"),
    ],
)
def test_another_value_is_not_right(kind: str, text: str, wanted: str) -> None:
    assert not says(parsed(text), kind, wanted)


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        ("date", "4월 3일", "2025-04-03"),
        ("month", "지난해 4월", "2024-04"),
        ("month", "지난해 4월부터 8월까지", "2024-08"),
        ("month_range", "지난해 4월부터 8월까지", "2024-04/2024-08"),
        ("datetime", "4월 3일 오후 2시", "2025-04-03T14:00"),
        ("time", "오후 2시 5분", "14:05"),
        ("quarter", "지난해 3분기", "2024-Q3"),
        ("half", "2021년 하반기", "2021-H2"),
        ("decade", "1930년대", "193X"),
        ("relative", "다음 주", "2025-W13"),
        ("money", "35억원", "3500000000"),
        ("percent", "3.5%", "3.5"),
        ("percent_point", "0.5%포인트", "0.5"),
        ("basis_points", "0.25%포인트", "25"),
        ("fraction", "5분의 2", "0.4"),
        ("fraction", "40%", "0.4"),
        ("temperature", "영하 3도", "-3"),
        ("duration", "사흘", "3"),
        ("duration", "3년 5개월", "P3Y5M"),
        ("age_range", "19~64세", "19/64"),
    ],
)
def test_the_same_value_is_right(kind: str, text: str, wanted: str) -> None:
    assert says(parsed(text), kind, wanted)


@pytest.mark.parametrize(
    ("dimension", "text", "wanted", "right"),
    [
        ("AmountOfMoney", "35달러", "simple EUR 35", False),
        ("AmountOfMoney", "35달러", "simple Dollar 36", False),
        ("AmountOfMoney", "35달러", "above Dollar 35", False),
        ("Distance", "7마일", "simple Kilometre 7", False),
        ("Time", "3월 22일", "datetime (2025, 3, 21, 0, 0, 0) Day", False),
        ("Time", "오후 3시", "datetime (2025, 3, 20, 14, 0, 0) Hour", False),
        ("Time", "2주", "datetimeInterval ((2025, 3, 1, 0, 0, 0), (2025, 3, 22, 0, 0, 0)) Week", False),
        ("AmountOfMoney", "35달러", "simple Dollar 35", True),
        ("AmountOfMoney", "35달러 이상", "above Dollar 35", True),
        ("AmountOfMoney", "35달러에서 40달러", "between Dollar (35, 40)", True),
        ("Distance", "7킬로미터", "simple Kilometre 7", True),
        ("Numeral", "마이너스 7", "NumeralValue (-7)", True),
        ("Time", "3월 22일", "datetime (2025, 3, 22, 0, 0, 0) Day", True),
        ("Time", "오후 3시", "datetime (2025, 3, 20, 15, 0, 0) Hour", True),
        ("Time", "2주", "datetimeInterval ((2025, 3, 1, 0, 0, 0), (2025, 3, 15, 0, 0, 0)) Week", True),
        ("Time", "6시간", "datetime (2025, 3, 20, 18, 0, 0) Hour", True),
    ],
)  # fmt: skip
def test_in_the_notation_of_duckling(dimension: str, text: str, wanted: str, right: bool) -> None:
    assert says_duckling(parsed(text), dimension, wanted, NOON) is right


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_is_right_only_for_itself(one: date, other: date) -> None:
    when = When((days(one),), "day")
    assert says([when], "date", one.isoformat())
    assert says([when], "date", other.isoformat()) is (one == other)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_intervals_hold_one_another(year: int, month: int) -> None:
    inner = interval(f"{year}-{month:02}")
    for outer in (f"{year}", f"{year}-Q{(month + 2) // 3}", f"{year}-H{(month + 5) // 6}", f"{year // 10}X"):
        assert interval(outer)[0] <= inner[0] < inner[1] <= interval(outer)[1]


def test_nothing_says_nothing() -> None:
    assert not says([], "number", "3")
    assert not says_duckling([], "Numeral", "NumeralValue 3", NOON)

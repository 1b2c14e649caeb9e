"""Whether two quantities agree: the table of cases, what holds for all numbers, and quantities in words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from align.lang import language
from align.lang.en.numbers import numbers as english
from align.lang.ko.numbers import numbers as korean
from align.values import CONFLICT, EQUAL, UNKNOWN, Quantity
from align.values.amounts import between, quantity
from align.values.quantities import agree, same_number, slip
from align.values.quantities import units as compared
from align.values.units import called, forms, units
from tests.conftest import cases

QUANTITIES = st.builds(
    lambda digits, power, hedge, unit: quantity(Fraction(digits) * Fraction(10) ** power, Fraction(10) ** power, hedge, unit),
    st.integers(1, 99999), st.integers(-3, 9), st.sampled_from(["", "about", "over", "least", "most", "nearly"]),
    st.sampled_from(["", "KRW", "USD", "%", "%p", "km", "m", "ha", "평", "day", "month", "°C", "degree"]),
)  # fmt: skip
EXACT = st.builds(
    lambda digits, power, unit: quantity(Fraction(digits) * 10**power, Fraction(10**power), unit=unit),
    st.integers(1, 99999), st.integers(0, 9), st.sampled_from(["", "KRW", "%", "km"]),
)  # fmt: skip


def read(korean_text: str, english_text: str) -> tuple[Quantity, Quantity]:
    a, b = next(iter(korean(korean_text))).value, next(iter(english(english_text))).value
    assert isinstance(a, Quantity)
    assert isinstance(b, Quantity)
    return a, b


@pytest.mark.parametrize(("source", "target", "verdict", "told"), cases("quantities"))
def test_agree(source: str, target: str, verdict: str, told: str) -> None:
    a, b = read(source, target)
    assert (agree(a, b), compared(a, b)) == (verdict, told)


@given(QUANTITIES)
def test_every_quantity_agrees_with_itself(q: Quantity) -> None:
    assert agree(q, q) == EQUAL
    assert slip(q, q) is None


@given(QUANTITIES, QUANTITIES)
def test_nothing_is_said_of_what_is_not_known(a: Quantity, b: Quantity) -> None:
    unbounded = Quantity(None, None)
    assert agree(a, unbounded) == agree(unbounded, b) == UNKNOWN
    assert agree(replace(a, role="word"), b) != CONFLICT


@given(EXACT, st.integers(0, 5), st.integers(1, 9))
def test_another_digit_is_a_conflict(q: Quantity, place: int, change: int) -> None:
    assert q.point is not None
    digits = str(q.point / q.step)
    assume(place < len(digits))
    other = digits[:place] + str((int(digits[place]) + change) % 10) + digits[place + 1 :]
    assert agree(q, quantity(int(other) * q.step, q.step, unit=q.unit)) == CONFLICT


@given(EXACT, st.integers(-9, 9).filter(bool))
def test_a_slip_is_a_conflict_and_says_how_far(q: Quantity, power: int) -> None:
    assert q.point is not None
    scale = Fraction(10) ** power
    moved = quantity(q.point * scale, q.step * scale, unit=q.unit)
    assert agree(q, moved) == CONFLICT
    assert slip(moved, q) == power


@pytest.mark.parametrize(
    ("a", "b", "power"),
    [("1270억원", "1.27 trillion won", -1), ("2만3750명", "2,375", 1), ("3조5214억원", "35.2 billion won", 2), ("238명", "2,270", None),
     ("0.106%포인트", "10.6 basis points", None), ("절반", "50 percent", None)],
)  # fmt: skip
def test_slip(a: str, b: str, power: int | None) -> None:
    assert slip(*read(a, b)) == power


def test_numbers_agree_with_units_set_aside() -> None:
    assert same_number(*read("10.3원", "$10.3"))
    assert not same_number(*read("10.3원", "$10.4"))


@pytest.mark.parametrize(
    ("text", "english_words", "korean_words"),
    [
        ("1270억원", "127 billion won", "1,270억 원"), ("2억1000만 달러", "$210 million", "2억1,000만 달러"), ("15만7000원", "157,000 won", "15만7,000원"),
        ("2.25%포인트", "2.25 percentage points", "2.25%포인트"), ("1t", "1 ton", "1톤"), ("3년 5개월", "3 years and 5 months", "3년 5개월"),
        ("영하 9.4도", "-9.4 degrees Celsius", "-9.4℃"), ("3분의 2", "2/3", "2/3"), ("2.4배", "2.4 times", "2.4배"), ("5-0", "5-0", "5-0"),
        ("3~5%", "3 to 5 percent", "3~5%"), ("약 40%", "about 40 percent", "약 40%"), ("3000여 명", "more than 3,000", "3,000 이상"),
        ("60㎏ 이상", "at least 60 kilograms", "60㎏ 이상"),
    ],
)  # fmt: skip
def test_words(text: str, english_words: str, korean_words: str) -> None:
    value = next(iter(korean(text))).value
    assert isinstance(value, Quantity)
    assert language("en").figures(value) == english_words
    assert language("ko").figures(value).replace("킬로그램", "㎏") == korean_words


def test_nothing_known_has_no_words() -> None:
    assert language("en").figures(Quantity(None, None)) == ""


def test_a_range_keeps_its_order() -> None:
    assert between(Fraction(5), Fraction(3)).low == 3


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_each_form_is_of_one_unit(lang: str) -> None:
    seen: dict[str, str] = {}
    for name, own in called(lang).items():
        assert name in units()
        for form in own:
            assert seen.setdefault(form, name) == name
    assert seen == forms(lang)


def test_a_language_without_a_table_calls_nothing_a_unit() -> None:
    assert not called("is")
    assert language("is").figures(Quantity(Fraction(3), Fraction(3), unit="km")) == "3 kilometers"


def test_each_dimension_has_a_base_that_others_are_counted_in() -> None:
    readings = [reading for both in units().values() for reading in both]
    assert all(reading.factor > 0 for reading in readings)
    for dimension in {reading.dimension for reading in readings}:
        assert any(reading.factor == 1 for reading in readings if reading.dimension == dimension), dimension

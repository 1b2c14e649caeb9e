"""Numbers as values: the tables of cases, true offsets, numbers written in figures and read again."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang import language
from align.lang.base.mentions import mentions as other
from align.lang.en.numbers import numbers as english
from align.lang.ja.numbers import numbers as japanese
from align.lang.ko.numbers import numbers as korean
from align.lang.zh.numbers import numbers as chinese
from align.model import Mention
from align.values import Quantity
from tests.conftest import cases

COUNTED = {"ko": "명", "en": " men", "ja": "人"}
NUMBERS = {"ko": korean, "en": english, "ja": japanese}
PIECES = st.lists(
    st.sampled_from(
        ["3조", "5000억", " ", "원", "열두", "명", "1,234.5", "%", "포인트", "년", "개월", "일", "만", "천", "여", "약 ", "~", "-", "에서 ", "대", "분의 ", "중 ", "시속 ",
         "영하 ", "㎞", "도", "$", "two", "-thirds", "hundred", " and ", "a half", "million", "percent", "point", "s", "year", "-old", "to", "in", "out of", "dozen",
         "Nov. ", "W", "12", ".", ",", "½", "５", "하루", "수십", "이백", "첫", "반", "3万", "5000億", "ウォン", "人", "余り", "約", "割", "分の", "数十", "二", "三十", "年", "カ月", "日間", "から", "対", "倍"]
    ), max_size=12,
).map("".join)  # fmt: skip
AMOUNTS = st.builds(lambda digits, power: Fraction(digits) * 10**power, st.integers(1, 9999), st.integers(0, 11))


def shown(mention: Mention) -> str:
    """A mention as the tables write it."""
    value = mention.value
    if not isinstance(value, Quantity):
        return f"{mention.text}=?"
    low, high = ("" if n is None else f"{float(n):.10g}" for n in (value.low, value.high))
    number = low if low == high else f"{low}..{high}"
    words = (number, value.unit, value.hedge, value.role, "lasts" if mention.kind == "duration" else "")
    return f"{mention.text}={' '.join(word for word in words if word)}"


@pytest.mark.parametrize(("text", "found"), cases("lang/ko_numbers"))
def test_korean(text: str, found: str) -> None:
    assert " | ".join(shown(m) for m in korean(text)) == found


@pytest.mark.parametrize(("text", "found"), cases("lang/zh_numbers"))
def test_chinese(text: str, found: str) -> None:
    assert " | ".join(shown(m) for m in chinese(text)) == found


@pytest.mark.parametrize(("text", "found"), cases("lang/ja_numbers"))
def test_japanese(text: str, found: str) -> None:
    numbers = [m for m in language("ja").mentions(text, None) if m.kind in ("number", "duration")]
    assert " | ".join(map(shown, numbers)) == found


@pytest.mark.parametrize(("text", "found"), cases("lang/en_numbers"))
def test_english(text: str, found: str) -> None:
    assert " | ".join(shown(m) for m in english(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.234 manns", "1.234=?"),
        ("3,5 % og 12", "3,5 %=3.5 % | 12=12"),
        ("ekkert", ""),
        ("1\u00a0234\u00a0567", "1\u00a0234\u00a0567=1234567"),
    ],
)
def test_other_languages(text: str, found: str) -> None:
    assert " | ".join(shown(m) for m in other(text) if m.kind == "number") == found


@given(PIECES, st.sampled_from(["ko", "en", "ja"]))
def test_offsets_are_true_and_mentions_apart(text: str, lang: str) -> None:
    end = 0
    for mention in NUMBERS[lang](text):
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.start >= end
        assert mention.keys
        end = mention.end


@given(AMOUNTS, st.sampled_from(["KRW", "USD", "%", "m", "ha", "RUB", "year", ""]), st.sampled_from([*COUNTED]))
def test_figures_are_read_again(value: Fraction, unit: str, lang: str) -> None:
    written = language(lang).figures(Quantity(value, value, unit=unit))
    (found,) = NUMBERS[lang](f"{written} " if unit else f"{written}{COUNTED[lang]}")
    assert isinstance(found.value, Quantity)
    assert (found.value.point, found.value.unit) == (value, unit)


@given(AMOUNTS)
def test_the_last_digit_written_divides_the_number(value: Fraction) -> None:
    for lang, numbers in NUMBERS.items():
        (found,) = numbers(language(lang).figures(Quantity(value, value, unit="USD")))
        assert isinstance(found.value, Quantity)
        assert value % found.value.step == 0


@pytest.mark.parametrize(
    "text",
    [
        "1" * 5000,
        "일" * 5000,
        "만 " * 2000,
        "1,111," * 1000,
        "one hundred and " * 500,
        "1-" * 2000,
        "三" * 5000,
        "3万" * 2000,
        "数十" * 2000,
        "$" * 3000 + "5",
    ],
)
def test_numerals_without_end_do_no_harm(text: str) -> None:
    for numbers in NUMBERS.values():
        assert all(len(m.text) < 500 for m in numbers(text))


@pytest.mark.parametrize("text", ["0분의 1", "3분의 0", "1/0", "1 1/0", "5/0%", "〇分の一", "三分の〇", "0^-1"])
def test_nothing_is_divided_by_zero(text: str) -> None:
    for numbers in NUMBERS.values():
        assert all(m.keys for m in numbers(text))

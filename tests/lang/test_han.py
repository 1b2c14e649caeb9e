"""Numerals that Japanese and Chinese share, and their widths."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang.han.folding import folded
from align.lang.han.numerals import Numeral, numerals, value

HAN = "〇一二三四五六七八九"


def written(number: int, traditional: bool = False, elided: bool = False) -> str:
    """A number in Han characters as one says it, in Chinese with the noughts between."""
    if not number:
        return "〇"
    said, gap = "", False
    for size, name in (
        (10**12, "兆"),
        (10**8, "億" if traditional else "亿"),
        (10**4, "萬" if traditional else "万"),
        (1, ""),
    ):
        group, number = divmod(number, size)
        if not group:
            gap = bool(said)
            continue
        said += ("零" if (gap or group < 1000) and said and not elided else "") + _thousands(group, elided) + name
        gap = False
    return said


def _thousands(group: int, elided: bool) -> str:
    said, gap = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, group = divmod(group, size)
        if not digit:
            gap = bool(said)
            continue
        said += "零" if gap and not elided else ""
        said += name if elided and digit == 1 and name else HAN[digit] + name
        gap = False
    return said


def mixed(number: int) -> str:
    """As newspapers write it: 3万5000, 1兆2000億."""
    said = ""
    for size, name in ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, "")):
        group, number = divmod(number, size)
        said += f"{group}{name}" if group else ""
    return said or "0"


def only(text: str, short: bool = False) -> Numeral | None:
    found = list(numerals(text, short))
    return found[0] if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) else None


@given(st.integers(1, 10**15), st.booleans(), st.booleans())
def test_what_is_written_is_read(number: int, traditional: bool, elided: bool) -> None:
    for text in (written(number, traditional, elided), mixed(number), str(number), f"{number:,}"):
        found = value(text)
        assert found is not None
        assert found[0] == number
        one = only(text)
        assert one is None or one.kind == "few" or one.value == number


@given(st.integers(1, 9999), st.sampled_from("万亿億兆"))
def test_scales_multiply(number: int, scale: str) -> None:
    size = {"万": 4, "亿": 8, "億": 8, "兆": 12}[scale]
    assert value(f"{number}{scale}") == (Fraction(number * 10**size), Fraction(10**size))
    if scale in "亿億":
        assert value(f"{number}万{scale}") == (Fraction(number * 10 ** (size + 4)), Fraction(10 ** (size + 4)))


@pytest.mark.parametrize(
    ("text", "kind", "number", "step"),
    [
        ("3万5000", "scaled", 35000, 1), ("1兆2000億", "scaled", 12 * 10**11, 10**8), ("1.2万亿", "scaled", 12 * 10**11, 10**11),
        ("12000万亿", "scaled", 12 * 10**15, 10**12), ("3万5000亿", "scaled", 35 * 10**11, 10**8), ("5千", "scaled", 5000, 1000),
        ("三点五", "han", Fraction(7, 2), Fraction(1, 10)), ("三・五", "han", Fraction(7, 2), Fraction(1, 10)),
        ("三點五億", "han", 35 * 10**7, 10**7), ("〇・五", "han", Fraction(1, 2), Fraction(1, 10)),
        ("二〇二四", "row", 2024, 1), ("二○二四", "row", 2024, 1), ("一九五〇", "row", 1950, 1), ("九二", "row", 92, 1),
        ("壹佰贰拾叁万", "han", 1230000, 10**4), ("參拾萬", "han", 300000, 10**5), ("廿一", "han", 21, 1), ("卅", "han", 30, 30),
        ("五分の三", "part", Fraction(3, 5), 0), ("百分之五", "part", Fraction(1, 20), 0), ("4分の3", "part", Fraction(3, 4), 0),
        ("3割5分", "tenths", Fraction(7, 2), Fraction(1, 10)), ("三成", "tenths", 3, 1), ("三成半", "tenths", Fraction(7, 2), Fraction(1, 10)),
        ("九割五分二厘", "tenths", Fraction(952, 100), Fraction(1, 100)), ("3 万", "scaled", 30000, 10**4), ("20多万", "scaled", 200000, 10**4),
    ],
)  # fmt: skip
def test_notations(text: str, kind: str, number: Fraction, step: Fraction) -> None:
    found = only(text)
    assert found is not None
    assert (found.kind, found.value, found.step) == (kind, number, step)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("数十", 20, 99), ("数百万", 2 * 10**6, 10**7 - 1), ("十数", 11, 19), ("十几", 11, 19), ("二十几", 21, 29), ("几", 2, 9),
        ("数10", 20, 99), ("30数", 31, 39), ("百数十", 110, 190), ("二三十", 20, 30), ("两三百", 200, 300), ("十二三", 12, 13),
        ("二十五六", 25, 26), ("五六千万", 5 * 10**7, 6 * 10**7), ("数10万", 200000, 999999),
    ],
)  # fmt: skip
def test_some(text: str, low: int, high: int) -> None:
    found = only(text)
    assert found is not None
    assert (found.kind, found.value, found.high) == ("few", low, high)


@pytest.mark.parametrize(("text", "number", "long"), [("一万五", 15000, 10005), ("三千五", 3500, 3005), ("一百二", 120, 102), ("一万零五", 10005, 10005), ("二十五", 25, 25)])  # fmt: skip
def test_the_last_unit_may_be_left_out_in_chinese(text: str, number: int, long: int) -> None:
    assert (value(text, short=True) or (0,))[0] == number
    assert (value(text) or (0,))[0] == long


@pytest.mark.parametrize("text", ["KF21", "F-16", "参加", "東京", "成功", "万博", "兆単位", "1万20000", "5百6千"])
def test_what_is_no_numeral(text: str) -> None:
    assert only(text) is None


@given(st.text(alphabet="ｱｶﾞﾊﾟドル１２ab、。ﾞ万", max_size=30))
def test_folding_keeps_the_way_back(text: str) -> None:
    plain, places = folded(text)
    assert len(places) == len(plain) + 1
    assert places[-1] == len(text)
    assert list(places) == sorted(places)
    for i, character in enumerate(plain):
        assert character == text[places[i]] or text[places[i]] not in "ドab、。万"

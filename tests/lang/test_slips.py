"""Slips to plant in a language, and changes that leave it right: what is changed and what is left alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang import known, language
from align.lang.base.slips import Slips


def slips(lang: str) -> Slips:
    return language(lang).part("slips").SLIPS  # type: ignore[no-any-return]


EN, KO, BASE = slips("en"), slips("ko"), slips("is")
Edits = Callable[[str], Iterable[tuple[tuple[int, int], str, int]]]


def after(edits: Edits, text: str) -> set[str]:
    return {text[: span[0]] + new + text[span[1] :] for span, new, _ in edits(text)}


@pytest.mark.parametrize("lang", [*sorted(known()), "is", ""])
def test_every_language_has_slips(lang: str) -> None:
    assert isinstance(slips(lang), Slips)
    assert after(slips(lang).digit, "12")


@pytest.mark.parametrize(
    ("edits", "text"),
    [
        (EN.day, "on Sunday at 5:30 p.m."),
        (EN.day, "in March 2024"),
        (EN.month, "he may march in place"),
        (EN.weekday, "on Sun. and weekdays"),
        (EN.digit, "ten of them"),
        (EN.magnitude, "in 1959"),
        (EN.magnitude, "a million reasons"),
        (EN.unit, "the 12 apostles"),
        (EN.hedge, "What is it about? 300 people"),
        (EN.hedge, "some people"),
        (EN.coarsened, "in 2024-2025, and Oct. 14 to 15"),
        (EN.of_week, "on Friday, Nov. 8"),
        (EN.conversion, "850 meters (2,789 feet)"),
        (EN.conversion, "between 3 and 4 houses"),
        (lambda text: EN.hedged(text, (5, 8)), "some 300 people"),
        (KO.day, "20일간, 3~5일, 10일부터"),
        (KO.month, "5월 30일"),
        (KO.weekday, "주말"),
        (KO.magnitude, "1억2000만 명"),
        (KO.magnitude, "1959년 5명"),
        (KO.unit, "300명의 5분의 1, 3원칙"),
        (KO.hedge, "약속한 여야 2명"),
        (lambda text: KO.hedged(text, (3, 6)), "모두 300명"),
        (lambda text: KO.hedged(text, (3, 5)), "공사 3만여 명"),
        (lambda text: KO.hedged(text, (3, 7)), "지난 2024년"),
        (BASE.day, "6. nóvember"),
        (BASE.unit, "5 km"),
        (BASE.hedge, "about 300"),
    ],
)
def test_left_alone(edits: Edits, text: str) -> None:
    assert after(edits, text) == set()


@pytest.mark.parametrize(
    ("edits", "text", "one"),
    [
        (EN.day, "on Oct. 24", "on Oct. 25"),
        (EN.day, "the 2nd", "the 3rd"),
        (EN.day, "on 24 October", "on 26 October"),
        (EN.month, "on Oct. 24", "on Sept. 24"),
        (EN.month, "in December 2023", "in January 2023"),
        (EN.weekday, "on Friday", "on Saturday"),
        (EN.digit, "17,350 people", "17,530 people"),
        (EN.digit, "3.25", "3.24"),
        (EN.magnitude, "127 billion won", "127 million won"),
        (EN.magnitude, "1.2 million", "12 million"),
        (EN.magnitude, "40,000 people", "4,000 people"),
        (EN.unit, "127 billion won", "$127 billion"),
        (EN.unit, "0.25 percentage points", "0.25 percent"),
        (EN.unit, "850 meters", "850 feet"),
        (EN.unit, "three days", "three weeks"),
        (EN.hedge, "for about 300 people", "for 300 people"),
        (EN.coarsened, "on Oct. 24, 2024.", "in October 2024."),
        (EN.coarsened, "since Nov. 6 in Seoul", "since November in Seoul"),
        (EN.coarsened, "in October 2024", "in 2024"),
        (EN.coarsened, "in 1968", "in the 1960s"),
        (EN.coarsened, "the Nov. 13 vote", "the November vote"),
        (EN.coarsened, "on Friday night", "on Friday"),
        (EN.turned, "It failed to pass.", "It managed to pass."),
        (EN.turned, "Exports rose 3 percent.", "Exports fell 3 percent."),
        (EN.turned, "unless it rains", "if it rains"),
        (EN.reworded, "It did not rain.", "It didn't rain."),
        (EN.coarsened, "on Nov. 13,", "in mid-November,"),
        (EN.zoned, "at 7:30 p.m. on Friday", "at 7:30 p.m. (1030 GMT) on Friday"),
        (
            lambda text: EN.bracketed(text, (3, 9), date(2024, 11, 8)),
            "on Friday at noon",
            "on Friday (Nov. 8) at noon",
        ),
        (
            lambda text: EN.bracketed(text, (3, 9), date(2024, 11, 8)),
            "on Nov. 8 at noon",
            "on Nov. 8 (Friday) at noon",
        ),
        (EN.of_week, "came on Friday.", "came this week."),
        (lambda text: EN.hedged(text, (4, 7)), "for 300 people", "for about 300 people"),
        (EN.conversion, "850 meters long", "850 meters (2,789 feet) long"),
        (EN.conversion, "9 billion rubles", "9 billion rubles ($92.7 million)"),
        (KO.day, "지난달 24일", "지난달 26일"),
        (KO.month, "5월 3일", "6월 3일"),
        (KO.month, "12월", "1월"),
        (KO.weekday, "금요일에", "토요일에"),
        (KO.digit, "17,350명", "17,530명"),
        (KO.magnitude, "1270억 원", "1270만 원"),
        (KO.magnitude, "1270억 원", "127억 원"),
        (KO.magnitude, "3,000명", "300명"),
        (KO.magnitude, "3천만 명", "3천억 명"),
        (KO.unit, "1270억 원을", "1270억 달러을"),
        (KO.unit, "0.25%포인트", "0.25%"),
        (KO.unit, "850m", "850km"),
        (KO.unit, "3개월", "3주"),
        (KO.hedge, "약 90억 루블", "90억 루블"),
        (KO.hedge, "4200여 명", "4200 명"),
        (lambda text: KO.hedged(text, (4, 7)), "참석자 300명", "참석자 약 300명"),
        (BASE.digit, "17.350 manns", "17.450 manns"),
    ],
)
def test_changed(edits: Edits, text: str, one: str) -> None:
    assert one in {re.sub(r" +", " ", found) for found in after(edits, text)}


@given(
    st.sampled_from([EN.day, EN.month, EN.weekday, EN.digit, EN.magnitude, EN.unit]),
    st.sampled_from(
        ["Oct. 24", "May 3", "Friday", "17,350", "3.25", "1.2 million", "9 billion rubles", "12 percent", "5 km"]
    ),
)
def test_a_slip_says_something_else(edits: Edits, text: str) -> None:
    assert text not in after(edits, text)


@given(
    st.sampled_from([KO.day, KO.month, KO.weekday, KO.digit, KO.magnitude, KO.unit]),
    st.sampled_from(["10월 24일", "5월", "금요일", "17,350", "3.25", "120만", "90억 루블", "12%", "5㎞", "1억2000만"]),
)
def test_a_slip_in_korean_says_something_else(edits: Edits, text: str) -> None:
    assert text not in after(edits, text)


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("1,800", "180"),
        ("1800억원", "180"),
        ("2.00", "2"),
        ("3.25", "325"),
        ("1959", "59"),
        ("2019년", "19"),
        ("2019명", "2019"),
        ("3,000", "3"),
    ],
)
def test_only_digits_that_say_something_change(text: str, changed: str) -> None:
    found = after(KO.digit, text)
    kept = [k for k, c in enumerate(text) if all(len(other) == len(text) and other[k] == c for other in found)]
    assert "".join(c for k, c in enumerate(text) if k not in kept) == changed


@given(st.integers(10, 10**7))
def test_a_digit_is_one_digit(number: int) -> None:
    text = f"{number:,}"
    for found in after(BASE.digit, text):
        assert found[0] != "0"
        assert sum(a != b for a, b in zip(text, found, strict=True)) in (1, 2)
        assert Counter(found) == Counter(text) or sum(a != b for a, b in zip(text, found, strict=True)) == 1


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("Choe", {"Choi"}),
        ("Lavrov", {"Lavrow", "Lawrov"}),
        ("Bae", {"Pae"}),
        ("Li", set()),
        ("Brexit", set()),
        ("Hansen", {"Hanson"}),
    ],
)
def test_respelled(word: str, others: set[str]) -> None:
    assert set(KO.respelled(word, "")) == others


def test_only_korean_names_waver_as_korean_ones_do() -> None:
    assert "Hyeonsoo" in set(KO.respelled("Hyunsoo", "현수"))
    assert "Hyeonsoo" not in set(KO.respelled("Hyunsoo", "블라디미로비치"))
    assert set(BASE.respelled("Choe", "")) == set()
    assert set(BASE.respelled("Lavrov", "Лавров")) == {"Lavrow", "Lawrov"}


@pytest.mark.parametrize("form", ["Min Ha-jun", "Busan", "Sergey Lavrov"])
@pytest.mark.parametrize("lang", ["ko", "is"])
def test_a_changed_syllable_sounds_unlike(form: str, lang: str) -> None:
    found = {form[: span[0]] + new + form[span[1] :] for span, new in slips(lang).syllable(form, "person")}
    assert found
    assert form not in found
    assert all(abs(len(other) - len(form)) <= 3 for other in found)


@pytest.mark.parametrize(
    ("lang", "text", "seen"),
    [
        ("ko", "5월 3일 금요일 1만2000명이 10월에 왔다.", {("date", (5, 3)), ("weekday", 4), ("number", Fraction(12000)), ("month", 10)}),
        ("en", "On Friday, May 3, 12,000 people came, in October.", {("date", (5, 3)), ("weekday", 4), ("number", Fraction(12000)), ("month", 10)}),
        ("is", "1,234 manns", {("number", Fraction(1234))}),
    ],
)  # fmt: skip
def test_plain_to_see(lang: str, text: str, seen: set[tuple[str, object]]) -> None:
    assert {(f.kind, f.value) for f in slips(lang).facts(text) if f.alone} >= seen
    assert {f.value for f in slips(lang).facts(text) if f.kind == "number"} <= slips(lang).figures(text)


@pytest.mark.parametrize(
    ("lang", "kind", "value", "text", "said"),
    [
        ("ko", "day", 5, "15일에", True),
        ("ko", "month", 5, "6월에", False),
        ("ko", "weekday", 4, "금요일", True),
        ("en", "day", 5, "on the 5th", True),
        ("en", "day", 5, "5 percent or 5.2, Nov. 15", True),
        ("en", "day", 5, "15 and 5.2 and 5%", False),
        ("en", "month", 11, "on Nov. 5", True),
        ("en", "month", 5, "he may", False),
        ("en", "weekday", 4, "on Friday", True),
        ("is", "day", 5, "5. nóvember", True),
        ("is", "weekday", 4, "föstudagur", False),
    ],
)
def test_what_a_text_says(lang: str, kind: str, value: int, text: str, said: bool) -> None:
    assert slips(lang).says(kind, value, text) is said


@pytest.mark.parametrize(
    ("lang", "words", "dated"),
    [
        ("ko", "지난 총선", False), ("ko", "지난달", True), ("en", "the last election", False), ("en", "yesterday", True),
        ("en", "last month", True), ("is", "2024", True), ("is", "í gær", False),
    ],
)  # fmt: skip
def test_what_tells_a_date(lang: str, words: str, dated: bool) -> None:
    assert slips(lang).dated(words) is dated

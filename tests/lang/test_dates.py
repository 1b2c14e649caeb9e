"""Dates and times of day as values: the tables of cases, true offsets, anaphora along a text, and dates written out."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang import language
from align.lang.dates.holidays import holidays
from align.lang.dates.leaning import resolved
from align.model import Mention
from align.values import Clock, Days, When
from tests.conftest import cases

DAYS = st.dates(date(1995, 1, 1), date(2045, 12, 31))
PIECES = {
    "ko": "올해 |내년 |지난달 |11월 |6일|(수)|~|부터 |14∼15일|다음 주 |월요일|초|말|상반기|3분기|1990년대|추석|이날|사흘 뒤|께|(현지시간)|'24년 |2024.11.6.|오는 | |, |오전 |6시|30분|자정".split("|"),
    "en": "Nov. 6|, 2024| to |Dec. 2|the 6th| of |last |next |this |year|month|Friday|early |mid-|the end of |the first half|Q3| 2024|the 1990s|a day earlier|Christmas|-15| (local time)| |, |6|:30| p.m.|noon".split("|"),
    "ja": "今年|来年|先月|11月|6日|（水）|〜|から|14、15両日|来週|月曜日|初め|末|上半期|第3四半期|1990年代|秋夕|同日|3日後|ごろ|（現地時間）|令和6年|2024/11/6|来る|の| |、|午前|6時|半|正午|翌8日|同年".split("|"),
}  # fmt: skip


def shown(span: Days) -> str:
    first, last = date.fromordinal(span[0]), date.fromordinal(span[1] - 1)
    return str(first) if first == last else f"{first}..{last}"


def found(mention: Mention) -> str:
    when = mention.value
    assert isinstance(when, When)
    return f"{mention.text}={'/'.join(map(shown, when.spans)) or '?'}"


@pytest.mark.parametrize(("lang", "published", "text", "expected"), cases("lang/dates"))
def test_dates(lang: str, published: str, text: str, expected: str) -> None:
    day = date.fromisoformat(published) if published else None
    assert " | ".join(map(found, language(lang).part("dates").dates(text, day))) == expected


@pytest.mark.parametrize(("lang", "text", "expected"), cases("lang/times"))
def test_times(lang: str, text: str, expected: str) -> None:
    told = []
    for mention in language(lang).part("times").times(text):
        clock = mention.value
        assert isinstance(clock, Clock)
        told.append(f"{mention.text}={'/'.join(map(str, clock.minutes))}{'~' * clock.approx}{'@' * clock.local}")
    assert " | ".join(told) == expected


@given(st.sampled_from([*PIECES]), st.data(), st.none() | DAYS)
def test_offsets_and_intervals(lang: str, data: st.DataObject, published: date | None) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from(PIECES[lang]), max_size=8)))
    dates = list(language(lang).part("dates").dates(text, published))
    for mention in [*dates, *language(lang).part("times").times(text)]:
        assert text[mention.start : mention.end] == mention.text != ""
        assert not mention.text[0].isspace()
        assert not mention.text[-1].isspace()
    assert all(a.end <= b.start for a, b in pairwise(dates))
    for mention in dates:
        assert isinstance(mention.value, When)
        assert all(first < end for first, end in mention.value.spans)
        assert isinstance(language(lang).date_words(mention.value), str)


@given(DAYS, st.sampled_from([*PIECES]))
def test_a_day_written_out_is_read_back(day: date, lang: str) -> None:
    ordinal = day.toordinal()
    when = When(((ordinal, ordinal + 1),), "day", day.year, day.month, day.day, day.weekday())
    (mention,) = language(lang).part("dates").dates(language(lang).date_words(when))
    assert mention.value.spans == when.spans
    assert mention.value.weekday == day.weekday()


@pytest.mark.parametrize(
    ("text", "korean", "english"),
    [
        ("3월 8일부터 23일까지", "3월 8~23일", "March 8-23"),
        ("3월 28일부터 4월 2일까지", "3월 28일~4월 2일", "March 28-April 2"),
        ("5월 19일부터 5월 31일까지", "5월 19~31일", "May 19-31"),
        ("오는 10~14일", "10~14일", "the 10th to the 14th"),
    ],
)
def test_both_ends_of_a_range_are_written_out_without_a_publication_date(text: str, korean: str, english: str) -> None:
    (mention,) = language("ko").part("dates").dates(text, None)
    assert (language("ko").date_words(mention.value), language("en").date_words(mention.value)) == (korean, english)


@given(st.integers(0, 1439), st.sampled_from([*PIECES]))
def test_a_time_written_out_is_read_back(minute: int, lang: str) -> None:
    told = language(lang).clock_words(Clock((minute,)))
    (mention,) = language(lang).part("times").times(told)
    assert mention.value.minutes in ((minute,), (minute or 1440,)), told


@given(DAYS)
def test_a_past_day_is_past_and_a_coming_day_to_come(published: date) -> None:
    for number in (1, 15, 28):
        for text, sign in ((f"지난 {number}일", 1), (f"오는 {number}일", -1)):
            (mention,) = language("ko").part("dates").dates(text, published)
            assert mention.value.spans
            assert all((published.toordinal() - first) * sign >= 0 for first, _ in mention.value.spans)


def run(lang: str, texts: list[str], published: date | None) -> list[str]:
    segments = [list(language(lang).part("dates").dates(text, published)) for text in texts]
    return [found(m) for segment in resolved(segments, published) for m in segment]


def test_this_day_is_the_last_that_was_named() -> None:
    told = run("ko", ["지난 5일 회담이 열렸다.", "이날 대표단은 떠났고 이튿날 돌아왔다."], date(2024, 11, 7))
    assert told == ["지난 5일=2024-11-05", "이날=2024-11-05/2024-11-07", "이튿날=2024-11-06/2024-11-08"]


def test_no_anchor_and_no_date() -> None:
    assert run("en", ["They left the same day."], None) == ["the same day=?"]


def test_anchors_without_a_publication_date() -> None:
    told = run("en", ["On Nov. 6, 2019, talks failed.", "They left a day earlier."], None)
    assert told[-1] == "a day earlier=2019-11-05"


def test_a_bare_day_takes_the_month_before_it_too() -> None:
    told = run("ko", ["1950년 6월 25일 전쟁이 났다.", "28일 서울이 함락됐다."], date(2024, 11, 7))
    assert told[-1] == "28일=2024-11-28/2024-10-28/1950-06-28"


def test_a_day_takes_the_year_before_it_too() -> None:
    told = run("en", ["In 2011 it began.", "It ended on May 3."], date(2024, 11, 7))
    assert told[-1].endswith("/2011-05-03")


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [("seollal", 2024, "2024-02-10"), ("seollal", 2025, "2025-01-29"), ("chuseok", 2026, "2026-09-25"), ("buddha", 2024, "2024-05-15"), ("easter", 2024, "2024-03-31")],
)  # fmt: skip
def test_moving_holidays(name: str, year: int, expected: str) -> None:
    assert [shown(span) for span in holidays(name, range(year, year + 1))] == [expected]


@pytest.mark.parametrize(
    ("text", "korean", "english"),
    [
        ("지난달 30일", "10월 30일", "Oct. 30"), ("6일(수)", "11월 6일 수요일", "Wednesday, Nov. 6"), ("2014년 7월", "2014년 7월", "July 2014"),
        ("2026년 상반기", "2026년 상반기", "the first half of 2026"), ("3분기", "3분기", "the third quarter"), ("14~15일", "11월 14~15일", "Nov. 14-15"),
        ("수요일", "수요일", "Wednesday"), ("내년", "2025년", "2025"), ("1990년대", "1990년대", "the 1990s"), ("21세기", "21세기", "the 21st century"),
    ],
)  # fmt: skip
def test_words(text: str, korean: str, english: str) -> None:
    (mention,) = language("ko").part("dates").dates(text, date(2024, 11, 7))
    assert isinstance(mention.value, When)
    assert language("ko").date_words(mention.value) == korean
    assert language("en").date_words(mention.value) == english

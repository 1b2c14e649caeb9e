"""A date in the notation of another, as Japanese and Chinese write it: 10月3日 for the 30th is 10月30日."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from align.values import When

DAYS = "日号號"
PART = re.compile(rf"([0-9０-９]+|[〇○零一二三四五六七八九十]+)(\s?)([年月{DAYS}])")
ROW = "〇一二三四五六七八九"
WIDE = {ord("0") + i: ord("０") + i for i in range(10)}


def restated(text: str, when: When, relative: Mapping[str, str] | None = None) -> str:
    """The date `when` as `text`, which is another date, is written; "" where it has more in it than year, month and day.

    `relative`: words that may stand before these, with what they count from the day of writing, as When.told has it: a date that
    counts the same keeps them (先月3日 for the 30th of last month).

    >>> [restated(t, When((), "day", 2024, 10, 30)) for t in ("10月3日", "３日", "二〇二四年十月三日", "先月3日")]
    ['10月30日', '３０日', '二〇二四年十月三十日', '']
    """
    for word, told in (relative or {}).items():
        if text.startswith(word) and told == when.told and (rest := restated(text.removeprefix(word), when)):
            return word + rest
    if when.grain not in ("day", "month") or PART.sub("", text).strip():
        return ""
    first = date.fromordinal(when.spans[0][0]) if when.spans else None
    year, month, day = (first.year, first.month, first.day) if first else (when.year, when.month, when.day)
    if any(_known(mark, year, month, day, when.grain) is None for _, _, mark in PART.findall(text)):
        return ""

    def part(match: re.Match[str]) -> str:
        number = _known(match[3], year, month, day, when.grain) or 0
        return f"{_alike(match[1], number, match[3])}{match[2]}{match[3]}"

    written = PART.sub(part, text)
    return "" if written == text else written


def _known(mark: str, year: int | None, month: int | None, day: int | None, grain: str) -> int | None:
    return year if mark == "年" else month if mark == "月" else day if grain == "day" else None


def _alike(old: str, number: int, mark: str) -> str:
    """The number in the figures of the old one: narrow, wide, or Han characters, of a year one for each digit."""
    if old.isascii():
        return str(number)
    if old[0].isdecimal():
        return str(number).translate(WIDE)
    row = "".join(ROW[int(digit)] for digit in str(number))
    return row if mark == "年" or len(row) == 1 else _tens(number)


def _tens(number: int) -> str:
    """A number below 100 as it is said: 三十, 十一.

    >>> _tens(30), _tens(11)
    ('三十', '十一')
    """
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else ROW[tens]) + ("十" if tens else "") + (ROW[ones] if ones else "")

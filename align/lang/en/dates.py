"""Dates in English text: Nov. 6, 2024; 6 November; the 24th; Wednesday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from align.lang.values import date_keys, near, weekday_near
from align.model import Mention

MONTHS = {name: i for i, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
WEEKDAYS = {name: i for i, name in enumerate("mon tue wed thu fri sat sun".split())}
MONTH = (
    r"(?P<month{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DATE = re.compile(
    rf"\b{MONTH.format(1)}(?:\s(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,]\d))?(?![\w])"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{MONTH.format(2)}(?![\w])"
    r"|\bthe\s(?P<day3>\d{1,2})(?:st|nd|rd|th)\b"
    r"|\b(?P<relative>last|this|next)\s(?P<unit>year|month)\b"
    r"|\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
WORTH_A_LOOK = re.compile(r"day|year|month|\d|Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec")


def dates(text: str, published: date | None = None) -> Iterator[Mention]:
    """The dates of `text`, left to right; what `published` tells of a weekday (its day) or day (its weekday) is added.

    >>> [m.keys for m in dates("on Nov. 6")]
    [('d:11-06', 'day:6')]
    """
    if not WORTH_A_LOOK.search(text):
        return
    for match in DATE.finditer(text):
        keys = _keys(match, published)
        if keys:
            yield Mention("date", match.start(), match.end(), match[0], keys)


def _keys(match: re.Match[str], published: date | None) -> tuple[str, ...]:
    if match["weekday"]:
        weekday = WEEKDAYS[match["weekday"][:3].lower()]
        if published is None:
            return (f"w:{weekday}",)
        return tuple(dict.fromkeys(
            key for backward in (True, False) for key in date_keys(moment=weekday_near(published, weekday, backward))
        ))  # fmt: skip
    if match["relative"]:
        offset = {"last": -1, "this": 0, "next": 1}[match["relative"]]
        if published is None:
            return ()
        return (
            (f"n:{published.year + offset}",)
            if match["unit"] == "year"
            else date_keys(month=(published.month - 1 + offset) % 12 + 1)
        )
    name = match["month1"] or match["month2"]
    month = MONTHS[name[:3].lower()] if name else 0
    day = int(match["day1"] or match["day2"] or match["day3"] or 0)
    if day > 31:
        return ()
    moment = near(published, month or None, day) if published and day else None
    return date_keys(month or None, day or None, moment)

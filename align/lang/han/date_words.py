"""A date as Japanese and Chinese newspapers write it; what differs between them is in their Words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from align.values import When


class Words(NamedTuple):
    """What a language writes of a date in its own way."""

    century: str
    quarters: tuple[str, ...]
    half: str
    """Behind 上 or 下."""
    weekdays: tuple[str, ...]
    bracketed: tuple[str, ...]
    """The weekdays in brackets behind a day."""
    week: str
    """Behind the day that a week begins with."""
    to: str
    both: bool
    """Whether both days of a range within a month have their 日."""


def words(when: When, own: Words) -> str:
    """`when` written out, its year only where it is named; "" where nothing is known of it."""
    first = date.fromordinal(when.spans[0][0]) if when.spans else None
    year = f"{when.year}年" if when.year else ""
    month = first.month if first else when.month
    if when.grain == "decade":
        return f"{when.year}年代" if when.year else ""
    if when.grain == "century":
        return f"{when.year // 100 + 1}{own.century}" if when.year else ""
    if when.grain == "year":
        return year or (f"{first.year}年" if first else "")
    if when.grain == "quarter":
        return f"{year}{own.quarters[(month - 1) // 3]}" if month else ""
    if when.grain == "half":
        return f"{year}{'上下'[(month - 1) // 6]}{own.half}" if month else ""
    if when.grain == "month":
        ending = f"{own.to}{when.to.month}月" if when.to and when.to.month else ""
        return f"{year}{month}月{ending}" if month else year
    weekday = own.weekdays[when.weekday] if when.weekday is not None else ""
    if when.grain == "week" or (weekday and when.day is None):
        return weekday or (f"{first.month}月{first.day}日{own.week}" if first else "")
    day = first.day if first else when.day
    if not day:
        return ""
    named = f"{month}月{day}日" if month else f"{day}日"
    bracketed = f"（{own.bracketed[when.weekday]}）" if when.weekday is not None else ""
    return f"{year}{_ranged(when, named, month, day, own)}{bracketed}"


def _ranged(when: When, named: str, month: int | None, day: int, own: Words) -> str:
    """A day, with the last one where it is a range of days."""
    last = date.fromordinal(when.spans[0][1] - 1) if when.spans else None
    to_month, to_day = (last.month, last.day) if last else (when.to.month, when.to.day) if when.to else (None, None)
    if not to_day or (to_month or month, to_day) == (month, day):
        return named
    if to_month in (None, month):
        return f"{named if own.both else named.removesuffix('日')}{own.to}{to_day}日"
    return f"{named}{own.to}{to_month}月{to_day}日"

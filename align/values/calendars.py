"""Intervals of days, and whether two dates or two times of day can be the same.

Days are proleptic Gregorian ordinals, intervals half open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from math import ceil, floor

from align.values import COMPATIBLE, CONFLICT, EQUAL, UNKNOWN, Clock, Days, When, days

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
"""Months in a unit."""
PARTS = {
    "early": (0.0, 0.36), "mid": (0.3, 0.7), "late": (0.64, 1.0),
    "spring": (2 / 12, 5 / 12), "summer": (5 / 12, 8 / 12), "autumn": (8 / 12, 11 / 12), "winter": (11 / 12, 14 / 12),
}  # fmt: skip
"""Shares of a unit: thirds that overlap a little, so that the 10th is early in a month and in its middle; seasons, of a year."""
LATER = 1.5
"""How much farther a coming day seems than a past one: news tells what happened."""
AWAY = 4
"""The same for a day of another month that is told by its number alone."""
NEAR = {"day": 3, "week": 7, "month": 15, "quarter": 31, "half": 31, "year": 366, "decade": 366, "century": 3660}
"""Days by which an approximate date may miss one that is written in another unit, by its unit."""
MINUTES = 30
"""The same for a time of day."""
LAST = date.max.toordinal()
"""The last day that a date can be."""
ZONES = 15
"""Minutes that time zones are apart, or a multiple."""


def months(year: int, month: int, count: int) -> Days:
    """The interval of `count` months from the first of `month`, which may lie outside 1 to 12; empty outside the calendar."""
    first, last = year * 12 + month - 1, year * 12 + month - 1 + count
    if first < 12 or last > 9999 * 12:
        return 1, 1
    return date(first // 12, first % 12 + 1, 1).toordinal(), date(last // 12, last % 12 + 1, 1).toordinal()


def day(year: int, month: int, number: int) -> Days | None:
    """The interval of one day; None where there is no such day. `month` may lie outside 1 to 12."""
    index = year * 12 + month - 1
    try:
        return days(date(index // 12, index % 12 + 1, number))
    except ValueError:
        return None


def inside(span: Days) -> bool:
    """Whether an interval has days, and all of them in the calendar, which ends with the year 9999."""
    return 1 <= span[0] < span[1] <= LAST + 1


def part(span: Days, name: str) -> Days:
    """The early, mid or late part of an interval."""
    low, high = PARTS[name]
    length = span[1] - span[0]
    return span[0] + floor(length * low), span[0] + ceil(length * high)


def gap(span: Days, moment: int) -> int:
    """Days from `moment` to the interval: 0 inside, below 0 where it is past."""
    return span[0] - moment if span[0] > moment else min(0, span[1] - 1 - moment)


def nearest(spans: Iterable[Days], moment: int, home: Days | None = None) -> tuple[Days, ...]:
    """The intervals, none empty or twice, the likeliest first: the nearest, of two the past one or the one in `home`."""

    def distance(span: Days) -> float:
        away = gap(span, moment) * (AWAY if home and gap(home, span[0]) else 1)
        return away * LATER if away > 0 else -away

    return tuple(sorted(dict.fromkeys(s for s in spans if s[0] < s[1]), key=distance))


def consistent(when: When) -> bool:
    """Whether the weekday that is written is that of a day that can be meant; true where nothing tells.

    >>> consistent(When(((738946, 738947),), "day", 2024, 3, 1, weekday=4))
    True
    """
    if when.weekday is None or when.day is None or not when.spans:
        return True
    return any((first - 1) % 7 == when.weekday for first, _ in when.spans)


def agree(a: When, b: When) -> str:
    """EQUAL: a day or unit that both can mean; COMPATIBLE: one holds the other; CONFLICT: they have no day in common.

    UNKNOWN where one of them cannot be resolved and no field is written on both sides.
    """
    if not a.spans or not b.spans:
        return _fields(a, b)
    if not consistent(a) or not consistent(b):  # its days are in doubt, the words are not
        bare = (replace(w, spans=(), to=None) for w in (a, b))
        if (told := _fields(*bare)) in (EQUAL, COMPATIBLE):
            return told
    if {a.grain, b.grain} == {"quarter", "half"} and not (a.approx or b.approx or a.to or b.to):
        return CONFLICT  # news that has the one does not mean the other, though the other holds it
    slack = int(a.local != b.local)
    pairs = [(x, y) for x in a.spans for y in b.spans]
    if any(x == y for x, y in pairs):
        return EQUAL
    if any(abs(x[0] - y[0]) <= slack and abs(x[1] - y[1]) <= slack for x, y in pairs):
        return COMPATIBLE
    if a.to and b.to and a.grain == b.grain and not (a.approx or b.approx):
        return CONFLICT  # 14-15 is not 14-16, though the one holds the other
    if a.grain != b.grain and (a.approx or b.approx):
        slack += NEAR[a.grain if a.approx else b.grain]
    return COMPATIBLE if any(x[0] < y[1] + slack and y[0] < x[1] + slack for x, y in pairs) else CONFLICT


def _fields(a: When, b: When) -> str:
    """What the written fields of two dates tell where at least one is not resolved."""
    if a.spans or b.spans:
        known, other = (a, b) if a.spans else (b, a)
        written = [x for x in (other.year, other.month, other.day, other.weekday) if x is not None]
        if not written:
            return UNKNOWN
        return COMPATIBLE if any(_fits(span, other) for span in known.spans) else CONFLICT
    if a.offset is not None and a.offset == b.offset:
        return EQUAL
    if a.away and b.away and (a.grain == b.grain or recounted(a, b)):
        return EQUAL if (a.away, a.grain) == (b.away, b.grain) else CONFLICT
    found = [_same(x, y) for x, y in ((a.year, b.year), (a.day, b.day), (a.weekday, b.weekday))]
    if a.month is not None and b.month is not None:
        (low, high), (first, last) = ((w.month or 0, (w.month or 0) + MONTHS.get(w.grain, 1)) for w in (a, b))
        found.append(EQUAL if (low, high) == (first, last) else COMPATIBLE if low < last and first < high else CONFLICT)
    if CONFLICT in found:
        return CONFLICT
    told = [x for x in found if x]
    if not told:
        return UNKNOWN
    alike = a.grain == b.grain and len(told) == max(_written(a), _written(b)) and COMPATIBLE not in told
    return (
        EQUAL if alike and (a.to is None) == (b.to is None) and _ends(a, b) != CONFLICT else _ends(a, b) or COMPATIBLE
    )


def recounted(a: When, b: When) -> bool:
    """Whether two dates are the same number of other units away, and not one of them: 4년 전, four months ago."""
    return a.grain != b.grain and a.away == b.away and abs(a.away or 1) > 1


def _ends(a: When, b: When) -> str:
    return CONFLICT if a.to and b.to and _fields(a.to, b.to) == CONFLICT else ""


def _written(when: When) -> int:
    return sum(x is not None for x in (when.year, when.month, when.day, when.weekday))


def _same(x: int | None, y: int | None) -> str:
    return "" if x is None or y is None else EQUAL if x == y else CONFLICT


def _fits(span: Days, when: When) -> bool:
    """Whether an interval can be what the fields of `when` say: one of its days has them all."""
    for ordinal in range(span[0], min(span[1], span[0] + 1200)):
        moment = date.fromordinal(ordinal)
        month, least = when.month, MONTHS.get(when.grain, 1)
        if (
            (when.year is None or when.year <= moment.year < when.year + max(1, least // 12))
            and (month is None or month <= moment.month < month + least)
            and (when.day is None or when.day == moment.day)
            and (when.weekday is None or when.weekday == moment.weekday())
        ):
            return True
    return False


def agree_clock(a: Clock, b: Clock) -> str:
    """EQUAL: a minute that both can mean; COMPATIBLE: near, and one is approximate; UNKNOWN: only one is local time."""
    if not a.minutes or not b.minutes:
        return UNKNOWN
    apart = min(min(d, 1440 - d) for x in a.minutes for y in b.minutes for d in [abs(x - y)])
    if not apart:
        return EQUAL
    if a.local != b.local and not apart % ZONES:
        return UNKNOWN
    rounded = any(not m % MINUTES for m in (*a.minutes, *b.minutes))
    return COMPATIBLE if (a.approx or b.approx) and rounded and apart <= MINUTES else CONFLICT

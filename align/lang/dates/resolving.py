"""The days that a date can mean, resolved against the publication date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from align.lang.dates.fields import Fields, unit
from align.lang.dates.holidays import holidays
from align.values import Days, When
from align.values.calendars import MONTHS, day, gap, inside, months, nearest, part

WIDE = frozenset("last next".split())
"""Senses that may mean the unit after the nearest as well: last June."""


@lru_cache(maxsize=4096)
def resolved(fields: Fields, published: date | None) -> When:
    """The date, with the days that it may mean."""
    leaning = fields.offset is not None and fields.day is None
    year = (
        fields.year
        if fields.year is not None
        else published.year + fields.years
        if published and fields.years is not None and not fields.lean
        else None
    )
    month = fields.month
    if fields.grain in ("quarter", "half") and fields.number:
        month = (fields.number - 1) * MONTHS[fields.grain] + 1
    if fields.grain in ("decade", "century"):
        year = fields.number
    spans = _ranged(fields, published) if fields.end else _spans(fields, published)
    free = (
        not fields.sense
        and not fields.holiday
        and fields.weeks is None
        and fields.days is None
        and fields.years is None
        and fields.months is None
    )
    bare = ("month" if fields.day is not None else "") if month is None else "year" if year is None else ""
    return When(
        spans,
        unit(fields) or "day",
        year,
        month,
        fields.day,
        fields.weekday,
        fields.offset if leaning else None,
        fields.away,
        fields.approx or bool(fields.part and unit(fields) != "day") or fields.grain.startswith("~"),
        fields.local,
        bare if free and not leaning and fields.year is None else "",
        told="" if fields.lean else _told(fields),
        lean=(fields.lean, (fields.years if fields.lean == "year" else fields.months) or 0) if fields.lean else None,
        to=resolved(fields.end, None) if fields.end else None,
    )


def _told(fields: Fields) -> str:
    counts = (("year", fields.years), ("month", fields.months), ("week", fields.weeks), ("day", fields.days))
    return " ".join(f"{unit}{count}" for unit, count in counts if count is not None)


def _ranged(fields: Fields, published: date | None) -> tuple[Days, ...]:
    """From each day that the first end may mean to the next that the last may."""
    begin, end = fields._replace(end=None), fields.end or fields
    if begin.year is None and begin.years is None and (end.year or end.years is not None) and begin.months is None:
        lasts = _spans(end, published)
        return tuple(
            (starts[0][0], last[1])
            for last in lasts
            if (starts := _spans(begin._replace(sense="past"), date.fromordinal(last[0])))
        )
    found = []
    fixed = end.year or end.years is not None or end.months is not None or end.days is not None or end.weeks is not None
    for first in _spans(begin, published):
        anchor = date.fromordinal(first[0])
        lasts = _spans(end, published) if fixed else _spans(end._replace(sense="future"), anchor)
        found += [(first[0], last[1]) for last in lasts[:1] if last[1] > first[0]]
    return tuple(found)


def _spans(fields: Fields, published: date | None) -> tuple[Days, ...]:
    today = published.toordinal() if published else None
    found = [span for span in _candidates(fields, published) if inside(span)]
    if fields.part and unit(fields) != "day":
        found = [part(span, fields.part) for span in found]
    if today is None or len(found) < 2:
        return tuple(found)
    lone = fields.day is not None and fields.month is None and fields.months is None and not fields.sense
    home = months(published.year, published.month, 1) if published and lone else None
    kept = nearest(found, today, home)
    if fields.sense in ("past", "last"):
        kept = tuple(s for s in kept if gap(s, today) < 0) + tuple(s for s in kept if gap(s, today) == 0)
    elif fields.sense in ("future", "next"):
        kept = tuple(s for s in kept if gap(s, today) > 0) + tuple(s for s in kept if gap(s, today) == 0)
    if fields.sense in ("past", "future"):
        return tuple(s for i, s in enumerate(kept) if not i or gap(s, today) == 0)
    if fields.sense in WIDE:
        return kept[:2]
    return _fitting(fields, kept, today)


CLOSE = 100
"""Days within which a day without its year, or a year's part, is meant and no other, whatever weekday is written."""
APART = 20
"""Days from publication within which a day of another month can be meant by its number alone: 30일 on the 2nd."""


def _fitting(fields: Fields, kept: tuple[Days, ...], today: int) -> tuple[Days, ...]:
    """The candidates of a day without its month or year that its weekday leaves; all where it leaves none."""
    if fields.day is None or fields.weekday is None:
        return kept
    fits = tuple(s for s in kept if (s[0] - 1) % 7 == fields.weekday)
    if fields.month is not None and abs(gap(kept[0], today)) <= CLOSE:
        return kept[:1]
    return fits or kept


def _in_its_week(fields: Fields, published: date) -> Iterator[Days]:
    """The day of that number that is nearest to its week: 下周四（19日）. Its weekday is looked at by others."""
    weeks = list(_in_weeks(fields._replace(day=None, weekday=None), published))
    near = (_in_month(fields, published.year, published.month + o) for o in range(-1, 2))
    yield from sorted((s for some in near for s in some), key=lambda span: abs(span[0] - weeks[0][0]))[:1]


def _candidates(fields: Fields, published: date | None) -> Iterator[Days]:
    year = fields.year
    if year is None and fields.years is not None:
        if not published:
            return
        year = published.year + fields.years
    if fields.grain.startswith("~"):
        yield from _ago(fields, published)
    elif fields.grain in ("decade", "century") and fields.number is not None:
        yield months(fields.number, 1, MONTHS[fields.grain])
    elif fields.holiday:
        around = (
            range(year, year + 1)
            if year is not None
            else range(published.year - 1, published.year + 2)
            if published
            else range(0)
        )
        wider = int(fields.approx)  # the holiday of three days around it
        yield from ((first - wider, last + wider) for first, last in holidays(fields.holiday, around))
    elif fields.days is not None or (fields.offset is not None and fields.day is None):
        if published:
            moment = published.toordinal() + (fields.days if fields.days is not None else fields.offset or 0)
            yield moment, moment + 1
    elif fields.months is not None and fields.grain in ("", "nth"):
        if published:
            yield from _in_month(fields, published.year, published.month + fields.months)
    elif fields.weeks is not None and fields.day is not None:
        if published:
            yield from _in_its_week(fields, published)
    elif (
        fields.weeks is not None
        or fields.grain == "weekend"
        or (fields.weekday is not None and fields.day is None and fields.grain != "nth")
    ):
        if published:
            yield from _in_weeks(fields, published)
    elif fields.grain in ("quarter", "half"):
        yield from _in_year(fields, year, published)
    elif year is not None:
        yield from _in_month(fields, year, fields.month) if fields.month else [months(year, 1, 12)]
    elif fields.month is not None:
        for each in range(published.year - 1, published.year + 2) if published else ():
            yield from _in_month(fields, each, fields.month)
    elif published:
        today = published.toordinal()
        reach = range(-2, 3) if fields.sense else range(-1, 2)
        spans = {o: s for o in reach for s in _in_month(fields, published.year, published.month + o)}
        close = [s for o, s in spans.items() if not o or fields.sense or abs(gap(s, today)) <= APART]
        yield from close or spans.values()


def _in_month(fields: Fields, year: int, month: int) -> Iterator[Days]:
    if fields.grain == "nth":
        first, last = months(year, month, 1)
        fitting = [x for x in range(first, last) if fields.weekday is None or (x - 1) % 7 == fields.weekday]
        number = fields.number or 1
        if number <= len(fitting):
            moment = fitting[number - 1 if number > 0 else number]
            yield moment, moment + 1
    elif fields.day is None:
        yield months(year, month, 1)
    elif span := day(year, month, fields.day):
        yield span


def _in_year(fields: Fields, year: int | None, published: date | None) -> Iterator[Days]:
    """A quarter or half by its number, or counted from that of the publication date."""
    size = MONTHS[fields.grain]
    if fields.number is None:
        if published and fields.months is not None:
            yield months(published.year, ((published.month - 1) // size + fields.months) * size + 1, size)
        return
    years = (year,) if year is not None else range(published.year - 1, published.year + 2) if published else ()
    for each in years:
        yield months(each, (fields.number - 1) * size + 1, size)


def _in_weeks(fields: Fields, published: date) -> Iterator[Days]:
    """A week, its weekend or a day of it; a bare weekday within seven days of publication."""
    today = published.toordinal()
    monday = today - published.weekday()
    first, length = (5, 2) if fields.grain == "weekend" else (0, 7) if fields.weekday is None else (fields.weekday, 1)
    if fields.weeks is not None:
        yield monday + 7 * fields.weeks + first, monday + 7 * fields.weeks + first + length
        return
    reach = {"past": range(-14, 0), "last": range(-14, 0), "future": range(1, 15), "next": range(1, 15)}.get(
        fields.sense, range(-7, 8)
    )
    for week in range(-3, 4):
        span = monday + 7 * week + first, monday + 7 * week + first + length
        if gap(span, today) in reach:
            yield span


def _ago(fields: Fields, published: date | None) -> Iterator[Days]:
    """A number of weeks, months or years from publication, more or less half of one."""
    if not published or fields.number is None:
        return
    kind, count = fields.grain[1:], fields.number
    if kind == "week":
        middle, half = published.toordinal() + 7 * count, 3
    else:
        first, last = months(published.year, published.month + count * MONTHS[kind], 1)
        middle, half = min(first + published.day, last) - 1, 15 * MONTHS[kind]
    yield middle - half, middle + half + 1

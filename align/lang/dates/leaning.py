"""Dates that lean on an earlier one of their own text: 이날, 전날, the same day, 翌年, and 28일 after 1950년 6월 25일."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from align.model import Mention
from align.values import Days, When
from align.values.calendars import day, inside, months

REACH = 2
"""How many of the dates before it a date may lean on."""


def resolved(mentions: Sequence[Sequence[Mention]], published: date | None) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of each segment of one document, those dates resolved that lean on an earlier one.

    이날 gets the last two days that are named before it, then that of publication; a day without its month the months
    of the last two dates too, a month or day without its year their years, after what the publication date tells.
    """
    named: list[Days] = []
    days: list[tuple[Days, ...]] = []
    found = []
    for segment in mentions:
        changed: dict[int, Mention] = {}
        dates = [(m.start, i, m.value) for i, m in enumerate(segment) if isinstance(m.value, When)]
        for _, i, when in sorted(dates, key=lambda each: each[:2]):
            every = (*_leaning(when, days, published), *_counted(when, named), *when.spans, *_inheriting(when, named))
            spans = tuple(span for span in dict.fromkeys(every) if inside(span))
            if spans != when.spans:
                changed[i] = replace(segment[i], value=replace(when, spans=spans))
            if when.offset is not None or not spans or when.approx or when.event:
                continue
            if when.grain == "day":
                likely = _likely(when, spans)
                days = [likely, *(other for other in days if other != likely)][:REACH]
            if when.grain in ("day", "month", "year"):
                named = [spans[0], *(span for span in named if span != spans[0])][:REACH]
        found.append(tuple(changed.get(i, m) for i, m in enumerate(segment)))
    return tuple(found)


def _likely(when: When, spans: tuple[Days, ...]) -> tuple[Days, ...]:
    """What a later date can lean on: the likeliest day; of a mere weekday the two likeliest."""
    return spans[: 2 if when.day is None and when.weekday is not None else 1]


def _leaning(when: When, days: Sequence[tuple[Days, ...]], published: date | None) -> Iterator[Days]:
    """An offset counted from the days named before, then publication: onward from the end of a range, back from its beginning."""
    if when.offset is not None:
        today = [(published.toordinal(), published.toordinal() + 1)] if published else []
        for first, end in (*(span for spans in days for span in spans), *today):
            moment = (end - 1 if when.offset > 0 else first) + when.offset
            yield moment, moment + 1


def _counted(when: When, named: Sequence[Days]) -> Iterator[Days]:
    """So many years or months from the dates named before: 翌年3月, 同月30日."""
    if not when.lean or when.to or when.approx:
        return
    unit, count = when.lean
    for first, _ in named:
        moment = date.fromordinal(first)
        if unit == "year":
            year = moment.year + count
            yield from _of_year(when, year) if when.month else [months(year, 1, 12)]
        elif when.day is None:
            yield months(moment.year, moment.month + count, 1)
        elif span := day(moment.year, moment.month + count, when.day):
            yield span


def _inheriting(when: When, named: Sequence[Days]) -> Iterator[Days]:
    """The month or year that is left open, as an earlier date has it."""
    if not when.open or when.approx or (when.to and (when.open != "month" or when.to.month or not when.to.day)):
        return
    for first, end in named:
        moment = date.fromordinal(first)
        if when.to:  # 12월 15일까지, 18~21일
            ends = [day(moment.year, moment.month, number or 0) for number in (when.day, when.to.day)]
            if ends[0] and ends[1] and end - first < 40:
                yield ends[0][0], ends[1][1]
            continue
        if when.open == "year":
            yield from _of_year(when, moment.year)
        elif when.day and end - first < 40 and (span := day(moment.year, moment.month, when.day)):
            yield span


def _of_year(when: When, year: int) -> Iterator[Days]:
    if when.day is None:
        yield months(year, when.month or 1, {"quarter": 3, "half": 6}.get(when.grain, 1))
    elif span := day(year, when.month or 1, when.day):
        yield span

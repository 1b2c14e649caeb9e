"""Dates in Korean text: 2024년 11월 6일, 지난달 24일, 6일(현지시간), 수요일, 내년 상반기, 이날."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from align.lang.base.keys import date_keys, near
from align.lang.dates.fields import Fields, groups, ranges
from align.lang.dates.resolving import resolved
from align.lang.ko.date_pieces import TO, pieces
from align.lang.ko.event_days import event_days
from align.lang.ko.latin_dates import latin_dates
from align.model import Mention

GLUE = re.compile(r"\s?|의\s|\s?\(|\)\s?|인\s")
RANGE = re.compile(rf"{TO}|\)?\s?부터\s?|\)?\s?에서\s|\)?{TO}")
RANKS = {"s": 0, "y": 1, "e": 3, "n": 4, "d": 4, "w": 4, "p": 5} | dict.fromkeys("kmqcvxo", 2)
"""The order of a Korean date: 내년 3월 6일 수요일, 이달 말."""


def dates(text: str, published: date | None = None) -> Iterator[Mention]:
    """The dates of `text`, left to right; what `published` tells of a day (month, weekday) is added where it is given.

    >>> [m.keys for m in dates("지난달 24일", date(2024, 11, 7))]
    [('d:10-24', 'day:24', 'w:3')]
    """
    events = tuple(event_days(text))
    yield from sorted((*events, *_days(text, published, events)), key=lambda mention: mention.start)


def _days(text: str, published: date | None, events: tuple[Mention, ...]) -> Iterator[Mention]:
    """The dates in Korean words and in English ones, none in the day that an event is called by."""
    latin = tuple(latin_dates(text))
    found = ranges(groups(pieces(text), text, GLUE, RANKS), text, RANGE)
    for piece in (*latin, *(p for p in found if not any(d.start < p.end and p.start < d.end for d in latin))):
        start = piece.start + (text[piece.start] == " ")
        inside = text[start : piece.end]
        end = piece.end + (inside.count("(") > inside.count(")") and text[piece.end : piece.end + 1] == ")")
        if any(event.start < end and start < event.end for event in events):
            continue
        keys = _keys(piece.fields, published)
        yield Mention("date", start, end, text[start:end], keys, resolved(piece.fields, published))


@lru_cache(maxsize=4096)
def _keys(fields: Fields, published: date | None) -> tuple[str, ...]:
    """The aligner's keys: day and month as written, with what the nearest such day adds."""
    month = fields.month
    found: list[str] = []
    if fields.months is not None and published and not fields.grain:
        month = (published.month - 1 + fields.months) % 12 + 1
    if fields.day or (month and not fields.grain):
        moment = near(published, month, fields.day) if published and fields.day else None
        found += date_keys(month, fields.day, moment)
    elif fields.offset == 0 and published:
        found += date_keys(moment=published)
    if fields.weekday is not None:
        found.append(f"w:{fields.weekday}")
    if fields.years is not None and published:
        found.append(f"n:{published.year + fields.years}")
    if fields.end:
        found += _keys(fields.end, published)
    return tuple(dict.fromkeys(found))

"""Dates in Korean text: 2024년 11월 6일, 지난달 24일, 6일(현지시간), 수요일, 내년 상반기, 이날."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from align.lang.dates.aligned import keys
from align.lang.dates.fields import groups, ranges
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
        when = resolved(piece.fields, published)
        yield Mention("date", start, end, text[start:end], keys(piece.fields, published), when)

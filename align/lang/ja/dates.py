"""Dates in Japanese text: 2024年11月6日, 先月24日, 12日（木）, 令和6年, 来年上半期, 同日, 4〜6月期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from align.lang.dates.aligned import keys
from align.lang.dates.fields import groups, ranges
from align.lang.dates.resolving import resolved
from align.lang.ja.date_pieces import TO, pieces
from align.lang.ja.event_days import event_days
from align.model import Mention

GLUE = re.compile(r"\s?|の|\s?[(（]|[)）]の?|[)）]?\s")
RANGE = re.compile(rf"[)）]?(?:{TO}|から|より)|[)）]?に?から")
RANKS = {"s": 0, "y": 1, "e": 3, "n": 4, "d": 4, "w": 4, "p": 5} | dict.fromkeys("kmqcvxo", 2)
"""The order of a Japanese date: 来年3月6日水曜日, 今月末."""


def dates(text: str, published: date | None = None) -> Iterator[Mention]:
    """The dates of `text` (folded), left to right; what `published` tells of a day is added where it is given.

    >>> [m.keys for m in dates("先月24日", date(2024, 11, 7))]
    [('d:10-24', 'day:24', 'w:3')]
    """
    events = tuple(event_days(text))
    yield from sorted((*events, *_days(text, published, events)), key=lambda mention: mention.start)


def _days(text: str, published: date | None, events: tuple[Mention, ...]) -> Iterator[Mention]:
    """The dates, none in the day that an event is called by."""
    for piece in ranges(groups(pieces(text), text, GLUE, RANKS), text, RANGE):
        inside = text[piece.start : piece.end]
        opened = sum(map(inside.count, "(（")) > sum(map(inside.count, ")）"))
        end = piece.end + (opened and text[piece.end : piece.end + 1] in tuple(")）"))
        if not any(event.start < end and piece.start < event.end for event in events):
            when = resolved(piece.fields, published)
            yield Mention("date", piece.start, end, text[piece.start : end], keys(piece.fields, published), when)

"""Dates in Chinese text: 2024年11月6日, 上月24日, 6日（当地时间）, 下周四（19日）, 明年上半年, 同日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from align.lang.dates.aligned import keys
from align.lang.dates.fields import Piece, groups, letters, ranges
from align.lang.dates.resolving import resolved
from align.lang.zh.date_pieces import TO, pieces
from align.lang.zh.event_days import event_days
from align.lang.zh.letters import plain
from align.model import Mention

GLUE = re.compile(r"\s?|\s?的\s?|\s?[(（]|[)）]\s?")
RANGE = re.compile(rf"{TO}|[)）]?起?{TO}|\s?(?:起|开始)?(?:至|到|直至|直到|持续至|持续到|延续至)\s?")
RANKS = {"s": 0, "y": 1, "e": 3, "n": 4, "p": 5} | dict.fromkeys("kmqcvxodw", 2)
"""The order of a Chinese date: 明年3月6日周三, 本月底; but 周三（11月6日） too."""
WIRE = re.compile(
    r"(?:\([^()]{1,12}\))?\s?(?:电(?!话|视|影|子|力|动|池|价|站|网|邮|台|商|竞|信|源|量|压|车|厂|梯|讯公司)|专电|"
    r"讯(?!问|息|号))"
)
"""What makes a day that of a dateline, on which an agency wrote: 首尔11月7日电."""


def dates(text: str, published: date | None = None) -> Iterator[Mention]:
    """The dates of `text`, left to right; what `published` tells of a day (month, weekday) is added where it is given.

    >>> [m.keys for m in dates("上月24日", date(2024, 11, 7))]
    [('d:10-24', 'day:24', 'w:3')]
    """
    folded = plain(text)
    events = tuple(event_days(folded))
    yield from sorted((*events, *_days(text, folded, published, events)), key=lambda mention: mention.start)


def _days(text: str, folded: str, published: date | None, events: tuple[Mention, ...]) -> Iterator[Mention]:
    """The dates in words and figures, none in the day that an event is called by."""
    for piece in ranges(groups(_weekdays_last(folded), folded, GLUE, RANKS), folded, RANGE):
        start = piece.start
        inside = folded[start : piece.end]
        opened = sum(inside.count(c) for c in "(（") > sum(inside.count(c) for c in ")）")
        end = piece.end + (opened and folded[piece.end : piece.end + 1] in tuple(")）"))
        if any(event.start < end and start < event.end for event in events):
            continue
        wire = piece.fields.day is not None and WIRE.match(folded, end)
        when = None if wire else resolved(piece.fields, published)
        yield Mention("date", start, end, text[start:end], keys(piece.fields, published), when)


def _weekdays_last(text: str) -> Iterator[Piece]:
    """The pieces of a text; a weekday with its day in brackets behind it says what the day with its weekday does: 周四（11月7日）."""
    every = list(pieces(text))
    k = 0
    while k < len(every):
        a, b, c = every[k], *[*every[k + 1 : k + 3], None, None][:2]
        if (
            b
            and c
            and letters(a.fields) == "w"
            and letters(b.fields) == "m"
            and letters(c.fields) == "d"
            and text[a.end : b.start] in tuple("(（")
        ):
            yield Piece(a.start, b.end, b.fields)
            yield Piece(c.start, c.end, c.fields._replace(weekday=a.fields.weekday))
            k += 3
        else:
            yield a
            k += 1

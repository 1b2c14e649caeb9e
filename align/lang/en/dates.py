"""Dates in English text: Nov. 6, 2024; 6 November; the 24th of last month; Wednesday (local time); the first half of 2027."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from align.lang.base.keys import date_keys, near, weekday_near
from align.lang.dates.fields import Fields, Piece, groups, ranges
from align.lang.dates.resolving import resolved
from align.lang.en.date_pieces import pieces
from align.lang.en.grammar import AFTER, DAY, TO
from align.model import Mention
from align.values import When
from align.values.calendars import day

GLUE = re.compile(r"\s|,\sa\s|,\s|\s?\(|\)\s?|\sof\s|['’]s\s|\s(?:on|in)\s|")
RANGE = re.compile(rf"{TO}|\s(?:until|and\sending)\s")
BETWEEN = ("between ", " and ")
RANKS = {"p": 0, "s": 0}
SLASH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
FUZZY = re.compile(r"\b(?:around|about|approximately|circa|roughly|on\sor\sabout)\s(?:on\s)?$")


MORE = re.compile(
    rf"(?:,\s(?P<a>{DAY}))?(?:,\s(?P<b>{DAY}))?,?\s(?:and|&)\s(?P<c>{DAY})\b(?![:/%]|[.,]\d)(?={AFTER.pattern})"
)
"""What goes on behind a month and its day: July 16 and 17; June 3, 4 and 5."""
EARLIER = re.compile(rf"\b(?:on|for|between|of)\s(?:the\s)?(?:(?P<a>{DAY}),\s)?(?P<b>{DAY})\s(?:and|&)\s(?:the\s)?$")
"""What stands before a day and its month: 16 and 17 July."""


def dates(text: str, published: date | None = None) -> Iterator[Mention]:
    """The dates of `text`, left to right; what `published` tells of a weekday (its day) or day (its weekday) is added.

    >>> [m.keys for m in dates("on Nov. 6")]
    [('d:11-06', 'day:6')]
    """
    found = [*ranges(groups(pieces(text), text, GLUE, RANKS), text, RANGE, BETWEEN)]
    listed = [more for piece in found for more in _listed(piece, text)]
    own = [p for p in found if all(p.end <= more.start or more.end <= p.start for more in listed)]
    for piece in sorted((*own, *listed), key=_start):
        fields = piece.fields
        if fields.grain == "weekend" and fields.weeks is None and fields.part:
            fields = fields._replace(part="")
        if FUZZY.search(text, max(0, piece.start - 20), piece.start):
            fields = fields._replace(approx=True)
        inside = text[piece.start : piece.end]
        end = piece.end + (inside.count("(") > inside.count(")") and text[piece.end : piece.end + 1] == ")")
        keys = _keys(fields, published)
        when = resolved(fields, published)
        if match := SLASH.fullmatch(inside):
            when = _either_way(when, int(match[1]), int(match[2]), int(match[3]))
        yield Mention("date", piece.start, end, text[piece.start : end], keys, when)


def _listed(piece: Piece, text: str) -> Iterator[Piece]:
    """The other days that the month of a date is told for."""
    fields = piece.fields
    if fields.month is None or fields.day is None or fields.year is not None or fields.end:
        return
    for match in (EARLIER.search(text, max(0, piece.start - 24), piece.start), MORE.match(text, piece.end)):
        spans = [match.span(name) for name in match.groupdict() if match[name]] if match else []
        others = [Piece(*span, fields._replace(day=_number(text[slice(*span)]), weekday=None)) for span in spans]
        first, *rest = sorted((piece, *others), key=_start)
        if len(rest) == 1 and text.endswith(BETWEEN[0], 0, first.start):
            others = [Piece(first.start, rest[0].end, first.fields._replace(end=Fields(day=rest[0].fields.day)))]
        yield from (other for other in others if 0 < (other.fields.day or 0) < 32)


def _start(piece: Piece) -> int:
    return piece.start


def _number(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


def _either_way(when: When, first: int, second: int, year: int) -> When:
    """11/6/2024 is 6 November in the United States and 11 June elsewhere; only the year is sure."""
    ways = [(m, d) for m, d in ((first, second), (second, first)) if 0 < m < 13]
    spans = tuple(dict.fromkeys(span for m, d in ways if (span := day(year, m, d))))
    return when if len(spans) < 2 else replace(when, spans=spans, month=None, day=None)


@lru_cache(maxsize=4096)
def _keys(fields: Fields, published: date | None) -> tuple[str, ...]:
    """The aligner's keys: day and month as written with what the nearest such day adds, a weekday's days."""
    month = fields.month
    found: list[str] = []
    if fields.months is not None and published and not fields.grain:
        month = (published.month - 1 + fields.months) % 12 + 1
    if fields.day or (month and not fields.grain):
        moment = near(published, month, fields.day) if published and fields.day else None
        found += date_keys(month, fields.day, moment)
    if fields.weekday is not None:
        if published is None or fields.day:
            found.append(f"w:{fields.weekday}")
        else:
            for backward in (True, False):
                if moment := weekday_near(published, fields.weekday, backward):
                    found += date_keys(moment=moment)
    if fields.years is not None and published:
        found.append(f"n:{published.year + fields.years}")
    if fields.end:
        found += _keys(fields.end, published)
    return tuple(dict.fromkeys(found))

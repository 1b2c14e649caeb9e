"""Dates that Korean text takes over as English writes them: 19 Apr 2025, March 8, Dec. 3, 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from align.lang.dates.fields import Fields, Piece

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def latin_dates(text: str) -> Iterator[Piece]:
    """The dates of `text` with an English month and a day, left to right.

    >>> [(p.fields.year, p.fields.month, p.fields.day) for p in latin_dates("샘플 (19 Apr 2025), Dec. 3")]
    [(2025, 4, 19), (None, 12, 3)]
    """
    if not _worth_a_look().search(text):
        return
    for match in _pattern().finditer(text):
        year, day = match["y1"] or match["y2"], int(match["d1"] or match["d2"])
        month = MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1
        if 0 < day < 32:
            yield Piece(match.start(), match.end(), Fields(year=int(year) if year else None, month=month, day=day))


@cache
def _worth_a_look() -> re.Pattern[str]:
    return re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")


@cache
def _pattern() -> re.Pattern[str]:
    month = (
        r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
        r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
    )
    year = r"(?:1[89]|20)\d\d(?!\d)"
    return re.compile(
        rf"(?<![\w.,])(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m1>{month})(?![A-Za-z])(?:,?\s(?P<y1>{year}))?"
        rf"|(?<![A-Za-z])(?P<m2>{month})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.:])(?:,?\s(?P<y2>{year}))?"
    )

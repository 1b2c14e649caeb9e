"""A date in the notation of another: October 3rd for the 30th is October 30th, the 16th for the 6th the 6th."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from align.lang.en.date_words import MONTHS, SHORT, ordinal
from align.values import When


@cache
def _notation() -> re.Pattern[str]:
    months = "|".join(re.escape(name) for name in sorted({*MONTHS, *SHORT}, key=len, reverse=True))
    return re.compile(rf"(?P<month>{months})(?!\w)|(?P<year>\b\d{{4}}\b)|(?P<day>\b\d{{1,2}})(?P<th>st|nd|rd|th)?\b")


LEFT = re.compile(r"[\s,]*(?:the\b|of\b|[\s,])*")
"""What may stand between the parts of a date."""


def restated(text: str, when: When) -> str:
    """The date `when` as `text`, which is another date, is written; "" where it has more in it than month, day and year.

    >>> restated("the 16th", When((), "day", month=10, day=6)), restated("October 3, 2024", When((), "day", 2024, 10, 30))
    ('the 6th', 'October 30, 2024')
    >>> restated("next Tuesday", When((), "day", month=10, day=6))
    ''
    """
    first = date.fromordinal(when.spans[0][0]) if when.spans else None
    year, month, day = (first.year, first.month, first.day) if first else (when.year, when.month, when.day)
    if when.grain not in ("day", "month", "year") or not LEFT.fullmatch(_notation().sub("", text)):
        return ""
    lacking = False
    dated = when.grain == "day"

    def part(found: re.Match[str]) -> str:
        nonlocal lacking
        if found["month"]:
            lacking |= month is None or when.grain == "year"
            names = MONTHS if found["month"] in MONTHS and not (dated and found["month"] in SHORT) else SHORT
            return names[(month or 1) - 1]
        if found["year"]:
            lacking |= year is None
            return str(year)
        lacking |= day is None or not dated
        return ordinal(day or 1) if found["th"] else str(day)

    written = _notation().sub(part, text)
    return "" if lacking or written == text else written

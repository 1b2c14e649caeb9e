"""A date in the notation of another: 10월 3일 for the 30th is 10월 30일, 3일 is 30일."""

from __future__ import annotations

import re
from datetime import date

from align.values import When

PART = re.compile(r"(\d+)(\s*)([년월일])")


def restated(text: str, when: When) -> str:
    """The date `when` as `text`, which is another date, is written; "" where it has more in it than year, month and day.

    >>> restated("10월 3일", When((), "day", month=10, day=30)), restated("지난 3일", When((), "day", month=10, day=30))
    ('10월 30일', '')
    """
    if when.grain not in ("day", "month") or PART.sub("", text).strip():
        return ""
    first = date.fromordinal(when.spans[0][0]) if when.spans else None
    year, month, day = (first.year, first.month, first.day) if first else (when.year, when.month, when.day)
    known = {"년": year, "월": month, "일": day if when.grain == "day" else None}
    parts = [(space, mark, known[mark]) for _, space, mark in PART.findall(text)]
    if any(value is None for _, _, value in parts):
        return ""
    rest = iter(parts)

    def part(_: re.Match[str]) -> str:
        space, mark, value = next(rest)
        return f"{value}{space}{mark}"

    written = PART.sub(part, text)
    return "" if written == text else written

"""The keys by which two languages recognise the same number or date, and what both read alike: URLs, Latin strings.

n:1500000000 a number, n~1.5e+09 the same to two digits; d:11-06 a day of the year, day:6 of a month, m:11 a month,
w:2 a weekday (Monday 0), u:… an address, l:nato a Latin string in lower case.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction

from align.model import Mention

ADDRESS = re.compile(
    r"https?://[^\s<>\"'“”]+[^\s<>\"'“”.,;:!?)]|www\.[\w.-]+\w|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#][A-Za-z_]\w+"
)
FULL_WIDTH = {ord("０") + i: ord("0") + i for i in range(10)} | {
    ord("，"): ord(","),
    ord("．"): ord("."),
    ord("％"): ord("%"),
}
"""One character each, so that offsets stay."""


def number_keys(value: Fraction) -> tuple[str, ...]:
    """The keys of a number: its value, and from 100 on the value to two digits, which rounding keeps."""
    exact = f"n:{value.numerator}" if value.denominator == 1 else f"n:{float(value):.10g}"
    return (exact, f"n~{float(value):.1e}") if value >= 100 else (exact,)


def date_keys(month: int | None = None, day: int | None = None, moment: date | None = None) -> tuple[str, ...]:
    """The keys of a date of which month and day, or all, are known; the most exact first."""
    if moment is not None:
        return (f"d:{moment.month:02}-{moment.day:02}", f"day:{moment.day}", f"w:{moment.weekday()}")
    if month and day:
        return (f"d:{month:02}-{day:02}", f"day:{day}")
    return (f"m:{month}",) if month else (f"day:{day}",)


def near(published: date, month: int | None, day: int) -> date | None:
    """The day of that number (and month) nearest to the publication date; None where there is none."""
    candidates = []
    for offset in range(-12, 13):
        index = published.year * 12 + published.month - 1 + offset
        year, m = divmod(index, 12)
        if (month is None and abs(offset) > 1) or (month is not None and m + 1 != month):
            continue
        try:
            candidates.append(date(year, m + 1, day))
        except ValueError:
            continue
    return min(candidates, key=lambda d: abs(d - published), default=None)


def weekday_near(published: date, weekday: int, backward: bool = True) -> date | None:
    """The last such weekday on or before the publication date, or the next one after it; None where the calendar ends before it."""
    behind = (published.weekday() - weekday) % 7
    try:
        return published - timedelta(days=behind) if backward else published + timedelta(days=(7 - behind))
    except OverflowError:
        return None


def addresses(text: str) -> list[Mention]:
    """URLs, e-mail addresses, handles and hashtags."""
    if "@" not in text and "#" not in text and "://" not in text and "www." not in text:
        return []
    return [
        Mention("address", m.start(), m.end(), m[0], (f"u:{m[0].lower().rstrip('/')}",)) for m in ADDRESS.finditer(text)
    ]

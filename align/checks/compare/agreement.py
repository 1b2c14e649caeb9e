"""Whether two values of an aligned pair can say the same, each by its kind; and which are too weak to be sure values."""

from __future__ import annotations

import re

from align.model import Mention
from align.values import COMPATIBLE, UNKNOWN, Clock, Code, Quantity, When, calendars, codes, quantities


def agree(a: Mention, b: Mention) -> str:
    """Whether two mentions can say the same; UNKNOWN for two of different kinds that share no number."""
    x, y = a.value, b.value
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return quantities.agree(x, y)
    if isinstance(x, When) and isinstance(y, When):
        return COMPATIBLE if _worded_alike(x, y) else calendars.agree(x, y)
    if isinstance(x, Clock) and isinstance(y, Clock):
        return calendars.agree_clock(x, y)
    if isinstance(x, Code) and isinstance(y, Code):
        return codes.agree(x, y)
    return COMPATIBLE if _shared(a, b) else UNKNOWN


def _worded_alike(x: When, y: When) -> bool:
    """Whether two dates say the same and leave the same open: 7월 and July, whatever year the one or the other is told of."""
    same = (x.grain, x.year, x.month, x.day, x.offset) == (y.grain, y.year, y.month, y.day, y.offset)
    if same and x.told and (x.told, x.weekday, x.approx) == (y.told, y.weekday, y.approx) and not (x.to or y.to):
        return True  # 지난주 and last week, on whatever day they are read
    bare = x.year is None and x.offset is None and x.month is not None and None in (x.weekday, y.weekday)
    return same and bare and not (x.to and y.to and _unlike(x.to, y.to))


def _unlike(x: When, y: When) -> bool:
    """Whether the ends of two ranges are told in other numbers."""
    return x.day != y.day or (None not in (x.month, y.month) and x.month != y.month)


def _shared(a: Mention, b: Mention) -> bool:
    """Whether two values of other kinds have the same number in them: 3년 전 and three years, 2024년 and 2024, 9조 and Article 9."""
    for code, other in ((a, b), (b, a)):
        if isinstance(code.value, Code):
            return not codes.numbers(code.value).isdisjoint(re.findall(r"\d+", other.text))
    number, date = (a, b) if isinstance(a.value, Quantity) else (b, a)
    if not isinstance(number.value, Quantity) or not isinstance(date.value, When):
        return False
    point, when = number.value.point, date.value
    if point is None or number.value.role == "score" or number.value.unit not in ("", when.grain):
        return False
    if point in {when.year, when.day} - {None} or (when.away is not None and point == abs(when.away)):
        return True
    return (
        any(c.isdigit() for c in date.text)
        and str(point) in "".join(c if c.isdigit() else " " for c in date.text).split()
    )


def weak(mention: Mention) -> bool:
    """Whether a mention may be no value at all: one, both, first, half."""
    value = mention.value
    if not isinstance(value, Quantity):
        return False
    small = not value.unit and not any(c.isdigit() for c in mention.text) and (value.point or 0) <= 2
    return value.role == "word" or small

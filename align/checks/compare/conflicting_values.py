"""How surely one of two values that are left over stands in the place of the other."""

from __future__ import annotations

import re
from fractions import Fraction

from align.checks.compare.agreement import agree, weak
from align.model import Mention
from align.values import CONFLICT, Clock, Code, Quantity, When, calendars, codes, quantities
from align.values.units import units

YEARS = range(1000, 3000)
"""Bare numbers that may be years."""
ONLY, ALONE, ASKED, CROWDED = range(4)
"""What else of their sorts two values are left over with: nothing; words like one; several, but only on one side; more."""

COUNT = "number"
"""The sort of a number without a unit, with what it counts behind."""
FEW = 5
"""Numbers below which a count without a unit is no slip for a measured one."""
THOUSAND = 1000
"""Figures from which ten times as much is a slip of 만 or 천, and no count of another thing."""
BARE = {"%", "year", "KRW", "USD"}
"""Units that are left out beside others of the kind: A, 58; to 68 from 60 percent."""
VOTERS = {"person", "vote"}
"""What is one count in a vote: 찬성 158명, 158票赞成."""
VOTES = {"", "vote", "goal", "seat"}
"""What the two ends of a score count, where that is told."""
WEEK = 7
FAR = 62
"""Days from which another day is meant than 이날, whichever that leans on: a slip is one of the day or of the month."""
UNLIKE = (
    {"label", ""},
    {"label", "times"},
    {"label", "part"},
    {"label", "score"},
    {"label", "range"},
    {"match", ""},
    {"match", "ordinal"},
)
"""Roles of which one is never written for the other."""


def sort(mention: Mention) -> str:
    """What a value measures: the grain of a date, time, money, length, …, or number: values of one sort may be confused."""
    value = mention.value
    if isinstance(value, When):
        return value.grain
    if isinstance(value, Clock):
        return "time of day"
    if isinstance(value, Quantity):
        readings = units().get(value.unit, ())
        return readings[0].dimension.split()[0] if readings else f"{COUNT} {value.of}".strip()
    return value.family if isinstance(value, Code) else ""


def conflict(a: Mention, b: Mention, company: int, beside: bool = False) -> float:
    """How surely one of two mentions that are left over is meant for the other, 0 to 1; 0 where they may say the same.

    `company`: how many others they may be meant for. `beside`: they are of neighbouring beads, where a number is only
    taken for another that is written nearly the same.
    """
    x, y = a.value, b.value
    if isinstance(x, Quantity) and isinstance(y, When):
        return _called(x, b, y) if company <= ALONE and not beside else 0.0
    if isinstance(x, When) and isinstance(y, Quantity):
        return _called(y, a, x) if company <= ALONE and not beside else 0.0
    if agree(a, b) != CONFLICT:
        return 0.0
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return 0.0 if _within(x, y) else _numbers(a, b, x, y, company, beside)
    if isinstance(x, When) and isinstance(y, When):
        return _dates(a, b, x, y, company <= ALONE) if not beside or _nearly(x, y) else 0.0
    if isinstance(x, Code) and isinstance(y, Code):
        return 0.9 if codes.slip(x.text, y.text) or (company <= ALONE and not beside) else 0.0
    return 0.9 if isinstance(x, Clock) and isinstance(y, Clock) else 0.0


def other_unit(x: Quantity, y: Quantity) -> bool:
    """Whether two quantities are one number in two units."""
    told = quantities.units(x, y)
    return told == "other" or (told == "convertible" and quantities.same_number(x, y))


def _called(number: Quantity, mention: Mention, when: When) -> float:
    """A number and what reads as a date but may be a number: 제14호 and the 15th, 2019 and 2020 in a name, 19일 and 19 weeks."""
    point = number.point
    if point is None:
        return 0.0
    if number.unit:
        if when.away is not None and when.grain == number.unit:  # 석 달 뒤, in two months
            return 0.7 if point != abs(when.away) else 0.0
        timed = any(u.dimension in ("time", "calendar") for u in units().get(number.unit, ()))
        return 0.8 if timed and number.unit != when.grain and str(point) in re.findall(r"\d+", mention.text) else 0.0
    if when.grain == "year" and mention.text.isdigit() and point in YEARS:
        return 0.7 if point != when.year else 0.0
    bare = when.day is not None and when.month is None and when.open == "month" and number.role in ("ordinal", "label")
    return 0.6 if bare and point != when.day else 0.0


def _measured(x: Quantity, y: Quantity) -> bool:
    """Whether one of two numbers is measured, and not in time: for the third year, in a third year."""
    dimensions = {u.dimension for q in (x, y) for u in units().get(q.unit, ())}
    return bool(dimensions - {"time", "calendar"})


def _within(x: Quantity, y: Quantity) -> bool:
    """Whether a translation is finer than a source that leaves it open: 3만여, 32,000; but not "more than 32,000"."""
    point = y.point
    if x.hedge != "over" or y.hedge or x.low is None or x.high is None or point is None:
        return False
    return quantities.units(x, y) in ("same", "unknown") and x.low <= point <= x.high


def _numbers(a: Mention, b: Mention, x: Quantity, y: Quantity, company: int, beside: bool) -> float:
    told = quantities.units(x, y)
    words = weak(a), weak(b)
    if other_unit(x, y):
        return 0.9 if quantities.same_number(x, y) and not any(words) else 0.0
    if {x.role, y.role} in UNLIKE or (x.of and y.of and x.of != y.of and {x.of, y.of} != VOTERS):
        return 0.0  # 7 ships are no 12 people
    if "ordinal" in (x.role, y.role) and x.role != y.role and _measured(x, y):
        return 0.0  # nor is the 14th of anything 40 meters
    if x.some is not None and y.some is not None and x.point and y.point:  # five of the seven, four of the seven
        return 0.9 if x.some / x.point == y.some / y.point or x.some == y.some else 0.6 if company <= ALONE else 0.0
    digits = [_digits(q) for q in (x, y)]
    slip = quantities.slip(x, y) is not None or _near(*digits)
    if beside and not slip:
        return 0.0
    if "end" in (x.role, y.role):  # one end of a score, and what may be a count of another thing
        end = (
            company == ONLY
            and all(q.role in ("end", "") and not q.unit and q.of in VOTES for q in (x, y))
            and not any(words)
        )
        return 0.9 if slip and min(map(len, digits)) > 1 else 0.6 if end else 0.0
    if quantities.slip(x, y) is not None and min(x.point or 0, y.point or 0) >= THOUSAND:
        return 0.9  # however open a figure is, ten times as much is another
    if any(words):
        measured = told == "same" and bool(x.unit) and company <= ALONE
        plain = (
            x.role == y.role != "word" and not x.unit and not y.unit and 1 not in (x.point, y.point) and (x.of == y.of)
        )
        return 0.6 if (measured and not all(words)) or (company == ONLY and plain) else 0.0
    if told == "same" and x.unit:
        return 0.95 if slip or company <= ALONE else 0.7
    if slip and max(map(len, digits)) > 1:
        return 0.95 if x.role == y.role == "score" else 0.9
    if x.role == y.role == "score":
        return 0.85
    one_sided = told == "unknown" and x.unit != y.unit and not {x.unit, y.unit} & BARE
    if one_sided and (company > ONLY or min(x.point or 0, y.point or 0) < FEW):
        return 0.0
    if x.role == y.role and company <= ASKED:
        return 0.55 if company <= ALONE else 0.5
    alike = {x.role, y.role} <= {"", "times"} or {x.role, y.role} == {"range", "score"} or x.of == y.of != ""
    alike = alike or ({x.role, y.role} == {"", "ordinal"} and not (x.unit or y.unit))  # 3층, the fourth floor
    return 0.55 if company == ONLY and alike else 0.0


def _dates(a: Mention, b: Mention, x: When, y: When, alone: bool) -> float:
    if calendars.recounted(x, y):
        return 0.9
    if {x.grain, y.grain} == {"quarter", "half"}:
        return 0.8 if alone else 0.0
    if x.grain != y.grain:
        return 0.0
    if x.event or y.event:  # the Korean War and the day of its armistice are two things
        return 0.9 if x.month == y.month or x.day == y.day else 0.0
    if (x.offset is None) != (y.offset is None) and (_apart(x, y) > FAR or _from_within(x, y)):
        return 0.0
    if x.lean != y.lean:
        return 0.0  # the year before, whichever that is
    if x.approx != y.approx:
        return 0.6 if alone and (x.month, x.day) != (y.month, y.day) else 0.0
    if x.grain == "year" and not any(c.isdigit() for c in a.text + b.text):
        return 0.0  # last year and this year are told in one sentence, each on one side
    return 0.9 if alone or x.grain == "day" else 0.7


def _from_within(x: When, y: When) -> bool:
    """Whether one side counts from the day of writing, the other from a day that may be named nowhere: today, 翌日."""
    return any(a.told.startswith("day") and b.offset not in (None, 0) for a, b in ((x, y), (y, x)))


def _nearly(x: When, y: When) -> bool:
    """Whether two dates are told in full and differ in one thing, as a slip does."""
    if x.offset is not None or y.offset is not None or (x.away is None) != (y.away is None):
        return False
    days, spelt = {x.day, y.day}, None not in (x.day, y.day)
    if None not in (x.weekday, y.weekday) or (not spelt and (x.weekday is not None or y.weekday is not None)):
        return _apart(x, y) < WEEK
    return (x.month == y.month and x.month is not None) or (spelt and len(days) == 1)


def _apart(x: When, y: When) -> int:
    """Days between the two at the least."""
    return min((abs(a[0] - b[0]) for a in x.spans for b in y.spans), default=0)


def _digits(quantity: Quantity) -> str:
    """The digits that are written, of a range those of both ends; no zeros around them."""
    point = quantity.point
    if point is None:
        return "".join(_figures(end) for end in (quantity.low, quantity.high) if end is not None)
    return _figures(point)


def _figures(number: Fraction) -> str:
    text = str(int(number)) if number.denominator == 1 else f"{float(number):.10g}".replace(".", "")
    return text.strip("0")


def _near(a: str, b: str) -> bool:
    """Whether two strings of digits differ by one digit, or by two that changed places."""
    if not a or not b or max(len(a), len(b)) < 2:
        return False
    if len(a) == len(b):
        wrong = [k for k in range(len(a)) if a[k] != b[k]]
        crossed = (
            len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] + a[wrong[1]] == b[wrong[1]] + b[wrong[0]]
        )
        return len(wrong) == 1 or crossed
    short, long = sorted((a, b), key=len)
    return len(long) == len(short) + 1 and any(long[:k] + long[k + 1 :] == short for k in range(len(long)))

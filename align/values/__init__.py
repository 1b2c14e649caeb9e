"""What a number, date, time of day or code says, whatever language it is written in, and whether two of them can be the same.

A value is a constraint, not a point: a number is an interval with the last digit that was written, a date is a set of
day intervals one of which is meant. Two values are EQUAL, COMPATIBLE (one is a coarser way to say the other), in
CONFLICT, or it is UNKNOWN; only a conflict is ever an alarm.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

EQUAL, COMPATIBLE, UNKNOWN, CONFLICT = "equal", "compatible", "unknown", "conflict"

Days = tuple[int, int]
"""A half-open interval of proleptic Gregorian ordinals (date.toordinal)."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it is written: a closed interval of rationals with its last digit and its unit."""

    low: Fraction | None
    """None: no lower bound."""
    high: Fraction | None
    step: Fraction = Fraction(0)
    """Value of the last digit written: 10**8 for 15억, 1/10 for 3.5, 10**9 for "15 billion", 1 for 23; 0 for a word or a fraction."""
    unit: str = ""
    """Canonical: "%", "%p", an ISO 4217 code (KRW), a unit of seeds/base/units.tsv (m, kg, day, month, year), "" for none."""
    hedge: str = ""
    """about, over, under or "": 약, 여, 이상, nearly; the interval has it already."""
    role: str = ""
    """ordinal (3위), times (배), label (제14호, No. 22), match (a minute of a game), part (3분의 2), range, score, end (of a score),
    word (one, both: may be none) or "".
    """

    some: Fraction | None = None
    """Of a share that is told by two numbers the smaller: 3 in 11명 가운데 3명, in "three of the 11"."""
    of: str = field(default="", compare=False)
    """What a number without a unit counts, where the word beside it tells: person, ship, game; "" where nothing does."""

    @property
    def point(self) -> Fraction | None:
        """The number that is written, None for a range that names none (수십, dozens)."""
        if self.role == "range":
            return None
        return (
            self.high if self.hedge == "under" else self.low if self.hedge != "about" else _middle(self.low, self.high)
        )


def _middle(low: Fraction | None, high: Fraction | None) -> Fraction | None:
    return None if low is None or high is None else (low + high) / 2


@dataclass(frozen=True, slots=True)
class When:
    """A date as it is written: the fields that are named and the day intervals that it may mean."""

    spans: tuple[Days, ...]
    """Candidates, the likeliest first; () where it cannot be resolved (no publication date)."""
    grain: str
    """day, week, month, quarter, half, year, decade or century: what the interval is one of, or a part of one."""
    year: int | None = None
    month: int | None = None
    """The first of a quarter or half."""
    day: int | None = None
    weekday: int | None = None
    """Monday 0."""
    offset: int | None = None
    """Days from an earlier day of the text where it leans on one (이날 0, 전날 -1, the following day 1); `spans` follow then."""
    away: int | None = None
    """How many of its grain it lies from another day, whichever that is: 4년 전, four years earlier (-4)."""
    approx: bool = False
    """Around that day: 20일께, early November."""
    local: bool = False
    """Marked as local time: (현지시간), (local time)."""
    open: str = ""
    """What the words leave to the text around them: "month" for 6일, "year" for 11월 6일 or November, "" where nothing is."""
    told: str = ""
    """What its words count from the day of writing, whenever that is: "week-1" for 지난주, "year0" for this year."""
    lean: tuple[str, int] | None = None
    """What is counted from an earlier date of the text: ("year", 1) for 翌年, the year after; `spans` follow then."""
    event: bool = False
    """An event is called by it (12·3 비상계엄), which may be told without its day."""
    to: When | None = None
    """The last day, month or year where a range is written, as fields; the spans hold both ends."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: the minutes after midnight that it may mean ("3시" is 180 or 900)."""

    minutes: tuple[int, ...]
    approx: bool = False
    local: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """What is copied and not translated: an address, a telephone number, a version, an article of a law, a designation."""

    family: str
    """url, mail, handle, phone, number (an account, a registration), version, article or designation."""
    text: str
    """As both languages would write it: example.kr/a, 23980000, 3.10, 9.2, KF21; the parts of an article with a full stop between."""


def days(first: date, last: date | None = None) -> Days:
    """The interval from `first` to `last`, both in it."""
    return first.toordinal(), (last or first).toordinal() + 1

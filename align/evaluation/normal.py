"""Whether a value is the one that a list of facts has, in the notation of gold's values.tsv and of duckling's corpus.

A date is right where one of the days or intervals that it may mean is the list's. A number is right with its unit, as
far as the list tells one; a list that counts "two weeks ago" from its reference day agrees with two weeks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from fractions import Fraction

from align.values import Clock, Days, Quantity, When, days
from align.values.calendars import months
from align.values.units import is_money, units

DIMENSIONS = {
    "area": {"area"}, "distance": {"length"}, "length": {"length"}, "speed": {"speed"}, "temperature": {"temperature"},
    "weight": {"mass"}, "duration": {"time", "calendar"}, "percent": {"ratio"},
}  # fmt: skip
"""Kind of fact -> what its unit measures."""
POINTS = {"percent_point", "percent_point_word", "basis_points"}
UNITS = {
    "Dollar": "USD", "Cent": "cent", "EUR": "EUR", "KRW": "KRW", "Kilometre": "km", "Mile": "mile", "Metre": "m",
    "Centimetre": "cm", "Gram": "g", "Celsius": "°C", "Fahrenheit": "°F", "Millilitre": "ml", "Litre": "l",
    "Gallon": "gallon", "Hectolitre": "hl",
}  # fmt: skip
"""Unit of duckling -> ours; of those that are not here the number alone counts."""
SECONDS = {"time": 1, "calendar": 30.44 * 86400}
CLOSE = 0.1
"""How far a duration may be from the list's interval: months differ in length, and the list rounds to its grain."""

Value = Quantity | When | Clock


def interval(text: str) -> Days:
    """The days of 2024-10-24, 2024-10, 2024, 199X, 2024-Q3, 2024-H1, 2024-W46, or from one to another with a slash.

    >>> [date.fromordinal(day).isoformat() for day in interval("2024-Q3")]
    ['2024-07-01', '2024-10-01']
    """
    if "/" in text:
        first, last = text.split("/")
        return interval(first)[0], interval(last)[1]
    year, _, rest = text.partition("-")
    if year.endswith("X"):
        return months(int(year[:-1]) * 10, 1, 120)
    if not rest:
        return months(int(year), 1, 12)
    if rest[0] in "QH":
        size = 3 if rest[0] == "Q" else 6
        return months(int(year), int(rest[1:]) * size - size + 1, size)
    if rest[0] == "W":
        monday = date.fromisocalendar(int(year), int(rest[1:]), 1)
        return days(monday, monday + timedelta(6))
    return days(date.fromisoformat(text)) if "-" in rest else months(int(year), int(rest), 1)


def says(values: Iterable[Value], kind: str, text: str) -> bool:
    """Whether one of `values` is the fact of `kind` that gold writes as `text`; a day with its time of day takes two."""
    every = tuple(values)
    if re.fullmatch(r"(?:.*T)?\d\d:\d\d", text):
        day, _, clock = text.rpartition("T")
        minute = int(clock[:2]) * 60 + int(clock[3:])
        timed = any(isinstance(value, Clock) and minute in value.minutes for value in every)
        return timed and (not day or says(every, "date", day))
    if kind in (
        "date",
        "date_range",
        "month",
        "month_range",
        "year",
        "year_range",
        "decade",
        "quarter",
        "half",
        "relative",
    ):
        wanted = interval(text)
        return any(isinstance(value, When) and _meant(value, wanted) for value in every)
    if kind == "duration" and any(
        isinstance(value, When) and value.offset and str(abs(value.offset)) == text for value in every
    ):
        return True  # 사흘 전
    return any(isinstance(value, Quantity) and _counted(value, kind, text) for value in every)


def _meant(when: When, wanted: Days) -> bool:
    """Whether one of its intervals is the wanted one, or begins or ends a range with it; for the end of 2026, within it."""
    return any(
        s == wanted
        or (when.to is not None and (s[0] == wanted[0] or s[1] == wanted[1]))
        or (when.approx and wanted[0] <= s[0] and s[1] <= wanted[1])
        for s in when.spans
    )


def _counted(q: Quantity, kind: str, text: str) -> bool:
    dimensions = {unit.dimension for unit in units().get(q.unit, ())}
    if kind == "money" and not is_money(q.unit):
        return False
    if kind in POINTS and q.unit not in ("%p", "bp"):
        return False
    if kind in DIMENSIONS and not dimensions & DIMENSIONS[kind] and q.role != "part":
        return False
    if text.startswith("P"):
        return any(reading.factor * (q.point or 0) == _iso(text) for reading in units().get(q.unit, ()))
    if kind == "age_range" or "-" in text[1:]:
        pair = sorted(map(Fraction, re.split(r"[/-]", text)))
        return [q.low, q.high] == pair
    ends = {q.low, q.high} if q.role in ("range", "score") else set()
    group = {q.some, q.some / q.point} if q.some is not None and q.point else set()  # 11명 가운데 3명 says 11 and 3
    given = ({q.point} | ends | group) - {None}
    return any(scale * value in given for value in map(Fraction, text.split("/")) for scale in _scales(q, kind))


def _scales(q: Quantity, kind: str) -> set[Fraction]:
    """What the list's number is in the quantity's: basis points, fractions in per cent, and the other way round."""
    if kind == "basis_points":
        return {Fraction(1, 100) if q.unit == "%p" else Fraction(1)}
    if kind == "fraction" and q.unit == "%":
        return {Fraction(100)}
    if kind == "percent" and q.role == "part":
        return {Fraction(1, 100)}
    centuries = Fraction(1, {"decade": 10, "century": 100}.get(q.unit, 1))
    return {Fraction(1), centuries}


def _iso(text: str) -> Fraction:
    """An ISO duration in months or in seconds: P3Y5M, PT6H50M."""
    factors = {"H": 3600, "M": 60, "S": 1} if text[1] == "T" else {"Y": 12, "M": 1}
    return Fraction(sum(int(n) * factors[unit] for n, unit in re.findall(r"(\d+)([YMHS])", text)))


def says_duckling(values: Iterable[Value], dimension: str, text: str, reference: datetime) -> bool:
    """Whether one of `values` is the fact of `dimension` that duckling's corpus writes as `text`."""
    every = tuple(values)
    if dimension == "Time":
        return _timed(every, text, reference)
    numbers = [Fraction(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text.split("(Just")[0])]
    words = text.replace("(", " ").split()
    unit = next((UNITS[word] for word in words if word in UNITS), None)
    for q in every:
        if isinstance(q, Quantity) and (unit is None or _same(q.unit, unit)):
            if len(numbers) == 2 and [q.low, q.high] == numbers:
                return True
            ends = {"above": (q.low, q.high is None), "under": (q.high, q.low is None)}
            number, open_ = ends.get(words[0], (q.point, True))
            if len(numbers) == 1 and open_ and number == numbers[0]:
                return True
    return False


def _same(a: str, b: str) -> bool:
    """Whether two names can be one unit: kilo is a kilometer or a kilogram."""
    measures = ({(u.dimension, u.factor) for u in units().get(name, ())} for name in (a, b))
    return a == b or bool(set.intersection(*measures))


def _timed(values: Iterable[Value], text: str, reference: datetime) -> bool:
    found = [datetime(*map(int, m)) for m in re.findall(r"\((\d{4}), (\d+), (\d+), (\d+), (\d+), (\d+)\)", text)]  # type: ignore[arg-type]
    grain = text.split('"')[0].split()[-1]
    return any(_is_moment(value, found, grain, reference) for value in values)


def _is_moment(value: Value, found: list[datetime], grain: str, reference: datetime) -> bool:
    """Whether a value is the list's moment, or its interval from one to another, said to a `grain`."""
    fine = grain in ("Hour", "Minute", "Second")
    if isinstance(value, Clock):
        return fine and found[0].hour * 60 + found[0].minute in value.minutes
    if isinstance(value, When):
        return _holds(value, found[0].toordinal(), found[-1].toordinal(), fine)
    return _lasts(value, found, reference) or (grain == "Year" and not value.unit and value.point == found[0].year)


def _holds(when: When, day: int, last: int, fine: bool) -> bool:
    """Whether a date begins on the day; where a time is asked (`fine`) or the date is loose, whether it holds it."""
    return any(
        s[0] == day or ((fine or when.approx) and s[0] <= day < s[1]) or (fine and last > day and day <= s[0] <= last)
        for s in when.spans
    )


def _lasts(q: Quantity, found: list[datetime], reference: datetime) -> bool:
    """Whether a duration is that of the list's interval, or that from the reference time to the list's moment."""
    span = abs((found[-1] - (found[0] if len(found) > 1 else reference)).total_seconds())
    return any(
        abs(float(reading.factor * (q.point or 0)) * SECONDS[reading.dimension] - span) <= CLOSE * span
        for reading in units().get(q.unit, ())
        if reading.dimension in SECONDS
    )

"""Whether two quantities say the same, in numbers and in units; and a quantity in words.

The first of two is the source's. A translation may be coarser than its source by the digits it writes (3조5214억, 3.52
trillion), never finer (3.5, 3.52).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from align.values import COMPATIBLE, CONFLICT, EQUAL, UNKNOWN, Quantity
from align.values.amounts import grain
from align.values.units import Unit, is_money
from align.values.units import units as known

SLACK = Fraction(1, 50)
"""How far a conversion from other measures may be off: miles and km, 평 and square meters."""
ROUGHLY = Fraction(1, 20)
"""The same where the last digits are zeros: 50 m, 160 feet."""
DAYS_OF_MONTH = (28, 31)
DAY = 86400
PARTLY = Fraction(1, 20)
"""How far a fraction in words may be off where the other side has per cent: a third, 33 percent."""
MORE = Fraction(5, 4)
"""What "nearly" may be of a number that the source calls "more than": 600여, nearly 700."""
ORDER = (EQUAL, COMPATIBLE, UNKNOWN, CONFLICT)


def agree(a: Quantity, b: Quantity) -> str:
    """Whether `b` can say `a`: EQUAL, COMPATIBLE (coarser, hedged, converted), UNKNOWN or CONFLICT.

    A conflict is a number that cannot be the same, or the same number in another unit.
    """
    if (a.low is None and a.high is None) or (b.low is None and b.high is None):
        return UNKNOWN
    if _of_group(a, b) or _of_group(b, a):
        return COMPATIBLE
    if a.role == b.role == "match" and _same_minute(a, b):
        return COMPATIBLE
    how = units(a, b)
    if how == "other":
        verdict = CONFLICT if _stated(a, b) and same_number(a, b) else UNKNOWN
    elif how == "convertible":
        verdict = min((_converted(a, b, *pair) for pair in _shared(a, b)), key=ORDER.index)
    elif "part" in (a.role, b.role) and how == "unknown":
        verdict = _parts(a, b)
    elif how == "unknown" and {a.role or a.unit, b.role or b.unit} == {"times", "%"}:
        verdict = COMPATIBLE if slip(a, b) in (2, -2) else UNKNOWN  # 2배 and 200 percent; doubled and by 100 percent
    else:
        verdict = _numbers(a, b)
    return UNKNOWN if verdict == CONFLICT and "word" in (a.role, b.role) else verdict


def same_number(a: Quantity, b: Quantity) -> bool:
    """Whether the numbers agree, units set aside."""
    return _numbers(a, b) in (EQUAL, COMPATIBLE)


def units(a: Quantity, b: Quantity) -> str:
    """How the units compare: same, convertible, other (two that do not convert), or unknown where one has none."""
    if not (a.unit and b.unit):
        return "same" if a.unit == b.unit and a.role != "part" != b.role else "unknown"
    if a.unit == b.unit or (is_money(a.unit) and any(x.factor == y.factor for x, y in _shared(a, b))):
        return "same"
    return "convertible" if next(_shared(a, b), None) else "other"


def slip(a: Quantity, b: Quantity) -> int | None:
    """The power of ten by which `a` is off from `b` where their digits are the same; None where they are not, or nothing is off.

    >>> slip(Quantity(Fraction(50), Fraction(50)), Quantity(Fraction(5000), Fraction(5000)))
    -2
    """
    first, second = a.point, b.point
    if not first or not second or "part" in (a.role, b.role):
        return None
    step = a.step
    for x, y in _shared(a, b):
        if x.dimension == y.dimension != "temperature":
            first, step = first * x.factor / y.factor, step * x.factor / y.factor
            break
    for power in range(-9, 10):
        scale = Fraction(10) ** power
        moved = Quantity(second * scale, second * scale, b.step * scale)
        if power and _numbers(Quantity(first, first, step), moved) in (EQUAL, COMPATIBLE):
            return power
    return None


def _of_group(share: Quantity, number: Quantity) -> bool:
    """Whether `number` is one of the two by which a share is told: 11명 가운데 3명, three of the injured."""
    if share.some is None or number.role not in ("", "word") or not share.point:
        return False
    return number.point in (share.some, share.some / share.point)


GAME = (45, 90, 15, 30, 120, 105)
"""Minutes of a half, a game, half an extra time, all of it, and where extra time ends and stops between."""


def _same_minute(a: Quantity, b: Quantity) -> bool:
    """Whether two minutes of a game are one, counted from its beginning, from a half's, or back from an end: 후반 20분, the 65th."""
    first, second = a.point, b.point
    if first is None or second is None:
        return False
    return first == second or abs(first - second) in GAME or first + second in GAME


def _stated(a: Quantity, b: Quantity) -> bool:
    return (a.point is None) == (b.point is None)


def _shared(a: Quantity, b: Quantity) -> Iterator[tuple[Unit, Unit]]:
    """The readings of two units in one dimension; months and days count as one."""
    for x in known().get(a.unit, ()):
        for y in known().get(b.unit, ()):
            if x.dimension == y.dimension or {x.dimension, y.dimension} == {"time", "calendar"}:
                yield x, y


def _numbers(a: Quantity, b: Quantity) -> str:
    first, second = a.point, b.point
    if first is None or second is None or "score" in (a.role, b.role):
        return _ranges(a, b)
    if first == second:
        return EQUAL if a.hedge == b.hedge else COMPATIBLE
    if not a.step or not b.step:
        return COMPATIBLE if _overlap(a, b) else CONFLICT
    if _rounded(first, a.hedge, b, second):
        return COMPATIBLE
    near = abs(first - second) <= abs(second) * ROUGHLY
    if near and a.hedge == "over" and b.hedge == "about" and a.high is not None and _rounded(a.high, "", b, second):
        return COMPATIBLE  # 50만3천여, about 504,000; but 20여 is not about 30
    if (
        {a.hedge, b.hedge} == {"over", "under"}
        and grain(second) >= grain(first)
        and _overlap(a, b)
        and second <= first * MORE
    ):
        return COMPATIBLE  # 600여 and nearly 700
    return COMPATIBLE if first == -second and not a.unit.startswith("°") else CONFLICT  # -0.3% and fell 0.3 percent


def _ranges(a: Quantity, b: Quantity) -> str:
    if "score" in (a.role, b.role) and not (a.role and b.role):
        return (
            COMPATIBLE
            if (a.point if b.role == "score" else b.point) in (a.low, a.high, b.low, b.high) and _ends(a, b)
            else UNKNOWN
        )
    if (a.low, a.high) == (b.low, b.high):
        return EQUAL
    if a.step and b.step and a.role in ("range", "score") and b.role in ("range", "score"):
        pairs = ((a.low, b.low), (a.high, b.high))
        near = all(x is not None and y is not None and abs(x - y) <= b.step / 2 for x, y in pairs)
        return COMPATIBLE if near else CONFLICT
    if not _overlap(a, b):
        return CONFLICT
    return COMPATIBLE if not (a.step and b.step) or _ends(a, b) else UNKNOWN


def _ends(a: Quantity, b: Quantity) -> bool:
    point = b.point if a.role in ("range", "score") else a.point
    whole = a if a.role in ("range", "score") else b
    return point in (whole.low, whole.high)


def _overlap(a: Quantity, b: Quantity) -> bool:
    above = a.high is None or b.low is None or b.low <= a.high
    return above and (a.low is None or b.high is None or a.low <= b.high)


def _rounded(value: Fraction, a_hedge: str, b: Quantity, point: Fraction) -> bool:
    """Whether `b`, of which `point` is written, can stand for `value`."""
    unit = grain(point)
    if a_hedge == b.hedge and b.hedge in ("over", "under"):
        return -b.step / 2 <= value - point < b.step / 2
    if b.hedge == "over":
        return point <= value < point + unit
    if b.hedge == "under":
        return point - min(unit, abs(point) / 4) <= value <= point
    if b.hedge == "about":
        return abs(value - point) <= min(abs(point) / 20, max(unit, b.step) / 2)
    return -b.step / 2 <= value - point < b.step / 2


def _parts(a: Quantity, b: Quantity) -> str:
    """A fraction against a number in per cent or without a unit: 절반, 50%; a third, 0.33; but "a third" is no 3."""
    x, y = (_of_hundred(q) for q in (a, b))
    verdict = _numbers(x, y)
    if verdict != CONFLICT:
        return verdict
    first, second = x.point, y.point
    if first is None or second is None:
        return UNKNOWN
    if "%" in (a.unit, b.unit):
        return COMPATIBLE if abs(first - second) <= PARTLY * abs(first) else CONFLICT
    return CONFLICT if a.role == b.role == "part" or max(first, second) < 100 else UNKNOWN


def _of_hundred(q: Quantity) -> Quantity:
    return q if q.unit == "%" else _times(q, Fraction(100))


def _times(q: Quantity, factor: Fraction, unit: str = "") -> Quantity:
    low = None if q.low is None else q.low * factor
    high = None if q.high is None else q.high * factor
    return Quantity(low, high, q.step * factor, unit, q.hedge, q.role)


def _converted(a: Quantity, b: Quantity, x: Unit, y: Unit) -> str:
    if x.dimension == "temperature":
        return _temperature(a, b)
    if x.dimension != y.dimension:
        return _months(a, b) if x.dimension == "calendar" else _months(b, a)
    ratio = x.factor / y.factor
    verdict = _numbers(_times(a, ratio), Quantity(b.low, b.high, b.step, "", b.hedge, b.role))
    if verdict in (EQUAL, COMPATIBLE):
        return verdict if ratio == 1 or a.point is None or a.point != b.point else CONFLICT
    day = Fraction(DAY) / x.factor if x.dimension == "time" and {"day", "week"} & {a.unit, b.unit} else Fraction(0)
    if day and {a.unit, b.unit} == {"day", "week"} and a.point is not None and b.point is not None:
        return COMPATIBLE if abs(a.point * ratio - b.point) * y.factor <= DAY else CONFLICT  # 보름, two weeks
    if _exact(ratio) or a.point is None or b.point is None or x.dimension in ("time", "calendar"):
        return verdict
    off = abs(a.point * ratio - b.point)
    if off <= max(SLACK * abs(b.point), min(grain(b.point) / 2, ROUGHLY * abs(b.point))):
        return COMPATIBLE
    return COMPATIBLE if a.point != b.point and off <= b.step / 2 else CONFLICT


def _exact(ratio: Fraction) -> bool:
    """Whether it is a power of ten, or a share or multiple of one by small numbers."""
    return ratio.numerator in (10**n for n in range(19)) and ratio.denominator in (10**n for n in range(19))


def _temperature(a: Quantity, b: Quantity) -> str:
    first, second = a.point, b.point
    if first is None or second is None:
        return UNKNOWN
    if "degree" in (a.unit, b.unit) and ((verdict := _numbers(a, b)) != CONFLICT or "°F" not in (a.unit, b.unit)):
        return verdict
    celsius, fahrenheit = (first, second) if b.unit == "°F" else (second, first)
    for expected in (celsius * 9 / 5 + 32, celsius * 9 / 5):  # a temperature, a difference of two
        if abs(expected - fahrenheit) <= max(
            SLACK * abs(expected), b.step * (Fraction(1, 2) if b.unit == "°F" else Fraction(9, 10))
        ):
            return COMPATIBLE
    return CONFLICT


def _months(a: Quantity, b: Quantity) -> str:
    """Months or years `a` against days, weeks or hours `b`: a month is 28 to 31 days."""
    days = known()[b.unit][0].factor / DAY
    months = known()[a.unit][0].factor
    low, high = (None if n is None else n * months * d for n, d in zip((a.low, a.high), DAYS_OF_MONTH, strict=True))
    return COMPATIBLE if _overlap(Quantity(low, high), _times(b, days)) else CONFLICT

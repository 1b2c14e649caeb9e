"""Numbers that are one value together: 3년 5개월, 3달러 50센트, three to five, $3-5 million, 5-0."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from align.lang.base.keys import number_keys
from align.model import Mention
from align.values import Quantity
from align.values.amounts import between, quantity
from align.values.units import is_money, units

TOGETHER = {
    ("decade", "year"), ("year", "month"), ("week", "day"), ("day", "hour"), ("hour", "minute"), ("hour", "second"),
    ("minute", "second"),
    ("year", "week"), ("year", "day"), ("month", "week"), ("month", "day"),
    ("foot", "inch"),
    ("km", "m"), ("m", "cm"), ("kg", "g"), ("lb", "oz"), ("pound", "oz"), ("USD", "cent"), ("EUR", "eurocent"),
    ("JPY", "sen"), ("CNY", "jiao"), ("CNY", "fen"), ("jiao", "fen"), ("元", "jiao"), ("元", "fen"), ("斤", "两"),
    ("pound", "penny"), ("GBP", "penny"),
}  # fmt: skip
"""Units in which one value is written: five feet three inches."""
YEARS = 1000
"""From which a number of years is a year: 2024년 5개월 is none of 2,024 years."""
MONTH = Fraction(365.25) / 12
"""Days of a month."""
LONGEST = 16
"""How many characters at most may lie between two numbers that belong together."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that may yet be joined to the next one, with its unit."""

    start: int
    end: int
    keys: tuple[str, ...]
    value: Quantity | None = None
    lasts: bool = False
    """Whether it is a duration, and no age."""

    def mention(self, text: str) -> Mention:
        """What is found of it in `text`."""
        kind = "duration" if self.lasts else "number"
        return Mention(kind, self.start, self.end, text[self.start : self.end], self.keys, self.value)


Link = Callable[[str, Amount, Amount], str]
"""How two numbers of a text belong together: "and", "to", "or" (a loose range), "score", "of" (a part), or ""."""


def joined(amounts: Iterable[Amount], text: str, link: Link, scales: tuple[int, ...]) -> Iterator[Amount]:
    """The amounts of `text`, those that belong together as one. `scales` are the language's, the largest first."""
    last: Amount | None = None
    for amount in amounts:
        if last is None:
            last = amount
            continue
        if amount.start < last.end:
            continue
        if last.value and amount.value and amount.start - last.end <= LONGEST and (how := link(text, last, amount)):
            value, keys = _together(how, last.value, amount.value, scales)
            if value is not None:
                if how == "of":  # to the aligner they are two numbers still
                    yield replace(last, value=None)
                    last = replace(last, keys=())
                keys = tuple(dict.fromkeys((*keys, *last.keys, *amount.keys)))
                last = Amount(last.start, amount.end, keys, value, last.lasts or amount.lasts)
                continue
        yield last
        last = amount
    if last is not None:
        yield last


def _together(how: str, a: Quantity, b: Quantity, scales: tuple[int, ...]) -> tuple[Quantity | None, tuple[str, ...]]:
    first, second = a.point, b.point
    if (
        first is not None
        and how in ("to", "or")
        and b.role == "range"
        and b.high is not None
        and not a.unit
        and first < b.high
    ):
        return between(first, b.high, b.step, b.unit), ()  # 30~40대
    if (
        how == "to"
        and a.role == b.role == "range"
        and a.unit == b.unit
        and a.low is not None
        and b.high is not None
        and a.low < b.high
    ):
        return between(a.low, b.high, b.step, b.unit), ()  # 20代から30代
    if first is None or second is None:
        return None, ()
    if how == "and":
        return _sum(a, b, first, second), ()
    if how == "of":
        part = min(first, second) / max(first, second)
        return replace(quantity(part, Fraction(0), role="part"), some=min(first, second)), number_keys(part)
    if how == "score":
        return between(first, second, Fraction(1), role="score"), ()
    if (a.unit and a.unit != b.unit) or (
        not a.step and a.role in ("times", "word") and a.role != b.role
    ):  # double to 18
        return None, ()
    keys: tuple[str, ...] = ()
    step = a.step
    if a.step <= 1 < b.step and (scale := next((s for s in scales if s <= second), 1)) and first * scale < second:
        first, step = first * scale, step * scale
        keys = number_keys(first)
    if first >= second >= 0 or (first > 0 > second):
        return None, ()
    return between(first, second, Fraction(0) if how == "or" else min(step, b.step), b.unit), keys


def _sum(a: Quantity, b: Quantity, first: Fraction, second: Fraction) -> Quantity | None:
    if (a.unit, b.unit) not in TOGETHER or first.denominator != 1 or (a.unit == "year" and first >= YEARS):
        return None
    for large in units().get(a.unit, ()):
        for small in units().get(b.unit, ()):
            if large.dimension == small.dimension and second * small.factor < large.factor:
                if is_money(a.unit):  # 152円60銭 is 152.60 yen
                    share = small.factor / large.factor
                    return quantity(first + second * share, b.step * share, unit=a.unit)
                total = first * large.factor / small.factor + second
                hedge = {"over": "over", "about": "about", "under": "nearly"}.get(b.hedge or a.hedge, "")
                return quantity(total, b.step, hedge, b.unit)
            if (large.dimension, small.dimension) == ("calendar", "time"):
                step = small.factor / units()["day"][0].factor
                return quantity(round(first * large.factor * MONTH) + second * step, step, unit="day")
    return None

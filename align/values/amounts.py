"""Quantities from what was read: a number, the last digit written, a hedge."""

from __future__ import annotations

from fractions import Fraction

from align.values import Quantity

NEAR = Fraction(1, 20)
"""How far 약, about and the like may be off."""
BELOW = Fraction(9, 10)
"""What nearly and 육박 may be at the least, of the number."""
WITHIN = Fraction(99, 100)
"""How much of the next unit 여 and "more than" may reach: 10여 is less than 20."""

GLYPHS = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
    "⅕": Fraction(1, 5), "⅛": Fraction(1, 8),
}  # fmt: skip
"""Fractions of one character, in any language."""
LONGEST = 200
"""How many characters a numeral may have; what is longer is no number that anything could be done with."""


def quantity(
    value: Fraction,
    step: Fraction = Fraction(1),
    hedge: str = "",
    unit: str = "",
    role: str = "",
    of: str = "",
) -> Quantity:
    """The number `value` whose last written digit counts `step`, as an interval.

    `hedge` is about, over (more than), least (at least), nearly, most (at most) or "".

    >>> quantity(Fraction(4200), hedge="over").high
    Fraction(4299, 1)
    """
    if hedge == "about":
        margin = abs(value) * NEAR
        return Quantity(value - margin, value + margin, step, unit, "about", role, of=of)
    if hedge == "over":
        return Quantity(value, value + grain(value) * WITHIN, step, unit, "over", role, of=of)
    if hedge == "least":
        return Quantity(value, None, step, unit, "over", role, of=of)
    if hedge == "nearly":
        return Quantity(min(value, value * BELOW), value, step, unit, "under", role, of=of)
    if hedge == "most":
        return Quantity(None, value, step, unit, "under", role, of=of)
    return Quantity(value, value, step, unit, "", role, of=of)


def between(
    low: Fraction, high: Fraction, step: Fraction = Fraction(0), unit: str = "", role: str = "range"
) -> Quantity:
    """A range, or a score: its two numbers, the smaller first."""
    return Quantity(min(low, high), max(low, high), step, unit, "", role)


def grain(value: Fraction) -> Fraction:
    """What one more in the last digit that is not 0 would count: 100 for 4200, 1/10 for 3.5, 1 for 0."""
    step = Fraction(1)
    if value == 0:
        return step
    while value % step and step > Fraction(1, 10**6):
        step /= 10
    while value % (step * 10) == 0:
        step *= 10
    return step


def written(digits: str) -> Fraction:
    """What the last digit of "3.50" or "1,234" counts: 1/100, 1."""
    return Fraction(1, 10 ** len(digits.partition(".")[2]))

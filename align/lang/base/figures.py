"""A quantity in figures: how languages differ in it, and what is written of one that is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from align.lang import language
from align.values import Quantity
from align.values.units import called

LONGER = {"month": ("year", 12), "second": ("minute", 60), "minute": ("hour", 60)}
"""What so many of a unit make, where they are written as two: 41 months, three years and five months."""
MESSAGES = "en"
"""The language of messages."""


def figures(quantity: Quantity) -> str:
    """As messages write it."""
    return language(MESSAGES).figures(quantity)


@dataclass(frozen=True, slots=True)
class Figures:
    """How a language writes numbers and what stands around them."""

    lang: str
    """Whose names of units are taken."""
    scales: tuple[tuple[int, str], ...]
    """Words for large numbers, the largest first."""
    about: str
    """With {} for the quantity; so are the next three."""
    over: str
    under: str
    least: str
    """Of what has no upper end."""
    to: str
    """Between the ends of a range."""
    times: str
    joint: str
    """Between two units: 3 years and 5 months."""
    scale_gap: str = " "
    """Between a number and its scale."""
    exact: int = 1000
    """Into how many parts a scale's figure may be cut: 3.521 billion, but 14.13万."""
    in_turn: bool = False
    """Whether each scale is written with its share, 1,270억 5,000만, and not one for all, 1.27 billion."""
    plural: bool = False
    """Whether a unit's second form stands behind any number but 1."""
    gap: str = " "
    """Between number and unit."""
    gap_behind: str = ""
    """The characters behind which alone it is written; "" for all."""
    share: str = "{0}/{1}"
    """A share that two numbers tell: the smaller, then the group's."""
    marks: tuple[str, str] = (",", ".")
    """Between groups of three digits, and before decimals."""
    symbols: Mapping[str, str] = field(default_factory=dict)
    """Units that stand before the number."""

    def words(self, quantity: Quantity) -> str:
        """The quantity with its hedge and unit; "" where nothing is known of it."""
        low, high, point = quantity.low, quantity.high, quantity.point
        if quantity.role in ("range", "score") and low is not None and high is not None:
            if quantity.role == "score":
                return f"{self.number(high)}-{self.number(low)}"
            return self._with_unit(f"{self.number(low)}{self.to}{self.number(high)}", high, quantity.unit)
        if point is None:
            return ""
        if quantity.some is not None and point:
            return self.share.format(self.number(quantity.some), self.number(quantity.some / point))
        if quantity.role == "times" and not quantity.unit:
            written = f"{self.number(point)}{self.times}"
        else:
            written = self._amount(point, quantity.unit)
        over = self.least if high is None else self.over
        return {"about": self.about, "over": over, "under": self.under, "": "{}"}[quantity.hedge].format(written)

    def number(self, value: Fraction) -> str:
        """The number alone: 127 billion, 1,270억, 2.25; a fraction that no decimals end as 2/3."""
        if value < 0:
            return f"-{self.number(-value)}"
        if self.in_turn and value >= self.scales[-1][0] and value.denominator == 1:
            return self._in_turn(int(value))
        for scale, name in () if self.in_turn else self.scales:
            if value >= scale and (value * self.exact / scale).denominator == 1:
                return f"{decimal(value / scale, self.marks)}{self.scale_gap}{name}"
        return decimal(value, self.marks)

    def _in_turn(self, value: int) -> str:
        written = ""
        for scale, name in self.scales:
            group, value = divmod(value, scale)
            written += f"{decimal(Fraction(group), self.marks)}{name}" if group else ""
        return f"{written}{decimal(Fraction(value), self.marks)}" if value else written

    def _amount(self, value: Fraction, unit: str) -> str:
        longer, many = LONGER.get(unit, ("", 1))
        if longer and value > many and value % many:
            rest = value % many
            whole = self._amount((value - rest) / many, longer)
            return f"{whole}{self.joint}{self._with_unit(self.number(rest), rest, unit)}"
        return self._with_unit(self.number(value), value, unit)

    def _with_unit(self, written: str, value: Fraction, unit: str) -> str:
        if not unit:
            return written
        if unit in self.symbols:
            return f"{self.symbols[unit]}{written}"
        forms = called(self.lang).get(unit, (unit,))
        gap = self.gap if not self.gap_behind or written[-1] in self.gap_behind else ""
        return f"{written}{gap}{forms[self.plural and abs(value) != 1 and len(forms) > 1]}"


def decimal(value: Fraction, marks: tuple[str, str] = (",", ".")) -> str:
    """The number in digits: 1,234.5; 2/3 where no decimals end it.

    >>> decimal(Fraction(12345, 10)), decimal(Fraction(12345, 10), (".", ",")), decimal(Fraction(2, 3))
    ('1,234.5', '1.234,5', '2/3')
    """
    places = next((n for n in range(10) if (value * 10**n).denominator == 1), None)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    written = f"{value.numerator:,}" if not places else f"{float(value):,.{places}f}"
    return written.translate({ord(","): marks[0], ord("."): marks[1]})

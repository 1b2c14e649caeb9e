"""A quantity in figures, as Korean and English newspapers write it: 1,270억 원, 127 billion won."""

from __future__ import annotations

from fractions import Fraction

from align.values import Quantity
from align.values.units import units

SCALES = {
    "ko": ((10**12, "조"), (10**8, "억"), (10**4, "만")),
    "en": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
}
SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
LONGER = {"month": ("year", 12), "second": ("minute", 60), "minute": ("hour", 60)}
"""What so many of a unit make, where they are written as two: 41 months, three years and five months."""
HEDGES = {
    "ko": {"about": "약 {}", "over": "{} 이상", "under": "{} 이하", "": "{}"},
    "en": {"about": "about {}", "over": "more than {}", "under": "up to {}", "": "{}"},
}  # fmt: skip


def figures(quantity: Quantity, lang: str) -> str:
    """The quantity as `lang` writes it, as English does where it is not Korean; "" where nothing is known of it.

    >>> figures(Quantity(Fraction(127 * 10**9), Fraction(127 * 10**9), unit="KRW"), "ko")
    '1,270억 원'
    """
    side = "ko" if lang == "ko" else "en"
    low, high, point = quantity.low, quantity.high, quantity.point
    if quantity.role in ("range", "score") and low is not None and high is not None:
        if quantity.role == "score":
            return f"{number(high, side)}-{number(low, side)}"
        return _with_unit(
            f"{number(low, side)}{'~' if side == 'ko' else ' to '}{number(high, side)}", high, quantity.unit, side
        )
    if point is None:
        return ""
    if quantity.role == "times" and not quantity.unit:
        written = f"{number(point, side)}{'배' if side == 'ko' else ' times'}"
    else:
        written = _amount(point, quantity.unit, side)
    hedge = HEDGES[side][quantity.hedge]
    return hedge.replace("more than", "at least").format(written) if high is None else hedge.format(written)


def _amount(value: Fraction, unit: str, lang: str) -> str:
    longer, many = LONGER.get(unit, ("", 1))
    if longer and value > many and value % many:
        joint = " " if lang == "ko" else " and "
        rest = value % many
        return (
            f"{_amount((value - rest) / many, longer, lang)}{joint}{_with_unit(number(rest, lang), rest, unit, lang)}"
        )
    return _with_unit(number(value, lang), value, unit, lang)


def _with_unit(written: str, value: Fraction, unit: str, lang: str) -> str:
    if not unit:
        return written
    if lang == "en" and unit in SYMBOLS:
        return f"{SYMBOLS[unit]}{written}"
    names = [getattr(reading, lang) for reading in units().get(unit, ())]
    forms = next((forms for forms in names if forms), (unit,))
    if lang == "en":
        return f"{written} {forms[abs(value) != 1 and len(forms) > 1]}"
    return f"{written}{' ' if written[-1] in '만억조' else ''}{forms[0]}"


def number(value: Fraction, lang: str) -> str:
    """The number alone: 127 billion, 1,270억, 2.25; a fraction that no decimals end as 2/3."""
    if value < 0:
        return f"-{number(-value, lang)}"
    if lang == "ko" and value >= 10**4 and value.denominator == 1:
        return _in_groups(int(value))
    for scale, name in SCALES["en"]:
        if lang == "en" and value >= scale and (value * 1000 / scale).denominator == 1:
            return f"{decimal(value / scale)} {name}"
    return decimal(value)


def _in_groups(value: int) -> str:
    written = ""
    for scale, name in SCALES["ko"]:
        group, value = divmod(value, scale)
        written += f"{group:,}{name}" if group else ""
    return f"{written}{value:,}" if value else written


def decimal(value: Fraction) -> str:
    """The number in digits: 1,234.5; 2/3 where no decimals end it."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    for places in range(1, 10):
        if (value * 10**places).denominator == 1:
            return f"{float(value):,.{places}f}"
    return f"{value.numerator}/{value.denominator}"

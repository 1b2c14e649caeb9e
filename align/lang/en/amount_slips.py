"""English amounts said wrong, with a hedge and without, and once more in another unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from align.lang.base.slips import NUMBER, YEAR, Slip, Span

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SCALE = re.compile(r"\b(thousand|million|billion|trillion)\b")
SMALL = r"(?P<n>\d|\b(?:two|three|four|five|six|seven|eight|nine|ten))"
SCALED = r"(?P<n>\d(?: (?:million|billion|trillion))?)"
LONGER = {
    "years": "months",
    "months": "weeks",
    "weeks": "months",
    "days": "weeks",
    "hours": "minutes",
    "minutes": "hours",
}
UNITS = (
    (r"(?P<n>[\d.,]+(?: (?:thousand|million|billion|trillion))?) won\b", r"$\g<n>"),
    (r"\$(?P<n>[\d.,]*\d(?: (?:thousand|million|billion|trillion))?)", r"\g<n> won"),
    (r"€(?P<n>\d)", r"$\g<n>"),
    (r"£(?P<n>\d)", r"€\g<n>"),
    (r"(?P<n>\d) percentage points?\b", r"\g<n> percent"),
    (r"(?P<n>\d) percent\b", r"\g<n> percentage points"),
    (r"(?P<n>\d) ?%", r"\g<n> percentage points"),
    (r"(?P<n>\d) (?:kilometers|kilometres|km)\b", r"\g<n> miles"),
    (r"(?P<n>\d) (?:meters|metres)\b", r"\g<n> feet"),
    (r"(?P<n>\d) miles\b", r"\g<n> kilometers"),
    (r"(?P<n>\d) feet\b", r"\g<n> meters"),
    (r"(?P<n>\d) (?:kilograms|kg)\b", r"\g<n> tons"),
    (r"(?P<n>\d) (?:tons|tonnes)\b", r"\g<n> kilograms"),
    (r"(?P<n>\d) hectares\b", r"\g<n> square kilometers"),
    (rf"{SCALED} (?:rubles|yen|yuan|euros)\b", r"\g<n> dollars"),
    (rf"{SCALED} dollars\b", r"\g<n> euros"),
    (r"(?P<n>\d) degrees Celsius\b", r"\g<n> degrees Fahrenheit"),
    *((rf"{SMALL} {one}\b(?! old)", rf"\g<n> {other}") for one, other in LONGER.items()),
)
"""A figure with its unit, and the same figure with another."""
COUNTED = r"(?=[$€£]?\d|(?:two|three|four|five|six|seven|eight|nine|ten|a (?:hundred|dozen))\b)"
HEDGE = re.compile(rf"\b(?:about|around|some|roughly|nearly|almost|approximately) {COUNTED}", re.IGNORECASE)
UNHEDGED = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|over|than|least|most|to|a|an|the|his|her|its|their|No\.|only) $"
)
MEASURES = (
    (r"(?P<n>\d[\d,.]*\d|\d)(?: |-)?(?:meters|metres)\b", "3.281", "feet"),
    (r"(?P<n>\d[\d,.]*\d|\d) (?:kilometers|kilometres|km)\b(?! per)", "0.6214", "miles"),
    (r"(?P<n>\d[\d,.]*\d|\d) miles\b(?! per)", "1.609", "kilometers"),
    (r"(?P<n>\d[\d,.]*\d|\d) kph\b", "0.6214", "mph"),
    (r"(?P<n>\d[\d,.]*\d|\d) mph\b", "1.609", "kph"),
    (r"(?P<n>\d[\d,.]*\d|\d) square meters\b", "10.764", "square feet"),
    (r"(?P<n>\d[\d,.]*\d|\d) feet\b", "0.3048", "meters"),
    (r"(?P<n>\d[\d,.]*\d|\d) (?:kilograms|kg)\b", "2.205", "pounds"),
    (r"(?P<n>\d[\d,.]*\d|\d) (?:tons|tonnes)\b", "2204.6", "pounds"),
    (r"(?P<n>\d[\d,.]*\d|\d) hectares\b", "2.471", "acres"),
    (r"(?P<n>\d[\d,.]*\d|\d) liters\b", "0.2642", "gallons"),
)
AMOUNT = r"(?P<n>\d[\d,.]*\d|\d)(?: (?P<s>million|billion|trillion))?"
MONEY = (
    (rf"{AMOUNT} won\b", "0.000725", "$"),
    (rf"{AMOUNT} won\b", "0.000667", "€"),
    (rf"{AMOUNT} won\b", "0.108", "¥"),
    (rf"{AMOUNT} yen\b", "0.0067", "$"),
    (rf"{AMOUNT} yuan\b", "0.14", "$"),
    (rf"{AMOUNT} rubles\b", "0.0103", "$"),
    (rf"{AMOUNT} euros\b", "1.08", "$"),
    (rf"€{AMOUNT}", "1.08", "$"),
    (rf"£{AMOUNT}", "1.27", "$"),
    (rf"£{AMOUNT}", "1.15", "€"),
    (rf"(?<![A-Z])\${AMOUNT}", "0.92", "€"),
    (rf"(?<![A-Z])\${AMOUNT}", "0.79", "£"),
)
"""Pattern, how many of the second there are to one of the first (any rate of the last years will do), and its name."""
FOLLOWED = re.compile(r"[\w,.]*\d| ?\(|-| (?:and|to|or) | ?(?:million|billion|trillion)|\)|[kmb]n?\b")
"""What a conversion does not go before."""


def magnitude(text: str) -> Iterator[Slip]:
    """Another scale word beside the right one, or ten times as much or a tenth, of numbers from 1,000 on."""
    names = list(SCALES)
    for match in NUMBER.finditer(text):
        scale = SCALE.match(text, match.end() + 1)
        if scale:
            k = names.index(scale[0])
            for other in names[max(0, k - 1) : k + 2]:
                if other != scale[0]:
                    yield Slip((match.start(), scale.end()), f"{match[0]} {other}")
        value = Decimal(match[0].replace(",", "").rstrip("."))
        if scale or "," in match[0]:
            end = scale.end() if scale else match.end()
            rest = f" {scale[0]}" if scale else ""
            for new in (value * 10, value / 10):
                if scale or new == int(new):
                    yield Slip((match.start(), end), f"{new.normalize():,f}{rest}")


def unit(text: str) -> Iterator[Slip]:
    """Another unit for the same figure."""
    for pattern, new in UNITS:
        for match in re.finditer(pattern, text):
            yield Slip(match.span(), match.expand(new))


def hedge(text: str) -> Iterator[Slip]:
    """The hedge before a figure dropped."""
    for match in HEDGE.finditer(text):
        if match.start():
            yield Slip(match.span(), "")


def hedged(text: str, span: Span) -> Iterator[Slip]:
    """A hedge put before the figure at `span`, where it has none."""
    start = span[0] - (text[: span[0]].endswith(("$", "€", "£")))
    year = YEAR.fullmatch(text[slice(*span)])
    if start and text[start - 1] == " " and not year and not UNHEDGED.search(text[:start]):
        yield Slip((start, start), "about ")


def conversion(text: str) -> Iterator[Slip]:
    """The same in another unit or currency, in brackets behind it."""
    for pattern, rate, name in (*MEASURES, *MONEY):
        for match in re.finditer(pattern, text):
            if not FOLLOWED.match(text, match.end()):
                value = Fraction(match["n"].replace(",", "")) * Fraction(rate)
                shown = f"{_round(value)} {name}"
                if name in "$€£¥":
                    shown = name + _money(value * SCALES.get(match["s"] or "", 1))
                yield Slip((match.end(), match.end()), f" ({shown})")


def _money(value: Fraction) -> str:
    for scale, size in reversed(SCALES.items()):
        if value >= size and size > 1000:
            return f"{_round(value / size)} {scale}"
    return _round(value)


def _round(value: Fraction) -> str:
    return f"{float(value):,.0f}" if value >= 100 else f"{float(value):.3g}"

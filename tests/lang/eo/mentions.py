"""What an Esperanto sentence says that its translation must say too."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from align.lang.eo.dates import DATE, dates

from align.lang.base.keys import number_keys
from align.model import Mention
from align.values.amounts import quantity
from align.values.units import forms

SCALES = {"mil": 10**3, "milionoj": 10**6}
NUMBER = re.compile(r"(\d+)(?: (milionoj|mil))?(?: (?:da )?(\w+))?")


def mentions(text: str, published: date | None = None) -> tuple[Mention, ...]:
    found = [*dates(text, published)]
    for match in NUMBER.finditer(DATE.sub(lambda date: "*" * len(date[0]), text)):
        unit = forms("eo").get((match[3] or "").removesuffix("n"), "")
        scale = SCALES.get(match[2] or "", 1)
        value, end = Fraction(match[1]) * scale, match.end(3 if unit else 2 if match[2] else 1)
        number = quantity(value, Fraction(scale), unit=unit)
        found.append(Mention("number", match.start(), end, text[match.start() : end], number_keys(value), number))
    return tuple(found)

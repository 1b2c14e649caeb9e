"""What a Korean sentence says that its translation must say too: numbers, dates, times, codes, addresses, Latin strings."""

from __future__ import annotations

import re
from datetime import date

from align.lang.base.keys import addresses
from align.lang.ko.codes import codes
from align.lang.ko.dates import dates
from align.lang.ko.numbers import numbers
from align.lang.ko.times import times
from align.model import Mention

LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]*(?:[-'’&.][A-Za-zÀ-ɏ0-9]+)*")


def mentions(text: str, published: date | None = None) -> tuple[Mention, ...]:
    """The mentions of `text` by kind, then left to right; a number inside a date is given as well."""
    latin = (
        Mention("latin", m.start(), m.end(), m[0], (f"l:{m[0].lower()}",))
        for m in LATIN.finditer(text)
        if len(m[0]) > 1
    )
    days, clocks = tuple(dates(text, published)), tuple(times(text))
    return (*days, *clocks, *numbers(text), *addresses(text), *codes(text, (*days, *clocks)), *latin)

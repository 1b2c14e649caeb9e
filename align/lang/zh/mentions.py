"""What a Chinese sentence says that its translation must say too: numbers, dates, times, codes, addresses, Latin strings."""

from __future__ import annotations

from datetime import date

from align.lang.base.keys import addresses
from align.lang.base.mentions import LATIN
from align.lang.zh.codes import codes
from align.lang.zh.dates import dates
from align.lang.zh.numbers import numbers
from align.lang.zh.times import times
from align.model import Mention


def mentions(text: str, published: date | None = None) -> tuple[Mention, ...]:
    """The mentions of `text` by kind, then left to right; a number inside a date is given as well."""
    latin = (Mention("latin", m.start(), m.end(), m[0], (f"l:{m[0].lower()}",)) for m in LATIN.finditer(text))
    days, clocks = tuple(dates(text, published)), tuple(times(text))
    return (*days, *clocks, *numbers(text), *addresses(text), *codes(text, (*days, *clocks)), *latin)

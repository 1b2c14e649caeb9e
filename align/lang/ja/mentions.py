"""What a Japanese sentence says that its translation must say too: numbers, dates, times, codes, addresses, Latin strings."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from align.lang.base.keys import addresses
from align.lang.han.amounts import outside
from align.lang.han.folding import folded
from align.lang.ja.codes import codes
from align.lang.ja.dates import dates
from align.lang.ja.numbers import numbers
from align.lang.ja.times import times
from align.model import Mention

LATIN = re.compile(r"(?<![A-Za-zÀ-ɏ0-9])[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]+(?:[-'’&.][A-Za-zÀ-ɏ0-9]+)*")


def mentions(text: str, published: date | None = None) -> tuple[Mention, ...]:
    """The mentions of `text` by kind, then left to right; a number inside a date is given as well."""
    plain, places = folded(text)
    found = _mentions(plain, published)
    if plain == text:
        return found
    spans = [(places[mention.start], places[mention.end]) for mention in found]
    return tuple(
        replace(mention, start=start, end=end, text=text[start:end])
        for mention, (start, end) in zip(found, spans, strict=True)
    )


def _mentions(text: str, published: date | None) -> tuple[Mention, ...]:
    latin = (Mention("latin", m.start(), m.end(), m[0], (f"l:{m[0].lower()}",)) for m in LATIN.finditer(text))
    days, clocks = tuple(dates(text, published)), tuple(times(text))
    counted = tuple(outside(numbers(text), (*days, *clocks)))
    return (*days, *clocks, *counted, *addresses(text), *codes(text, (*days, *clocks)), *latin)

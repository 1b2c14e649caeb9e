"""What an English sentence says that its translation must say too: numbers, dates, times, codes, addresses, names' words."""

from __future__ import annotations

import re
from datetime import date

from align.lang.base.keys import addresses
from align.lang.en.codes import codes
from align.lang.en.dates import dates
from align.lang.en.numbers import numbers
from align.lang.en.times import times
from align.model import Mention

LATIN = re.compile(r"(?<![A-Za-zÀ-ɏ0-9])(?:[A-ZÀ-ÞĀ-Ɏ]|[a-z]+[A-Z0-9])[A-Za-zÀ-ɏ0-9]*(?:[-'’&.][A-Za-zÀ-ɏ0-9]+)*")
POSSESSIVE = re.compile(r"['’]s?$")


def mentions(text: str, published: date | None = None) -> tuple[Mention, ...]:
    """The mentions of `text` by kind, then left to right; words with a capital or digit are given as Latin strings."""
    latin = []
    for match in LATIN.finditer(text):
        word = POSSESSIVE.sub("", match[0])
        if len(word) > 1:
            latin.append(Mention("latin", match.start(), match.start() + len(word), word, (f"l:{word.lower()}",)))
    days, clocks = tuple(dates(text, published)), tuple(times(text))
    return (*days, *clocks, *numbers(text), *addresses(text), *codes(text, (*days, *clocks)), *latin)

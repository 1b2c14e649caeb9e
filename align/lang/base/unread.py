"""Figures that nobody has read whole: 3.2x10^5, 7Q4, 12b. What they say is unknown, and unknown is no error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.lang.base.numbers import OPEN
from align.model import Mention

FIGURE = re.compile(r"(?<![A-Za-z])[A-Za-z]*+\d(?:[A-Za-z\d]|[.,:/·'’^-](?=\d))*")
"""A run of digits, with the marks between them and the Latin letters that touch them."""
SCRIPTS = "\u0250"
"""The first character behind those of the Latin alphabets."""


def unread(text: str, mentions: Sequence[Mention], start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The spans of figures of `text[start:end]` of which some digit is in none of its `mentions`, or that none has with its letters.

    >>> list(unread("flat 12b", [Mention("number", 5, 7, "12", ())])), list(unread("at 12", [Mention("number", 3, 5, "12", ())]))
    ([(5, 8)], [])
    """
    for figure in FIGURE.finditer(text, start, len(text) if end is None else end):
        near = [m for m in mentions if m.start < figure.end() and figure.start() < m.end and _says(m)]
        whole = any(m.start <= figure.start() and figure.end() <= m.end for m in near)
        spots = (k for k in range(figure.start(), figure.end()) if text[k].isalnum())
        mixed = any(c.isalpha() for c in figure[0])
        if not whole and (mixed or any(not any(m.start <= k < m.end for m in near) for k in spots)):
            yield figure.span()


def _says(mention: Mention) -> bool:
    """Whether a mention says what its digits are: COVID-19 does, a run of Han and digits that is taken for a word does not."""
    return mention.kind != OPEN and (mention.kind != "latin" or mention.text[0] < SCRIPTS)

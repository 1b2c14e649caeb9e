"""Words that turn a sentence round: what a language knows of them; of a language of which nothing is known, none.

A language's own part `polarity` has marks(text). A mark says one of two ways of a dimension, and of what it says that: its
anchor, where the figure or the word that it turns is to be looked for. A way of 0 is a mark that is open: a double negation, a
litotes, a rhetorical question. It asks for nothing and answers everything.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

NEGATION = "negation"
HALF = "half"
"""Words that are half a negation: lack, rule out, hardly. They answer one, and ask for none."""
CONDITION = "condition"
"""if, and unless."""
MOVEMENT = "movement"
"""Up, and down."""
BOUND = "bound"
"""More than a figure, and less."""
ORDER = "order"
"""After something, and before it."""


class Mark(NamedTuple):
    """A word that says one way of a dimension, at `[start, end)` of a text."""

    dimension: str
    way: int
    """1, -1, or 0 for one that is open. A negation is -1."""
    start: int
    end: int
    anchor: tuple[int, int]
    """Where the word or figure is that it is said of."""


Pairs = Mapping[str, tuple[str, str]]
"""Dimension -> what says the one way, and what says the other."""


KNOWN = False
"""Whether a text without marks says that nothing is turned; a language's own part has True."""


def marks(text: str) -> Iterable[Mark]:
    """The marks of a text, in any order."""
    return ()


def of_pairs(text: str, words: re.Pattern[str], ways: Mapping[str, tuple[str, int]]) -> Iterator[Mark]:
    """Marks of the words that `words` finds and `ways` has: a look-up, since a pattern of all of them is slow to compile."""
    for m in words.finditer(text):
        if m[0] in ways:
            yield Mark(*ways[m[0]], *m.span(), m.span())


def beginning(word: str, beginnings: Container[str], longest: int) -> int:
    """How many letters of a word are the longest of `beginnings` that it begins with; 0 for none."""
    return next((k for k in range(min(longest, len(word)), 0, -1) if word[:k] in beginnings), 0)

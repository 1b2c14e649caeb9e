"""Lists in a text: "A, B and C", item by item. Of a language of which nothing is known, none.

A language's own part `lists` tells by its commas and its words for "and" where one item ends and the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")


SMALL: frozenset[str] = frozenset()
"""Words, as a lexicon counts them, by which no item is known: of, each, 것."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One list. Its first and last item may reach further than they do: what stands before and behind a list is no item of it."""

    items: tuple[Span, ...]
    """Two at least, in text order."""
    open: bool = False
    """It says that there are others: 등, and others, such as."""
    asides: frozenset[int] = frozenset()
    """Indices of items that may be none: what explains the one before, or follows the last one behind a comma."""


def lists(text: str) -> Iterator[Listing]:
    """The lists of a sentence."""
    yield from ()


def unbracketed(text: str) -> str:
    """The text with spaces for what stands in brackets, which explains an item and is none."""
    return BRACKETS.sub(lambda match: " " * len(match[0]), text)

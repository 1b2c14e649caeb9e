"""Who does what in a sentence, of a language of which nothing is known: nothing is read.

A language that knows more says it in facts. A fact is one reading that the grammar of its clause makes plain; what is open
(a pronoun, two subjects, a phrase that may belong to either) gives none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Span = tuple[int, int]
AGENT, DOER, OBJECT, OTHER, HOLDER, SIDE = "agent", "doer", "object", "other", "holder", "side"
"""Who does it, or whose it is; who does something with it; to whom it is done; with, from or against whom; who has the figure; where somebody belongs."""
NOUN, VERB, CLOSED, PERSON = "noun", "verb", "closed", "person"
"""What a word is used as; one that the grammar needs, as a particle or a preposition, is closed."""
SAID, MAIN = (-1, -1), (-2, -2)
"""Heads that need no word: what is said, and what the sentence is about."""


class Known(NamedTuple):
    """A word, name or figure that the other side has too."""

    start: int
    end: int
    kind: str = ""

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def holds(self) -> bool:
        """Whether it can be somebody who does something."""
        return self.kind in (NOUN, PERSON, "")


class Fact(NamedTuple):
    """`holder` is the agent of `head`, its object or the other one, or has that figure."""

    role: str
    head: Span
    """A verb, a noun or a figure, SAID or MAIN."""
    holder: Span


def kind(text: str, span: Span) -> str:
    """What the word at `span` is used as; "" where that is not plain."""
    return ""


def facts(text: str, sentence: Span, words: Sequence[Known], figures: Sequence[Span]) -> Iterable[Fact]:
    """What a sentence says of the `words` and `figures` in it; offsets of `text`."""
    return ()

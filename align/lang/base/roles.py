"""Who does what in a sentence, of a language of which nothing is known: nothing is read.

A language that knows more says it in facts. A fact is one reading that the grammar of its clause makes plain; what is open
(a pronoun, two subjects, a phrase that may belong to either) gives none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

Span = tuple[int, int]
AGENT, DOER, OBJECT, OTHER = "agent", "doer", "object", "other"
"""Who does it, or whose it is; who does something with it; to whom it is done; with, from or against whom."""
ACTOR = "actor"
"""Who does something, whatever it is: the subject of a clause."""
MORE, LESS = "more", "less"
"""Than whom, or than what, something is more or less."""
HOLDER, COUNTED, SIDE, START, GOAL = "holder", "counted", "side", "start", "goal"
"""Who has the figure; what it counts; where somebody belongs; from where or how much, and to."""
NOUN, NAME, PERSON, VERB, CLOSED = "noun", "name", "person", "verb", "closed"
"""What a word is used as; one that the grammar needs, as a particle or a preposition, is closed."""
FIGURE = "figure"
SAID, MAIN, PATH, ANY = (-1, -1), (-2, -2), (-3, -3), (-4, -4)
"""Heads that need no word: what is said, what the sentence tells, the way from one to another, and any other."""
EACH = "\0"
"""What says of some and their figures that they are named in one order; stands in no text of a language unknown."""


class Known(NamedTuple):
    """A word, name or figure that the other side has too."""

    start: int
    end: int
    kind: str = ""
    pair: str = ""
    """The name of the antonyms of which it is one; "" for any other word."""

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def holds(self) -> bool:
        """Whether it can be somebody who does something."""
        return self.kind in (NOUN, NAME, PERSON, "")

    @property
    def rank(self) -> int:
        """Which of several in one phrase it is about: a person before another name, and that before a noun."""
        return (PERSON, NAME).index(self.kind) if self.kind in (PERSON, NAME) else 2


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


def titled(text: str, sentence: Span) -> tuple[Span, str] | None:
    """The name of who says what a sentence quotes, and the office beside it; None where that is not plain."""
    return None


def offices(text: str, name: str) -> Iterable[str]:
    """The offices with which a text names somebody."""
    return ()


def ends(tokens: Sequence[Span], words: Sequence[Known]) -> dict[int, Known]:
    """By the number of a token the word that ends in it, of two the first of `words`; both are within one sentence."""
    found: dict[int, Known] = {}
    stops = [end for _, end in tokens]
    for word in words:
        k = bisect_left(stops, word.end)
        if k < len(tokens) and tokens[k][0] < word.end:
            found.setdefault(k, word)
    return found

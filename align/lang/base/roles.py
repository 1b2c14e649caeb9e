"""Who does what in a sentence, of a language of which nothing is known: nothing is read.

A language that knows more says it in facts. A fact is one reading that the grammar of its clause makes plain; what is open
(a pronoun, two subjects, a phrase that may belong to either) gives none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Span = tuple[int, int]
AGENT, OTHER, HOLDER = "agent", "other", "holder"
"""Who does it, or of whom it is; to or with whom it is done; who has the figure."""
NOUN, VERB = "noun", "verb"


class Fact(NamedTuple):
    """`holder` is the agent of `head`, or the other one, or has that figure."""

    role: str
    head: Span | None
    """A verb, a noun or a figure; None for what is said."""
    holder: Span


def kind(text: str, span: Span) -> str:
    """Whether the word at `span` is used as a noun or as a verb; "" where that is not plain."""
    return ""


def facts(text: str, sentence: Span, words: Sequence[Span], values: Sequence[Span]) -> Iterable[Fact]:
    """What a sentence says of the `words` and `values` in it, which are those that the other side has too; offsets of `text`."""
    return ()

"""The words of a bead that are one of two antonyms: for and against, exports and imports, a profit and a loss.

They are the same on both sides whatever the lexicons know of them, and a figure of the one is none of the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from align.lang import language
from align.lang.base.polarity import BOUND, CONDITION, HALF, MOVEMENT, NEGATION, ORDER, Mark
from align.lang.base.roles import NOUN, Known
from align.model import Document

NO_WORDS = frozenset((BOUND, CONDITION, HALF, MOVEMENT, NEGATION, ORDER))
"""Dimensions of which a mark names nobody who may have a figure."""
FIRST = 10_000
"""Their first number: more than a bead has words and names."""


def antonyms(
    documents: tuple[Document, Document], segments: tuple[Sequence[int], Sequence[int]]
) -> list[dict[Known, int]]:
    """Of each side the antonyms of which it has both, with numbers that are the same on both sides."""
    marks = [_marks(document, own) for document, own in zip(documents, segments, strict=True)]
    dimensions = sorted({m.dimension for m in marks[0]} & {m.dimension for m in marks[1]} - NO_WORDS)
    return [
        {
            Known(m.start, m.end, NOUN, m.dimension): FIRST + 2 * dimensions.index(m.dimension) + (_way(m, own) > 0)
            for m in own
            if m.dimension in dimensions and len({other.way for other in own if other.dimension == m.dimension}) == 2
        }
        for own in marks
    ]


def _way(mark: Mark, own: Sequence[Mark]) -> int:
    """The way of a mark; one that is open, as "against", is the other one of two."""
    return mark.way or -sum({m.way for m in own if m.dimension == mark.dimension})


def _marks(document: Document, segments: Sequence[int]) -> list[Mark]:
    marks = language(document.lang).marks
    return [
        m._replace(start=m.start + s.start, end=m.end + s.start)
        for s in (document.segments[i] for i in segments)
        for m in marks(document.text[s.start : s.end])
    ]

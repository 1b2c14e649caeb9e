"""The pieces of a sentence that a translator may leave out, in any language: between commas, brackets and dashes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MARK = re.compile(
    r"[,;:，；：、][\"'”’]*(?![\d\"'”’])|[.!?…。！？][\"'”’)]*(?=\s)|\s[-–—]+\s|—|(?=[(（\[「『])|(?<=[)）\]」』])"
)
"""A piece ends behind a comma, unless that groups digits, behind a sentence, and at the edge of brackets."""

FINISHED = re.compile(r"[.!?…。！？][\"'”’)\]」』》〉]*\s*$")


def finished(text: str) -> bool:
    """Whether a segment ends as a sentence does, and not as a headline or a caption."""
    return FINISHED.search(text) is not None


def clauses(text: str) -> list[tuple[int, int]]:
    """The spans of the pieces of a sentence, in order, without white space around.

    >>> text = "The mayor, who had resigned, left (on foot)."
    >>> [text[a:b] for a, b in clauses(text)]
    ['The mayor,', 'who had resigned,', 'left', '(on foot)']
    """
    return pieces(text, marks(text))


def marks(text: str) -> Iterator[int]:
    """Where a mark ends a piece."""
    return (match.end() for match in MARK.finditer(text))


def pieces(text: str, ends: Iterable[int]) -> list[tuple[int, int]]:
    """The spans between the places where pieces end, none of them without a letter or digit."""
    found, start, seen = [], 0, 0
    for end in (*sorted(ends), len(text)):
        if any(map(str.isalnum, text[seen:end])):  # each character is looked at once, however long nothing is said
            piece = text[start:end]
            inside = piece.strip()
            first = start + piece.index(inside[0])
            found.append((first, first + len(inside)))
            start = end
        seen = end
    return found

"""How alike two spellings are."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

LIKE = 0.6
"""Likeness of two spellings (1 - edits / letters) from which one is meant for the other."""
LONG = 3
"""Letters of a spelling that can be told from another."""


def like(a: str, b: str, least: float = LIKE) -> bool:
    """Whether two plain spellings are nearly the same, but not the same.

    >>> like("volkov", "volkow"), like("volkov", "volkov"), like("kim", "lee")
    (True, False, False)
    """
    return a != b and min(len(a), len(b)) >= LONG and Levenshtein.normalized_similarity(a, b) >= least

"""Compounds of nouns in a language of which nothing is known: none, so that nothing is said of its terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def compounds(words: Sequence[str], joined: Sequence[bool]) -> Iterator[tuple[str, int, int]]:
    """(key, first, last) of each compound of nouns."""
    return iter(())


def is_common(term: str) -> bool:
    """Whether a term is an ordinary noun, and no compound."""
    return False


def is_noun(word: str) -> bool:
    """Whether a word is a noun, as far as its ending tells."""
    return False


def parts(term: str) -> int:
    """Words that another language may have for a term."""
    return 2

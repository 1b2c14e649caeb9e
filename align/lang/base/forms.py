"""The forms of a dictionary's word in a language of which nothing is known: the word itself."""

from __future__ import annotations


def forms(term: str) -> tuple[str, ...]:
    return (term,)


def headword(term: str) -> str:
    """The part of an entry that carries its meaning, for a dictionary whose entries are general ones."""
    return term

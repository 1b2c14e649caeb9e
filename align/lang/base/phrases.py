"""Noun phrases of a language of which nothing is known: none, so that nothing is said of what renders a term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

HEADS: frozenset[str] = frozenset()
"""Generic words that stand for a body, with its article, once it is named."""


def is_content(word: str) -> bool:
    """Whether a word may name a thing, or a part of one."""
    return True


def noun_phrases(words: Sequence[str], joined: Sequence[bool], free: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs `[first, last)` of free words that may be a noun phrase."""
    return iter(())


def is_verbal(word: str) -> bool:
    """Whether a word looks like a verb where a noun phrase would end."""
    return False


def is_introduced(before: str) -> bool:
    """Whether a word may stand right before a noun phrase."""
    return False


def is_pronoun(word: str) -> bool:
    """Whether a word stands for somebody or something named before."""
    return False


def is_anaphor(before: str, last: str) -> bool:
    """Whether a phrase points back at anything named before."""
    return False


def kind(words: Sequence[str]) -> int | None:
    """Which kind of body a name names, by its generic word."""
    return None


def generic(word: str) -> bool:
    """Whether a word is a body's generic one."""
    return False


def bodies(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the names with a body's generic word stand in `text[start:end]`."""
    return iter(())


def is_short(word: str, words: Sequence[str]) -> bool:
    """Whether a word is a short form of others."""
    return False

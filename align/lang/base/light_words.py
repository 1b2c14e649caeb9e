"""Words that say little of what a sentence is about, in any language: none is known."""

from __future__ import annotations


def is_light(word: str) -> bool:
    """Whether a word says little by itself, so that a translation may have nothing for it.

    >>> is_light("og")
    False
    """
    return False

"""The script of a text in a language that has one only: nothing to choose."""

from __future__ import annotations


def like(words: str, text: str) -> str:
    """`words` as `text` would write them."""
    return words

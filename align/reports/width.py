"""Text in terminal cells: Hangul, Han and kana take two, combining marks none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator


def cells(text: str) -> int:
    """The cells that `text` takes."""
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, width: int) -> str:
    """`text` with spaces to `width` cells."""
    return text + " " * max(0, width - cells(text))


def wrapped(text: str, width: int) -> Iterator[str]:
    """`text` in lines of at most `width` cells, broken at spaces where there are any; one empty line for an empty text."""
    line = ""
    for word in text.split():
        if line and cells(line) + 1 + cells(word) <= width:
            line = f"{line} {word}"
            continue
        if line:
            yield line
        while cells(word) > width:
            head = _fitting(word, width)
            yield head
            word = word[len(head) :]
        line = word
    yield line


def _fitting(word: str, width: int) -> str:
    """As much of `word` as `width` cells hold, at least one character."""
    taken = 0
    for position, character in enumerate(word):
        taken += _cells(character)
        if taken > width and position:
            return word[:position]
    return word

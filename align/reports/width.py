"""Text in terminal cells: Hangul, Han and kana take two, combining marks none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from align.errors import visible
from align.lang.scripts import JOINING_JAMO

SPACE = re.compile("[\t-\r\x85\u2028\u2029]")
JOINING = re.compile(f"[{JOINING_JAMO}]")


def plain(text: str) -> str:
    """`text` on one line, safe for a terminal, as many characters as it had."""
    return text if text.isprintable() else visible(SPACE.sub(" ", text))


def cells(text: str) -> int:
    """The cells that `text` takes."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_cells, text))


@lru_cache(maxsize=1 << 15)
def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me", "Cc"):
        return 0
    if JOINING.match(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, width: int) -> str:
    """`text` with spaces to `width` cells."""
    return text + " " * max(0, width - cells(text))


def head(text: str, width: int) -> str:
    """As much of the beginning of `text` as `width` cells hold."""
    taken = 0
    for position, character in enumerate(text):
        taken += _cells(character)
        if taken > width:
            return text[:position]
    return text


def tail(text: str, width: int) -> str:
    """As much of the end of `text` as `width` cells hold."""
    taken = 0
    for position in range(len(text) - 1, -1, -1):
        taken += _cells(text[position])
        if taken > width:
            return text[position + 1 :]
    return text


def wrapped(text: str, width: int, taken: int = 0) -> Iterator[str]:
    """`text` in lines of at most `width` cells, broken at spaces where there are any; one empty line for an empty text.

    `taken` cells of the first line are not to be had: it may be empty then.
    """
    line, room = "", width - taken
    for word in text.split():
        if line and cells(line) + 1 + cells(word) <= room:
            line = f"{line} {word}"
            continue
        if line or cells(word) > room < width:
            yield line
            room = width
        while cells(word) > width:
            part = head(word, width) or word[0]
            yield part
            word = word[len(part) :]
        line = word
    yield line

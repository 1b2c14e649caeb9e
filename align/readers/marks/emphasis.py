"""Runs of *, _ and ~: which open and close emphasis, and which belong together, by the rules of CommonMark and GFM.

With one more, for scripts that write a particle behind a quotation mark without a space: a letter of theirs counts as a border.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from align.lang.scripts import letters

Range = tuple[int, int]


@dataclass(slots=True)
class Run:
    """One run, as far as it is not used up."""

    character: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int
    """As it was written."""

    @staticmethod
    def at(content: str, start: int, end: int) -> Run:
        """The run between two offsets, by what stands beside it."""
        before, after, character = content[start - 1 : start], content[end : end + 1], content[start]
        left = bool(after.strip()) and (not _mark(after) or not before.strip() or _mark(before) or _wide(before))
        right = bool(before.strip()) and (not _mark(before) or not after.strip() or _mark(after) or _wide(after))
        opens, closes = left, right
        if character == "_":
            opens = left and (not right or _mark(before))
            closes = right and (not left or _mark(after))
        if character == "~":
            opens, closes = left and end - start <= 2, right and end - start <= 2
            if end - start == 1:  # 10~20 is a range
                opens, closes = opens and not before.strip(), closes and (not after.strip() or _mark(after))
        return Run(character, start, end, opens, closes, end - start)


def pair(runs: list[Run], found: Callable[[Range, Range], None]) -> None:
    """Tell `found` of each pair of marks, opening and closing, as CommonMark's appendix finds them."""
    waiting: list[Run] = []
    bottom: dict[tuple[str, int, bool], int] = {}
    for closer in runs:
        while closer.closes and closer.start < closer.end:
            key = (closer.character, closer.length % 3, closer.opens)
            k = len(waiting) - 1
            while k >= 0 and waiting[k].start >= bottom.get(key, 0) and not _belong(waiting[k], closer):
                k -= 1
            if k < 0 or waiting[k].start < bottom.get(key, 0):
                bottom[key] = closer.start
                break
            opener = waiting[k]
            width = min(2, opener.end - opener.start, closer.end - closer.start)
            found((opener.end - width, opener.end), (closer.start, closer.start + width))
            opener.end -= width
            closer.start += width
            del waiting[k + (opener.start < opener.end) :]
        if closer.opens and closer.start < closer.end:
            waiting.append(closer)


def _belong(opener: Run, closer: Run) -> bool:
    if opener.character != closer.character:
        return False
    if opener.character == "~":
        return opener.length == closer.length
    both = opener.closes or closer.opens
    return not (both and (opener.length + closer.length) % 3 == 0 and (opener.length % 3 or closer.length % 3))


def _mark(character: str) -> bool:
    """Whether it is punctuation or a symbol."""
    return bool(character) and not character.isalnum() and not character.isspace()


@cache
def _wide(character: str) -> bool:
    return bool(character) and bool(re.match(f"[{letters(('Hang', 'Kana', 'Hani'))}]", character))

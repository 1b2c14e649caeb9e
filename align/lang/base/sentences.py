"""What sentence cutting in any language needs: where one may end, and the spans between the ends chosen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

LONGEST = 3000
"""Characters past which nothing is a sentence, but a table or a page without stops: nobody reads who does what in it."""
CLOSERS = "\"'”’)\\]}」』》〉»›）］"
STOP = re.compile(rf"(?<![.!?…。！？．｡])[.!?…。！？．｡]++[{CLOSERS}]*+(?=\s|$)|[。！？｡]+[{CLOSERS}]*")
"""Final punctuation with the quotation marks and brackets that close behind it, before white space; CJK's needs none."""
ASIDE = re.compile(r"\s*[(（][^()（）.!?\n]{1,30}[)）](?=\s|$)")
"""A short remark in brackets that belongs to the sentence before: "Never." (laughs)"""


def cut(text: str, ends: Callable[[str, re.Match[str]], bool]) -> list[tuple[int, int]]:
    """The spans of the sentences of `text`, without white space around; `ends(text, stop)` says whether a stop ends one."""
    found, start = [], 0
    for end in _ends(text, ends):
        span = _trimmed(text, start, end)
        if span:
            found.append(span)
        start = end
    return found


def _ends(text: str, ends: Callable[[str, re.Match[str]], bool]) -> Iterator[int]:
    position = 0
    for stop in STOP.finditer(text):
        if stop.end() <= position or not ends(text, stop):
            continue
        aside = ASIDE.match(text, stop.end())
        position = aside.end() if aside else stop.end()
        yield position
    yield len(text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def following(text: str, position: int) -> str:
    """Up to 80 characters after `position`, white space skipped."""
    while position < len(text) and text[position].isspace():
        position += 1
    return text[position : position + 80]


def preceding(text: str, position: int, most: int = 40) -> str:
    """The characters up to white space before `position`."""
    start = position
    while start > 0 and position - start < most and not text[start - 1].isspace():
        start -= 1
    return text[start:position]

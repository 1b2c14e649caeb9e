"""What sentence cutting in any language needs: where one may end, and the spans between the ends chosen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from heapq import merge

from align.lang.base.items import BULLETS, END, breaks, credit, whole

LONGEST = 3000
"""Characters past which nothing is a sentence, but a table or a page without stops: nobody reads who does what in it."""
CLOSERS = "\"'”’)\\]}」』》〉»›）］】〗"
OPENERS = "\"'“‘„‚«»‹›([{「『《〈（［【-–—―*•·¿¡" + BULLETS
"""What may stand before the first word of a sentence."""
FULL = "。！？｡؟۔।॥։።။។"
"""Stops that need no white space behind them."""
STOP = re.compile(
    rf"(?<![.!?…{FULL}．])[.!?…{FULL}．]++[{CLOSERS}“‘«‹]*+(?:[ \u00a0\u202f][»›])?(?=\s|$)"
    rf"|[{FULL}]+[{CLOSERS}]*|．(?=[^\W\d_A-Za-z])"
)
"""Final punctuation with the quotation marks and brackets that close behind it, before white space; CJK's needs none."""
ASIDE = re.compile(
    rf"\s*+(?!{END}|[(（](?:[A-Za-z]|[ivx]{{1,4}}|\d{{1,3}}|[가나다라마바사아자차카타파하])[)）])[(（][^()（）.!?\n]{{1,30}}[)）](?=\s|$)"
)
"""A short remark in brackets that belongs to the sentence before: "Never." (laughs)"""
PAUSE = ("…", "..")
MARKER = re.compile(
    r"[\s\"'“‘(\[]*(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-zΑ-ωА-я가나다라마바사아자차카타파하문답問答问甲乙丙]|[ivx]{1,5}|[IVX]{1,5}|"
    r"제\s?\d{1,3}\s?[조항호장절관])[.)]"
)
"""A number or a letter that stands for an item or a speaker, where a sentence begins: 1. | (a) | 3.2. | Q."""

Ends = Callable[[str, "re.Match[str]", int], bool]
"""(text, stop, where the sentence began) -> whether the stop ends it."""


def cut(text: str, ends: Ends, own: Iterable[int] = ()) -> list[tuple[int, int]]:
    """The spans of the sentences of `text`, without white space around.

    `ends` decides of each stop. Items, end marks and what a language finds of its `own`, in order, begin a sentence
    whatever is before; a credit belongs to its caption, and a copyright line is one.
    """
    found, start = [], 0
    inner = () if whole(text) else _ends(text, ends, sorted({*breaks(text), *own}))
    for end in (*inner, len(text)):
        span = _trimmed(text, start, end)
        if span:
            found.append(span)
        start = end
    return found


def _ends(text: str, ends: Ends, begun: list[int]) -> Iterator[int]:
    stops = list(STOP.finditer(text))
    firm = max((stop.start() for stop in stops if stop[0][0] in ".。" and not stop[0].startswith(PAUSE)), default=-1)
    last = credit(text)
    start = 0
    for place, stop in merge(((b, None) for b in begun), ((s.end(), s) for s in stops), key=lambda item: item[0]):
        if place < start:
            continue
        if stop is None:
            start = place
        elif place >= last or (stop[0].startswith(PAUSE) and stop.start() > firm):
            continue  # before a credit; a pause in a headline, behind which no sentence ends
        elif ends(text, stop, start):
            aside = ASIDE.match(text, place)
            start = aside.end() if aside else place
        else:
            continue
        yield start


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def numbered(text: str, start: int, end: int) -> bool:
    """Whether all that is between `start` and `end`, a stop, is the number or letter of an item."""
    return end - start < 16 and bool(MARKER.fullmatch(text[start:end].strip()))


def following(text: str, position: int) -> str:
    """Up to 80 characters after `position`, white space and a remark that belongs to what is before skipped."""
    aside = ASIDE.match(text, position)
    position = aside.end() if aside else position
    while position < len(text) and text[position].isspace():
        position += 1
    return text[position : position + 80]


def preceding(text: str, position: int, most: int = 40) -> str:
    """The characters up to white space before `position`."""
    start = position
    while start > 0 and position - start < most and not text[start - 1].isspace():
        start -= 1
    return text[start:position]

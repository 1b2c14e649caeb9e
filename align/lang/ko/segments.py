"""Korean sentences, as newspapers write them.

A full stop ends a sentence, but not inside a quotation that the sentence goes on to report ("…다. …다."라고 말했다), in
a date (2024. 3. 1.), behind a list number or a Latin abbreviation. A quotation that stands by itself is cut inside.
"""

from __future__ import annotations

import re
from itertools import pairwise

from align.lang.base.sentences import cut, following, preceding

QUOTATION = re.compile(
    r"“[^“”\n]*”|\"[^\"\n]*\"|‘[^‘’\n]*’|(?<![\w'])'[^'\n]{1,300}'|「[^「」\n]*」|『[^『』\n]*』|[(（][^()（）\n]{0,400}[)）]"
)
REPORTED = re.compile(
    r"(?:이?라(?:고|며|는|면서|던|니)|이?란\s|고\s|며\s|면서|하고|하며|는\s|은\s|이라|을\s|를\s|에\s|의\s|로\s|과\s|와\s|등\s|식의|말|[,·‧])"
)
"""How a sentence goes on behind the closing mark of what it quotes."""
LATIN = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|[A-Z](?:\.[A-Z])+|vs|Mr|Mrs|Ms|Dr|Prof|St|No|Jr|Sr|Inc|Co|Ltd|Corp|etc|e\.g|i\.e)\.$"
)
NUMBER = re.compile(r"\d\.$")
MARKER = re.compile(r"^[\s\"'“‘(]*(?:\d{1,3}|[가나다라마바사아자차카타파하]|[A-Za-z])[.)]$")
"""A list number at the beginning of a paragraph."""
UNSTOPPED = re.compile(
    r"(?<=[했였었았렸혔졌됐왔갔났냈있없겠섰켰]다)\s+(?=(?:그러나|하지만|한편|이어|또한|그러면서|이날|이에|이와\s관련해|앞서)\s)"
)
"""A sentence without its full stop: a finite verb and then a word that only begins one."""


def segments(paragraph: str, lang: str = "ko") -> list[tuple[int, int]]:
    """The spans of the sentences of `paragraph`.

    >>> text = '그는 "비가 온다. 우산을 쓰자."라고 말했다. 2024. 3. 1. 시행됐다.'
    >>> [text[a:b] for a, b in segments(text)]
    ['그는 "비가 온다. 우산을 쓰자."라고 말했다.', '2024. 3. 1. 시행됐다.']
    """
    held = [(q.start(), q.end()) for q in QUOTATION.finditer(paragraph) if _goes_on(paragraph, q)]
    position = 0

    def ends(text: str, stop: re.Match[str]) -> bool:
        nonlocal position
        while position < len(held) and held[position][1] < stop.end():
            position += 1
        if position < len(held) and held[position][0] < stop.start() and stop.end() <= held[position][1]:
            return False
        return _final(text, stop)

    found = []
    for start, end in cut(paragraph, ends):
        cuts = [start, *(m.end() for m in UNSTOPPED.finditer(paragraph, start, end)), end]
        found += [(a, a + len(paragraph[a:b].rstrip())) for a, b in pairwise(cuts)]
    return found


def _goes_on(text: str, quotation: re.Match[str]) -> bool:
    """Whether the sentence around a quotation goes on behind it, so that nothing may be cut inside."""
    end = quotation.end()
    if text[quotation.start()] in "(（":  # a remark inside a sentence, unless a sentence has just ended
        position = quotation.start()
        while position and text[position - 1].isspace():
            position -= 1
        return position > 0 and text[position - 1] not in '.!?…"”'
    if end >= len(text):
        return False
    if not text[end].isspace():
        return text[end] not in ".!?…"
    if quotation[0][-2:-1] in ".!?…":
        return bool(REPORTED.match(following(text, end) + " "))
    return True


def _final(text: str, stop: re.Match[str]) -> bool:
    after = following(text, stop.end())
    if not after:
        return True
    mark = stop[0]
    if mark.startswith(("…", "...")):  # a pause, unless a quotation that stands by itself ends
        return mark[-1] in '"”' and not REPORTED.match(after)
    if len(mark) > 1 and mark[-1] in "\"'”’" and REPORTED.match(after):
        return False
    if mark[0] != ".":
        return not REPORTED.match(after) or len(mark) == 1
    before = preceding(text, stop.start() + 1)
    if NUMBER.search(before) and (after[0].isdigit() or _dated(text, stop.start())):
        return False
    if LATIN.search(before) and len(mark) == 1:
        return False
    return not (stop.start() < 6 and MARKER.match(text[: stop.start() + 1]))


def _dated(text: str, position: int) -> bool:
    """Whether the full stop at `position` is the last of 2024. 3. 1. or of 3. 1."""
    return bool(re.search(r"\d{1,4}\.\s?\d{1,2}(?:\.\s?\d{1,2})?$", text[max(0, position - 16) : position]))

"""Sentences of every language without rules of its own: sentencex, with the pieces that it cuts too small joined."""

from __future__ import annotations

import re

from align.tags import primary

UNFINISHED = re.compile(r"(?:\b\d{1,2}|\b[A-ZÀ-ÞА-Я])\.\s*$")
"""A day (3. Mai) or an initial (J. Müller) at the end of a piece: the sentence is not over."""
REPORTED = re.compile("(?:と|って|など|という|を|に|は|が|の|も)")
"""How Japanese goes on behind 」: 「…。」と述べた。"""


def segments(paragraph: str, lang: str) -> list[tuple[int, int]]:
    """The spans of the sentences of `paragraph`, a language unknown to sentencex cut as English."""
    import sentencex

    found: list[tuple[int, int]] = []
    position = 0
    for piece in sentencex.segment(primary(lang) or "en", paragraph):
        content = piece.strip()
        if not content:
            continue
        start = paragraph.find(content, position)
        if start < 0:
            continue
        position = start + len(content)
        if found and _goes_on(paragraph[found[-1][0] : found[-1][1]], content):
            found[-1] = (found[-1][0], position)
        else:
            found.append((start, position))
    return found


def _goes_on(piece: str, content: str) -> bool:
    if piece[-1] in "」』":
        return bool(REPORTED.match(content))
    return content[0].islower() or bool(UNFINISHED.search(piece) and not content[0].isdigit())

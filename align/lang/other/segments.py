"""Sentences of every language without rules of its own: sentencex, with the pieces that it cuts too small joined."""

from __future__ import annotations

import re

UNFINISHED = re.compile(r"(?:\b\d{1,2}|\b[A-ZÀ-ÞА-Я])\.\s*$")
"""A day (3. Mai) or an initial (J. Müller) at the end of a piece: the sentence is not over."""


def segments(paragraph: str, lang: str) -> list[tuple[int, int]]:
    """The spans of the sentences of `paragraph`, a language unknown to sentencex cut as English."""
    import sentencex

    primary = lang.replace("_", "-").split("-")[0].lower() or "en"
    found: list[tuple[int, int]] = []
    position = 0
    for piece in sentencex.segment(primary, paragraph):
        content = piece.strip()
        if not content:
            continue
        start = paragraph.find(content, position)
        if start < 0:
            continue
        position = start + len(content)
        if found and (UNFINISHED.search(paragraph[: found[-1][1]]) and not content[0].isdigit() or content[0].islower()):
            found[-1] = (found[-1][0], position)
        else:
            found.append((start, position))
    return found

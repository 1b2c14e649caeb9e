"""Hangul as it is spoken, one syllable for one: what the official romanisation of places follows (강릉 as 강능)."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

FIRST = ord("가")
SILENT, RIEUL, NIEUN, MIEUM = 11, 5, 2, 6
MOVED = {1: 0, 2: 1, 4: 2, 7: 3, 8: 5, 16: 6, 17: 7, 19: 9, 20: 10, 22: 12, 23: 14, 24: 15, 25: 16, 26: 17}
"""Coda -> the onset it becomes before a vowel; ㅇ stays and ㅎ falls silent."""
NASAL = {1: 21, 2: 21, 24: 21, 7: 4, 19: 4, 20: 4, 22: 4, 23: 4, 25: 4, 27: 4, 17: 16, 26: 16}
"""Coda -> what it becomes before ㄴ and ㅁ."""


@lru_cache(maxsize=100_000)
def spoken(word: str) -> str:
    """`word` with linked and assimilated consonants.

    >>> [spoken(w) for w in ("강릉", "신라", "왕십리", "곁이", "서울")]
    ['강능', '실라', '왕심니', '겨티', '서울']
    """
    parts = []
    for c in word:
        onset, rest = divmod(ord(c) - FIRST, 588)
        parts.append([onset, *divmod(rest, 28)])
    for a, b in pairwise(parts):
        if not a[2]:
            continue
        if b[0] == SILENT:
            if a[2] in MOVED:
                b[0], a[2] = MOVED[a[2]], 0
        elif (b[0] == RIEUL and a[2] == 4) or (b[0] == NIEUN and a[2] == 8):
            a[2], b[0] = 8, RIEUL
        elif b[0] == RIEUL and a[2] != 8:
            b[0] = NIEUN
            a[2] = NASAL.get(a[2], a[2])
        elif b[0] in (NIEUN, MIEUM):
            a[2] = NASAL.get(a[2], a[2])
    return "".join(chr(FIRST + onset * 588 + vowel * 28 + coda) for onset, vowel, coda in parts)

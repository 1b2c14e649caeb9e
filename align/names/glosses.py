"""Names that the Korean text explains itself: 국제원자력기구(IAEA), 로버트 블랙(Robert Black)."""

from __future__ import annotations

import re
from collections.abc import Iterator

GLOSS = re.compile(r"([가-힣]+(?:·[가-힣]+)*)\s?\(([A-Z][A-Za-z.&-]*(?: [A-Z][A-Za-z.&-]*)*)\)")
WORD = re.compile(r"[A-Za-z]+")
SMALL = frozenset("of for and the in on".split())


def glosses(hangul: str, latin: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The spans of each glossed name and of its rendering: the gloss itself, or the words whose initials it is.

    >>> hangul, latin = "간이과세제(STS)를", "the simplified tax scheme for shops"
    >>> [(hangul[slice(*a)], latin[slice(*b)]) for a, b in glosses(hangul, latin)]
    [('간이과세제', 'simplified tax scheme')]
    """
    for match in GLOSS.finditer(hangul):
        found = _initials(match[2], latin) or _itself(match[2], latin)
        if found:
            yield match.span(1), found


def _itself(gloss: str, latin: str) -> tuple[int, int] | None:
    found = re.search(rf"(?<!\w){re.escape(gloss)}(?!\w)", latin)
    return found.span() if found else None


def _initials(gloss: str, latin: str) -> tuple[int, int] | None:
    """The words that `gloss`, an acronym, begins; small words between them do not count."""
    if not gloss.isupper() or not gloss.isalpha() or len(gloss) < 2:
        return None
    words = [word for word in WORD.finditer(latin) if word[0].lower() not in SMALL]
    for k in range(len(words) - len(gloss) + 1):
        some = words[k : k + len(gloss)]
        if all(word[0][0].upper() == letter for word, letter in zip(some, gloss, strict=True)):
            return some[0].start(), some[-1].end()
    return None

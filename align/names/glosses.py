"""Names that the text explains itself: 국제원자력기구(IAEA), 로버트 블랙(Robert Black)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from align.lang.base.names.hearing import Hearing

WORD = re.compile(r"[A-Za-z]+")


def glosses(heard: str, spelt: str, hearing: Hearing) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The spans of each glossed name and of its rendering: the gloss itself, or the words whose initials it is.

    >>> from align.lang import language
    >>> heard, spelt = "간이과세제(STS)를", "the simplified tax scheme for shops"
    >>> [(heard[slice(*a)], spelt[slice(*b)]) for a, b in glosses(heard, spelt, language("ko").hearing("en"))]
    [('간이과세제', 'simplified tax scheme')]
    """
    for match in hearing.gloss.finditer(heard):
        found = _initials(match[2], spelt, hearing.spelling.joining) or _itself(match[2], spelt)
        if found:
            yield match.span(1), found


def _itself(gloss: str, spelt: str) -> tuple[int, int] | None:
    found = re.search(rf"(?<!\w){re.escape(gloss)}(?!\w)", spelt)
    return found.span() if found else None


def _initials(gloss: str, spelt: str, joining: Collection[str]) -> tuple[int, int] | None:
    """The words that `gloss`, an acronym, begins; small words between them do not count."""
    if not gloss.isupper() or not gloss.isalpha() or len(gloss) < 2:
        return None
    words = [word for word in WORD.finditer(spelt) if word[0].lower() not in joining]
    for k in range(len(words) - len(gloss) + 1):
        some = words[k : k + len(gloss)]
        if all(word[0][0].upper() == letter for word, letter in zip(some, gloss, strict=True)):
            return some[0].start(), some[-1].end()
    return None

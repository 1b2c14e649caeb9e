"""How alike two texts are, in per cent, as a translator reads it.

The Levenshtein distance over tokens, by the tokens of the longer text: the fuzzy match score of Koehn and Senellart (2010),
"Convergence of Translation Memory and Statistical Machine Translation", and of OmegaT. A token is a word, or one syllable of
Korean, whose particles would else make every word another; all numbers are one token, and each that differs costs one per cent.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from align.memory.keys import normal
from align.memory.terms import DIGITS, SPACED, TOKEN, fold

SPELLED = 99.0
"""Per cent for texts that differ in case and spaces only; the convention of translation tools, as are the next two."""
MARKED = 98.0
"""Per cent at most for all other texts: those that differ in punctuation have it."""
NUMBERS = 3
"""Numbers that cost one per cent each, at most."""
LONG = re.compile(rf"({DIGITS})|{SPACED}+")
"""Tokens of more than one letter."""
GAPS = re.compile(r"[\W_]+")
NUMBER, OTHER, FIRST, LAST = "\U000187f0", "\U000187f1", 0x17000, 0x187EF
"""Letters in the place of a number, of a word that the other text has not, and of its words: Tangut, whose own words these replace."""


class Judge:
    """A text that others are compared with."""

    def __init__(self, text: str) -> None:
        self.text = normal(text)
        folded = fold(text)
        self.tokens = [_token(match) for match in TOKEN.finditer(folded)]
        """With "#" for each number."""
        self.numbers = _numbers(folded)
        self._bare = "".join(folded.split())
        self._words: dict[str, str] = {}
        for match in LONG.finditer(folded):
            if not match[1]:
                self._words.setdefault(match[0], chr(min(FIRST + len(self._words), LAST)))
        self._letters = self._short(folded)

    def similarity(self, text: str, least: float = 0.0) -> float:
        """0 to 100: 100 the same, 99 but for case and spaces, 98 but for punctuation, 97 to 95 but for numbers; 0 below `least`.

        >>> round(Judge("The treaty was signed in 2024.").similarity("The treaty was signed in 2023."), 1)
        97.0
        >>> round(Judge("조약을 비준했다.").similarity("협약을 비준했다."), 1)
        85.7
        """
        folded = fold(text)
        letters = self._short(folded)
        longer = max(len(letters), len(self._letters))
        most = int(longer * (100 - least) / 100 + 1e-9)  # 85.71… per cent of seven are six
        distance = Levenshtein.distance(self._letters, letters, score_cutoff=most)
        if distance > most:
            return 0.0
        if not distance and normal(text) == self.text:
            return 100.0
        if not distance and "".join(folded.split()) == self._bare:
            return SPELLED
        if not longer:
            return 0.0
        different = Levenshtein.distance(self.numbers, _numbers(folded))
        found = min(100 * (longer - distance) / longer, MARKED) - min(different, NUMBERS)
        return found if found >= max(least, 0.0) else 0.0

    def _short(self, folded: str) -> str:
        """A text with one letter for each token."""
        return GAPS.sub("", LONG.sub(self._letter, folded))

    def _letter(self, match: re.Match[str]) -> str:
        return NUMBER if match[1] else self._words.get(match[0], OTHER)


def _token(match: re.Match[str]) -> str:
    return "#" if match.lastgroup == "number" else match[0]


def _numbers(folded: str) -> list[str]:
    return [match[1] for match in LONG.finditer(folded) if match[1]]

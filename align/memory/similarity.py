"""How alike two texts are, in per cent, as a translator reads it.

The Levenshtein distance over tokens, by the tokens of the longer text: the fuzzy match score of Koehn and Senellart (2010),
"Convergence of Translation Memory and Statistical Machine Translation", and of OmegaT. A token is a word, or one syllable of
Korean, whose particles would else make every word another; all numbers are one token, and each that differs costs one per cent.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from align.memory.keys import normal
from align.memory.terms import TOKEN, fold

SPELLED = 99.0
"""Per cent for texts that differ in case and spaces only; the convention of translation tools, as are the next two."""
MARKED = 98.0
"""Per cent at most for all other texts: those that differ in punctuation have it."""
NUMBERS = 3
"""Numbers that cost one per cent each, at most."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A text as it is compared."""

    text: str
    bare: str = field(init=False)
    """Without case and spaces."""
    tokens: list[str] = field(init=False)
    """With "#" for a number."""
    numbers: list[str] = field(init=False)

    def __post_init__(self) -> None:
        folded = fold(self.text)
        found = [(match[0], match.lastgroup == "number") for match in TOKEN.finditer(folded)]
        object.__setattr__(self, "text", normal(self.text))
        object.__setattr__(self, "bare", "".join(folded.split()))
        object.__setattr__(self, "tokens", ["#" if digits else token for token, digits in found])
        object.__setattr__(self, "numbers", [token for token, digits in found if digits])


def similarity(one: Shape, other: Shape, least: float = 0.0) -> float:
    """0 to 100: 100 the same, 99 but for case and spaces, 98 but for punctuation, 97 to 95 but for numbers; 0 below `least`.

    >>> round(similarity(Shape("The treaty was signed in 2024."), Shape("The treaty was signed in 2023.")), 1)
    97.0
    >>> round(similarity(Shape("조약을 비준했다."), Shape("협약을 비준했다.")), 1)
    85.7
    """
    if one.text == other.text:
        return 100.0
    if one.bare == other.bare:
        return SPELLED
    longer = max(len(one.tokens), len(other.tokens))
    if not longer:
        return 0.0
    most = int(longer * (100 - least) / 100)
    distance = Levenshtein.distance(one.tokens, other.tokens, score_cutoff=most)
    if distance > most:
        return 0.0
    found = min(100 * (longer - distance) / longer, MARKED) - min(Levenshtein.distance(one.numbers, other.numbers), NUMBERS)
    return found if found >= least else 0.0

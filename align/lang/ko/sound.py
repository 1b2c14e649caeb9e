"""How Hangul sounds in Latin letters: units of a word, and the likelihood ratio that a Latin word renders it.

A memoryless transducer: each onset, vowel and coda writes nought to four letters, by a learnt table
(`align.training.sound`). The ratio is against a letter bigram, so that one threshold fits short and long names.
Verifying in this way is easy where generating is hard: spellings are per person.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from align.scoring.seeds import text

MOST_LETTERS = 4
"""Of one unit."""
LONGEST = 16
"""Letters of a Latin word that is looked at; units of a Hangul word are cut at twice that."""
FLOOR = 1e-6
"""P(letters | unit) of what was never seen."""
FIRST = ord("가")
Floats = NDArray[np.float64]


def letters(word: str) -> str:
    """`word` in a-z: accents off, everything else dropped.

    >>> letters("Agnès"), letters("Son-hui")
    ('agnes', 'sonhui')
    """
    plain = unicodedata.normalize(
        "NFD", word.lower().replace("ø", "o").replace("ł", "l").replace("ß", "ss").replace("æ", "ae")
    )
    return "".join(c for c in plain if "a" <= c <= "z")


def units(word: str) -> list[tuple[int, ...]]:
    """The unit numbers of each syllable: onset 0-18, vowel 19-39, coda 40-66; a ㄹ that meets a ㄹ is 67.

    >>> units("빌라")
    [(7, 39, 67), (5, 19)]
    """
    found: list[tuple[int, ...]] = []
    for k, c in enumerate(word):
        onset, rest = divmod(ord(c) - FIRST, 588)
        vowel, coda = divmod(rest, 28)
        if not coda:
            found.append((onset, 19 + vowel))
        elif coda == 8 and k + 1 < len(word) and (ord(word[k + 1]) - FIRST) // 588 == 5:
            found.append((onset, 19 + vowel, 67))
        else:
            found.append((onset, 19 + vowel, 39 + coda))
    return found


UNITS = 68


@dataclass(frozen=True, slots=True)
class SoundModel:
    """P(letters | unit), and the letter bigram of Latin words."""

    emissions: dict[str, Floats]
    """letters -> (UNITS,) probabilities; "" for a unit that is not written"""
    bigram: Floats
    """log P(letter | letter before), (27, 27), 26 for either end of the word"""

    def chance(self, word: str) -> float:
        """log P(word) under the bigram; `word` in a-z."""
        codes = [26, *(ord(c) - 97 for c in word), 26]
        return float(self.bigram[codes[:-1], codes[1:]].sum())

    def lattice(self, words: Sequence[str]) -> Floats:
        """(words, UNITS, LONGEST + 1, MOST_LETTERS + 1): P(the k letters before position l | unit)."""
        found = np.full((len(words), UNITS, LONGEST + 1, MOST_LETTERS + 1), 0.0)
        found[..., 0] = self.emissions[""][None, :, None]
        for w, word in enumerate(words):
            for end in range(1, len(word) + 1):
                for k in range(1, min(MOST_LETTERS, end) + 1):
                    known = self.emissions.get(word[end - k : end])
                    found[w, :, end, k] = FLOOR**k if known is None else known
        return found


@cache
def model() -> SoundModel:
    """The table that ships."""
    return parse(text("sound.ko-en.json"))


def parse(table: str) -> SoundModel:
    """The model of a table as `align.training.sound.learn` gives it."""
    data = json.loads(table)
    emissions = {}
    for key, row in data["emissions"].items():
        vector = np.full(UNITS, FLOOR ** max(1, len(key)))
        vector[row["units"]] = row["p"]
        emissions[key] = vector
    return SoundModel(emissions, np.array(data["bigram"]))


def ratios(
    hangul: Sequence[str], latin: Sequence[str], pairs: NDArray[np.int64], table: SoundModel | None = None
) -> Floats:
    """For each of `pairs` (index into `hangul`, index into `latin`, (pairs, 2)), log P(latin | hangul prefix) / P(latin).

    (pairs, syllables): by how many syllables, from the beginning, are taken; -inf past the word's end. `latin` in a-z,
    at most LONGEST letters.
    """
    table = table or model()
    most = max((len(word) for word in hangul), default=0)
    if not len(pairs) or not most:
        return np.full((len(pairs), most), -np.inf)
    emissions = table.lattice(latin)
    chances = np.array([table.chance(word) for word in latin])
    lengths = np.array([len(word) for word in latin])
    steps = [units(word) for word in hangul]
    numbers = np.full((len(hangul), most, 3), -1, dtype=np.int64)
    for h, word in enumerate(steps):
        for k, syllable in enumerate(word):
            numbers[h, k, : len(syllable)] = syllable
    h, w = pairs.T
    state = np.zeros((len(pairs), LONGEST + 1))
    state[:, 0] = 1.0
    result = np.full((len(pairs), most), -np.inf)
    for k in range(most):
        for part in range(3):
            unit = numbers[h, k, part]
            live = unit >= 0
            if not live.any():
                continue
            step = emissions[w, np.maximum(unit, 0)]
            after = state * step[:, :, 0]
            for taken in range(1, MOST_LETTERS + 1):
                after[:, taken:] += state[:, :-taken] * step[:, taken:, taken]
            state = np.where(live[:, None], after, state)
        inside = numbers[h, k, 0] >= 0
        with np.errstate(divide="ignore"):
            whole = np.log(state[np.arange(len(pairs)), lengths[w]])
        result[:, k] = np.where(inside, whole - chances[w], -np.inf)
    return result

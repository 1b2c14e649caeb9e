"""How Hangul sounds in Latin letters: units of a word, and the likelihood ratio that a Latin word renders it.

A memoryless transducer: each onset, vowel and coda writes nought to four letters, by a learnt table
(`align.training.sound`). The ratio is against a letter bigram, so that one threshold fits short and long names.
Verifying in this way is easy where generating is hard: spellings are per person.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from align import resources

MOST_LETTERS = 4
"""Of one unit."""
LONGEST = 16
"""Letters of a Latin word that is looked at; units of a Hangul word are cut at twice that."""
FLOOR = 1e-6
"""P(letters | unit) of what was never seen."""
FIRST = ord("가")
SOUND = "sound.json"
Floats = NDArray[np.float64]


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

    def beginnings(self, word: str) -> Floats:
        """log P of each beginning of `word`, from one letter on, LONGEST of them; inf past its end."""
        codes = [26, *(ord(c) - 97 for c in word)]
        found = np.full(LONGEST, np.inf)
        found[: len(word)] = np.cumsum(self.bigram[codes[:-1], codes[1:]])
        return found

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
def model(other: str = "en") -> SoundModel:
    """The table that ships of Korean in the language `other`."""
    return parse(resources.text(resources.of_pair(SOUND, "ko", other)))


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
    hangul: Sequence[str],
    latin: Sequence[str],
    pairs: NDArray[np.int64],
    table: SoundModel | None = None,
    hopeless: float = -np.inf,
) -> Floats:
    """For each of `pairs` (index into `hangul`, index into `latin`, (pairs, 2)), log P(latin | hangul prefix) / P(latin).

    (pairs, syllables): by how many syllables, from the beginning, are taken; -inf past the word's end. `latin` in a-z,
    at most LONGEST letters. A pair is given up, with -inf from there on, where no beginning of the Latin word is more
    likely than `hopeless` (a log ratio) given the syllables so far.
    """
    table = table or model()
    most = max((len(word) for word in hangul), default=0)
    result = np.full((len(pairs), most), -np.inf)
    if not len(pairs) or not most:
        return result
    emissions = table.lattice(latin)
    beginnings = np.array([table.beginnings(word) for word in latin])
    chances = np.array([table.chance(word) for word in latin])
    lengths = np.array([len(word) for word in latin])
    numbers = np.full((len(hangul), most, 3), -1, dtype=np.int64)
    for row, word in enumerate(hangul):
        for k, syllable in enumerate(units(word)):
            numbers[row, k, : len(syllable)] = syllable
    live = np.arange(len(pairs))
    h, w = pairs.T
    state = np.zeros((len(pairs), LONGEST + 1))
    state[:, 0] = 1.0
    for k in range(most):
        inside = numbers[h, k, 0] >= 0
        live, h, w, state = live[inside], h[inside], w[inside], state[inside]
        for part in range(3):
            some = np.flatnonzero(numbers[h, k, part] >= 0)
            if not len(some):
                continue
            step = emissions[w[some], numbers[h[some], k, part]]
            before = state[some]
            after = before * step[:, :, 0]
            for taken in range(1, MOST_LETTERS + 1):
                after[:, taken:] += before[:, :-taken] * step[:, taken:, taken]
            state[some] = after
        with np.errstate(divide="ignore"):
            result[live, k] = np.log(state[np.arange(len(live)), lengths[w]]) - chances[w]
            if hopeless > -np.inf:
                hopeful = (np.log(state[:, 1:]) - beginnings[w]).max(1) > hopeless
                live, h, w, state = live[hopeful], h[hopeful], w[hopeful], state[hopeful]
    return result

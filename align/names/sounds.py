"""How alike a Hangul word and a Latin one sound, whatever particle or title follows in the Hangul word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from align.engine.evidence.names import FOLLOWING, SURNAMES, TAIL
from align.lang.ko.sound import LONGEST, SoundModel, letters, ratios
from align.lang.ko.spoken import spoken

HOPELESS = -0.5
MORE = frozenset(
    "뿐 뿐만 뿐이 뿐인 만큼 조차 마저 밖에 라도 이라도 랑 이랑 하고 든지 쯤 등 등이 등은 등의 등을".split()
)
"""Particles that only names need."""
PARTICLES = frozenset("가이은는을를에의로와과도만")
SHORTER = 2.0
"""Nats that a last syllable which may be a particle has to tell to be taken for a part of the name."""
LIKE = 0.6
"""Likeness of two spellings (1 - edits / letters) from which one is meant for the other."""
LONG = 3
"""Letters of a spelling that can be told from another."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The best beginning of a Hangul word for a Latin one."""

    score: float
    """Log ratio, with what follows in the word taken into account."""
    size: int
    """Syllables of the beginning."""


def heard(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Heard]:
    """The sound of each (Hangul word, Latin word) of `pairs`."""
    asked = [(h, w) for h, w in dict.fromkeys(pairs) if 0 < len(letters(w)) <= LONGEST]
    if not asked:
        return {}
    every = [(form, h, w) for h, w in asked for form in dict.fromkeys((h, spoken(h)))]
    hangul = {h: i for i, h in enumerate(dict.fromkeys((form, h) for form, h, _ in every))}
    latin = {w: j for j, w in enumerate(dict.fromkeys(w for _, _, w in every))}
    cells = np.array([(hangul[form, h], latin[w]) for form, h, w in every], dtype=np.int64)
    scores = ratios([form for form, _ in hangul], [letters(w) for w in latin], cells, hopeless=HOPELESS)
    rest = np.full((len(hangul), scores.shape[1]), -np.inf)
    for i, (_, word) in enumerate(hangul):
        for k in range(len(word)):
            rest[i, k] = 0.0 if follows(word[k + 1 :]) else -TAIL
    total = scores + rest[cells[:, 0]]
    best: dict[tuple[str, str], Heard] = {}
    for (_, h, w), row, k in zip(every, total, total.argmax(1), strict=True):
        if k and h[k:] in PARTICLES and row[k - 1] > row[k] - SHORTER:
            k -= 1  # 캐버노가: the last syllable is heard in Kavanaugh, but it is a particle
        if np.isfinite(row[k]) and ((h, w) not in best or row[k] > best[h, w].score):
            best[h, w] = Heard(float(row[k]), int(k) + 1)
    return best


def follows(rest: str) -> bool:
    """Whether `rest` may stand behind a name within its word: nothing, a particle, 씨, 시, or 씨 and a particle."""
    return not rest or rest in FOLLOWING or rest in MORE or (rest[0] in FOLLOWING and rest[1:] in FOLLOWING)


def among(word: str, words: Collection[str]) -> bool:
    """Whether `word` is one of `words`, with a particle perhaps."""
    return any(word[:size] in words and follows(word[size:]) for size in range(1, len(word) + 1))


def ratio(hangul: str, latin: str) -> float:
    """Log ratio of the whole of both; -inf where it cannot be."""
    return ratios_of([(hangul, latin)])[0]


def ratios_of(pairs: Sequence[tuple[str, str]], table: SoundModel | None = None) -> list[float]:
    """Log ratio of the whole of both words of each pair, by the table that ships or another."""
    if not pairs:
        return []
    hangul = [form for h, _ in pairs for form in (h, spoken(h))]
    latin = [letters(w)[:LONGEST] for _, w in pairs for _ in range(2)]
    scores = ratios(hangul, latin, np.repeat(np.arange(len(hangul))[:, None], 2, 1), table)
    found = [float(scores[n, len(h) - 1]) if latin[n] else -np.inf for n, h in enumerate(hangul)]
    return [max(two) for two in zip(found[::2], found[1::2], strict=True)]


def like(a: str, b: str, least: float = LIKE) -> bool:
    """Whether two spellings are nearly the same, but not the same."""
    x, y = letters(a), letters(b)
    if x == y or min(len(x), len(y)) < LONG:
        return False
    from rapidfuzz.distance import Levenshtein  # on use: few articles have spellings to compare

    return Levenshtein.normalized_similarity(x, y) >= least


__all__ = ["SURNAMES", "Heard", "among", "follows", "heard", "letters", "like", "ratio", "ratios_of"]

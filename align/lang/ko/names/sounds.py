"""How alike a Korean word and a spelt one sound, whatever particle or title follows in the Korean word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from align.lang.base.names.hearing import Heard
from align.lang.ko.names.families import FAMILIES
from align.lang.ko.names.following import FOLLOWING, PARTICLES, follows
from align.lang.ko.sound import LONGEST, SoundModel, ratios
from align.lang.ko.spoken import spoken

HOPELESS = -0.5
"""Log ratio of a word's first syllables below which the rest is not looked at."""
TAIL = 2.5
"""Log ratio lost where something other than a particle follows the name in its word."""
SHORTER = 2.0
"""Nats that a last syllable which may be a particle has to tell to be taken for a part of the name."""
INITIALS = (
    "gkcqj", "gkcq", "nrl", "dtj", "dt", "lr", "mbw", "bpvw", "bpv", "sctxz", "sctxz", "aeiouywhj", "jzcgdyst", "jzc", "cthqjsz",
    "kcqxhg", "tdh", "pfvbh", "hfwjgxpk",
)  # fmt: skip
"""Letters that the Latin rendering of each onset may begin with: a prefilter, wide on purpose."""


def initials(word: str) -> str:
    """Those of the first syllable's onset."""
    return INITIALS[(ord(word[0]) - ord("가")) // 588]


def heard(
    pairs: Iterable[tuple[str, str]], plain: Callable[[str], str], table: SoundModel
) -> dict[tuple[str, str], Heard]:
    """The sound of each (Korean word, spelt word) of `pairs`; `plain` reduces a spelling to a-z."""
    asked = [(word, form) for word, form in dict.fromkeys(pairs) if 0 < len(plain(form)) <= LONGEST]
    if not asked:
        return {}
    every = [(said, word, form) for word, form in asked for said in dict.fromkeys((word, spoken(word)))]
    words = {key: i for i, key in enumerate(dict.fromkeys((said, word) for said, word, _ in every))}
    forms = {form: j for j, form in enumerate(dict.fromkeys(form for _, _, form in every))}
    cells = np.array([(words[said, word], forms[form]) for said, word, form in every], dtype=np.int64)
    scores = ratios([said for said, _ in words], [plain(form) for form in forms], cells, table, HOPELESS)
    rest = np.full((len(words), scores.shape[1]), -np.inf)
    for i, (_, word) in enumerate(words):
        for k in range(len(word)):
            rest[i, k] = 0.0 if follows(word[k + 1 :]) else -TAIL
    total = scores + rest[cells[:, 0]]
    found: dict[tuple[str, str], Heard] = {}
    for (_, word, form), row, k in zip(every, total, total.argmax(1), strict=True):
        if k and word[k:] in PARTICLES and row[k - 1] > row[k] - SHORTER:
            k -= 1  # 캐버노가: the last syllable is heard in Kavanaugh, but it is a particle
        if np.isfinite(row[k]) and ((word, form) not in found or row[k] > found[word, form].score):
            found[word, form] = Heard(float(row[k]), int(k) + 1)
    return found


def ratios_of(pairs: Sequence[tuple[str, str]], table: SoundModel) -> list[float]:
    """Log ratio of the whole of both words of each (Korean word, a-z word) pair; -inf where it cannot be."""
    if not pairs:
        return []
    words = [said for word, _ in pairs for said in (word, spoken(word))]
    forms = [form[:LONGEST] for _, form in pairs for _ in range(2)]
    scores = ratios(words, forms, np.repeat(np.arange(len(words))[:, None], 2, 1), table)
    found = [float(scores[n, len(word) - 1]) if forms[n] else -np.inf for n, word in enumerate(words)]
    return [max(two) for two in zip(found[::2], found[1::2], strict=True)]


def beginnings(
    words: Sequence[str], plain: Sequence[str], pairs: NDArray[np.int64], table: SoundModel
) -> NDArray[np.float64]:
    """(pairs, syllables): the log ratio of each beginning of a word, as it is written."""
    return ratios(words, plain, pairs, table)


def best(
    starts: Sequence[str], plain: Sequence[str], pairs: NDArray[np.int64], table: SoundModel
) -> NDArray[np.float64]:
    """For each of `pairs` the log ratio of the best number of syllables, what follows in the word taken into account."""
    scores = ratios(starts, plain, pairs, table, HOPELESS)
    rest = np.full((len(starts), scores.shape[1]), -np.inf)
    for i, word in enumerate(starts):
        for k in range(0 if len(word) == 1 or word[0] in FAMILIES else 1, len(word)):
            tail = word[k + 1 :]
            rest[i, k] = 0.0 if not tail or tail in FOLLOWING else -TAIL
    found: NDArray[np.float64] = (scores + rest[pairs[:, 0]]).max(1, initial=-np.inf)
    return found

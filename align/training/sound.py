"""Learn how Hangul sounds in Latin letters from pairs of names, by expectation-maximisation."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from align.lang.base.letters import letters
from align.lang.ko.sound import FLOOR, LONGEST, MOST_LETTERS, SoundModel, ratios, units
from align.lang.ko.tokens import WORD

LENGTHS = (0.12, 0.55, 0.22, 0.08, 0.03)
"""P(number of letters of a unit) before anything is learnt."""
LEAST = 2e-4
"""Probability from which an emission is kept."""


def word_pairs(names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Hangul words with their Latin words, where a name has as many on both sides or is a Korean's: 강감찬, Gang Gam-chan."""
    found: dict[tuple[str, str], None] = {}
    for hangul, latin in names:
        left, right = hangul.split(), latin.split()
        if len(left) == 1 and len(right) == 2 and 2 <= len(hangul) <= 4:
            cut = 2 if len(hangul) == 4 else 1
            left = [hangul[:cut], hangul[cut:]]
        if len(left) != len(right):
            continue
        for a, b in zip(left, right, strict=True):
            b = letters(b)
            if WORD.fullmatch(a) and 1 < len(b) <= LONGEST and len(b) <= 5 * len(a):
                found[a, b] = None
    return list(found)


def in_order(names: Iterable[tuple[str, str]], table: SoundModel, least: float = 0.0) -> list[tuple[str, str]]:
    """Word pairs as in `word_pairs`, of names whose family name stands first on one side too; those that sound unlike are out."""
    straight = word_pairs(names)
    turned = word_pairs((a, " ".join([*b.split()[1:], b.split()[0]])) for a, b in names if len(b.split()) > 1)
    found: dict[tuple[str, str], None] = {}
    for pairs in (straight, turned):
        hangul, latin = [a for a, _ in pairs], [b for _, b in pairs]
        scores = ratios(hangul, latin, np.repeat(np.arange(len(pairs))[:, None], 2, 1), table)
        for k, pair in enumerate(pairs):
            if scores[k, len(pair[0]) - 1] > least:
                found[pair] = None
    return list(found)


def learn(pairs: Sequence[tuple[str, str]], iterations: int = 6) -> str:
    """The table as JSON, from (Hangul word, a-z word) pairs; deterministic."""
    emissions: dict[int, dict[str, float]] | None = None
    for _ in range(iterations):
        counts: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for hangul, latin in pairs:
            _expect([u for syllable in units(hangul) for u in syllable], latin, emissions, counts)
        emissions = {
            unit: {key: n / total for key, n in row.items() if n / total >= LEAST / 10}
            for unit, row in counts.items()
            if (total := sum(row.values()))
        }
    by_letters: dict[str, dict[str, list[float]]] = {"": {"units": [], "p": []}}
    for unit in sorted(emissions or {}):
        for key, p in sorted((emissions or {})[unit].items()):
            if p >= LEAST:
                row = by_letters.setdefault(key, {"units": [], "p": []})
                row["units"].append(unit)
                row["p"].append(round(p, 5))
    bigram = np.full((27, 27), 0.5)
    for _, latin in pairs:
        codes = [26, *(ord(c) - 97 for c in latin), 26]
        np.add.at(bigram, (codes[:-1], codes[1:]), 1)
    bigram = np.log(bigram / bigram.sum(1, keepdims=True))
    return json.dumps(
        {"emissions": dict(sorted(by_letters.items())), "bigram": np.round(bigram, 3).tolist()}, ensure_ascii=False
    )


def _expect(
    sequence: Sequence[int],
    latin: str,
    emissions: dict[int, dict[str, float]] | None,
    counts: dict[int, dict[str, float]],
) -> None:
    """Add the expected emissions of one pair to `counts`."""
    n, m = len(sequence), len(latin)
    forward = [[0.0] * (m + 1) for _ in range(n + 1)]
    backward = [[0.0] * (m + 1) for _ in range(n + 1)]
    forward[0][0] = backward[n][m] = 1.0
    arcs = []
    for i, unit in enumerate(sequence):
        table = None if emissions is None else emissions.get(unit, {})
        for j in range(m + 1):
            if not forward[i][j]:
                continue
            for k in range(min(MOST_LETTERS, m - j) + 1):
                key = latin[j : j + k]
                p = LENGTHS[k] * 0.05**k if table is None else table.get(key, FLOOR ** max(1, k))
                arcs.append((i, j, k, key, p))
                forward[i + 1][j + k] += forward[i][j] * p
    total = forward[n][m]
    if total < 1e-40:
        return
    for i, j, k, key, p in reversed(arcs):
        share = backward[i + 1][j + k] * p
        if share:
            backward[i][j] += share
            counts[sequence[i]][key] += forward[i][j] * share / total

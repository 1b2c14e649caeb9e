"""The channel of numbers, dates and addresses: the same value on both sides, however it is written."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.model import Mention
from align.scoring.channel import Channel, Floats, Terms, chance

FAITH = 0.7
RENDERED = 0.8
"""Probability that a value which the other side has in these segments is this one's rendering."""
COARSE = 0.4
"""The same where only a part or a rounding agrees."""
OWN = 0.5
COMMON, RARE = 0.03, 0.003
"""P(value) in general: of a number up to twelve, of any other."""


def channel(source: Sequence[Sequence[Mention]], target: Sequence[Sequence[Mention]]) -> Channel:
    """The values of both documents' segments; two values correspond where they share a key."""
    a = Terms.of([[" ".join(m.keys) for m in segment if m.kind != "latin"] for segment in source])
    b = Terms.of([[" ".join(m.keys) for m in segment if m.kind != "latin"] for segment in target])
    table = np.zeros((len(b.terms), len(a.terms)))
    having: dict[str, list[tuple[int, int]]] = {}
    for i, term in enumerate(a.terms):
        for rank, key in enumerate(term.split()):
            having.setdefault(key, []).append((i, rank))
    for j, term in enumerate(b.terms):
        for rank, key in enumerate(term.split()):
            for i, other in having.get(key, ()):
                table[j, i] = max(table[j, i], RENDERED if not rank and not other else COARSE)
    return Channel(
        a, b, table, table.T, chance(a, _general(a), OWN), chance(b, _general(b), OWN),
        np.full(len(a.terms), FAITH), np.full(len(b.terms), FAITH),
    )  # fmt: skip


def _general(terms: Terms) -> Floats:
    return np.array([COMMON if _small(term) else RARE for term in terms.terms])


def _small(term: str) -> bool:
    key = term.split()[0]
    return key[2:].isdigit() and key.startswith("n:") and int(key[2:]) <= 12

"""The channel of numbers, dates and addresses: the same value on both sides, however it is written."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.engine.evidence.channel import Channel, Floats, Links, Terms, chance, one
from align.model import Mention

FAITH = 0.7
RENDERED = 0.8
"""Probability that a value which the other side has in these segments is this one's rendering."""
COARSE = 0.4
"""The same where only a part or a rounding agrees."""
OWN = 0.5
COMMON, RARE = 0.03, 0.003
"""P(value) in general: of a number up to twelve, of any other."""


def channel(source: Sequence[Sequence[Sequence[str]]], target: Sequence[Sequence[Sequence[str]]]) -> Channel:
    """The values of each document pair's segments, as `read` gives them; two values correspond where they share a key."""
    a, b = Terms.of(source), Terms.of(target)
    having: dict[str, list[tuple[int, int]]] = {}
    for i, term in enumerate(a.vocabulary):
        for rank, key in enumerate(term.split()):
            having.setdefault(key, []).append((i, rank))
    table: dict[tuple[int, int], float] = {}
    for j, term in enumerate(b.vocabulary):
        for rank, key in enumerate(term.split()):
            for i, other in having.get(key, ()):
                table[i, j] = max(table.get((i, j), 0.0), RENDERED if not rank and not other else COARSE)
    links = np.array(list(table), dtype=np.int64).reshape(-1, 2).T
    t = np.array(list(table.values()), dtype=np.float64)
    return Channel(
        a,
        b,
        Links(links[0], links[1], t, t, np.zeros_like(links[0])),
        chance(a, a.each(_general(a)), OWN),
        chance(b, b.each(_general(b)), OWN),
        a.each(np.full(len(a.vocabulary), FAITH)),
        b.each(np.full(len(b.vocabulary), FAITH)),
        one(a),
        one(b),
    )


def read(mentions: Sequence[Sequence[Mention]]) -> list[list[str]]:
    """The keys of each value of a document's segments."""
    return [[" ".join(m.keys) for m in segment if m.keys and m.kind != "latin"] for segment in mentions]


def _general(terms: Terms) -> Floats:
    return np.array([COMMON if _small(term) else RARE for term in terms.vocabulary], dtype=np.float64)


def _small(term: str) -> bool:
    key = term.split()[0]
    return key[2:].isdigit() and key.startswith("n:") and int(key[2:]) <= 12

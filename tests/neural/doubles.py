"""Encoders that are no models: one that knows the gold, and one that knows nothing."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from align.evaluation.gold import Gold
from align.model import Bead
from align.neural import check
from align.neural.comparing import EncoderComparer
from align.search.beads import ordered

Floats = NDArray[np.float64]
WIDTH = 384
MOST = 4
"""Segments of the longest text that is known."""


class Noise:
    """A random direction for each text."""

    whole = True

    def embed(self, texts: Sequence[str]) -> Floats:
        return np.stack([self.vector(text) for text in texts]) if texts else np.zeros((0, WIDTH))

    def vector(self, text: str) -> Floats:
        return direction(text)


class Perfect(Noise):
    """A bead a:b has a x b meanings, one for each pair of its segments; a text is the sum of what its segments mean."""

    def __init__(self, gold: Gold) -> None:
        self.known: dict[str, Floats] = {}
        for pair in zip(*check.texts(), strict=True):
            self.known |= dict.fromkeys(pair, direction(pair[0]))
        means = np.zeros((2, max(len(gold.source), len(gold.target)), WIDTH))
        for number, (source, target) in enumerate(gold.beads):
            for i in source or (-1,):
                for j in target or (-1,):
                    meaning = direction(f"{number} {i} {j}")
                    if i >= 0:
                        means[0, i] += meaning
                    if j >= 0:
                        means[1, j] += meaning
        for texts, own in zip((gold.source, gold.target), means, strict=True):
            for size in range(1, MOST + 1):
                for start in range(len(texts) - size + 1):
                    self.known[" ".join(texts[start : start + size])] = unit(own[start : start + size].sum(0))

    def vector(self, text: str) -> Floats:
        return self.known[text]


class Blurred(Perfect):
    """The same through a fog: `noise` times a direction of its own is added to each vector."""

    def __init__(self, gold: Gold, noise: float) -> None:
        super().__init__(gold)
        self.noise = noise

    def vector(self, text: str) -> Floats:
        return unit(self.known[text] + self.noise * direction(text))


class Double(EncoderComparer):
    told = "double"


def perfect(gold: Gold) -> Double:
    return Double(Perfect(gold), "perfect")  # type: ignore[arg-type]


def blurred(gold: Gold, noise: float) -> Double:
    return Double(Blurred(gold, noise), "blurred")  # type: ignore[arg-type]


def monotone(gold: Gold) -> bool:
    whole = [b for b in ordered(Bead(*pair) for pair in gold.beads) if b.source and b.target]
    return all(one.target[-1] < other.target[0] for one, other in pairwise(whole))


def noise() -> Double:
    return Double(Noise(), "noise")  # type: ignore[arg-type]


def direction(text: str) -> Floats:
    seed = int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")
    return unit(np.random.default_rng(seed).normal(size=WIDTH))


def unit(vector: Floats) -> Floats:
    found: Floats = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return found

"""Encoders that are no models: one that knows the gold, and one that knows nothing."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from align.bead_order import ordered
from align.engine.neural import sentences as check
from align.engine.neural.comparing import EncoderComparer, TranslatorComparer
from align.evaluation.gold import Gold
from align.model import Bead

Floats = NDArray[np.float64]
WIDTH = 384
MOST = 4
"""Segments of the longest text that is known."""


class Noise:
    """A random direction for each text."""

    whole = True

    def read(self, texts: Sequence[str]) -> None:
        """Nothing is worth remembering."""

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


class Interpreter:
    """Knows the translation of each source segment, in other words than the gold's every other time."""

    def __init__(self, gold: Gold, back: bool = False) -> None:
        self.langs = (gold.target_lang, gold.source_lang) if back else (gold.source_lang, gold.target_lang)
        korean, english = check.texts()
        pairs = zip(english, korean, strict=True) if self.langs[0] == "en" else zip(korean, english, strict=True)
        self.known = {text: self.said(other.split()) for text, other in pairs}
        here, there = (gold.target, gold.source) if back else (gold.source, gold.target)
        for source, target in gold.beads:
            ours, theirs = (target, source) if back else (source, target)
            words = [word for j in theirs for word in there[j].split()]
            for k, i in enumerate(ours):
                part = words[k * len(words) // len(ours) : (k + 1) * len(words) // len(ours)] or [
                    "nothing",
                    here[i][:3],
                ]
                self.known[here[i]] = self.said(part)

    def said(self, words: Sequence[str]) -> str:
        return " ".join(word if direction(word)[0] > 0 else f"other{len(word)}" for word in words)

    def serves(self, source: str, target: str) -> bool:
        return (source, target) == self.langs

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        return [self.known[text] for text in texts]


class Interpreters(TranslatorComparer):
    told = "interpreter"


def interpreters(gold: Gold, both: bool) -> Interpreters:
    return Interpreters([Interpreter(gold, back) for back in ((False, True) if both else (False,))], "interpreter")  # type: ignore[misc]


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

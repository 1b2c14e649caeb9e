"""Learn a lexicon from sentence pairs and dictionary entries."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from align.engine import ibm
from align.engine.evidence.ranges import starts
from align.engine.lexicon import STEPS, Lexicon, Side
from align.lang import language

MOST_TOKENS = 80
"""Longer sides tell little of single words and cost the most."""


def learn(
    pairs: Iterable[tuple[str, str, float]],
    source_lang: str,
    target_lang: str,
    *,
    name: str = "",
    least: float = 0.001,
    iterations: int = 5,
    discount: float = 0.3,
) -> Lexicon:
    """The lexicon of `pairs` (source, target, weight); a weight above 1 says that the pair is a dictionary's.

    A word pair is kept where it has at least `least` of the probability of either word. Tokens seen once in running
    text are left out. Deterministic.
    """
    cut_source, cut_target = language(source_lang).tokens, language(target_lang).tokens
    texts = Texts()
    for source, target, weight in _distinct(pairs):
        a, b = cut_source(source), cut_target(target)
        if 0 < len(a) <= MOST_TOKENS and 0 < len(b) <= MOST_TOKENS:
            texts.add(a, b, weight)
    return texts.lexicon(source_lang, target_lang, name=name, least=least, iterations=iterations, discount=discount)


def count(
    source: Sequence[Sequence[str]],
    target: Sequence[Sequence[str]],
    weights: Sequence[float],
    source_lang: str,
    target_lang: str,
    *,
    name: str = "",
    least: float = 0.001,
    iterations: int = 5,
    discount: float = 0.5,
) -> Lexicon:
    """The lexicon of tokenized pairs."""
    texts = Texts()
    for each in zip(source, target, weights, strict=True):
        texts.add(*each)
    return texts.lexicon(source_lang, target_lang, name=name, least=least, iterations=iterations, discount=discount)


class Texts:
    """Tokenized sentence pairs, as numbers from the moment they are read."""

    def __init__(self) -> None:
        self.source, self.target = Words(), Words()
        self.weights = array("d")

    def add(self, source: Sequence[str], target: Sequence[str], weight: float) -> None:
        self.source.add(source)
        self.target.add(target)
        self.weights.append(weight)

    def lexicon(
        self, source_lang: str, target_lang: str, *, name: str, least: float, iterations: int, discount: float
    ) -> Lexicon:
        """The pairs that have at least `least` of the probability of either word."""
        weights = np.array(self.weights)
        (left, source), (right, target) = (side.kept(weights) for side in (self.source, self.target))
        forward = ibm.train(source, target, weights, iterations=iterations, discount=discount)
        backward = ibm.train(target, source, weights, iterations=iterations, discount=discount)
        i, j = forward.least(least)
        k, m = backward.least(least)
        i, j = np.divmod(
            np.unique(np.concatenate([i * len(right.words) + j, m * len(right.words) + k])), max(len(right.words), 1)
        )
        return Lexicon(
            source_lang,
            target_lang,
            left,
            right,
            starts(np.bincount(i, minlength=len(left.words))),
            j.astype(np.int32),
            _steps(forward.at(i, j)),
            _steps(backward.at(j, i)),
            name,
        )


class Words:
    """The words of one side's sentences."""

    def __init__(self) -> None:
        self.index: dict[str, int] = {}
        self.numbers = array("i")
        self.sizes = array("i")

    def add(self, words: Sequence[str]) -> None:
        index = self.index
        self.numbers.extend([index.setdefault(word, len(index)) for word in words])
        self.sizes.append(len(words))

    def kept(self, weights: NDArray[np.float64]) -> tuple[Side, ibm.Bags]:
        """The words worth keeping, in alphabetical order, with their counts, and the distinct ones of each sentence."""
        numbers, sizes = np.frombuffer(self.numbers, dtype=np.int32), np.array(self.sizes, dtype=np.int64)
        sentence = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        counts = np.bincount(numbers, minlength=len(self.index))
        mass = np.bincount(numbers, weights[sentence], len(self.index))
        words = sorted(word for word, k in self.index.items() if mass[k] > 1)
        old = np.array([self.index[word] for word in words], dtype=np.int64)
        new = np.full(len(self.index), -1, dtype=np.int64)
        new[old] = np.arange(len(old))
        known = np.flatnonzero(new[numbers] >= 0)
        cells = np.unique(sentence[known] * np.int64(max(len(words), 1)) + new[numbers[known]])
        own, word = np.divmod(cells, max(len(words), 1))
        bags = ibm.Bags(word.astype(np.int32), starts(np.bincount(own, minlength=len(sizes))), len(words))
        return Side.of(words, counts[old].astype(np.float32)), bags


def _distinct(pairs: Iterable[tuple[str, str, float]]) -> Iterator[tuple[str, str, float]]:
    """Each pair once. What was seen is remembered by its digest: the texts themselves would be most of what memory holds."""
    seen = set()
    for source, target, weight in pairs:
        digest = blake2b(f"{weight}\t{source}\t{target}".encode("utf-8", "surrogatepass"), digest_size=12).digest()
        if digest not in seen:
            seen.add(digest)
            yield source, target, weight


def _steps(probabilities: NDArray[np.float64]) -> NDArray[np.uint8]:
    p = np.maximum(probabilities, 1e-30)
    return np.clip(np.rint(-STEPS * np.log(p)), 0, 255).astype(np.uint8)

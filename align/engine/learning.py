"""Learn a lexicon from sentence pairs and dictionary entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

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
    tokenized = []
    for source, target, weight in dict.fromkeys(pairs):
        a, b = cut_source(source), cut_target(target)
        if 0 < len(a) <= MOST_TOKENS and 0 < len(b) <= MOST_TOKENS:
            tokenized.append((a, b, weight))
    return count(
        [a for a, _, _ in tokenized],
        [b for _, b, _ in tokenized],
        [w for _, _, w in tokenized],
        source_lang,
        target_lang,
        name=name,
        least=least,
        iterations=iterations,
        discount=discount,
    )


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
    left, source_ids = _vocabulary(source, weights)
    right, target_ids = _vocabulary(target, weights)
    # Ids from 1: the empty word is 0.
    forward = ibm.train(
        list(zip(source_ids, target_ids, strict=True)), weights, iterations=iterations, discount=discount
    )
    backward = ibm.train(
        list(zip(target_ids, source_ids, strict=True)), weights, iterations=iterations, discount=discount
    )
    width = len(right.words) + 1
    there = {
        int(k): p for k, p in zip(forward.source * width + forward.target, forward.probability, strict=True) if p > 0
    }
    back = {
        int(k): p for k, p in zip(backward.target * width + backward.source, backward.probability, strict=True) if p > 0
    }
    cells = sorted(
        k
        for k in there.keys() | back.keys()
        if k >= width and k % width and max(there.get(k, 0.0), back.get(k, 0.0)) >= least
    )
    keys = np.array(cells, dtype=np.int64)
    rows = (
        np.bincount(keys // width - 1, minlength=len(left.words))
        if len(keys)
        else np.zeros(len(left.words), dtype=np.int64)
    )
    return Lexicon(
        source_lang,
        target_lang,
        left,
        right,
        starts(rows),
        (keys % width - 1).astype(np.int32),
        _steps([there.get(k, 0.0) for k in cells]),
        _steps([back.get(k, 0.0) for k in cells]),
        name,
    )


def _vocabulary(side: Sequence[Sequence[str]], weights: Sequence[float]) -> tuple[Side, list[ibm.Ints]]:
    """The words worth keeping with their counts, and each sequence as distinct ids from 1."""
    counts: Counter[str] = Counter()
    mass: Counter[str] = Counter()
    for words, weight in zip(side, weights, strict=True):
        counts.update(words)
        for word in words:
            mass[word] += weight  # type: ignore[assignment]
    kept = sorted(word for word, n in counts.items() if mass[word] > 1)
    vocabulary = Side.of(kept, np.array([counts[w] for w in kept], dtype=np.float32))
    index = vocabulary.index
    ids = [np.array([index[w] + 1 for w in dict.fromkeys(words) if w in index], dtype=np.int64) for words in side]
    return vocabulary, ids


def _steps(probabilities: Sequence[float]) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    p = np.maximum(np.array(probabilities, dtype=np.float64), 1e-30)
    return np.clip(np.rint(-STEPS * np.log(p)), 0, 255).astype(np.uint8)

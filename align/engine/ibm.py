"""Word translation probabilities from sentence pairs: IBM Model 1 in NumPy (Brown et al. 1993).

With the empty word, a diagonal-free uniform prior and absolute discounting of the counts, so that a word seen once
does not get a sure translation (Moore 2004, "Improving IBM Word-Alignment Model 1").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """t(target | source) in coordinate form, sorted by source then target; source 0 is the empty word."""

    source: Ints
    target: Ints
    probability: Floats
    count: Floats
    """Expected number of times the two were linked."""


def links(pairs: Sequence[tuple[Ints, Ints]], weights: Sequence[float]) -> tuple[Ints, Ints, Ints, Floats]:
    """All co-occurrences of `pairs` (arrays of distinct word ids from 1), with the empty word on the source side.

    Returns source ids, target ids, the number of each target token's group, and the weight of each co-occurrence.
    """
    sources, targets, groups, masses = [], [], [], []
    group = 0
    for (source, target), weight in zip(pairs, weights, strict=True):
        if not len(source) or not len(target):
            continue
        n = len(source) + 1
        sources.append(np.tile(np.concatenate(([0], source)), len(target)))
        targets.append(np.repeat(target, n))
        groups.append(np.repeat(np.arange(group, group + len(target)), n))
        masses.append(np.full(n * len(target), weight))
        group += len(target)
    if not sources:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty, empty, np.zeros(0)
    return np.concatenate(sources), np.concatenate(targets), np.concatenate(groups), np.concatenate(masses)


def train(
    pairs: Sequence[tuple[Ints, Ints]],
    weights: Sequence[float] | None = None,
    *,
    iterations: int = 5,
    discount: float = 0.5,
    null: float = 1.0,
) -> Table:
    """t(target | source) after `iterations` of EM over `pairs`; `null` is the prior weight of the empty word."""
    source, target, group, mass = links(pairs, weights if weights is not None else [1.0] * len(pairs))
    if not len(source):
        return Table(source, target, np.zeros(0), np.zeros(0))
    width = int(target.max()) + 1
    keys, cell = np.unique(source * width + target, return_inverse=True)
    cell = cell.astype(np.int32)
    rows, columns = keys // width, keys % width
    groups = int(group.max()) + 1
    prior = np.where(rows == 0, null, 1.0)
    probability = np.ones(len(keys)) / np.maximum(1, np.bincount(rows)[rows])
    count = probability
    for _ in range(iterations):
        score = (probability * prior)[cell]
        total = np.bincount(group, score, groups)
        count = np.bincount(cell, mass * score / total[group], len(keys))
        kept = np.maximum(count - np.where(rows == 0, 0.0, discount), 0.0)
        probability = kept / np.maximum(np.bincount(rows, count)[rows], 1e-300)
    return Table(rows, columns, probability, count)

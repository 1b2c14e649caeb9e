"""The evidence of documents with what a model says of them, in two looks.

The first look compares single segments; from all evidence together it follows which longer runs may be beads, and only those are
read as one text for the second (as vecalign, Thompson and Koehn 2019, does for all of them).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from align.engine.evidence import length
from align.engine.evidence.features import SHAPES, Evidence
from align.engine.evidence.similarity import Floats, Scales, Similar
from align.engine.evidence.weights import Weights
from align.engine.neural.comparing import Compared, Comparer, Langs, Run, joined
from align.engine.search import lattice

Texts = tuple[Sequence[str], Sequence[str]]

POSSIBLE = 0.01
"""Probability of a bead from which its sides are read as one text."""
LONGEST = 4
"""Segments of the longest such run: a longer one is the mean of its segments."""
BUDGET = 2.0
"""How much longer than the documents the runs together may be."""


def seen(evidence: Evidence, pairs: Sequence[Texts], langs: Langs, comparer: Comparer, weights: Weights) -> Evidence:
    """`evidence` of the document `pairs` with the model's."""
    prior = comparer.prior(langs)
    comparer.read(text for texts in pairs for side in texts for text in side)
    compared = [comparer.compared(source, target, langs) for source, target in pairs]
    sure = [each[:n, :m] for each, (n, m) in zip(weights.singles(evidence), evidence.sizes, strict=True)]

    def looked(some: Sequence[Compared]) -> Evidence:
        likeness = [each.likeness(SHAPES) for each in some]
        return replace(
            evidence,
            similar=Similar.of([(each, Scales.of(each, own, prior)) for each, own in zip(likeness, sure, strict=True)]),
        )

    first = looked(compared)
    found = lattice.marginals(weights.costs(first, moving=False))
    runs = [_possible(first, found, d, texts) for d, texts in enumerate(pairs)]
    comparer.read(
        joined(text, run)
        for texts, own in zip(pairs, runs, strict=True)
        for text, some in zip(texts, own, strict=True)
        for run in some
    )
    return looked([each.closer(own) for each, own in zip(compared, runs, strict=True)])


def _possible(evidence: Evidence, found: lattice.Marginals, d: int, texts: Texts) -> tuple[list[Run], list[Run]]:
    """The runs of either side that may be one side of a bead."""
    n, m = evidence.sizes[d]
    best: tuple[dict[Run, float], dict[Run, float]] = ({}, {})
    for (a, b), beads in zip(evidence.shapes(), found.beads[:, d], strict=True):
        for i, j in zip(*np.nonzero(beads[a : n + 1, b : m + 1] > POSSIBLE), strict=True):
            for side, run in enumerate(((int(i), a), (int(j), b))):
                if 1 < run[1] <= LONGEST:
                    best[side][run] = max(best[side].get(run, 0.0), float(beads[i + a, j + b]))
    source, target = (
        affordable(((p, run) for run, p in runs.items()), BUDGET * sizes.sum(), sizes)
        for runs, sizes in zip(best, map(length.sizes, texts), strict=True)
    )
    return source, target


def affordable(runs: Iterable[tuple[float, Run]], budget: float, sizes: Floats) -> list[Run]:
    """Runs by how probable they are, the most probable first, as long as the `sizes` of their segments are within `budget`."""
    found = []
    for _, (start, size) in sorted(runs, key=lambda each: (-each[0], each[1])):
        budget -= float(sizes[start : start + size].sum())
        if budget < 0:
            break
        found.append((start, size))
    return found

"""All monotone alignments of two documents at once: the cheapest one, and the probability of each bead.

A path leads from (0, 0) to (N, M). A step is a bead a:b, or a null of one segment. Nulls come in runs with a price for
the first one (affine gaps; Gotoh 1982); inside a run the source's come before the target's, so that each alignment is
one path and not many. Three values a cell: B after a bead, S in a run of source nulls, T in one of target nulls.
Several documents run side by side, padded to one size: the first axis of every array.

Costs are nats, lower is better; inf forbids.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Shape = tuple[int, int]
"""Segments of a bead on either side."""
Step = tuple[int, int, int, int]
"""(i, j, a, b): the step takes source[i:i+a] and target[j:j+b]."""
BEAD, SOURCE, TARGET = range(3)


@dataclass(frozen=True, slots=True)
class Costs:
    """What each step costs, for `len(sizes)` documents of at most N and M segments."""

    beads: Mapping[Shape, Floats]
    """a:b -> (documents, N + 1, M + 1): cost of the bead that ends at (i, j), inf where it does not fit."""
    source_null: Floats
    """(documents, N + 1): cost of segment i - 1 as a null; column 0 is not used."""
    target_null: Floats
    """(documents, M + 1)"""
    opening: float
    """Added for the first null of a run on one side."""
    sizes: tuple[Shape, ...]
    """The real (N, M) of each document."""


@dataclass(frozen=True, slots=True)
class Marginals:
    """Probability of each step under P(path) ~ exp(-cost); shapes as in `Costs`, of expectations where paths meet."""

    beads: Mapping[Shape, Floats]
    source_null: Floats
    target_null: Floats
    source_opening: Floats
    """(documents,): expected number of runs of source nulls."""
    target_opening: Floats
    cost: Floats
    """(documents,): -log of the sum over all paths."""


def _paid(target_null: Floats) -> Floats:
    """What the nulls of all targets up to each column cost."""
    paid = np.cumsum(target_null, axis=1)
    return paid - paid[:, :1]


def _forward(costs: Costs, join: np.ufunc) -> tuple[Floats, Floats, Floats, Floats]:
    """Log scores of B, S, T and of their union; `join` is np.maximum (best path) or np.logaddexp (all paths)."""
    documents, rows = costs.source_null.shape
    columns = costs.target_null.shape[1]
    bead = np.full((documents, rows, columns), -np.inf)
    source, target, union = bead.copy(), bead.copy(), bead.copy()
    bead[:, 0, 0] = 0.0
    # A run of target nulls in a row is a running join of where it may start, less what was paid until there.
    paid = _paid(costs.target_null)
    for i in range(rows):
        for (a, b), cost in costs.beads.items():
            if a <= i and b < columns:
                join(bead[:, i, b:], union[:, i - a, : columns - b] - cost[:, i, b:], out=bead[:, i, b:])
        if i:
            source[:, i] = join(bead[:, i - 1] - costs.opening, source[:, i - 1]) - costs.source_null[:, i, None]
        start = join(bead[:, i, :-1], source[:, i, :-1]) - costs.opening + paid[:, :-1]
        target[:, i, 1:] = join.accumulate(start, axis=1) - paid[:, 1:]
        union[:, i] = join(join(bead[:, i], source[:, i]), target[:, i])
    return bead, source, target, union


def best(costs: Costs) -> list[list[Step]]:
    """The cheapest path of each document, as its steps in order."""
    bead, source, target, union = _forward(costs, np.maximum)
    states = np.stack([bead, source, target])
    paths = []
    for d, (i, j) in enumerate(costs.sizes):
        steps: list[Step] = []
        state = int(states[:, d, i, j].argmax())
        while i or j:
            if state == TARGET:
                j -= 1
                steps.append((i, j, 0, 1))
                state = int((states[:, d, i, j] - [costs.opening, costs.opening, 0.0]).argmax())
            elif state == SOURCE:
                i -= 1
                steps.append((i, j, 1, 0))
                state = int((states[: SOURCE + 1, d, i, j] - [costs.opening, 0.0]).argmax())
            else:
                a, b = max(
                    (shape for shape in costs.beads if shape[0] <= i and shape[1] <= j),
                    key=lambda s: union[d, i - s[0], j - s[1]] - costs.beads[s][d, i, j],
                )
                i, j = i - a, j - b
                steps.append((i, j, a, b))
                state = int(states[:, d, i, j].argmax())
        paths.append(steps[::-1])
    return paths


def cost(costs: Costs) -> Floats:
    """(documents,): the cost of the cheapest path."""
    union = _forward(costs, np.maximum)[3]
    return np.array([-union[d, n, m] for d, (n, m) in enumerate(costs.sizes)])


def marginals(costs: Costs) -> Marginals:
    """The probability of every step, by the forward-backward algorithm."""
    bead, source, target, union = _forward(costs, np.logaddexp)
    documents, rows, columns = union.shape
    ahead = np.full((documents, rows + 1, columns + 1), -np.inf)  # of B; one row and column more spare the edges
    source_ahead, target_ahead = ahead.copy(), ahead.copy()
    source_null = np.full((documents, rows + 1), np.inf)
    source_null[:, :rows] = costs.source_null
    target_null = np.full((documents, columns + 1), np.inf)
    target_null[:, :columns] = costs.target_null
    ends = np.full((documents, rows, columns), -np.inf)
    for d, (n, m) in enumerate(costs.sizes):
        ends[d, n, m] = 0.0
    paid = _paid(costs.target_null)
    for i in range(rows - 1, -1, -1):
        here = ends[:, i].copy()
        for (a, b), cost in costs.beads.items():
            if i + a < rows and b < columns:
                np.logaddexp(
                    here[:, : columns - b],
                    ahead[:, i + a, b:columns] - cost[:, i + a, b:],
                    out=here[:, : columns - b],
                )
        target_ahead[:, i, :columns] = np.logaddexp.accumulate((here - paid)[:, ::-1], axis=1)[:, ::-1] + paid
        on_target = target_ahead[:, i, 1:] - target_null[:, 1:] - costs.opening
        on_source = source_ahead[:, i + 1, :columns] - source_null[:, i + 1, None]
        after = np.logaddexp(here, on_target)
        source_ahead[:, i, :columns] = np.logaddexp(after, on_source)
        ahead[:, i, :columns] = np.logaddexp(after, on_source - costs.opening)
    total = ahead[:, 0, 0]
    with np.errstate(invalid="ignore"):
        beads = {}
        for (a, b), cost in costs.beads.items():
            share = np.zeros((documents, rows, columns))
            if a < rows and b < columns:
                share[:, a:, b:] = np.exp(
                    union[:, : rows - a, : columns - b]
                    - cost[:, a:, b:]
                    + ahead[:, a:rows, b:columns]
                    - total[:, None, None]
                )
            beads[a, b] = np.nan_to_num(share)
        into_source = source[:, :rows] + source_ahead[:, :rows, :columns] - total[:, None, None]
        into_target = target + target_ahead[:, :rows, :columns] - total[:, None, None]
        source_open = (
            bead[:, :-1] - costs.opening - costs.source_null[:, 1:, None] + source_ahead[:, 1:rows, :columns]
        ) - total[:, None, None]
        target_open = (
            np.logaddexp(bead[:, :, :-1], source[:, :, :-1])
            - costs.opening
            - costs.target_null[:, None, 1:]
            + target_ahead[:, :rows, 1:columns]
        ) - total[:, None, None]
    return Marginals(
        beads,
        np.nan_to_num(np.exp(into_source)).sum(2),
        np.nan_to_num(np.exp(into_target)).sum(1),
        np.nan_to_num(np.exp(source_open)).sum((1, 2)),
        np.nan_to_num(np.exp(target_open)).sum((1, 2)),
        -total,
    )

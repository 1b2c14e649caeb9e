"""All monotone alignments of two documents at once: the cheapest one, and the probability of each bead.

A path leads from (0, 0) to (N, M). A step is a bead a:b, or a null of one segment. Nulls come in runs with a price for
the first one (affine gaps; Gotoh 1982); inside a run the source's come before the target's, so that each alignment is
one path and not many. Three values a cell: B after a bead, S in a run of source nulls, T in one of target nulls.
Several documents run side by side, padded to one size: the `documents` axis of every array.

Costs are nats, lower is better; inf forbids.
"""

from __future__ import annotations

from collections.abc import Callable
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

    shapes: tuple[Shape, ...]
    """The a:b of beads."""
    beads: Floats
    """(shapes, documents, N + 1, M + 1): cost of the bead that ends at (i, j), inf where it does not fit."""
    source_null: Floats
    """(documents, N + 1): cost of segment i - 1 as a null; column 0 is not used."""
    target_null: Floats
    """(documents, M + 1)"""
    opening: float
    """Added for the first null of a run on one side."""
    sizes: tuple[Shape, ...]
    """The real (N, M) of each document."""
    moved: Floats | None = None
    """`beads` inside a moved block; None where they cost what they cost elsewhere."""

    @property
    def inside(self) -> Floats:
        """What beads cost inside a moved block."""
        return self.beads if self.moved is None else self.moved

    def alone(self, d: int) -> Costs:
        """The costs of document `d` without the padding."""
        n, m = self.sizes[d]
        fits = [k for k, (a, b) in enumerate(self.shapes) if a <= n and b <= m]
        return Costs(
            tuple(self.shapes[k] for k in fits),
            self.beads[fits, d : d + 1, : n + 1, : m + 1],
            self.source_null[d : d + 1, : n + 1],
            self.target_null[d : d + 1, : m + 1],
            self.opening,
            ((n, m),),
            None if self.moved is None else self.moved[fits, d : d + 1, : n + 1, : m + 1],
        )


@dataclass(frozen=True, slots=True)
class Marginals:
    """Probability of each step under P(path) ~ exp(-cost); shapes as in `Costs`, of expectations where paths meet."""

    beads: Floats
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


def _reach(costs: Costs) -> Shape:
    """The most segments that a bead takes of either side."""
    high, wide = (max((shape[side] for shape in costs.shapes), default=1) for side in (0, 1))
    return high, wide


def _most(scores: Floats) -> Floats:
    return scores.max(0)  # type: ignore[no-any-return]


def _sum(scores: Floats) -> Floats:
    """log of the sum of exp along the first axis: one exp of all is several times faster than logaddexp pair by pair."""
    top = scores.max(0)
    top[top == -np.inf] = 0.0
    with np.errstate(divide="ignore"):
        return np.log(np.exp(scores - top).sum(0)) + top  # type: ignore[no-any-return]


def _forward(costs: Costs, join: np.ufunc, joined: Callable[[Floats], Floats]) -> tuple[Floats, Floats, Floats, Floats]:
    """Log scores of B, S, T and of their union.

    `join` is np.maximum (best path) or np.logaddexp (all paths), `joined` the same along the first axis.
    """
    documents, rows = costs.source_null.shape
    columns = costs.target_null.shape[1]
    bead = np.full((documents, rows, columns), -np.inf)
    source, target = bead.copy(), bead.copy()
    high, wide = _reach(costs)
    union = np.full((documents, rows + high, columns + wide), -np.inf)  # room before the first row and column
    bead[:, 0, 0] = 0.0
    # A run of target nulls in a row is a running join of where it may start, less what was paid until there.
    paid = _paid(costs.target_null)
    reached = np.empty((len(costs.shapes), documents, columns))
    for i in range(rows):
        if i and costs.shapes:
            for k, (a, b) in enumerate(costs.shapes):
                np.subtract(union[:, i - a + high, wide - b : wide - b + columns], costs.beads[k, :, i], out=reached[k])
            bead[:, i] = joined(reached)
        if i:
            source[:, i] = join(bead[:, i - 1] - costs.opening, source[:, i - 1]) - costs.source_null[:, i, None]
        start = join(bead[:, i, :-1], source[:, i, :-1]) - costs.opening + paid[:, :-1]
        target[:, i, 1:] = join.accumulate(start, axis=1) - paid[:, 1:]
        union[:, i + high, wide:] = join(join(bead[:, i], source[:, i]), target[:, i])
    return bead, source, target, union[:, high:, wide:]


def best(costs: Costs) -> list[list[Step]]:
    """The cheapest path of each document, as its steps in order."""
    return [steps for _, steps in cheapest(costs)]


def cheapest(costs: Costs) -> list[tuple[float, list[Step]]]:
    """The cost of the cheapest path of each document, and its steps in order."""
    bead, source, target, union = _forward(costs, np.maximum, _most)
    states = np.stack([bead, source, target])
    before = np.array(costs.shapes).reshape(-1, 2)
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
                rows, columns = (np.array([i, j]) - before).T
                fits = (rows >= 0) & (columns >= 0)
                scores = np.where(fits, union[d, rows * fits, columns * fits] - costs.beads[:, d, i, j], -np.inf)
                a, b = costs.shapes[int(scores.argmax())]
                i, j = i - a, j - b
                steps.append((i, j, a, b))
                state = int(states[:, d, i, j].argmax())
        n, m = costs.sizes[d]
        paths.append((-float(union[d, n, m]), steps[::-1]))
    return paths


def cost(costs: Costs) -> Floats:
    """(documents,): the cost of the cheapest path."""
    return _ends(costs, _forward(costs, np.maximum, _most)[3])


def total(costs: Costs) -> Floats:
    """(documents,): -log of the sum over all paths, as in `Marginals`."""
    return _ends(costs, _forward(costs, np.logaddexp, _sum)[3])


def _ends(costs: Costs, union: Floats) -> Floats:
    return np.array([-union[d, n, m] for d, (n, m) in enumerate(costs.sizes)])


def _backward(costs: Costs, join: np.ufunc, joined: Callable[[Floats], Floats]) -> tuple[Floats, Floats, Floats]:
    """Log scores of what is ahead of B, S and T, with `join` and `joined` as in `_forward`."""
    documents, rows = costs.source_null.shape
    columns = costs.target_null.shape[1]
    high, wide = _reach(costs)
    ahead = np.full((documents, rows + high, columns + wide), -np.inf)  # of B, with room behind the last row and column
    source_ahead, target_ahead = ahead.copy(), ahead.copy()
    source_null = np.full((documents, rows + 1), np.inf)
    source_null[:, :rows] = costs.source_null
    target_null = np.full((documents, columns + 1), np.inf)
    target_null[:, :columns] = costs.target_null
    ends = np.full((documents, rows, columns), -np.inf)
    for d, (n, m) in enumerate(costs.sizes):
        ends[d, n, m] = 0.0
    paid = _paid(costs.target_null)
    reached = np.full((len(costs.shapes) + 1, documents, columns), -np.inf)
    for i in range(rows - 1, -1, -1):
        for k, (a, b) in enumerate(costs.shapes):
            if i + a < rows and b < columns:
                np.subtract(ahead[:, i + a, b:columns], costs.beads[k, :, i + a, b:], out=reached[k, :, : columns - b])
        reached[-1] = ends[:, i]
        here = joined(reached)
        target_ahead[:, i, :columns] = join.accumulate((here - paid)[:, ::-1], axis=1)[:, ::-1] + paid
        on_target = target_ahead[:, i, 1 : columns + 1] - target_null[:, 1:] - costs.opening
        on_source = source_ahead[:, i + 1, :columns] - source_null[:, i + 1, None]
        after = join(here, on_target)
        source_ahead[:, i, :columns] = join(after, on_source)
        ahead[:, i, :columns] = join(after, on_source - costs.opening)
    return ahead, source_ahead, target_ahead


def ways(costs: Costs) -> tuple[Floats, Floats]:
    """(3, documents, N + 1, M + 1): what the cheapest way to B, S and T of each cell costs, and the cheapest from there on."""
    bead, source, target, _ = _forward(costs, np.maximum, _most)
    _, rows, columns = bead.shape
    ahead = [each[:, :rows, :columns] for each in _backward(costs, np.maximum, _most)]
    return -np.stack([bead, source, target]), -np.stack(ahead)


def beginnings(costs: Costs) -> Floats:
    """(documents, N + 1, M + 1): what the cheapest way to each cell costs that ends with a bead."""
    return -_forward(costs, np.maximum, _most)[0]


def marginals(costs: Costs) -> Marginals:
    """The probability of every step, by the forward-backward algorithm."""
    bead, source, target, union = _forward(costs, np.logaddexp, _sum)
    ahead, source_ahead, target_ahead = _backward(costs, np.logaddexp, _sum)
    rows, columns = union.shape[1:]
    total = ahead[:, :1, :1]
    beads = np.zeros_like(costs.beads)
    for k in range(len(costs.shapes)):
        beads[k] = _chances(costs, union, ahead, k)
    into_source = source + source_ahead[:, :rows, :columns] - total
    into_target = target + target_ahead[:, :rows, :columns] - total
    source_open = (
        bead[:, :-1] - costs.opening - costs.source_null[:, 1:, None] + source_ahead[:, 1:rows, :columns] - total
    )
    target_open = (
        np.logaddexp(bead[:, :, :-1], source[:, :, :-1])
        - costs.opening
        - costs.target_null[:, None, 1:]
        + target_ahead[:, :rows, 1:columns]
        - total
    )
    return Marginals(
        beads,
        np.exp(into_source).sum(2),
        np.exp(into_target).sum(1),
        np.exp(source_open).sum((1, 2)),
        np.exp(target_open).sum((1, 2)),
        -total[:, 0, 0],
    )


def chances(costs: Costs, shape: Shape) -> Floats:
    """(documents, N + 1, M + 1): the probability of each bead of one shape, as `marginals` gives it."""
    union = _forward(costs, np.logaddexp, _sum)[3]
    ahead = _backward(costs, np.logaddexp, _sum)[0]
    return _chances(costs, union, ahead, costs.shapes.index(shape))


def _chances(costs: Costs, union: Floats, ahead: Floats, k: int) -> Floats:
    (a, b), (_, rows, columns) = costs.shapes[k], union.shape
    found = np.zeros_like(union)
    if a < rows and b < columns:
        ways = union[:, : rows - a, : columns - b] - costs.beads[k, :, a:, b:] + ahead[:, a:rows, b:columns]
        found[:, a:, b:] = np.exp(ways - ahead[:, :1, :1])
    return found

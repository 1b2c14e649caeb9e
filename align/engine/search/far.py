"""Blocks that a book has far from where they belong.

A book is aligned piece by piece, so a block that went beyond its piece is left over on both sides: a run of nulls here and one
there. Two such runs are put together where a pair of their segments is clearly alike, and they stay together where that is
cheaper than to leave them alone, at the price of a move.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np

from align.engine.evidence.features import Evidence
from align.engine.evidence.weights import Weights
from align.engine.search import bounds, lattice
from align.engine.search.beads import side_by_side
from align.engine.search.lattice import Costs, Floats
from align.model import Bead

Piece = tuple[range, range]
Price = Callable[[Sequence[Piece]], Evidence]

CLEAR, CLEARER = 6.0, 1.5
"""Nats that a pair of segments has to share to be looked at, and how many times more than the first with any other null."""
LONGEST = 80
"""Segments of a run of nulls, at most: a longer one is another text."""


class Likeness(Protocol):
    """What pairs are looked for with."""

    def likeness(self, rows: range, columns: range) -> Floats:
        """(rows, columns): nats that speak for each pair of segments."""


def rejoined(beads: Sequence[Bead], price: Price, hints: Likeness, weights: Weights) -> list[Bead]:
    """The beads of a book with those runs of nulls put together that are each other's translation."""
    sources = _runs(sorted(bead.source[0] for bead in beads if not bead.target))
    targets = _runs(sorted(bead.target[0] for bead in beads if not bead.source))
    found: list[Bead] = []
    for rows, columns in _alike(sources, targets, hints):
        found += _joined(rows, columns, beads, price, weights)
    source, target = {i for bead in found for i in bead.source}, {j for bead in found for j in bead.target}
    kept = (b for b in beads if (b.source or b.target[0] not in target) and (b.target or b.source[0] not in source))
    return [*kept, *found]


def _runs(numbers: Sequence[int]) -> list[range]:
    """Neighbours as ranges, the longest of them left out."""
    edges = [k for k in range(1, len(numbers)) if numbers[k] != numbers[k - 1] + 1]
    runs = (numbers[a:b] for a, b in zip([0, *edges], [*edges, len(numbers)], strict=True) if a < b)
    return [range(run[0], run[-1] + 1) for run in runs if len(run) <= LONGEST]


def _alike(sources: Sequence[range], targets: Sequence[range], hints: Likeness) -> list[Piece]:
    """The runs that have a clear pair of segments, each run once."""
    if not sources or not targets:
        return []
    columns = np.array([j for run in targets for j in run])
    owner = np.repeat(np.arange(len(targets)), [len(run) for run in targets])
    whole = range(int(columns[0]), int(columns[-1]) + 1)
    found: list[tuple[float, int, int]] = []
    for number, rows in enumerate(sources):
        likeness = hints.likeness(rows, whole)[:, columns - whole.start]
        best = likeness.argmax(1)
        top = likeness.max(1)
        others = np.partition(likeness, -2, axis=1)[:, -2] if len(columns) > 1 else np.zeros(len(rows))
        clear = (top >= CLEAR) & (top >= CLEARER * others)
        if clear.any():
            k = int(np.where(clear, top, 0.0).argmax())
            found.append((-float(top[k]), number, int(owner[best[k]])))
    pieces: list[Piece] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for _, a, b in sorted(found):
        if a not in taken[0] and b not in taken[1]:
            taken[0].add(a)
            taken[1].add(b)
            pieces.append((sources[a], targets[b]))
    return pieces


def _joined(rows: range, columns: range, beads: Sequence[Bead], price: Price, weights: Weights) -> list[Bead]:
    """The beads of two runs of nulls, nulls too; none where it is cheaper to leave them alone."""
    costs = weights.costs(price([(rows, columns)]))
    inside = Costs(costs.shapes, costs.inside, costs.source_null, costs.target_null, costs.opening, costs.sizes)
    (value, steps), alone = lattice.cheapest(inside)[0], 2 * costs.opening
    alone += float(costs.source_null[0, 1:].sum() + costs.target_null[0, 1:].sum())
    moving = float(bounds.distant(weights.move, _far(rows, columns, beads)))
    if value + moving >= alone:
        return []
    held = 1 / (1 + np.exp(np.clip((value + moving - alone) / weights.temperature, -50, 50)))
    return [
        Bead(tuple(rows[i] for i in bead.source), tuple(columns[j] for j in bead.target), bead.confidence * float(held))
        for bead in side_by_side(inside, [steps], weights.temperature)[0]
    ]


def _far(rows: range, columns: range, beads: Sequence[Bead]) -> int:
    """By how many target segments two runs are apart."""
    before = (bead.target[-1] for bead in beads if bead.source and bead.target and bead.source[0] < rows.start)
    here = max(before, default=-1) + 1
    return max(here - columns.stop, columns.start - here, 1)

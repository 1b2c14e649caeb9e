"""Blocks that a book has far from where they belong.

A book is aligned piece by piece, so a block that went beyond its piece is left over on both sides: a run of nulls here and one
there. Two such runs that are more alike than each with any other are put together where that is cheaper than to leave them
alone, at the price of a move.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np

from align.engine.evidence.features import Evidence
from align.engine.evidence.weights import Weights
from align.engine.search import bounds, lattice, moves
from align.engine.search.beads import likely, side_by_side
from align.engine.search.lattice import Costs, Floats
from align.model import Bead

Piece = tuple[range, range]
Price = Callable[[Sequence[Piece]], Evidence]

CLEAR = 6.0
"""Nats that two runs have to share to be looked at."""
LONGEST = 80
"""Segments of a run of nulls, at most: a longer one is another text."""
AROUND = 16
"""Segments on either side of a run that are read with it."""
SIDE_BY_SIDE = 16
"""Pairs of runs that are priced in one go."""


class Likeness(Protocol):
    """What pairs are looked for with."""

    def likeness(self, rows: range, columns: range) -> Floats:
        """(rows, columns): nats that speak for each pair of segments."""


def rejoined(beads: Sequence[Bead], price: Price, hints: Likeness, weights: Weights) -> list[Bead]:
    """The beads of a book with those runs of nulls put together that are each other's translation."""
    sources = _runs(sorted(bead.source[0] for bead in beads if not bead.target))
    targets = _runs(sorted(bead.target[0] for bead in beads if not bead.source))
    size = tuple(
        max((k for side in sides for k in side), default=-1) + 1
        for sides in zip(*((b.source, b.target) for b in beads), strict=True)
    )
    pieces = sorted(_alike(sources, targets, hints), key=lambda piece: max(map(len, piece)))
    found: list[Bead] = []
    for start in range(0, len(pieces), SIDE_BY_SIDE):
        some = pieces[start : start + SIDE_BY_SIDE]
        wide = [(_widened(rows, size[0]), _widened(columns, size[1])) for rows, columns in some]
        costs = weights.costs(price(wide))
        for k, (rows, columns) in enumerate(some):
            i, j = (side.start - around.start for side, around in zip((rows, columns), wide[k], strict=True))
            inside = moves.within(costs.alone(k), [(i, i + len(rows), j, j + len(columns))])
            found += _joined((rows, columns), inside, _far(rows, columns, beads), weights)
    source, target = {i for bead in found for i in bead.source}, {j for bead in found for j in bead.target}
    kept = (b for b in beads if (b.source or b.target[0] not in target) and (b.target or b.source[0] not in source))
    return [*kept, *found]


def _widened(run: range, size: int) -> range:
    """A run with what is around it, so that it is known which words are common there."""
    return range(max(0, run.start - AROUND), min(size, run.stop + AROUND))


def _runs(numbers: Sequence[int]) -> list[range]:
    """Neighbours as ranges, the longest of them left out."""
    edges = [k for k in range(1, len(numbers)) if numbers[k] != numbers[k - 1] + 1]
    runs = (numbers[a:b] for a, b in zip([0, *edges], [*edges, len(numbers)], strict=True) if a < b)
    return [range(run[0], run[-1] + 1) for run in runs if len(run) <= LONGEST]


def _alike(sources: Sequence[range], targets: Sequence[range], hints: Likeness) -> list[Piece]:
    """The runs that are most alike, each run once."""
    if not sources or not targets:
        return []
    columns = np.array([j for run in targets for j in run])
    whole = range(int(columns[0]), int(columns[-1]) + 1)
    edges = np.cumsum([0, *map(len, targets[:-1])])
    found: list[tuple[float, int, int]] = []
    for number, rows in enumerate(sources):
        likeness = hints.likeness(rows, whole)[:, columns - whole.start]
        shared = np.maximum.reduceat(likeness, edges, axis=1).sum(0)
        best = int(shared.argmax())
        if shared[best] >= CLEAR:
            found.append((-float(shared[best]), number, best))
    pieces: list[Piece] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for _, a, b in sorted(found):
        if a not in taken[0] and b not in taken[1]:
            taken[0].add(a)
            taken[1].add(b)
            pieces.append((sources[a], targets[b]))
    return pieces


def _joined(piece: Piece, costs: Costs, far: int, weights: Weights) -> list[Bead]:
    """The beads of two runs of nulls, priced by `costs`, nulls too; none where it is cheaper to leave them alone."""
    (value, steps), alone = lattice.cheapest(costs)[0], 2 * costs.opening
    alone += float(costs.source_null[0, 1:].sum() + costs.target_null[0, 1:].sum())
    moving = float(bounds.distant(weights.move, far))
    if value + moving >= alone:
        return []
    held = likely((value + moving - alone) / weights.temperature)
    return [
        Bead(
            tuple(piece[0][i] for i in bead.source),
            tuple(piece[1][j] for j in bead.target),
            bead.confidence * held,
        )
        for bead in side_by_side(costs, [steps], weights.temperature)[0]
    ]


def _far(rows: range, columns: range, beads: Sequence[Bead]) -> int:
    """By how many target segments two runs are apart."""
    before = (bead.target[-1] for bead in beads if bead.source and bead.target and bead.source[0] < rows.start)
    here = max(before, default=-1) + 1
    return max(here - columns.stop, columns.start - here, 1)

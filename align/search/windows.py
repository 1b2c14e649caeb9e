"""Articles at once and exactly; books window by window, in linear time and memory.

A window is aligned, and what lies before its last sure 1:1 beads is kept; the next begins there. A window in which
nothing is sure (a long insertion) grows on both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from align.model import Bead
from align.scoring.features import Evidence
from align.scoring.weights import Weights
from align.search import lattice, moves
from align.search.beads import confident, ordered

WHOLE = 250
"""Segments of the longer side up to which a pair is aligned at once."""
WINDOW = 64
WIDEST = 1024
SURE = 0.9
"""Confidence of the beads that a window may be cut behind."""
RUN = 3
"""How many such beads in a row."""


def align(n: int, m: int, price: Callable[[Sequence[tuple[range, range]]], Evidence], weights: Weights) -> list[Bead]:
    """The beads of documents of `n` and `m` segments in canonical order; `price` gives the evidence of a part of them."""
    if max(n, m) <= WHOLE:
        return ordered(_exact(range(n), range(m), price, weights, moving=True))
    found: list[Bead] = []
    i = j = 0
    width = WINDOW
    while i < n or j < m:
        rows, columns = range(i, min(n, i + width)), range(j, min(m, j + width))
        last = rows.stop == n and columns.stop == m
        beads = _exact(rows, columns, price, weights, moving=False)
        keep = len(beads) if last else _cut(beads, rows, columns)
        if keep is None:
            if width < WIDEST:
                width *= 2
                continue
            keep = max(1, len(beads) // 2)
        for bead in beads[:keep]:
            i, j = max([i, *(k + 1 for k in bead.source)]), max([j, *(k + 1 for k in bead.target)])
        found += beads[:keep]
        width = WINDOW
    return ordered(found)


def _exact(
    rows: range,
    columns: range,
    price: Callable[[Sequence[tuple[range, range]]], Evidence],
    weights: Weights,
    moving: bool,
) -> list[Bead]:
    if not rows or not columns:
        return [*(Bead((i,), ()) for i in rows), *(Bead((), (j,)) for j in columns)]
    costs = weights.costs(price([(rows, columns)]))
    if moving:
        steps, blocks = moves.align(costs, weights.move)
    else:
        steps, blocks = lattice.best(costs)[0], []
    beads = confident(costs, steps, blocks, weights.move, weights.temperature)
    return [Bead(tuple(rows[i] for i in b.source), tuple(columns[j] for j in b.target), b.confidence) for b in beads]


def _cut(beads: list[Bead], rows: range, columns: range) -> int | None:
    """Behind how many beads the window may be cut: the last run of sure 1:1 beads well before its end."""
    edge_row, edge_column = rows.stop - len(rows) // 6, columns.stop - len(columns) // 6
    run, found = 0, None
    for k, bead in enumerate(beads):
        sure = len(bead.source) == len(bead.target) == 1 and bead.confidence >= SURE
        run = run + 1 if sure else 0
        if (bead.source and bead.source[-1] >= edge_row) or (bead.target and bead.target[-1] >= edge_column):
            break
        if run >= RUN:
            found = k + 1
    return found

"""Blocks that the translation has elsewhere.

A block is a range of source and a range of target segments that are aligned with each other, away from the rest's
order. An alignment with blocks costs what the rest costs (the cheapest path with the blocks cut out and no bead across
the cuts), what each block costs inside, and a price for each move.

The block of a few segments that makes the alignment cheapest is found exactly (`bounds`); it grows as long as that pays, and
the next is looked for in the rest; then inside each block.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.engine.search import bounds, lattice
from align.engine.search.lattice import Costs, Floats, Step

Block = tuple[int, int, int, int]
"""source[i1:i2] and target[j1:j2]"""

ROUNDS = 4
"""Moved blocks of one article, at most."""
TOGETHER = 8
"""Blocks that are priced side by side."""
PRICED = 96
"""Blocks that are priced in a round, at most: hardly an article has as many within their bounds."""
LEAST = 1e-9
"""Nats that an alignment has to be cheaper by: less is rounding."""
GROWTH: tuple[Block, ...] = ((-1, 0, -1, 0), (0, 1, 0, 1), (-1, 0, 0, 0), (0, 1, 0, 0), (0, 0, -1, 0), (0, 0, 0, 1))


@dataclass(frozen=True, slots=True)
class Aligned:
    """An alignment with moved blocks."""

    rest: list[Step]
    """The steps around the blocks, in the numbers of what is left (`left`)."""
    moved: Mapping[Block, tuple[float, Aligned]]
    """What each move costs, and the alignment inside the block: there, too, something may have moved."""


def align(costs: Costs, price: float) -> Aligned:
    """The cheapest alignment of one document pair found; `price` is that of a move by one place."""
    accepted: dict[Block, float] = {}
    cost, path = lattice.cheapest(costs)[0]
    for _ in range(ROUNDS):
        value, block, move = _best(costs, accepted, price, cost)
        if block is None:
            break
        accepted[block] = move
        cost, path = value, lattice.best(without(costs, [[*accepted]]))[0]
    return Aligned(path, {block: (move, align(within(costs, [block]), price)) for block, move in accepted.items()})


def worth(costs: Costs, paths: Sequence[tuple[float, Sequence[Step]]], price: float) -> list[int]:
    """The documents in which something may have moved, by their cheapest paths: in the others `align` finds no block."""
    limits = np.array([cost for cost, _ in paths]) - LEAST
    return sorted({int(d) for d in bounds.below(costs, price, limits)[0][:, 0]})


def without(costs: Costs, taken: Sequence[Sequence[Block]]) -> Costs:
    """The prices of what is left of the first document when `taken` are cut out: a document for each list of blocks."""
    kept = [left(costs, blocks) for blocks in taken]
    sizes = tuple((len(rows), len(columns)) for rows, columns in kept)
    n, m = (max(size[side] for size in sizes) + 1 for side in (0, 1))
    source, target = np.zeros((len(taken), n)), np.zeros((len(taken), m))
    prices = [costs.beads] if costs.moved is None else [costs.beads, costs.moved]
    fitting = [k for k, (a, b) in enumerate(costs.shapes) if a < n and b < m]
    shapes = tuple(costs.shapes[k] for k in fitting)
    found = [np.full((len(shapes), len(taken), n, m), np.inf) for _ in prices]
    for d, (rows, columns) in enumerate(kept):
        source[d, 1 : len(rows) + 1], target[d, 1 : len(columns) + 1] = (
            costs.source_null[0, rows + 1],
            costs.target_null[0, columns + 1],
        )
        ends = np.array([0, *(rows + 1)])[:, None], np.array([0, *(columns + 1)])
        cuts = [np.flatnonzero(np.diff(side) > 1) + 1 for side in (rows, columns)]
        for beads, before in zip(found, prices, strict=True):
            beads[:, d, : len(rows) + 1, : len(columns) + 1] = before[fitting, 0][:, ends[0], ends[1]]
            for k, (a, b) in enumerate(shapes):
                for cut in cuts[0]:
                    beads[k, d, cut + 1 : cut + a] = np.inf
                for cut in cuts[1]:
                    beads[k, d, :, cut + 1 : cut + b] = np.inf
                beads[k, d, :a] = beads[k, d, :, :b] = np.inf  # what began before a block at the very start
    return Costs(shapes, found[0], source, target, costs.opening, sizes, *found[1:])


def left(costs: Costs, blocks: Sequence[Block]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The source and target segments of the first document that are in none of `blocks`."""
    n, m = costs.sizes[0]
    rows, columns = np.ones(n, dtype=bool), np.ones(m, dtype=bool)
    for i1, i2, j1, j2 in blocks:
        rows[i1:i2] = columns[j1:j2] = False
    return np.flatnonzero(rows), np.flatnonzero(columns)


def within(costs: Costs, chosen: Sequence[Block]) -> Costs:
    """The prices inside each of `chosen`, blocks of the first document."""
    height = max(i2 - i1 for i1, i2, _, _ in chosen) + 1
    width = max(j2 - j1 for _, _, j1, j2 in chosen) + 1
    fitting = [k for k, (a, b) in enumerate(costs.shapes) if a < height and b < width]
    beads = np.full((len(fitting), len(chosen), height, width), np.inf)
    source, target = np.zeros((len(chosen), height)), np.zeros((len(chosen), width))
    for d, (i1, i2, j1, j2) in enumerate(chosen):
        beads[:, d, 1 : i2 - i1 + 1, 1 : j2 - j1 + 1] = costs.inside[fitting, 0, i1 + 1 : i2 + 1, j1 + 1 : j2 + 1]
        source[d, 1 : i2 - i1 + 1] = costs.source_null[0, i1 + 1 : i2 + 1]
        target[d, 1 : j2 - j1 + 1] = costs.target_null[0, j1 + 1 : j2 + 1]
    for row, k in enumerate(fitting):  # no bead begins before the block
        a, b = costs.shapes[k]
        beads[row, :, :a] = beads[row, :, :, :b] = np.inf
    shapes = tuple(costs.shapes[k] for k in fitting)
    return Costs(shapes, beads, source, target, costs.opening, tuple((i2 - i1, j2 - j1) for i1, i2, j1, j2 in chosen))


def _best(
    costs: Costs, accepted: Mapping[Block, float], price: float, cost: float
) -> tuple[float, Block | None, float]:
    """The cheapest alignment found with one block more, the block and its price; None where none is cheaper than `cost`."""
    taken = [*accepted]
    rest, (rows, columns) = without(costs, [taken]) if taken else costs, left(costs, taken)
    paid = cost - lattice.cost(rest)[0]
    places, least, moves = bounds.below(rest, price, np.array([cost - paid - LEAST]))
    chosen = [(int(rows[i]), int(rows[i]) + a, int(columns[j]), int(columns[j]) + b) for _, i, j, a, b in places]
    order = [k for k in np.argsort(least, kind="stable") if _free(costs, taken, chosen[k])][:PRICED]
    best: tuple[float, Block | None, float] = cost - LEAST, None, 0.0
    for start in range(0, len(order), TOGETHER):
        some = [k for k in order[start : start + TOGETHER] if least[k] + paid < best[0]]
        if not some:
            break
        values = _values(costs, accepted, [chosen[k] for k in some]) + moves[some]
        for k in np.argsort(values, kind="stable"):
            if values[k] >= best[0]:
                break
            if not in_place(costs, taken, chosen[some[k]]):
                best = float(values[k]), chosen[some[k]], float(moves[some[k]])
    value, block, move = best
    return (*_grown(costs, accepted, value, block, move), move) if block else best


def _grown(
    costs: Costs, accepted: Mapping[Block, float], value: float, block: Block, move: float
) -> tuple[float, Block]:
    """`block` grown as long as that makes the alignment, which costs `value` with it, cheaper."""
    while True:
        wider = [grown for by in GROWTH if _free(costs, [*accepted], grown := _changed(block, by))]
        if not wider:
            return value, block
        values = _values(costs, accepted, wider) + move
        k = int(values.argmin())
        if values[k] >= value - LEAST:
            return value, block
        value, block = float(values[k]), wider[k]


def in_place(costs: Costs, taken: Sequence[Block], block: Block) -> bool:
    """Whether a block has not moved: with it and `taken` cut out, all beads of the rest are before it or behind it on both sides.

    That can look cheaper than an alignment in order, since nulls beside it become one run.
    """
    every = [*taken, block]
    row, column = (int(np.searchsorted(kept, at)) for kept, at in zip(left(costs, every), block[::2], strict=True))
    return all(
        (i + a <= row and j + b <= column) or (i >= row and j >= column)
        for i, j, a, b in lattice.best(without(costs, [every]))[0]
        if a and b
    )


def _changed(block: Block, by: Block) -> Block:
    return block[0] + by[0], block[1] + by[1], block[2] + by[2], block[3] + by[3]


def _free(costs: Costs, accepted: Sequence[Block], block: Block) -> bool:
    """Whether a block is a part of the first document, and of none of `accepted`, and leaves something."""
    i1, i2, j1, j2 = block
    n, m = costs.sizes[0]
    inside = i1 >= 0 and i2 <= n and j1 >= 0 and j2 <= m and (i2 - i1 < n or j2 - j1 < m)
    return inside and not any((i1 < x[1] and x[0] < i2) or (j1 < x[3] and x[2] < j2) for x in accepted)


def _values(costs: Costs, accepted: Mapping[Block, float], candidates: Sequence[Block]) -> Floats:
    """The cost of the cheapest alignment with the accepted blocks and each candidate, whose own move is not paid yet."""
    rest = lattice.cost(without(costs, [[*accepted, candidate] for candidate in candidates]))
    inner = lattice.cost(within(costs, [*accepted, *candidates]))
    known = len(accepted)
    return rest + inner[:known].sum() + inner[known:] + sum(accepted.values())  # type: ignore[no-any-return]

"""What an alignment with a moved block costs at least.

Where a block's segments are cut out of one side only, the rest is aligned by what leads to the cut and what follows it: two
passes over the lattice give that for every cut. The other side's segments can at best be nulls that need not be paid. So the
cheapest way around a cut, less those nulls, with what the block costs inside and the price of the move, is a true bound.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.engine.search import lattice
from align.engine.search.lattice import Costs, Floats

REACH = 6
"""Segments of either side up to which blocks are looked for; longer ones grow from what is found."""
MANY = 512
"""Beginnings of blocks that are looked at side by side."""
MOST = 8 * MANY
"""Beginnings that are looked at, at most, the most promising first."""
SMALLER = 1e-8
"""Nats for each segment of a block: of two that cost the same, with a null at the edge and without, the smaller is meant."""
SIZES = np.add.outer(np.arange(1, REACH + 1), np.arange(1, REACH + 1))
Places = NDArray[np.int64]


def below(costs: Costs, price: float, limits: Floats) -> tuple[Places, Floats, Floats]:
    """The blocks with which an alignment may be cheaper than its document's limit.

    (document, i, j, a, b) of each, what an alignment with it costs at least, and what its move does.
    """
    none = np.zeros((0, 5), dtype=np.int64), np.zeros(0), np.zeros(0)
    if not costs.shapes or min(costs.source_null.shape[1], costs.target_null.shape[1]) < 2:
        return none
    (around, cuts), nulls = _around(costs), (_runs(costs.source_null), _runs(costs.target_null))
    first, other = (way[0] + null[0] for way, null in zip(around, nulls, strict=True))
    least = np.maximum(first[:, :, None], other[:, None]) - _most(costs, nulls) + distant(price, 1) - 2 * costs.opening
    starts = np.argwhere(least < limits[:, None, None])
    if len(starts) > MOST:
        starts = starts[np.argsort(least[tuple(starts.T)], kind="stable")[:MOST]]
    places, bounds, prices = [none[0]], [none[1]], [none[2]]
    for some in (starts[k : k + MANY] for k in range(0, len(starts), MANY)):
        d, i, j = some.T
        given, spared = around[0][:, d, i].T[:, :, None], nulls[1][:, d, j].T[:, None]
        taken, saved = around[1][:, d, j].T[:, None], nulls[0][:, d, i].T[:, :, None]
        far = np.minimum(_distance(cuts[0][:, d, i].T[:, :, None], j), _distance(cuts[1][:, d, j].T[:, None], i, 1))
        moving = distant(price, far) + SMALLER * SIZES
        bound = np.maximum(given - spared, taken - saved) + _inside(costs, some) + moving - costs.opening
        found = np.argwhere(bound < limits[d, None, None])
        places.append(np.column_stack([some[found[:, 0]], found[:, 1:] + 1]))
        bounds.append(bound[tuple(found.T)])
        prices.append(moving[tuple(found.T)])
    return np.concatenate(places), np.concatenate(bounds), np.concatenate(prices)


def distant(price: float, far: Places | int) -> Floats:
    """The price of a block by the places that it is moved by: it could have gone to more of them the farther it went."""
    return price + np.log(np.asarray(far, dtype=np.float64))


def _distance(cut: Places, start: Places, axis: int = 2) -> Places:
    """Segments between a cut and blocks of 1, 2, … from `start` on, 1 at least."""
    first = start[:, None, None]
    last = first + np.expand_dims(np.arange(1, REACH + 1), 2 - axis)
    return np.maximum(np.maximum(first - cut, cut - last), 1)  # type: ignore[no-any-return]


def _around(costs: Costs) -> tuple[tuple[Floats, Floats], tuple[Places, Places]]:
    """(REACH, documents, N) and (REACH, documents, M): the cheapest alignment without 1, 2, … segments from each on of one side.

    inf where a side has not so many. And between which segments of the other side the cut lies then.
    """
    before, after = lattice.ways(costs)
    found, cuts = [], []
    for axis in (2, 3):
        before, after = np.moveaxis(before, axis, 2), np.moveaxis(after, axis, 2)
        _, documents, edges, _ = before.shape
        ways = np.full((REACH, documents, edges - 1), np.inf)
        cut = np.zeros(ways.shape, dtype=np.int64)
        for run in range(1, min(REACH, edges - 1) + 1):
            way = (before[:, :, :-run] + after[:, :, run:]).min(0)
            cut[run - 1, :, : edges - run] = way.argmin(2)
            ways[run - 1, :, : edges - run] = way.min(2)
        found.append(ways)
        cuts.append(cut)
    return (found[0], found[1]), (cuts[0], cuts[1])


def _runs(null: Floats) -> Floats:
    """(REACH, documents, N): what 1, 2, … segments from each on cost as nulls; 0 where a side has not so many."""
    single = null[:, 1:]
    found = np.zeros((REACH, *single.shape))
    found[0] = single
    for run in range(1, min(REACH, single.shape[1])):
        found[run, :, :-run] = found[run - 1, :, :-run] + single[:, run:]
    return found


def _most(costs: Costs, nulls: tuple[Floats, Floats]) -> Floats:
    """(documents, N, M): what a block that begins at each cell can be cheaper than its nulls, at most, however its beads lie.

    Each of its source segments has the best share of a bead that it could be in, in any place of the block.
    """
    n, m = costs.source_null.shape[1] - 1, costs.target_null.shape[1] - 1
    share = np.zeros((len(costs.sizes), n + REACH - 1, m + REACH - 1))
    for k, (a, b) in enumerate(costs.shapes):
        if a > REACH or b > REACH:
            continue
        gain = (
            nulls[0][a - 1, :, : n - a + 1, None] + nulls[1][b - 1, :, None, : m - b + 1] - costs.inside[k, :, a:, b:]
        )
        gain /= a
        for row in range(a):
            here = share[:, row : row + n - a + 1, : m - b + 1]
            np.maximum(here, gain, out=here)
    best = share[:, :, :m].copy()
    for by in range(1, REACH):
        np.maximum(best, share[:, :, by : by + m], out=best)
    found = best[:, :n].copy()
    for by in range(1, REACH):
        found += best[:, by : by + n]
    return found


def _inside(costs: Costs, starts: Places) -> Floats:
    """(starts, REACH, REACH): what a block of so many segments from each of `starts` on costs inside; inf where it does not fit."""
    d, i, j = (side[:, None] for side in starts.T)
    by = np.arange(REACH + 1)
    fitting = [k for k, (a, b) in enumerate(costs.shapes) if a <= REACH and b <= REACH]
    shapes = tuple(costs.shapes[k] for k in fitting)
    room = ((0, 0), (0, 0), (0, REACH), (0, REACH))
    beads = np.pad(costs.inside[fitting], room, constant_values=np.inf)[
        :, d[:, :, None], (i + by)[:, :, None], (j + by)[:, None]
    ]
    for k, (a, b) in enumerate(shapes):  # no bead begins before the block
        beads[k, :, :a] = beads[k, :, :, :b] = np.inf
    source, target = (
        np.pad(null, room[1:3])[d, at + by] for null, at in ((costs.source_null, i), (costs.target_null, j))
    )
    sizes = ((REACH, REACH),) * len(starts)
    return lattice.beginnings(Costs(shapes, beads, source, target, costs.opening, sizes))[:, 1:, 1:]

"""Moved blocks: tables, and the search against a slow judge that prices every block."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.engine.search import bounds, lattice, moves
from align.engine.search.beads import confident
from align.engine.search.lattice import Costs

SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2))


def ladder(order: list[int]) -> Costs:
    """1:1 beads that are cheap where source i says what target order[i] says, dear elsewhere."""
    n = len(order)
    cost = np.full((1, n + 1, n + 1), 6.0)
    cost[0, 0], cost[0, :, 0] = np.inf, np.inf
    for i, j in enumerate(order):
        cost[0, i + 1, j + 1] = -6.0
    return Costs(((1, 1),), cost[None], np.full((1, n + 1), 3.0), np.full((1, n + 1), 3.0), 1.0, ((n, n),))


@pytest.mark.parametrize(
    ("order", "price", "blocks"),
    [
        ([0, 1, 2, 3, 4, 5], 0.0, 0),
        ([1, 0, 2, 3, 4, 5], 50.0, 0),
        ([1, 0, 2, 3, 4, 5], 1.0, 1),
        ([0, 4, 1, 2, 3, 5], 1.0, 1),
        ([3, 4, 0, 1, 2, 5], 1.0, 1),
        ([5, 0, 1, 2, 3, 4], 1.0, 1),
        ([1, 0, 2, 3, 5, 4], 1.0, 2),
        ([9, 11, 10, 12, 0, 1, 2, 3, 4, 5, 6, 7, 8], 1.0, 1),
        ([8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7], 1.0, 1),
    ],
    ids=[
        "in order",
        "too dear",
        "swapped",
        "forward",
        "of two",
        "to the end",
        "two swaps",
        "a swap inside",
        "longer than is looked for",
    ],
)
def test_moved_blocks(order: list[int], price: float, blocks: int) -> None:
    found = moves.align(ladder(order), price)
    assert len(found.moved) == blocks
    if price < 50:
        beads = confident(ladder(order), found, 1.0)
        assert sorted((b.source, b.target) for b in beads) == [((i,), (j,)) for i, j in enumerate(order)]
        assert min(b.confidence for b in beads) > 0.9


@pytest.mark.parametrize(
    ("order", "block", "far"),
    [
        ([1, 0, 2, 3, 4, 5], (0, 1, 1, 2), 1),
        ([5, 0, 1, 2, 3, 4], (0, 1, 5, 6), 5),
        ([0, 3, 4, 1, 2, 5], (1, 3, 3, 5), 2),
        ([4, 5, 0, 1, 2, 3], (0, 2, 4, 6), 4),
    ],
)
def test_a_move_costs_more_the_farther_it_is(order: list[int], block: moves.Block, far: int) -> None:
    places, _, prices = bounds.below(ladder(order), 2.0, np.array([np.inf]))
    i1, i2, j1, j2 = block
    at = [*map(tuple, places.tolist())].index((0, i1, j1, i2 - i1, j2 - j1))
    assert prices[at] == pytest.approx(float(bounds.distant(2.0, far)))


def test_nothing_moves_to_where_it_is() -> None:
    costs = ladder([0, 1, 2])
    costs.beads[0, 0, 1:] = 6.0
    costs.beads[0, 0, 2, 2] = -6.0  # nulls on either side of the second bead, which would be one run without it
    assert moves.in_place(costs, [], (1, 2, 1, 2))
    assert moves.align(costs, 0.0).moved == {}
    assert not moves.in_place(ladder([1, 0, 2]), [], (0, 1, 1, 2))


def random_costs(seed: int) -> Costs:
    """Up to six segments a side; some pairs far off the diagonal are as good as those on it."""
    rng = np.random.default_rng(seed)
    n, m = (int(size) for size in rng.integers(1, 7, size=2))
    shapes = tuple((a, b) for a, b in SHAPES if a <= n and b <= m)
    beads = np.full((len(shapes), 1, n + 1, m + 1), np.inf)
    alike = rng.normal(size=(n + 1, m + 1)) * 6
    for k, (a, b) in enumerate(shapes):
        beads[k, 0, a:, b:] = alike[a:, b:] + rng.normal(size=(n + 1 - a, m + 1 - b)) + a + b
    nulls = np.abs(rng.normal(size=(1, n + 1))) + 1, np.abs(rng.normal(size=(1, m + 1))) + 1
    moved = beads + np.abs(rng.normal(size=beads.shape)) if seed % 2 else None
    return Costs(shapes, beads, *nulls, 1.3, ((n, m),), moved)


def cut_out(costs: Costs, block: moves.Block) -> Costs:
    """The prices without a block, cell by cell."""
    i1, i2, j1, j2 = block
    n, m = costs.sizes[0]
    rows, columns = [i for i in range(n) if not i1 <= i < i2], [j for j in range(m) if not j1 <= j < j2]
    beads = np.full((len(costs.shapes), 1, len(rows) + 1, len(columns) + 1), np.inf)
    for k, (a, b) in enumerate(costs.shapes):
        for x in range(a, len(rows) + 1):
            for y in range(b, len(columns) + 1):
                if rows[x - 1] - rows[x - a] == a - 1 and columns[y - 1] - columns[y - b] == b - 1:
                    beads[k, 0, x, y] = costs.beads[k, 0, rows[x - 1] + 1, columns[y - 1] + 1]
    source = costs.source_null[:, [0, *(i + 1 for i in rows)]]
    target = costs.target_null[:, [0, *(j + 1 for j in columns)]]
    return Costs(costs.shapes, beads, source, target, costs.opening, ((len(rows), len(columns)),))


def judged(costs: Costs, price: float) -> dict[moves.Block, float]:
    """What the cheapest alignment with each single block costs, its move included."""
    n, m = costs.sizes[0]
    rows, columns = bounds._around(costs)[1]
    found = {}
    for i1 in range(n):
        for i2 in range(i1 + 1, n + 1):
            for j1 in range(m):
                for j2 in range(j1 + 1, m + 1):
                    over, under = rows[i2 - i1 - 1, 0, i1], columns[j2 - j1 - 1, 0, j1]
                    far = min(max(j1 - over, over - j2, 1), max(i1 - under, under - i2, 1))
                    block = i1, i2, j1, j2
                    inner = lattice.cost(moves.within(costs, [block]))[0]
                    found[block] = lattice.cost(cut_out(costs, block))[0] + inner + bounds.distant(price, far)
    return found


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000))
def test_no_block_is_cheaper_than_its_bound(seed: int) -> None:
    costs = random_costs(seed)
    values = judged(costs, 2.0)
    places, least, _ = bounds.below(costs, 2.0, np.array([np.inf]))
    told = {(i, i + a, j, j + b): bound for (_, i, j, a, b), bound in zip(places.tolist(), least, strict=True)}
    # A block that ends with a null is not priced as such: without the null it is no dearer.
    assert all(bound <= values[block] + 1e-6 or bound == np.inf for block, bound in told.items() if _full(costs, block))


def _full(costs: Costs, block: moves.Block) -> bool:
    """Whether the cheapest path inside a block ends with a bead."""
    _, path = lattice.cheapest(moves.within(costs, [block]))[0]
    return bool(path[-1][2] and path[-1][3])


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000))
def test_no_single_block_is_better_than_the_one_that_is_found(seed: int) -> None:
    costs = random_costs(seed)
    cost = lattice.cost(costs)[0]
    n, m = costs.sizes[0]
    values = {
        block: value
        for block, value in judged(costs, 2.0).items()
        if (block[1] - block[0] < n or block[3] - block[2] < m)
        and _full(costs, block)
        and not moves.in_place(costs, [], block)
    }
    best = min(values.values(), default=np.inf)
    value, block, _ = moves._best(costs, {}, 2.0, cost)
    if block is None:
        assert best >= cost - 1e-6
    else:
        assert value <= min(best + 1e-6, cost)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000))
def test_what_is_cut_out_is_gone(seed: int) -> None:
    costs = random_costs(seed)
    for block in list(judged(costs, 2.0))[::7]:
        assert np.isclose(lattice.cost(moves.without(costs, [[block]]))[0], lattice.cost(cut_out(costs, block))[0])


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000))
def test_each_segment_is_in_one_bead(seed: int) -> None:
    costs = random_costs(seed)
    found = moves.align(costs, 0.5)
    beads = confident(costs, found, 1.15)
    n, m = costs.sizes[0]
    assert sorted(i for bead in beads for i in bead.source) == [*range(n)]
    assert sorted(j for bead in beads for j in bead.target) == [*range(m)]
    assert all(0 <= bead.confidence <= 1 for bead in beads)
    assert bool(moves.worth(costs, lattice.cheapest(costs), 0.5)) >= bool(found.moved)

"""The search for moved blocks against a slow judge that prices every block."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from align.engine.search import bounds, lattice, moves
from align.engine.search.lattice import Costs

SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2))


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
    values = {b: v for b, v in judged(costs, 2.0).items() if b[1] - b[0] < n or b[3] - b[2] < m}
    best = min(values.values(), default=np.inf)
    value, block, _ = moves._best(costs, {}, 2.0, cost)
    if best < cost - 1e-6:
        assert block is not None
        assert value <= best + 1e-6
    else:
        assert block is None


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000))
def test_what_is_cut_out_is_gone(seed: int) -> None:
    costs = random_costs(seed)
    for block in list(judged(costs, 2.0))[::7]:
        assert np.isclose(lattice.cost(moves.without(costs, [[block]]))[0], lattice.cost(cut_out(costs, block))[0])


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000))
def test_every_segment_is_in_one_step(seed: int) -> None:
    costs = random_costs(seed)
    steps, _ = moves.align(costs, 1.0)
    n, m = costs.sizes[0]
    assert sorted(i + k for i, _, a, _ in steps for k in range(a)) == list(range(n))
    assert sorted(j + k for _, j, _, b in steps for k in range(b)) == list(range(m))

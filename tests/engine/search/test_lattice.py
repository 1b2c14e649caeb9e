"""The lattice against a slow judge that walks every path."""

from __future__ import annotations

import math

import numpy as np
import pytest

from align.engine.search import lattice
from align.engine.search.lattice import Costs

SHAPES = [(1, 1), (1, 2), (2, 1), (2, 2), (1, 3)]


def random_costs(seed: int) -> Costs:
    rng = np.random.default_rng(seed)
    sizes = tuple((int(rng.integers(0, 5)), int(rng.integers(0, 5))) for _ in range(3))
    rows, columns = max(n for n, _ in sizes) + 1, max(m for _, m in sizes) + 1
    beads = {}
    for a, b in SHAPES:
        cost = rng.normal(size=(3, rows, columns)) * 2
        cost[:, :a], cost[:, :, :b] = np.inf, np.inf
        for d, (n, m) in enumerate(sizes):
            cost[d, n + 1 :], cost[d, :, m + 1 :] = np.inf, np.inf
        beads[a, b] = cost
    return Costs(
        tuple(beads),
        np.stack([*beads.values()]),
        np.abs(rng.normal(size=(3, rows))),
        np.abs(rng.normal(size=(3, columns))),
        1.3,
        sizes,
    )


def every_path(costs: Costs, d: int) -> list[tuple[float, list[lattice.Step]]]:
    """Cost and steps of every path; in a run of nulls the source's come first."""
    n, m = costs.sizes[d]
    found = []

    def go(i: int, j: int, run: str, cost: float, steps: list[lattice.Step]) -> None:
        if (i, j) == (n, m):
            found.append((cost, steps))
        for (a, b), price in zip(costs.shapes, costs.beads, strict=True):
            if i + a <= n and j + b <= m:
                go(i + a, j + b, "", cost + price[d, i + a, j + b], [*steps, (i, j, a, b)])
        if i < n and run != "target":
            price = costs.source_null[d, i + 1] + (0 if run == "source" else costs.opening)
            go(i + 1, j, "source", cost + price, [*steps, (i, j, 1, 0)])
        if j < m:
            price = costs.target_null[d, j + 1] + (0 if run == "target" else costs.opening)
            go(i, j + 1, "target", cost + price, [*steps, (i, j, 0, 1)])

    go(0, 0, "", 0.0, [])
    return found


@pytest.mark.parametrize("seed", range(12))
def test_against_every_path(seed: int) -> None:
    costs = random_costs(seed)
    best, marginals = lattice.best(costs), lattice.marginals(costs)
    for d, (n, m) in enumerate(costs.sizes):
        paths = every_path(costs, d)
        cost, steps = min(paths, key=lambda p: p[0])
        assert best[d] == steps
        assert lattice.cost(costs)[d] == pytest.approx(cost)
        total = -math.log(sum(math.exp(-c) for c, _ in paths))
        assert marginals.cost[d] == pytest.approx(total)
        assert lattice.total(costs)[d] == pytest.approx(total)
        share: dict[lattice.Step, float] = {}
        for c, path in paths:
            for step in path:
                share[step] = share.get(step, 0.0) + math.exp(total - c)
        for (a, b), found in zip(costs.shapes, marginals.beads, strict=True):
            for i in range(a, n + 1):
                for j in range(b, m + 1):
                    assert found[d, i, j] == pytest.approx(share.get((i - a, j - b, a, b), 0.0), abs=1e-9)
        for i in range(n):
            wanted = sum(p for (k, _, a, b), p in share.items() if (k, a, b) == (i, 1, 0))
            assert marginals.source_null[d, i + 1] == pytest.approx(wanted, abs=1e-9)
        for j in range(m):
            wanted = sum(p for (_, k, a, b), p in share.items() if (k, a, b) == (j, 0, 1))
            assert marginals.target_null[d, j + 1] == pytest.approx(wanted, abs=1e-9)

"""Blocks that the translation has elsewhere.

A block is a range of source and a range of target segments that are aligned with each other, away from the rest's
order. An alignment with blocks costs what the rest costs (the cheapest path with the blocks' segments free and no
bead across their edges), what each block costs inside, and a price for each move. Blocks grow greedily from the pairs
that would gain most, all candidates of a step priced side by side; the cheapest alignment wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from align.engine.search import lattice
from align.engine.search.lattice import Costs, Floats, Step

Block = tuple[int, int, int, int]
"""source[i1:i2] and target[j1:j2]"""

SEEDS = 4
"""Pairs that a block is grown from in each round."""
ROUNDS = 3
"""Moved blocks of one article, at most."""
HOPELESS = 6.0
"""Nats: a seed this much too dear is not grown."""
GROWTH = ((-1, 0, -1, 0), (0, 1, 0, 1), (-1, 0, 0, 0), (0, 1, 0, 0), (0, 0, -1, 0), (0, 0, 0, 1))


def align(costs: Costs, price: float) -> tuple[list[Step], list[Block]]:
    """The cheapest alignment of one document pair found: its steps, and the blocks that are moved in it."""
    accepted: list[Block] = []
    rest = costs
    cost, path = lattice.cheapest(rest)[0]
    for _ in range(ROUNDS):
        seeds = _seeds(rest, path, price)
        if not seeds:
            break
        values = _values(costs, accepted, seeds, price)
        near = [(float(value), seed) for seed, value in zip(seeds, values, strict=True) if value < cost + HOPELESS]
        value, block = min(_grown(costs, accepted, near, price), default=(np.inf, None), key=lambda c: c[0])
        if block is None or value >= cost - 1e-9:
            break
        accepted.append(block)
        rest = without(costs, [accepted])
        cost, path = value, lattice.best(rest)[0]
    steps = [step for step in path if not any(_inside(step, block) for block in accepted)]
    for block, inner in zip(accepted, lattice.best(within(costs, accepted)) if accepted else [], strict=True):
        steps += [(i + block[0], j + block[2], a, b) for i, j, a, b in inner]
    return steps, accepted


def worth(costs: Costs, paths: Sequence[tuple[float, Sequence[Step]]], price: float) -> list[int]:
    """The documents in which something may have moved, by their cheapest paths: in the others `align` finds no block."""
    seeds = [(d, seed) for d, (_, path) in enumerate(paths) for seed in _seeds(costs.alone(d), path, price)]
    if not seeds:
        return []
    owners = [d for d, _ in seeds]
    values = _values(costs, [], [seed for _, seed in seeds], price, owners)
    limits = np.array([paths[d][0] + HOPELESS for d in owners])
    return sorted({owners[k] for k in np.flatnonzero(values < limits)})


def without(costs: Costs, taken: Sequence[Sequence[Block]], owners: Sequence[int] | None = None) -> Costs:
    """The prices of what is left around `taken`, one copy of a document for each list of blocks: of `owners`, else of the first."""
    owners = owners or [0] * len(taken)
    beads, source, target = costs.beads[:, owners], costs.source_null[owners], costs.target_null[owners]
    for d, taken_blocks in enumerate(taken):
        for i1, i2, j1, j2 in taken_blocks:
            for k, (a, b) in enumerate(costs.shapes):
                beads[k, d, i1 + 1 : i2 + a] = np.inf
                beads[k, d, :, j1 + 1 : j2 + b] = np.inf
            source[d, i1 + 1 : i2 + 1] = 0.0
            target[d, j1 + 1 : j2 + 1] = 0.0
            source[d, i1 + 1] = target[d, j1 + 1] = -costs.opening
    return replace(
        costs, beads=beads, source_null=source, target_null=target, sizes=tuple(costs.sizes[d] for d in owners)
    )


def within(costs: Costs, chosen: Sequence[Block], owners: Sequence[int] | None = None) -> Costs:
    """The prices inside each of `chosen`, blocks of `owners`, else of the first document."""
    owners = owners or [0] * len(chosen)
    height = max(i2 - i1 for i1, i2, _, _ in chosen) + 1
    width = max(j2 - j1 for _, _, j1, j2 in chosen) + 1
    fitting = [k for k, (a, b) in enumerate(costs.shapes) if a < height and b < width]
    beads = np.full((len(fitting), len(chosen), height, width), np.inf)
    source, target = np.zeros((len(chosen), height)), np.zeros((len(chosen), width))
    for d, (of, (i1, i2, j1, j2)) in enumerate(zip(owners, chosen, strict=True)):
        beads[:, d, 1 : i2 - i1 + 1, 1 : j2 - j1 + 1] = costs.beads[fitting, of, i1 + 1 : i2 + 1, j1 + 1 : j2 + 1]
        for row, k in enumerate(fitting):  # no bead begins before the block
            a, b = costs.shapes[k]
            beads[row, d, :a] = beads[row, d, :, :b] = np.inf
        source[d, 1 : i2 - i1 + 1] = costs.source_null[of, i1 + 1 : i2 + 1]
        target[d, 1 : j2 - j1 + 1] = costs.target_null[of, j1 + 1 : j2 + 1]
    shapes = tuple(costs.shapes[k] for k in fitting)
    return Costs(shapes, beads, source, target, costs.opening, tuple((i2 - i1, j2 - j1) for i1, i2, j1, j2 in chosen))


def _inside(step: Step, block: Block) -> bool:
    """Whether a null step is one of the free nulls that stand for `block` in the rest."""
    i, j, a, b = step
    i1, i2, j1, j2 = block
    return (not b and i1 <= i < i2) or (not a and j1 <= j < j2)


def _seeds(rest: Costs, path: Sequence[Step], price: float) -> list[Block]:
    """The pairs of single segments that would gain most if they were taken from where `path` has them and moved."""
    n, m = rest.sizes[0]
    if not n or not m:
        return []
    kept_source, kept_target = np.zeros(n), np.zeros(m)
    on_path = np.zeros((n, m), dtype=bool)
    for i, j, a, b in path:
        if a and b:
            nulls = rest.source_null[0, i + 1 : i + a + 1].sum() + rest.target_null[0, j + 1 : j + b + 1].sum()
            gain = nulls - rest.beads[rest.shapes.index((a, b)), 0, i + a, j + b]
            kept_source[i : i + a] = gain / 2
            kept_target[j : j + b] = gain / 2
            on_path[i : i + a, j : j + b] = True
    single = rest.beads[rest.shapes.index((1, 1)), 0, 1:, 1:]
    gain = rest.source_null[0, 1:, None] + rest.target_null[0, None, 1:] - single
    gain = gain - kept_source[:, None] - kept_target[None] + 2 * rest.opening - price
    gain[on_path] = -np.inf
    order = np.argsort(gain, axis=None)[::-1][:SEEDS]
    pairs = [divmod(int(k), m) for k in order if gain.flat[k] > -HOPELESS]
    return [(i, i + 1, j, j + 1) for i, j in pairs]


def _grown(
    costs: Costs, accepted: Sequence[Block], seeds: Sequence[tuple[float, Block]], price: float
) -> list[tuple[float, Block]]:
    """Each of `seeds` (the cost of the alignment with a block, and the block) grown as long as that makes it cheaper, side by side."""
    grown = list(seeds)
    growing = list(range(len(grown)))
    while growing:
        wider = [(k, block) for k in growing for block in _wider(costs.sizes[0], accepted, grown[k][1])]
        growing = []
        if not wider:
            break
        values = _values(costs, accepted, [block for _, block in wider], price)
        for k in dict.fromkeys(k for k, _ in wider):
            mine = ((float(v), block) for v, (of, block) in zip(values, wider, strict=True) if of == k)
            value, block = min(mine, key=lambda c: c[0])
            if value < grown[k][0] - 1e-9:
                grown[k] = value, block
                growing.append(k)
    return grown


def _wider(size: lattice.Shape, accepted: Sequence[Block], block: Block) -> list[Block]:
    """`block` with a segment more, where there is room."""
    n, m = size
    wider = [(block[0] + d[0], block[1] + d[1], block[2] + d[2], block[3] + d[3]) for d in GROWTH]
    return [
        (i1, i2, j1, j2)
        for i1, i2, j1, j2 in wider
        if i1 >= 0
        and i2 <= n
        and j1 >= 0
        and j2 <= m
        and (i2 - i1 < n or j2 - j1 < m)
        and not any((i1 < x[1] and x[0] < i2) or (j1 < x[3] and x[2] < j2) for x in accepted)
    ]


def _values(
    costs: Costs,
    accepted: Sequence[Block],
    candidates: Sequence[Block],
    price: float,
    owners: Sequence[int] | None = None,
) -> Floats:
    """The cost of the cheapest alignment with the accepted blocks and each candidate: of `owners`, else of the first document."""
    rest = lattice.cost(without(costs, [[*accepted, candidate] for candidate in candidates], owners))
    inner = lattice.cost(within(costs, [*accepted, *candidates], owners))
    known = len(accepted)
    return rest + inner[:known].sum() + inner[known:] + price * (known + 1)  # type: ignore[no-any-return]

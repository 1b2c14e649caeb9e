"""From the steps of a search to beads, each with its confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from align.engine.search import lattice, moves
from align.engine.search.lattice import Costs, Marginals, Step
from align.engine.search.moves import Aligned, Block
from align.model import Bead


def confident(costs: Costs, found: Aligned, temperature: float) -> list[Bead]:
    """The beads of an alignment with P(step | costs): forward-backward around the blocks and inside each, times P(the block).

    A block's own probability is that of the alignment with it against the one without it. Costs are divided by
    `temperature` first.
    """
    return [_bead(step, chance) for step, chance in _chances(_scaled(costs, temperature), found, temperature)]


def _chances(costs: Costs, found: Aligned, temperature: float) -> Iterator[tuple[Step, float]]:
    """The steps of an alignment of the first document, each with its probability; `costs` are divided already."""
    blocks = [*found.moved]
    rest = moves.without(costs, [blocks]) if blocks else costs
    marginals = lattice.marginals(rest)
    rows, columns = ([*kept, size] for kept, size in zip(moves.left(costs, blocks), costs.sizes[0], strict=True))
    for i, j, a, b in found.rest:
        yield (int(rows[i]), int(columns[j]), a, b), _chance(rest, marginals, 0, (i, j, a, b))
    for k, (block, (price, inner)) in enumerate(found.moved.items()):
        held = _held(costs, blocks, k, price / temperature)
        for (i, j, a, b), chance in _chances(moves.within(costs, [block]), inner, temperature):
            yield (i + block[0], j + block[2], a, b), chance * held


def side_by_side(costs: Costs, steps: Sequence[Sequence[Step]], temperature: float) -> list[list[Bead]]:
    """The beads of the steps of each document, none of them moved, with P(step | costs)."""
    marginals = lattice.marginals(_scaled(costs, temperature))
    return [[_bead(step, _chance(costs, marginals, d, step)) for step in path] for d, path in enumerate(steps)]


def _held(costs: Costs, blocks: Sequence[Block], k: int, price: float) -> float:
    """P(block k is moved | the others)."""
    others = [*blocks[:k], *blocks[k + 1 :]]
    with_it = lattice.total(moves.without(costs, [blocks]))[0] + lattice.total(moves.within(costs, [blocks[k]]))[0]
    without_it = lattice.total(moves.without(costs, [others]) if others else costs)[0]
    return likely(with_it + price - without_it)


def likely(dearer: float) -> float:
    """P(one of two alternatives) that costs so many nats more than the other."""
    return float(1 / (1 + np.exp(np.clip(dearer, -50, 50))))


def _scaled(costs: Costs, temperature: float) -> Costs:
    return replace(
        costs,
        beads=costs.beads / temperature,
        source_null=costs.source_null / temperature,
        target_null=costs.target_null / temperature,
        opening=costs.opening / temperature,
        moved=None if costs.moved is None else costs.moved / temperature,
    )


def _chance(costs: Costs, marginals: Marginals, d: int, step: Step) -> float:
    i, j, a, b = step
    if a and b:
        value = marginals.beads[costs.shapes.index((a, b)), d, i + a, j + b]
    else:
        value = marginals.source_null[d, i + 1] if a else marginals.target_null[d, j + 1]
    return float(min(1.0, max(0.0, value)))


def _bead(step: Step, confidence: float) -> Bead:
    i, j, a, b = step
    return Bead(tuple(range(i, i + a)), tuple(range(j, j + b)), confidence)

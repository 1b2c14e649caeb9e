"""From the steps of a search to beads, each with its confidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from align.engine.search import lattice, moves
from align.engine.search.lattice import Costs, Marginals, Step
from align.engine.search.moves import Block
from align.model import Bead


def confident(costs: Costs, steps: Sequence[Step], moved: Mapping[Block, float], temperature: float) -> list[Bead]:
    """The beads of `steps` with P(step | costs): forward-backward around the blocks and inside each, times P(the block).

    A block's own probability is that of the alignment with it against the one without it. Costs are divided by
    `temperature` first.
    """
    blocks = [*moved]
    if not blocks:
        return side_by_side(costs, [steps], temperature)[0]
    flat = _scaled(costs, temperature)
    outside, inside = moves.without(flat, [blocks]), moves.within(flat, blocks)
    around, inner = lattice.marginals(outside), lattice.marginals(inside)
    held = [_held(flat, blocks, k, price / temperature) for k, price in enumerate(moved.values())]
    rows, columns = ({int(i): k for k, i in enumerate(kept)} for kept in moves.left(flat, blocks))
    found = []
    for step in steps:
        i, j, a, b = step
        for k, (i1, i2, j1, j2) in enumerate(blocks):
            if (not a or i1 <= i < i2) and (not b or j1 <= j < j2):
                chance = _chance(inside, inner, k, (i - i1, j - j1, a, b)) * held[k]
                break
        else:
            chance = _chance(outside, around, 0, (rows[i] if a else 0, columns[j] if b else 0, a, b))
        found.append(_bead(step, chance))
    return found


def side_by_side(costs: Costs, steps: Sequence[Sequence[Step]], temperature: float) -> list[list[Bead]]:
    """The beads of the steps of each document, none of them moved, with P(step | costs)."""
    marginals = lattice.marginals(_scaled(costs, temperature))
    return [[_bead(step, _chance(costs, marginals, d, step)) for step in path] for d, path in enumerate(steps)]


def _held(costs: Costs, blocks: Sequence[Block], k: int, price: float) -> float:
    """P(block k is moved | the others)."""
    others = [*blocks[:k], *blocks[k + 1 :]]
    with_it = lattice.total(moves.without(costs, [blocks]))[0] + lattice.total(moves.within(costs, [blocks[k]]))[0]
    without_it = lattice.total(moves.without(costs, [others]) if others else costs)[0]
    return float(1 / (1 + np.exp(np.clip(with_it + price - without_it, -50, 50))))


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

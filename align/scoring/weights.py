"""The weights of the features, as fitted, and the prices they give."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from align.scoring.features import BEAD, NULL, SHAPES, Evidence
from align.search.lattice import Costs, Floats, Shape


@dataclass(frozen=True, slots=True)
class Weights:
    """One number a feature; nats for a unit of it."""

    bead: Mapping[str, float]
    null: Mapping[str, float]
    opening: float
    """Of a run of nulls."""
    move: float
    """Cost of a moved block."""
    temperature: float
    """Costs are divided by it before they become probabilities."""

    @classmethod
    def of(cls, text: str) -> Weights:
        data = json.loads(text)
        return cls(data["bead"], data["null"], data["opening"], data["move"], data["temperature"])

    def text(self) -> str:
        data = {
            "bead": {name: round(self.bead[name], 4) for name in BEAD},
            "null": {name: round(self.null[name], 4) for name in NULL},
            "opening": round(self.opening, 4),
            "move": self.move,
            "temperature": self.temperature,
        }
        return json.dumps(data, indent=1) + "\n"

    def costs(self, pairs: Sequence[Evidence]) -> Costs:
        """The prices of every bead and null of `pairs`, padded to one size."""
        sizes = tuple(pair.size for pair in pairs)
        rows, columns = (max(size[side] for size in sizes) + 1 for side in (0, 1))
        bead = np.array([self.bead[name] for name in BEAD])
        null = np.array([self.null[name] for name in NULL])
        beads: dict[Shape, Floats] = {}
        for a, b in SHAPES:
            if a >= rows or b >= columns:
                continue
            cost = np.full((len(pairs), rows, columns), np.inf)
            for d, pair in enumerate(pairs):
                found = pair.beads((a, b))
                if found is not None:
                    cost[d, a : pair.size[0] + 1, b : pair.size[1] + 1] = -np.tensordot(bead, found, 1)
            beads[a, b] = cost
        source, target = np.zeros((len(pairs), rows)), np.zeros((len(pairs), columns))
        for d, pair in enumerate(pairs):
            left, right = pair.nulls()
            source[d, 1 : pair.size[0] + 1] = -null @ left
            target[d, 1 : pair.size[1] + 1] = -null @ right
        return Costs(beads, source, target, -self.opening, sizes)

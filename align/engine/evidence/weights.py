"""The weights of the features, as fitted, and the prices they give."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from align.engine.evidence.features import NULL, Evidence
from align.engine.search import lattice
from align.engine.search.lattice import Costs, Floats

SPARED = 1.5
"""Nats by which a bead of a moved block may be cheaper than its nulls less what its content tells: with 3 `benchmarks/moved.py`
finds more, but articles in which nothing has moved are aligned worse."""

BARE, MODEL = "no lexicon", "model"
"""Pairs for which some weights are others: where nothing but what an article itself teaches is known, and where a model is asked."""


def kind(known: bool, asked: bool) -> str:
    """Of a pair: whether a lexicon is known, and whether a model is asked.

    >>> kind(True, False), kind(False, True)
    ('lexicon', 'no lexicon, model')
    """
    return ("lexicon" if known else BARE) + (f", {MODEL}" if asked else "")


@dataclass(frozen=True, slots=True)
class Weights:
    """One number a feature; nats for a unit of it."""

    bead: Mapping[str, float]
    null: Mapping[str, float]
    opening: float
    """Of a run of nulls."""
    move: float
    """Cost of a block that is moved by one place; by more, the log of the places is added."""
    temperature: float
    """Costs are divided by it before they become probabilities."""

    @classmethod
    def of(cls, text: str, known: bool = True, asked: bool = False) -> Weights:
        """What the file has for pairs of a `kind`."""
        data = json.loads(text)
        weights = {**data["bead"], **data["null"], "opening": data["opening"]}
        for own, applies in ((BARE, not known), (MODEL, asked)):
            if applies:
                weights |= {name: weights[name] + by for name, by in data["more"][own].items()}
        bead, null = ({name: weights[name] for name in data[part]} for part in ("bead", "null"))
        return cls(bead, null, weights["opening"], data["move"], data["temperature"][kind(known, asked)])

    def costs(self, evidence: Evidence, moving: bool = True) -> Costs:
        """The prices of every bead and null of the pairs in `evidence`, padded to one size.

        A bead inside a moved block is hardly cheaper than its segments as nulls, less what its content tells: of all places that it
        could be moved to many have the right length. Where nothing is looked for that has moved, `moving` is false.
        """
        sizes = np.array(evidence.sizes)
        n, m = evidence.size
        shapes = evidence.shapes()
        beads = np.full((len(shapes), len(sizes), n + 1, m + 1), np.inf)
        moved = beads.copy() if moving else None
        null = np.array([self.null[name] for name in NULL])
        source, target = np.zeros((len(sizes), n + 1)), np.zeros((len(sizes), m + 1))
        for cost, features in zip((source, target), evidence.nulls(), strict=True):
            cost[:, 1:] = -np.tensordot(null, features, 1)
        given, taken = np.cumsum(source, axis=1)[:, :, None], np.cumsum(target, axis=1)[:, None]
        for k, ((a, b), score, content) in enumerate(evidence.priced(self.bead)):
            np.negative(score, out=beads[k, :, a:, b:])
            if moved is not None:
                nulls = given[:, a:] - given[:, : n + 1 - a] + taken[:, :, b:] - taken[:, :, : m + 1 - b]
                np.maximum(beads[k, :, a:, b:], nulls - content - SPARED, out=moved[k, :, a:, b:])
        for prices in [beads] if moved is None else [beads, moved]:
            for d, (rows, columns) in enumerate(evidence.sizes):
                prices[:, d, rows + 1 :] = prices[:, d, :, columns + 1 :] = np.inf
        return Costs(shapes, beads, source, target, -self.opening, evidence.sizes, moved)

    def singles(self, evidence: Evidence) -> Floats:
        """(documents, N, M): how probable it is that two segments are a bead by themselves."""
        return lattice.chances(self.costs(evidence, moving=False), (1, 1))[:, 1:, 1:]

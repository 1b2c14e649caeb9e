"""What `fit_weights.py` fits: gold documents as features of their beads, and the weights that make the gold likeliest.

A log-linear chain over the lattice; the gradient comes from forward-backward, L-BFGS climbs it. Needs scipy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import click
import numpy as np

from align.bead_order import ordered
from align.engine.engine import Engine, prepare
from align.engine.evidence import similarity
from align.engine.evidence.features import BEAD, NULL, SHAPES
from align.engine.evidence.weights import BARE, MODEL, Weights, kind
from align.engine.search import lattice
from align.evaluation import gold as goldens
from align.model import Bead

NAMES = (*BEAD, *NULL, "opening")
START = {
    **dict.fromkeys(BEAD, 0.0),
    **{
        "words_mean": 1,
        "words_segment": 2,
        "words_least": 0.1,
        "values": 1,
        "names": 1,
        "length": 2,
        "quoted": 0.3,
        "marks": 0.3,
    },
    **{"diagonal": 0, "crossing": 1, "ends": 0.5},
    **{"1:2": -2, "2:1": -2, "2:2": -3, "1:3": -4, "1:4": -6, "2:3": -7, "longer": -7},
    **{"similar": 0.3, "similar_least": 0.05, "similar_alone": 0.1},
    **{"null": -2, "unmatched": 0, "boilerplate": 1, "opening": -2},
}
MORE = (
    *((BARE, name) for name in ("null", "opening", "length", "2:2")),
    *((MODEL, name) for name in ("null", "opening", "words", "unmatched")),
)
"""Weights that are others where nothing is known beforehand, and where a model is asked."""
SIMILAR = {*similarity.FEATURES, "similar_alone"}
"""What is fitted where a model is asked; and what is not where none is."""
READ = {
    kind(known, asked): np.hstack(
        [
            np.eye(len(NAMES)),
            np.array([[float(n == name and own in kind(known, asked)) for own, name in MORE] for n in NAMES]),
        ]
    )
    for known in (True, False)
    for asked in (True, False)
}
"""By kind of pair, what makes its weights of all that are fitted."""
TIED = 0.05
"""Weight of the square of what a weight leaves its start by."""
Vector = np.ndarray


class Article:
    """One gold document: its evidence as arrays, in file order and with the moved beads in order."""

    def __init__(self, document: goldens.Gold, engine: Engine, lines: bool) -> None:
        self.gold = document
        self.kind = kind(bool(engine.ours), engine.comparer is not None)
        self.share = 1.0
        """How much it counts among all that is fitted on."""
        source, target = document.lines() if lines else document.running()
        left, right = prepare(source), prepare(target)
        self.beads = document.beads if lines else goldens.projected(document, source, target)
        if engine.learning:
            engine, _ = engine.taught([(left, right)], not lines)
        self.evidence = engine.evidence([(left, right)], not lines)
        order, self.steps = in_order(self.beads)
        if order != list(range(len(order))):
            from align.engine.engine import Prepared

            moved = replace(target, segments=tuple(target.segments[j] for j in order))
            right = Prepared(moved, tuple(right.tokens[j] for j in order), tuple(right.mentions[j] for j in order))
            self.straight = engine.evidence([(left, right)], not lines)
        else:
            self.straight = self.evidence
        self.usable = bool(self.beads) and all(not a or not b or (a, b) in SHAPES for _, _, a, b in self.steps)

    def gold_features(self) -> tuple[np.ndarray, np.ndarray, float]:
        bead, null, openings = np.zeros(len(BEAD)), np.zeros(len(NULL)), 0.0
        source, target = self.straight.nulls()
        run = None
        for i, j, a, b in self.steps:
            if a and b:
                bead += self.straight.beads((a, b))[:, 0, i, j]
                run = None
                continue
            side = "source" if a else "target"
            null += source[:, 0, i] if a else target[:, 0, j]
            openings += run != side
            run = side
        return bead, null, openings


def in_order(beads) -> tuple[list[int], list[lattice.Step]]:
    """The target order in which `beads` are monotone, and their steps; in a run of nulls the source's come first."""
    order, steps = [], []
    waiting: list[tuple[int, ...]] = []
    i = 0

    def flush() -> None:
        for j in waiting:
            steps.append((i, len(order), 0, 1))
            order.append(j)
        waiting.clear()

    for bead in ordered(Bead(a, b) for a, b in beads):
        if not bead.source:
            waiting.append(bead.target[0])
        elif not bead.target:
            steps.append((i, len(order), 1, 0))
            i += 1
        else:
            flush()
            steps.append((i, len(order), len(bead.source), len(bead.target)))
            order.extend(bead.target)
            i += len(bead.source)
    flush()
    # source nulls that stand behind target nulls of one run were given first, as the lattice wants
    return order, steps


def fit(articles: Sequence[Article], start: Vector, alone: bool = False) -> Vector:
    """The weights that make the gold of `articles` likeliest; with `alone` those of what a model says, and no other."""
    from scipy.optimize import minimize

    articles = sorted((a for a in articles if a.usable), key=lambda a: (a.kind, a.evidence.size))
    batches = [
        some[k : k + 16]
        for _, own in groupby(articles, key=lambda a: a.kind)
        for some in [[*own]]
        for k in range(0, len(some), 16)
    ]
    stacks = [stack(batch) for batch in batches]
    goldens_ = [[a.gold_features() for a in batch] for batch in batches]
    every = sum(a.share for a in articles) / len(articles)
    shares = [np.array([a.share for a in batch]) / every for batch in batches]
    reads = [READ[batch[0].kind] for batch in batches]
    nb, nn = len(BEAD), len(NULL)
    asked = any(MODEL in article.kind for article in articles)
    free = np.array([asked if name in SIMILAR else not alone for name in NAMES])
    free = np.append(free, [not alone and any(own in a.kind for a in articles) for own, _ in MORE])

    def loss(every: Vector) -> tuple[float, Vector]:
        value, total = 0.0, np.zeros_like(every)
        for (features, source, target, sizes), wanted, share, read in zip(stacks, goldens_, shares, reads, strict=True):
            x, gradient = read @ every, np.zeros(len(NAMES))
            beads = np.stack(
                [np.where(mask, -np.einsum("f,dfnm->dnm", x[:nb], array), np.inf) for array, mask in features.values()]
            )
            costs = lattice.Costs(
                tuple(features),
                beads,
                -np.einsum("f,dfn->dn", x[nb : nb + nn], source),
                -np.einsum("f,dfm->dm", x[nb : nb + nn], target),
                -x[-1],
                sizes,
            )
            found = lattice.marginals(costs)
            for k, (bead, null, openings) in enumerate(wanted):
                nats = x[:nb] @ bead + x[nb : nb + nn] @ null + x[-1] * openings + found.cost[k]
                value -= share[k] * nats
                gradient -= share[k] * np.concatenate([bead, null, [openings]])
            for expected, (array, _) in zip(found.beads, features.values(), strict=True):
                gradient[:nb] += np.einsum("d,dnm,dfnm->f", share, expected, array, optimize=True)
            gradient[nb : nb + nn] += np.einsum("d,dn,dfn->f", share, found.source_null, source)
            gradient[nb : nb + nn] += np.einsum("d,dm,dfm->f", share, found.target_null, target)
            gradient[-1] += share @ (found.source_opening + found.target_opening)
            total += read.T @ gradient
        left = every - start
        return value + TIED * (left**2).sum(), np.where(free, total + 2 * TIED * left, 0.0)

    bounds = [(0.0 if name in SIMILAR else None, None) for name in NAMES]  # a model's word is not turned round
    bounds += [(None, None) for _ in MORE]
    result = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 80})
    click.echo(f"  {len(articles)} documents, {result.fun / len(articles):.3f} nats a document", err=True)
    return result.x


def beginning() -> Vector:
    """What is fitted, before it is."""
    return np.array([START[name] for name in NAMES] + [0.0] * len(MORE))


def weights_of(every: Vector, kind: str, move: float) -> Weights:
    """The weights of pairs of a kind."""
    x = dict(zip(NAMES, map(float, READ[kind] @ every), strict=True))
    return Weights({n: x[n] for n in BEAD}, {n: x[n] for n in NULL}, x["opening"], move, 1.0)


def stack(batch: list[Article]):
    rows, columns = (max(a.straight.size[s] for a in batch) + 1 for s in (0, 1))
    features = {}
    for shape in SHAPES:
        array = np.zeros((len(batch), len(BEAD), rows, columns))
        mask = np.zeros((len(batch), rows, columns), dtype=bool)
        for d, article in enumerate(batch):
            found = article.straight.beads(shape)
            if found is not None:
                n, m = article.straight.size
                array[d, :, shape[0] : n + 1, shape[1] : m + 1] = found[:, 0]
                mask[d, shape[0] : n + 1, shape[1] : m + 1] = True
        if mask.any():
            features[shape] = (array, mask)
    source, target = np.zeros((len(batch), len(NULL), rows)), np.zeros((len(batch), len(NULL), columns))
    for d, article in enumerate(batch):
        left, right = article.straight.nulls()
        source[d, :, 1 : left.shape[2] + 1] = left[:, 0]
        target[d, :, 1 : right.shape[2] + 1] = right[:, 0]
    return features, source, target, tuple(a.straight.size for a in batch)


def shared(articles: Sequence[Article]) -> Sequence[Article]:
    """`articles` of one set, each with its part of the set's weight, by its gold beads."""
    every = sum(len(a.beads) for a in articles)
    for article in articles:
        article.share = len(article.beads) / every
    return articles

"""Fit the weights of the features on gold folders: python benchmarks/fit_weights.py GOLD... [-o seeds/base/weights.json]

Maximises the conditional likelihood of the gold alignments (a log-linear chain over the lattice; gradient by
forward-backward, L-BFGS), with moved beads put back in order, then the price of a move and the temperature of the
confidence on a grid. `--folds 5` prints what documents get from weights fitted without them. Needs scipy.

`--engine encoder:NAME` fits the weights of what a model says, and leaves all others as they ship: the engine without a model
stays what it is. `--double NOISE` adds an encoder that knows the gold, in a fog of noise (0: none): models that are better than
those at hand have to get on with the weights too.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import click
import numpy as np

from align import resources
from align.bead_order import ordered
from align.engine.engine import Engine, prepare
from align.engine.evidence import similarity
from align.engine.evidence.features import BEAD, NULL, SHAPES
from align.engine.evidence.weights import Weights
from align.engine.search import lattice, moves
from align.engine.search.beads import confident
from align.evaluation import gold as goldens
from align.evaluation.metrics import Tally, reliability
from align.model import Bead

sys.path.append(str(Path(__file__).parents[1]))
from tests.engine.neural import doubles

START = Weights(
    dict(zip(BEAD, (0, 1, 2, 0.1, 1, 1, 2, 0, 0.2, 0.2, 0, -2, -2, -3, -4, -6, -7, -7, 0.2, 0.1), strict=True)),
    {"null": -2.0, "unmatched": 1.0, "boilerplate": 1.0, "similar_alone": 0.1},
    -2.0,
    6.0,
    1.15,
)
SIMILAR = {*similarity.FEATURES, "similar_alone"}
"""What is fitted where a model is asked; and what is not where none is."""
TIED = 0.05
"""Weight of the square of what a weight leaves its start by."""


class Article:
    """One gold document: its evidence as arrays, in file order and with the moved beads in order."""

    def __init__(self, document: goldens.Gold, engine: Engine, lines: bool) -> None:
        self.gold = document
        source, target = document.lines() if lines else document.running()
        left, right = prepare(source), prepare(target)
        self.beads = document.beads if lines else goldens.projected(document, source, target)
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


def fit(articles: list[Article], start: Weights) -> Weights:
    from scipy.optimize import minimize

    articles = sorted((a for a in articles if a.usable), key=lambda a: a.evidence.size)
    batches = [articles[k : k + 16] for k in range(0, len(articles), 16)]
    stacks = [stack(batch) for batch in batches]
    goldens_ = [[a.gold_features() for a in batch] for batch in batches]
    x0 = np.array([*(start.bead[n] for n in BEAD), *(start.null[n] for n in NULL), start.opening])
    nb, nn = len(BEAD), len(NULL)
    asked = any(article.evidence.similar for article in articles)
    free = np.array([(name in SIMILAR) == asked for name in (*BEAD, *NULL, "opening")])

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        value, gradient = 0.0, np.zeros_like(x)
        for (features, source, target, sizes), wanted in zip(stacks, goldens_, strict=True):
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
                value -= x[:nb] @ bead + x[nb : nb + nn] @ null + x[-1] * openings + found.cost[k]
                gradient -= np.concatenate([bead, null, [openings]])
            for expected, (array, _) in zip(found.beads, features.values(), strict=True):
                gradient[:nb] += np.einsum("dnm,dfnm->f", expected, array)
            gradient[nb : nb + nn] += np.einsum("dn,dfn->f", found.source_null, source)
            gradient[nb : nb + nn] += np.einsum("dm,dfm->f", found.target_null, target)
            gradient[-1] += found.source_opening.sum() + found.target_opening.sum()
        return value + TIED * ((x - x0) ** 2).sum(), np.where(free, gradient + 2 * TIED * (x - x0), 0.0)

    bounds = [
        (0.0 if name in SIMILAR else None, None) for name in (*BEAD, *NULL, "opening")
    ]  # a model's word is not turned round
    result = minimize(loss, x0, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 80})
    click.echo(f"  {len(articles)} documents, {result.fun / len(articles):.3f} nats a document", err=True)
    x = result.x
    return Weights(
        dict(zip(BEAD, map(float, x[:nb]), strict=True)),
        dict(zip(NULL, map(float, x[nb : nb + nn]), strict=True)),
        float(x[-1]),
        start.move,
        start.temperature,
    )


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


def aligned(article: Article, weights: Weights, move: float, temperature: float) -> list[Bead]:
    costs = weights.costs(article.evidence)
    steps, blocks = moves.align(costs, move)
    return ordered(confident(costs, steps, blocks, temperature))


def report(name: str, articles: list[Article], found: list[list[Bead]]) -> Tally:
    tally = Tally()
    for article, beads in zip(articles, found, strict=True):
        tally += Tally.of(article.beads, [(b.source, b.target) for b in beads])
    click.echo(
        f"  {name:32} strict F1 {tally.f1:.4f}  without nulls {tally.f1_beads:.4f}  "
        f"nulls P {tally.null_precision:.3f} R {tally.null_recall:.3f}  moved {tally.moved_found}/{tally.moved_gold}"
    )
    return tally


def engine_of(gold: goldens.Gold, weights: Weights, name: str = "lexical") -> Engine:
    """The engine of a pair's languages, with weights to begin with."""
    return replace(_engine(gold.source_lang, gold.target_lang, name), weights=weights)


@cache
def _engine(source: str, target: str, name: str) -> Engine:
    return Engine.load(source, target, choice=name)


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path))
@click.option("--folds", default=5, show_default=True)
@click.option("--moves", "prices", default="5,6,7", show_default=True)
@click.option(
    "--running", multiple=True, type=click.Path(path_type=Path), help="Gold folders also fitted from running text."
)
@click.option("--engine", "asked", multiple=True, help="As in `align pair`; repeatable.")
@click.option("--double", "doubled", multiple=True, type=float, help="An encoder that knows the gold; repeatable.")
def main(
    folders: tuple[Path, ...],
    output: Path | None,
    folds: int,
    prices: str,
    running: tuple[Path, ...],
    asked: tuple[str, ...],
    doubled: tuple[float, ...],
) -> None:
    shipped = Weights.of(resources.text("base/weights.json"))
    if not asked and not doubled:
        similar = {name: shipped.bead[name] for name in similarity.FEATURES}
        start = replace(
            START, bead={**START.bead, **similar}, null={**START.null, "similar_alone": shipped.null["similar_alone"]}
        )
    else:
        start = shipped
    sets = {}
    for name in asked or (() if doubled else ("lexical",)):
        for folder in folders:
            gold = goldens.load(folder)
            sets[f"{folder.name} {name}"] = [Article(g, engine_of(g, start, name), True) for g in gold]
        for folder in running:
            gold = goldens.load(folder)
            sets[f"{folder.name} text {name}"] = [
                a for g in gold if (a := Article(g, engine_of(g, start, name), False)).beads
            ]
    for noise in doubled:
        for folder in folders[-1:]:
            sets[f"{folder.name} double {noise}"] = [
                Article(g, replace(engine_of(g, start), comparer=doubles.blurred(g, noise)), True)
                for g in goldens.load(folder)
                if doubles.monotone(g)
            ]
    every = [(name, article) for name, articles in sets.items() for article in articles]
    number = {g: k for k, g in enumerate(sorted({a.gold.name for _, a in every}))}
    shuffled = np.random.default_rng(0).permutation(len(number))
    held: dict[tuple[str, int], Weights] = {}
    for fold in range(folds):
        out = {name for name, k in number.items() if shuffled[k] % folds == fold}
        weights = fit([a for _, a in every if a.gold.name not in out], start)
        held.update({(name, id(a)): weights for name, a in every if a.gold.name in out})
    for price in map(float, prices.split(",")):
        click.echo(f"move {price}")
        for name, articles in sets.items():
            report(name, articles, [aligned(a, held[name, id(a)], price, 1.0) for a in articles])
    price = start.move
    for temperature in (1.0, 1.15, 1.3, 1.5):
        scored = []
        for name, articles in sets.items():
            for a in articles:
                right = set(a.beads)
                scored += [
                    (b.confidence, (b.source, b.target) in right)
                    for b in aligned(a, held[name, id(a)], price, temperature)
                ]
        click.echo(
            f"temperature {temperature}: ECE {reliability(scored)[1]:.4f}, nats a bead "
            f"{-np.mean([np.log(max(1e-9, c if r else 1 - c)) for c, r in scored]):.4f}"
        )
    weights = fit([a for _, a in every], start)
    if output:
        output.write_text(weights.text(), encoding="utf-8")
    else:
        sys.stdout.write(weights.text())


if __name__ == "__main__":
    main()

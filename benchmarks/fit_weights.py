"""Fit the weights of the features on gold folders: python benchmarks/fit_weights.py GOLD... [-o seeds/base/weights.json]

Maximises the conditional likelihood of the gold alignments (a log-linear chain over the lattice; gradient by
forward-backward, L-BFGS), with moved beads put back in order; every folder counts alike, however many documents it has. Then the
temperature of the confidence is chosen for each kind of pair (with a lexicon or without, with a model or without). What is printed
of each folder is what its documents get from weights fitted without them (`--folds`; a document is left out in all languages at
once). Needs scipy.

`--running` adds a folder's running text; `--halved` a folder of which every second document is left out of everything; `--bare` a
folder aligned as if no lexicon were known, since the pairs that have none are to be ready for omissions too. `--engine
NAME`, repeatable, is asked with each folder: those without a model fit all weights but what a model says, those with one too, or,
with `--similar`, that alone, so that the engine without a model stays what it is. `--double NOISE` adds an encoder that knows the
gold, in a fog of noise (0: none): models that are better than those at hand have to get on with the weights too.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

import click
import numpy as np

from align import resources
from align.bead_order import ordered
from align.engine.engine import Engine, prepare
from align.engine.evidence import similarity
from align.engine.evidence.features import BEAD, NULL, SHAPES
from align.engine.evidence.weights import BARE, MODEL, Weights, kind
from align.engine.search import lattice, moves
from align.engine.search.beads import confident
from align.evaluation import gold as goldens
from align.evaluation.metrics import Tally, reliability
from align.model import Bead

sys.path.append(str(Path(__file__).parents[1]))
from tests.engine.neural import doubles

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


def aligned(article: Article, weights: Weights, temperature: float) -> list[Bead]:
    costs = weights.costs(article.evidence)
    return ordered(confident(costs, moves.align(costs, weights.move), temperature))


def report(name: str, articles: Sequence[Article], found: Sequence[Sequence[Bead]]) -> Tally:
    tally, scored = Tally(), []
    for article, beads in zip(articles, found, strict=True):
        tally += Tally.of(article.beads, [(b.source, b.target) for b in beads])
        scored += certain(article, beads)
    click.echo(
        f"  {name:32} strict F1 {tally.f1:.4f}  without nulls {tally.f1_beads:.4f}  nulls P {tally.null_precision:.3f} "
        f"R {tally.null_recall:.3f}  moved {tally.moved_found}/{tally.moved_gold}  ECE {reliability(scored)[1]:.4f}"
    )
    return tally


def gain(ours: Sequence[Tally], theirs: Sequence[Tally], times: int = 2000) -> str:
    """By how much strict F1 rises from the one to the other, with the 95 % interval of a paired bootstrap over documents."""
    counts = [
        np.array([[t.right, t.found, t.right_beads, t.gold_beads] for t in some], float) for some in (ours, theirs)
    ]
    random = np.random.default_rng(0)
    drawn = random.multinomial(len(ours), np.full(len(ours), 1 / len(ours)), times)

    def f1(rows: Vector) -> Vector:
        precision, recall = rows[..., 0] / rows[..., 1], rows[..., 2] / rows[..., 3]
        return 2 * precision * recall / (precision + recall)

    rise = f1(drawn @ counts[1]) - f1(drawn @ counts[0])
    low, high = np.quantile(rise, (0.025, 0.975))
    return f"{float(f1(counts[1].sum(0)) - f1(counts[0].sum(0))):+.4f} ({low:+.4f} to {high:+.4f})"


def certain(article: Article, beads: Sequence[Bead]) -> list[tuple[float, bool]]:
    """The confidence of each of `beads` and whether it is right."""
    right = set(article.beads)
    return [(b.confidence, (b.source, b.target) in right) for b in beads]


@cache
def engine_of(source_lang: str, target_lang: str, name: str = "lexical", bare: bool = False) -> Engine:
    """The engine of a pair; `bare` of our lexicons, as those of most pairs are."""
    found = Engine.load(source_lang, target_lang, choice=name)
    return found.bare() if bare else found


def shared(articles: Sequence[Article]) -> Sequence[Article]:
    """`articles` of one set, each with its part of the set's weight, by its gold beads."""
    every = sum(len(a.beads) for a in articles)
    for article in articles:
        article.share = len(article.beads) / every
    return articles


def _fitted(job: tuple[Sequence[str], Vector, bool]) -> Vector:
    out, start, alone = job
    return fit([a for articles in SETS.values() for a in articles if a.gold.name not in out], start, alone)


SETS: dict[str, Sequence[Article]] = {}
"""What is fitted on, by name; the processes of the folds have it from their parent."""
TEMPERATURES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path))
@click.option("--folds", default=5, show_default=True)
@click.option("--moves", "prices", default="3", show_default=True, help="Prices of a move, to be compared.")
@click.option("--running", multiple=True, type=click.Path(path_type=Path), help="A folder's running text; repeatable.")
@click.option("--halved", multiple=True, type=click.Path(path_type=Path), help="Every second document; repeatable.")
@click.option("--bare", multiple=True, type=click.Path(path_type=Path), help="A folder as if no lexicon were known.")
@click.option("--engine", "asked", multiple=True, default=("lexical",), help="As in `align pair`; repeatable.")
@click.option("--similar", is_flag=True, help="Fit the weights of what a model says, and leave all others.")
@click.option("--double", "doubled", multiple=True, type=float, help="An encoder that knows the gold; repeatable.")
@click.option("--jobs", default=1, show_default=True)
def main(
    folders: tuple[Path, ...],
    output: Path | None,
    folds: int,
    prices: str,
    running: tuple[Path, ...],
    halved: tuple[Path, ...],
    bare: tuple[Path, ...],
    asked: tuple[str, ...],
    similar: bool,
    doubled: tuple[float, ...],
    jobs: int,
) -> None:
    shipped = json.loads(resources.text("base/weights.json"))
    known = {**shipped["bead"], **shipped["null"], "opening": shipped["opening"]}
    start = beginning()
    if similar:
        start[: len(NAMES)] = [known[name] for name in NAMES]
        start[len(NAMES) :] = [shipped["more"][own].get(name, 0.0) for own, name in MORE]
    for name in asked:
        for folder in (*folders, *halved):
            gold = goldens.load(folder)[:: 2 if folder in halved else 1]
            SETS[f"{folder.name} {name}"] = shared(
                [Article(g, engine_of(g.source_lang, g.target_lang, name), True) for g in gold]
            )
        for folder in bare:
            gold = goldens.load(folder)
            SETS[f"{folder.name} bare {name}"] = shared(
                [Article(g, engine_of(g.source_lang, g.target_lang, name, True), True) for g in gold]
            )
        for folder in running:
            articles = (Article(g, engine_of(g.source_lang, g.target_lang, name), False) for g in goldens.load(folder))
            SETS[f"{folder.name} text {name}"] = shared([a for a in articles if a.beads])
    for noise in doubled:
        for folder in folders:
            SETS[f"{folder.name} double {noise}"] = shared(
                [
                    Article(
                        g, replace(engine_of(g.source_lang, g.target_lang), comparer=doubles.blurred(g, noise)), True
                    )
                    for g in goldens.load(folder)
                    if doubles.monotone(g)
                ]
            )
    names = sorted({a.gold.name for articles in SETS.values() for a in articles})
    shuffled = np.random.default_rng(0).permutation(len(names))
    outs = [{n for n, k in zip(names, shuffled, strict=True) if k % folds == fold} for fold in range(folds)]
    with ProcessPoolExecutor(jobs, get_context("fork")) as pool:
        *held, weights = pool.map(_fitted, [(out, start, similar) for out in (*outs, set())])

    def of(article: Article, move: float) -> Weights:
        every = next((w for w, out in zip(held, outs, strict=True) if article.gold.name in out), weights)
        return weights_of(every, article.kind, move)

    def found(name: str, move: float, temperatures: Mapping[str, float]) -> list[list[Bead]]:
        return [aligned(a, of(a, move), temperatures[a.kind]) for a in SETS[name]]

    flat = dict.fromkeys((a.kind for articles in SETS.values() for a in articles), 1.0)
    for price in map(float, prices.split(",")):
        if len(prices.split(",")) > 1:
            click.echo(f"move {price}")
            for name, articles in SETS.items():
                report(name, articles, found(name, price, flat))
    best, move = {}, float(prices.split(",")[0])
    for each in flat:
        odds = {}
        for temperature in TEMPERATURES:
            scored = []
            for articles in SETS.values():
                mine = [a for a in articles if a.kind == each]
                every = [s for a in mine for s in certain(a, aligned(a, of(a, move), temperature))]
                share = 1 / max(1, len(every))
                scored += [share * np.log(max(1e-9, c if r else 1 - c)) for c, r in every]
            odds[temperature] = -float(np.sum(scored))
        best[each] = min(odds, key=lambda t: odds[t])
        click.echo(f"temperature {each}: {best[each]}")
    everything = []
    tallies: dict[str, list[Tally]] = {}
    for name, articles in SETS.items():
        beads = found(name, move, best)
        report(name, articles, beads)
        tallies[name] = [
            Tally.of(a.beads, [(b.source, b.target) for b in some]) for a, some in zip(articles, beads, strict=True)
        ]
        everything += [s for a, some in zip(articles, beads, strict=True) for s in certain(a, some)]
    click.echo(f"ECE of all {reliability(everything)[1]:.4f}")
    for other in asked[1:]:
        own = {n: f"{n.removesuffix(asked[0])}{other}" for n in tallies if n.endswith(f" {asked[0]}")}
        for some in (own, *({n: own[n]} for n in own)):
            rise = gain([t for n in some for t in tallies[n]], [t for n in some.values() for t in tallies[n]])
            click.echo(f"{other} for {asked[0]}, {'everything' if some is own else next(iter(some))}: {rise}")
    text = written(weights, move, {**shipped["temperature"], **best})
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


def written(every: Vector, move: float, temperatures: Mapping[str, float]) -> str:
    """The file of the weights."""
    x = {name: round(float(value), 4) for name, value in zip(NAMES, every, strict=False)}
    more = {BARE: {}, MODEL: {}}
    for (own, name), by in zip(MORE, every[len(NAMES) :], strict=True):
        more[own][name] = round(float(by), 4)
    data = {
        "bead": {name: x[name] for name in BEAD},
        "null": {name: x[name] for name in NULL},
        "opening": x["opening"],
        "more": more,
        "move": move,
        "temperature": dict(sorted(temperatures.items())),
    }
    return json.dumps(data, indent=1) + "\n"


if __name__ == "__main__":
    main()

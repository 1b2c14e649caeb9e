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
from multiprocessing import get_context
from pathlib import Path

import click
import numpy as np

from align import resources
from align.engine.engine import Engine
from align.engine.evidence.features import BEAD, NULL
from align.engine.evidence.weights import BARE, MODEL, Weights
from align.evaluation import gold as goldens
from align.evaluation.metrics import Tally, reliability
from align.model import Bead

sys.path.append(str(Path(__file__).parents[1]))
from benchmarks.fit_report import TEMPERATURES, aligned, certain, compared, report, tally
from benchmarks.fitting import MORE, NAMES, Article, Vector, beginning, fit, shared, weights_of
from tests.engine.neural import doubles


@cache
def engine_of(source_lang: str, target_lang: str, name: str = "lexical", bare: bool = False) -> Engine:
    """The engine of a pair; `bare` of our lexicons, as those of most pairs are."""
    found = Engine.load(source_lang, target_lang, choice=name)
    return found.bare() if bare else found


def _fitted(job: tuple[Sequence[str], Vector, bool]) -> Vector:
    out, start, alone = job
    return fit([a for articles in SETS.values() for a in articles if a.gold.name not in out], start, alone)


SETS: dict[str, Sequence[Article]] = {}
"""What is fitted on, by name; the processes of the folds have it from their parent."""


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
        tallies[name] = [tally(a, some) for a, some in zip(articles, beads, strict=True)]
        everything += [s for a, some in zip(articles, beads, strict=True) for s in certain(a, some)]
    click.echo(f"ECE of all {reliability(everything)[1]:.4f}")
    for other in asked[1:]:
        compared(tallies, asked[0], other)
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

"""Fit how likely findings are to be right: python benchmarks/fit_findings.py GOLD... [-o seeds/base/findings.json]

On folders of gold as `align evaluate` takes them, clean and with their planted errors; on what `align evaluate --mutations`
plants, which counts for less, as nobody makes so many slips; and with the two sides changed round. Cross-validated by article:
an article, whatever language it is translated into, is in one fold. Prints the expected calibration error and how many of the
findings called error are right, a folder a line.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import click
import numpy as np

from align.checks.probability import BARS, Features, Weights, features
from align.evaluation.checks import Checked, checked
from align.evaluation.gold import Gold, load
from align.evaluation.labels import labelled, turned_back
from align.evaluation.metrics import reliability
from align.evaluation.mutations import run as mutations
from align.evaluation.planted import planted
from align.session import Session

PLANTED, MUTATED = 1.0, 0.3
"""Weight of a finding on a folder as it is, and of one that a mutation makes: set by cross-validation on the first."""
LOOSE = 0.03
"""Ridge of the weights that all rules share, of which there is evidence enough."""
AUDITED = Path(__file__).with_name("audited.tsv")
DOUBTS = ("doubt of the bead", "doubt of the rule")
"""Features of which more never makes a finding likelier, whatever a few labels say."""
CATEGORIES = ("rule", "proposal", "pair", "here")


@dataclass(frozen=True)
class Row:
    """A finding: where it is from, what is known of it, whether it is right, and what it counts."""

    folder: str
    article: str
    features: Features
    proposal: str
    right: bool
    weight: float


def rows(folder: Path, mutated: int) -> Iterator[Row]:
    """The labelled findings of a folder."""
    documents = load(folder)
    session = Session(documents[0].source_lang, documents[0].target_lang)
    back = Session(session.target_lang, session.source_lang)
    for gold in documents:
        home = folder / gold.name if (folder / gold.name).is_dir() else folder
        bad, errors = planted(home, gold)
        for each, slips in ((gold, ()), (bad, errors)) if errors else ((gold, ()),):
            pair = _checked(session, each)
            yield from _rows(folder.name, pair, labelled(pair, slips), PLANTED)
            pair = _checked(back, each.turn())
            yield from _rows(f"{folder.name} turned", pair, labelled(turned_back(pair, each), slips), PLANTED)
    for way in (False, True) if mutated else ():
        for gold, changes in mutations.planned([folder], mutated, 0, turned=way):
            own = back if way else session
            before = _checked(own, gold)
            for change in changes:
                after = _checked(own, change.of(gold))
                yield from _rows(f"{folder.name} mutated", after, mutations.labelled(before, after, change), MUTATED)


def _checked(session: Session, gold: Gold) -> Checked:
    running = gold.source_text is not None and gold.target_text is not None
    return checked(session, gold, running=running, proposed=True)


def _rows(name: str, pair: Checked, labels: Iterable[tuple[int, bool]], weight: float) -> Iterator[Row]:
    known = features(pair.report.alignment, pair.report.findings)
    for number, right in labels:
        finding = pair.report.findings[number]
        article = pair.report.alignment
        sides = (article.source.text, finding.source), (article.target.text, finding.target)
        said = [text[place.start : place.end] for text, place in sides if place]
        right = right or any((name.split()[0], pair.gold.name, finding.rule, words) in audited() for words in said)
        yield Row(name, pair.gold.name, known[number], finding.severity, right, weight)


@cache
def audited() -> frozenset[tuple[str, ...]]:
    """Folder, article, rule and words of the findings of `audited.tsv`."""
    lines = AUDITED.read_text(encoding="utf-8").splitlines()
    return frozenset(tuple(line.split("\t")) for line in lines if not line.startswith("#"))


def fit(every: Sequence[Row], ridge: float) -> Weights:
    """The weights that make the labels of `every` likeliest, each drawn to 0 by `ridge` (Newton's method)."""
    names = ["all", *sorted({name for row in every for name in row.features})]
    column = {name: k for k, name in enumerate(names)}
    x = np.zeros((len(every), len(names)))
    x[:, 0] = 1.0
    for i, row in enumerate(every):
        for name, value in row.features.items():
            x[i, column[name]] = value
    y = np.array([row.right for row in every], dtype=float)
    weight = np.array([row.weight for row in every])
    penalty = np.array([ridge if ":" in name else LOOSE for name in names])
    w = np.zeros(len(names))
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        curve = np.maximum(weight * p * (1 - p), 1e-9)
        hessian = (x * curve[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, x.T @ (weight * (y - p)) - penalty * w)
        w += step / max(1.0, float(np.abs(step).max()) / 3)
        if np.abs(step).max() < 1e-6:
            break
    against = [name for name in DOUBTS if name in column and w[column[name]] > 0]
    if against:
        rest = [replace(row, features={k: v for k, v in row.features.items() if k not in against}) for row in every]
        return fit(rest, ridge)
    seen = Counter(name for row in every for name in row.features if name.startswith("here:"))
    free = [name for name in names if name.partition(":")[0] in CATEGORIES]
    return Weights(
        dict(zip(names, map(float, w), strict=True)),
        {name: float(1 / hessian[column[name], column[name]]) for name in free},
        dict.fromkeys(CATEGORIES, 1 / ridge),
        dict(seen),
    )


def held_out(every: Sequence[Row], folds: int, ridge: float) -> list[float]:
    """The probability of each row by weights that have not seen its article."""
    articles = sorted({row.article for row in every})
    order = np.random.default_rng(0).permutation(len(articles))
    fold = {article: int(order[k]) % folds for k, article in enumerate(articles)}
    found = [0.0] * len(every)
    for number in range(folds):
        weights = fit([row for row in every if fold[row.article] != number], ridge)
        for k, row in enumerate(every):
            if fold[row.article] == number:
                found[k] = weights.probability(row.features)
    return found


def told(name: str, scored: Sequence[tuple[Row, float]]) -> str:
    """A line of figures: findings, share right, ECE, nats, and of those called error and warning how many are right."""
    pairs = [(p, row.right) for row, p in scored]
    nats = -sum(math.log(p if right else 1 - p) for p, right in pairs) / max(1, len(pairs))
    graves = []
    for severity, over in (("error", ("error",)), ("warning", ("error", "warning"))):
        called = [row.right for row, p in scored if p >= BARS[severity] and row.proposal in over]
        graves.append(f"{severity} {sum(called)}/{len(called)}")
    lost = sum(row.right and row.proposal != "info" and p < BARS["warning"] for row, p in scored)
    spared = sum(not row.right and row.proposal != "info" and p < BARS["warning"] for row, p in scored)
    return (
        f"{name:28} {len(pairs):5}  right {sum(r for _, r in pairs):4}  ECE {reliability(pairs)[1]:.3f}  nats {nats:.3f}"
        f"  {'  '.join(graves)}  made infos: {lost} right, {spared} wrong"
    )


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path))
@click.option("--folds", default=10, show_default=True)
@click.option("--mutated", default=20, show_default=True, help="Changes of each type in a folder with planted errors.")
@click.option("--ridge", "ridges", default="0.3,1,3", show_default=True, help="To be tried; the likeliest is taken.")
@click.option("--jobs", default=1, show_default=True, help="Folders at a time.")
@click.option("--held", multiple=True, type=click.Path(exists=True, path_type=Path), help="Judged, and not fitted on.")
def main(
    folders: tuple[Path, ...],
    output: Path | None,
    folds: int,
    mutated: int,
    ridges: str,
    jobs: int,
    held: tuple[Path, ...],
) -> None:
    every: list[Row] = []
    many = [mutated if [*folder.glob("*/errors.tsv")] else 0 for folder in folders]
    with ProcessPoolExecutor(jobs) as pool:
        for folder, found in zip(folders, pool.map(_listed, folders, many), strict=True):
            every += found
            click.echo(f"{folder}: {len(every)} findings so far", err=True)
    scores = {}
    for ridge in map(float, ridges.split(",")):
        scores[ridge] = held_out(every, folds, ridge)
        _show(f"ridge {ridge}, held out by article", every, scores[ridge])
    natural = [k for k, row in enumerate(every) if row.weight == PLANTED]
    best = min(scores, key=lambda r: -sum(math.log(_of_label(scores[r][k], every[k])) for k in natural))
    weights = fit(every, best)
    for folder in held:
        others = [*rows(folder, 0)]
        _show(f"{folder}, not fitted on", others, [weights.probability(row.features) for row in others])
    click.echo(f"ridge {best}", err=True)
    if output:
        output.write_text(weights.text(), encoding="utf-8")
    else:
        sys.stdout.write(weights.text())


def _listed(folder: Path, mutated: int) -> list[Row]:
    return [*rows(folder, mutated)]


def _of_label(probability: float, row: Row) -> float:
    return probability if row.right else 1 - probability


def _show(title: str, every: Sequence[Row], found: Sequence[float]) -> None:
    click.echo(title)
    scored = [*zip(every, found, strict=True)]
    for name in dict.fromkeys(row.folder for row in every):
        click.echo("  " + told(name, [pair for pair in scored if pair[0].folder == name]))
    natural = [pair for pair in scored if pair[0].weight == PLANTED]
    click.echo("  " + told("all but the mutated", natural))
    for rule in sorted({name for row in every for name in row.features if name.startswith("proposal:")}):
        click.echo("    " + told(rule, [pair for pair in natural if rule in pair[0].features]))


if __name__ == "__main__":
    main()

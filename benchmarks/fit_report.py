"""What `fit_weights.py` prints of weights: how documents are aligned with them, and by how much one engine is better than another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click
import numpy as np

from align.bead_order import ordered
from align.engine.evidence.weights import Weights
from align.engine.search import moves
from align.engine.search.beads import confident
from align.evaluation.metrics import Tally, reliability
from align.model import Bead
from benchmarks.fitting import Article, Vector

TEMPERATURES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)


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


def tally(article: Article, beads: Sequence[Bead]) -> Tally:
    """What of `beads` is right."""
    return Tally.of(article.beads, [(b.source, b.target) for b in beads])


def compared(tallies: Mapping[str, Sequence[Tally]], one: str, other: str) -> None:
    """Print by how much the engine `other` is better than `one`: over all sets, and over each."""
    own = {name: f"{name.removesuffix(one)}{other}" for name in tallies if name.endswith(f" {one}")}
    for some in (own, *({name: own[name]} for name in own)):
        rise = gain([t for n in some for t in tallies[n]], [t for n in some.values() for t in tallies[n]])
        click.echo(f"{other} for {one}, {'everything' if some is own else next(iter(some))}: {rise}")

"""What a model is worth, and what it costs: python benchmarks/neural.py GOLD... [--engine NAME] [--cost]

For each folder of gold: how often the model finds the translation of a segment within its article (1:1 beads, both ways); strict F1
of the lexical engine, of the model with lengths alone, and of both together; how much longer the last takes than the first; and
the gain over all folders with its 95 % interval (paired bootstrap over documents). --cost times a random encoder of 6 layers and
384 places (int8) on 1,000 sentences: what reading them costs, and what aligning them with their runs does. docs/models.md quotes all.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
import numpy as np

from align.engine.engine import Engine
from align.engine.neural import sentences as check
from align.engine.neural.cache import Cache
from align.engine.neural.comparing import EncoderComparer
from align.engine.neural.description import Description
from align.engine.neural.encoder import Encoder
from align.engine.neural.models import Model
from align.evaluation.gold import Gold, load
from align.evaluation.metrics import Tally
from align.training import subwords
from align.training.export import export

LEXICAL = ("words", "words_mean", "words_segment", "words_least", "values", "names")
SAMPLES = 10_000


def tallies(engine: Engine, golds: Sequence[Gold]) -> tuple[list[Tally], float]:
    """The counts of each document, and the seconds that all took."""
    found, start = [], time.monotonic()
    for gold in golds:
        beads = engine.align(*gold.lines(), paragraphs=False).beads
        found.append(Tally.of(gold.beads, [(bead.source, bead.target) for bead in beads]))
    return found, time.monotonic() - start


def retrieval(engine: Engine, golds: Sequence[Gold]) -> float:
    """The share of segments of 1:1 beads whose nearest segment on the other side is their own."""
    right = total = 0
    assert engine.comparer is not None
    for gold in golds:
        pairs = [(a[0], b[0]) for a, b in gold.beads if len(a) == len(b) == 1]
        likeness = engine.comparer.compared(gold.source, gold.target, (gold.source_lang, gold.target_lang)).likeness(
            [(1, 1)]
        )[1, 1]
        right += sum(int(likeness[i].argmax() == j) + int(likeness[:, j].argmax() == i) for i, j in pairs)
        total += 2 * len(pairs)
    return right / total


def interval(one: Sequence[Tally], other: Sequence[Tally]) -> tuple[float, float]:
    """Where 95 % of the gains lie when documents are drawn again."""
    random = np.random.default_rng(0)
    counts = np.array([[(t.found, t.right, t.gold_beads, t.right_beads) for t in side] for side in (one, other)])
    gains = []
    for _ in range(SAMPLES):
        drawn = counts[:, random.integers(counts.shape[1], size=counts.shape[1])].sum(1)
        scores = []
        for found, right, gold, reached in drawn:
            precision, recall = right / found, reached / gold
            scores.append(2 * precision * recall / (precision + recall))
        gains.append(scores[1] - scores[0])
    return float(np.quantile(gains, 0.025)), float(np.quantile(gains, 0.975))


def bare(engine: Engine) -> Engine:
    """The engine without words, values and names."""
    weights = engine.weights
    bead = {name: 0.0 if name in LEXICAL else value for name, value in weights.bead.items()}
    return replace(engine.bare(), weights=replace(weights, bead=bead, null=dict(weights.null) | {"unmatched": 0.0}))


def worth(folders: Sequence[str], name: str) -> None:
    before, after = [], []
    click.echo(
        "| folder | finds its translation | lexical | model alone | both | times as long |\n|---|---|---|---|---|---|"
    )
    for folder in folders:
        golds = load(Path(folder))
        langs = golds[0].source_lang, golds[0].target_lang
        engine, asked = Engine.load(*langs), Engine.load(*langs, choice=name)
        right = retrieval(asked, golds)
        tallies(engine, golds[:3])  # warm
        one, seconds = tallies(engine, golds)
        fresh = Engine.load(*langs, choice=name)
        fresh.comparer.prior(langs)  # type: ignore[union-attr]
        both, longer = tallies(fresh, golds)
        alone, _ = tallies(bare(asked), golds)
        scores = [sum(some, Tally()).f1 for some in (one, alone, both)]
        shown = " | ".join(f"{f1:.4f}" for f1 in scores)
        click.echo(f"| {Path(folder).name} | {right:.3f} | {shown} | {longer / seconds:.1f} |")
        before, after = [*before, *one], [*after, *both]
    low, high = interval(before, after)
    gain = sum(after, Tally()).f1 - sum(before, Tally()).f1
    click.echo(f"\nAll {len(before)} documents: {gain:+.4f} ({low:+.4f} to {high:+.4f})")


def cost(golds: Sequence[Gold]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "random"
        told = random_encoder(folder, layers=6, width=384)
        model = Model("random", str(folder), "random", told)
        some, count = [], 0
        for gold in golds:
            some.append(gold)
            count += len(gold.source) + len(gold.target)
            if count >= 1000:
                break
        texts = [text for gold in some for side in (gold.source, gold.target) for text in side]
        encoder = Encoder(model, Cache(None))
        encoder.embed(["."])
        encoder.cost = 0
        start = time.monotonic()
        for gold in some:
            encoder.embed(gold.source)
            encoder.embed(gold.target)
        seconds, tokens = time.monotonic() - start, encoder.cost
        asked = Encoder(model, Cache(None))
        asked.embed([*check.texts()[0], *check.texts()[1]])
        asked.cost, inside = 0, 0.0
        computed = asked._computed

        def timed(texts: Sequence[str]) -> list[bytes]:
            nonlocal inside
            start = time.monotonic()
            found = computed(texts)
            inside += time.monotonic() - start
            return found

        asked._computed = timed  # type: ignore[method-assign]
        engine = replace(Engine.load("ko", "en"), comparer=EncoderComparer(asked, "random"))
        start = time.monotonic()
        for gold in some:
            engine.align(*gold.lines(), paragraphs=False)
        whole = time.monotonic() - start
        click.echo(
            f"\n6 layers of 384, int8: {len(texts)} sentences, {tokens:,} subwords: {seconds:.2f} s bare; {inside:.2f} s with runs, "
            f"{inside / seconds:.2f} times ({asked.cost / tokens:.2f} in subwords); {whole:.2f} s with all of the alignment"
        )


def random_encoder(folder: Path, layers: int, width: int, size: int = 8000) -> Description:
    """An encoder with random weights, to be timed."""
    lines = [text for texts in check.texts() for text in texts]
    pieces = subwords.learn(lines, size)
    random = np.random.default_rng(0)

    def drawn(*shape: int) -> np.ndarray:
        return random.normal(0, 0.02, shape).astype(np.float32)

    arrays = {"embed.weight": drawn(subwords.size(pieces), width), "places": drawn(512, width)}
    arrays |= {"norm.weight": np.ones(width, np.float32), "norm.bias": drawn(width)}
    for k in range(layers):
        for name in ("attention_norm", "feed_norm"):
            arrays |= {f"blocks.{k}.{name}.weight": np.ones(width, np.float32), f"blocks.{k}.{name}.bias": drawn(width)}
        for name, out, wide in (("project", 3, 1), ("out", 1, 1), ("wide", 4, 1), ("narrow", 1, 4)):
            arrays[f"blocks.{k}.{name}.weight"] = drawn(out * width, wide * width)
            arrays[f"blocks.{k}.{name}.bias"] = drawn(out * width)
    return export(arrays, 6, pieces, ("ko", "en"), folder)


@click.command()
@click.argument("folders", nargs=-1, required=True)
@click.option("--engine", "name", default="static", show_default=True)
@click.option("--cost", "costs", is_flag=True)
def main(folders: tuple[str, ...], name: str, costs: bool) -> None:
    if costs:
        cost([gold for folder in folders for gold in load(Path(folder))])
    else:
        worth(folders, name)


if __name__ == "__main__":
    main()

"""Pairs by content: python benchmarks/matching.py FOLDER… (folders of NAME.ko.EXT and NAME.en.EXT, or of folders with ko.txt and en.txt).

First, how many pairs are right when the names are taken away and the documents shuffled; then the same with a share of the
translations removed. Last, seconds and peak memory for many documents: each is made of sentences drawn from all pairs, with
numbers of its own; a process each.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click

from align.articles import article
from align.corpus.matching import match
from align.corpus.pairs import listed
from align.corpus.sketches import Sketch, sketch
from align.engine import Engine
from align.evaluation.gold import load
from align.lang.segmenting import segment
from align.model import Document

NUMBER = re.compile(r"\d+")
SENTENCES = 15
"""Of a made document."""
ROUNDS = 10
"""Times that other translations are removed."""


def read(folders: Sequence[str]) -> list[tuple[Document, Document]]:
    """The pairs of all folders, by name or as gold."""
    found = []
    for folder in folders:
        pairs = listed([folder]).pairs
        if pairs:
            found += [(article(p.source, "ko", None, False)[0], article(p.target, "en", None, False)[0]) for p in pairs]
        else:
            found += [gold.running() for gold in load(Path(folder))]
    return found


def quality(sources: list[Sketch], targets: list[Sketch], removed: tuple[float, float], seed: int) -> tuple[int, int, int]:
    """How many pairs are found, right, and there, when shares of both sides are removed."""
    rng = random.Random(seed)
    keep = [rng.sample(range(len(sources)), round(len(sources) * (1 - share))) for share in removed]
    found = match([sources[k] for k in keep[0]], [targets[k] for k in keep[1]], Engine.load("ko", "en").lexicons).pairs
    right = sum(keep[0][i] == keep[1][j] for i, j, _ in found)
    return len(found), right, len({*keep[0]} & {*keep[1]})


def made(pairs: list[tuple[Document, Document]], size: int, seed: int = 0) -> tuple[list[Sketch], list[Sketch]]:
    """Documents of sentences drawn from pairs at the same share of their length, with numbers changed alike on both sides."""
    rng = random.Random(seed)
    texts = [(source.texts(), target.texts()) for source, target in pairs]
    sides: tuple[list[Sketch], list[Sketch]] = ([], [])
    for _ in range(size):
        lines: tuple[list[str], list[str]] = ([], [])
        shift = rng.randrange(10_000)
        for _ in range(SENTENCES):
            source, target = rng.choice(texts)
            at = rng.random()
            for some, own in zip((source, target), lines, strict=True):
                k = round(at * (len(some) - 1))
                own.append(NUMBER.sub(lambda m, shift=shift: str(int(m[0][:9]) + shift), some[k]))
        for lang, own, side in zip(("ko", "en"), lines, sides, strict=True):
            side.append(sketch(segment(Document(lang, lang, "\n".join(own)), True)))
    return sides


def timed(folders: Sequence[str], size: int) -> None:
    """Print seconds to sketch and to match, the share of right pairs, and peak megabytes."""
    import resource

    pairs = read(folders)
    start = time.perf_counter()
    sources, targets = made(pairs, size)
    ready = time.perf_counter()
    found = match(sources, targets, Engine.load("ko", "en").lexicons).pairs
    end = time.perf_counter()
    right = sum(i == j for i, j, _ in found)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
    click.echo(f"| {size:,} | {ready - start:.1f} | {end - ready:.1f} | {right / max(len(found), 1):.3f} | {right / size:.3f} | {peak:.0f} |")


@click.command()
@click.argument("folders", nargs=-1, required=True)
@click.option("--sizes", default="1000,4000,16000", show_default=True, help="Made documents a side.")
@click.option("--only", type=int, help="One size, in this process.")
def main(folders: tuple[str, ...], sizes: str, only: int | None) -> None:
    if only:
        timed(folders, only)
        return
    pairs = read(folders)
    sources, targets = [sketch(a) for a, _ in pairs], [sketch(b) for _, b in pairs]
    click.echo(f"{len(pairs)} pairs\n\n| removed of sources | of targets | precision | recall |\n|---|---|---|---|")
    for removed in ((0.0, 0.0), (0.0, 0.3), (0.3, 0.0), (0.35, 0.35)):
        turns = [quality(sources, targets, removed, seed) for seed in range(ROUNDS)]
        found, right, there = (sum(turn[k] for turn in turns) for k in range(3))
        click.echo(f"| {removed[0]:.0%} | {removed[1]:.0%} | {right / found:.4f} | {right / there:.4f} |")
    click.echo("\n| documents a side | sketches, s | matching, s | precision | recall | peak MB |\n|---|---|---|---|---|---|", nl=True)
    for size in filter(None, sizes.split(",")):
        subprocess.run([sys.executable, __file__, *folders, "--only", size], check=True, env=os.environ | {"OMP_NUM_THREADS": "1"})


if __name__ == "__main__":
    main()

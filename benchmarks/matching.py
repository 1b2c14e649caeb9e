"""Pairs by content: python benchmarks/matching.py FOLDER… (NAME.ko.EXT and NAME.en.EXT, ko.txt and en.txt, or gold).

First, how many pairs are right when the names are taken away and the documents shuffled; then the same with a share of the
translations removed. Last, seconds and peak memory for many documents, a process for each size: they are made of sentences drawn
from the parallel TSV files of --sentences, else from the gold's beads, with the numbers of each document changed alike.
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
from align.engine.engine import Engine
from align.evaluation.gold import load
from align.lang.segmenting import segment
from align.model import Document

NUMBER = re.compile(r"\d+")
SENTENCES = 15
"""Of a made document."""
SHORT = 15
"""Characters of a text that is more than a word."""
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


def quality(
    sources: list[Sketch], targets: list[Sketch], removed: tuple[float, float], seed: int
) -> tuple[int, int, int]:
    """How many pairs are found, right, and there, when shares of both sides are removed."""
    rng = random.Random(seed)
    keep = [rng.sample(range(len(sources)), round(len(sources) * (1 - share))) for share in removed]
    found = match([sources[k] for k in keep[0]], [targets[k] for k in keep[1]], Engine.load("ko", "en").lexicons).pairs
    right = sum(keep[0][i] == keep[1][j] for i, j, _ in found)
    return len(found), right, len({*keep[0]} & {*keep[1]})


def sentences(folders: Sequence[str], tables: str | None) -> list[tuple[str, str]]:
    """Sentences with their translations."""
    if tables:
        rows = (
            line.split("\t")
            for path in sorted(Path(tables).rglob("*.tsv"))
            for line in path.read_text("utf-8").split("\n")
        )
        return [(row[0], row[1]) for row in rows if len(row) > 1 and len(row[0]) > SHORT and len(row[1]) > SHORT]
    return [
        (" ".join(gold.source[i] for i in source), " ".join(gold.target[j] for j in target))
        for folder in folders
        for gold in load(Path(folder))
        for source, target in gold.beads
        if source and target
    ]


def made(pairs: list[tuple[str, str]], size: int, seed: int = 0) -> tuple[list[Sketch], list[Sketch]]:
    """Documents of sentences drawn at random, the translations in the same order."""
    rng = random.Random(seed)
    sides: tuple[list[Sketch], list[Sketch]] = ([], [])
    for _ in range(size):
        shift = rng.randrange(10_000)
        some = [rng.choice(pairs) for _ in range(SENTENCES)]
        for k, lang in enumerate(("ko", "en")):
            text = "\n".join(NUMBER.sub(lambda m, shift=shift: str(int(m[0][:9]) + shift), each[k]) for each in some)
            sides[k].append(sketch(segment(Document(lang, lang, text), True)))
    return sides


def timed(folders: Sequence[str], tables: str | None, size: int) -> None:
    """Print seconds to sketch and to match, the share of right pairs, and peak megabytes."""
    import resource

    pairs = sentences(folders, tables)
    start = time.perf_counter()
    sources, targets = made(pairs, size)
    ready = time.perf_counter()
    found = match(sources, targets, Engine.load("ko", "en").lexicons).pairs
    end = time.perf_counter()
    right = sum(i == j for i, j, _ in found)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
    share = f"{right / max(len(found), 1):.3f} | {right / size:.3f}"
    click.echo(f"| {size:,} | {ready - start:.1f} | {end - ready:.1f} | {share} | {peak:.0f} |")


@click.command()
@click.argument("folders", nargs=-1, required=True)
@click.option("--sizes", default="1000,4000,16000", show_default=True, help="Made documents a side.")
@click.option("--sentences", "tables", help="Folder of TSV files: ko, tab, en.")
@click.option("--only", type=int, help="One size, in this process.")
def main(folders: tuple[str, ...], sizes: str, tables: str | None, only: int | None) -> None:
    if only:
        timed(folders, tables, only)
        return
    pairs = read(folders)
    sources, targets = [sketch(a) for a, _ in pairs], [sketch(b) for _, b in pairs]
    click.echo(f"{len(pairs)} pairs\n\n| removed of sources | of targets | precision | recall |\n|---|---|---|---|")
    for removed in ((0.0, 0.0), (0.0, 0.3), (0.3, 0.0), (0.35, 0.35)):
        turns = [quality(sources, targets, removed, seed) for seed in range(ROUNDS)]
        found, right, there = (sum(turn[k] for turn in turns) for k in range(3))
        click.echo(f"| {removed[0]:.0%} | {removed[1]:.0%} | {right / found:.4f} | {right / there:.4f} |")
    click.echo(
        "\n| documents a side | sketches, s | matching, s | precision | recall | peak MB |\n|---|---|---|---|---|---|"
    )
    for size in filter(None, sizes.split(",")):
        options = ["--only", size, *(["--sentences", tables] if tables else [])]
        subprocess.run(
            [sys.executable, __file__, *folders, *options], check=True, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}
        )


if __name__ == "__main__":
    main()

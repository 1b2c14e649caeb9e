"""What a corpus teaches of its own words: python benchmarks/adapting.py GOLD... (docs/memories.md quotes it).

Strict F1 of each folder of gold as one corpus: aligned with what is shipped, and again with the lexicon that its sure units
have taught, as `align build --adapt` does it. --bare leaves the shipped lexicons out; --more adds articles that are learnt from
and not measured.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from align.articles import Reading
from align.articles import pair as read_pair
from align.corpus.adapting import learnt
from align.corpus.pairs import listed
from align.engine.engine import Engine, Prepared, prepare
from align.evaluation.gold import Gold, load
from align.evaluation.metrics import Tally
from align.formats.text import memory
from align.model import Alignment, Bead, Unit

Pairs = list[tuple[Prepared, Prepared]]


def units(pairs: Pairs, found: Sequence[Sequence[Bead]]) -> list[Unit]:
    return [
        unit
        for (source, target), beads in zip(pairs, found, strict=True)
        for unit in memory(Alignment(source.document, target.document, tuple(beads)))
    ]


def f1(gold: Sequence[Gold], found: Sequence[Sequence[Bead]]) -> float:
    tally = Tally()
    for item, beads in zip(gold, found, strict=True):
        tally += Tally.of(item.beads, [(bead.source, bead.target) for bead in beads])
    return tally.f1


@click.command()
@click.argument("folders", nargs=-1, required=True)
@click.option("--bare", is_flag=True)
@click.option("--more", default="", help="A folder of article pairs.")
def main(folders: tuple[str, ...], bare: bool, more: str) -> None:
    click.echo(
        "| folder | articles | units | as shipped | adapted | seconds aligned, learnt |\n|---|---|---|---|---|---|"
    )
    others: Pairs = []
    for item in listed([more]).pairs if more else ():
        source, target, _ = read_pair(item.source, item.target, Reading())
        others.append((prepare(source), prepare(target)))
    for folder in folders:
        gold = load(Path(folder))
        pairs = [(prepare(source), prepare(target)) for source, target in (item.lines() for item in gold)]
        langs = pairs[0][0].document.lang, pairs[0][1].document.lang
        engine = Engine.load(*langs)
        engine = engine.bare() if bare else engine
        start = time.perf_counter()
        found = engine.beads(pairs, paragraphs=False)
        aligned = time.perf_counter() - start
        taught = [*units(pairs, found), *units(others, engine.beads(others) if others else [])]
        start = time.perf_counter()
        lexicon = learnt(langs, [(unit.source, unit.target, unit.confidence) for unit in taught])
        spent = time.perf_counter() - start
        again = replace(engine, lexicons=(*engine.lexicons, lexicon)).beads(pairs, paragraphs=False)
        click.echo(
            f"| {Path(folder).name} | {len(gold)} | {len(taught):,} | {f1(gold, found):.4f} | {f1(gold, again):.4f} "
            f"| {aligned:.2f}, {spent:.2f} |"
        )


if __name__ == "__main__":
    main()

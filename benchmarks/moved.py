"""Sentences put elsewhere on purpose: python benchmarks/moved.py GOLD... [--times N] [--engine E] (docs/accuracy.md quotes it).

In each document of gold, sentences given, (a) two neighbouring 1:1 beads change places in the translation, (b) a block of 2 to
5 target segments, whole beads, goes 5 places or more from where it was. Found is what comes out exactly: both beads, all beads
of the block. Right is what share of the beads that are called moved then is gold's and out of order there too. In the documents
as they are no more beads should be called moved than gold has. All is the same in each run.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

import click

from align.engine.choices import AUTO
from align.engine.engine import Engine
from align.evaluation.gold import Gold, load
from align.evaluation.metrics import Pair, moved

FEWEST, MOST = 2, 5
"""Target segments of a block."""
FAR = 5
"""Places that it is moved by, at least."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A document in which some beads were put elsewhere."""

    gold: Gold
    put: tuple[Pair, ...]
    """Those beads, in the document's new numbers."""


def swapped(gold: Gold, random: Random) -> Trial | None:
    """`gold` with the translations of two neighbouring 1:1 beads in each other's place; None where there are no such two."""
    single = {bead for bead in gold.beads if len(bead[0]) == len(bead[1]) == 1}
    places = [(i, j) for (i,), (j,) in sorted(single) if ((i + 1,), (j + 1,)) in single]
    if not places:
        return None
    i, j = random.choice(places)
    order = [*range(len(gold.target))]
    order[j], order[j + 1] = j + 1, j
    return _put(gold, order, [((i,), (j,)), ((i + 1,), (j + 1,))])


def shifted(gold: Gold, random: Random) -> Trial | None:
    """`gold` with a block of target segments elsewhere; None where the document is too short for it."""
    size = len(gold.target)
    inside = {j for bead in gold.beads for j in bead[1] if j - 1 in bead[1]}
    edges = [j for j in range(size + 1) if j not in inside]
    full = {j: bead for bead in gold.beads if all(bead) for j in bead[1]}
    blocks = [
        (first, last, there)
        for first in edges
        for last in edges
        if FEWEST <= last - first <= MOST
        and _neighbours(block := list(dict.fromkeys(full.get(j, ((), ())) for j in range(first, last))))
        and all(map(all, block))
        for there in edges
        if there <= first - FAR or there >= last + FAR
    ]
    if not blocks:
        return None
    first, last, there = random.choice(blocks)
    rest = [j for j in range(size) if not first <= j < last]
    cut = there if there <= first else there - (last - first)
    order = [*rest[:cut], *range(first, last), *rest[cut:]]
    return _put(gold, order, list(dict.fromkeys(full[j] for j in range(first, last))))


def _neighbours(beads: Sequence[Pair]) -> bool:
    """Whether the beads follow each other on both sides."""
    return all([*side] == [*range(side[0], side[0] + len(side))] for side in _sides(beads) if side)


def _sides(beads: Sequence[Pair]) -> tuple[list[int], list[int]]:
    return [i for bead in beads for i in bead[0]], [j for bead in beads for j in bead[1]]


def _put(gold: Gold, order: Sequence[int], beads: Sequence[Pair]) -> Trial:
    """`gold` with its target segments in `order`."""
    place = {j: k for k, j in enumerate(order)}

    def new(bead: Pair) -> Pair:
        return bead[0], tuple(place[j] for j in bead[1])

    target = tuple(gold.target[j] for j in order)
    return Trial(
        replace(gold, target=target, beads=tuple(map(new, gold.beads)), target_text=None), tuple(map(new, beads))
    )


def crossing(beads: Sequence[Pair]) -> set[Pair]:
    """The beads that are out of order with another one."""
    full = sorted(bead for bead in beads if all(bead))
    return {
        bead
        for k, bead in enumerate(full)
        if any(other[1] > bead[1] for other in full[:k]) or any(other[1] < bead[1] for other in full[k + 1 :])
    }


@dataclass(slots=True)
class Counts:
    """Of a set: trials and those found; beads called moved in them and those that are; the same of the untouched documents."""

    swaps: int = 0
    swaps_found: int = 0
    blocks: int = 0
    blocks_found: int = 0
    called: int = 0
    right: int = 0
    quiet: int = 0
    quiet_gold: int = 0
    seconds: float = 0.0

    def add(self, other: Counts) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def row(self, name: str) -> str:
        right = f"{self.right / self.called:.3f}" if self.called else "-"
        return (
            f"| {name} | {_share(self.swaps_found, self.swaps)} | {_share(self.blocks_found, self.blocks)} "
            f"| {right} | {self.quiet}; {self.quiet_gold} | {self.seconds:.2f} |"
        )


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:.3f}" if whole else "-"


def counted(gold: Gold, choice: str, times: int) -> Counts:
    """What becomes of one document."""
    counts = Counts(quiet_gold=len(moved(gold.beads)))
    start = time.perf_counter()
    counts.quiet = sum(is_moved for _, is_moved in aligned(gold, choice))
    counts.seconds = time.perf_counter() - start
    random = Random(gold.name)
    for _ in range(times):
        for make, name in ((swapped, "swaps"), (shifted, "blocks")):
            trial = make(gold, random)
            if trial is None:
                continue
            found = aligned(trial.gold, choice)
            out = crossing(trial.gold.beads)
            setattr(counts, name, getattr(counts, name) + 1)
            right = {pair for pair, _ in found}.issuperset(trial.put)
            setattr(counts, f"{name}_found", getattr(counts, f"{name}_found") + right)
            counts.called += sum(is_moved for _, is_moved in found)
            counts.right += sum(is_moved and pair in out for pair, is_moved in found)
    return counts


def aligned(gold: Gold, choice: str) -> list[tuple[Pair, bool]]:
    """The beads found, and whether each is called moved."""
    found = _engine(gold.source_lang, gold.target_lang, choice).align(*gold.lines(), paragraphs=False)
    return [((bead.source, bead.target), bead.moved) for bead in found.beads]


@cache
def _engine(source: str, target: str, choice: str) -> Engine:
    return Engine.load(source, target, choice=choice)


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--times", default=1, show_default=True, help="Swaps and blocks that each document is given.")
@click.option("--engine", "choice", default=AUTO, show_default=True, help="As in `align pair`.")
def main(folders: tuple[Path, ...], times: int, choice: str) -> None:
    click.echo("| set | swaps found | blocks found | called moved, right | moved in the untouched; gold | seconds |")
    click.echo("|---|---|---|---|---|---|")
    every = Counts()
    for folder in folders:
        counts = Counts()
        for gold in load(folder):
            counts.add(counted(gold, choice, times))
        every.add(counts)
        click.echo(counts.row(folder.name))
    click.echo(every.row("all"))


if __name__ == "__main__":
    main()

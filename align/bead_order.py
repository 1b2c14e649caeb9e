"""The canonical order of beads, and which of them are moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from align.model import Bead


def ordered(beads: Iterable[Bead]) -> list[Bead]:
    """`beads` in the canonical order, with the moved ones marked.

    Those with a source go by their first source index; the null of target j follows the bead that holds j - 1, the null
    of target 0 comes first. Moved are the fewest beads without which the rest is in order.
    """
    every = list(beads)
    moved = _moved(every)
    nulls = {bead.target[0]: bead for bead in every if not bead.source}
    found: list[Bead] = []

    def add(bead: Bead) -> None:
        found.append(bead)
        for j in bead.target:
            while j + 1 in nulls:
                j += 1
                found.append(nulls[j])

    if 0 in nulls:
        add(nulls[0])
    for bead in sorted((bead for bead in every if bead.source), key=lambda b: b.source):
        add(Bead(bead.source, bead.target, bead.confidence, (bead.source, bead.target) in moved))
    return found


def _moved(beads: Sequence[Bead]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """All beads but those of a longest run in order."""
    full = sorted((b.source, b.target) for b in beads if b.source and b.target)
    kept = set(longest_increasing([target[0] for _, target in full]))
    return {bead for k, bead in enumerate(full) if k not in kept}


def longest_increasing(values: Sequence[Any]) -> list[int]:
    """The positions of a longest strictly rising run of `values`, by patience sorting; of several the one of the smallest values.

    >>> longest_increasing([3, 4, 0, 1, 5])
    [2, 3, 4]
    """
    tails: list[Any] = []
    ends: list[int] = []
    before: list[int] = []
    for k, value in enumerate(values):
        position = bisect_left(tails, value)
        before.append(ends[position - 1] if position else -1)
        tails[position : position + 1] = [value]
        ends[position : position + 1] = [k]
    found = []
    k = ends[-1] if ends else -1
    while k >= 0:
        found.append(k)
        k = before[k]
    return found[::-1]

"""Counts and scores of alignments against gold.

Strict and lax follow the scorer of vecalign (Thompson and Koehn 2019): precision is over all beads that were found,
nulls too, recall over gold beads with two sides; lax accepts a bead that overlaps a gold bead on both sides. A bead is
a pair of tuples of segment numbers, or of spans (first, last) of text where the segments differ.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from align.bead_order import longest_increasing

Pair = tuple[tuple[Any, ...], tuple[Any, ...]]
BINS = 10


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted in some documents; tallies add up."""

    found: int = 0
    """Beads found, nulls too."""
    right: int = 0
    """Of these in gold."""
    overlapping: int = 0
    """Of these in gold, or overlapping a gold bead on both sides."""
    found_beads: int = 0
    """Found with two sides."""
    gold_beads: int = 0
    """In gold with two sides."""
    right_beads: int = 0
    reached_beads: int = 0
    """Gold beads that a found one overlaps on both sides."""
    found_nulls: int = 0
    """Segments found to be nulls."""
    gold_nulls: int = 0
    right_nulls: int = 0
    moved_gold: int = 0
    moved_found: int = 0

    @classmethod
    def of(cls, gold: Iterable[Pair], found: Iterable[Pair]) -> Tally:
        """The counts of one document."""
        wanted = {(tuple(a), tuple(b)) for a, b in gold if a or b}
        given = {(tuple(a), tuple(b)) for a, b in found if a or b}
        wanted_beads, given_beads = _full(wanted), _full(given)
        wanted_nulls, given_nulls = nulls(wanted), nulls(given)
        out_of_order = moved(wanted_beads)
        return cls(
            found=len(given),
            right=len(wanted & given),
            overlapping=len(wanted & given - given_beads) + _overlapping(given_beads, wanted_beads),
            found_beads=len(given_beads),
            gold_beads=len(wanted_beads),
            right_beads=len(wanted_beads & given_beads),
            reached_beads=_overlapping(wanted_beads, given_beads),
            found_nulls=len(given_nulls),
            gold_nulls=len(wanted_nulls),
            right_nulls=len(wanted_nulls & given_nulls),
            moved_gold=len(out_of_order),
            moved_found=len(out_of_order & given_beads),
        )

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def precision(self) -> float:
        return _share(self.right, self.found)

    @property
    def recall(self) -> float:
        return _share(self.right_beads, self.gold_beads)

    @property
    def f1(self) -> float:
        """Strict F1."""
        return _mean(self.precision, self.recall)

    @property
    def f1_lax(self) -> float:
        return _mean(_share(self.overlapping, self.found), _share(self.reached_beads, self.gold_beads))

    @property
    def f1_beads(self) -> float:
        """Strict F1 of the beads with two sides alone."""
        return _mean(_share(self.right_beads, self.found_beads), self.recall)

    @property
    def null_precision(self) -> float:
        return _share(self.right_nulls, self.found_nulls)

    @property
    def null_recall(self) -> float:
        return _share(self.right_nulls, self.gold_nulls)

    @property
    def moved_share(self) -> float:
        """Moved gold beads that were found exactly."""
        return _share(self.moved_found, self.moved_gold)


def nulls(beads: Iterable[Pair]) -> set[tuple[str, Hashable]]:
    """The single segments that have no counterpart."""
    found: set[tuple[str, Hashable]] = set()
    for source, target in beads:
        if not target:
            found |= {("source", i) for i in source}
        elif not source:
            found |= {("target", j) for j in target}
    return found


def moved(beads: Iterable[Pair]) -> set[Pair]:
    """The fewest beads whose removal leaves the rest in order on both sides."""
    full = sorted(_full(beads))
    kept = set(longest_increasing([target[0] for _, target in full]))
    return {bead for k, bead in enumerate(full) if k not in kept}


def reliability(scored: Sequence[tuple[float, bool]]) -> tuple[list[tuple[int, float, float]], float]:
    """How far confidences can be believed: (beads, mean confidence, share right) of each tenth of [0, 1], and the ECE.

    The expected calibration error is the mean distance of the two over the bins, weighted by beads (Naeini et al. 2015).
    """
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in scored:
        bins[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    rows = [
        (len(b), sum(c for c, _ in b) / len(b), sum(r for _, r in b) / len(b)) if b else (0, 0.0, 0.0) for b in bins
    ]
    total = max(1, len(scored))
    return rows, sum(n * abs(confidence - right) for n, confidence, right in rows) / total


def _full(beads: Iterable[Pair]) -> set[Pair]:
    return {(a, b) for a, b in beads if a and b}


def _overlapping(beads: set[Pair], others: set[Pair]) -> int:
    """How many of `beads` share a part of the source and of the target with one of `others`."""
    spans = sorted((*_span(i), other) for other in others for i in other[0])
    starts = [span[0] for span in spans]
    longest = max((last - first for first, last, _ in spans), default=0)

    def reached(bead: Pair) -> bool:
        for first, last in map(_span, bead[0]):
            for k in range(bisect_left(starts, first - longest), bisect_right(starts, last)):
                if spans[k][1] >= first and _touch(bead[1], spans[k][2][1]):
                    return True
        return False

    return sum(map(reached, beads))


def _touch(a: Sequence[Any], b: Sequence[Any]) -> bool:
    return any(x[0] <= y[1] and y[0] <= x[1] for x in map(_span, a) for y in map(_span, b))


def _span(item: Any) -> tuple[int, int]:
    """First and last of a span; a segment number is a span of one."""
    return item if isinstance(item, tuple) else (item, item)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

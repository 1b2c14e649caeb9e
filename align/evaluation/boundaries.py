"""How well sentence ends are found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def ends(segments: Iterable[str]) -> set[int]:
    """Where segments end, counted in characters without white space, so that layout does not matter."""
    found, position = set(), 0
    for segment in segments:
        position += len("".join(segment.split()))
        found.add(position)
    return found


def boundary_counts(gold: Sequence[str], found: Sequence[str]) -> tuple[int, int, int]:
    """Right, found and gold boundaries; the end of the text counts for nobody."""
    a, b = ends(gold), ends(found)
    last = {max(a, default=0)}
    a, b = a - last, b - last
    return len(a & b), len(b), len(a)

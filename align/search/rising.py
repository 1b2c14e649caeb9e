"""The longest run of a sequence that rises."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any


def rising(values: Sequence[Any]) -> list[int]:
    """The positions of a longest strictly rising run of `values`, by patience sorting; of several the one of the smallest values.

    >>> rising([3, 4, 0, 1, 5])
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

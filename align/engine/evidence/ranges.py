"""Many ranges of numbers at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def starts(sizes: Ints) -> Ints:
    """Where each of consecutive ranges of these sizes begins, and where the last one ends."""
    return np.concatenate(([0], np.cumsum(sizes)))


def spread(first: Ints, behind: Ints) -> tuple[Ints, Ints]:
    """All numbers of the ranges [first, behind), one range after the other, and which range each is of.

    >>> [part.tolist() for part in spread(np.array([5, 9, 2]), np.array([7, 9, 4]))]
    [[5, 6, 2, 3], [0, 0, 2, 2]]
    """
    many = behind - first
    of = np.repeat(np.arange(len(many)), many)
    return np.arange(len(of)) + np.repeat(first - np.cumsum(many) + many, many), of

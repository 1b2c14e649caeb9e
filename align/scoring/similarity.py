"""How alike a model finds two runs of segments, as log-odds that a bead can be priced with.

Sentence embeddings of a document share what the document is about: each side's mean is taken off first, so that unrelated
segments have a cosine of about 0 (measured: more nearest neighbours are right than with margins; Artetxe and Schwenk 2019 for those).
A cosine becomes the log ratio of two normal distributions, of pairs that belong together and of pairs that do not. Both are
estimated in the documents themselves, from what all the other evidence is sure of, and shrunk towards what the model
showed on sentences whose translations are known: a model that tells nothing apart has a ratio of about 0 everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from align.search.lattice import Shape

Floats = NDArray[np.float64]

BEADS, CELLS = 6.0, 200.0
"""How many pairs that belong together, and that do not, the model's prior counts as."""
PSEUDO = 4.0
"""How many segments of a document the general mean counts as."""
SURE = 0.5
"""Probability of a 1:1 bead from which its cosine tells what belongs together."""
NARROW = 0.05
"""The least standard deviation of a cosine."""
MOST = 15.0
"""The largest log-odds, either way."""


class Likeness(Protocol):
    """How alike runs of segments of two documents are."""

    def of(self, shape: Shape) -> Floats:
        """(N - a + 1, M - b + 1): the likeness of the runs of a:b by where they start, about 0 for unrelated ones."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """The unit vectors of all runs of both sides; [k - 1] of `source` is (N - k + 1, width)."""

    source: list[Floats]
    target: list[Floats]

    @classmethod
    def of(
        cls, source: Floats, target: Floats, sizes: tuple[Floats, Floats], most: int, general: tuple[Floats, Floats] | None = None
    ) -> Vectors:
        """Of single segments, as unit vectors; a longer run is their mean by `sizes`. `general` are means of the model's, none for
        vectors that need none taken off."""
        return cls(
            *(
                _runs(vectors, size, most, None if general is None else general[side])
                for side, (vectors, size) in enumerate(zip((source, target), sizes, strict=True))
            )
        )

    def of_shape(self, shape: Shape) -> Floats:
        return self.source[shape[0] - 1] @ self.target[shape[1] - 1].T

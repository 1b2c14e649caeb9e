"""Texts of one language as bags of their words and of parts of their words, to be compared by cosine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from math import log

import numpy as np
from numpy.typing import NDArray

from align.engine.evidence.similarity import unit

Floats = NDArray[np.float64]

WIDTH = 4096
"""Places that words and parts are hashed to."""
PART = 4
"""Characters of a part."""


def of(translated: Sequence[str], written: Sequence[str]) -> tuple[Floats, Floats]:
    """(texts, WIDTH) for each side, rows of length 1; what stands in few texts weighs more."""
    sides = [[Counter(_terms(text)) for text in texts] for texts in (translated, written)]
    seen = [Counter(term for bag in side for term in bag) for side in sides]
    rows = []
    for side in sides:
        found = np.zeros((len(side), WIDTH))
        for row, bag in zip(found, side, strict=True):
            for term, count in bag.items():
                # in how many texts of the side where it is more common: a word that one side never has tells nothing apart
                common = max(seen[k][term] / (1 + len(sides[k])) for k in (0, 1))
                number = int.from_bytes(
                    blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little"
                )
                row[(number >> 1) % WIDTH] += (1 if number & 1 else -1) * (1 + log(count)) * -log(common)
        rows.append(unit(found))
    return rows[0], rows[1]


def _terms(text: str) -> Iterator[str]:
    """The words and the parts of `PART` characters, in lower case; a script without spaces is known by its parts."""
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    for word in words:
        yield word
        padded = f" {word} "
        for k in range(len(padded) - PART + 1):
            yield "#" + padded[k : k + PART]
        if len(word) > PART and not word.isascii():
            for k in range(len(word) - 1):
                yield "=" + word[k : k + 2]

"""Text that stands on both sides as it is: a sentence left in the source's language, a title, a quoted line of code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from align.lang.base.tokens import WORD

WORDS = 4
"""In a row that two languages do not share by chance."""


def runs(texts: Sequence[str]) -> list[list[str]]:
    """The runs of WORDS words in each text, in lower case, as the terms of a channel: no name has a space.

    >>> runs(["It is A launched platform.", "3 + 4"])
    [['it is a launched', 'is a launched platform'], []]
    """
    found = []
    for text in texts:
        words = [m[0].lower() for m in WORD.finditer(text)]
        found.append([" ".join(some) for some in zip(*(islice(words, k, None) for k in range(WORDS)), strict=False)])
    return found


def shared(source: Sequence[str], target: Sequence[str]) -> tuple[list[list[str]], list[list[str]]]:
    """The runs of two documents' segments that both documents have."""
    left, right = runs(source), runs(target)
    both = {run for some in left for run in some} & {run for some in right for run in some}
    a, b = ([[run for run in some if run in both] for some in side] for side in (left, right))
    return a, b

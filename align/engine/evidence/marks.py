"""What a segment is by its marks: a question, a list item, a caption, a by-line. A translation mostly keeps it.

Each mark that a run of segments has is kept on the other side with the probability KEPT, or is there by chance, as often as in the
rest of its document: rare marks tell much, and one that stands everywhere tells nothing. Two by-lines are a pair whatever is
known of their words, and a caption is no part of the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from align.lang.base.boilerplate import FURNITURE, boilerplate, kinds

Floats = NDArray[np.float64]

MARKS = (
    re.compile(r"[?？]"),
    re.compile(r"[:：]\W*$"),
    re.compile(r"[(（\[［【]"),
    re.compile(r"^\s*(?:[▲△▷▶□■◇◆○●◎※•*·–☞-]|\(?\d{1,2}[.)]\s|[①-⑳㉠-㉭])"),
    re.compile(r"[^.!?。！？．｡…\"'”’」』）)\]］»]\s*$"),
)
"""A question, what introduces something, an aside, a list item, and a heading or a row of a table: no stop at its end."""
KEPT = 0.6
"""Probability that a translation keeps a mark. Set by looking at dev; the weight of the feature makes up for it."""
HALF, TWO = 0.5, 2.0
"""How often a mark was seen, in how many segments, before any is."""
DOUBTFUL = 0.3
"""How much of a line that nobody translates one is that some do: a caption, a source."""
FLOWING = {"dateline"}
"""What stands in front of the text itself."""
LINES = tuple(len(MARKS) + k for k, kind in enumerate(FURNITURE) if kind not in FLOWING)


def found(texts: Sequence[str]) -> Floats:
    """(segments, marks): which marks each text has; the last is that nobody translates it."""
    rows = []
    for text in texts:
        here = kinds(text)
        own = [mark.search(text) is not None for mark in MARKS]
        rows.append([*own, *(kind in here for kind in FURNITURE), boilerplate(text)])
    return np.array(rows, dtype=np.float64).reshape(len(texts), len(MARKS) + len(FURNITURE) + 1)


def furniture(marks: Floats) -> Floats:
    """For segments of those marks, their last axis: 1 for a line that nobody translates, DOUBTFUL where some do, 0 for text."""
    every: Floats = np.maximum(marks[..., -1], DOUBTFUL * marks[..., LINES].max(-1))
    return every


def ratios(source: Floats, target: Floats, sizes: Sequence[tuple[int, int]], a: int, b: int) -> Floats:
    """(documents, N - a + 1, M - b + 1): log P(marks | translation) / P(marks) of each bead a:b that starts at (i, j).

    `source` (documents, N, marks) and `target` are as `found` gives them, zeros behind each document of `sizes`.
    """
    x, y = (sliding_window_view(side[:, :, :-1], run, axis=1).max(3) for side, run in ((source, a), (target, b)))
    lost = np.log(1 - KEPT)
    kept = [
        np.log(KEPT / ((side[:, :, :-1].sum(1) + HALF) / (np.array(many)[:, None] + TWO)) + 1 - KEPT)
        for side, many in zip((source, target), zip(*sizes, strict=True), strict=True)
    ]
    shared = (x * (sum(kept) / 2 - 2 * lost)[:, None]) @ y.transpose(0, 2, 1)
    total: Floats = shared + lost * (x.sum(2)[:, :, None] + y.sum(2)[:, None])
    return total

"""What a segment is by its marks: a question, a list item, a caption, a by-line. A translation mostly keeps it.

Each mark that a run of segments has is kept on the other side with the probability KEPT, or is there by chance, as often as in the
rest of the document: rare marks tell much, and one that stands everywhere tells nothing.
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
"""A question, what introduces, an aside, a list item, a heading or a row of a table: no stop at the end."""
NULLS = tuple(len(MARKS) + 1 + k for k, kind in enumerate(FURNITURE) if kind != "dateline")
KEPT = 0.6
CHANCE = 2.0
"""Segments with and without a mark that are seen before any."""


def found(texts: Sequence[str]) -> Floats:
    """(segments, marks): which marks each text has."""
    rows = np.zeros((len(texts), len(MARKS) + 1 + len(FURNITURE)))
    for row, text in zip(rows, texts, strict=True):
        row[: len(MARKS)] = [mark.search(text) is not None for mark in MARKS]
        row[len(MARKS)] = boilerplate(text)
        here = kinds(text)
        if here:
            row[len(MARKS) + 1 :] = [kind in here for kind in FURNITURE]
    return rows


def furniture(marks: Floats) -> Floats:
    """For segments of those marks, their last axis: 1 where nobody translates such a line, and 0.3 where it is doubtful."""
    found: Floats = np.maximum(marks[..., len(MARKS)], 0.3 * marks[..., NULLS].max(-1))
    return found


def ratios(source: Floats, target: Floats, sizes: Sequence[tuple[int, int]], a: int, b: int) -> Floats:
    """(documents, N - a + 1, M - b + 1): log P(marks | translation) / P(marks) of each bead a:b that starts at (i, j)."""
    x, y = (sliding_window_view(side, run, axis=1).max(3) for side, run in ((source, a), (target, b)))
    n, m = np.array(sizes, dtype=np.float64).T[:, :, None]
    lost = np.log(1 - KEPT)
    both = [
        np.log(KEPT / ((side.sum(1) + 0.5) / (count + CHANCE)) + 1 - KEPT)
        for side, count in ((source, n), (target, m))
    ]
    shared = (both[0] + both[1]) / 2 - 2 * lost
    found = (x * shared[:, None]) @ y.transpose(0, 2, 1)
    found += lost * (x.sum(2)[:, :, None] + y.sum(2)[:, None])
    return found

"""What is quoted: a translation quotes about as much as its source, so a quotation over several sentences is one run on both sides.

Lengths of what stands between quotation marks, compared as those of whole segments are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from align.engine.evidence import length
from align.engine.evidence.length import Floats

MARK = re.compile('["“”„«»「」『』]')
OPENING, CLOSING = "«「『", "»」』"
"""What opens and closes wherever it stands; the others open before a word and close behind one."""
SPREAD, UNRELATED = 0.3, 1.5
"""Standard deviations of the log ratio, as in `length`."""
EMPTY = 10.0
"""Letters added to either, so that a quoted word says little."""
REPORTED = 0.15
"""Share of quotations that are reported, or of reported ones that are quoted."""


def sizes(texts: Sequence[str]) -> Floats:
    """How much of each text is quoted, in Latin letters: a quotation goes on from one text to the next until it is closed."""
    found = np.zeros(len(texts))
    inside = False
    for number, text in enumerate(texts):
        marks = [(m.start(), _opens(text, m.start())) for m in MARK.finditer(text)]
        # what is opened again, or closed nowhere, is not the same quotation: it was left open by mistake
        start = 0 if inside and marks and not marks[0][1] else -1
        for at, opens in marks:
            if opens and start < 0:
                start = at + 1
            elif not opens and start >= 0:
                found[number] += length.size(text[start:at])
                start = -1
        inside = start >= 0
        if inside:
            found[number] += length.size(text[start:])
    return found


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark in OPENING or mark in CLOSING:
        return mark in OPENING
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ".,?!…’')]%")


def ratios(source: Floats, target: Floats, mean: Floats, a: int, b: int) -> Floats:
    """(documents, N - a + 1, M - b + 1): log P(quoted lengths | translation) / P(quoted lengths); 0 where nothing is quoted."""
    x, y = (sliding_window_view(side, run, axis=1).sum(2) for side, run in ((source, a), (target, b)))
    x, y = (x * np.exp(mean / 2)[:, None])[:, :, None], (y * np.exp(-mean / 2)[:, None])[:, None]
    distance = (np.log(y + EMPTY) - np.log(x + EMPTY)) ** 2
    near = SPREAD**2 + length.SHORT / np.maximum(x + y, 1.0)
    far = near + UNRELATED**2
    return np.where((x > 0) | (y > 0), length.odds(distance, near, far, REPORTED), 0.0)

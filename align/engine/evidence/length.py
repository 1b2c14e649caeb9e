"""The length of a segment against that of its translation, as a log-likelihood ratio.

The log of the ratio is normal around the documents' own ratio (Gale and Church 1993, with the ratio from the pair at
hand, so that no language has a constant); the chance model is the same with the spread of unrelated sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SPREAD = 0.15
"""Standard deviation of the log ratio of two long, matching segments."""
UNRELATED = 1.0
"""The same between unrelated ones, in addition."""
SHORT = 4.0
"""Characters: variance grows as SHORT / length where segments are short."""
WIDE = 2.0
"""Weight of a Hangul syllable, Han character or kana against a Latin letter."""
WIDE_LETTERS = re.compile(r"[^\x00-\u1100]")  # so said it compiles in no time; [\u1101-\U0010ffff] takes 5 ms
STRANGE = 0.03
"""Share of translations whose length tells nothing: a summary, a list written out, a wrong end of sentence. Their ratio is as
likely as any other, so that one of them costs 3.5 nats at most and does not ruin an article, or a fit.
"""
EMPTY = 5.0
"""Added to either length, so that a segment of one word says little."""


def sizes(texts: Sequence[str]) -> Floats:
    """The length of each text in Latin letters."""
    return np.array([size(text) for text in texts], dtype=np.float64)


def size(text: str) -> float:
    """The length of a text in Latin letters."""
    return len(text) + (WIDE - 1) * (0 if text.isascii() else len(WIDE_LETTERS.findall(text)))


def scale(source: Floats, target: Floats) -> Floats:
    """log of the ratio of two texts' lengths."""
    return np.log((target + EMPTY) / (source + EMPTY))


def ratios(source: Floats, target: Floats, mean: Floats, a: int, b: int) -> Floats:
    """(documents, N - a + 1, M - b + 1): log P(lengths | translation) / P(lengths) of each bead a:b that starts at (i, j).

    `source` (documents, N) and `target` (documents, M) are lengths, `mean` (documents,) their `scale` in the whole text.
    """
    x, y = (sliding_window_view(side, run, axis=1).sum(2) for side, run in ((source, a), (target, b)))
    log_x, log_y = np.log(x + EMPTY)[:, :, None], np.log(y + EMPTY)[:, None]
    distance = (log_y - log_x - mean[:, None, None]) ** 2
    near = SPREAD**2 + SHORT / np.maximum(x[:, :, None] + y[:, None], 1.0)
    far = near + UNRELATED**2
    return odds(distance, near, far, STRANGE)


def odds(distance: Floats, near: Floats, far: Floats, strange: float) -> Floats:
    """log of the ratio of two normals of variances `near` and `far`, at a squared `distance` from their mean.

    A share `strange` of what belongs together is as likely as what does not, which gives the ratio its floor.
    """
    found = 0.5 * (distance / far - distance / near + np.log(far / near))
    floored: Floats = np.log((1 - strange) * np.exp(found) + strange)
    return floored

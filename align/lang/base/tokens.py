"""Tokens of a language nothing is known of: words cut to their beginning, or character pairs where no spaces are written."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

BEGINNING = 4
"""Letters kept of a word: most inflection is behind them. Measured on English-Icelandic: 4 .897, 5 .893, 6 .887."""
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Thai, Lao, Burmese, Khmer, kana and Han."""
WORD = re.compile(rf"({UNSPACED.pattern})|([^\W\d_]+)")


@lru_cache(maxsize=200_000)
def _beginning(word: str) -> str:
    return word.lower()[:BEGINNING]


def tokens(text: str) -> list[str]:
    """The tokens of `text` in order.

    >>> tokens("Friðarsamningurinn 条約は")
    ['frið', '条約', '約は']
    """
    found = []
    for unspaced, word in WORD.findall(text):
        if not unspaced:
            found.append(_beginning(word))
        elif len(unspaced) == 1:
            found.append(unspaced)
        else:
            found.extend(a + b for a, b in pairwise(unspaced))
    return found

"""Full-width digits and half-width kana as everybody else writes them, with the way back to the text as it is.

Half-width ﾄﾞ is two characters and ド one, so that places move; they are kept beside the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

WIDE = "\uff04\uff05\uff0b\uff0c\uff0d\uff0e\uff0f\uff1a\uff5e" + "".join(map(chr, range(0xFF10, 0xFF1A)))
"""＄ ％ ＋ ， － ． ／ ： ～ and the digits: what numbers are written with."""
LETTERS = "".join(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
NARROW = re.compile("[\uff66-\uff9d][\uff9e\uff9f]?|[\uff61-\uff65\uff9e\uff9f]")
"""Half-width kana with its mark of voice."""


class Folded(NamedTuple):
    """A text in its usual widths, and for each place in it the one in the text as it was."""

    text: str
    places: Sequence[int]


def folded(text: str) -> Folded:
    """`text` with digits, Latin letters and the marks of numbers half width and kana full width.

    >>> folded("１５０㌦ﾄﾞﾙ").text, list(folded("ﾄﾞﾙ").places)
    ('150㌦ドル', [0, 2, 3])
    """
    plain = text.translate(_table())
    if not NARROW.search(plain):
        return Folded(plain, range(len(text) + 1))
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for match in NARROW.finditer(plain):
        parts += (plain[done : match.start()], unicodedata.normalize("NFKC", match[0]))
        places += (*range(done, match.start()), *([match.start()] * len(parts[-1])))
        done = match.end()
    return Folded("".join((*parts, plain[done:])), (*places, *range(done, len(text) + 1)))


@cache
def _table() -> dict[int, str]:
    return {0xFFE1: "£"} | {ord(c): unicodedata.normalize("NFKC", c) for c in WIDE[:-11] + WIDE[-10:] + LETTERS}

"""Words of Latin letters, reduced to a-z, in which spellings are compared."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=100_000)
def letters(word: str) -> str:
    """`word` in a-z: accents off, everything else dropped.

    >>> letters("Agnès"), letters("Son-hui")
    ('agnes', 'sonhui')
    """
    plain = unicodedata.normalize(
        "NFD", word.lower().replace("ø", "o").replace("ł", "l").replace("ß", "ss").replace("æ", "ae")
    )
    return "".join(c for c in plain if "a" <= c <= "z")

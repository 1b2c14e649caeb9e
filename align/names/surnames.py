"""Korean family names and the spellings that their bearers use."""

from __future__ import annotations

from functools import cache

from align.names.sounds import letters
from align.resources import text

FILE = "ko-en/surnames.tsv"


@cache
def spellings() -> dict[str, frozenset[str]]:
    """Family name -> its spellings, in a-z."""
    rows = (line.split("\t") for line in text(FILE).split("\n")[2:] if line)
    return {name: frozenset(map(letters, forms.split("|"))) for name, forms in rows}


@cache
def _all() -> frozenset[str]:
    return frozenset().union(*spellings().values())


def surname(spelt: str) -> bool:
    """Whether `spelt` is how some family name is written."""
    return letters(spelt) in _all()


def another(name: str, spelt: str) -> bool:
    """Whether `spelt` is how some other family name is written, and never this one.

    >>> another("방", "Bae"), another("최", "Choe"), another("노", "Roh")
    (True, False, False)
    """
    plain = letters(spelt)
    return plain in _all() and plain not in spellings().get(name, frozenset())

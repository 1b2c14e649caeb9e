"""Names in a language of which nothing is known: no word of it is heard, and it spells as Latin letters are used.

A language's own `names` has `heard` where its names are rendered by their sound, `spelt` where it writes otherwise.
"""

from __future__ import annotations

from align.lang.base.names.hearing import Hearing
from align.lang.base.names.spelling import Spelling


def heard(other: str) -> Hearing | None:
    """None: how its words sound in the language `other` is not known."""
    return None


def spelt() -> Spelling:
    """How it writes names: with a capital."""
    return Spelling()

"""Korean names: how they sound, what follows them, family names, titles, and country codes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from align import resources
from align.lang import language
from align.lang.base.names import spelt

if TYPE_CHECKING:
    from align.lang.base.names.hearing import Hearing

TABLES = "en"
"""The language whose tables serve for one that has none with Korean: it renders Korean names in Latin letters too."""


@cache
def heard(other: str) -> Hearing:
    """Korean names in the language `other`."""
    from align.lang.base.names.entries import GAZETTEER, entries, rows
    from align.lang.ko.names.families import SPELLINGS, spellings
    from align.lang.ko.names.hearing import Korean
    from align.lang.ko.sound import SOUND, model

    def nearest(name: str) -> str:
        return other if resources.of_pair(name, "ko", other) else TABLES

    writing = language(other).spelling
    if writing.unspaced:
        from align.lang.ko.names.unspaced import Unspaced

        return Unspaced("ko", writing, entries("ko", nearest(GAZETTEER)), sound=model(nearest(SOUND)))
    return Korean(
        "ko",
        writing,
        entries("ko", nearest(GAZETTEER)),
        {ending: noun for ending, noun, *_ in rows("endings.tsv", "ko", nearest("endings.tsv"))},
        families=spellings(nearest(SPELLINGS), writing.plain),
        sound=model(nearest(SOUND)),
    )


__all__ = ["heard", "spelt"]

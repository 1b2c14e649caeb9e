"""Which side of a pair has the names that are heard: the other one spells them."""

from __future__ import annotations

from align.lang import language
from align.lang.base.names.hearing import Hearing
from align.resources import in_direction
from align.tags import primary


def heard(source_lang: str, target_lang: str) -> tuple[str, Hearing] | None:
    """ "source" or "target", and what its language knows of its names there; None where neither side's names are heard.

    Where both could be, it is the one that the language pair goes from.
    """
    source, target = primary(source_lang), primary(target_lang)
    if source == target:
        return None
    for lang in in_direction(source, target):
        hearing = language(lang).hearing(target if lang == source else source)
        if hearing is not None:
            return ("source" if lang == source else "target"), hearing
    return None

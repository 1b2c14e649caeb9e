"""What the user adds to the shipped knowledge: lexicons, glossaries, and the house's terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from align.engine.lexicon import Lexicon
from align.engine.lexicon import read as read_lexicon
from align.files import load

if TYPE_CHECKING:
    from align.checks.context import Term


def lexicons(paths: Sequence[str], glossaries: Sequence[str], source: str, target: str) -> list[Lexicon]:
    """The lexicons in files, and one of all terms of the glossaries."""
    found = [read_lexicon(load(path), path) for path in paths]
    if glossaries:
        from align.engine.glossary import lexicon
        from align.engine.glossary import terms as dictionary

        entries = [term for path in glossaries for term in dictionary(load(path), path, source, target)]
        found.append(lexicon(entries, source, target))
    return found


def terms(paths: Sequence[str], source: str, target: str) -> tuple[Term, ...]:
    """The terms of glossaries, for the checks."""
    if not paths:
        return ()
    from align.checks.context import Term
    from align.engine.glossary import entries

    found = (entry for path in paths for entry in entries(load(path), path, source, target))
    return tuple(Term(entry.source, entry.target, entry.forbidden) for entry in found)

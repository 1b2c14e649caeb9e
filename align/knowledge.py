"""What the user adds to the shipped knowledge: lexicons, glossaries, and the house's terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from align.files import load
from align.scoring.lexicon import Lexicon
from align.scoring.lexicon import read as read_lexicon

if TYPE_CHECKING:
    from align.checks.article import Term


def lexicons(paths: Sequence[str], glossaries: Sequence[str], source: str, target: str) -> list[Lexicon]:
    """The lexicons in files, and one of all terms of the glossaries."""
    from align.training.glossary import lexicon
    from align.training.glossary import terms as dictionary

    found = [read_lexicon(load(path), path) for path in paths]
    if glossaries:
        entries = [term for path in glossaries for term in dictionary(load(path), path, source, target)]
        found.append(lexicon(entries, source, target))
    return found


def terms(paths: Iterable[str], source: str, target: str) -> tuple[Term, ...]:
    """The terms of glossaries, for the checks."""
    from align.checks.article import Term
    from align.training.glossary import entries

    found = (entry for path in paths for entry in entries(load(path), path, source, target))
    return tuple(Term(entry.source, entry.target, entry.forbidden) for entry in found)

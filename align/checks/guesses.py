"""What is only a guess where a language is not read: numbers in words, last year, names in another script may all be there.

Of a language without a folder only what any language writes in figures is known. A conflict of two figures that were read whole
stands; a small number that is not there may be there as a word, and nobody is told of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from align.lang import language
from align.model import Alignment, Finding

FIGURE = re.compile(r"\d(?:[.,\s]?\d){2}")
"""A number of three digits or more, which a translation gives in figures too."""

NAMES = frozenset(("name-missing", "name-extra", "name-drift"))
"""Rules that ask for a name where nobody knows how it is written, with which endings."""


def without(alignment: Alignment, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What rules propose but for guesses, where one of the languages is not read."""
    if all(language(document.lang).read for document in (alignment.source, alignment.target)):
        return tuple(findings)
    return tuple(f for f in findings if f.rule not in NAMES and (f.severity != "info" or _known(alignment, f)))


def _known(alignment: Alignment, finding: Finding) -> bool:
    if finding.rule in ("name-mismatch", "number-conflict", "date-conflict", "date-missing"):
        return False
    if finding.rule != "number-missing":
        return True
    sides = ((alignment.source, finding.source), (alignment.target, finding.target))
    return any(place and FIGURE.search(document.text[place.start : place.end]) for document, place in sides)

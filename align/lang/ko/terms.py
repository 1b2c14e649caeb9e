"""A term of a glossary in Korean text: whatever its spacing and its particle."""

from __future__ import annotations

import re

from align.lang.base.terms import find, spaced
from align.lang.ko.tokens import SUFFIXES

__all__ = ["find", "pattern"]

FOLLOWING = "|".join(sorted(map(re.escape, {*SUFFIXES, "씨", "들"}), key=len, reverse=True))


def pattern(term: str) -> re.Pattern[str]:
    """What finds a term as a word of its own, its span in group 1."""
    return re.compile(rf"(?<![가-힣])({spaced(term)})(?={FOLLOWING}|[^가-힣]|$)")

"""A term of a glossary in English text: in any number and tense."""

from __future__ import annotations

import re

from align.lang.base.terms import pattern
from align.lang.en.tokens import stem

__all__ = ["find", "pattern"]


def find(text: str, form: str) -> tuple[int, int] | None:
    """Where `text` has a form of a translation, its words in their regular endings; None where it does not.

    >>> find("Two electric vehicles were sold.", "electric vehicle")
    (4, 21)
    """
    wanted = [stem(word.lower()) for word in re.findall(r"\w+", form)]
    words = list(re.finditer(r"\w+", text))
    stems = [stem(word[0].lower()) for word in words]
    for k in range(len(stems) - len(wanted) + 1):
        if stems[k : k + len(wanted)] == wanted:
            return words[k].start(), words[k + len(wanted) - 1].end()
    return None

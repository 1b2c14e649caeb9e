"""Things that stand beside each other in lists, as a language pair's table has them: apples and pears, copper and nickel.

A lexicon learns from running text, which has few of them. The table says which words may be the same thing, and by its kinds
which are sure to be another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from align.checks.compare.renderings import Word
from align.lang import language
from align.lang.base.names.entries import rows
from align.lang.base.names.hearing import Hearing

TABLE = "things.tsv"
LONGEST = 3
"""Words of a thing."""

Numbers = frozenset[int]
"""Rows of the table: a word may be of several."""


@dataclass(frozen=True, slots=True)
class Things:
    """The table by the words of both languages."""

    heard: dict[str, Numbers]
    spelt: dict[tuple[str, ...], Numbers]
    kinds: tuple[str, ...]
    """Of each row."""

    def of_heard(self, words: Sequence[Word], hearing: Hearing) -> Iterator[tuple[int, Numbers]]:
        """Start and rows of each word that is a thing, a particle left aside."""
        for word in words:
            for size in range(len(word.text), 0, -1):
                if (found := self.heard.get(word.text[:size])) and hearing.follows(word.text[size:]):
                    yield word.start, found
                    break

    def of_spelt(self, words: Sequence[Word]) -> Iterator[tuple[int, Numbers]]:
        """Start and rows of each word that is, or is a part of, a thing; of several the longest."""
        at = 0
        while at < len(words):
            for size in range(min(LONGEST, len(words) - at), 0, -1):
                run = words[at : at + size]
                if found := self.spelt.get(tuple(token for w in run for token in w.tokens)):
                    yield from ((w.start, found) for w in run)
                    at += size - 1
                    break
            at += 1


NOTHING = Things({}, {}, ())


@cache
def things(heard: str, spelt: str) -> Things:
    """The table of a language pair; empty where none is shipped."""
    ours: dict[str, set[int]] = {}
    theirs: dict[tuple[str, ...], set[int]] = {}
    kinds = []
    tokens = language(spelt).tokens
    for number, (forms, others, kind) in enumerate(rows(TABLE, heard, spelt)):
        kinds.append(kind)
        for form in forms.split("|"):
            ours.setdefault(form, set()).add(number)
        for other in others.split("|"):
            theirs.setdefault(tuple(tokens(other)), set()).add(number)
    return Things(
        {form: frozenset(found) for form, found in ours.items()},
        {form: frozenset(found) for form, found in theirs.items()},
        tuple(kinds),
    )

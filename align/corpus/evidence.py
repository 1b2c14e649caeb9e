"""What two sets of documents share: which terms each has, which of them render each other, and how much a rendering tells.

A term that the other side renders counts log(1 + t / p) nats: t is how well the two terms translate each other, p in how many
documents the term is in anyway. The rarer, the more it tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.corpus.sketches import Hashes, Sketch, hashes
from align.scoring.channel import Floats
from align.scoring.lexicon import STEPS, Lexicon
from align.scoring.lexicon import Side as Vocabulary
from align.scoring.ranges import Ints, spread, starts

SAME = 0.8
"""t of a value or Latin string that both sides have: as in `scoring.values` for a value."""
LEAST = 1.0
"""Nats of a link that is worth following: as in `scoring.hints`."""
PRIOR = 10.0
"""Documents that what the lexicons say of a word's frequency is worth, for small sets."""
UNHEARD = 0.01
"""Share of documents that a term is in of which no lexicon tells anything, before any is seen."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The distinct terms of a set of documents, each document's in a row."""

    vocabulary: Hashes
    """Ascending."""
    rows: Ints
    """Where each document's terms begin; one more at the end."""
    columns: NDArray[np.int32]
    """Numbers of the vocabulary, ascending within a row."""

    @classmethod
    def of(cls, sketches: Sequence[Sketch]) -> Terms:
        rows = starts(np.array([len(each.terms) for each in sketches], dtype=np.int64))
        every = np.concatenate([np.zeros(0, dtype=np.uint64), *(each.terms for each in sketches)])
        vocabulary, columns = np.unique(every, return_inverse=True)
        return cls(vocabulary, rows, columns.astype(np.int32))

    def frequencies(self) -> Ints:
        """In how many documents each term is."""
        return np.bincount(self.columns, minlength=len(self.vocabulary))

    def places(self) -> tuple[Ints, NDArray[np.int32]]:
        """The documents that each term is in, in rows by term: where each begins, and the numbers of the documents."""
        documents = np.repeat(np.arange(len(self.rows) - 1, dtype=np.int32), np.diff(self.rows))
        return starts(self.frequencies()), documents[np.argsort(self.columns, kind="stable")]


@dataclass(frozen=True, slots=True)
class Links:
    """The renderings of each term of one side, in rows by that term."""

    rows: Ints
    columns: NDArray[np.int32]
    """Terms of the other side."""
    gains: NDArray[np.float32]
    """Nats that each tells."""


@dataclass(frozen=True, slots=True)
class Direction:
    """What finds documents of the other side for those of one."""

    given: Terms
    known: Terms
    links: Links
    worth: NDArray[np.float32]
    """Nats that each known term tells at best; 0 for one that nothing on the given side could render."""

    def reach(self, document: int, scratch: NDArray[np.float32]) -> NDArray[np.int32]:
        """The known terms that a given document renders, ascending; what each gains is put in `scratch`, else zeros."""
        terms = self.given.columns[self.given.rows[document] : self.given.rows[document + 1]]
        link, _ = spread(self.links.rows[terms], self.links.rows[terms + 1])
        columns, gains = self.links.columns[link], self.links.gains[link]
        order = np.argsort(gains, kind="stable")
        scratch[columns[order]] = gains[order]  # of several the last stays, which is the greatest
        return np.unique(columns)

    def coverage(self, first: Ints, candidates: Ints) -> Floats:
        """For each document's candidates, in rows by document, which share of what they say it renders: 0 to 1."""
        scratch = np.zeros(len(self.known.vocabulary), dtype=np.float32)
        totals = np.bincount(
            np.repeat(np.arange(len(self.known.rows) - 1), np.diff(self.known.rows)), self.worth[self.known.columns],
            minlength=len(self.known.rows) - 1,
        )  # fmt: skip
        found = np.zeros(len(candidates))
        for document in range(len(self.given.rows) - 1):
            some = candidates[first[document] : first[document + 1]]
            if len(some):
                reached = self.reach(document, scratch)
                place, of = spread(self.known.rows[some], self.known.rows[some + 1])
                sums = np.bincount(of, scratch[self.known.columns[place]], minlength=len(some))
                found[first[document] : first[document + 1]] = sums / np.maximum(totals[some], 1e-9)
                scratch[reached] = 0.0
        return found


def directions(source: Terms, target: Terms, lexicons: Sequence[Lexicon]) -> tuple[Direction, Direction]:
    """From source to target, and back."""
    i, j, t = _renderings(source.vocabulary, target.vocabulary, lexicons)
    forward = _direction(source, target, i, j, t, [lexicon.target for lexicon in lexicons])
    backward = _direction(target, source, j, i, t, [lexicon.source for lexicon in lexicons])
    return forward, backward


def _direction(given: Terms, known: Terms, i: Ints, j: Ints, t: Floats, vocabularies: Sequence[Vocabulary]) -> Direction:
    share = _shares(known, vocabularies)
    gains = np.log1p(t / share[j])
    kept = np.flatnonzero(gains >= LEAST)
    kept = kept[np.argsort(i[kept], kind="stable")]
    links = Links(
        starts(np.bincount(i[kept], minlength=len(given.vocabulary))), j[kept].astype(np.int32), gains[kept].astype(np.float32)
    )
    worth = np.where(np.bincount(j[kept], minlength=len(known.vocabulary)) > 0, np.log1p(1.0 / share), 0.0)
    return Direction(given, known, links, worth.astype(np.float32))


def _shares(terms: Terms, vocabularies: Sequence[Vocabulary]) -> Floats:
    """In which share of documents each term is: as seen, and in small sets as the lexicons' text has it."""
    documents = len(terms.rows) - 1
    size = len(terms.columns) / max(documents, 1)
    seen, total = np.zeros(len(terms.vocabulary)), 1.0
    for side in vocabularies:
        place, here = _found(terms.vocabulary, hashes(side.words))
        seen[place[here]] += side.counts[here]
        total += float(side.counts.sum())
    general = np.where(seen > 0, -np.expm1(-size * seen / total), UNHEARD)
    found: Floats = (terms.frequencies() + PRIOR * general) / (documents + PRIOR)
    return found


def _renderings(source: Hashes, target: Hashes, lexicons: Sequence[Lexicon]) -> tuple[Ints, Ints, Floats]:
    """The pairs of terms that render each other, each once, by source term: numbers of both, and t, the harmonic mean of both ways."""
    place, here = _found(target, source)
    found = [(np.flatnonzero(here), place[here], np.full(int(here.sum()), SAME))]
    found += (_known(source, target, lexicon) for lexicon in lexicons)
    i, j, t = map(np.concatenate, zip(*found, strict=True))
    order = np.lexsort((-t, j, i))
    i, j, t = i[order], j[order], t[order]
    first = np.ones(len(i), dtype=bool)
    first[1:] = (i[1:] != i[:-1]) | (j[1:] != j[:-1])
    return i[first], j[first], t[first]


def _known(source: Hashes, target: Hashes, lexicon: Lexicon) -> tuple[Ints, Ints, Floats]:
    """What one lexicon knows."""
    i, here = _found(source, hashes(lexicon.source.words))
    j, there = _found(target, hashes(lexicon.target.words))
    row = np.repeat(np.arange(len(here)), np.diff(lexicon.rows))
    kept = np.flatnonzero(here[row] & there[lexicon.columns])
    forward, backward = (np.exp(each[kept] / -STEPS) for each in (lexicon.forward, lexicon.backward))
    return i[row[kept]], j[lexicon.columns[kept]], 2 * forward * backward / np.maximum(forward + backward, 1e-9)


def _found(vocabulary: Hashes, terms: Hashes) -> tuple[Ints, NDArray[np.bool_]]:
    """For each term its place in the vocabulary, and whether it is there."""
    if not len(vocabulary):
        return np.zeros(len(terms), dtype=np.int64), np.zeros(len(terms), dtype=bool)
    place = np.minimum(np.searchsorted(vocabulary, terms), len(vocabulary) - 1)
    return place, vocabulary[place] == terms

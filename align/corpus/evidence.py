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
from align.engine.evidence.channel import Floats
from align.engine.evidence.ranges import Ints, spread, starts
from align.engine.lexicon import STEPS, Lexicon
from align.engine.lexicon import Side as Vocabulary

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
    """Nats that each known term tells at best; 0 for one of which it is not known how it is rendered."""

    def reach(self, document: int, scratch: NDArray[np.float32]) -> NDArray[np.int32]:
        """The known terms that a given document renders, ascending; what each gains is put in `scratch`, else zeros."""
        terms = self.given.columns[self.given.rows[document] : self.given.rows[document + 1]]
        link, _ = spread(self.links.rows[terms], self.links.rows[terms + 1])
        columns, gains = self.links.columns[link], self.links.gains[link]
        np.maximum.at(scratch, columns, gains)
        return np.unique(columns)

    def coverage(self, first: Ints, candidates: Ints) -> Floats:
        """For each document's candidates, in rows by document, which share of what they say it renders: 0 to 1."""
        scratch = np.zeros(len(self.known.vocabulary), dtype=np.float32)
        totals = np.bincount(
            np.repeat(np.arange(len(self.known.rows) - 1), np.diff(self.known.rows)),
            self.worth[self.known.columns],
            minlength=len(self.known.rows) - 1,
        )
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
    every = [_Entries.of(lexicon, source.vocabulary, target.vocabulary) for lexicon in lexicons]
    i, j, t = _renderings(source.vocabulary, target.vocabulary, every)
    forward = _direction(source, target, i, j, t, [(e.target, e.target_place, e.j, e.t) for e in every])
    backward = _direction(target, source, j, i, t, [(e.source, e.source_place, e.i, e.t) for e in every])
    return forward, backward


@dataclass(frozen=True, slots=True)
class _Entries:
    """The pairs of a lexicon in words of its own, and the place of each word in the vocabularies, -1 for none."""

    source: Vocabulary
    target: Vocabulary
    source_place: Ints
    target_place: Ints
    i: Ints
    j: Ints
    t: Floats
    """Harmonic mean of both ways: both have to be likely."""

    @classmethod
    def of(cls, lexicon: Lexicon, source: Hashes, target: Hashes) -> _Entries:
        forward, backward = (np.exp(each / -STEPS) for each in (lexicon.forward, lexicon.backward))
        return cls(
            lexicon.source,
            lexicon.target,
            _places(source, hashes(lexicon.source.words)),
            _places(target, hashes(lexicon.target.words)),
            np.repeat(np.arange(len(lexicon.rows) - 1), np.diff(lexicon.rows)),
            lexicon.columns.astype(np.int64),
            2 * forward * backward / np.maximum(forward + backward, 1e-9),
        )


_Known = tuple[Vocabulary, Ints, Ints, Floats]
"""What a lexicon says of one side: its words, their places in the vocabulary, and the word and t of each of its pairs."""


def _direction(given: Terms, known: Terms, i: Ints, j: Ints, t: Floats, lexicons: Sequence[_Known]) -> Direction:
    share = _shares(known, lexicons)
    gains = np.log1p(t / share[j])
    kept = np.flatnonzero(gains >= LEAST)
    kept = kept[np.argsort(i[kept], kind="stable")]
    links = Links(
        starts(np.bincount(i[kept], minlength=len(given.vocabulary))),
        j[kept].astype(np.int32),
        gains[kept].astype(np.float32),
    )
    best = np.zeros(len(share))  # of what could render a term, be it in these documents or not
    np.maximum.at(best, j, t)
    for _, place, word, chance in lexicons:
        here = place[word] >= 0
        np.maximum.at(best, place[word[here]], chance[here])
    worth = np.where(np.log1p(best / share) >= LEAST, np.log1p(1.0 / share), 0.0)
    return Direction(given, known, links, worth.astype(np.float32))


def _shares(terms: Terms, lexicons: Sequence[_Known]) -> Floats:
    """In which share of documents each term is: as seen, and in small sets as the lexicons' text has it."""
    documents = len(terms.rows) - 1
    size = len(terms.columns) / max(documents, 1)
    seen, total = np.zeros(len(terms.vocabulary)), 1.0
    for side, place, _, _ in lexicons:
        seen[place[place >= 0]] += side.counts[place >= 0]
        total += float(side.counts.sum())
    general = np.where(seen > 0, -np.expm1(-size * seen / total), UNHEARD)
    found: Floats = (terms.frequencies() + PRIOR * general) / (documents + PRIOR)
    return found


def _renderings(source: Hashes, target: Hashes, lexicons: Sequence[_Entries]) -> tuple[Ints, Ints, Floats]:
    """The pairs of terms that render each other, each once, by source term: numbers of both, and t."""
    place = _places(target, source)
    here = np.flatnonzero(place >= 0)
    found = [(here, place[here], np.full(len(here), SAME))]
    for entries in lexicons:
        i, j = entries.source_place[entries.i], entries.target_place[entries.j]
        both = np.flatnonzero((i >= 0) & (j >= 0))
        found.append((i[both], j[both], entries.t[both]))
    i, j, t = map(np.concatenate, zip(*found, strict=True))
    order = np.lexsort((-t, j, i))
    i, j, t = i[order], j[order], t[order]
    first = np.ones(len(i), dtype=bool)
    first[1:] = (i[1:] != i[:-1]) | (j[1:] != j[:-1])
    return i[first], j[first], t[first]


def _places(vocabulary: Hashes, terms: Hashes) -> Ints:
    """For each term its place in the vocabulary, -1 where it is not in it."""
    if not len(vocabulary):
        return np.full(len(terms), -1, dtype=np.int64)
    place = np.minimum(np.searchsorted(vocabulary, terms), len(vocabulary) - 1)
    return np.where(vocabulary[place] == terms, place, -1)

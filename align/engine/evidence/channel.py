"""One kind of evidence (words, values, names) that two documents share, as log-likelihood ratios.

A term w of the target, given a run of source segments, has P(w | run) = mean over the run's terms of t(w | s) under
translation and P(w) under chance. Its log ratio, with the share `faith` of uses in which w is rendered by what the tables have, is
log(faith * P(w | run) / P(w) + 1 - faith): at worst log(1 - faith), and 0 for a term that the tables do not know. The mean over a
longer run is smaller, so that joining an unrelated segment lowers the score. After Moore (2002), "Fast and Accurate
Sentence Alignment of Bilingual Corpora"; both directions, each with its own table.

Several document pairs run side by side, padded to one size: the first axis of every array.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.engine.evidence.ranges import Ints, spread, starts

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Terms:
    """The distinct terms of each of several documents, and how often each segment has them."""

    vocabulary: tuple[str, ...]
    """The terms of all documents."""
    own: Ints
    """(documents, T): each document's own terms as numbers of the vocabulary, -1 for none."""
    counts: Floats
    """(documents, T, segments)"""
    places: tuple[Ints, Ints, Floats]
    """Own term of all documents (document * T + term), segment, and count, wherever it is not 0, in this order."""

    @classmethod
    def of(cls, documents: Sequence[Sequence[Sequence[str]]]) -> Terms:
        numbers: dict[str, int] = {}
        tokens = [
            numbers.setdefault(t, len(numbers)) for segments in documents for segment in segments for t in segment
        ]
        sizes = np.array([len(segment) for segments in documents for segment in segments], dtype=np.int64)
        lengths = np.array([len(segments) for segments in documents], dtype=np.int64)
        position, document = spread(np.zeros_like(lengths), lengths)
        k, j = np.repeat(document, sizes), np.repeat(position, sizes)
        distinct, cell = np.unique(k * max(len(numbers), 1) + np.array(tokens, dtype=np.int64), return_inverse=True)
        owner, term = np.divmod(distinct, max(len(numbers), 1))
        many = np.bincount(owner, minlength=len(documents))
        row, _ = spread(np.zeros_like(many), many)
        own = np.full((len(documents), int(many.max(initial=0))), -1, dtype=np.int64)
        own[owner, row] = term
        shape = (*own.shape, int(lengths.max(initial=0)))
        flat = np.bincount((k * shape[1] + row[cell]) * shape[2] + j, minlength=int(np.prod(shape)))
        counts = flat.astype(np.float64)
        here = np.flatnonzero(flat)
        return cls(tuple(numbers), own, counts.reshape(shape), (*np.divmod(here, max(shape[2], 1)), counts[here]))

    def each(self, values: Floats, missing: float = 0.0) -> Floats:
        """`values` of the vocabulary as values of the own terms, (documents, T)."""
        return np.where(self.own >= 0, np.append(values, missing)[self.own], missing)

    def rows(self) -> Ints:
        """(documents, vocabulary): which of a document's own terms each term is, -1 for none."""
        documents, width = self.own.shape
        found = np.full((documents, len(self.vocabulary) + 1), -1, dtype=np.int64)
        found[np.arange(documents)[:, None], self.own] = np.arange(width)
        return found[:, :-1]  # behind it is where terms that are none went


@dataclass(frozen=True, slots=True)
class Links:
    """Which terms render each other, as numbers of the two vocabularies."""

    source: Ints
    target: Ints
    forward: Floats
    """t(target | source)"""
    backward: Floats
    """t(source | target)"""
    table: Ints
    """Which of the tables has it."""


@dataclass(frozen=True, slots=True)
class Uses:
    """Each use of a term with each of its renderings that the other side has somewhere."""

    shape: tuple[int, int, int]
    """(documents, T of the other side, segments of this one)"""
    cell: Ints
    """Which of them each is of."""
    likely: Floats
    """t(rendering | term) by how often the segment has the term."""
    said: Ints
    """By which table of which term: (table * documents + document) * T + term."""

    @classmethod
    def of(cls, given: Terms, known: Terms, givens: Ints, knowns: Ints, t: Floats, table: Ints) -> Uses:
        """The uses of the terms of `given`."""
        (documents, width), segments = given.own.shape, given.counts.shape[2]
        own, others = given.rows(), known.rows()
        d, link = np.divmod(np.flatnonzero((own >= 0)[:, givens] & (others >= 0)[:, knowns]), max(len(givens), 1))
        term = d * width + own[d, givens[link]]
        other = (d * known.own.shape[1] + others[d, knowns[link]]) * segments
        place, segment, count = given.places
        first = starts(np.bincount(place, minlength=documents * width))
        use, of = spread(first[term], first[term + 1])
        return cls(
            (*known.own.shape, segments),
            other[of] + segment[use],
            t[link][of] * count[use],
            (table[link] * (documents * width) + term)[of],
        )

    def rendered(self, mix: Floats) -> Floats:
        """For each term of the other side the sum of t(term | s) over what each segment has, by each table's say."""
        say = np.moveaxis(mix, 1, 0).ravel()[self.said]
        found = np.bincount(self.cell, self.likely * say, minlength=int(np.prod(self.shape)))
        return found.astype(np.float64, copy=False).reshape(self.shape)


def uses(source: Terms, target: Terms, links: Links) -> tuple[Uses, Uses]:
    """The uses of the source's terms and those of the target's."""
    return (
        Uses.of(source, target, links.source, links.target, links.forward, links.table),
        Uses.of(target, source, links.target, links.source, links.backward, links.table),
    )


@dataclass(frozen=True, slots=True)
class Channel:
    """The terms of both documents, and what is known of their translation."""

    source: Terms
    target: Terms
    links: Links
    source_chance: Floats
    """P(term) with no translation in sight, (documents, source T)."""
    target_chance: Floats
    source_faith: Floats
    """Share of its uses in which a term is rendered by something that the tables have; 0 tells nothing of it."""
    target_faith: Floats
    source_mix: Floats
    """Weight of each table in what renders a term, (documents, tables, source T); they add up to 1 at most."""
    target_mix: Floats

    uses: tuple[Uses, Uses] | None = None
    """Those of the links, where they have been looked up already."""

    def rendered(self) -> tuple[Floats, Floats]:
        """For each segment of the source the sum of t(w | s) over its terms, (documents, target T, N); the same the other way."""
        source, target = self.uses or uses(self.source, self.target, self.links)
        return source.rendered(self.source_mix), target.rendered(self.target_mix)

    def scores(self, most: int) -> Scores:
        """The log-likelihood ratios of all segments, given runs of up to `most` segments of the other side."""
        if not (self.source_faith.any() or self.target_faith.any()):  # nothing is believed: all log ratios are 0
            return Scores(
                _none(self.source, self.target, most),
                _none(self.target, self.source, most),
                self.source.counts.sum(1),
                self.target.counts.sum(1),
                False,
            )
        forward, backward = self.rendered()
        return Scores(
            _ratios(forward, self.target, self.source, self.target_chance, self.target_faith, most),
            _ratios(backward, self.source, self.target, self.source_chance, self.source_faith, most),
            self.source.counts.sum(1),
            self.target.counts.sum(1),
        )


@dataclass(frozen=True, slots=True)
class Scores:
    """Log-likelihood ratios of single segments given runs of the other side, in nats."""

    target: list[Floats]
    """[a - 1][document, i, j]: of target segment j given the source segments i to i + a."""
    source: list[Floats]
    """[b - 1][document, j, i]: of source segment i given the target segments j to j + b."""
    source_sizes: Floats
    """Terms in each source segment, (documents, segments)."""
    target_sizes: Floats
    tell: bool = True
    """False where all are 0."""


def chance(terms: Terms, general: Floats, own: Floats | float) -> Floats:
    """P(term), (documents, T): the share `own` from the document itself, the rest from `general`, (documents, T)."""
    here = terms.counts.sum(2)
    here /= np.maximum(here.sum(1, keepdims=True), 1.0)
    found: Floats = own * here + (1 - own) * general
    return found


def one(terms: Terms) -> Floats:
    """The mix of a single table."""
    return np.ones((len(terms.own), 1, terms.own.shape[1]))


def _none(given: Terms, known: Terms, most: int) -> list[Floats]:
    """What `_ratios` gives where nothing is believed."""
    (documents, _, n), m = given.counts.shape, known.counts.shape[2]
    return [np.zeros((documents, n - run + 1, m)) for run in range(1, min(most, n) + 1)]


def _ratios(
    rendered: Floats, known: Terms, given: Terms, probability: Floats, faith: Floats, most: int
) -> list[Floats]:
    documents, width, segments = rendered.shape
    sums = np.zeros((documents, width, segments + 1))
    np.cumsum(rendered, axis=2, out=sums[:, :, 1:])
    sizes = np.zeros((documents, 1, segments + 1))
    np.cumsum(given.counts.sum(1), axis=1, out=sizes[:, 0, 1:])
    sums *= (faith / np.maximum(probability, 1e-12))[:, :, None]
    unrendered = 1.0 - faith[:, :, None]
    ratios = []
    for run in range(1, min(most, segments) + 1):
        share = (sums[:, :, run:] - sums[:, :, :-run]) / np.maximum(sizes[:, :, run:] - sizes[:, :, :-run], 1.0)
        ratios.append(np.log(share + unrendered).transpose(0, 2, 1) @ known.counts)
    return ratios

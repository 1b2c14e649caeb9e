"""One kind of evidence (words, values, names) that two documents share, as log-likelihood ratios.

A term w of the target, given a run of source segments, has P(w | run) = mean over the run's terms of t(w | s) under
translation and P(w) under chance. Its log ratio, with the share `faith` of uses in which w is rendered by what the tables have, is
log(faith * P(w | run) / P(w) + 1 - faith): at worst log(1 - faith), and 0 for a term that the tables do not know. The mean over a
longer run is smaller, so that joining an unrelated segment lowers the score. After Moore (2002), "Fast and Accurate
Sentence Alignment of Bilingual Corpora"; both directions, each with its own table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Terms:
    """The distinct terms of one document and how often each of its segments has them."""

    terms: tuple[str, ...]
    counts: Floats
    """(terms, segments)"""

    @classmethod
    def of(cls, segments: Sequence[Sequence[str]]) -> Terms:
        terms = {term: i for i, term in enumerate(dict.fromkeys(t for segment in segments for t in segment))}
        counts = np.zeros((len(terms), len(segments)))
        for j, segment in enumerate(segments):
            for term in segment:
                counts[terms[term], j] += 1
        return cls(tuple(terms), counts)


@dataclass(frozen=True, slots=True)
class Channel:
    """The terms of both documents, and what is known of their translation."""

    source: Terms
    target: Terms
    forward: Floats
    """t(target | source), (target terms, source terms)"""
    backward: Floats
    """t(source | target), (source terms, target terms)"""
    source_chance: Floats
    """P(term) with no translation in sight, (source terms,)"""
    target_chance: Floats
    source_faith: Floats
    """Share of its uses in which a term is rendered by something that the tables have; 0 tells nothing of it."""
    target_faith: Floats

    def scores(self, most: int) -> Scores:
        """The log-likelihood ratios of all segments, given runs of up to `most` segments of the other side."""
        return Scores(
            _ratios(self.forward, self.target, self.source, self.target_chance, self.target_faith, most),
            _ratios(self.backward, self.source, self.target, self.source_chance, self.source_faith, most),
            self.source.counts.sum(0),
            self.target.counts.sum(0),
        )


@dataclass(frozen=True, slots=True)
class Scores:
    """Log-likelihood ratios of single segments given runs of the other side, in nats."""

    target: list[Floats]
    """[a - 1][i, j]: of target segment j given the source segments i to i + a."""
    source: list[Floats]
    """[b - 1][j, i]: of source segment i given the target segments j to j + b."""
    source_sizes: Floats
    """Terms in each source segment."""
    target_sizes: Floats


def chance(terms: Terms, general: Floats | None, own: float) -> Floats:
    """P(term): the share `own` from this document, the rest from `general` where that is known."""
    total = terms.counts.sum()
    here = terms.counts.sum(1) / max(total, 1.0)
    return here if general is None else own * here + (1 - own) * general  # type: ignore[no-any-return]


def _ratios(table: Floats, known: Terms, given: Terms, probability: Floats, faith: Floats, most: int) -> list[Floats]:
    sums = np.zeros((len(known.terms), given.counts.shape[1] + 1))
    np.cumsum(table @ given.counts, axis=1, out=sums[:, 1:])
    sizes = np.concatenate(([0.0], np.cumsum(given.counts.sum(0))))
    sums *= (faith / np.maximum(probability, 1e-12))[:, None]
    unrendered = 1.0 - faith[:, None]
    ratios = []
    for run in range(1, min(most, given.counts.shape[1]) + 1):
        share = (sums[:, run:] - sums[:, :-run]) / np.maximum(sizes[run:] - sizes[:-run], 1.0)
        ratios.append(np.log(share + unrendered).T @ known.counts)
    return ratios

"""Everything that speaks for or against a bead, as numbers to be weighted: a log-linear model of alignments.

With at most 30 weights in all, fitted by `benchmarks/fit_weights.py`. Each bead a:b that starts at (i, j) has one value of
each of `BEAD`; each null segment one of each of `NULL`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.lang.furniture import furniture
from align.model import Document
from align.scoring import length
from align.scoring.channel import Channel, Scores
from align.search.lattice import Shape

Floats = NDArray[np.float64]

SHAPES: tuple[Shape, ...] = (
    *((a, b) for a in range(1, 5) for b in range(1, 5) if a + b <= 5),
    *((1, b) for b in range(5, 8)),
    *((a, 1) for a in range(5, 8)),
)
"""Every bead of up to five segments, and longer one-to-many."""
MOST = max(a for a, _ in SHAPES)
KINDS = ("1:1", "1:2", "2:1", "2:2", "1:3", "1:4", "2:3", "longer")
BEAD = (
    "words",
    "words_mean",
    "words_segment",
    "words_least",
    "values",
    "names",
    "length",
    "diagonal",
    "crossing",
    "ends",
    *KINDS,
)
NULL = ("null", "unmatched", "furniture")


def kind(shape: Shape) -> tuple[str, float]:
    """The feature that a bead's shape has, and its value: more for each segment past five."""
    a, b = shape
    if a + b > 5:
        return "longer", a + b - 5.0
    name = f"{a}:{b}" if f"{a}:{b}" in KINDS else f"{b}:{a}"
    return name, 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one pair of documents, before any weight: enough to price every bead."""

    size: Shape
    words: Scores
    values: Scores
    names: Scores
    source_lengths: Floats
    target_lengths: Floats
    source_furniture: Floats
    target_furniture: Floats
    source_paragraphs: Floats
    """Paragraph of each segment; all 0 where paragraphs say nothing."""
    target_paragraphs: Floats

    def beads(self, shape: Shape) -> Floats | None:
        """(features, N - a + 1, M - b + 1) for beads of `shape` by where they start; None where none fits."""
        a, b = shape
        n, m = self.size
        if a > n or b > m:
            return None
        rows = dict(self._rows(a, b))
        name, value = kind(shape)
        found = np.zeros((len(BEAD), n - a + 1, m - b + 1))
        for row, feature in enumerate(BEAD):
            if feature in rows:
                found[row] = rows[feature]
            elif feature == name:
                found[row] = value
        return found

    def _rows(self, a: int, b: int) -> Iterator[tuple[str, Floats]]:
        n, m = self.size
        given, taken = self.words.target[a - 1], self.words.source[b - 1].T
        yield "words", _both(given, taken, a, b)
        terms = _runs(self.words.source_sizes[:, None], a) + _runs(self.words.target_sizes[:, None], b).T
        yield "words_mean", _both(given, taken, a, b) / np.sqrt(terms + 4)
        given = given / np.sqrt(self.words.target_sizes + 2)
        taken = taken / np.sqrt(self.words.source_sizes + 2)[:, None]
        yield "words_segment", _both(given, taken, a, b)
        if a + b > 2:
            yield (
                "words_least",
                np.minimum.reduce(
                    [given[:, k : m - b + 1 + k] for k in range(b)] + [taken[k : n - a + 1 + k] for k in range(a)]
                ),
            )
        for name, scores in (("values", self.values), ("names", self.names)):
            yield name, _both(scores.target[a - 1], scores.source[b - 1].T, a, b)
        yield "length", length.ratios(self.source_lengths, self.target_lengths, a, b)
        here, there = (np.arange(n - a + 1) + a / 2) / n, (np.arange(m - b + 1) + b / 2) / m
        yield "diagonal", -np.abs(here[:, None] - there[None]) * (a + b) / 2
        yield from self._paragraphs(a, b)

    def _paragraphs(self, a: int, b: int) -> Iterator[tuple[str, Floats]]:
        """Paragraph ends inside the bead, and whether it ends a paragraph on both sides (1), on one (-1) or none (0)."""
        crossed, ended = [], []
        for paragraphs, run in ((self.source_paragraphs, a), (self.target_paragraphs, b)):
            changes = np.diff(paragraphs, append=paragraphs[-1]) != 0
            inside = (
                _runs(changes[:, None].astype(float), run - 1)[: len(paragraphs) - run + 1, 0]
                if run > 1
                else np.zeros(len(paragraphs))
            )
            crossed.append(inside)
            ended.append(changes[run - 1 :].astype(float))
        yield "crossing", -(crossed[0][:, None] + crossed[1][None])
        yield "ends", ended[0][:, None] * ended[1][None] * 2 - np.maximum(ended[0][:, None], ended[1][None])

    def nulls(self) -> tuple[Floats, Floats]:
        """(features, N) and (features, M) for each segment as a null."""
        n, m = self.size
        source = self.words.source[0].max(0, initial=0.0) if m else np.zeros(n)
        target = self.words.target[0].max(0, initial=0.0) if n else np.zeros(m)
        return (
            np.stack([np.ones(n), -source / np.sqrt(self.words.source_sizes + 2), self.source_furniture]),
            np.stack([np.ones(m), -target / np.sqrt(self.words.target_sizes + 2), self.target_furniture]),
        )


def evidence(
    source: Document, target: Document, words: Channel, values: Channel, names: Channel, paragraphs: bool
) -> Evidence:
    """The evidence of a pair of segmented documents; `paragraphs` says whether their paragraphs mean something."""
    left, right = source.texts(), target.texts()
    return Evidence(
        (len(left), len(right)),
        words.scores(MOST),
        values.scores(MOST),
        names.scores(MOST),
        length.sizes(left),
        length.sizes(right),
        _each(furniture, left),
        _each(furniture, right),
        np.array([s.paragraph if paragraphs else 0 for s in source.segments], dtype=np.float64),
        np.array([s.paragraph if paragraphs else 0 for s in target.segments], dtype=np.float64),
    )


def _each(test: Callable[[str], bool], texts: Sequence[str]) -> Floats:
    return np.array([float(test(text)) for text in texts], dtype=np.float64)


def _runs(values: Floats, size: int) -> Floats:
    """Sums of `size` neighbours along the first axis."""
    sums = np.concatenate([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)])
    return sums[size:] - sums[:-size]  # type: ignore[no-any-return]


def _both(given: Floats, taken: Floats, a: int, b: int) -> Floats:
    """Mean of the two directions for beads a:b: `given` (N - a + 1, M) of target segments, `taken` (N, M - b + 1) of source ones."""
    return (_runs(given.T, b).T + _runs(taken, a)) / 2

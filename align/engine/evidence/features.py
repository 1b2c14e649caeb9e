"""Everything that speaks for or against a bead, as numbers to be weighted: a log-linear model of alignments.

With at most 40 weights in all, fitted by `benchmarks/fit_weights.py`. Each bead a:b that starts at (i, j) has one value of
each of `BEAD`; each null segment one of each of `NULL`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from align.engine.evidence import length, marks, quoted, similarity
from align.engine.evidence.channel import Channel, Scores
from align.engine.evidence.similarity import Similar
from align.engine.search.lattice import Shape
from align.model import Document

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
    "quoted",
    "marks",
    "diagonal",
    "crossing",
    "ends",
    *KINDS,
    *similarity.FEATURES,
)
CONTENT = {"words", "words_mean", "words_segment", "words_least", "values", "names", *similarity.FEATURES}
"""What two segments say: not how long they are, nor where they stand."""
NULL = ("null", "unmatched", "boilerplate", "similar_alone")


def kind(shape: Shape) -> tuple[str, float]:
    """The feature that a bead's shape has, and its value: more for each segment past five."""
    a, b = shape
    if a + b > 5:
        return "longer", a + b - 5.0
    name = f"{a}:{b}" if f"{a}:{b}" in KINDS else f"{b}:{a}"
    return name, 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of some document pairs, before any weight: enough to price every bead.

    The pairs run side by side, padded to one size (N, M): the first axis of every array.
    """

    sizes: tuple[Shape, ...]
    """The real (N, M) of each pair."""
    words: Scores
    values: Scores
    names: Scores
    source_lengths: Floats
    target_lengths: Floats
    scale: Floats
    """log of the target's length by the source's, (documents,)"""
    source_paragraphs: Floats
    """Paragraph of each segment; all 0 where paragraphs say nothing."""
    target_paragraphs: Floats
    source_quoted: Floats
    """Letters of each segment that are quoted."""
    target_quoted: Floats
    source_marks: Floats
    """(documents, N, marks): what each segment has of them."""
    target_marks: Floats
    similar: Similar | None = None
    """What a model says, where an engine has one."""
    forms: dict[tuple[float, ...], list[Floats]] = field(default_factory=dict, compare=False, repr=False)
    """What `_form` gives, by its weights: the same whatever words and models say, so that it is made once."""

    @property
    def size(self) -> Shape:
        """The (N, M) that all pairs are padded to."""
        return self.source_lengths.shape[1], self.target_lengths.shape[1]

    def shapes(self) -> tuple[Shape, ...]:
        """The shapes that fit into the largest pair."""
        return tuple((a, b) for a, b in SHAPES if a <= self.size[0] and b <= self.size[1])

    def beads(self, shape: Shape) -> Floats | None:
        """(features, documents, N - a + 1, M - b + 1) for beads of `shape` by where they start; None where none fits."""
        if shape not in self.shapes():
            return None
        a, b = shape
        additive = self._additive()
        rows: dict[str, Floats | float] = {
            name: _both(given[a - 1], taken[b - 1], a, b) for name, (given, taken) in additive.items()
        }
        rows |= [*self._said(a, b, *additive["words_segment"]), *self._shown(a, b)]
        cells = np.shape(rows["words"])
        return np.stack([np.broadcast_to(rows.get(feature, 0.0), cells) for feature in BEAD])

    def priced(self, weights: Mapping[str, float]) -> Iterator[tuple[Shape, Floats, Floats]]:
        """Each shape with the weighted sum of its features, (documents, N - a + 1, M - b + 1), and of those of `CONTENT` alone.

        The same as `beads` times the weights; what adds up over a bead's segments is weighted before it is added up.
        """
        additive = self._additive()
        given, taken = (
            [
                sum(weights[name] * part for name, part in zip(additive, parts, strict=True))
                for parts in zip(*runs, strict=True)
            ]
            for runs in zip(*additive.values(), strict=True)
        )
        for (a, b), form in zip(self.shapes(), self._form(weights), strict=True):
            content: Floats = _both(given[a - 1], taken[b - 1], a, b)
            for name, row in self._said(a, b, *additive["words_segment"]):
                content += weights[name] * row
            yield (a, b), form + content, content

    def _form(self, weights: Mapping[str, float]) -> list[Floats]:
        """For each shape the weighted sum of the features that are not of `CONTENT`, as in `priced`."""
        key = tuple(weights[name] for name in BEAD if name not in CONTENT)
        if key not in self.forms:
            self.forms[key] = [
                sum((weights[name] * np.asarray(row) for name, row in self._shown(a, b)), np.zeros(()))
                for a, b in self.shapes()
            ]
        return self.forms[key]

    def _additive(self) -> dict[str, tuple[list[Floats], list[Floats]]]:
        """The features that add up, by run: (documents, N - a + 1, M) of target and (documents, N, M - b + 1) of source segments."""
        found = {
            name: (scores.target, [part.transpose(0, 2, 1) for part in scores.source])
            for name, scores in (("words", self.words), ("values", self.values), ("names", self.names))
        }
        given, taken = found["words"]
        columns, rows = np.sqrt(self.words.target_sizes + 2)[:, None], np.sqrt(self.words.source_sizes + 2)[:, :, None]
        return found | {"words_segment": ([part / columns for part in given], [part / rows for part in taken])}

    def _said(
        self, a: int, b: int, given: Sequence[Floats], taken: Sequence[Floats]
    ) -> Iterator[tuple[str, Floats | float]]:
        """Those of `CONTENT` of beads as a whole; `given` and `taken` are of single segments by their size, as in `_additive`."""
        n, m = self.size
        if self.words.tell:
            terms = _runs(self.words.source_sizes, a)[:, :, None] + _runs(self.words.target_sizes, b)[:, None]
            words = _both(self.words.target[a - 1], self.words.source[b - 1].transpose(0, 2, 1), a, b)
            yield "words_mean", words / np.sqrt(terms + 4)
        if self.words.tell and a + b > 2:
            least = given[a - 1][:, :, : m - b + 1].copy()
            for k in range(1, b):
                np.minimum(least, given[a - 1][:, :, k : m - b + 1 + k], out=least)
            for k in range(a):
                np.minimum(least, taken[b - 1][:, k : n - a + 1 + k], out=least)
            yield "words_least", least
        if self.similar is not None:
            yield from zip(similarity.FEATURES, self.similar.beads[a, b], strict=True)

    def _shown(self, a: int, b: int) -> Iterator[tuple[str, Floats | float]]:
        """The features of beads that are not of `CONTENT`: how long they are, what marks they have, where they stand."""
        n, m = self.size
        yield "length", length.ratios(self.source_lengths, self.target_lengths, self.scale, a, b)
        yield "marks", marks.ratios(self.source_marks, self.target_marks, self.sizes, a, b)
        yield "quoted", quoted.ratios(self.source_quoted, self.target_quoted, self.scale, a, b)
        rows, columns = np.maximum(np.array(self.sizes, dtype=np.float64), 1).T[:, :, None]
        here, there = (np.arange(n - a + 1) + a / 2) / rows, (np.arange(m - b + 1) + b / 2) / columns
        yield "diagonal", np.abs(here[:, :, None] - there[:, None]) * (-(a + b) / 2)
        if self.source_paragraphs.any() or self.target_paragraphs.any():
            yield from self._paragraphs(a, b)
        yield kind((a, b))

    def _paragraphs(self, a: int, b: int) -> Iterator[tuple[str, Floats]]:
        """Paragraph ends inside the bead, and whether it ends a paragraph on both sides (1), on one (-1) or none (0)."""
        crossed, ended = [], []
        for paragraphs, run in ((self.source_paragraphs, a), (self.target_paragraphs, b)):
            changes = (np.diff(paragraphs, append=paragraphs[:, -1:]) != 0).astype(float)
            width = paragraphs.shape[1] - run + 1
            crossed.append(_runs(changes, run - 1)[:, :width] if run > 1 else np.zeros((len(paragraphs), width)))
            ended.append(changes[:, run - 1 :])
        inside, ends = ([side[:, :, None], other[:, None]] for side, other in (crossed, ended))
        yield "crossing", -(inside[0] + inside[1])
        yield "ends", ends[0] * ends[1] * 2 - np.maximum(*ends)

    def nulls(self) -> tuple[Floats, Floats]:
        """(features, documents, N) and (features, documents, M) for each segment as a null."""
        similar = self.similar or Similar({}, np.zeros_like(self.source_lengths), np.zeros_like(self.target_lengths))
        rows = []
        for side, scores, terms, here, alone in (
            (0, self.words.source, self.words.source_sizes, self.source_marks, similar.source),
            (1, self.words.target, self.words.target_sizes, self.target_marks, similar.target),
        ):
            inside = np.arange(self.size[1 - side]) < np.array(self.sizes)[:, 1 - side, None]
            best = np.where(inside[:, :, None], scores[0], 0.0).max(1, initial=0.0)
            rows.append(np.stack([np.ones_like(best), -best / np.sqrt(terms + 2), marks.furniture(here), alone]))
        return rows[0], rows[1]


def evidence(
    pairs: Sequence[tuple[Document, Document]], words: Channel, values: Channel, names: Channel, paragraphs: bool
) -> Evidence:
    """The evidence of pairs of segmented documents, no side of them empty; `paragraphs` says whether these mean something."""
    made = _layout(tuple(pairs), paragraphs)
    return made(words=words.scores(MOST), values=values.scores(MOST), names=names.scores(MOST))


@lru_cache(maxsize=1)
def _layout(pairs: tuple[tuple[Document, Document], ...], paragraphs: bool) -> partial[Evidence]:
    """Evidence that has to be told what the words say: an article that teaches its own lexicon is looked at several times."""
    left, right = [source for source, _ in pairs], [target for _, target in pairs]
    sizes = [[length.sizes(document.texts()) for document in side] for side in (left, right)]
    signs = [[marks.found(document.texts()) for document in side] for side in (left, right)]
    return partial(
        Evidence,
        sizes=tuple((len(source.segments), len(target.segments)) for source, target in pairs),
        source_lengths=_padded(sizes[0]),
        target_lengths=_padded(sizes[1]),
        scale=length.scale(*(_written(*both) for both in zip(sizes, signs, strict=True))),
        source_paragraphs=_padded([_numbers(document, paragraphs) for document in left]),
        target_paragraphs=_padded([_numbers(document, paragraphs) for document in right]),
        source_quoted=_padded([quoted.sizes(document.texts()) for document in left]),
        target_quoted=_padded([quoted.sizes(document.texts()) for document in right]),
        source_marks=_stacked(signs[0]),
        target_marks=_stacked(signs[1]),
        forms={},
    )


def _written(sizes: Sequence[Floats], signs: Sequence[Floats]) -> Floats:
    """The length of each document's text, without what surrounds it on a page, unless that is all."""
    text = [float(size @ (marks.furniture(sign) == 0)) for size, sign in zip(sizes, signs, strict=True)]
    return np.array([some or float(size.sum()) for some, size in zip(text, sizes, strict=True)])


def _numbers(document: Document, paragraphs: bool) -> Floats:
    return np.array([s.paragraph if paragraphs else 0 for s in document.segments], dtype=np.float64)


def _padded(rows: Sequence[Floats]) -> Floats:
    """Rows of different lengths as an array, each continued with its last value."""
    width = max(map(len, rows))
    return np.stack([np.pad(row, (0, width - len(row)), mode="edge") for row in rows])


def _stacked(rows: Sequence[Floats]) -> Floats:
    """Rows of different lengths as an array, zeros behind each."""
    width = max(map(len, rows))
    return np.stack([np.pad(row, ((0, width - len(row)), (0, 0))) for row in rows])


def _runs(values: Floats, size: int, axis: int = 1) -> Floats:
    """Sums of `size` neighbours along an axis."""
    count = values.shape[axis] - size + 1
    before = (slice(None),) * axis
    total = values[(*before, slice(0, count))]
    for k in range(1, size):
        total = total + values[(*before, slice(k, k + count))]
    return total


def _both(given: Floats, taken: Floats, a: int, b: int) -> Floats:
    """Mean of the two directions for beads a:b: `given` (…, N - a + 1, M) of target, `taken` (…, N, M - b + 1) of source segments."""
    return (_runs(given, b, 2) + _runs(taken, a, 1)) / 2

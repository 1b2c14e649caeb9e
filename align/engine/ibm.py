"""Word translation probabilities from sentence pairs: IBM Model 1 in NumPy (Brown et al. 1993).

With the empty word, a diagonal-free uniform prior and absolute discounting of the counts, so that a word seen once
does not get a sure translation (Moore 2004, "Improving IBM Word-Alignment Model 1").

What renders a word of the target is shared out among the words of its sentence, and so the words of the target are taken in blocks,
each with all that they stand beside. The links of much text wait in a temporary file: memory grows with the word pairs that differ,
and not with the text.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO

import numpy as np
from numpy.typing import NDArray

from align.engine.evidence.ranges import Ints, spread, starts

Floats = NDArray[np.float64]
Words = NDArray[np.int32]

BLOCK = 2_000_000
"""Links in a block: 100 MB while it is worked on."""
KEPT = 4 * BLOCK
"""Bytes of links up to which they stay in memory."""


@dataclass(frozen=True, slots=True)
class Bags:
    """The distinct words of each sentence, as numbers of a vocabulary, one sentence after the other."""

    words: Words
    starts: Ints
    """Where each sentence begins; one more at the end."""
    size: int
    """Of the vocabulary."""

    @classmethod
    def of(cls, sentences: Sequence[Sequence[int]], size: int) -> Bags:
        words = np.array([word for sentence in sentences for word in sentence], dtype=np.int32)
        return cls(words, starts(np.array([len(sentence) for sentence in sentences], dtype=np.int64)), size)


@dataclass(frozen=True, slots=True)
class Table:
    """t(target | source) of all words that stand in one sentence pair, in rows by target word."""

    rows: Ints
    """Where each target word's sources begin; one more at the end."""
    source: Words
    """In rising order within a row."""
    probability: NDArray[np.float32]
    empty: Floats
    """t(target | the empty word)."""
    size: int
    """Of the source's vocabulary."""

    def least(self, probability: float) -> tuple[Ints, Ints]:
        """The source and target words of all pairs that are as probable as that."""
        kept = np.flatnonzero(self.probability >= probability)
        return self.source[kept].astype(np.int64), np.searchsorted(self.rows, kept, side="right") - 1

    def at(self, source: Ints, target: Ints) -> Floats:
        """t of pairs that are in the table."""
        of = np.repeat(np.arange(len(self.rows) - 1), np.diff(self.rows))
        found: Floats = self.probability[
            np.searchsorted(of * self.size + self.source, target * self.size + source)
        ].astype(np.float64)
        return found


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring words of the target, and the sentences in which they are used."""

    first: int
    """The number of its first word."""
    words: Ints
    """For each use the word, counted from the first."""
    sentences: Ints
    """For each use the sentence."""
    cells: slice
    """Where the table has its pairs."""
    many: Ints
    """For each use the number of its links: the source words of its sentence."""


def train(
    source: Bags,
    target: Bags,
    weights: Floats,
    *,
    iterations: int = 5,
    discount: float = 0.5,
    null: float = 1.0,
) -> Table:
    """t(target | source) after `iterations` of EM over sentence pairs; `null` is the prior weight of the empty word."""
    with tempfile.SpooledTemporaryFile(KEPT) as links:
        blocks, rows, beside = _linked(source, target, links)
        there = np.diff(rows) > 0
        empty = there / max(int(there.sum()), 1)
        counts = np.ones(len(beside), dtype=np.float32)
        total = np.bincount(beside, minlength=source.size).astype(np.float64)
        off = 0.0  # nothing is discounted from the uniform beginning
        for _ in range(iterations):
            links.seek(0)
            sums, nulls = np.zeros_like(total), np.zeros_like(empty)
            for block in blocks:
                here = beside[block.cells]
                cell = np.frombuffer(links.read(4 * int(block.many.sum())), dtype=np.int32)
                use = np.repeat(np.arange(len(block.many)), block.many)
                score = (np.maximum(counts[block.cells] - off, 0.0) / total[here])[cell]
                alone = null * empty[block.first + block.words]
                share = weights[block.sentences] / (np.bincount(use, score, len(alone)) + alone)
                counted = np.bincount(cell, score * share[use], len(here))
                counts[block.cells] = counted
                sums += np.bincount(here, counted, len(sums))
                nulls += np.bincount(block.first + block.words, alone * share, len(nulls))
            total, empty, off = np.maximum(sums, 1e-300), nulls / max(float(nulls.sum()), 1e-300), discount
    np.maximum(counts - np.float32(off), 0.0, out=counts)
    counts /= total[beside]
    return Table(rows, beside, counts, empty, source.size)


def _linked(source: Bags, target: Bags, links: IO[bytes]) -> tuple[list[Block], Ints, Words]:
    """The blocks, their links in `links`; where each target word's pairs begin, and the source words of the pairs."""
    sizes = np.diff(source.starts)
    sentence = np.repeat(np.arange(len(sizes)), np.diff(target.starts))
    used = np.flatnonzero(sizes[sentence])
    used = used[np.argsort(target.words[used], kind="stable")]
    word, sentence = target.words[used].astype(np.int64), sentence[used]
    blocks, rows, beside = [], [np.zeros(1, dtype=np.int64)], [np.zeros(0, dtype=np.int32)]
    cells = last = 0
    for start, end in _cut(word, sizes[sentence]):
        first, behind = int(word[start]), int(word[end - 1]) + 1
        own, where = word[start:end] - first, sentence[start:end]
        place, use = spread(source.starts[where], source.starts[where + 1])
        keys, cell = np.unique(own[use] * source.size + source.words[place], return_inverse=True)
        links.write(cell.astype(np.int32).tobytes())
        row, given = np.divmod(keys, source.size)
        beside.append(given.astype(np.int32))
        rows.append(np.bincount(row + first - last, minlength=behind - last))
        blocks.append(Block(first, own, where, slice(cells, cells + len(keys)), sizes[where]))
        cells, last = cells + len(keys), behind
    rows.append(np.zeros(target.size - last, dtype=np.int64))
    return blocks, np.cumsum(np.concatenate(rows)), np.concatenate(beside)


def _cut(word: Ints, many: Ints) -> Iterator[tuple[int, int]]:
    """Ranges of uses with about BLOCK links each; the uses of one word stay together. `word` is in rising order."""
    edges = np.append(np.flatnonzero(np.diff(word, prepend=-1)), len(word))
    before = starts(many)[edges]
    start = 0
    while start < len(edges) - 1:
        end = max(int(np.searchsorted(before, before[start] + BLOCK, side="right")) - 1, start + 1)
        yield int(edges[start]), int(edges[end])
        start = end

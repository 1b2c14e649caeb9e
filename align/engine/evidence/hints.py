"""Where two long texts touch: a rough likeness of segments, cheap enough for every window of a book.

What two segments share (words that a lexicon links well, values, Latin strings) counts by how much more likely the one makes
the other; what is common everywhere is left out. Only a sketch: it says where a book may be cut into pieces, and the full
evidence aligns the pieces.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.engine.evidence.channel import Floats
from align.engine.evidence.ranges import Ints, spread, starts
from align.engine.lexicon import Lexicon
from align.model import Mention

LENGTH = 20.0
"""Tokens of a usual segment, among which a term's translation is one."""
LEAST = 1.0
"""Nats of a link that is worth following."""
MOST = 5.0
"""Nats that one shared value or Latin string can tell."""


@dataclass(frozen=True, slots=True)
class Hints:
    """Two documents' terms and the links between them, in rows by what they are looked up by."""

    starts: Ints
    """Where each source segment's terms begin; one more at the end."""
    terms: NDArray[np.int32]
    first: Ints
    """Where each source term's links begin; one more at the end."""
    wanted: NDArray[np.int32]
    """The target term of each link."""
    gains: Floats
    """Nats that it tells."""
    places: Ints
    """term * segments + segment of each target term's place, sorted."""
    segments: int
    """Of the target."""

    @classmethod
    def of(
        cls,
        source: Sequence[Sequence[str]],
        target: Sequence[Sequence[str]],
        source_mentions: Sequence[Sequence[Mention]],
        target_mentions: Sequence[Sequence[Mention]],
        lexicons: Sequence[Lexicon],
    ) -> Hints:
        """The hints of two documents, by the tokens and mentions of their segments."""
        index, terms, sizes = _indexed(source, source_mentions)
        others, seen, others_sizes = _indexed(target, target_mentions)
        givens, wanted, gains = _links(index, others, np.bincount(seen, minlength=len(others)), lexicons)
        many = np.bincount(givens, minlength=len(index))
        segments = max(len(target), 1)
        places = np.unique(seen * np.int64(segments) + np.repeat(np.arange(len(target)), others_sizes))
        return cls(starts(sizes), terms, starts(many), wanted.astype(np.int32), gains, places, segments)

    def likeness(self, rows: range, columns: range) -> Floats:
        """(rows, columns): nats that speak for each pair of segments."""
        edges = self.starts[rows.start : rows.stop + 1]
        terms = self.terms[edges[0] : edges[-1]]
        link, of = spread(self.first[terms], self.first[terms + 1])
        row = np.repeat(np.arange(len(rows)), np.diff(edges))[of]
        base = self.wanted[link] * np.int64(self.segments)
        place, of = spread(*(np.searchsorted(self.places, base + end) for end in (columns.start, columns.stop)))
        column = self.places[place] - base[of] - columns.start
        cells = row[of] * len(columns) + column
        found = np.bincount(cells, self.gains[link][of], minlength=len(rows) * len(columns)).astype(np.float64)
        return found.reshape(len(rows), len(columns))


def _indexed(
    tokens: Sequence[Sequence[str]], mentions: Sequence[Sequence[Mention]]
) -> tuple[dict[str, int], NDArray[np.int32], Ints]:
    """Terms (tokens, and the exact keys of mentions, which no token looks like) with their numbers, those of all places, and how
    many each segment has.
    """
    index: dict[str, int] = {}
    terms, sizes = array("i"), []
    for words, values in zip(tokens, mentions, strict=True):
        before = len(terms)
        terms.extend(index.setdefault(word, len(index)) for word in words)
        terms.extend(index.setdefault(m.keys[0], len(index)) for m in values if m.keys)
        sizes.append(len(terms) - before)
    return (
        index,
        np.frombuffer(terms, dtype=np.int32) if terms else np.zeros(0, dtype=np.int32),
        np.array(sizes, dtype=np.int64),
    )


def _links(
    terms: dict[str, int], others: dict[str, int], seen: Ints, lexicons: Sequence[Lexicon]
) -> tuple[Ints, Ints, Floats]:
    """Source term, target term and nats of each link that tells something, in order of source terms."""
    total = max(float(seen.sum()), 1.0)
    shared = [(terms[t], others[t]) for t in terms if ":" in t and t in others]
    i, j = np.array(shared, dtype=np.int64).reshape(-1, 2).T
    found = [(i, j, np.clip(np.log(total / LENGTH / np.maximum(seen[j], 1)), 0.0, MOST))]
    for lexicon in lexicons:
        i, j, given_source, given_target = lexicon.pairs(list(terms), list(others))
        common = np.maximum(seen[j] / total, 1e-6)
        mean = (
            2 * given_target * given_source / np.maximum(given_source + given_target, 1e-9)
        )  # harmonic: both have to be likely
        found.append((i, j, np.log1p(mean / (LENGTH * common))))
    givens, knowns, gains = map(np.concatenate, zip(*found, strict=True))
    kept = np.flatnonzero(gains >= LEAST)
    kept = kept[np.argsort(givens[kept], kind="stable")]
    return givens[kept], knowns[kept], gains[kept]

"""Where two long texts touch: a rough likeness of segments, cheap enough for every window of a book.

What two segments share (words that a lexicon links well, values, Latin strings) counts by how much more likely the one makes
the other; what is common everywhere is left out. Only a sketch: it says where a book may be cut into pieces, and the full
evidence aligns the pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.model import Mention
from align.scoring.channel import Floats, Ints
from align.scoring.lexicon import Lexicon

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
    """Where each source segment's links begin; one more at the end."""
    wanted: Ints
    """The target term of each."""
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
        terms, every = _indexed([*map(_terms, source, source_mentions)])
        others, others_every = _indexed([*map(_terms, target, target_mentions)])
        givens, knowns, gains = _links(terms, others, np.bincount(others_every[0], minlength=len(others)), lexicons)
        many = np.bincount(givens, minlength=len(terms))
        first = np.cumsum(many) - many
        term, segment = every
        of = np.repeat(np.arange(len(term)), many[term])
        link = np.arange(len(of)) + np.repeat(first[term] - np.cumsum(many[term]) + many[term], many[term])
        rows = np.bincount(segment[of], minlength=len(source))
        places = np.unique(others_every[0] * max(len(target), 1) + others_every[1])
        return cls(np.concatenate(([0], np.cumsum(rows))), knowns[link], gains[link], places, max(len(target), 1))

    def likeness(self, rows: range, columns: range) -> Floats:
        """(rows, columns): nats that speak for each pair of segments."""
        a, b = self.starts[rows.start], self.starts[rows.stop]
        row = np.repeat(np.arange(len(rows)), np.diff(self.starts[rows.start : rows.stop + 1]))
        base = self.wanted[a:b] * self.segments
        low = np.searchsorted(self.places, base + columns.start)
        many = np.searchsorted(self.places, base + columns.stop) - low
        of = np.repeat(np.arange(len(base)), many)
        place = np.arange(len(of)) + np.repeat(low - np.cumsum(many) + many, many)
        column = self.places[place] - base[of] - columns.start
        cells = row[of] * len(columns) + column
        found = np.bincount(cells, self.gains[a:b][of], minlength=len(rows) * len(columns)).astype(np.float64)
        return found.reshape(len(rows), len(columns))


def _terms(tokens: Sequence[str], mentions: Sequence[Mention]) -> list[str]:
    """Tokens and the exact keys of mentions, which no token looks like."""
    return [*tokens, *(m.keys[0] for m in mentions)]


def _indexed(segments: Sequence[Sequence[str]]) -> tuple[dict[str, int], tuple[Ints, Ints]]:
    """The terms with their numbers; term and segment of each place, in order of segments."""
    index: dict[str, int] = {}
    terms = np.array([index.setdefault(t, len(index)) for segment in segments for t in segment], dtype=np.int64)
    return index, (terms, np.repeat(np.arange(len(segments)), [len(segment) for segment in segments]))


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
        backward = given_target * given_source / np.maximum(given_source + given_target, 1e-9)  # both have to be likely
        found.append((i, j, np.log1p(2 * backward / (LENGTH * common))))
    givens, knowns, gains = map(np.concatenate, zip(*found, strict=True))
    kept = np.flatnonzero(gains >= LEAST)
    kept = kept[np.argsort(givens[kept], kind="stable")]
    return givens[kept], knowns[kept], gains[kept]

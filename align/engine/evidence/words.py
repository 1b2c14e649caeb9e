"""The channel of ordinary words: what the lexicons know of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.engine.evidence.channel import Channel, Floats, Links, Terms, chance
from align.engine.lexicon import Lexicon, Side

DOUBT = 1.0
"""Sightings at which a word is half as well known."""
OWN = 0.08
"""Weight of the document itself in how common a word is, where the lexicons have seen much text."""
OFTEN = 10
"""Sightings from which a word is common."""
SMALL = 10_000
"""Tokens of a lexicon's text at which it and the document tell equally well how common a word is."""


def channel(
    source: Sequence[Sequence[Sequence[str]]],
    target: Sequence[Sequence[Sequence[str]]],
    lexicons: Sequence[Lexicon],
) -> Channel:
    """The words of each document pair's segments with the translations of all `lexicons`, each by how often it saw the word."""
    a, b = Terms.of(source), Terms.of(target)
    seen_a, seen_b = np.zeros(len(a.vocabulary)), np.zeros(len(b.vocabulary))
    faith_a, faith_b = np.zeros_like(seen_a), np.zeros_like(seen_b)
    found = []
    for lexicon in lexicons:
        weight_a, weight_b = _counts(lexicon.source, a.vocabulary), _counts(lexicon.target, b.vocabulary)
        seen_a += weight_a
        seen_b += weight_b
        faith_a += weight_a * lexicon.faith
        faith_b += weight_b * lexicon.faith
        i, j, given_source, given_target = lexicon.pairs(a.vocabulary, b.vocabulary)
        found.append((i, j, given_source * weight_a[i], given_target * weight_b[j]))
    i, j, forward, backward = (
        map(np.concatenate, zip(*found, strict=True)) if found else [np.zeros(0, dtype=np.int64)] * 4
    )
    return Channel(
        a,
        b,
        Links(i, j, forward / np.maximum(seen_a, 1.0)[i], backward / np.maximum(seen_b, 1.0)[j]),
        _chance(a, lexicons, "source", seen_a),
        _chance(b, lexicons, "target", seen_b),
        a.each(faith_a / (seen_a + DOUBT)),
        b.each(faith_b / (seen_b + DOUBT)),
    )


def common(tokens: Sequence[str], vocabularies: Sequence[Side]) -> bool:
    """Whether each of `tokens`, one word's, was seen often."""
    for token in tokens:
        seen = 0.0
        for side in vocabularies:
            k = side.index.get(token)
            if k is not None:
                seen += side.counts[k]
        if seen < OFTEN:
            return False
    return True


def _counts(side: Side, terms: Sequence[str]) -> Floats:
    index, counts = side.index, side.counts
    numbers = np.array([index.get(term, -1) for term in terms], dtype=np.int64)
    return np.where(numbers >= 0, np.append(counts, 0.0)[numbers], 0.0)


def _chance(terms: Terms, lexicons: Sequence[Lexicon], side: str, seen: Floats) -> Floats:
    total = sum(float(getattr(lexicon, side).counts.sum()) for lexicon in lexicons)
    general = (seen + 0.5) / total if total else None
    return chance(terms, general, max(OWN, SMALL / (SMALL + total)))

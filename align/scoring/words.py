"""The channel of ordinary words: what the lexicons know of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.scoring.channel import Channel, Floats, Terms, chance
from align.scoring.lexicon import Lexicon, Side

DOUBT = 1.0
"""Sightings at which a word is half as well known."""
OWN = 0.08
"""Weight of the document itself in how common a word is, where the lexicons have seen much text."""
SMALL = 10_000
"""Tokens of a lexicon's text at which it and the document tell equally well how common a word is."""


def channel(source: Sequence[Sequence[str]], target: Sequence[Sequence[str]], lexicons: Sequence[Lexicon]) -> Channel:
    """The words of both documents' segments with the translations of all `lexicons`, each by how often it saw the word."""
    a, b = Terms.of(source), Terms.of(target)
    forward, backward = np.zeros((len(b.terms), len(a.terms))), np.zeros((len(a.terms), len(b.terms)))
    seen_a, seen_b = np.zeros(len(a.terms)), np.zeros(len(b.terms))
    faith_a, faith_b = np.zeros(len(a.terms)), np.zeros(len(b.terms))
    for lexicon in lexicons:
        weight_a, weight_b = _counts(lexicon.source, a.terms), _counts(lexicon.target, b.terms)
        seen_a += weight_a
        seen_b += weight_b
        faith_a += weight_a * lexicon.faith
        faith_b += weight_b * lexicon.faith
        i, j, given_source, given_target = lexicon.pairs(a.terms, b.terms)
        forward[j, i] += given_source * weight_a[i]
        backward[i, j] += given_target * weight_b[j]
    forward /= np.maximum(seen_a, 1.0)
    backward /= np.maximum(seen_b, 1.0)
    return Channel(
        a, b, forward, backward,
        _chance(a, lexicons, "source", seen_a), _chance(b, lexicons, "target", seen_b),
        faith_a / (seen_a + DOUBT), faith_b / (seen_b + DOUBT),
    )  # fmt: skip


def _counts(side: Side, terms: Sequence[str]) -> Floats:
    index, counts = side.index, side.counts
    return np.array([counts[k] if (k := index.get(term)) is not None else 0.0 for term in terms], dtype=np.float64)


def _chance(terms: Terms, lexicons: Sequence[Lexicon], side: str, seen: Floats) -> Floats:
    total = sum(float(getattr(lexicon, side).counts.sum()) for lexicon in lexicons)
    general = (seen + 0.5) / total if total else None
    return chance(terms, general, max(OWN, SMALL / (SMALL + total)))

"""The channel of ordinary words: what the lexicons know of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.engine.evidence.channel import Channel, Floats, Links, Terms, Uses, chance, uses
from align.engine.evidence.ranges import Ints
from align.engine.lexicon import Lexicon, Side

DOUBT = 1.0
"""Sightings at which a word is half as well known."""
OWN = 0.08
"""Weight of the document itself in how common a word is, where the lexicons have seen much text."""
OFTEN = 10
"""Sightings from which a word is common."""
SMALL = 10_000
"""Tokens of a lexicon's text at which it and the document tell equally well how common a word is."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of each document pair's segments, and what each lexicon knows of them."""

    source: Terms
    target: Terms
    links: Links
    """Of all lexicons, each a table."""
    uses: tuple[Uses, Uses]
    """Those of the links."""
    source_seen: Floats
    """How often each lexicon saw each term, (documents, lexicons, T)."""
    target_seen: Floats
    totals: Floats
    """Tokens of each lexicon's text, (sides, lexicons); 0 of what is made from the documents."""

    @classmethod
    def of(
        cls,
        source: Sequence[Sequence[Sequence[str]]],
        target: Sequence[Sequence[Sequence[str]]],
        lexicons: Sequence[Lexicon],
        own: int = 0,
    ) -> Words:
        """The first `own` of the lexicons are made from these documents: a word is known where its document has a counterpart."""
        a, b = Terms.of(source), Terms.of(target)
        numbers = [(x.source.numbers(a.vocabulary), x.target.numbers(b.vocabulary)) for x in lexicons]
        found = [lexicon.linked(*each) for lexicon, each in zip(lexicons, numbers, strict=True)]
        source_seen = _each(a, [x.source.seen(i) for x, (i, _) in zip(lexicons, numbers, strict=True)])
        target_seen = _each(b, [x.target.seen(j) for x, (_, j) in zip(lexicons, numbers, strict=True)])
        totals = np.array([[float(each.counts.sum()) for each in (x.source, x.target)] for x in lexicons])
        totals[:own] = 0.0
        for k in range(own):
            source_seen[:, k] *= _there(a, found[k][0], b, found[k][1])
            target_seen[:, k] *= _there(b, found[k][1], a, found[k][0])
        tables = [np.full(len(each[0]), k) for k, each in enumerate(found)]
        none = np.zeros(0, dtype=np.int64)
        i, j = (np.concatenate([none, *(each[side] for each in found)]) for side in (0, 1))
        forward, backward = (np.concatenate([np.zeros(0), *(each[way] for each in found)]) for way in (2, 3))
        links = Links(i, j, forward, backward, np.concatenate([none, *tables]))
        return cls(
            a,
            b,
            links,
            uses(a, b, links),
            source_seen,
            target_seen,
            totals.reshape(-1, 2).T,
        )

    def believed(self, shares: Floats) -> Channel:
        """The channel in which lexicons render `shares` (documents, lexicons) of the uses of a well-known word.

        They have a say by how often they saw a word and by how far they are believed.
        """
        source = self._side(self.source, self.source_seen, self.totals[0], shares)
        target = self._side(self.target, self.target_seen, self.totals[1], shares)
        return Channel(
            self.source,
            self.target,
            self.links,
            source[0],
            target[0],
            source[1],
            target[1],
            source[2],
            target[2],
            self.uses,
        )

    def alone(self, lexicon: int) -> Channel:
        """The channel of one lexicon, which is believed."""
        shares = np.zeros((len(self.source.own), len(self.totals[0])))
        shares[:, lexicon] = 1.0
        return self.believed(shares)

    def _side(self, terms: Terms, seen: Floats, totals: Floats, shares: Floats) -> tuple[Floats, Floats, Floats]:
        """P(term), the share of its uses that is rendered, (documents, T), and each lexicon's say, (documents, lexicons, T)."""
        say = shares / np.maximum(shares.max(1, keepdims=True, initial=0.0), 1e-9)
        counts = seen * say[:, :, None]
        every = counts.sum(1)
        total = (say @ totals)[:, None]
        own = np.where(total > 0, np.maximum(OWN, SMALL / (SMALL + total)), 1.0)
        return (
            chance(terms, (every + 0.5) / np.maximum(total, 1.0), own),
            (counts * shares[:, :, None]).sum(1) / (every + DOUBT),
            counts / np.maximum(every, 1.0)[:, None],
        )


def channel(
    source: Sequence[Sequence[Sequence[str]]],
    target: Sequence[Sequence[Sequence[str]]],
    lexicons: Sequence[Lexicon],
) -> Channel:
    """The channel in which each lexicon is believed as its file says."""
    words = Words.of(source, target, lexicons)
    return words.believed(np.tile([lexicon.faith for lexicon in lexicons], (len(source), 1)))


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


def _each(terms: Terms, seen: Sequence[Floats]) -> Floats:
    """How often each lexicon saw each term, (documents, lexicons, T), of how often it saw each word of the vocabulary."""
    found = np.zeros((len(terms.own), len(seen), terms.own.shape[1]))
    for k, counts in enumerate(seen):
        found[:, k] = terms.each(counts)
    return found


def _there(terms: Terms, words: Ints, others: Terms, counterparts: Ints) -> NDArray[np.bool_]:
    """(documents, T): whether the document has one of a term's counterparts too."""
    found = np.zeros(terms.own.shape, dtype=bool)
    for d, (own, other) in enumerate(zip(terms.own, others.own, strict=True)):
        here = np.zeros(len(others.vocabulary) + 1, dtype=bool)
        here[other] = True
        here[-1] = False  # where terms that are none went
        linked = np.zeros(len(terms.vocabulary) + 1, dtype=bool)
        linked[words[here[counterparts]]] = True
        found[d] = linked[own]
    return found

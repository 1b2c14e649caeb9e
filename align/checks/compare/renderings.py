"""Which word of one side renders which of the other: what the lexicons, the matched values and the linked names know of each word.

A pair of words weighs the mean, over both directions, of log t(f | e) / P(f), in nats: how much likelier the one is in sight of
the other than by chance (what `engine.evidence.channel` sums over sentences, word by word). A word of several tokens (Korean
syllable pairs) weighs what its best one does. A word of which the lexicons know nothing is unknown, and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from align.engine.evidence.channel import Channel, Floats, Terms
from align.engine.evidence.ranges import spread
from align.engine.evidence.words import channel
from align.engine.lexicon import STEPS, Lexicon
from align.lang import language, scripts
from align.model import Alignment, Document

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+|,\d+)*")
LEAST = 2.0
"""Nats from which two words may render each other: seven times likelier than chance, in the mean of both directions."""
SURE = 9.0
"""What a pair of words weighs that a matched value or a linked name is."""
NEVER = 1e-12
"""In place of a probability of 0."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one side at `[start, end)` of its document."""

    segment: int
    start: int
    end: int
    text: str
    tokens: tuple[str, ...]
    """What a lexicon counts of it."""
    known: float
    """Share of its uses that the lexicons render, of its best known token; 0 for a word that they have not seen."""
    chance: float
    """How common it is: P of its rarest token."""


@dataclass(frozen=True, slots=True)
class Renderings:
    """The words of both documents, by segment, and which render which."""

    source: tuple[tuple[Word, ...], ...]
    target: tuple[tuple[Word, ...], ...]
    weights: dict[tuple[str, str], float]
    """Nats of each pair of tokens that the lexicons have."""
    sure: frozenset[tuple[int, int]]
    """Starts of the source and target words that a matched value or a linked name holds."""
    likeliest: dict[str, float]
    """t(target | source) of the likeliest rendering of each source token that the lexicons have, in whatever text."""

    def weight(self, source: Word, target: Word) -> float:
        """How surely two words render each other, in nats; 0 where nothing speaks for it."""
        if (source.start, target.start) in self.sure:
            return SURE
        return max((self.weights.get((a, b), 0.0) for a in source.tokens for b in target.tokens), default=0.0)

    def of(self, word: Word, others: Iterable[Word], *, least: float = LEAST) -> list[tuple[float, Word]]:
        """What of `others`, of the target, may render a word of the source: weight and word, the surest first."""
        found = [(weight, other) for other in others if (weight := self.weight(word, other)) >= least]
        return sorted(found, key=lambda pair: (-pair[0], pair[1].start))

    def behind(self, word: Word, others: Iterable[Word], *, least: float = LEAST) -> list[tuple[float, Word]]:
        """What of `others`, of the source, a word of the target may render: weight and word, the surest first."""
        found = [(weight, other) for other in others if (weight := self.weight(other, word)) >= least]
        return sorted(found, key=lambda pair: (-pair[0], pair[1].start))


def renderings(alignment: Alignment, sure: Iterable[tuple[int, Span, Span]], lexicons: Sequence[Lexicon]) -> Renderings:
    """What is known of the words of an aligned pair. `sure`: bead, source span and target span of what is known to be the same."""
    cut = _cut(alignment.source), _cut(alignment.target)
    ours, theirs = ([[[t for word in segment for t in word[2]] for segment in side]] for side in cut)
    both = channel(ours, theirs, lexicons)
    chances = _of_vocabulary(both.source, both.source_chance), _of_vocabulary(both.target, both.target_chance)
    faiths = _of_vocabulary(both.source, both.source_faith), _of_vocabulary(both.target, both.target_faith)
    source, target = (
        _words(side, dict(zip(terms.vocabulary, zip(faith.tolist(), chance.tolist(), strict=True), strict=True)))
        for side, terms, faith, chance in zip(cut, (both.source, both.target), faiths, chances, strict=True)
    )
    same = frozenset(_sure(alignment, sure, source, target))
    return Renderings(source, target, _weights(both, *chances), same, _likeliest(lexicons, both.source.vocabulary))


_Cut = Sequence[Sequence[tuple[int, int, tuple[str, ...], str]]]


def _cut(document: Document) -> _Cut:
    """(start, end, tokens, text) of each word of each segment."""
    tokens, text = language(document.lang).tokens, document.text
    return [
        [
            (start, end, tuple(tokens(text[start:end])), text[start:end])
            for m in WORD.finditer(text, s.start, s.end)
            for start, end in _words_of(text, *m.span())
        ]
        for s in document.segments
    ]


def _words_of(text: str, start: int, end: int) -> Iterator[Span]:
    """What stands between spaces, and of scripts that write none the pairs of letters, as tokens are: a clause is no word."""
    done = start
    for m in _unspaced().finditer(text, start, end):
        if done < m.start():
            yield done, m.start()
        yield from ((k, k + 2) for k in range(m.start(), m.end() - 1))
        if len(m[0]) == 1:
            yield m.span()
        done = m.end()
    if done < end:
        yield done, end


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{scripts.unspaced()}]+")


def _words(cut: _Cut, known: dict[str, tuple[float, float]]) -> tuple[tuple[Word, ...], ...]:
    return tuple(
        tuple(
            Word(
                number,
                start,
                end,
                text,
                tokens,
                max((known[t][0] for t in tokens), default=0.0),
                min((known[t][1] for t in tokens), default=0.0),
            )
            for start, end, tokens, text in segment
        )
        for number, segment in enumerate(cut)
    )


def _of_vocabulary(terms: Terms, own: Floats) -> Floats:
    """Values of a document's own terms by the vocabulary's numbers."""
    found = np.zeros(len(terms.vocabulary))
    some = terms.own[0] >= 0
    found[terms.own[0][some]] = own[0][some]
    return found


def _weights(both: Channel, source_chance: Floats, target_chance: Floats) -> dict[tuple[str, str], float]:
    links = both.links
    says = (mix[0, links.table, own] for mix, own in ((both.source_mix, links.source), (both.target_mix, links.target)))
    forward, backward = (t * say for t, say in zip((links.forward, links.backward), says, strict=True))
    forward = np.maximum(forward, NEVER) / np.maximum(target_chance[links.target], NEVER)
    backward = np.maximum(backward, NEVER) / np.maximum(source_chance[links.source], NEVER)
    weights = (np.log(forward) + np.log(backward)) / 2
    a, b = both.source.vocabulary, both.target.vocabulary
    found: dict[tuple[str, str], float] = {}
    for k in np.flatnonzero(weights > 0):
        pair = a[links.source[k]], b[links.target[k]]
        found[pair] = max(found.get(pair, 0.0), float(weights[k]))
    return found


def _likeliest(lexicons: Sequence[Lexicon], tokens: Iterable[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for lexicon in lexicons:
        known = [
            (t, k)
            for t in tokens
            if (k := lexicon.source.index.get(t)) is not None and lexicon.rows[k] < lexicon.rows[k + 1]
        ]
        if known:
            rows = np.array([k for _, k in known])
            cells, of = spread(lexicon.rows[rows], lexicon.rows[rows + 1])
            first = np.flatnonzero(np.diff(of, prepend=-1))
            best = np.exp(np.minimum.reduceat(lexicon.forward[cells], first) / -STEPS)
            for (token, _), t in zip(known, best.tolist(), strict=True):
                found[token] = max(found.get(token, 0.0), t)
    return found


def _sure(
    alignment: Alignment,
    spans: Iterable[tuple[int, Span, Span]],
    source: Sequence[Sequence[Word]],
    target: Sequence[Sequence[Word]],
) -> Iterator[tuple[int, int]]:
    """Starts of the words that such spans hold."""
    for k, ours, theirs in spans:
        bead = alignment.beads[k]
        here = [w for i in bead.source for w in source[i] if w.start < ours[1] and ours[0] < w.end]
        there = [w for j in bead.target for w in target[j] if w.start < theirs[1] and theirs[0] < w.end]
        yield from ((a.start, b.start) for a in here for b in there)

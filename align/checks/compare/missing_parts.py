"""Clauses, and whole sentences of a bead that has several, whose content is nowhere in the translation of their bead."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from align.checks.compare.content import Span, Unit
from align.checks.compare.coverage import Coverage
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import finding
from align.lang import language
from align.lang.base.clauses import finished
from align.lang.scripts import words as words_of
from align.model import Finding

LEAST = 3.9
"""Nats from which a part is missing: of the beads of dev, gold and NTREX, in which none is, one of 600 has such a part, and of those
that had a phrase of four words or more dropped by program, three of eight. Set by looking at them."""
EVEN = 1.4
"""Nats above LEAST, taken off, at which a part is as likely missing as not: four of five at LEAST."""
LOST = 2.0
"""Nats of a value or name whose loss shows that more than wording is gone."""
WORDING = 1.0
"""What each nat less of a loss takes off: where no value or name is lost, an idiom looks like a part that is missing."""
RAGGED = 1.5
"""Nats that each end of a part takes off at which no clause begins or ends: there are many more such parts."""
LONG, BRIEF = 4, 1.0
"""Words from which a part is long; nats that each word less takes off where no value or name is lost."""
BESIDE = 1.0
"""Nats up to which a bead next to it may render it."""
DOUBTFUL = 0.9
"""Confidence of a bead below which one of its sentences may rather be one that nothing renders."""
SENTENCE = 5.0
"""Nats that this is worth to a sentence with a value or name that is lost, and none that is rendered."""
WORD = re.compile(r"\S+")
OPEN, CLOSE = "(（[［", ")）]］"
"""What stands in brackets explains, and translations leave it out."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A part of a side of a bead."""

    bead: int
    span: Span
    nats: float
    gap: Span
    """On the other side: from what renders the words before it to what renders those behind it."""


def parts(article: Article, rule: Rule) -> Iterator[Finding]:
    """A finding for the part of each bead's source that is surely missing from its target."""
    for found in missing_parts(article, 0):
        named = article.alignment.source.text[slice(*found.span)]
        message = "a part of this sentence is not in the translation"
        sure = 1 / (1 + math.exp(LEAST - EVEN - found.nats))
        told = finding(
            article, rule, "warning", message, found.bead, found.span, found.gap, sure=sure, value=named[:40]
        )
        yield replace(
            told, severity="warning"
        )  # that a bead is doubtful, and that a part of it is missing, is the same


def missing_parts(article: Article, side: int) -> Iterator[Missing]:
    """The part of each bead of two sides that is likeliest missing from the other side, where it surely is."""
    coverage = article.once(Coverage, side)
    for k, sides in enumerate(coverage.beads):
        if all(sides):
            found = max(_candidates(coverage, k), key=lambda pair: pair[0], default=None)
            if found and found[0] >= LEAST and not _beside(coverage, k, found[1]):
                yield Missing(k, found[1], found[0], _gap(coverage, k, found[1]))


def _beside(coverage: Coverage, k: int, part: Span) -> bool:
    """Whether the bead before or behind renders a part: a sentence that was cut otherwise, or told in another order."""
    near = [n for n in (k - 1, k + 1) if 0 <= n < len(coverage.beads) and coverage.others(n)]
    return any(coverage.missing(k, part, n) < BESIDE for n in near)


def _candidates(coverage: Coverage, k: int) -> Iterator[tuple[float, Span]]:
    """Nats and span of what may be missing: runs of words or clauses of one sentence, and sentences where the bead has several."""
    own = coverage.beads[k][coverage.side]
    units = sorted(coverage.units(k), key=lambda unit: unit.start)
    alone = coverage.each(units, k)
    doubtful = coverage.article.alignment.beads[k].confidence < DOUBTFUL
    for i in own:
        segment = coverage.document.segments[i]
        text = coverage.document.text[segment.start : segment.end]
        if not finished(text):  # headlines and captions are put in other words, and shorter
            continue
        cut = language(coverage.document.lang).clauses(text)
        if not cut:  # a segment of marks alone says nothing that could be missing
            continue
        clauses = [(segment.start + a, segment.start + b) for a, b in cut]
        words = [(segment.start + m.start(), segment.start + m.end()) for m in WORD.finditer(text)]
        whole = clauses[0][0], clauses[-1][1]
        prices: dict[Span, float] = {whole: 0.0} if len(own) > 1 else {}
        for span, nats in {*_runs(clauses, units, alone), *_runs(words, units, alone)}:
            price = _price(span, clauses)
            if span != whole and nats >= price and not _bracketed(coverage.document.text[segment.start : span[0] + 1]):
                prices[span] = price
        for span, price in prices.items():
            told = [u.told for u in units if span[0] <= u.start < span[1] and not u.word]
            if min(told, default=0.0) > -LOST:
                price += BRIEF * max(0, LONG - words_of(coverage.document.text[slice(*span)]))
            nats = coverage.missing(k, span, k) - price - WORDING * max(0.0, LOST + min(told, default=0.0))
            if span == whole:
                nats += SENTENCE * (doubtful and min(told, default=0.0) < 0 and max(told) <= 0)
            yield nats, span


def _price(span: Span, clauses: Sequence[Span]) -> float:
    """What a part's ends take off."""
    return RAGGED * ((span[0] not in {a for a, _ in clauses}) + (span[1] not in {b for _, b in clauses}))


def _bracketed(before: str) -> bool:
    """Whether a bracket is open at the end of a text."""
    return sum(c in OPEN for c in before) > sum(c in CLOSE for c in before)


def _runs(pieces: Sequence[Span], units: Sequence[Unit], nats: Sequence[float]) -> Iterator[tuple[Span, float]]:
    """Runs of pieces both ends of which speak for their being missing, and what the content of each says, in nats."""
    by_piece = [sum(n for unit, n in zip(units, nats, strict=True) if a <= unit.start < b) for a, b in pieces]
    sums = [0.0, *accumulate(by_piece)]
    speaks = [False, *(said > 0 for said in by_piece), False]
    starts = [n for n in range(len(pieces)) if speaks[n + 1] and not speaks[n]]
    ends = [n for n in range(len(pieces)) if speaks[n + 1] and not speaks[n + 2]]
    for first in starts:
        yield from (
            ((pieces[first][0], pieces[last][1]), sums[last + 1] - sums[first]) for last in ends if last >= first
        )


def _gap(coverage: Coverage, k: int, part: Span) -> Span:
    """Where on the other side the part would be told."""
    segments = coverage.other.segments
    there = [segments[j] for j in coverage.beads[k][1 - coverage.side]]
    units = sorted(coverage.units(k), key=lambda unit: unit.start)
    own = coverage.assigned(units, coverage.others(k))
    placed = []
    for unit in units:
        word = own[unit.start][1] if unit.word else None
        spot = (word.start, word.end) if word else unit.there
        if spot and not part[0] <= unit.start < part[1]:
            placed.append((unit.start, spot))
    before = [spot for start, spot in placed if start < part[0]][-1:] or [(there[0].start, there[0].start)]
    after = [spot for start, spot in placed if start >= part[1]][:1] or [(there[-1].end, there[-1].end)]
    ends = [*before[0], *after[0]]
    return min(ends), max(ends)

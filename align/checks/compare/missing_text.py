"""What omission and addition share: sentences that nothing on the other side renders."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from align.checks.compare.coverage import Coverage
from align.checks.compare.repeated import repeated
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import finding
from align.lang.base.boilerplate import boilerplate
from align.lang.base.sentences import CLOSERS, STOP
from align.lang.scripts import words
from align.model import Document, Finding

ABRIDGED = 0.3
"""Share of a side's sentences without a counterpart from which the article is abridged, and single ones are for information."""
FEW = 5
"""Sentences below which no article is called abridged."""
REACH = 3
"""Beads within which two sentences may have changed places."""
ALIKE = 0.9
"""How surely they have to be each other's translation: 96 % of such sentences, 13 % of others of one article."""
LIKELY = 0.5
"""The same where their words say so too: together 80 % of such sentences, 3 % of others."""
COVERED = 3.0
"""Nats for being missing (`coverage`) up to which a sentence may be rendered by a neighbouring bead that has a value or name of it."""
SAYS = 4
"""Words, light ones too, from which a sentence says something that has to be told: shorter ones are often woven into another."""


def lone(article: Article, rule: Rule, side: str) -> Iterator[Finding]:
    """The sentences of a side in null beads; one finding for all where they are many."""
    document: Document = getattr(article.alignment, side)
    found = [
        (number, index)
        for number, bead in enumerate(article.alignment.beads)
        if not (bead.source and bead.target)
        for index in getattr(bead, side)
        if _says(document, index)
    ]
    again = {
        index for _, index, _ in article.once(repeated, ("source", "target").index(side))
    }  # a finding of `duplicated`
    found = [(number, index) for number, index in found if index not in again]
    if not found:
        return
    moved = article.once(_moved)
    found = [(number, index) for number, index in found if number not in moved]
    doubts = _doubts(article.once(Coverage, ("source", "target").index(side)), found)
    found = [place for place in found if doubts[place] != COVERING]
    written = sum(_says(document, i) for i in range(len(document.segments)))
    other = "translation" if side == "source" else "source"
    abridged = written >= FEW and len(found) > ABRIDGED * written
    if abridged:
        number, index = found[0]
        yield _finding(
            article,
            rule,
            "warning",
            f"{len(found)} of {written} sentences are not in the {other}, of which this is the first",
            number,
            index,
            side,
        )
    for number, index in found:
        doubtful = bool(doubts[number, index])
        message = f"this sentence {'may not be' if doubtful else 'is not'} in the {other}"
        yield _finding(article, rule, "info" if abridged or doubtful else "warning", message, number, index, side)


def _doubts(coverage: Coverage, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """What makes it doubtful that a sentence is missing: COVERING where a bead next to it surely renders it; "" for nothing."""
    full = [k for k, sides in enumerate(coverage.beads) if all(sides)]
    found = {}
    for number, index in places:
        at = bisect_left(full, number)
        found[number, index] = max(
            (_doubt(coverage, number, index, k) for k in full[max(0, at - 1) : at + 1]), default=""
        )
    return found


DOUBTED, COVERING = "a", "b"
"""By how much is spoken for."""


def _doubt(coverage: Coverage, number: int, index: int, near: int) -> str:
    segment = coverage.document.segments[index]
    span = segment.start, segment.end
    units = coverage.units(number, span)
    told = [unit.told for unit in units if not unit.word] + [coverage.waiting(span, near)]
    if max(told) > 0 and coverage.missing(number, span, near) <= COVERED:
        return COVERING if min(told) >= 0 else DOUBTED
    if min(told) < 0:
        return ""
    return DOUBTED if words(coverage.document.text[slice(*span)]) < SAYS or _room(coverage, near) else ""


def _room(coverage: Coverage, k: int) -> bool:
    """Whether a bead's other side has a sentence inside a sentence, in a quotation, that its own side has not."""
    inner = []
    for document, own in zip(
        (coverage.document, coverage.other), coverage.beads[k][:: 1 - 2 * coverage.side], strict=True
    ):
        texts = [document.text[document.segments[i].start : document.segments[i].end] for i in own]
        inner.append(sum(len(STOP.findall(text.rstrip(CLOSERS))[:-1]) for text in texts))
    return inner[1] > inner[0]


def _moved(article: Article) -> set[int]:
    """The null beads that have a null bead of the other side nearby which says the same: sentences that changed places."""
    beads, source, target = article.alignment.beads, article.alignment.source, article.alignment.target
    ours = [k for k, b in enumerate(beads) if not b.target and any(_says(source, i) for i in b.source)]
    theirs = [k for k, b in enumerate(beads) if not b.source and any(_says(target, j) for j in b.target)]
    near = [(m, n) for m in ours for n in theirs if abs(m - n) <= REACH]
    coverage = article.once(Coverage, 0) if near else None
    found = set()
    for m, n in near:
        alike = max(article.alike(i, j) for i in beads[m].source for j in beads[n].target)
        if alike > ALIKE or (coverage and alike > LIKELY and coverage.wording(m, n) < 0):
            found |= {m, n}
    return found


def _says(document: Document, index: int) -> bool:
    """Whether a segment is a sentence that a translation has to have."""
    segment = document.segments[index]
    text = document.text[segment.start : segment.end]
    return bool(text.strip()) and any(c.isalnum() for c in text) and not boilerplate(text.strip())


def _finding(article: Article, rule: Rule, severity: str, message: str, bead: int, index: int, side: str) -> Finding:
    document: Document = getattr(article.alignment, side)
    segment = document.segments[index]
    span = segment.start, segment.end
    source, target = (span, None) if side == "source" else (None, span)
    value = document.text[segment.start : segment.end][:40]
    return finding(article, rule, severity, message, bead, source, target, value=value)

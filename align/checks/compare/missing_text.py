"""What omission and addition share: sentences in null beads, and beads that are too short for what they have to say."""

from __future__ import annotations

import math
from collections.abc import Iterator

from align.checks.compare.assignment import weak
from align.checks.compare.missing_values import figure
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import finding
from align.lang.base.boilerplate import boilerplate
from align.model import Bead, Document, Finding, Mention
from align.values import When

ABRIDGED = 0.3
"""Share of a side's sentences without a counterpart from which the article is abridged, and single ones are for information."""
FEW = 5
"""Sentences below which no article is called abridged."""
REACH = 3
"""Beads within which two sentences may have changed places."""
ALIKE = 0.9
"""How surely they have to be each other's translation: 96 % of such sentences, 13 % of others of one article."""
SHORT = 0.5
"""Standard deviations of log length below the usual from which a bead may lack a part of its source."""
DOUBTFUL = 0.9
"""Confidence of a bead below which a sentence without its names may be one that the translation leaves out."""
SPREAD = 0.21
"""That standard deviation, of the beads of one article."""


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
    found = [(number, index) for number, index in found if not _elsewhere(article, number, index, side)]
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
        yield _finding(
            article,
            rule,
            "info" if abridged else "warning",
            f"this sentence is not in the {other}",
            number,
            index,
            side,
        )


def _elsewhere(article: Article, number: int, index: int, side: str) -> bool:
    """Whether a null bead nearby on the other side says what this one does: two sentences that changed places."""
    alignment = article.alignment
    other = "target" if side == "source" else "source"
    for k in range(max(0, number - REACH), min(len(alignment.beads), number + REACH + 1)):
        bead = alignment.beads[k]
        for j in () if getattr(bead, side) else getattr(bead, other):
            i, j = (index, j) if side == "source" else (j, index)
            if article.alike(i, j) > ALIKE:
                return True
    return False


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


def parts(article: Article, rule: Rule) -> Iterator[Finding]:
    """Sentences whose translation is much shorter than usual while their figures, or all that they name, are nowhere in it."""
    usual = _usual(article)
    for number, bead in enumerate(article.alignment.beads):
        if not (bead.source and bead.target) or (_ratio(article, bead) - usual) / SPREAD > -SHORT:
            continue
        lost = [a.mention for a in article.alone[0] if a.bead == number and not a.said and not weak(a.mention)]
        figures = [(m.start, m.end) for m in lost if _told(article, m) and not isinstance(m.value, When)]
        whole = _sentence(article, number, [(m.start, m.end) for m in lost]) if len(bead.source) > 1 else None
        if figures or whole:
            span = whole or figures[0]
            named = ", ".join(article.alignment.source.text[a:b] for a, b in figures)
            what = "a part of this is not in the translation" + (f": {named}" if named else "")
            yield finding(
                article, rule, "warning", what, number, span, None, sure=0.8, value=named or str(span[1] - span[0])
            )


def _told(article: Article, mention: Mention) -> bool:
    """Whether a value is a figure that a translation has to have: not one in brackets, which explains another."""
    text = article.alignment.source.text
    open_, close = text.rfind("(", 0, mention.start), text.rfind(")", 0, mention.start)
    return figure(mention) and open_ <= close


def _sentence(article: Article, number: int, lost: list[tuple[int, int]]) -> tuple[int, int] | None:
    """One of several source sentences of a bead that has lost all its figures and dates, in a doubtful bead its names too."""
    doubtful = article.alignment.beads[number].confidence < DOUBTFUL
    if doubtful and article.names is not None and article.names.heard == "source":
        lost = lost + [(n.start, n.end) for n in article.names.unrendered[number] if n.sure and not n.near]
    kept = [a.start for a, _ in article.matched[number].pairs if not weak(a)]
    kept += [link.heard[0] for link in article.names.links[number]] if article.names else []
    for i in article.alignment.beads[number].source:
        segment = article.alignment.source.segments[i]
        here = range(segment.start, segment.end)
        if any(start in here for start, _ in lost) and not any(start in here for start in kept):
            return segment.start, segment.end
    return None


def _ratio(article: Article, bead: Bead) -> float:
    """Log of target characters by source character."""
    source, target = (
        sum(document.segments[i].end - document.segments[i].start for i in indices)
        for document, indices in ((article.alignment.source, bead.source), (article.alignment.target, bead.target))
    )
    return math.log(max(1, target) / max(1, source))


def _usual(article: Article) -> float:
    """The median of the article's beads."""
    found = sorted(_ratio(article, bead) for bead in article.alignment.beads if bead.source and bead.target)
    return found[len(found) // 2] if found else 0.0

"""What the rules on names share: from the two sides of `Names` to places, and to findings."""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.context import Article
from align.checks.rule import Rule
from align.model import Document, Finding, Place
from align.names.mismatch import Mismatch, mismatches
from align.names.unpaired import Left

DOUBTFUL = 0.5
"""Confidence of a bead below which a finding on its names weighs less."""
LESS = {"error": "warning", "warning": "info", "info": "info"}
Span = tuple[int, int]


def unpaired(article: Article, side: str) -> Iterator[tuple[int, Left, tuple[Span | None, Span | None]]]:
    """The sure names that `side` (source or target) has alone in beads with both: bead, name, and its span as heard or as spelt."""
    names = article.names
    if names is None:
        return
    ours = names.heard == side
    for bead, left in enumerate(names.unrendered if ours else names.unexplained):
        if article.alignment.beads[bead].source and article.alignment.beads[bead].target:
            for name in left:
                if name.sure and not name.near:
                    span = name.start, name.end
                    yield bead, name, (span, None) if ours else (None, span)


def mismatched(article: Article) -> tuple[Mismatch, ...]:
    """The names in whose place others stand: name-mismatch, name-drift and term-drift look at the same."""
    return article.once(_mismatched)


def _mismatched(article: Article) -> tuple[Mismatch, ...]:
    return tuple(mismatches(article.names)) if article.names else ()


def finding(
    article: Article,
    rule: Rule,
    severity: str,
    message: str,
    bead: int,
    heard: Span | None,
    spelt: Span | None,
    expected: str = "",
    value: str = "",
) -> Finding:
    """The finding on a heard name and one that spells it (offsets of their documents), whichever is the source."""
    alignment = article.alignment
    spans = (heard, spelt) if article.names and article.names.heard == "source" else (spelt, heard)
    source, target = (
        place(document, span) for document, span in zip((alignment.source, alignment.target), spans, strict=True)
    )
    confidence = alignment.beads[bead].confidence
    return Finding(
        rule.id,
        severity if confidence >= DOUBTFUL else LESS[severity],
        message,
        source,
        target,
        bead,
        confidence,
        expected,
        value,
    )


def place(document: Document, span: Span | None) -> Place | None:
    """The place of a span, in its segment; None for none."""
    if span is None:
        return None
    return next((Place(i, *span) for i, s in enumerate(document.segments) if s.start <= span[0] < s.end), None)

"""What the rules on names share: from the two sides of `Names` to places, and to findings."""

from __future__ import annotations

from align.checks.context import Article
from align.checks.rule import Rule
from align.model import Document, Finding, Place

DOUBTFUL = 0.5
"""Confidence of a bead below which a finding on its names weighs less."""
LESS = {"error": "warning", "warning": "info", "info": "info"}


def finding(
    article: Article,
    rule: Rule,
    severity: str,
    message: str,
    bead: int,
    heard: tuple[int, int] | None,
    spelt: tuple[int, int] | None,
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


def place(document: Document, span: tuple[int, int] | None) -> Place | None:
    """The place of a span, in its segment; None for none."""
    if span is None:
        return None
    return next((Place(i, *span) for i, s in enumerate(document.segments) if s.start <= span[0] < s.end), None)

"""What the rules on values and sentences share: places, severities, and the mentions' values in words."""

from __future__ import annotations

from bisect import bisect_right

from align.checks.compare.conflicts import Conflict
from align.checks.context import Article
from align.checks.rule import Rule
from align.lang import language
from align.model import Document, Finding, Mention, Place
from align.values import Clock, Code, Quantity, When

DOUBTFUL = 0.5
"""Confidence of a bead below which what is found in it weighs less."""
LESS = {"error": "warning", "warning": "info", "info": "info"}


def finding(
    article: Article,
    rule: Rule,
    severity: str,
    message: str,
    bead: int,
    source: Mention | tuple[int, int] | None,
    target: Mention | tuple[int, int] | None,
    *,
    sure: float = 1.0,
    expected: str = "",
    value: str = "",
) -> Finding:
    """The finding on two spans of the documents; a doubtful bead makes it weigh less. `sure`: of what the bead is not to blame for."""
    confidence = article.alignment.beads[bead].confidence
    return Finding(
        rule.id,
        severity if confidence >= DOUBTFUL else LESS[severity],
        message,
        place(article.alignment.source, source),
        place(article.alignment.target, target),
        bead,
        round(confidence * sure, 4),
        expected,
        value,
    )


def conflicting(article: Article, rule: Rule, found: Conflict, severity: str, message: str, expected: str) -> Finding:
    """The finding on a value of the source and the one that the target has in its place."""
    return finding(
        article,
        rule,
        severity,
        message,
        found.bead,
        found.source,
        found.target,
        sure=found.sure,
        expected=expected,
        value=canonical(found.source),
    )


def place(document: Document, span: Mention | tuple[int, int] | None) -> Place | None:
    """The place of a span in its segment; None for none."""
    if span is None:
        return None
    start, end = (span.start, span.end) if isinstance(span, Mention) else span
    return Place(max(0, bisect_right([s.start for s in document.segments], start) - 1), start, end)


def words(mention: Mention, document: Document) -> str:
    """A mention's value as `document` would write it, in its language and script; "" where it cannot be written."""
    return value_words(mention.value, document)


def value_words(value: object, document: Document) -> str:
    """The same of a value."""
    lang = language(document.lang)
    written = ""
    if isinstance(value, When):
        written = lang.date_words(value)
    elif isinstance(value, Quantity):
        written = lang.figures(value)
    elif isinstance(value, Clock) and value.minutes:
        written = lang.clock_words(value)
    return lang.like(written, document.text)


def canonical(mention: Mention) -> str:
    """A mention's value in one way, however it is worded, for fingerprints."""
    value = mention.value
    if isinstance(value, Quantity):
        return f"{value.low}..{value.high} {value.unit}".strip()
    if isinstance(value, When):
        if value.offset is not None:
            return f"{value.offset:+} days"
        return f"{value.year}-{value.month}-{value.day}-{value.weekday} {value.grain}"
    if isinstance(value, Code):
        return f"{value.family} {value.text}"
    return str(value.minutes[0]) if isinstance(value, Clock) and value.minutes else mention.text

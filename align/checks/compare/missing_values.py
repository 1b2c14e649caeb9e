"""What number-missing and date-missing share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from align.checks.compare.agreement import agree, weak
from align.checks.compare.derived import follows
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import canonical, finding, words
from align.model import Document, Finding, Mention
from align.values import EQUAL, Quantity, When


def missing(article: Article, rule: Rule, *kinds: type) -> Iterator[Finding]:
    """Yield a finding for each value of these kinds that one side has alone in a bead with two sides."""
    alignment = article.alignment
    for side, every in enumerate(article.alone):
        for alone in every:
            bead, mention = alignment.beads[alone.bead], alone.mention
            if not isinstance(mention.value, kinds) or not (bead.source and bead.target) or alone.said or weak(mention):
                continue
            if isinstance(mention.value, When) and mention.value.event:
                continue
            where = (mention, None) if side == 0 else (None, mention)
            lacking = "translation" if side == 0 else "source"
            yield finding(
                article,
                rule,
                _severity(article, side, alone.bead, mention),
                f"{mention.text} is not in the {lacking}",
                alone.bead,
                *where,
                expected="" if side else words(mention, alignment.target),
                value=canonical(mention),
            )


def _severity(article: Article, side: int, bead: int, mention: Mention) -> str:
    """A warning where the rest of a sure bead is rendered in full and the value is a figure that nobody would leave out."""
    confident = article.alignment.beads[bead].confidence >= CONFIDENT
    rest = [
        a for own in article.alone for a in own if a.bead == bead and a.mention is not mention and not weak(a.mention)
    ]
    matched = article.matched[bead].pairs
    sure = side == 0 and confident and not rest and len(matched) >= OTHERS and (figure(mention) or _exact(mention))
    if not sure or _aside(article.alignment.source, mention) or _elsewhere(article, mention):
        return "info"
    if follows(mention, [source for source, _ in matched]):
        return "info"
    return "warning"


def _elsewhere(article: Article, mention: Mention) -> bool:
    """Whether the translation says a value of the source in any other sentence: what is told again may be told once."""
    every = (other for segment in article.values[1] for other in segment)
    return any(agree(mention, other) == EQUAL for other in every)


def _aside(document: Document, mention: Mention) -> bool:
    """Whether a value stands where a translation may well do without it: in brackets, in the headline, or as the day of the report."""
    segment = document.segments[max(0, bisect_right([s.start for s in document.segments], mention.start) - 1)]
    before = document.text[segment.start : mention.start]
    if any(before.count(a) > before.count(b) for a, b in ("()", "[]", "（）")):
        return True
    headline = segment.paragraph == 0 < document.segments[-1].paragraph
    return (headline and document.text[segment.end - 1] not in ENDS) or _reported(document, mention)


def _reported(document: Document, mention: Mention) -> bool:
    """Whether a date is a bare day about that of publication: 4일 밝혔다, which no reader of the next day needs."""
    when = mention.value
    if not isinstance(when, When) or when.open != "month" or when.to or not document.date or not when.spans:
        return False
    return 0 <= document.date.toordinal() - when.spans[0][0] <= YESTERDAY


def figure(mention: Mention) -> bool:
    """Whether a value is a figure or date that nobody would leave out."""
    value = mention.value
    if isinstance(value, Quantity):
        return (
            mention.kind == "number"
            and value.role == ""
            and any(c.isdigit() for c in mention.text)
            and bool(value.unit)
            and not (value.unit == "year" and value.low in OF_AGE and value.high is None)
        )
    return isinstance(value, When) and value.day is not None


def _exact(mention: Mention) -> bool:
    """Whether a value is a count, and no round one: 128, not 180."""
    value = mention.value
    if not isinstance(value, Quantity) or value.role or value.point is None:
        return False
    return len(str(value.point.numerator).strip("0")) >= DIGITS


OF_AGE = (18, 19, 20)
"""Years from which one is of age: 만 18세 이상 are adults."""
DIGITS = 3
"""Digits, zeros behind them set aside, from which a count without a unit is a figure that somebody has counted."""
YESTERDAY = 2
"""Days between what is reported and a paper's date."""
ENDS = frozenset(".!?。…”\"’'")
"""What a sentence ends with, and a headline does not."""
CONFIDENT = 0.9
"""Confidence of a bead whose sentence is surely rendered."""
OTHERS = 2
"""Values of it that are."""

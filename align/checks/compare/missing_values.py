"""What number-missing and date-missing share."""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.assignment import weak
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import canonical, finding, words
from align.model import Finding, Mention
from align.values import Quantity, When


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
                expected="" if side else words(mention, alignment.target.lang),
                value=canonical(mention),
            )


def _severity(article: Article, side: int, bead: int, mention: Mention) -> str:
    """A warning where the rest of a sure bead is rendered in full and the value is a figure that nobody would leave out."""
    confident = article.alignment.beads[bead].confidence >= CONFIDENT
    rest = [
        a for own in article.alone for a in own if a.bead == bead and a.mention is not mention and not weak(a.mention)
    ]
    matched = article.matched[bead].pairs
    return "warning" if side == 0 and confident and not rest and len(matched) >= OTHERS and figure(mention) else "info"


def figure(mention: Mention) -> bool:
    """Whether a value is a figure or date that nobody would leave out."""
    value = mention.value
    if isinstance(value, Quantity):
        return (
            mention.kind == "number"
            and value.role == ""
            and any(c.isdigit() for c in mention.text)
            and bool(value.unit)
        )
    return isinstance(value, When) and value.day is not None


CONFIDENT = 0.9
"""Confidence of a bead whose sentence is surely rendered."""
OTHERS = 2
"""Values of it that are."""

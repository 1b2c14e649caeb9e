"""What a source and a translation were compared in, fact by fact: values and names of the source, and what stands for them."""

from __future__ import annotations

from align.checks.context import Article
from align.checks.value_findings import place
from align.model import Fact, Mention
from align.values import Clock, Quantity, When
from align.values.units import is_money


def facts(article: Article) -> tuple[Fact, ...]:
    """The facts of the source by position: those that the translation has, has otherwise, or lacks."""
    source, target = article.alignment.source, article.alignment.target
    found: dict[int, Fact] = {}
    for fact in (
        *(_fact(article, a, b) for bead in article.matched for a, b in bead.pairs),
        *(_fact(article, c.source, c.target, apart=True) for c in article.conflicts),
        *(_fact(article, a.mention, None) for a in article.alone[0]),
    ):
        found.setdefault(fact.source.start, fact)
    if article.names:
        order = 1 if article.names.heard == "source" else -1
        for bead in article.names.links:
            for link in bead:
                ours, theirs = (link.heard, link.spelt)[::order]
                here = place(source, ours)
                if here:
                    found.setdefault(here.start, Fact("name", here, place(target, theirs)))
    return tuple(sorted(found.values(), key=lambda fact: (fact.source.start, fact.source.end)))


def kind(mention: Mention) -> str:
    """What a value is: date, time, number, money or code."""
    value = mention.value
    if isinstance(value, Quantity):
        return "money" if is_money(value.unit) else "number"
    return "date" if isinstance(value, When) else "time" if isinstance(value, Clock) else "code"


def _fact(article: Article, source: Mention, target: Mention | None, apart: bool = False) -> Fact:
    here = place(article.alignment.source, source)
    assert here  # a mention has one
    return Fact(kind(source), here, place(article.alignment.target, target), apart)

"""Several translations of one source in the light of each other.

A finding on one of them gets the others as witnesses, where they have what the source says. And where the source says nothing that
was read, or leaves it open, the translation that departs from all others is told: it is still the source that decides wherever it can.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from align.checks.context import Article
from align.checks.departures import departures, listed
from align.checks.facts import facts
from align.checks.guesses import without
from align.checks.probability import judged
from align.checks.repair import repaired
from align.checks.rule import RULES
from align.checks.slips import alike, same_place, touch
from align.checks.value_findings import place
from align.model import Alignment, Finding, Place, Report, Witness

SURE = 0.5
"""Confidence of a bead from which it says that a translation has a sentence."""


def compared(articles: Sequence[Article], proposed: Sequence[Report], rules: Collection[str]) -> tuple[Report, ...]:
    """The reports of `articles`, of which the rules have `proposed` these, with what follows from the others and the facts."""
    apart = departures(articles, rules)
    found = []
    for number, (article, report) in enumerate(zip(articles, proposed, strict=True)):
        every = [
            _witnessed(finding, number, articles) for finding in _together(article, report.findings, apart[number])
        ]
        lang = article.alignment.target.lang
        sound = judged(article.alignment, without(article.alignment, every))
        told = tuple(replace(finding, lang=lang) for finding in sound)
        found.append(repaired(replace(report, findings=told, facts=facts(article)), article, rules))
    return tuple(found)


def _together(article: Article, told: Sequence[Finding], more: Sequence[Finding]) -> list[Finding]:
    """The findings of an article with those that follow from the others, each slip once, by target position."""
    more = [f for f in more if not any(same_place(f, g) for g in told if not RULES[g.rule].one_sided)]
    kept = [f for f in told if not (RULES[f.rule].one_sided and any(touch(f.target, g.target) for g in more))]
    if not more:
        return kept
    return sorted([*kept, *more], key=lambda f: _position(article, f))


def _position(article: Article, finding: Finding) -> tuple[int, int]:
    return (finding.target.start, 0) if finding.target else (article.target_position(finding.bead), 1)


def _witnessed(finding: Finding, number: int, articles: Sequence[Article]) -> Finding:
    """A finding with the places where the other translations have what the source says there; they are told in its message."""
    lang = articles[number].alignment.target.lang
    if finding.target is None:
        finding = replace(finding, message=f"{lang}: {finding.message}")
    if finding.others or finding.source is None:
        return finding
    others = tuple(
        Witness(article.alignment.target, found)
        for k, article in enumerate(articles)
        if k != number and (found := _counterpart(article, finding.source))
    )
    if not others:
        return finding
    one = len(others) == 1
    has, agree = ("has it", "agrees") if one else ("have it", "agree")
    told = f"{listed([w.lang for w in others])} {has if finding.target is None else f'{agree} with the source'}"
    return replace(finding, others=others, message=f"{finding.message}; {told}")


def _counterpart(article: Article, source: Place) -> Place | None:
    """Where a translation has what stands at a place of the source: the same value or name, or the sentence that renders it."""
    same = [spans for spans in article.once(_same) if alike(Place(0, *spans[0]), source)]
    if same:
        return place(article.alignment.target, max(same, key=lambda spans: _shared(spans[0], source))[1])
    return _sentence(article.alignment, source)


def _same(article: Article) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(here, there) for _, here, there in article.same()]


def _shared(span: tuple[int, int], other: Place) -> int:
    return min(span[1], other.end) - max(span[0], other.start)


def _sentence(alignment: Alignment, source: Place) -> Place | None:
    """Where a translation has a whole sentence of the source."""
    segment = alignment.source.segments[source.segment]
    if source.start > segment.start or source.end < segment.end:
        return None
    return next(_held(alignment, source.segment), None)


def _held(alignment: Alignment, segment: int) -> Iterator[Place]:
    for bead in alignment.beads:
        if segment in bead.source and bead.target and bead.confidence >= SURE:
            first, last = (alignment.target.segments[j] for j in (bead.target[0], bead.target[-1]))
            yield Place(bead.target[0], first.start, last.end)

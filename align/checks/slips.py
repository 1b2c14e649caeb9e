"""One finding a slip: of several rules that look at the same place the one that says most is told, and the place once.

A date and the weekday beside it are one slip; so are a number that is another and a number that is missing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from importlib import import_module

from align.checks.context import Article
from align.checks.rule import RULES, SEVERITIES
from align.model import Finding, Place

PART = 3
"""Two places are the same where they share a third of the longer: Thursday, and Thursday the 8th; not a word and its sentence."""


def findings(article: Article, rules: Collection[str]) -> tuple[Finding, ...]:
    """What `rules` find in an article, each slip once, by target position, then rule."""
    found = [finding for rule in RULES if rule in rules for finding in import_module(RULES[rule].module).check(article)]
    return tuple(sorted(once(found), key=lambda f: _position(article, f)))


def once(findings: Sequence[Finding]) -> list[Finding]:
    """`findings` in their order, without those of one-sided rules on words of other findings, and one for each place."""
    found = [f for f in findings if not _explained(f, findings)]
    found = [f for f in found if not any(g.rule in RULES[f.rule].yields and same_place(f, g) for g in found)]
    told: list[Finding] = []
    for finding in sorted(found, key=_rank):
        if not any(same_place(finding, other) for other in told):
            told.append(finding)
    kept = {id(finding) for finding in told}
    return [finding for finding in found if id(finding) in kept]


def same_place(a: Finding, b: Finding) -> bool:
    """Whether two findings are about the same words: of the target where both have some there, else of the source."""
    if a.target and b.target:
        return alike(a.target, b.target)
    return alike(a.source, b.source)


def alike(a: Place | None, b: Place | None) -> bool:
    """Whether two places of a document are mostly the same words."""
    if a is None or b is None:
        return False
    shared = min(a.end, b.end) - max(a.start, b.start)
    longer = max(a.end - a.start, b.end - b.start)
    return shared > 0 and PART * shared >= longer


def touch(a: Place | None, b: Place | None) -> bool:
    """Whether two places share a character."""
    return a is not None and b is not None and a.start < b.end and b.start < a.end


def _explained(finding: Finding, every: Iterable[Finding]) -> bool:
    """Whether a finding of a one-sided rule lies on words that another rule has a finding on."""
    return RULES[finding.rule].one_sided and any(
        not RULES[other.rule].one_sided and (touch(finding.source, other.source) or touch(finding.target, other.target))
        for other in every
    )


def _rank(finding: Finding) -> tuple[int, bool, float, int]:
    """What is told rather comes first: the graver, that with two sides, the surer, then by the order of the rules."""
    alone = finding.source is None or finding.target is None
    return SEVERITIES.index(finding.severity), alone, -finding.confidence, RULES[finding.rule].place


def _position(article: Article, finding: Finding) -> tuple[int, int, str, int]:
    """Target position, or that of what follows in the target; then rule and source position."""
    source = finding.source.start if finding.source else -1
    if finding.target:
        return finding.target.start, 0, finding.rule, source
    return article.target_position(finding.bead), 1, finding.rule, source

"""What an editor would find: a rule is a file in rules/, which is scanned.

A rule's module is its id with _ for -; it has `check(article)`, which yields findings, `RULE`, and a docstring that `align
explain` shows: a sentence, what it does, why it matters, its known limits, a Bad: and a Good: example.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from align.checks.rule import Rule
from align.folders import Folder
from align.model import Alignment, Finding, Place, Report

if TYPE_CHECKING:
    from align.checks.context import Article, Knowledge

RULES = Folder("align.checks.rules", "RULE", Rule, dashed=True)
"""Id -> what the rule says of itself."""
SEVERITIES = ("error", "warning", "info")
"""Gravest first."""


def run(alignment: Alignment, knowledge: Knowledge | None = None, rules: Collection[str] = RULES) -> Report:
    """The report of an aligned pair: the findings of `rules`, by target position, then rule."""
    from align.checks.context import Knowledge, read  # on use: who only asks for the rules' names waits for nothing

    article = read(alignment, knowledge or Knowledge())
    found = [finding for rule in RULES if rule in rules for finding in import_module(RULES[rule].module).check(article)]
    found = [f for f in found if not _told(f, found)]
    return Report(alignment, tuple(sorted(found, key=lambda f: _position(article, f))), article.checked())


def _told(finding: Finding, every: Iterable[Finding]) -> bool:
    """Whether a finding of a one-sided rule lies on words that another rule has a finding on."""
    return RULES[finding.rule].one_sided and any(
        not RULES[other.rule].one_sided
        and (_touch(finding.source, other.source) or _touch(finding.target, other.target))
        for other in every
    )


def _touch(a: Place | None, b: Place | None) -> bool:
    return a is not None and b is not None and a.start < b.end and b.start < a.end


def _position(article: Article, finding: Finding) -> tuple[int, int, str, int]:
    """Target position, or that of what follows in the target; then rule and source position."""
    source = finding.source.start if finding.source else -1
    if finding.target:
        return finding.target.start, 0, finding.rule, source
    return article.target_position(finding.bead), 1, finding.rule, source

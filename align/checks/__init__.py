"""What an editor would find: one rule a file, and one line in the table here.

A rule's module is its name with _ for -; it has `check(article)`, which yields findings, and a docstring whose first
paragraph is what `align explain` says, followed by a Bad: and a Good: example.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from align.model import Alignment, Finding, Place, Report

if TYPE_CHECKING:
    from align.checks.context import Article, Knowledge, Mentions
    from align.engine.engine import Engine

RULES = {
    "name-mismatch": "error",
    "name-drift": "warning",
    "name-missing": "info",
    "name-extra": "info",
    "date-conflict": "error",
    "weekday-conflict": "error",
    "number-conflict": "error",
    "unit-conflict": "error",
    "date-missing": "info",
    "number-missing": "info",
    "omission": "warning",
    "addition": "warning",
    "untranslated": "error",
    "term-conflict": "error",
    "term-drift": "warning",
}
"""Rule -> the severity of a finding that the evidence forces; a rule may give less."""
SEVERITIES = ("error", "warning", "info")
"""Gravest first."""


def module(rule: str) -> str:
    """The module of a rule."""
    return f"align.checks.rules.{rule.replace('-', '_')}"


def run(
    alignment: Alignment,
    knowledge: Knowledge | None = None,
    rules: Collection[str] = tuple(RULES),
    *,
    engine: Callable[[], Engine] | None = None,
    mentions: tuple[Mentions | None, Mentions | None] = (None, None),
) -> Report:
    """The report of an aligned pair: the findings of `rules`, by target position, then rule.

    `engine` is what a rule asks that compares sentences, the shipped one where none is given; `mentions` spares reading them again.
    """
    from align.checks.context import Knowledge, read  # on use: who only asks for the rules' names waits for nothing

    article = read(alignment, knowledge or Knowledge(), engine, mentions)
    found = [finding for rule in RULES if rule in rules for finding in import_module(module(rule)).check(article)]
    found = [f for f in found if not _told(f, found)]
    return Report(alignment, tuple(sorted(found, key=lambda f: _position(article, f))), article.checked())


ONE_SIDED = frozenset({"name-missing", "name-extra", "date-missing", "number-missing"})
"""Rules on what one side has alone; a finding of another rule on the same words says more."""


def _told(finding: Finding, every: Iterable[Finding]) -> bool:
    """Whether a finding of a one-sided rule lies on words that another rule has a finding on."""
    return finding.rule in ONE_SIDED and any(
        other.rule not in ONE_SIDED and (_touch(finding.source, other.source) or _touch(finding.target, other.target))
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

"""What an editor would find: a rule is a file in rules/, which is scanned.

A rule's module is its id with _ for -; it has `check(article)`, which yields findings, `RULE`, and a docstring that `align
explain` shows: a sentence, what it does, why it matters, its known limits, a Bad: and a Good: example.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from align.checks.rule import RULES as RULES
from align.checks.rule import SEVERITIES as SEVERITIES
from align.model import Alignment, Report

if TYPE_CHECKING:
    from align.checks.context import Article, Knowledge, Mentions
    from align.engine.engine import Engine


def run(
    alignment: Alignment,
    knowledge: Knowledge | None = None,
    rules: Collection[str] = RULES,
    *,
    engine: Callable[[], Engine] | None = None,
    mentions: tuple[Mentions | None, Mentions | None] = (None, None),
) -> Report:
    """The report of an aligned pair: the findings of `rules`, by target position, then rule.

    `engine` is what a rule asks that compares sentences, the shipped one where none is given; `mentions` spares reading them again.
    """
    from align.checks.context import Knowledge, read  # on use: who only asks for the rules' names waits for nothing

    return looked(read(alignment, knowledge or Knowledge(), engine, mentions), rules)


def looked(article: Article, rules: Collection[str] = RULES) -> Report:
    """The same of an article that was read already."""
    from align.checks.guesses import without
    from align.checks.probability import judged
    from align.checks.repair import repaired

    report = proposed(article, rules)
    told = judged(report.alignment, without(report.alignment, report.findings))
    return repaired(replace(report, findings=told), article, rules)


def proposed(article: Article, rules: Collection[str] = RULES) -> Report:
    """The same as the rules say it: one finding a slip, before anybody asks how likely each is to be right."""
    from align.checks.slips import findings

    return Report(article.alignment, findings(article, rules), article.checked())


def together(articles: Sequence[Article], rules: Collection[str] = RULES) -> tuple[Report, ...]:
    """The report of each of several translations of one source, in the light of the others."""
    from align.checks.across import compared

    return compared(articles, [proposed(article, rules) for article in articles], rules)

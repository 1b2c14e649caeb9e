"""Text of the source that is not in the translation.

What it does: Whole sentences, and parts of a sentence whose facts are in no sentence of the translation while it is
much shorter than its source. By-lines, captions, addresses and copyright lines do not count. Of an article that is
abridged throughout one finding says so, and the sentences are for information.

Why it matters: What was left out cannot be seen in the translation, only beside the source.

Known limits: A part of a sentence without names, dates and figures is not missed.

Bad:  공항은 폐쇄됐다. 승객 300명이 발이 묶였다.  |  The airport was closed.
Good: 공항은 폐쇄됐다. 승객 300명이 발이 묶였다.  |  The airport was closed, stranding 300 passengers.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.missing_parts import parts
from align.checks.compare.missing_text import lone
from align.checks.context import Article
from align.checks.rule import Rule
from align.model import Finding

RULE = Rule(
    __name__,
    __doc__,
    severity="warning",
    place=31,
    mqm="Accuracy/Omission",
    planted=("omission", "clause_omission"),
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each sentence, and each part of one, that only the source has."""
    yield from lone(article, RULE, "source")
    yield from parts(article, RULE)

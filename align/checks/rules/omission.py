"""Text of the source that is not in the translation.

What it does: Whole sentences, and clauses or phrases of a sentence, whose names, values and known words nothing in the
translation renders, there or beside, where the rest is rendered and the length fits that. How much is usually rendered
the article itself tells. By-lines, captions, addresses and copyright lines do not count, nor do brackets, and headlines only as a
whole. Of an article that is abridged throughout one finding says so, and the sentences are for information, as is a
sentence that a neighbour may have taken in.

Why it matters: What was left out cannot be seen in the translation, only beside the source.

Known limits: A clause of a few words without names, dates and figures is rarely missed; a list's item is not looked for.

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
    warns=0.36,
    mqm="Accuracy/Omission",
    planted=("omission", "clause_omission"),
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each sentence, and each part of one, that only the source has."""
    yield from lone(article, RULE, "source")
    yield from parts(article, RULE)

"""A number that one side has alone.

What it does: It is for information; a warning where all else of the sentence is rendered. What the sentence beside it
says counts, and words such as one, first or half may well be left out.

Why it matters: A figure that is dropped is a fact that is dropped.

Known limits: A clause that goes with its figure is for information only.

Bad:  직원 340명 가운데 27명이 떠났다.  |  Some of the 340 employees left.
Good: 직원 340명 가운데 27명이 떠났다.  |  Of 340 employees, 27 left.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.missing_values import missing
from align.checks.context import Article
from align.checks.rule import Rule
from align.model import Finding
from align.values import Quantity

RULE = Rule(
    __name__,
    __doc__,
    severity="info",
    place=26,
    mqm="Accuracy/Omission",
    one_sided=True,
    planted=("number_wrong", "magnitude_wrong", "number_words"),
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each number that one side has alone."""
    yield from missing(article, RULE, Quantity)

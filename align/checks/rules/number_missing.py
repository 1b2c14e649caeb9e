"""A number of the source that the translation does not have, there or beside it. Words such as one, first or half may
well be left out.

Bad:  직원 340명 가운데 27명이 떠났다.  |  Some of the 340 employees left.
Good: 직원 340명 가운데 27명이 떠났다.  |  Of 340 employees, 27 left.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.missing_values import missing
from align.checks.context import Article
from align.model import Finding
from align.values import Quantity

RULE = "number-missing"


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each number that one side has alone."""
    yield from missing(article, RULE, Quantity)

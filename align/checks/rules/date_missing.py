"""A date or time of day of the source that the translation does not have, there or beside it; a weekday that the context
makes plain, or 현지시간, may well be left out.

Bad:  회의는 6일과 13일 열린다.  |  Meetings will be held on Nov. 6.
Good: 회의는 6일과 13일 열린다.  |  Meetings will be held on Nov. 6 and a week later.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.missing_values import missing
from align.checks.context import Article
from align.model import Finding
from align.values import Clock, When

RULE = "date-missing"


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each date that one side has alone."""
    yield from missing(article, RULE, When, Clock)

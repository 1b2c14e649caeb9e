"""A date or time of day that one side has alone.

What it does: It is for information; a warning where all else of the sentence is rendered. What the sentence beside it
says counts, and a weekday that the context makes plain, or 현지시간, may well be left out.

Why it matters: When it happened is one of the five things that news has to say.

Known limits: A span in other words (6개월, half a year) counts as missing.

Bad:  회의는 6일과 13일 열린다.  |  Meetings will be held on Nov. 6.
Good: 회의는 6일과 13일 열린다.  |  Meetings will be held on Nov. 6 and a week later.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.missing_values import missing
from align.checks.context import Article
from align.checks.rule import Rule
from align.model import Finding
from align.values import Clock, When

RULE = Rule(
    __name__,
    __doc__,
    severity="info",
    place=25,
    mqm="Accuracy/Omission",
    one_sided=True,
    planted=("date_wrong", "time_wrong"),
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each date that one side has alone."""
    yield from missing(article, RULE, When, Clock)

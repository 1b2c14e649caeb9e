"""Two dates, times or durations that cannot be the same.

What it does: Days, months, years, times and durations are compared as what they mean: 지난달 24일, 오는 7일 and 이날 are
counted from the publication date (--date). Without one only what is written is compared, and a coarser date (late
last month) is fine. Where several translations of one source are checked together, those that agree with it are
quoted; and where it leaves a value open, the one that departs from all others is told.

Why it matters: A reader goes by it: a wrong day is a missed vote, a wrong year another event.

Known limits: Which of several days of a text 이날 leans on is a guess, the 어제 of one who is quoted may be a day earlier,
and an event that is called by its day (12·3) is not read as one.

Bad:  지난달 30일 (published Nov. 5)  |  on Nov. 30
Good: 지난달 30일 (published Nov. 5)  |  on Oct. 30; late last month
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from align.checks.compare.conflicts import Conflict
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.rules.weekday_conflict import only_weekday
from align.checks.value_findings import conflicting, value_words, words
from align.model import Document, Finding
from align.values import Clock, Quantity, When

RULE = Rule(
    __name__,
    __doc__,
    severity="error",
    place=21,
    mqm="Accuracy/Mistranslation",
    planted=("date_wrong", "weekday_wrong", "number_wrong", "magnitude_wrong", "unit_wrong", "time_wrong"),
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each date or time in whose place another one stands."""
    target = article.alignment.target
    told = -1
    for found in article.conflicts:
        if not _timed(found) or only_weekday(found) or (found.bead == told and _same_day(found)):
            continue
        told = found.bead
        year = isinstance(found.source.value, Quantity) and found.source.text.isdigit()
        expected = found.source.text if year else words(found.source, target)
        full = _with_weekday(found, target) or expected
        is_ = f"{found.source.text} is {full}" if full and full != found.source.text else found.source.text
        yield conflicting(
            article,
            RULE,
            found,
            "error" if found.sure > 0.5 else "warning",
            f"{is_}; the translation says {found.target.text}",
            expected,
        )


def _timed(found: Conflict) -> bool:
    """Whether one of the two is a date or time."""
    return any(isinstance(m.value, When | Clock) for m in (found.source, found.target))


def _same_day(found: Conflict) -> bool:
    """Whether only the month is another, and the target has it of a day before: July 16 and 17 for 다음 달 16~17일."""
    return found.target.text.isdigit() and "".join(filter(str.isdigit, found.source.text)) == found.target.text


def _with_weekday(found: Conflict, target: Document) -> str:
    """The source's date with its weekday where the translation has one beside the wrong date: one slip, one advice."""
    a, b = found.source.value, found.target.value
    if not isinstance(a, When) or not isinstance(b, When) or a.grain != "day" or not a.spans or b.weekday is None:
        return ""
    return value_words(replace(a, weekday=date.fromordinal(a.spans[0][0]).weekday()), target)

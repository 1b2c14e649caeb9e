"""A weekday that is not that of its date.

What it does: The weekday is held against the date that it is written with, and against the other side's. The date is
resolved against the publication date and looked up in the calendar. A weekday that is wrong in the source too is for
information.

Why it matters: English news dates by weekday, so that it is often the only date that a reader gets.

Known limits: Without a publication date only a date with its year has a weekday, and two weekdays beside one date are
not compared.

Bad:  8일 (published Thursday, Nov. 7, 2024)  |  on Saturday
Good: 8일 (published Thursday, Nov. 7, 2024)  |  on Friday
Bad:  Wednesday, Nov. 5, 2024 (which is a Tuesday)
Good: Tuesday, Nov. 5, 2024
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from align.checks.compare.conflicts import Conflict
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import canonical, conflicting, finding, value_words
from align.model import Document, Finding, Mention
from align.values import When
from align.values.calendars import consistent

RULE = Rule(
    __name__,
    __doc__,
    severity="error",
    place=22,
    mqm="Accuracy/Mistranslation",
    yields=("date-conflict",),
    planted=("date_wrong", "weekday_wrong"),
    since="0.1.0",
)
NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
"""As messages have them."""


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each weekday that contradicts its own date, or the date of the other side.

    One that both sides write is the source's error and for information.
    """
    for found in article.conflicts:
        if only_weekday(found):
            yield conflicting(
                article,
                RULE,
                found,
                "error",
                f"{found.source.text} is {_day(found.source)}; the translation says {found.target.text}",
                _named(found.source, article.alignment.target) or _day(found.source),
            )
    for side, segments in zip(("source", "target"), article.values, strict=True):
        for segment, mentions in enumerate(segments):
            for mention in mentions:
                if isinstance(mention.value, When) and not consistent(mention.value):
                    yield _inside(article, side, segment, mention, mention.value)


def only_weekday(found: Conflict) -> bool:
    """Whether one side of a conflict names a weekday and no date."""
    a, b = found.source.value, found.target.value
    return isinstance(a, When) and isinstance(b, When) and (_bare(a) or _bare(b))


def _bare(when: When) -> bool:
    return when.weekday is not None and when.day is None and when.grain == "day"


def _day(mention: Mention) -> str:
    when = mention.value
    if not isinstance(when, When) or not when.spans:
        return mention.text
    return NAMES[date.fromordinal(when.spans[0][0]).weekday()]


def _named(mention: Mention, document: Document) -> str:
    """The weekday on which a date falls as a document has it; "" where it is not known, or the date is not."""
    when = mention.value
    if not isinstance(when, When) or not when.spans:
        return ""
    return value_words(When((), "day", weekday=date.fromordinal(when.spans[0][0]).weekday()), document)


def _inside(article: Article, side: str, segment: int, mention: Mention, when: When) -> Finding:
    bead = next(k for k, b in enumerate(article.alignment.beads) if segment in getattr(b, side))
    pairs = [pair[::-1] if side == "target" else pair for pair in article.matched[bead].pairs]
    both = any(own is mention and getattr(other.value, "weekday", None) == when.weekday for own, other in pairs)
    right = NAMES[date.fromordinal(when.spans[0][0]).weekday()]
    source, target = (mention, None) if side == "source" else (None, mention)
    severity = "info" if both else "error" if side == "target" else "warning"
    return finding(
        article,
        RULE,
        severity,
        f"{mention.text} is a {right}",
        bead,
        source,
        target,
        expected=_named(mention, article.alignment.target) or right if side == "target" else "",
        value=canonical(mention),
    )

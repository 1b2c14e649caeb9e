"""An item of a list added, dropped or another.

What it does: It reads the lists of a sentence (A, B and C) on both sides, sees which item renders which, and looks for one
that nothing in the sentence or beside it renders, where all the others of both lists are accounted for.

Why it matters: A country too many is an error of fact that reads well.

Known limits: Two items at least have to be known on both sides. An item that no lexicon knows, and another word for a thing
that has no name of its own, are left alone. A list that ends with "and others" may be shorter.

Bad:  미국, 중국, 일본이 참석했다.  |  The U.S., China, Russia and Japan took part.
Good: 미국, 중국, 일본이 참석했다.  |  The U.S., Japan and China took part.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.list_items import core, unmet
from align.checks.compare.listings import Item, Meeting, meetings
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import finding
from align.model import Finding

RULE = Rule(
    __name__,
    __doc__,
    severity="warning",
    place=33,
    mqm="Accuracy/Mistranslation",
    planted=("list_changed",),
    since="0.1.0",
)
SURE = 0.75
"""How surely a finding is right where its bead is."""


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each item that one of two lists has alone, and for one that has another's place."""
    told: set[int] = set()
    for meeting in meetings(article):
        ours, theirs = unmet(article, meeting)
        if any(item.start in told for item in (*ours, *theirs)):
            continue
        told.update(item.start for item in (*ours, *theirs))
        if ours and theirs:
            yield _finding(article, meeting, ours[0], theirs[0])
        else:
            yield from (_finding(article, meeting, item, None) for item in ours)
            yield from (_finding(article, meeting, None, item) for item in theirs)


def _finding(article: Article, meeting: Meeting, ours: Item | None, theirs: Item | None) -> Finding:
    """The finding on an item of the source's list, one of the target's, or one in the place of the other."""
    source, target = (
        _span(meeting, item, side) if item else meeting.lists[side].span for side, item in enumerate((ours, theirs))
    )
    here, there = article.alignment.source.text[slice(*source)], article.alignment.target.text[slice(*target)]
    if ours and theirs:
        what, value = f"{there} has the place of {here} in a list", here
    elif ours:
        what, value = f"{here} is not in this list of the translation", here
    else:
        what, value = f"{there} is in this list, and not in that of the source", there
    return finding(article, RULE, "warning", what, meeting.bead, source, target, sure=SURE, value=value)


def _span(meeting: Meeting, item: Item, side: int) -> tuple[int, int]:
    """Where an item is for sure: its first and last word."""
    words = core(meeting, item, side)
    return (words[0].start, min(words[-1].end, item.end)) if words else (item.start, item.end)

"""Dates in the words of one who is quoted: his 어제 may be the day before that of the paper, as he spoke the day before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from align.model import Document, Mention
from align.values import Days, When
from align.values.calendars import inside

WEEK = 7
OPEN, CLOSE, EITHER = "“「『«", "”」』»", '"'
"""Marks of quotations; single ones are more often put around a word."""


def spoken(document: Document, mentions: Sequence[Sequence[Mention]]) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of each segment; what a quotation counts from its day is counted from the day before publication too."""
    if document.date is None:
        return tuple(map(tuple, mentions))
    found = []
    start, paragraph = 0, -1
    for segment, own in zip(document.segments, mentions, strict=True):
        if segment.paragraph != paragraph:
            start, paragraph = segment.start, segment.paragraph
        found.append(tuple(_open(document.text[start : m.start], m, document.date) for m in own))
    return tuple(found)


def _open(before: str, mention: Mention, published: date) -> Mention:
    when = mention.value
    if not isinstance(when, When) or not when.told.startswith(("day", "week")) or not _quoted(before):
        return mention
    earlier = tuple(span for span in _said_before(when, published) if inside(span))
    return replace(mention, value=replace(when, spans=tuple(dict.fromkeys((*when.spans, *earlier)))))


def _said_before(when: When, published: date) -> tuple[Days, ...]:
    """The spans as one tells them who speaks a day before publication; of weeks only a Monday's paper has others."""
    back = 1 if when.told.startswith("day") else WEEK if published.weekday() == 0 else 0
    return tuple((first - back, end - back) for first, end in when.spans)


def _quoted(before: str) -> bool:
    """Whether the text before a mention leaves a quotation open."""
    last = max((before.rfind(mark), mark) for mark in OPEN + CLOSE)
    return (last[0] >= 0 and last[1] in OPEN) or before.count(EITHER) % 2 == 1

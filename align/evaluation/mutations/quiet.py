"""Changes that leave a translation right: a checker stays quiet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from align.evaluation.edits import Span
from align.evaluation.gold import Gold
from align.evaluation.mutations import family_names, in_lists, whole_sentences
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.change import words as change
from align.evaluation.mutations.facts import Fact, slips
from align.lang.base.slips import Slip

QUIET = (
    "hedge",
    "date coarsened",
    "reordered",
    "conversion added",
    "reworded",
    "notation",
    "abbreviated",
    "pronoun",
    "merged",
    "list reordered",
)
"""Changes that are no errors: a hedge dropped on either side or put before a figure, a day dropped, and so on."""
COUNTED = ("number", "money", "percent", "distance", "area", "length", "weight")
"""Kinds of facts that a hedge may stand before."""
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
"""In gold's notation: 2024-10-24, 2024-10-24T08:00; not 2024-10, 2024-W46, 2024-Q3 or 2024-10-24/2024-10-26."""


def changes(gold: Gold, every: tuple[Fact, ...]) -> Iterator[tuple[Change, object]]:
    """The changes that leave the translation right, and the place that each shares with its like."""
    for j in reorderable(gold):
        yield Change("reordered", "target", j, "", swap=True), ("reordered", j)
    for type_, side, j, some in edits(gold, every):
        for span, new, _ in some:
            yield change(type_, side, j, getattr(gold, side)[j], span, new), (type_, side, j, span)
    yield from family_names.pronouns(gold)
    yield from whole_sentences.joined(gold)
    yield from in_lists.reordered(gold)


def edits(gold: Gold, every: tuple[Fact, ...]) -> Iterator[tuple[str, str, int, Iterable[Slip]]]:
    """The edits of each line that leave the translation right."""
    source, target = slips(gold.source_lang), slips(gold.target_lang)
    for j, line in enumerate(gold.target):
        yield "hedge", "target", j, target.hedge(line)
        yield "reworded", "target", j, target.reworded(line)
        yield "notation", "target", j, target.notation(line)
        yield "abbreviated", "target", j, target.short(line)
        yield "date coarsened", "target", j, target.coarsened(line)
        week = (
            edit
            for edit in target.of_week(line)
            if gold.published is None or _in_week(gold.published, every, j, edit.span)
        )
        yield "date coarsened", "target", j, week
        yield "conversion added", "target", j, target.conversion(line)
        yield "conversion added", "target", j, target.zoned(line)
    for i, line in enumerate(gold.source):
        yield "hedge", "source", i, source.hedge(line)
    for fact in every:
        j, span = fact.target
        if fact.kind == "date" and (day := _day(fact.value)):
            yield "conversion added", "target", j, target.bracketed(gold.target[j], span, day)
        if fact.kind in COUNTED and gold.target[j][span[0]].isdigit():
            yield "hedge", "target", j, target.hedged(gold.target[j], span)


def _day(value: str) -> date | None:
    """The day of a fact, its time of day left aside; None for a month, a week, a range."""
    found = FULL_DAY.match(value)
    return date.fromisoformat(found[0]) if found else None


def _in_week(published: date, every: Iterable[Fact], line: int, span: Span) -> bool:
    """Whether a day is one of the week of publication, as the list has it."""
    return any(
        fact.target[0] == line
        and fact.target[1][0] < span[1]
        and span[0] < fact.target[1][1]
        and fact.kind in ("date", "datetime")
        and (day := _day(fact.value))
        and day.isocalendar()[:2] == published.isocalendar()[:2]
        for fact in every
    )


def reorderable(gold: Gold) -> Iterator[int]:
    """Lines of the target that may go behind the next: neighbours in beads of one to one whose sources are neighbours too.

    Not where the second one leans on the first for its day.
    """
    target = slips(gold.target_lang)
    partner = {b[0]: a[0] for a, b in gold.beads if len(a) == len(b) == 1}
    for j in range(1, len(gold.target) - 1):
        if partner.get(j, -9) + 1 == partner.get(j + 1, -1) and not target.leans(gold.target[j + 1]):
            yield j

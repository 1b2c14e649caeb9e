"""The changes that a pair offers, by type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from align.evaluation.edits import Span
from align.evaluation.gold import Gold
from align.evaluation.mutations import facts, people, quiet, wrong_names
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.change import words as change
from align.evaluation.mutations.facts import DATES, Fact, slips
from align.evaluation.planted import RULES as PLANTED
from align.lang.base.slips import Slip

ERRORS: dict[str, tuple[str, ...]] = {
    "day": PLANTED["date_wrong"],
    "month": PLANTED["date_wrong"],
    "weekday": PLANTED["weekday_wrong"],
    "digit": PLANTED["number_wrong"],
    "magnitude": PLANTED["magnitude_wrong"],
    "unit": PLANTED["unit_wrong"],
    "negation": PLANTED["negation"],
    "swapped": PLANTED["name_wrong"],
    "syllable": PLANTED["name_spelling"],
    "respelled": PLANTED["name_spelling"],
    "dropped": PLANTED["omission"],
    "day in source": PLANTED["date_wrong"],
    "digit in source": PLANTED["number_wrong"],
}
"""Type of error -> the rules that may find it."""
LONG = 40
"""Characters of a sentence from which it is dropped."""
NO_FIGURE = ("time", "half", "quarter", "score", "inning")
"""Kinds of facts of which a figure alone is not a number, or none that is said in both languages."""


def changes(folder: Path, gold: Gold) -> Iterator[tuple[Change, object]]:
    """Every change that `gold` offers, and the place that it shares with its like."""
    listed = facts.listed(folder, gold)
    for fact in facts.plain(gold) if listed is None else listed:
        yield from ((c, (c.type, fact.source, fact.target)) for c in _wrong(gold, fact))
    names = people.listed(folder, gold)
    yield from wrong_names.changes(gold, people.plain(gold) if names is None else names)
    for j in _droppable(gold):
        yield Change("dropped", "target", j, None), ("dropped", j)
    for j in _rendered(gold):
        line = gold.target[j]
        for span, new, _ in slips(gold.target_lang).turned(line):
            yield change("negation", "target", j, line, span, new), ("negation", j, span)
    for j in quiet.reorderable(gold):
        yield Change("reordered", "target", j, "", swap=True), ("reordered", j)
    every = listed if listed is not None else tuple(facts.plain(gold))
    for type_, side, j, edits in quiet.edits(gold, every):
        for span, new, _ in edits:
            yield change(type_, side, j, getattr(gold, side)[j], span, new), (type_, side, j, span)


def _wrong(gold: Gold, fact: Fact) -> Iterator[Change]:
    """The errors in one fact; none that makes it say what the other side says elsewhere in the sentence."""
    bead = next((b for b in gold.beads if fact.target[0] in b[1] and fact.source[0] in b[0]), None)
    if bead is None:
        return
    here = " ".join(gold.source[i] for i in bead[0])
    there = " ".join(gold.target[j] for j in bead[1])
    source, target = slips(gold.source_lang), slips(gold.target_lang)
    dated = fact.kind in DATES or fact.kind == "weekday"
    if dated and not source.dated(gold.source[fact.source[0]][slice(*fact.source[1])]):
        return

    def unsaid(kind: str) -> Callable[[Slip], bool]:
        return lambda slip: not source.says(kind, slip.value, here)

    if dated:
        for kind, edits in (("day", target.day), ("month", target.month), ("weekday", target.weekday)):
            yield from _edits(kind, "target", gold, fact, edits, unsaid(kind))
        yield from _edits(
            "day in source", "source", gold, fact, source.day, lambda s: not _has(there + here, str(s.value))
        )
    elif fact.kind not in NO_FIGURE:
        said = source.figures(here)
        for type_, edits in (("digit", target.digit), ("magnitude", target.magnitude)):
            yield from _edits(type_, "target", gold, fact, edits, lambda s: not target.figures(s.new) & said)
        yield from _edits("unit", "target", gold, fact, target.unit, lambda s: True)
        if _digits(gold.source, *fact.source) == _digits(gold.target, *fact.target) != "":
            yield from _edits("digit in source", "source", gold, fact, source.digit, lambda s: not _has(there, s.new))


def _edits(
    type_: str,
    side: str,
    gold: Gold,
    fact: Fact,
    edits: Callable[[str], Iterable[Slip]],
    wrong: Callable[[Slip], bool],
) -> Iterator[Change]:
    (line, (start, end)), answer = (fact.source, fact.target)[:: 1 if side == "source" else -1]
    text = getattr(gold, side)[line]
    for slip in edits(text[start:end]):
        if wrong(slip):
            low, high = slip.span
            yield change(type_, side, line, text, (start + low, start + high), slip.new, answer)


def _digits(lines: Sequence[str], line: int, span: Span) -> str:
    """The digits of a fact without those that only round: of a figure that the other language rounds they are others."""
    return re.sub(r"\D", "", lines[line][slice(*span)]).strip("0")


def _has(text: str, figure: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(figure)}(?!\d)", text) is not None


def _rendered(gold: Gold) -> Iterator[int]:
    """Lines of the target that render something."""
    return (j for left, right in gold.beads if left for j in right)


def _droppable(gold: Gold) -> Iterator[int]:
    """Lines of the target in beads of one to one, long ones, not the title."""
    for left, right in gold.beads:
        if len(left) == len(right) == 1 and right[0] and len(gold.target[right[0]]) > LONG:
            yield right[0]

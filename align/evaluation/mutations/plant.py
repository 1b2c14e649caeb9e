"""The changes that a pair offers, by type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from align.evaluation.edits import Span
from align.evaluation.gold import Gold
from align.evaluation.mutations import (
    changed_over,
    facts,
    family_names,
    in_lists,
    in_sentences,
    people,
    quiet,
    whole_sentences,
    wrong_names,
)
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.change import words as change
from align.evaluation.mutations.facts import DATES, Fact, slips
from align.evaluation.planted import RULES as PLANTED
from align.lang.base.slips import Slip

NAMED = PLANTED["name_spelling"]
COUNTED = PLANTED["number_wrong"]
ERRORS: dict[str, tuple[str, ...]] = {
    "day": PLANTED["date_wrong"],
    "month": PLANTED["date_wrong"],
    "weekday": PLANTED["weekday_wrong"],
    "time": PLANTED["time_wrong"],
    "digit": COUNTED,
    "magnitude": PLANTED["magnitude_wrong"],
    "unit": PLANTED["unit_wrong"],
    "number words": (*PLANTED["number_words"], *PLANTED["date_wrong"]),
    "range end": (*COUNTED, *PLANTED["date_wrong"]),
    "code": (*PLANTED["code_wrong"], *COUNTED),
    "negation": PLANTED["negation"],
    "role": (*PLANTED["role_swapped"], *PLANTED["name_wrong"]),
    "figures": (*PLANTED["role_swapped"], *COUNTED),
    "list": (*PLANTED["list_changed"], *PLANTED["clause_omission"]),
    "swapped": (*PLANTED["name_wrong"], *PLANTED["role_swapped"]),
    "syllable": NAMED,
    "respelled": NAMED,
    "surname": NAMED,
    "hyphenated": NAMED,
    "term": PLANTED["term_inconsistent"],
    "dropped": PLANTED["omission"],
    "clause": PLANTED["clause_omission"],
    "duplicated": ("duplicated", "addition"),
    "untranslated": PLANTED["untranslated"],
    "day in source": PLANTED["date_wrong"],
    "digit in source": COUNTED,
}
"""Type of error -> the rules that may find it."""
NO_FIGURE = ("time", "half", "quarter", "score", "inning")
"""Kinds of facts of which a figure alone is not a number, or none that is said in both languages."""


def changes(folder: Path, gold: Gold) -> Iterator[tuple[Change, object]]:
    """Every change that `gold` offers, and the place that it shares with its like."""
    listed = facts.listed(folder, gold)
    every = tuple(facts.plain(gold)) if listed is None else listed
    for fact in every:
        yield from ((c, (c.type, fact.source, fact.target)) for c in _wrong(gold, fact))
    names = _names(folder, gold)
    yield from wrong_names.changes(gold, names)
    yield from family_names.changes(gold)
    yield from changed_over.changes(gold, names, every)
    yield from in_sentences.changes(gold)
    yield from in_lists.changes(gold)
    yield from whole_sentences.changes(gold)
    yield from quiet.changes(gold, every)


def _names(folder: Path, gold: Gold) -> tuple[people.Name, ...]:
    """The names of a list, else those that are plain to hear; of gold that is turned those of the pair as it was."""
    if gold.turned:
        return people.turned(folder, gold)
    names = people.listed(folder, gold)
    return people.plain(gold) if names is None else names


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

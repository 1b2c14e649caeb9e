"""The changes that a pair offers, by type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from align.evaluation.edits import Span
from align.evaluation.gold import Gold
from align.evaluation.mutations import facts, people, quiet, spellings, words
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.change import words as change
from align.evaluation.mutations.facts import DATES, Fact
from align.evaluation.mutations.people import Name
from align.evaluation.planted import RULES as PLANTED
from align.lang import language

ERRORS: dict[str, tuple[str, ...]] = {
    "day": PLANTED["date_wrong"],
    "month": PLANTED["date_wrong"],
    "weekday": PLANTED["weekday_wrong"],
    "digit": PLANTED["number_wrong"],
    "magnitude": PLANTED["magnitude_wrong"],
    "unit": PLANTED["unit_wrong"],
    "swapped": PLANTED["name_wrong"],
    "syllable": PLANTED["name_spelling"],
    "respelled": PLANTED["name_spelling"],
    "dropped": PLANTED["omission"],
    "day in source": PLANTED["date_wrong"],
    "digit in source": PLANTED["number_wrong"],
}
"""Type of error -> the rules that may find it."""
QUIET = ("hedge", "date coarsened", "reordered", "conversion added")
"""Changes that are no errors: a hedge dropped on either side or put before a figure, a day dropped, and so on."""
LONG = 40
"""Characters of a sentence from which it is dropped."""
NO_FIGURE = ("time", "half", "quarter", "score", "inning")
"""Kinds of facts of which a figure alone is not a number, or none that is said in both languages."""
DATED = re.compile(r"\d|[년월일날달해주]|오늘|어제|그제|내일|모레")
"""What a date in Korean has; 지난 총선 tells none."""
COUNTED = ("number", "money", "percent", "distance", "area", "length", "weight")
"""Kinds of facts that "about" may stand before."""
KOREAN = 4
"""Syllables that a Korean name has at most; a foreign one may have as few."""
NAMED = ("person", "place", "org", "")
"""Kinds of names of which one is swapped for another."""


def changes(folder: Path, gold: Gold) -> Iterator[tuple[Change, object]]:
    """Every change that `gold` offers, and the place that it shares with its like."""
    listed = facts.listed(folder, gold)
    for fact in facts.plain(gold) if listed is None else listed:
        yield from ((c, (c.type, fact.source, fact.target)) for c in _wrong(gold, fact))
    names = people.listed(folder, gold)
    yield from _names(gold, people.plain(gold) if names is None else names)
    for j in _droppable(gold):
        yield Change("dropped", "target", j, None), ("dropped", j)
    for j in quiet.reordered(gold):
        yield Change("reordered", "target", j, "", swap=True), ("reordered", j)
    every = listed if listed is not None else tuple(facts.plain(gold))
    for type_, side, j, edits in _quiet(gold, every):
        for span, new in edits:
            yield change(type_, side, j, getattr(gold, side)[j], span, new), (type_, side, j, span)


def _quiet(gold: Gold, every: tuple[Fact, ...]) -> Iterator[tuple[str, str, int, Iterable[tuple[Span, str]]]]:
    """The edits of each line that leave the translation right."""
    for j, line in enumerate(gold.target):
        yield "hedge", "target", j, quiet.hedge(line)
        yield "date coarsened", "target", j, quiet.coarsened(line)
        week = (
            edit
            for edit in quiet.of_week(line)
            if gold.published is None or _in_week(gold.published, every, j, edit[0])
        )
        yield "date coarsened", "target", j, week
        yield "conversion added", "target", j, quiet.conversion(line)
        yield "conversion added", "target", j, quiet.zoned(line)
    for i, line in enumerate(gold.source):
        yield "hedge", "source", i, quiet.hangul_hedge(line)
    for fact in every:
        j, span = fact.target
        if fact.kind == "date" and fact.value:
            yield "conversion added", "target", j, quiet.bracketed(gold.target[j], span, date.fromisoformat(fact.value))
        if fact.kind in COUNTED and gold.target[j][span[0]].isdigit():
            yield "hedge", "target", j, quiet.hedged(gold.target[j], span)


def _in_week(published: date, every: Iterable[Fact], line: int, span: Span) -> bool:
    """Whether a day is one of the week of publication, as the list has it."""
    return any(
        fact.target[0] == line
        and fact.target[1][0] < span[1]
        and span[0] < fact.target[1][1]
        and fact.kind in ("date", "datetime")
        and date.fromisoformat(fact.value[:10]).isocalendar()[:2] == published.isocalendar()[:2]
        for fact in every
    )


def _wrong(gold: Gold, fact: Fact) -> Iterator[Change]:
    """The errors in one fact; none that makes it say what the other side says elsewhere in the sentence."""
    bead = next((b for b in gold.beads if fact.target[0] in b[1] and fact.source[0] in b[0]), None)
    if bead is None:
        return
    here = " ".join(gold.source[i] for i in bead[0])
    there = " ".join(gold.target[j] for j in bead[1])
    dated = fact.kind in DATES or fact.kind == "weekday"
    if dated and not DATED.search(gold.source[fact.source[0]][slice(*fact.source[1])]):
        return
    if dated:
        yield from _edits("day", "target", gold, fact, words.day, lambda new: new.rstrip("stndrh") + "일" not in here)
        yield from _edits("month", "target", gold, fact, words.month, lambda new: f"{facts.month(new)}월" not in here)
        yield from _edits(
            "weekday", "target", gold, fact, words.weekday, lambda new: f"{facts.hangul_weekday(new)}요일" not in here
        )
        yield from _edits(
            "day in source", "source", gold, fact, words.hangul_day, lambda new: not _has(there + here, new)
        )
    elif fact.kind not in NO_FIGURE:
        said = facts.figures(here)
        for type_, edits in (("digit", words.digit), ("magnitude", words.magnitude)):
            yield from _edits(type_, "target", gold, fact, edits, lambda new: not (_values(new) & said))
        yield from _edits("unit", "target", gold, fact, words.unit, lambda new: True)
        if _digits(gold.source, *fact.source) == _digits(gold.target, *fact.target) != "":
            yield from _edits("digit in source", "source", gold, fact, words.digit, lambda new: not _has(there, new))


def _edits(
    type_: str,
    side: str,
    gold: Gold,
    fact: Fact,
    edits: Callable[[str], Iterable[tuple[Span, str]]],
    right: Callable[[str], bool],
) -> Iterator[Change]:
    (line, (start, end)), answer = (fact.source, fact.target)[:: 1 if side == "source" else -1]
    text = getattr(gold, side)[line]
    for (low, high), new in edits(text[start:end]):
        if right(new):
            yield change(type_, side, line, text, (start + low, start + high), new, answer)


def _digits(lines: Sequence[str], line: int, span: Span) -> str:
    """The digits of a fact without those that only round: of a figure that the other language rounds they are others."""
    return re.sub(r"\D", "", lines[line][slice(*span)]).strip("0")


def _values(text: str) -> set[object]:
    return {facts.english(m) for m in facts.EN_NUMBER.finditer(text)}


def _has(text: str, figure: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(figure)}(?!\d)", text) is not None


def _names(gold: Gold, names: tuple[Name, ...]) -> Iterator[tuple[Change, object]]:
    """Names swapped, with a syllable changed, and spelt another way from the second mention on."""
    whole = {name.source: max((n.target for n in names if n.source == name.source), key=len) for name in names}
    last = {name.target.split()[-1] for name in names if " " in name.target}
    swappable = [name for name in names if name.kind or " " in name.target or name.target in last]
    for name in names:
        for bead, j, span in name.places:
            line = gold.target[j]
            if whole[name.source] == name.target:
                for other in swappable if name in swappable else ():
                    if _may_stand(gold, bead, name, other, whole[other.source]):
                        yield change("swapped", "target", j, line, span, other.target), ("swapped", j, span)
                for (low, high), new in spellings.syllable(name.target, name.kind) if _sounds(name) else ():
                    at = span[0] + low, span[0] + high
                    yield change("syllable", "target", j, line, at, new), ("syllable", j, span)
            if _sounds(name):
                yield from _again(gold, j, span, bool(name.kind) and len(name.source) <= KOREAN)


def _sounds(name: Name) -> bool:
    """Whether a name is one that is written by sound: a person's, or a place's of one word."""
    return name.kind in ("", "person") or (name.kind == "place" and " " not in name.target)


def _may_stand(gold: Gold, bead: int, name: Name, other: Name, whole: str) -> bool:
    """Whether `other` can take the place of `name` in a bead that has nothing of it."""
    if name.kind not in NAMED or other.kind != name.kind or other.source == name.source or other.target != whole:
        return False
    if not name.kind and len(other.target.split()) != len(name.target.split()):
        return False
    if _capital(name, other) or _capital(other, name):
        return False
    left, right = gold.beads[bead]
    parts = {p for p in other.source.split() if len(p) > 1} | {other.source}
    latin = set(other.target.split())
    return (
        not any(p in gold.source[i] for p in parts for i in left)
        and not any(latin & set(re.findall(r"[\w-]+", gold.target[j])) for j in right)
        and not (latin & set(name.target.split()))
    )


def _capital(country: Name, city: Name) -> bool:
    """Whether a city may stand for the country: Moscow for Russia."""
    entry = known.entry(country.source) if (known := language("ko").hearing("en")) else None
    return entry is not None and city.target in entry.capitals


def _again(gold: Gold, j: int, span: Span, korean: bool) -> Iterator[tuple[Change, object]]:
    """Each word of a mention that has been written before, spelt another way."""
    line = gold.target[j]
    before = "\n".join([*gold.target[:j], line[: span[0]]])
    for match in re.finditer(r"[^\s-]+(?:-[^\s-]+)*", line[span[0] : span[1]]):
        if re.search(rf"(?<![\w-]){re.escape(match[0])}(?![\w-])", before):
            at = span[0] + match.start(), span[0] + match.end()
            for new in spellings.respelled(match[0], korean):
                yield change("respelled", "target", j, line, at, new), ("respelled", j, at)


def _droppable(gold: Gold) -> Iterator[int]:
    """Lines of the target in beads of one to one, long ones, not the title."""
    for left, right in gold.beads:
        if len(left) == len(right) == 1 and right[0] and len(gold.target[right[0]]) > LONG:
            yield right[0]

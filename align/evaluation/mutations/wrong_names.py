"""Names swapped, with a syllable changed, spelt another way from the second mention on, and left in the source's letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.evaluation.edits import Span
from align.evaluation.gold import Gold
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.change import words as change
from align.evaluation.mutations.facts import slips
from align.evaluation.mutations.people import Name
from align.lang import language

LATIN = re.compile("[A-Za-z]")
BARE = 2
"""Syllables of a place in Hangul that has no ending which says what it is: 부산."""
NAMED = ("person", "place", "org", "")
"""Kinds of names of which one is swapped for another."""


def changes(gold: Gold, names: tuple[Name, ...]) -> Iterator[tuple[Change, object]]:
    """The changes of each mention, and the place that each shares with its like."""
    whole = {name.source: max((n.target for n in names if n.source == name.source), key=len) for name in names}
    last = {name.target.split()[-1] for name in names if " " in name.target}
    swappable = [name for name in names if name.kind or " " in name.target or name.target in last]
    others = [name for name in swappable if name.target == whole[name.source]]
    for name in names:
        for bead, j, span in name.places:
            if whole[name.source] == name.target:
                yield from _swapped(gold, name, (bead, j, span), others if name in swappable else [])
                yield from _misheard(gold, name, j, span)
                yield from _left(gold, name, j, span)
            if _sounds(name) and LATIN.match(name.target):
                yield from _again(gold, j, span, name.source if name.kind else "")


def _swapped(
    gold: Gold, name: Name, place: tuple[int, int, Span], others: list[Name]
) -> Iterator[tuple[Change, object]]:
    bead, j, span = place
    for other in others:
        if _may_stand(gold, bead, name, other):
            yield change("swapped", "target", j, gold.target[j], span, other.target), ("swapped", j, span)


def _misheard(gold: Gold, name: Name, j: int, span: Span) -> Iterator[tuple[Change, object]]:
    """One syllable another that sounds unlike."""
    titled = name.target.split()[0] in slips(gold.target_lang).titles
    if titled or not _sounds(name):
        return
    latin = LATIN.match(name.target)
    if not latin and name.kind == "place":
        return  # its last syllables are words: 구, 센터
    of = slips(gold.source_lang if latin else gold.target_lang)
    for (low, high), new in of.syllable(name.target, name.kind) if latin else of.own_syllable(name.target):
        if name.kind == "place" and "-" in name.target[:low]:
            continue  # Gangseo-gu: the last syllable says what it is
        at = span[0] + low, span[0] + high
        yield change("syllable", "target", j, gold.target[j], at, new), ("syllable", j, span)


def _left(gold: Gold, name: Name, j: int, span: Span) -> Iterator[tuple[Change, object]]:
    """A name left in the letters of the source, which Latin ones may be everywhere."""
    foreign_letters = LATIN.match(name.target) or language(gold.target_lang).spelling.unspaced
    if foreign_letters and not LATIN.match(name.source):
        yield change("untranslated", "target", j, gold.target[j], span, name.source), ("untranslated", j, span)


def _sounds(name: Name) -> bool:
    """Whether a name is one that is written by sound: a person's, or a place's of one word."""
    return name.kind in ("", "person") or (name.kind == "place" and " " not in name.target)


def _may_stand(gold: Gold, bead: int, name: Name, other: Name) -> bool:
    """Whether `other` can take the place of `name` in a bead that has nothing of it."""
    if name.kind not in NAMED or other.kind != name.kind or other.source == name.source:
        return False
    if not name.kind and len(other.target.split()) != len(name.target.split()):
        return False
    if not _alike(name, other):
        return False
    if name.kind == "place" and any(gold.target[j].count(f"the {name.target}") for j in gold.beads[bead][1]):
        return False
    if not slips(gold.target_lang).fits(name.target, other.target):
        return False
    if _capital(gold, name, other) or _capital(gold, other, name):
        return False
    left, right = gold.beads[bead]
    parts = {p for p in other.source.split() if len(p) > 1} | {other.source}
    latin = set(other.target.split())
    return (
        not any(p in gold.source[i] for p in parts for i in left)
        and not any(other.target in gold.target[j] for j in right)
        and not any(latin & set(re.findall(r"[\w-]+", gold.target[j])) for j in right)
        and not (latin & set(name.target.split()))
    )


def _alike(one: Name, other: Name) -> bool:
    """Whether a translator may take two names of a kind for one another.

    Bodies are of several words, or begin or end alike; places are of as many words, in syllables with one ending (노원구, 마포구).
    """
    a, b = one.target.split(), other.target.split()
    if one.kind == "org":
        return min(len(a), len(b)) > 1 or a[0] == b[0] or one.target[-1] == other.target[-1]
    if one.kind == "place":
        ending = LATIN.match(one.target) or one.target[-1] == other.target[-1]
        return len(a) == len(b) and bool(ending or len(one.target) == len(other.target) == BARE)
    return True


def _capital(gold: Gold, country: Name, city: Name) -> bool:
    """Whether a city may stand for the country: Moscow for Russia."""
    hearing = language(gold.source_lang).hearing(gold.target_lang)
    entry = hearing.entry(country.source) if hearing else None
    return entry is not None and city.target in entry.capitals


def _again(gold: Gold, j: int, span: Span, name: str) -> Iterator[tuple[Change, object]]:
    """Each word of a mention that has been written before, spelt another way."""
    line = gold.target[j]
    before = "\n".join([*gold.target[:j], line[: span[0]]])
    for match in re.finditer(r"[^\s-]+(?:-[^\s-]+)*", line[span[0] : span[1]]):
        if match[0] not in slips(gold.target_lang).titles and re.search(
            rf"(?<![\w-]){re.escape(match[0])}(?![\w-])", before
        ):
            at = span[0] + match.start(), span[0] + match.end()
            for new in slips(gold.source_lang).respelled(match[0], name):
                yield change("respelled", "target", j, line, at, new), ("respelled", j, at)

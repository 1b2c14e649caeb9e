"""Values that both sides of a pair state, with their places: from the gold's list, else where that is plain to see.

What is plain to see a language's `slips` tell: figures, dates, months, and weekdays by name, the same value once in the
sentence and once in its counterpart. Rounded, spelled-out and relative ones are left out of it, so that what is measured
on text without a list is the easier part of it.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path

from align.evaluation.edits import Span
from align.evaluation.gold import Gold
from align.lang import language
from align.lang.base.slips import Slips

KINDS = ("date", "month", "weekday", "number")
"""What is plain to see, in the order in which it is drawn."""
DATES = ("date", "date_range", "datetime", "month", "month_range", "relative")

Place = tuple[int, Span]
"""Line, and span in the line."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value at its place on either side."""

    kind: str
    source: Place
    target: Place
    value: str = ""
    """In gold's notation, where a list tells."""


def slips(lang: str) -> Slips:
    """What can be planted in a language."""
    found: Slips = language(lang).part("slips").SLIPS
    return found


def listed(folder: Path, gold: Gold) -> tuple[Fact, ...] | None:
    """The facts of values_pos.tsv; None where there is no such list, or an empty one. What stands twice in its line is left out."""
    file = folder / "values_pos.tsv"
    if not file.exists() or not file.stat().st_size:
        return None
    found = []
    for row in file.read_text(encoding="utf-8").splitlines():
        source, target, kind, value, i, j = row.split("\t")
        if gold.turned:
            source, target, i, j = target, source, j, i
        here, there = _once(gold.source, int(i), source), _once(gold.target, int(j), target)
        if here and there:
            found.append(Fact(kind, here, there, value))
    return tuple(found)


def _once(lines: tuple[str, ...], line: int, words: str) -> Place | None:
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}", lines[line])] if line < len(lines) else []
    return (line, found[0]) if len(found) == 1 else None


def plain(gold: Gold) -> Iterator[Fact]:
    """The facts that are plain to see in each bead."""
    source, target = slips(gold.source_lang), slips(gold.target_lang)
    for bead in gold.beads:
        left = _seen(source, [(i, gold.source[i]) for i in bead[0]])
        right = _seen(target, [(j, gold.target[j]) for j in bead[1]])
        for kind in KINDS:
            for value, places in left[kind].items():
                others = right[kind].get(value, [])
                if len(places) == len(others) == 1 and places[0][1]:
                    yield Fact(kind, places[0][0], others[0][0])


Places = dict[str, dict[Hashable, list[tuple[Place, bool]]]]
"""Kind -> value -> its places, each with whether its figure stands for itself."""


def _seen(of: Slips, lines: list[tuple[int, str]]) -> Places:
    found: Places = {kind: {} for kind in KINDS}
    for i, text in lines:
        for seen in of.facts(text):
            found[seen.kind].setdefault(seen.value, []).append(((i, seen.span), seen.alone))
    return found

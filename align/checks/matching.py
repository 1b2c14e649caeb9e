"""Which value of the translation renders which of the source: bead by bead, what is left over then looked for beside.

The best pairs first (equal before coarser, unit and place in the sentence as tie-breaks), each value once. What is left
on both sides of a bead is compared with what is left beside it, so that a value which moved to the next sentence is no
finding. Two values left over in one bead are a conflict only where one can be meant for the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from align import calendars, quantities
from align.model import Alignment, Mention
from align.values import COMPATIBLE, EQUAL, UNKNOWN, Clock, Quantity, When

QUALITY = {EQUAL: 2, COMPATIBLE: 1}


@dataclass(frozen=True, slots=True)
class Matched:
    """The values of one bead."""

    bead: int
    pairs: tuple[tuple[Mention, Mention], ...]
    """Source and target value that agree."""
    source: tuple[Mention, ...]
    """Left over, here and beside."""
    target: tuple[Mention, ...]
    said: tuple[frozenset[int], frozenset[int]] = field(default=(frozenset(), frozenset()))
    """Starts of those of `source` and of `target` that the other side says too, here or beside, for another mention."""


def values(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of a segment that have a value, none inside another: 6 in Nov. 6 is none, nor 19 in COVID-19."""
    names = [m for m in mentions if m.kind in ("latin", "address") and any(c.isdigit() for c in m.text)]
    rank = {"date": 0, "time": 1, "duration": 2, "number": 3}
    found: list[Mention] = []
    for mention in sorted(
        (m for m in mentions if m.value is not None), key=lambda m: (m.start - m.end, rank.get(m.kind, 4), m.start)
    ):
        named = any(n.start < mention.end and mention.start < n.end for n in names)
        measured = isinstance(mention.value, Quantity) and mention.value.unit
        if any(o.start < mention.end and mention.start < o.end for o in found) or (named and not measured):
            continue
        found.append(mention)
    return tuple(sorted(found, key=lambda m: m.start))


def agree(a: Mention, b: Mention) -> str:
    """Whether two mentions can say the same; UNKNOWN for two of different kinds that share no number."""
    x, y = a.value, b.value
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return quantities.agree(x, y)
    if isinstance(x, When) and isinstance(y, When):
        return calendars.agree(x, y)
    if isinstance(x, Clock) and isinstance(y, Clock):
        return calendars.agree_clock(x, y)
    return COMPATIBLE if _shared(a, b) else UNKNOWN


def _shared(a: Mention, b: Mention) -> bool:
    """Whether a date and a number have the same number in them: 3년 전 and three years, 2024년 and 2024."""
    number, date = (a, b) if isinstance(a.value, Quantity) else (b, a)
    if not isinstance(number.value, Quantity) or not isinstance(date.value, When):
        return False
    point, when = number.value.point, date.value
    if point is None or number.value.role == "score" or number.value.unit not in ("", when.grain):
        return False
    if point in {when.year, when.day} - {None}:
        return True
    return any(c.isdigit() for c in date.text) and str(point) in "".join(c if c.isdigit() else " " for c in date.text).split()


def matched(alignment: Alignment, source: Sequence[Sequence[Mention]], target: Sequence[Sequence[Mention]]) -> tuple[Matched, ...]:
    """The values of each bead; `source` and `target` hold those of each segment."""
    beads = alignment.beads
    every = [
        (
            [m for i in bead.source for m in source[i]],
            [m for j in bead.target for m in target[j]],
        )
        for bead in beads
    ]
    pairs = [_assigned(a, b) for a, b in every]
    left = [
        (
            [m for m in a if all(m is not x for x, _ in found)],
            [m for m in b if all(m is not y for _, y in found)],
        )
        for (a, b), found in zip(every, pairs, strict=True)
    ]
    for k, j in _neighbours(alignment):
        for here, there in ((k, j), (j, k)):
            for a, b in _assigned(left[here][0], left[there][1], beside=True):
                left[here][0].remove(a)
                left[there][1].remove(b)
    found = []
    for k, (mine, theirs) in enumerate(left):
        around = [every[j] for j in (k - 1, k, k + 1) if 0 <= j < len(every)]
        said = (
            frozenset(m.start for m in mine if any(agree(m, o) in QUALITY for _, side in around for o in side)),
            frozenset(m.start for m in theirs if any(agree(o, m) in QUALITY for side, _ in around for o in side)),
        )
        found.append(Matched(k, tuple(pairs[k]), tuple(mine), tuple(theirs), said))
    return tuple(found)


def _neighbours(alignment: Alignment) -> list[tuple[int, int]]:
    """Beads that stand side by side on either side, the nearest first."""
    order = [k for k, bead in enumerate(alignment.beads) if bead.target]
    order.sort(key=lambda k: alignment.beads[k].target[0])
    pairs = {(k, k + 1) for k in range(len(alignment.beads) - 1)}
    pairs |= {(min(a, b), max(a, b)) for a, b in pairwise(order)}
    return sorted(pairs)


def _assigned(a: Sequence[Mention], b: Sequence[Mention], beside: bool = False) -> list[tuple[Mention, Mention]]:
    """Pairs that agree, each mention in one at most; `beside`: only those that agree in all and are no mere words."""
    scored = []
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            verdict = agree(x, y)
            if verdict not in QUALITY or _coarser(x, y) or (beside and (weak(x) or weak(y)) and verdict != EQUAL):
                continue
            place = abs(i / max(1, len(a)) - j / max(1, len(b)))
            scored.append((-_weight(x, y, verdict), place, i, j))
    found: list[tuple[Mention, Mention]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, _, i, j in sorted(scored):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append((a[i], b[j]))
    return sorted(found, key=lambda pair: pair[0].start)


def _coarser(x: Mention, y: Mention) -> bool:
    """Whether two dates are no more than one inside the other: this year does not render Dec. 26, though it holds it."""
    a, b = x.value, y.value
    return isinstance(a, When) and isinstance(b, When) and a.grain != b.grain


def _weight(x: Mention, y: Mention, verdict: str) -> float:
    a, b = x.value, y.value
    same = isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit == b.unit
    same = same or (isinstance(a, When) and isinstance(b, When) and (a.offset, a.weekday is None) == (b.offset, b.weekday is None))
    return QUALITY[verdict] + (0.6 if same else 0.0) + (0.2 if x.kind == y.kind else 0.0)


def weak(mention: Mention) -> bool:
    """Whether a mention may be no value at all: one, both, first, half."""
    value = mention.value
    if not isinstance(value, Quantity):
        return False
    small = not value.unit and not any(c.isdigit() for c in mention.text) and (value.point or 0) <= 2
    return value.role == "word" or small

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
from align.values import COMPATIBLE, CONFLICT, EQUAL, UNKNOWN, Clock, Quantity, When

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
    if point is None:
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


def conflict(a: Mention, b: Mention, alone: bool, beside: bool = False) -> float:
    """How surely one of two mentions that are left over in a bead is meant for the other, 0 to 1; they do not agree.

    `alone`: no other value of their sort is left over in the bead. `beside`: they are of neighbouring beads, where a
    number is only taken for another that is written nearly the same.
    """
    x, y = a.value, b.value
    if agree(a, b) != CONFLICT or (isinstance(x, Quantity) and isinstance(y, Quantity) and _within(x, y)):
        return 0.0
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return _numbers(a, b, x, y, alone, beside)
    if isinstance(x, When) and isinstance(y, When):
        return _dates(a, b, x, y, alone)
    return 0.9 if isinstance(x, Clock) and isinstance(y, Clock) else 0.0


def _within(x: Quantity, y: Quantity) -> bool:
    """Whether a translation is finer than a source that leaves it open: 3만여, 32,000."""
    point = y.point
    return x.hedge == "over" and quantities.units(x, y) != "other" and None not in (x.low, x.high, point) and x.low <= point <= x.high  # type: ignore[operator]


def _numbers(a: Mention, b: Mention, x: Quantity, y: Quantity, alone: bool, beside: bool) -> float:
    told = quantities.units(x, y)
    if told == "other":
        return 0.9 if quantities.same_number(x, y) and not (weak(a) or weak(b)) else 0.0
    if x.role != y.role and "label" in (x.role, y.role):
        return 0.0
    digits = [_digits(q) for q in (x, y)]
    slip = quantities.slip(x, y) is not None or _near(*digits)
    if beside and not slip:
        return 0.0
    if weak(a) or weak(b):
        return 0.6 if told == "same" and bool(x.unit) and alone and not (weak(a) and weak(b)) else 0.0
    if told == "same" and x.unit:
        return 0.95 if slip or alone else 0.7
    if slip and max(map(len, digits)) > 1:
        return 0.9
    return 0.55 if alone and x.role == y.role else 0.0


def _dates(a: Mention, b: Mention, x: When, y: When, alone: bool) -> float:
    if x.grain != y.grain or x.approx != y.approx:
        return 0.0
    if x.grain == "year" and not any(c.isdigit() for c in a.text + b.text):
        return 0.0  # last year and this year are told in one sentence, each on one side
    return 0.9 if alone or x.grain == "day" else 0.7


def _digits(quantity: Quantity) -> str:
    point = quantity.point
    if point is None:
        return ""
    text = str(int(point)) if point.denominator == 1 else f"{float(point):.10g}".replace(".", "")
    return text.strip("0")


def _near(a: str, b: str) -> bool:
    """Whether two strings of digits differ by one digit, or by two that changed places."""
    if not a or not b or max(len(a), len(b)) < 2:
        return False
    if len(a) == len(b):
        wrong = [k for k in range(len(a)) if a[k] != b[k]]
        crossed = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] + a[wrong[1]] == b[wrong[1]] + b[wrong[0]]
        return len(wrong) == 1 or crossed
    short, long = sorted((a, b), key=len)
    return len(long) == len(short) + 1 and any(long[:k] + long[k + 1 :] == short for k in range(len(long)))


__all__ = ["UNKNOWN", "Matched", "agree", "conflict", "matched", "values", "weak"]

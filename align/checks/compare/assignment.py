"""Which value of the translation renders which of the source: bead by bead, what is left over then looked for beside.

Matched as a whole: the pairs that together say the most (equal before coarser, unit and place in the sentence as
tie-breaks), each value once. A score is two values where the other side tells two. What is left
on both sides of a bead is compared with what is left beside it, so that a value which moved to the next sentence is no
finding. Two values left over in one bead are a conflict only where one can be meant for the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from align.checks.compare.agreement import agree, weak
from align.checks.compare.best_pairs import best_pairs
from align.checks.compare.derived import divided, rest, sums
from align.checks.compare.parts import parted
from align.lang import every
from align.model import Alignment, Document, Mention
from align.values import COMPATIBLE, EQUAL, Code, Quantity, When

BRACKET = re.compile(rf"[^\s(]{{0,3}}\s?[(（]\s?(?:{'|'.join(word for lang in every() for word in lang.about)})?\s?")
"""What stands between a value and its conversion."""
DATELINE = re.compile(r"\s*(?:\([^)\d]{1,30}\)\s*)?(?:--|—|–)\s")
"""What stands behind the date of a dateline: MOSCOW, Nov. 7 (Agency) --"""
BEGINNING = 60
"""Characters within which a dateline's date stands."""
QUALITY = {EQUAL: 2, COMPATIBLE: 1}
PLACE = 0.1
"""What it costs to pair the first value of a sentence with the last: less than anything that their values say."""


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
    loose: tuple[tuple[Mention, ...], tuple[Mention, ...]] = ((), ())
    """Values of either side whose counterpart stands beside, or is a conversion: what is left over may be meant for them."""


def values(text: str, mentions: Sequence[Mention], start: int = 0) -> tuple[Mention, ...]:
    """The mentions of a segment that have a value, none inside another: 6 in Nov. 6 is none, nor 19 in COVID-19.

    `start`: of the segment in `text`. A dateline's date says when the agency wrote, which the source need not.
    """
    names = [m for m in mentions if m.kind in ("latin", "address") and any(c.isdigit() for c in m.text)]
    rank = {"code": -1, "date": 0, "time": 1, "duration": 2, "number": 3}
    found: list[Mention] = []
    for mention in sorted(
        (m for m in mentions if m.value is not None),
        key=lambda m: (not isinstance(m.value, Code), m.start - m.end, rank.get(m.kind, 4), m.start),
    ):
        named = any(_pierced(n, mention) for n in names)
        measured = isinstance(mention.value, Code) or (isinstance(mention.value, Quantity) and mention.value.unit)
        if any(o.start < mention.end and mention.start < o.end for o in found) or (named and not measured):
            continue
        if mention.kind == "date" and 0 < mention.start - start < BEGINNING and DATELINE.match(text, mention.end):
            continue
        found.append(mention)
    return tuple(sorted(found, key=lambda m: m.start))


def _pierced(name: Mention, mention: Mention) -> bool:
    """Whether a value takes a part of a name and leaves the rest: the 19 of COVID-19, but not D-1."""
    apart = name.end <= mention.start or mention.end <= name.start
    return not apart and not (mention.start <= name.start and name.end <= mention.end)


def matched(
    alignment: Alignment,
    source: Sequence[Sequence[Mention]],
    target: Sequence[Sequence[Mention]],
    unread: tuple[Collection[int], Collection[int]] = ((), ()),
) -> tuple[Matched, ...]:
    """The values of each bead; `source` and `target` hold those of each segment.

    `unread`: the segments of either side with a figure that was not read whole. In their beads nothing is left over, since what is
    may be meant for it.
    """
    beads = alignment.beads
    every = [
        (
            [m for i in bead.source for m in source[i]],
            [m for j in bead.target for m in target[j]],
        )
        for bead in beads
    ]
    every = [(parted(a, b), parted(b, a)) for a, b in every]
    pairs = [_assigned(a, b) for a, b in every]
    left = [
        (
            [m for m in a if all(m is not x for x, _ in found)],
            [m for m in b if all(m is not y for _, y in found)],
        )
        for (a, b), found in zip(every, pairs, strict=True)
    ]
    for (mine, theirs), (ours, others) in zip(left, every, strict=True):
        _settled(alignment, mine, theirs, ours, others)
    loose: list[tuple[list[Mention], list[Mention]]] = [_otherwise(found) for found in pairs]
    for k, j in _neighbours(alignment):
        for here, there in ((k, j), (j, k)):
            for a, b in _assigned(left[here][0], left[there][1], beside=True):
                left[here][0].remove(a)
                left[there][1].remove(b)
                loose[here][0].append(a)
                loose[there][1].append(b)
    found = []
    for k, (mine, theirs) in enumerate(left):
        if not (set(beads[k].source).isdisjoint(unread[0]) and set(beads[k].target).isdisjoint(unread[1])):
            found.append(Matched(k, tuple(pairs[k]), (), ()))
            continue
        around = every[max(0, k - 1) : k + 2]
        said = _said(mine, [b for _, b in around], False), _said(theirs, [a for a, _ in around], True)
        found.append(
            Matched(k, tuple(pairs[k]), tuple(mine), tuple(theirs), said, (tuple(loose[k][0]), tuple(loose[k][1])))
        )
    return tuple(found)


def _settled(
    alignment: Alignment, mine: list[Mention], theirs: list[Mention], ours: Sequence[Mention], others: Sequence[Mention]
) -> None:
    """Take out of what a bead has left over the dates that are coarser on one side, the conversions that one side adds, and sums."""
    for a, b in _assigned(mine, theirs, coarser=True):
        if not _rivals(a, theirs) and not _rivals(b, mine):
            mine.remove(a)
            theirs.remove(b)
    for here, there, every_there in ((mine, theirs, others), (theirs, mine, ours)):
        told = [*(m for group in sums(here, every_there, there) for m in group), *divided(here, there)]
        here[:], there[:] = ([m for m in side if all(m is not t for t in told)] for side in (here, there))
    for side, own in ((mine, ours), (theirs, others)):
        side[:] = [m for m in side if all(m is not last for last in rest(side, own))]
    second = _converted(alignment.source, mine, ours), _converted(alignment.target, theirs, others)
    if not all(second):  # a conversion that both sides have is compared
        mine[:], theirs[:] = ([m for m in side if m not in second[n]] for n, side in enumerate((mine, theirs)))


def _said(left: Sequence[Mention], sides: Sequence[Sequence[Mention]], turned: bool) -> frozenset[int]:
    """Where those of `left` begin that one of `sides`, which are of the other side, says too; `turned`: these are the source's."""
    every = [other for side in sides for other in side]
    return frozenset(m.start for m in left if any((agree(o, m) if turned else agree(m, o)) in QUALITY for o in every))


def _otherwise(pairs: Sequence[tuple[Mention, Mention]]) -> tuple[list[Mention], list[Mention]]:
    """The two sides of the pairs that are measured in two units."""
    units = [tuple(m.value.unit if isinstance(m.value, Quantity) else "" for m in pair) for pair in pairs]
    some = [pair for pair, (x, y) in zip(pairs, units, strict=True) if x and y and x != y]
    return [a for a, _ in some], [b for _, b in some]


def _neighbours(alignment: Alignment) -> list[tuple[int, int]]:
    """Beads that stand side by side on either side, the nearest first."""
    order = [k for k, bead in enumerate(alignment.beads) if bead.target]
    order.sort(key=lambda k: alignment.beads[k].target[0])
    pairs = {(k, k + 1) for k in range(len(alignment.beads) - 1)}
    pairs |= {(min(a, b), max(a, b)) for a, b in pairwise(order)}
    return sorted(pairs)


def _converted(document: Document, left: Sequence[Mention], every: Sequence[Mention]) -> list[Mention]:
    """Those that stand in brackets right behind another value, as a second telling: 850 meters (2,789 feet)."""

    def told(mention: Mention) -> bool:
        before = max((m for m in every if m.end <= mention.start), key=lambda m: m.end, default=None)
        alike = before is not None and type(before.value) is type(mention.value)
        bare = (
            isinstance(mention.value, Quantity) and not mention.value.unit
        )  # 승점 26(8승): another number, no conversion
        if (
            before is None
            or not alike
            or bare
            or getattr(before.value, "grain", "") != getattr(mention.value, "grain", "")
        ):
            return False
        return BRACKET.fullmatch(document.text, before.end, mention.start) is not None

    return [m for m in left if told(m)]


def _assigned(
    a: Sequence[Mention], b: Sequence[Mention], beside: bool = False, coarser: bool = False
) -> list[tuple[Mention, Mention]]:
    """Pairs that agree, each mention in one at most.

    `beside`: only those that agree in all and are no mere words; `coarser`: dates of which one is the other's month or week.
    """

    def gain(i: int, j: int) -> float:
        x, y = a[i], b[j]
        verdict = agree(x, y)
        vague = beside and (weak(x) or weak(y)) and verdict != EQUAL
        if verdict not in QUALITY or _coarser(x, y) != coarser or (coarser and _wide(x, y)) or vague:
            return 0.0
        return _weight(x, y, verdict) - PLACE * abs(i / len(a) - j / len(b))

    pairs = best_pairs([[gain(i, j) for j in range(len(b))] for i in range(len(a))])
    return sorted(((a[i], b[j]) for i, j in pairs), key=lambda pair: pair[0].start)


def _coarser(x: Mention, y: Mention) -> bool:
    """Whether two dates are no more than one inside the other: this year does not render Dec. 26, though it holds it."""
    a, b = x.value, y.value
    return isinstance(a, When) and isinstance(b, When) and a.grain != b.grain


def _rivals(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether the other side has a date of the same grain left, which is rather meant for this one."""
    grain = getattr(mention.value, "grain", "")
    return any(getattr(other.value, "grain", None) == grain for other in others)


def _wide(x: Mention, y: Mention) -> bool:
    """Whether one of two dates is a year or more, which holds too much to tell the other."""
    return any(isinstance(m.value, When) and m.value.grain in ("year", "decade", "century") for m in (x, y))


def _weight(x: Mention, y: Mention, verdict: str) -> float:
    a, b = x.value, y.value
    same = isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit == b.unit
    same = same or (
        isinstance(a, When) and isinstance(b, When) and (a.offset, a.weekday is None) == (b.offset, b.weekday is None)
    )
    return QUALITY[verdict] + (0.6 if same else 0.0) + (0.2 if x.kind == y.kind else 0.0)

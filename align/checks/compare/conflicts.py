"""Values that are left over on both sides of a bead, one of them in the other's place; and values of one side alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.checks.compare.agreement import weak
from align.checks.compare.assignment import PLACE, Matched
from align.checks.compare.best_pairs import best_pairs
from align.checks.compare.conflicting_values import ALONE, ASKED, COUNT, CROWDED, ONLY, conflict, sort
from align.model import Mention

LEAST = 0.5
"""How sure a conflict has to be."""
SURE = 0.8
"""How sure one of two neighbouring beads has to be, and one with a value that has a counterpart elsewhere."""
BESIDE = 0.75
"""What a conflict of two neighbouring beads weighs, whose sentences may have been cut or merged otherwise."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value of the source and what the target says in its place."""

    bead: int
    """Of the target's value."""
    source: Mention
    target: Mention
    sure: float


@dataclass(frozen=True, slots=True)
class Alone:
    """A value that one side has alone, and nothing else stands in its place."""

    bead: int
    mention: Mention
    said: bool
    """The other side has it too, for another mention."""


def conflicts(matched: Sequence[Matched]) -> tuple[tuple[Conflict, ...], tuple[Alone, ...], tuple[Alone, ...]]:
    """The conflicts of all beads, then of neighbours; and what the source and the target have alone."""
    left = [(list(bead.source), list(bead.target)) for bead in matched]
    found = [
        c for k in range(len(matched)) for c in (*_between(matched, left, k, k), *_contested(matched[k], *left[k]))
    ]
    for k in range(len(matched) - 1):
        found += [*_between(matched, left, k, k + 1), *_between(matched, left, k + 1, k)]
    alone = [
        tuple(
            Alone(bead.bead, m, m.start in bead.said[side])
            for bead, rest in zip(matched, left, strict=True)
            for m in rest[side]
        )
        for side in (0, 1)
    ]
    return tuple(found), alone[0], alone[1]


def _between(
    matched: Sequence[Matched], left: Sequence[tuple[list[Mention], list[Mention]]], k: int, j: int
) -> list[Conflict]:
    """The conflicts of what bead `k` has left in the source with what bead `j` has left in the target; they are taken out."""
    a, b = left[k][0], left[j][1]
    sure = [[_surely(matched[k], matched[j], x, y, a, b) for y in b] for x in a]
    pairs = best_pairs(
        [
            [s - PLACE * abs(i / len(a) - n / len(b)) if s >= LEAST else 0.0 for n, s in enumerate(row)]
            for i, row in enumerate(sure)
        ]
    )
    found = [Conflict(matched[j].bead, a[i], b[n], sure[i][n]) for i, n in pairs]
    a[:] = [m for i, m in enumerate(a) if all(i != used for used, _ in pairs)]
    b[:] = [m for n, m in enumerate(b) if all(n != used for _, used in pairs)]
    return found


def _contested(bead: Matched, a: list[Mention], b: list[Mention]) -> Iterator[Conflict]:
    """Conflicts of what is left over with values whose counterpart stands elsewhere: 3.3㎡ here, 33 here, 3.3 beside."""
    for k, (mine, theirs) in enumerate(((a, bead.loose[1]), (b, bead.loose[0]))):
        for m in list(mine):
            for other in theirs:
                x, y = (m, other) if k == 0 else (other, m)
                sure = conflict(x, y, ASKED)
                if sure > SURE and m in mine and m.start not in bead.said[k]:
                    mine.remove(m)
                    yield Conflict(bead.bead, x, y, sure * BESIDE)


def _surely(here: Matched, there: Matched, x: Mention, y: Mention, a: Sequence[Mention], b: Sequence[Mention]) -> float:
    company = _company(x, y, a, b)
    sure = conflict(x, y, company, here.bead != there.bead)
    if here.bead == there.bead:
        return sure
    return sure * BESIDE if company <= ALONE and sure > SURE else 0.0


def _company(x: Mention, y: Mention, a: Sequence[Mention], b: Sequence[Mention]) -> int:
    sorts = {sort(x), sort(y)}
    if any(s.startswith(COUNT) for s in sorts):
        sorts.add(COUNT)  # what counts anything may count this
    counts = COUNT in {sort(x), sort(y)}
    rivals = [
        [m for m in side if m is not own and (sort(m) in sorts or (counts and sort(m).startswith(COUNT)))]
        for side, own in ((a, x), (b, y))
    ]
    if not any(rivals):
        return ONLY
    strong = [any(not weak(m) for m in side) for side in rivals]
    return CROWDED if all(strong) else ASKED if any(strong) else ALONE

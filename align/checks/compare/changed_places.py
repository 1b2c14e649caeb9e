"""Two who have changed places, told by the order in which a sentence names them, where no grammar need be read.

A figure belongs to the one it stands right behind; else the first figure is the first one's, and the second the second's: "A 5,
B 3", "5 for A and 3 for B", "A and B 5 and 3". What a clause tells is told of who is named last before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from align.lang.base.roles import CLOSED, FIGURE, Known, Span

Side = Mapping[Known, int]
"""A word or figure -> number of what it says, the same on both sides."""
RIGHT_BEHIND = re.compile(r"(?:['’]s|\w)?\s?[(\[]?[$€£₩]?")
"""What stands between one and the figure that is surely his: a particle, a bracket; no comma."""
NUMBER = re.compile(r"\d[\d,.]*")
HULL = 150
"""Characters in which two and their figures stand; the longest list of two in the pairs written for it has 120."""


def of_figures(
    texts: tuple[str, str],
    sides: tuple[Side, Side],
    counted: Mapping[int, tuple[str, object]],
    but: set[int],
    each: tuple[bool, bool],
) -> Iterator[tuple[int, int]]:
    """Two whose figures have changed places; not those in `but`, who only tell it, nor a way from one to the other.

    `each` says of each side whether it gives them in the order of the names.
    """
    for f, g in combinations(sorted(counted), 2):
        if counted[f][0] != counted[g][0] or counted[f][1] == counted[g][1]:
            continue
        if but & {f, g}:
            continue
        alike = {n for n, (unit, _) in counted.items() if unit == counted[f][0]}
        for a, b in _alike(sides, len(alike), but):
            first, second = (
                _in_order(text, side, (a, b), (f, g), alike, own)
                for text, side, own in zip(texts, sides, each, strict=True)
            )
            if first and second and first != second:
                yield a, b


def _alike(sides: tuple[Side, Side], figures: int, but: set[int]) -> Iterator[tuple[int, int]]:
    """Two of a kind that stand on both sides, names or antonyms: there are two of the kind, or as many as figures."""
    kinds = [
        {n: (k.rank < 2, k.pair) for k, n in side.items() if (k.rank < 2 or k.pair) and n not in but} for side in sides
    ]
    for kind in {*kinds[0].values()} & {*kinds[1].values()}:
        own = [{n for n, other in side.items() if other == kind} for side in kinds]
        if own[0] == own[1] and len(own[0]) in (2, figures):
            yield from combinations(sorted(own[0]), 2)


def _in_order(
    text: str, side: Side, two: tuple[int, int], figures: tuple[int, int], alike: set[int], each: bool
) -> int:
    """1 where the first of two has the first of the figures, -1 where he has the second, 0 where nobody can say."""
    f, g = (next(k for k, n in side.items() if n == figure) for figure in figures)
    a, b = (_nearest(side, n, (f, g)) for n in two)
    rows = sorted((a, b, f, g))
    low, high = rows[0].start, max(k.end for k in rows)
    others = [k for k in side if low < k.start < high and k not in rows]
    rivals = any((k.kind == FIGURE and side[k] in alike) or (k.rank < 2 and a.rank < 2) for k in others)
    if high - low > HULL or rivals or _another(text, side, (low, high), (f, g)):
        return 0
    turns = [k in (a, b) for k in rows]
    if not (each or a.pair or turns in ([True, False] * 2, [False, True] * 2)):
        return 0  # two names in a row, or two figures: one may only be named beside the other
    for label, figure, way in ((a, f, 1), (a, g, -1), (b, g, 1), (b, f, -1)):
        if label.end <= figure.start and RIGHT_BEHIND.fullmatch(text, label.end, figure.start):
            return way
    return 1 if (a.start < b.start) == (f.start < g.start) else -1


def _another(text: str, side: Side, span: Span, figures: Sequence[Known]) -> bool:
    """Whether a figure that counts the same stands among them, which the other side has not."""
    units = {_unit(text, f.end - 1 if text[f.end - 1].isalpha() or text[f.end - 1] == "%" else f.end) for f in figures}
    known = [k for k in side if k.kind == FIGURE]
    return any(
        _unit(text, m.end()) in units
        for m in NUMBER.finditer(text, *span)
        if not any(k.start < m.end() and m.start() < k.end for k in known)
    )


def _unit(text: str, start: int) -> str:
    """What a figure counts, as far as its first letter tells."""
    return text[start : start + 2].strip()[:1]


def _nearest(side: Side, number: int, figures: Sequence[Known]) -> Known:
    """Where one is named that is named more than once: nearest to the figures."""
    return min(
        (k for k, n in side.items() if n == number),
        key=lambda k: min(max(k.start - f.end, f.start - k.end) for f in figures),
    )


def of_clauses(sides: tuple[Side, Side], actors: tuple[set[int], set[int]]) -> Iterator[tuple[int, int]]:
    """Two of whom each does on the one side what the other does on the other side.

    An office or a title goes with its name, and changes places with it: a few words may stay.
    """
    for a, b in combinations(sorted(actors[0] & actors[1]), 2):
        told = [_told(side, (a, b)) for side in sides]
        pairs = [(told[0][n], told[1][n]) for n in told[0].keys() & told[1].keys()]
        changed = [pair for pair in pairs if pair[0] != pair[1]]
        if {(a, b), (b, a)} <= {*changed} and len(changed) >= max(LEAST, CLEAR * (len(pairs) - len(changed))):
            yield a, b


LEAST = 3
"""Words that must have changed places; two may be rendered wrongly."""
CLEAR = 2
"""How many times as many words must change places as stay; set by looking at pairs written for it."""


def _told(side: Side, two: Sequence[int]) -> dict[int, int]:
    """Of each word that is said once which of two is named last before it; nothing where one of these is named twice."""
    found: dict[int, int] = {}
    places = sorted(side)
    if any(sum(n == one for n in side.values()) != 1 for one in two):
        return {}
    last = None
    for known in places:
        number = side[known]
        if number in two:
            last = number
        elif last is not None and known.kind != CLOSED:
            found[number] = 0 if number in found else last
    return {number: one for number, one in found.items() if list(side.values()).count(number) == 1}

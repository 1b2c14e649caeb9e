"""Two names or two figures of a sentence changed over."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from align.evaluation.edits import Span
from align.evaluation.gold import Gold
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.change import words as change
from align.evaluation.mutations.facts import Fact, slips
from align.evaluation.mutations.people import Name
from align.lang.base.slips import NUMBER

KINDS = ("number", "money", "percent", "distance", "area", "length", "weight")
APART = 3
"""Words between two figures from which on they belong to two things: from 3 to 5 they are one."""


def changes(gold: Gold, names: tuple[Name, ...], facts: tuple[Fact, ...]) -> Iterator[tuple[Change, object]]:
    """The changes of each line, and their places."""
    yield from _names(gold, names)
    yield from _figures(gold, facts)


def _names(gold: Gold, names: tuple[Name, ...]) -> Iterator[tuple[Change, object]]:
    """Two names of a kind between which a verb stands that takes them differently."""
    one_sided = slips(gold.target_lang).one_sided
    lines: dict[int, list[tuple[Span, Name]]] = {}
    for name in names:
        for _, j, span in name.places:
            lines.setdefault(j, []).append((span, name))
    for j, found in lines.items():
        text = gold.target[j]
        for (a, one), (b, two) in combinations(sorted(found, key=lambda each: each[0]), 2):
            apart = a[1] < b[0] and one.source != two.source and one_sided(text[a[1] : b[0]])
            if apart and _of_a_kind(one, two) and text[b[1] : b[1] + 1] not in ("'", "’"):
                yield _over(gold, "role", j, a, b)


def _of_a_kind(one: Name, two: Name) -> bool:
    """Whether two names are of one kind; of unknown kinds they have as many words."""
    return one.kind == two.kind and (one.kind != "" or len(one.target.split()) == len(two.target.split()))


def _figures(gold: Gold, facts: tuple[Fact, ...]) -> Iterator[tuple[Change, object]]:
    """The digits of two values of a kind that stand for two things."""
    for one, two in combinations((fact for fact in facts if fact.kind in KINDS), 2):
        (i, a), (j, b) = sorted((one.target, two.target))
        if i != j or one.kind != two.kind or one.source[0] != two.source[0] or a[1] > b[0]:
            continue
        text = gold.target[i]
        first, second = NUMBER.search(text, *a), NUMBER.search(text, *b)
        if first and second and _alike(one.kind, first[0], second[0]) and len(text[a[1] : b[0]].split()) >= APART:
            yield _over(gold, "figures", i, first.span(), second.span())


def _alike(kind: str, one: str, other: str) -> bool:
    """Whether two figures may be taken for one another; of bare numbers small ones and those of another length are not."""
    return one != other and (kind != "number" or (min(len(one), len(other)) > 1 and abs(len(one) - len(other)) < 2))


def _over(gold: Gold, type_: str, j: int, a: Span, b: Span) -> tuple[Change, object]:
    text = gold.target[j]
    new = text[slice(*b)] + text[a[1] : b[0]] + text[slice(*a)]
    return change(type_, "target", j, text, (a[0], b[1]), new), (type_, j, a)

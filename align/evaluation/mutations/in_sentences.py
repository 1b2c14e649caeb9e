"""Errors in what a sentence says that no list of facts tells: times, ends of ranges, numbers in words, codes, terms, clauses.

Each new value is one that the source of the bead does not say, and each old one that the source does say, as far as
figures and small numbers in words tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from align.evaluation.gold import Gold
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.change import words as change
from align.evaluation.mutations.facts import slips
from align.lang.base.slips import Slip, Slips

SHARED = 5
"""Characters on end that the sources of two mentions of one term have in common, at least."""


@dataclass(frozen=True)
class Rendered:
    """A line of the target with what its bead has on the other side."""

    gold: Gold
    line: int
    sources: tuple[int, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return self.gold.target[self.line]

    @cached_property
    def source(self) -> str:
        """The words that it renders."""
        return " ".join(self.gold.source[i] for i in self.sources)

    @cached_property
    def counts(self) -> set[int]:
        """The small numbers that the source says in words."""
        return slips(self.gold.source_lang).counts(self.source)

    def figure(self, value: str | int) -> bool:
        """Whether the source has the figure."""
        return re.search(rf"(?<![\d.,]){re.escape(str(value))}(?!\d)", self.source) is not None

    def said(self, value: int) -> bool:
        """Whether the source says the number, in a figure or in words."""
        return value in self.counts or self.figure(value)


def rendered(gold: Gold) -> Iterator[Rendered]:
    """Every line of the target that renders something."""
    for left, right in gold.beads:
        if left:
            yield from (Rendered(gold, j, left) for j in right)


def changes(gold: Gold) -> Iterator[tuple[Change, object]]:
    """The changes of each line, and their places."""
    target = slips(gold.target_lang)
    lines = tuple(rendered(gold))
    for one in lines:
        for type_, edits in _edits(one, target):
            for span, new, _ in edits:
                made = change(type_, "target", one.line, one.text, span, new)
                yield made, (type_, one.line, span)
    yield from _terms(lines, target)


def _edits(one: Rendered, target: Slips) -> Iterator[tuple[str, Iterable[Slip]]]:
    text = one.text
    yield "negation", target.turned(text)
    yield "time", (slip for slip in target.time(text) if not (slip.value and one.said(slip.value)))
    yield "range end", (s for s in target.range_end(text) if one.said(_old(text, s)) and not one.said(s.value))
    yield "number words", (s for s in target.count(text) if _only(one, target, s) and not one.said(s.value))
    yield (
        "code",
        (s for s in target.code(text) if one.figure(_digits(text[slice(*s.span)])) and not one.figure(_digits(s.new))),
    )
    yield "clause", target.cut(text)


def _old(text: str, slip: Slip) -> int:
    return int(text[slice(*slip.span)])


def _only(one: Rendered, target: Slips, slip: Slip) -> bool:
    """Whether the source says the number that is changed; the number is found by what the words around it make of it."""
    old = target.counts(one.text) - target.counts(one.text[: slip.span[0]] + slip.new + one.text[slip.span[1] :])
    return len(old) == 1 and all(map(one.said, old))


def _digits(code: str) -> str:
    """The last figure of a code."""
    return re.findall(r"\d+", code)[-1]  # type: ignore[no-any-return]


def _terms(lines: tuple[Rendered, ...], target: Slips) -> Iterator[tuple[Change, object]]:
    """A term that the text has before and that renders the same words there put otherwise."""
    before: dict[str, list[str]] = {}
    for one in lines:
        for span, new, _ in target.term(one.text):
            old = one.text[slice(*span)]
            if any(_share(one.source, other) for other in before.get(old, ())):
                made = change("term", "target", one.line, one.text, span, new)
                yield made, ("term", one.line, span)
            before.setdefault(old, []).append(one.source)


def _share(a: str, b: str) -> bool:
    """Whether two sentences have some letters on end in common."""
    pieces = {a[k : k + SHARED] for k in range(len(a) - SHARED + 1)}
    return any(
        (piece := b[k : k + SHARED]) in pieces and not re.search(r"[\d.,]", piece) for k in range(len(b) - SHARED + 1)
    )

"""What a text says, piece by piece: its values, its names, and the other words that the lexicons know."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from align.checks.compare.agreement import weak
from align.checks.compare.renderings import Word
from align.checks.context import Article
from align.model import Mention
from align.values import Quantity, When
from align.values.units import units

NAME = 2.3
"""Nats that a name says that nothing renders, or that something does: of those of gold and NTREX 4 % are left out."""
MEANT = 1.0
"""The same of a name that nothing renders where the other side has one that renders nothing, or that is left over again and again."""
OTHERWISE = 0.3
"""Nats that a value says that nothing renders where the other side has one of its kind that renders nothing: said in another way."""
LESS = {"agency": 1.0, "continent": 0.0}
"""Nats that it says that nothing renders a name of such a kind: the ministry stands for one, and Euro-Asian for two."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """A value, a name or another word of one side at `[start, end)`."""

    start: int
    end: int
    word: Word | None = None
    """None for a value or a name."""
    told: float = 0.0
    """Of a value or name: nats that it is rendered (above 0) or that nothing renders it (below)."""
    there: Span | None = None
    """Where the other side renders it, of a value or name."""


def facts(article: Article, side: int) -> Iterator[list[Unit]]:
    """The values and names that a side (0 the source, 1 the target) has in each bead; none lies in another."""
    alone: dict[int, set[int]] = defaultdict(set)
    for each in article.alone[side]:
        if not each.said and not weak(each.mention):
            alone[each.bead].add(each.mention.start)
    kinds = {(each.bead, _kind(each.mention)) for each in article.alone[1 - side]}
    again = _again(article, side)
    for k in range(len(article.alignment.beads)):
        found = [*_values(article, side, k, alone[k], kinds)]
        for unit in (*_latin(article, side, k), *_names(article, side, k, again)):
            if not any(f.start < unit.end and unit.start < f.end for f in found):
                found.append(unit)
        yield found


def _values(article: Article, side: int, k: int, alone: set[int], kinds: set[tuple[int, str]]) -> Iterator[Unit]:
    """`kinds`: bead and type of the values that the other side has alone."""
    bead, matched = article.alignment.beads[k], article.matched[k]
    pairs = {pair[side].start: pair[1 - side] for pair in matched.pairs}
    beside = {m.start for m in matched.loose[side]}
    summed = any(value.role == "score" for value in _quantities(article, 1 - side, k))
    for i in (bead.source, bead.target)[side]:
        for m in article.values[side][i]:
            other = pairs.get(m.start)
            sign = (m.start in pairs or m.start in beside) - (m.start in alone)
            nats = _says(m)
            if sign < 0 and (k, _kind(m)) in kinds:
                nats = min(nats, OTHERWISE)
            elif sign < 0 and summed:
                nats = min(nats, 1.0)  # 158-121 may say a third number by itself
            yield Unit(m.start, m.end, None, sign * nats, (other.start, other.end) if other else None)


def _quantities(article: Article, side: int, k: int) -> Iterator[Quantity]:
    bead = article.alignment.beads[k]
    for i in (bead.source, bead.target)[side]:
        yield from (m.value for m in article.values[side][i] if isinstance(m.value, Quantity))


def _kind(mention: Mention) -> str:
    """Of a value what another one has to be too, to be the same in other words: three years, since 2023, first."""
    value = mention.value
    timed = isinstance(value, Quantity) and any(
        u.dimension in ("time", "calendar") for u in units().get(value.unit, ())
    )
    return "time" if timed or isinstance(value, When) else type(value).__name__


def _says(mention: Mention) -> float:
    """Nats that a value says that nothing renders: of gold's and NTREX's figures with a unit 2 % are left out, of years 18 %.

    This day and this week are left out as often as not.
    """
    value = mention.value
    if isinstance(value, When):
        if value.offset == 0 or value.grain == "week":
            return 0.3
        return 2.0 if value.day is not None or value.offset is not None else 1.5
    if isinstance(value, Quantity):
        return 3.0 if value.unit else 1.5 if value.role in ("label", "ordinal", "word") else 2.3
    return 2.5


def _latin(article: Article, side: int, k: int) -> Iterator[Unit]:
    """What both sides write in the same letters: MWP."""
    alignment = article.alignment
    bead, other = alignment.beads[k], (alignment.target, alignment.source)[side]
    theirs = [other.segments[j] for j in (bead.target, bead.source)[side]]
    for i in (bead.source, bead.target)[side]:
        for m in (article.source, article.target)[side][i]:
            at = -1
            for segment in theirs if m.kind == "latin" else ():
                at = at if at >= 0 else other.text.find(m.text, segment.start, segment.end)
            if at >= 0:
                yield Unit(m.start, m.end, None, NAME, (at, at + len(m.text)))


def _again(article: Article, side: int) -> Counter[str]:
    """In how many beads each name of a side is left over."""
    names = article.names
    if names is None:
        return Counter()
    heard = (names.heard == "source") == (side == 0)
    return Counter(left.name for own in (names.unrendered if heard else names.unexplained) for left in own)


def _names(article: Article, side: int, k: int, again: Counter[str]) -> Iterator[Unit]:
    names = article.names
    if names is None:
        return
    heard = (names.heard == "source") == (side == 0)
    for link in names.links[k]:
        here, there = (link.heard, link.spelt) if heard else (link.spelt, link.heard)
        yield Unit(*here, None, NAME, there)
    mine, theirs = (names.unrendered[k], names.unexplained[k])[:: 1 if heard else -1]
    for left in mine:
        meant = again[left.name] > 1 or any(other.kind in ("", left.kind) for other in theirs)
        nats = 0.0 if left.near or not left.sure else LESS.get(left.kind, MEANT if meant else NAME)
        yield Unit(left.start, left.end, None, -nats)


def waiting(article: Article, side: int, k: int, text: str) -> float:
    """Nats that `text`, of a side, is rendered in bead k: names of it are there on the other side, and not on its own."""
    names = article.names
    if names is None:
        return 0.0
    heard = (names.heard == "source") == (side == 0)
    left = (names.unexplained if heard else names.unrendered)[k]
    return sum(NAME for name in left if any(form in text for form in name.known))

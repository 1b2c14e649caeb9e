"""The lists of a bead that are the same list on both sides: which item meets which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from align.checks.compare.renderings import Span, Word
from align.checks.compare.sight import Sight, sight
from align.checks.context import Article
from align.lang import language
from align.lang.base.lists import Listing
from align.model import Document

MEET = 3.0
"""Nats from which two items are each other's rendering: twenty times likelier than chance."""
FEWEST = 2
"""Items that have to meet before two lists are the same; of two lists of two, one."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item at `[start, end)` of its document."""

    start: int
    end: int
    words: tuple[Word, ...]
    aside: bool = False
    """It may be none: an apposition, or what follows the list."""

    @property
    def named(self) -> bool:
        """Whether it is written as a name."""
        return bool(self.words) and self.words[0].text[0].isupper() and self.words[-1].text[0].isupper()


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of a segment."""

    items: tuple[Item, ...]
    open: bool
    """It says that there are others."""

    @property
    def span(self) -> Span:
        """From its first item to its last."""
        return self.items[0].start, self.items[-1].end


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two lists of a bead of which some items render each other."""

    bead: int
    sight: Sight
    lists: tuple[Listed, Listed]
    """Of the source and of the target."""
    pairs: tuple[tuple[int, int], ...]
    """Indices of the items that render each other."""

    def left(self) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        """The items of each side that meet none of the other, and stand where the other has no such item."""
        paired = {id(item) for pair in self.opposite for item in pair}
        rest = (tuple(item for _, item in self._unmet(side) if id(item) not in paired) for side in (0, 1))
        return next(rest), next(rest)

    @property
    def opposite(self) -> tuple[tuple[Item, Item], ...]:
        """Items that meet none and stand in the same place of both lists: what cannot be known to be the same may well be."""
        places: dict[Span, list[Item]] = {}
        for place, item in self._unmet(1):
            places.setdefault(place, []).append(item)
        return tuple((item, places[place].pop(0)) for place, item in self._unmet(0) if places.get(place))

    def _unmet(self, side: int) -> list[tuple[Span, Item]]:
        """The items of a side that meet none, each with the items of the target between which it stands."""
        return [
            (self._between(k, side), item)
            for k, item in enumerate(self.lists[side].items)
            if k not in self.met(side) and not item.aside
        ]

    def met(self, side: int) -> frozenset[int]:
        """Indices of the items of a side that meet one of the other."""
        return frozenset(pair[side] for pair in self.pairs)

    def _between(self, k: int, side: int) -> Span:
        """Between which items of the target an item of a side that meets none stands."""
        if side:
            met = sorted(self.met(1))
            return max((j for j in met if j < k), default=-1), min(
                (j for j in met if j > k), default=len(self.lists[1].items)
            )
        partner = dict(self.pairs)
        before, behind = ([i for i in sorted(partner) if i < k], [i for i in sorted(partner) if i > k])
        return partner[before[-1]] if before else -1, partner[behind[0]] if behind else len(self.lists[1].items)


def meetings(article: Article) -> Iterator[Meeting]:
    """The pairs of lists of each bead of which two items at least meet."""
    documents = article.alignment.source, article.alignment.target
    read = [[tuple(language(d.lang).lists(text)) for text in d.texts()] for d in documents]
    for number, bead in enumerate(article.alignment.beads):
        found = [
            [(k, listing) for k in segments for listing in own[k]]
            for segments, own in zip((bead.source, bead.target), read, strict=True)
        ]
        if not all(found):
            continue
        seen = sight(article, number)
        ours, theirs = (
            [_listed(document, k, listing, words, names) for k, listing in own]
            for document, own, words, names in zip(documents, found, seen.words, seen.names, strict=True)
        )
        for source in ours:
            for target in theirs:
                pairs = _pairs(source, target, seen)
                if len(pairs) >= FEWEST or (pairs and len(source.items) == len(target.items) == FEWEST):
                    yield Meeting(number, seen, (source, target), tuple(pairs))


def _listed(document: Document, segment: int, listing: Listing, words: Sequence[Word], names: Sequence[Span]) -> Listed:
    """A list with the words of its items; what a name joins is one item: the Ministry of Economy and Finance."""
    at = document.segments[segment].start
    spans: list[tuple[int, int, bool]] = []
    for k, (a, b) in enumerate(listing.items):
        if spans and any(start < spans[-1][1] and a + at < end for start, end in names):
            spans[-1] = spans[-1][0], b + at, spans[-1][2]
        else:
            spans.append((a + at, b + at, k in listing.asides))
    items = []
    for start, end, aside in spans:
        own = [w for w in words if w.start < end and start < w.end]
        if len(own) == 1 and sum(a < own[0].end and own[0].start < b for a, b, _ in spans) > 1:  # 한미일 is three
            own = [replace(own[0], start=start, end=end, text=document.text[start:end], tokens=(), known=1.0)]
        items.append(Item(start, end, tuple(own), aside))
    return Listed(tuple(items), listing.open)


def _pairs(source: Listed, target: Listed, seen: Sight) -> list[tuple[int, int]]:
    """Which item renders which, each once, the surest first."""
    every = [
        (seen.both(left.words, right.words), i, j)
        for i, left in enumerate(source.items)
        for j, right in enumerate(target.items)
    ]
    found: list[tuple[int, int]] = []
    for weight, i, j in sorted(every, key=lambda one: (-one[0], abs(one[1] - one[2]), one[1])):
        if weight >= MEET and not any(i == a or j == b for a, b in found):
            found.append((i, j))
    return found

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
"""Items that have to meet before two lists are the same."""


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
    met: tuple[frozenset[int], frozenset[int]]
    """Indices of the items of each that render one of the other."""

    def left(self, side: int) -> tuple[Item, ...]:
        """The items of a side that meet none of the other."""
        return tuple(item for k, item in enumerate(self.lists[side].items) if k not in self.met[side])


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
            [_listed(document, k, listing, words) for k, listing in own]
            for document, own, words in zip(documents, found, seen.words, strict=True)
        )
        for source in ours:
            for target in theirs:
                pairs = _pairs(source, target, seen)
                if len(pairs) >= FEWEST:
                    met = frozenset(i for i, _ in pairs), frozenset(j for _, j in pairs)
                    yield Meeting(number, seen, (source, target), met)


def _listed(document: Document, segment: int, listing: Listing, words: Sequence[Word]) -> Listed:
    """A list with the words of its items."""
    at = document.segments[segment].start
    spans = [(start + at, end + at) for start, end in listing.items]
    items = []
    for k, (start, end) in enumerate(spans):
        own = [w for w in words if w.start < end and start < w.end]
        if len(own) == 1 and sum(a < own[0].end and own[0].start < b for a, b in spans) > 1:  # 한미일 is three
            own = [replace(own[0], start=start, end=end, text=document.text[start:end], tokens=(), known=1.0)]
        items.append(Item(start, end, tuple(own), k in listing.asides))
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

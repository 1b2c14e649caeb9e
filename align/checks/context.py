"""An aligned pair as the rules see it: what each segment mentions, and what on one side answers what on the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from align.checks.compare.assignment import Matched, matched, values
from align.checks.compare.conflicts import Alone, Conflict, conflicts
from align.lang import language
from align.lang.base.unread import unread
from align.lang.dates.leaning import resolved
from align.lang.dates.quoted import spoken
from align.model import Alignment, Document, Mention, Segment
from align.names.inventory import Names, names
from align.values import Clock, Quantity, When

if TYPE_CHECKING:
    from align.checks.compare.renderings import Renderings
    from align.engine.engine import Engine

Made = TypeVar("Made")
Mentions = Sequence[Sequence[Mention]]
"""Of each segment of a document; offsets are the segment's."""


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry: a source term and what may render it; `forbidden` ones may not."""

    source: str
    target: tuple[str, ...]
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the user adds to what ships: glossary terms, and names that the house spells one way."""

    terms: tuple[Term, ...] = ()
    names: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """What the rules read; offsets of mentions are the document's, not the segment's."""

    alignment: Alignment
    source: tuple[tuple[Mention, ...], ...]
    """Mentions of each source segment."""
    target: tuple[tuple[Mention, ...], ...]
    knowledge: Knowledge = field(default_factory=Knowledge)
    names: Names | None = None
    """Which names render which; None where those of neither side can be heard in the other's language."""
    matched: tuple[Matched, ...] = ()
    """The values of each bead."""
    conflicts: tuple[Conflict, ...] = ()
    """Values that cannot be the same, one in the other's place."""
    alone: tuple[tuple[Alone, ...], tuple[Alone, ...]] = ((), ())
    """Values that the source or the target has alone."""
    values: tuple[tuple[tuple[Mention, ...], ...], tuple[tuple[Mention, ...], ...]] = ((), ())
    """The values of each segment of the source and of the target: dates resolved, none inside another."""
    unread: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
    """The segments of the source and of the target with a figure that was not read whole."""
    engine: Callable[[], Engine] | None = field(default=None, repr=False, compare=False)
    """What the session aligns with, loaded when a rule asks."""
    asked: dict[tuple[int, int], float] = field(default_factory=dict, repr=False, compare=False)
    """What `alike` has said before: omission and addition ask for the same sentences."""
    made: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False, compare=False)
    """What `once` has made before."""

    def alike(self, i: int, j: int) -> float:
        """How surely source segment i and target segment j are each other's translation where there is nothing else.

        0 where the engine parts them.
        """
        if (i, j) not in self.asked:
            source, target = self.alignment.source, self.alignment.target
            beads = self._engine().align(_alone(source, i), _alone(target, j), paragraphs=False).beads
            self.asked[i, j] = beads[0].confidence if len(beads) == 1 else 0.0
        return self.asked[i, j]

    def once(self, make: Callable[..., Made], *about: Hashable) -> Made:
        """What `make(article, *about)` gives, made when the first rule asks for it: several rules ask for the same."""
        key = (make, *about)
        if key not in self.made:
            self.made[key] = make(self, *about)
        found: Made = self.made[key]
        return found

    def words(self) -> Renderings:
        """The words of both sides, and which may render which; read once, when a rule asks."""
        return self.once(Article._words)

    def _words(self) -> Renderings:
        from align.checks.compare.renderings import renderings  # on use: not every rule asks

        return renderings(self.alignment, self.same(), self._engine().lexicons)

    def same(self) -> Iterator[tuple[int, tuple[int, int], tuple[int, int]]]:
        """Bead, source span and target span of each matched value and linked name."""
        for bead in self.matched:
            yield from ((bead.bead, (a.start, a.end), (b.start, b.end)) for a, b in bead.pairs)
        if self.names:
            order = 1 if self.names.heard == "source" else -1
            for k, links in enumerate(self.names.links):
                for link in links:
                    ours, theirs = (link.heard, link.spelt)[::order]
                    yield k, ours, theirs

    def _engine(self) -> Engine:
        return self.engine() if self.engine else _shipped(self.alignment.source.lang, self.alignment.target.lang)

    def checked(self) -> tuple[tuple[str, int], ...]:
        """What was looked at, and how many."""
        every = [m for side in self.values for mentions in side for m in mentions]
        names = sum(map(len, self.names.links)) if self.names else 0
        dates = [m.value for m in every if isinstance(m.value, When)]
        return (
            ("names", names),
            ("dates", len(dates)),
            ("times", sum(isinstance(m.value, Clock) for m in every)),
            ("numbers", sum(isinstance(m.value, Quantity) for m in every)),
            ("dates unresolved", sum(not when.spans for when in dates)),
        )

    def target_position(self, bead: int) -> int:
        """Where bead `bead` is in the target; a null of the source stands where the target of the bead before it ends."""
        segments = self.alignment.target.segments
        for k in range(bead, -1, -1):
            held = self.alignment.beads[k].target
            if held:
                return segments[held[0]].start if k == bead else segments[held[-1]].end
        return 0


def read(
    alignment: Alignment,
    knowledge: Knowledge,
    engine: Callable[[], Engine] | None = None,
    mentions: tuple[Mentions | None, Mentions | None] = (None, None),
) -> Article:
    """The article of an alignment. `mentions` are those of its documents where somebody has read them already."""
    source, target = (
        _mentions(document, known)
        for document, known in zip((alignment.source, alignment.target), mentions, strict=True)
    )
    stated = []
    places: list[frozenset[int]] = []
    for side, document in ((source, alignment.source), (target, alignment.target)):
        figures = [
            [*unread(document.text, own, segment.start, segment.end)]
            for own, segment in zip(side, document.segments, strict=True)
        ]
        places.append(frozenset(i for i, spans in enumerate(figures) if spans))
        days = resolved(side, document.date)
        stated.append(
            tuple(
                values(document.text, _whole(own, spans), segment.start)
                for own, spans, segment in zip(spoken(document, days), figures, document.segments, strict=True)
            )
        )
    pairs = matched(alignment, stated[0], stated[1], (places[0], places[1]))
    opposed, *alone = conflicts(pairs)
    return Article(
        alignment,
        source,
        target,
        knowledge,
        names(alignment, {"source": source, "target": target}),
        pairs,
        opposed,
        (alone[0], alone[1]),
        (stated[0], stated[1]),
        (places[0], places[1]),
        engine,
    )


def _mentions(document: Document, known: Mentions | None) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of each segment, with the document's offsets."""
    mentions = language(document.lang).mentions
    every = known if known is not None else [mentions(text, document.date) for text in document.texts()]
    return tuple(
        tuple(Mention(m.kind, m.start + s.start, m.end + s.start, m.text, m.keys, m.value) for m in own)
        for s, own in zip(document.segments, every, strict=True)
    )


def _whole(mentions: Sequence[Mention], unread: Sequence[tuple[int, int]]) -> Sequence[Mention]:
    """The mentions but for those that are a part of a figure which was not read whole."""
    if not unread:
        return mentions
    return [m for m in mentions if not any(m.start < end and start < m.end for start, end in unread)]


def _alone(document: Document, index: int) -> Document:
    """One sentence of a document as a document."""
    segment = document.segments[index]
    text = document.text[segment.start : segment.end]
    return Document("", document.lang, text, (Segment(0, len(text), 0),), document.date)


@cache
def _shipped(source_lang: str, target_lang: str) -> Engine:
    """The engine of checks without a session."""
    from align.engine.engine import Engine  # on use: most checks ask for none

    return Engine.load(source_lang, target_lang)

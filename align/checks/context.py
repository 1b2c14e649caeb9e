"""An aligned pair as the rules see it: what each segment mentions, and what on one side answers what on the other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from align.checks.compare.assignment import Matched, matched, values
from align.checks.compare.conflicts import Alone, Conflict, conflicts
from align.lang import language
from align.lang.dates.leaning import resolved
from align.model import Alignment, Document, Mention
from align.names.inventory import Names, names
from align.values import Clock, Quantity, When


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


def read(alignment: Alignment, knowledge: Knowledge) -> Article:
    """The article of an alignment."""
    source, target = (_mentions(document) for document in (alignment.source, alignment.target))
    stated = [
        tuple(
            values(document.text, mentions, segment.start)
            for mentions, segment in zip(resolved(side, document.date), document.segments, strict=True)
        )
        for side, document in ((source, alignment.source), (target, alignment.target))
    ]
    pairs = matched(alignment, *stated)
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
    )


def _mentions(document: Document) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of each segment, with the document's offsets."""
    mentions = language(document.lang).mentions
    return tuple(
        tuple(replace(m, start=m.start + s.start, end=m.end + s.start) for m in mentions(text, document.date))
        for s, text in zip(document.segments, document.texts(), strict=True)
    )

"""An aligned pair as the rules see it: what each segment mentions, and what on one side answers what on the other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from align.engine import prepare
from align.model import Alignment, Mention
from align.names.ledger import Names, names


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
    """Which names render which; None where neither side or both are Korean."""

    def checked(self) -> tuple[tuple[str, int], ...]:
        """What was looked at, and how many."""
        every = [m for segments in (self.source, self.target) for mentions in segments for m in mentions]
        return tuple((f"{kind}s", sum(m.kind == kind for m in every)) for kind in ("name", "date", "number"))

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
    return Article(
        alignment, source, target, knowledge, names(alignment, {"source": source, "target": target})
    )


def _mentions(document):  # type: ignore[no-untyped-def]
    return tuple(
        tuple(replace(m, start=m.start + s.start, end=m.end + s.start) for m in mentions)
        for s, mentions in zip(document.segments, prepare(document).mentions, strict=True)
    )

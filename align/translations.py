"""One source and several translations of it: an alignment each, whose beads are joined where they share segments of the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from align.model import Alignment, Document


@dataclass(frozen=True, slots=True)
class Row:
    """What some segments of the source are in each translation: the fewest beads that have them, and no others, whole."""

    source: tuple[int, ...]
    """() where a translation has something alone."""
    targets: tuple[tuple[int, ...], ...]
    """The segments of each translation, () where it has nothing of it."""
    beads: tuple[tuple[int, ...], ...]
    """The numbers of the beads in each alignment that the row is made of."""

    @property
    def agreed(self) -> bool:
        """Whether all translations have cut it alike: it is one bead of each, of the same segments of the source."""
        return bool(self.source) and all(len(own) == 1 for own in self.beads)


@dataclass(frozen=True, slots=True)
class Translations:
    """The alignments of one source with its translations, in the order in which they were given."""

    alignments: tuple[Alignment, ...]

    @property
    def source(self) -> Document:
        """What all of them translate."""
        return self.alignments[0].source

    @property
    def targets(self) -> tuple[Document, ...]:
        """The translations."""
        return tuple(alignment.target for alignment in self.alignments)

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages of the source and of each translation."""
        return (self.source.lang, *(document.lang for document in self.targets))

    def rows(self) -> tuple[Row, ...]:
        """All beads, joined over the segments of the source that they share, in its order.

        What a translation has alone is a row of its own, behind the one that has what precedes it in the translation.
        """
        held = _joined(self.alignments)
        found: dict[int, list[list[int]]] = {}
        alone: dict[tuple[int, int], list[int]] = {}  # by translation and first segment of the source, -1 for none
        for number, alignment in enumerate(self.alignments):
            last = -1
            for k, bead in enumerate(alignment.beads):
                if bead.source:
                    last = held[bead.source[0]]
                    found.setdefault(last, [[] for _ in self.alignments])[number].append(k)
                else:
                    alone.setdefault((last, number), []).append(k)
        order = sorted({*found, *(first for first, _ in alone)})
        return tuple(row for first in order for row in self._rows(first, found.get(first), alone))

    def _rows(
        self, first: int, beads: Sequence[Sequence[int]] | None, alone: dict[tuple[int, int], list[int]]
    ) -> Iterator[Row]:
        """The row of the beads that begin at a segment of the source, and those of what stands alone behind it."""
        if beads is not None:
            yield self._row(beads)
        for number in range(len(self.alignments)):
            for k in alone.get((first, number), ()):
                yield self._row([[k] if n == number else [] for n in range(len(self.alignments))])

    def _row(self, beads: Sequence[Sequence[int]]) -> Row:
        own = [[a.beads[k] for k in held] for a, held in zip(self.alignments, beads, strict=True)]
        return Row(
            tuple(sorted({i for some in own for bead in some for i in bead.source})),
            tuple(tuple(sorted(j for bead in some for j in bead.target)) for some in own),
            tuple(map(tuple, beads)),
        )


def shared(alignments: Iterable[Alignment]) -> list[list[Alignment]]:
    """Alignments of one source together, in the order of their first ones; each in one list."""
    found: list[list[Alignment]] = []
    for alignment in alignments:
        own = next((held for held in found if same(held[0].source, alignment.source)), None)
        if own is None:
            found.append([alignment])
        else:
            own.append(alignment)
    return found


def different(alignments: Sequence[Alignment]) -> bool:
    """Whether each of these translations is in a language of its own."""
    return len({alignment.target.lang for alignment in alignments}) == len(alignments)


def same(a: Document, b: Document) -> bool:
    """Whether two documents are one source: the same text under the same name, cut alike."""
    return a is b or (a.text == b.text and (a.name, a.lang, a.segments) == (b.name, b.lang, b.segments))


def _joined(alignments: Sequence[Alignment]) -> dict[int, int]:
    """For each segment of the source the first one of those that beads have together with it, directly or through others."""
    root: dict[int, int] = {}

    def top(i: int) -> int:
        while root.setdefault(i, i) != i:
            root[i] = i = root[root[i]]
        return i

    for alignment in alignments:
        for bead in alignment.beads:
            tops = {top(i) for i in bead.source}
            for i in tops:
                root[i] = min(tops)
    return {i: top(i) for i in root}

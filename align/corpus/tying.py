"""Which units of an article's pairs say what the same segments of the source say: they are tied, and delivered as one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from align.memory.records import Entry
from align.model import Alignment
from align.translations import Row, Translations, same

MOST = 4
"""Segments of the source in a joined unit at most, by judgement: what translations cut otherwise for longer than that is no unit."""


def tied(pairs: Sequence[tuple[tuple[Entry, ...], Alignment]]) -> list[tuple[Entry, ...]]:
    """The entries of each pair of one source with their ties.

    The beads are joined to the fewest segments of the source of which no bead has a part. A translation is in such a group where
    its beads there have all a target, in the order of the source; a group needs two languages. What is in none is a pair.
    """
    firsts = {alignment.target.lang: k for k, (_, alignment) in reversed(list(enumerate(pairs)))}
    own = [k for k in sorted(firsts.values()) if same(pairs[k][1].source, pairs[0][1].source)]
    found = [entries for entries, _ in pairs]
    if len(own) < 2:
        return found
    every = Translations(tuple(pairs[k][1] for k in own))
    ties: list[dict[str, int]] = [{} for _ in own]
    for number, row in enumerate(every.rows(), 1):
        some = [place for place in range(len(own)) if _whole(every.alignments[place], row, place)]
        if len(some) > 1 and len(row.source) <= MOST:
            for place in some:
                ties[place] |= dict.fromkeys(map(str, row.beads[place]), number)
    for place, k in enumerate(own):
        found[k] = tuple(replace(each, tie=ties[place].get(each.bead.split(" ")[0], 0)) for each in found[k])
    return found


def _whole(alignment: Alignment, row: Row, place: int) -> bool:
    """Whether a translation has all of a row, in its order."""
    beads = [alignment.beads[k] for k in row.beads[place]]
    targets = [j for bead in beads for j in bead.target]
    held = sorted(i for bead in beads for i in bead.source)
    return all(bead.source and bead.target for bead in beads) and held == [*row.source] and targets == sorted(targets)

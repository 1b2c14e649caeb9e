"""Gold with some of its lines changed: beads, running text and places follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from align.errors import FormatError
from align.evaluation.gold import Gold
from align.evaluation.metrics import Pair

Span = tuple[int, int]
Lines = Mapping[int, str | None]
"""Line number -> its new text, None where the line is dropped."""


def edited(gold: Gold, side: str, lines: Lines) -> Gold:
    """`gold` with the `lines` of "source" or "target" changed; a bead that loses its last line of a side is a null."""
    old: tuple[str, ...] = getattr(gold, side)
    new = tuple(line for line in map(lines.get, range(len(old)), old) if line is not None)
    text: str | None = getattr(gold, f"{side}_text")
    changed = {side: new, f"{side}_text": None if text is None else _rewritten(text, old, lines)}
    return replace(gold, beads=_beads(gold.beads, side, old, lines), **changed)  # type: ignore[arg-type]


def swapped(gold: Gold, side: str, i: int) -> Gold:
    """`gold` with lines i and i + 1 of a side in the other order, each still in its bead."""
    old: tuple[str, ...] = getattr(gold, side)
    found = edited(gold, side, {i: old[i + 1], i + 1: old[i]})
    turn = {i: i + 1, i + 1: i}
    k = ("source", "target").index(side)

    def turned(bead: Pair) -> Pair:
        indices: tuple[int, ...] = bead[k]
        moved = tuple(sorted(turn.get(j, j) for j in indices))
        return (moved, bead[1]) if k == 0 else (bead[0], moved)

    return replace(found, beads=tuple(turned(bead) for bead in found.beads))


def merged(gold: Gold, side: str, i: int, text: str) -> Gold:
    """`gold` with lines i and i + 1 of a side as one line `text`; their beads become one."""
    k = ("source", "target").index(side)
    two = [bead for bead in gold.beads if {i, i + 1} & set(bead[k])]
    one = tuple(tuple(sorted({j for bead in two for j in bead[s]})) for s in (0, 1))
    beads = tuple(one if bead == two[0] else bead for bead in gold.beads if bead not in two[1:])
    return edited(replace(gold, beads=beads), side, {i: text, i + 1: None})  # type: ignore[arg-type]


def places(text: str, lines: Sequence[str]) -> tuple[Span, ...]:
    """Where each line lies in `text`, in order; FormatError where one is not there."""
    found, position = [], 0
    for line in lines:
        start = text.find(line, position)
        if start < 0:
            raise FormatError(line[:40], "not in the running text", "the lines of gold are cut from it")
        position = start + len(line)
        found.append((start, position))
    return tuple(found)


def _rewritten(text: str, old: Sequence[str], lines: Lines) -> str:
    for i, (start, end) in reversed(tuple(enumerate(places(text, old)))):
        if i in lines:
            new = lines[i]
            if new is None and text[end : end + 1] == " ":
                end += 1
            text = text[:start] + (new or "") + text[end:]
    return text


def _beads(beads: Sequence[Pair], side: str, old: Sequence[str], lines: Lines) -> tuple[Pair, ...]:
    kept = [i for i in range(len(old)) if lines.get(i, "") is not None]
    number = {i: k for k, i in enumerate(kept)}

    def renumbered(indices: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(number[i] for i in indices if i in number)

    found = ((renumbered(a), b) if side == "source" else (a, renumbered(b)) for a, b in beads)
    return tuple(bead for bead in found if any(bead))

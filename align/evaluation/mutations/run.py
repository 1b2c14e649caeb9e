"""Changes planted, checked and counted.

An error is caught by an error or warning of a fitting rule that touches the new words (a dropped sentence: its source) and
that was not there before. A change that must stay quiet is alarmed by any error or warning that was not there before. Each
runs on the tool's own alignment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from multiprocessing import get_context
from pathlib import Path
from random import Random

from align.evaluation.checks import GAPS, Checked, checked, touches
from align.evaluation.edits import Span
from align.evaluation.gold import Gold, load
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.plant import ERRORS, changes
from align.evaluation.mutations.quiet import QUIET
from align.model import Finding
from align.session import Session

ROUNDS = 3
"""Changes of a type at one place, at most: where there are few places, the same few words would be counted many times."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checks made of one change."""

    change: Change
    name: str
    """Of the pair."""
    alarmed: bool
    before: str
    after: str
    """The line that was changed, as it was and as it is."""
    other: str
    """What the gold has beside it on the other side."""
    alarms: tuple[str, ...]
    """Every new alarm, in words."""


def planned(
    folders: Sequence[Path], number: int, seed: int, *, turned: bool = False
) -> list[tuple[Gold, list[Change]]]:
    """Up to `number` changes of each type over all pairs: one at each place, then a second one, and so on; by pair."""
    every = [(folder, gold) for folder in folders for gold in load(folder, turned=turned)]
    places: dict[str, dict[object, list[tuple[int, Change]]]] = {t: defaultdict(list) for t in (*ERRORS, *QUIET)}
    for k, (folder, gold) in enumerate(every):
        for change, place in changes(folder / gold.name, gold):
            places[change.type][k, place].append((k, change))
    rng = Random(seed)
    chosen: dict[int, list[Change]] = defaultdict(list)
    for found in places.values():
        piles = list(found.values())
        for pile in piles:
            rng.shuffle(pile)
        rng.shuffle(piles)
        rounds = (c for layer in zip_longest(*(pile[:ROUNDS] for pile in piles)) for c in layer if c is not None)
        for _, (k, change) in zip(range(number), rounds, strict=False):
            chosen[k].append(change)
    return [(every[k][1], chosen[k]) for k in sorted(chosen)]


def outcomes(
    work: Sequence[tuple[Gold, list[Change]]], session: Session, *, lines: bool = False, jobs: int = 1
) -> Iterator[Outcome]:
    """The outcome of each change."""
    each = partial(_pair, session, lines)
    if jobs == 1:
        for some in map(each, work):
            yield from some
        return
    # spawned, since a fork of a process that has numpy's threads may never come back
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        for some in pool.map(each, work):
            yield from some


def _pair(session: Session, lines: bool, work: tuple[Gold, list[Change]]) -> list[Outcome]:
    gold, some = work
    running = not lines and gold.source_text is not None and gold.target_text is not None
    before = checked(session, gold, running=running)
    return [outcome(before, checked(session, c.of(gold), running=running), c) for c in some]


def outcome(before: Checked, after: Checked, change: Change) -> Outcome:
    """What is new in `after`, and whether that is what `change` asks for."""
    wrong = change.type in ERRORS
    known = {key for f in before.alarms() for key in _keys(before, f, wrong)}
    new = [f for f in after.alarms() if not known.intersection(_keys(after, f, wrong))]
    caught = [f for f in new if f.rule in ERRORS[change.type] and _on(before, after, change, f)] if wrong else new
    was: tuple[str, ...] = getattr(before.gold, change.side)
    now: tuple[str, ...] = getattr(after.gold, change.side)
    gone = change.text is None
    return Outcome(
        change,
        before.gold.name,
        bool(caught),
        was[change.line],
        "(dropped)" if gone else now[change.line],
        _beside(before, change),
        tuple(f"{f.severity} {f.rule}: {f.message}" for f in new),
    )


def labelled(before: Checked, after: Checked, change: Change) -> Iterator[tuple[int, bool]]:
    """The findings of `after` that are new, by number, and whether they are right; what an error brings elsewhere is neither."""
    wrong = change.type in ERRORS
    known = {key for f in before.report.findings for key in _keys(before, f, wrong)}
    for number, finding in enumerate(after.report.findings):
        if not known.intersection(_keys(after, finding, wrong)):
            if not wrong:
                yield number, False
            elif finding.rule in ERRORS[change.type] and _on(before, after, change, finding):
                yield number, True


def _keys(pair: Checked, f: Finding, exact: bool) -> Iterator[tuple[object, ...]]:
    """What a finding is known by, though places move: its texts; for omissions and additions its line, whose words may change.

    Not `exact`: the source's text is enough.
    """
    alignment = pair.report.alignment
    line = next((i for i, span in enumerate(pair.source) if touches(f.source, span)), None)
    source = f.source and (line, alignment.source.text[f.source.start : f.source.end])
    yield f.rule, source, f.target and alignment.target.text[f.target.start : f.target.end]
    if f.rule in GAPS:
        side = GAPS[f.rule]
        yield from ((f.rule, i) for i, span in enumerate(getattr(pair, side)) if touches(getattr(f, side), span))
    elif source and not exact:
        yield f.rule, source


def _on(before: Checked, after: Checked, change: Change, finding: Finding) -> bool:
    """Whether a finding is on the new words; one of what is missing may be on the other side's words for them, or its sentence."""
    side, other = ("source", "target") if change.side == "source" else ("target", "source")
    if finding.rule in GAPS or (finding.rule.endswith("-missing") and getattr(finding, side) is None):
        place = getattr(finding, other)
        if change.answer and finding.rule not in GAPS:
            return touches(place, _at(after, other, *change.answer))
        return any(touches(place, getattr(after, other)[i]) for i in _lines_beside(before, change))
    return change.text is not None and touches(getattr(finding, side), _at(after, side, change.line, change.span))


def _at(pair: Checked, side: str, line: int, span: Span) -> Span:
    """A span of a line as one of the document."""
    start: int = getattr(pair, side)[line][0]
    return start + span[0], start + span[1]


def _beside(pair: Checked, change: Change) -> str:
    lines = pair.gold.target if change.side == "source" else pair.gold.source
    return " / ".join(lines[i] for i in _lines_beside(pair, change))


def _lines_beside(pair: Checked, change: Change) -> Iterator[int]:
    """The lines of the other side in the beads of the line that was changed."""
    side, other = (0, 1) if change.side == "source" else (1, 0)
    return (i for bead in pair.gold.beads if change.line in bead[side] for i in bead[other])

"""align evaluate --checks: what the checks find on folders of gold, in words."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from align.evaluation.checks import Checked, Score, checked, clean, faulty
from align.evaluation.gold import load
from align.evaluation.labels import labelled
from align.evaluation.metrics import reliability
from align.evaluation.planted import RULES, Planted, planted
from align.model import Finding
from align.session import Session


def score(folder: Path, session: Session, lines: bool, own: bool, turned: bool = False) -> Score:
    """The score of the pairs of `folder`, and of those with planted errors where it has any."""
    total = Score()
    documents = load(folder, turned=turned)
    running = own and not lines and all(g.source_text is not None and g.target_text is not None for g in documents)
    with click.progressbar(documents, label=f"{folder}{'' if own else ' (gold)'}", file=sys.stderr) as bar:
        for gold in bar:
            pair = checked(session, gold, running=running, own=own)
            total += clean(pair) + Score(told=told(pair, ()))
            home = folder / gold.name if (folder / gold.name).is_dir() else folder
            bad, errors = planted(home, gold)
            if errors:
                pair = checked(session, bad, running=running, own=own)
                total += faulty(pair, errors) + Score(told=told(pair, errors))
    return total


def told(pair: Checked, errors: Sequence[Planted]) -> tuple[tuple[Finding, bool], ...]:
    """The findings of a pair that are right or wrong."""
    return tuple((pair.report.findings[number], right) for number, right in labelled(pair, errors))


def figures(folder: str, scores: dict[str, Score]) -> dict[str, Any]:
    """The figures of a folder by alignment, for JSON."""
    return {
        "folder": folder,
        **{
            name: {
                "recall": {t: [s.found[t], n] for t, n in sorted(s.planted.items())},
                "words": s.words,
                "false_alarms": dict(Counter(f.rule for _, f in s.false)),
                "false_alarms_per_1000": round(s.per_thousand(), 3),
                "alarms_beside_errors": dict(Counter(f.rule for _, f in s.beside)),
                "null_alarms": [s.gap_right, s.gap_alarms],
                "nulls_found": [s.gaps_found, s.gaps],
                "errors_right": list(errors_right(s)),
                "probability_ece": round(calibration(s), 4),
            }
            for name, s in scores.items()
        },
    }


def calibration(score: Score) -> float:
    """The expected calibration error of the findings' probabilities."""
    return reliability([(finding.probability, right) for finding, right in score.told])[1]


def errors_right(score: Score) -> tuple[int, int]:
    """Of the findings called error those that are right, and all."""
    called = [right for finding, right in score.told if finding.severity == "error"]
    return sum(called), len(called)


def show(folder: str, scores: dict[str, Score]) -> Iterator[str]:
    """The lines of a folder's tables."""
    yield folder
    names = list(scores)
    planted_types = {t for s in scores.values() for t in s.planted}
    types = [*(t for t in RULES if t in planted_types), *sorted(planted_types - RULES.keys())]
    if types:
        yield f"{'errors found':24}" + "".join(f"{name:>18}" for name in names)
        for t in types:
            yield f"  {t:22}" + "".join(f"{share(s.found[t], s.planted[t]):>18}" for s in scores.values())
    for name, s in scores.items():
        yield (
            f"false alarms, {name}: {len(s.false)} in {s.words} words, {s.per_thousand():.2f} per 1,000"
            f" ({_by_rule(s.false)})"
        )
        if types:
            yield f"  beside planted errors: {len(s.beside)} ({_by_rule(s.beside)})"
        yield f"  called error: right {share(*errors_right(s))}; probability: ECE {calibration(s):.3f} of {len(s.told)} findings"
        yield f"  nulls: precision {share(s.gap_right, s.gap_alarms)}, recall {share(s.gaps_found, s.gaps)}"


def details(name: str, found: Score) -> Iterator[str]:
    """Every miss and every false alarm, with its texts."""
    for pair, error in found.misses:
        yield from missed(name, pair, error)
    for pair, side, span in found.gap_misses:
        text = getattr(pair.report.alignment, side).text[span[0] : span[1]]
        yield f"\nNULL MISSED [{name}] {pair.gold.name} {side}: {text}"
        bead = bead_at(pair, side, span[0])
        yield from _bead(pair, bead)
    for kind, alarms in (("FALSE", found.false), ("BESIDE", found.beside)):
        for pair, finding in alarms:
            yield f"\n{kind} [{name}] {pair.gold.name}"
            yield from _finding(pair, finding)
            yield from _bead(pair, finding.bead)


def missed(name: str, pair: Checked, error: Planted) -> Iterator[str]:
    """A planted error that was not found, and what was found in its bead."""
    yield f"\nMISSED [{name}] {error.id} {error.type}: {error.right} -> {error.wrong or '(dropped)'}  ({error.note})"
    if error.target is None:
        bead = bead_at(pair, "source", pair.source[error.source][0])
    else:
        bead = bead_at(pair, "target", pair.target[error.target][0] + error.span[0])
    for finding in pair.report.findings:
        if finding.bead == bead:
            yield from _finding(pair, finding)
    yield from _bead(pair, bead)


def bead_at(pair: Checked, side: str, position: int) -> int:
    """The number of the bead that holds `position` of a side."""
    alignment = pair.report.alignment
    segments = getattr(alignment, side).segments
    for number, bead in enumerate(alignment.beads):
        if any(
            segments[i].start <= position < max(segments[i].end, segments[i].start + 1) for i in getattr(bead, side)
        ):
            return number
    return 0


def share(part: int, whole: int) -> str:
    """As 0.950 (19/20)."""
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "-"


def _by_rule(found: Sequence[tuple[Checked, Finding]]) -> str:
    counts = Counter(finding.rule for _, finding in found)
    return ", ".join(f"{rule} {n}" for rule, n in counts.most_common()) or "none"


def _finding(pair: Checked, finding: Finding) -> Iterator[str]:
    alignment = pair.report.alignment
    quoted = [
        document.text[place.start : place.end] if place else "-"
        for document, place in ((alignment.source, finding.source), (alignment.target, finding.target))
    ]
    yield f"  {finding.severity} {finding.rule} {finding.confidence}: {finding.message}"
    yield f"    {quoted[0]!r} | {quoted[1]!r}  value {finding.value!r} expected {finding.expected!r}"


def _bead(pair: Checked, number: int) -> Iterator[str]:
    alignment = pair.report.alignment
    bead = alignment.beads[number]
    for document, indices in ((alignment.source, bead.source), (alignment.target, bead.target)):
        segments = [document.segments[i] for i in indices]
        yield f"    {document.lang}: " + " / ".join(document.text[s.start : s.end] for s in segments)
    yield f"    bead confidence {bead.confidence:.2f}"

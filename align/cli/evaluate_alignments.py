"""align evaluate: what alignments are worth on a folder of gold, in figures and in words."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from align.evaluation.boundaries import boundary_counts
from align.evaluation.gold import Gold, covering, load
from align.evaluation.metrics import BINS, Pair, Tally, reliability
from align.model import Alignment
from align.session import Session


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a folder."""

    name: str
    tally: Tally
    scored: tuple[tuple[float, bool], ...]
    """Confidence of each bead, and whether it is right."""
    running: bool
    """Running text was aligned, and not the gold's lines."""
    batch: bool
    documents: tuple[tuple[str, Tally], ...]
    boundaries: dict[str, float]
    """F1 of sentence boundaries, by language."""
    segments: int


def folder(name: str, session: Session, lines: bool, batch: bool, turned: bool = False) -> Result:
    """The result of a folder of gold; `batch` aligns its articles as one, which teaches its own lexicon."""
    documents = load(Path(name), turned=turned)
    running = not lines and all(g.source_text is not None and g.target_text is not None for g in documents)
    pairs = [g.running() if running else g.lines() for g in documents]
    with click.progressbar(length=len(pairs), label=name, file=sys.stderr) as bar:
        if batch:
            found = session.engine.batch(pairs, paragraphs=running)
            bar.update(len(pairs))
        else:
            found = []
            for source, target in pairs:
                found.append(session.align(source, target, paragraphs=running))
                bar.update(1)
    tallies, scored = [], []
    for document, alignment in zip(documents, found, strict=True):
        wanted, given = _comparable(document, alignment)
        tallies.append(Tally.of(wanted, given))
        right = set(wanted)
        scored += [(bead.confidence, pair in right) for bead, pair in zip(alignment.beads, given, strict=True)]
    return Result(
        name,
        sum(tallies, Tally()),
        tuple(scored),
        running,
        batch,
        tuple((g.name, t) for g, t in zip(documents, tallies, strict=True)),
        _boundaries(documents, found) if running else {},
        sum(len(a.source.segments) + len(a.target.segments) for a in found),
    )


def _boundaries(documents: Sequence[Gold], found: Sequence[Alignment]) -> dict[str, float]:
    """F1 of the sentence boundaries of both sides, by language."""
    ends = {found[0].source.lang: (0, 0, 0), found[0].target.lang: (0, 0, 0)}
    for gold, alignment in zip(documents, found, strict=True):
        sides = (
            (found[0].source.lang, alignment.source, gold.source),
            (found[0].target.lang, alignment.target, gold.target),
        )
        for lang, ours, theirs in sides:
            counts = boundary_counts(theirs, ours.texts())
            ends[lang] = (ends[lang][0] + counts[0], ends[lang][1] + counts[1], ends[lang][2] + counts[2])
    return {lang: _f1(*counts) for lang, counts in ends.items()}


def figures(results: Sequence[Result]) -> dict[str, Any]:
    """All figures for JSON."""
    rows, error = reliability([pair for result in results for pair in result.scored])
    return {"folders": [_figures(r) for r in results], "ece": round(error, 4), "reliability": rows}


def table(results: Sequence[Result], verbose: bool) -> Iterator[str]:
    """The same for people; `verbose` has a line for each document too."""
    yield f"{'':26} strict   lax  no null  nulls P     R  moved  boundaries"
    for result in results:
        if verbose:
            for name, tally in result.documents:
                yield _row(name, tally)
        ends = " ".join(f"{lang} {value:.4f}" for lang, value in result.boundaries.items())
        yield _row(result.name, result.tally) + (f"  {ends}" if ends else "")
    rows, error = reliability([pair for result in results for pair in result.scored])
    yield f"\nconfidence  beads  mean   right      ECE {error:.4f}"
    for k, (beads, confidence, right) in enumerate(rows):
        if beads:
            yield f"{k / BINS:.1f}-{(k + 1) / BINS:.1f}     {beads:6}  {confidence:.3f}  {right:.3f}"


def _comparable(document: Gold, alignment: Alignment) -> tuple[list[Pair], list[Pair]]:
    """Gold beads and ours as spans of text; an empty line covers nothing, so it is named by its number instead."""
    wanted = covering(document.beads, document.source, document.target)
    given = covering(
        tuple((b.source, b.target) for b in alignment.beads), alignment.source.texts(), alignment.target.texts()
    )
    return wanted, given


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 1.0


def _figures(result: Result) -> dict[str, Any]:
    tally = result.tally
    return {
        "folder": result.name,
        "documents": len(result.documents),
        "segments": result.segments,
        "running_text": result.running,
        "batch": result.batch,
        "strict_f1": round(tally.f1, 4),
        "strict_precision": round(tally.precision, 4),
        "strict_recall": round(tally.recall, 4),
        "lax_f1": round(tally.f1_lax, 4),
        "strict_f1_without_nulls": round(tally.f1_beads, 4),
        "null_precision": round(tally.null_precision, 4),
        "null_recall": round(tally.null_recall, 4),
        "moved_found": tally.moved_found,
        "moved_gold": tally.moved_gold,
        "boundary_f1": {lang: round(value, 4) for lang, value in result.boundaries.items()},
    }


def _row(name: str, tally: Tally) -> str:
    short = name if len(name) <= 26 else "…" + name[-25:]
    return (
        f"{short:26} {tally.f1:.4f} {tally.f1_lax:.3f}   {tally.f1_beads:.4f}    {tally.null_precision:.3f} {tally.null_recall:.3f}  "
        f"{tally.moved_found:2}/{tally.moved_gold:<2}"
    )

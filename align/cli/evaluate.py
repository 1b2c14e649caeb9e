"""align evaluate: how good alignments are, on folders of gold."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from align import knowledge
from align.cli import options
from align.errors import InputError
from align.evaluation.boundaries import boundary_counts
from align.evaluation.gold import Gold, covering, load
from align.evaluation.metrics import BINS, Pair, Tally, reliability
from align.model import Alignment

if TYPE_CHECKING:
    from align.engine.engine import Engine


@click.command("evaluate")
@click.argument("gold", nargs=-1, required=True)
@click.option("--lines", is_flag=True, help="Align the gold's segments; default: running text where there is any.")
@click.option("--batch", is_flag=True, help="Align each folder as one batch, which teaches its own lexicon.")
@click.option("--min-f1", type=float, metavar="X", help="Exit with 1 where the strict F1 of a folder is lower.")
@click.option("--checks", is_flag=True, help="What the checks find: planted errors, false alarms, nulls.")
@click.option("--show", is_flag=True, help="With these: every miss and false alarm with its texts.")
@click.option(
    "--mutations", type=click.IntRange(1), metavar="N", help="Plant N errors of each type, and changes that are none."
)
@click.option("--seed", default=0, show_default=True, help="Which of them.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes for --mutations.")
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
@click.option("-v", "--verbose", is_flag=True, help="Each document too.")
@options.knowledge
def command(
    gold: tuple[str, ...],
    lines: bool,
    batch: bool,
    min_f1: float | None,
    checks: bool,
    show: bool,
    mutations: int | None,
    seed: int,
    jobs: int,
    as_json: bool,
    verbose: bool,
    engine: str | None,
    lexicons: tuple[str, ...],
    glossaries: tuple[str, ...],
) -> int:
    """Strict and lax F1, nulls, moved blocks, sentence boundaries and calibration on folders of GOLD.

    Strict F1 as in vecalign: precision over all beads found, nulls too, recall over gold beads with two sides; lax accepts
    beads that overlap on both sides. A bead counts by the text that it covers.
    """
    choice, _ = options.engine_of(engine)
    if mutations:
        return _mutations(gold, mutations, seed, jobs, lines, show, as_json, choice, lexicons, glossaries)
    if checks:
        return _checks(gold, lines, show, as_json, choice, lexicons, glossaries)
    results = [_folder(folder, lines, batch, choice, lexicons, glossaries) for folder in gold]
    scored = [pair for result in results for pair in result["scored"]]
    rows, error = reliability(scored)
    if as_json:
        click.echo(
            json.dumps(
                {"folders": [_figures(r) for r in results], "ece": round(error, 4), "reliability": rows}, indent=1
            )
        )
    else:
        _print(results, rows, error, verbose)
    if min_f1 is not None and any(result["tally"].f1 < min_f1 for result in results):
        click.echo(f"align: strict F1 below {min_f1}", err=True)
        return 1
    return 0


def _checks(
    folders: Sequence[str],
    lines: bool,
    show: bool,
    as_json: bool,
    engine: str,
    lexicons: Sequence[str],
    glossaries: Sequence[str],
) -> int:
    from align.cli import evaluating

    every = []
    for folder in folders:
        loaded = _engine(folder, engine, lexicons, glossaries)
        scores = {
            name: evaluating.score(Path(folder), loaded, lines, own)
            for name, own in (("own alignment", True), ("gold alignment", False))
        }
        every.append(evaluating.figures(folder, scores))
        if not as_json:
            for line in evaluating.show(folder, scores):
                click.echo(line)
            for name, score in scores.items() if show else ():
                for line in evaluating.details(name, score):
                    click.echo(line)
    if as_json:
        click.echo(json.dumps(every, indent=1))
    return 0


def _mutations(
    folders: Sequence[str],
    number: int,
    seed: int,
    jobs: int,
    lines: bool,
    show: bool,
    as_json: bool,
    engine: str,
    lexicons: Sequence[str],
    glossaries: Sequence[str],
) -> int:
    from align.cli import mutating
    from align.evaluation.mutations.run import outcomes, planned

    loaded = _engine(folders[0], engine, lexicons, glossaries)
    work = planned([Path(folder) for folder in folders], number, seed)
    with click.progressbar(length=sum(len(some) for _, some in work), label="mutations", file=sys.stderr) as bar:
        every = []
        for outcome in outcomes(work, loaded, lines=lines, jobs=jobs):
            every.append(outcome)
            bar.update(1)
    if as_json:
        click.echo(json.dumps(mutating.figures(every, number, seed), indent=1))
        return 0
    for line in mutating.table(every):
        click.echo(line)
    for outcome in every if show else ():
        for line in mutating.details(outcome):
            click.echo(line)
    return 0


def _engine(folder: str, engine: str, lexicons: Sequence[str], glossaries: Sequence[str]) -> Engine:
    """The engine for the languages of a folder of gold."""
    from align.engine.engine import Engine

    if not Path(folder).is_dir():
        raise InputError(
            folder, "no such folder" if not Path(folder).exists() else "not a folder", "give a folder of gold"
        )
    first = load(Path(folder))[0]
    langs = first.source_lang, first.target_lang
    return Engine.load(*langs, knowledge.lexicons(lexicons, glossaries, *langs), engine)


def _folder(
    folder: str, lines: bool, batch: bool, engine: str, lexicons: Sequence[str], glossaries: Sequence[str]
) -> dict[str, Any]:
    loaded = _engine(folder, engine, lexicons, glossaries)
    documents = load(Path(folder))
    running = not lines and all(g.source_text is not None and g.target_text is not None for g in documents)
    pairs = [g.running() if running else g.lines() for g in documents]
    langs = pairs[0][0].lang, pairs[0][1].lang
    with click.progressbar(length=len(pairs), label=folder, file=sys.stderr) as bar:
        if batch:
            found = loaded.batch(pairs, paragraphs=running)
            bar.update(len(pairs))
        else:
            found = []
            for source, target in pairs:
                found.append(loaded.align(source, target, paragraphs=running))
                bar.update(1)
    tallies, scored = [], []
    ends = dict.fromkeys(langs, (0, 0, 0))
    for document, alignment in zip(documents, found, strict=True):
        wanted, given = _comparable(document, alignment)
        tallies.append(Tally.of(wanted, given))
        right = set(wanted)
        scored += [(bead.confidence, pair in right) for bead, pair in zip(alignment.beads, given, strict=True)]
        if running:
            for lang, ours, theirs in (
                (langs[0], alignment.source, document.source),
                (langs[1], alignment.target, document.target),
            ):
                ends[lang] = tuple(map(sum, zip(ends[lang], boundary_counts(theirs, ours.texts()), strict=True)))  # type: ignore[assignment]
    tally = sum(tallies, Tally())
    return {
        "name": folder,
        "tally": tally,
        "scored": scored,
        "running": running,
        "batch": batch,
        "documents": [(g.name, t) for g, t in zip(documents, tallies, strict=True)],
        "boundaries": {lang: _f1(*counts) for lang, counts in ends.items()} if running else {},
        "segments": sum(len(a.source.segments) + len(a.target.segments) for a in found),
    }


def _comparable(document: Gold, alignment: Alignment) -> tuple[list[Pair], list[Pair]]:
    """Gold beads and ours as spans of text; an empty line covers nothing, so it is named by its number instead."""
    wanted = covering(document.beads, document.source, document.target)
    given = covering(
        tuple((b.source, b.target) for b in alignment.beads), alignment.source.texts(), alignment.target.texts()
    )
    return wanted, given


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 1.0


def _figures(result: dict[str, Any]) -> dict[str, Any]:
    tally: Tally = result["tally"]
    return {
        "folder": result["name"],
        "documents": len(result["documents"]),
        "segments": result["segments"],
        "running_text": result["running"],
        "batch": result["batch"],
        "strict_f1": round(tally.f1, 4),
        "strict_precision": round(tally.precision, 4),
        "strict_recall": round(tally.recall, 4),
        "lax_f1": round(tally.f1_lax, 4),
        "strict_f1_without_nulls": round(tally.f1_beads, 4),
        "null_precision": round(tally.null_precision, 4),
        "null_recall": round(tally.null_recall, 4),
        "moved_found": tally.moved_found,
        "moved_gold": tally.moved_gold,
        "boundary_f1": {lang: round(value, 4) for lang, value in result["boundaries"].items()},
    }


def _print(
    results: Sequence[dict[str, Any]], rows: Sequence[tuple[int, float, float]], error: float, verbose: bool
) -> None:
    click.echo(f"{'':26} strict   lax  no null  nulls P     R  moved  boundaries")
    for result in results:
        if verbose:
            for name, tally in result["documents"]:
                click.echo(_row(name, tally))
        ends = " ".join(f"{lang} {value:.4f}" for lang, value in result["boundaries"].items())
        click.echo(_row(result["name"], result["tally"]) + (f"  {ends}" if ends else ""))
    click.echo(f"\nconfidence  beads  mean   right      ECE {error:.4f}")
    for k, (beads, confidence, right) in enumerate(rows):
        if beads:
            click.echo(f"{k / BINS:.1f}-{(k + 1) / BINS:.1f}     {beads:6}  {confidence:.3f}  {right:.3f}")


def _row(name: str, tally: Tally) -> str:
    short = name if len(name) <= 26 else "…" + name[-25:]
    return (
        f"{short:26} {tally.f1:.4f} {tally.f1_lax:.3f}   {tally.f1_beads:.4f}    {tally.null_precision:.3f} {tally.null_recall:.3f}  "
        f"{tally.moved_found:2}/{tally.moved_gold:<2}"
    )

"""align evaluate: how good alignments and checks are, on folders of gold."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from align.cli import options
from align.errors import InputError
from align.evaluation.gold import load
from align.session import Session


@dataclass(frozen=True, slots=True)
class Asked:
    """The options as they are given."""

    gold: tuple[str, ...]
    lines: bool
    turned: bool
    batch: bool
    min_f1: float | None
    checks: bool
    show: bool
    mutations: int | None
    seed: int
    jobs: int
    as_json: bool
    verbose: bool
    engine: str | None
    lexicons: tuple[str, ...]
    glossaries: tuple[str, ...]

    def session(self, folder: str) -> Session:
        """The session for the languages of a folder of gold."""
        if not Path(folder).is_dir():
            what = "no such folder" if not Path(folder).exists() else "not a folder"
            raise InputError(folder, what, "give a folder of gold")
        first = load(Path(folder), turned=self.turned)[0]
        engine, _ = options.engine_of(self.engine)
        return Session(
            first.source_lang, first.target_lang, glossary=self.glossaries, lexicon=self.lexicons, engine=engine
        )


@click.command("evaluate")
@click.argument("gold", nargs=-1, required=True)
@click.option("--lines", is_flag=True, help="Align the gold's segments; default: running text where there is any.")
@click.option("--turned", is_flag=True, help="The other way round: the translation as the source.")
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
def command(**given: Any) -> int:
    """Strict and lax F1, nulls, moved blocks, sentence boundaries and calibration on folders of GOLD.

    Strict F1 as in vecalign: precision over all beads found, nulls too, recall over gold beads with two sides; lax accepts
    beads that overlap on both sides. A bead counts by the text that it covers.
    """
    asked = Asked(**given)
    options.engine_of(asked.engine)
    if asked.mutations:
        return _mutations(asked, asked.mutations)
    return _checks(asked) if asked.checks else _alignments(asked)


def _alignments(asked: Asked) -> int:
    from align.cli import evaluate_alignments as told

    results = [told.folder(name, asked.session(name), asked.lines, asked.batch, asked.turned) for name in asked.gold]
    if asked.as_json:
        click.echo(json.dumps(told.figures(results), indent=1))
    else:
        for line in told.table(results, asked.verbose):
            click.echo(line)
    if asked.min_f1 is not None and any(result.tally.f1 < asked.min_f1 for result in results):
        click.echo(f"align: strict F1 below {asked.min_f1}", err=True)
        return 1
    return 0


def _checks(asked: Asked) -> int:
    from align.cli import evaluate_checks as told

    every = []
    for folder in asked.gold:
        session = asked.session(folder)
        scores = {
            name: told.score(Path(folder), session, asked.lines, own, asked.turned)
            for name, own in (("own alignment", True), ("gold alignment", False))
        }
        every.append(told.figures(folder, scores))
        if not asked.as_json:
            for line in told.show(folder, scores):
                click.echo(line)
            for name, score in scores.items() if asked.show else ():
                for line in told.details(name, score):
                    click.echo(line)
    if asked.as_json:
        click.echo(json.dumps(every, indent=1))
    return 0


def _mutations(asked: Asked, number: int) -> int:
    from align.cli import evaluate_mutations as told
    from align.evaluation.mutations.run import outcomes, planned

    session = asked.session(asked.gold[0])
    work = planned([Path(folder) for folder in asked.gold], number, asked.seed, turned=asked.turned)
    with click.progressbar(length=sum(len(some) for _, some in work), label="mutations", file=sys.stderr) as bar:
        every = []
        for outcome in outcomes(work, session, lines=asked.lines, jobs=asked.jobs):
            every.append(outcome)
            bar.update(1)
    if asked.as_json:
        click.echo(json.dumps(told.figures(every, number, asked.seed), indent=1))
        return 0
    for line in told.table(every):
        click.echo(line)
    for outcome in every if asked.show else ():
        for line in told.details(outcome):
            click.echo(line)
    return 0

"""align build: article pairs to a translation memory, on all cores, resumable."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import click

from align.cli import options
from align.cli.delivering import Delivery, delivery
from align.cli.options import Day
from align.cli.warnings import warn
from align.errors import InputError
from align.project import project


@click.command("build")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@delivery
@click.option("--store", "kept", metavar="FILE", help="The memory that the build fills; default: beside the first OUT.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes; default: one a core.")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="A Dask cluster instead of local processes.")
@click.option("--by-content", is_flag=True, help="Pair articles by what they say, whatever they are called.")
@click.option("--check", "checking", is_flag=True, help="Check each pair, and keep the findings with the units.")
@click.option(
    "--adapt/--no-adapt", default=None, help="Learn a lexicon from the corpus first; default: where none is known."
)
@click.option("--readapt", is_flag=True, help="Learn it again, though the store has one.")
@click.option("--strict", is_flag=True, help="Exit with 2 where a pair has failed.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@options.languages
@click.option("--date", "published", type=Day(), help="Publication date of articles that tell none.")
@click.option("--lines", is_flag=True, help="Each line is a segment.")
@options.knowledge
def command(
    inputs: tuple[str, ...],
    delivery: Delivery,
    kept: str | None,
    jobs: int | None,
    scheduler: str | None,
    by_content: bool,
    checking: bool,
    adapt: bool | None,
    readapt: bool,
    strict: bool,
    as_json: bool,
    source_lang: str | None,
    target_lang: str | None,
    published: date | None,
    lines: bool,
    engine: str | None,
    lexicons: tuple[str, ...],
    glossaries: tuple[str, ...],
) -> int:
    """Build a translation memory from article pairs.

    INPUT is a folder of NAME.ko.EXT and NAME.en.EXT or of ko/NAME and en/NAME, a manifest (TSV or JSONL with source, target, date, id
    and what else is known), or patterns of files. Run the same command again after an interruption, or when articles were
    added: what is done is not done again.

    Exit codes: 0 fine, 1 some pairs failed, 2 could not run (with --strict: some pairs failed).
    """
    from align.cli import build_summary as building
    from align.corpus import adapting
    from align.corpus.build import build
    from align.corpus.recipe import Recipe, files
    from align.memory import index, quality
    from align.memory.store import Store

    if scheduler and jobs:
        raise click.UsageError("--jobs is for local processes and --scheduler for a cluster: give one of them")
    if not kept and not [path for path in delivery.outputs if path != "-"]:
        raise click.UsageError("where to? give -o OUT, or --store FILE")
    if as_json and "-" in delivery.outputs:
        raise click.UsageError("--json and -o - both want standard output")
    here = project()
    config = here.config
    choice, models = options.engine_of(engine, config.engine)
    languages = source_lang or config.source_lang or "", target_lang or config.target_lang or ""
    listing = building.listing(inputs, *languages, by_content)
    for note in listing.notes:
        warn(note)
    if not listing.pairs and not listing.errors:
        raise InputError(
            " ".join(inputs), "no pairs in it", "name articles NAME.ko.txt and NAME.en.txt, or list them in a manifest"
        )
    lexicons, glossaries = lexicons or here.every(config.lexicon), glossaries or here.every(config.glossary)
    articles = [path for pair in listing.pairs for path in (pair.source, pair.target)]
    delivery.checked([*inputs, *articles, *listing.alone, *lexicons, *glossaries, config.name, kept])
    start = time.monotonic()
    path = kept or building.beside(delivery.outputs)
    ledger = (here.at(config.ledger),) if config.ledger and checking else ()
    recipe = Recipe(
        *languages,
        published or config.date,
        lines,
        files(lexicons),
        files(glossaries),
        files(ledger),
        checking,
        engine=choice,
        models=models,
    )
    run = building.runner(jobs, scheduler)
    folder = Path(f"{path}.work")
    with Store.open(path, writing=True) as store:
        if readapt or (adapt if adapt is not None else building.unknown(listing.pairs, languages)):
            recipe = adapting.adapted(store, listing.pairs, recipe, run, folder, again=readapt)
        else:
            recipe = adapting.frozen(store, recipe, folder)
        with building.progress(len(listing.pairs)) as progress:
            summary = build(
                store, listing.pairs, recipe, run, folder, progress=progress, stamp=delivery.options.created
            )
        summary.failed[:0] = listing.errors
        seconds = time.monotonic() - start
        building.emptied(folder)
        quality.across(store)
        index.update(store)
        written = delivery.write(store)
        report = building.told(summary, listing.alone, quality.counts(store), written, store.signature(), seconds)
    for note in summary.notes[: building.SHOWN]:
        warn(note)
    if as_json:
        click.echo(json.dumps(report, ensure_ascii=False, indent=1))
    for line in building.lines(report):
        click.echo(f"align: {line}", err=True)
    return (2 if strict else 1) if report["failed"] else 0

"""align build: article pairs to a translation memory, on all cores, resumable."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from align import resources
from align.cli import options
from align.cli.delivering import Delivery, delivery
from align.cli.options import Day, Tag
from align.cli.warnings import warn_all
from align.errors import InputError, visible
from align.project import Project, project

if TYPE_CHECKING:
    from align.corpus.listing import Listing
    from align.corpus.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Asked:
    """The options as they are given."""

    inputs: tuple[str, ...]
    delivery: Delivery
    kept: str | None
    jobs: int | None
    scheduler: str | None
    tls_ca: str | None
    tls_cert: str | None
    tls_key: str | None
    by_content: bool | None
    anywhere: bool
    checking: bool
    adapt: bool | None
    readapt: bool
    strict: bool
    as_json: bool
    dry_run: bool
    source_lang: str | None
    target_langs: tuple[str, ...]
    published: date | None
    lines: bool
    engine: str | None
    lexicons: tuple[str, ...]
    glossaries: tuple[str, ...]

    @property
    def tls(self) -> tuple[str, str, str]:
        """The files of certificates, "" for one that is not given."""
        return self.tls_ca or "", self.tls_cert or "", self.tls_key or ""

    def languages(self, source: str, target: str) -> tuple[str, tuple[str, ...]]:
        """The source language and those of the translations, by default those of the project; "" and none where nothing says it."""
        targets = tuple(dict.fromkeys(self.target_langs)) or tuple(filter(None, (target,)))
        given = self.source_lang or source
        return given or (resources.usual()[0] if len(targets) > 1 else ""), targets

    def go_together(self) -> None:
        """A usage error for options that go ill together."""
        if self.scheduler and self.jobs:
            raise click.UsageError("--jobs is for local processes and --scheduler for a cluster: give one of them")
        if any(self.tls) and not self.scheduler:
            raise click.UsageError("--tls-ca, --tls-cert and --tls-key are for a cluster: give --scheduler too")
        if not self.dry_run and not self.kept and not [path for path in self.delivery.outputs if path != "-"]:
            raise click.UsageError("where to? give -o OUT, or --store FILE")
        if len(set(self.target_langs)) > 1:
            self.delivery.of_several()
        if self.as_json and "-" in self.delivery.outputs:
            raise click.UsageError("--json and -o - both want standard output")


@click.command("build")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@delivery
@click.option("--store", "kept", metavar="FILE", help="The memory that the build fills; default: beside the first OUT.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes; default: one a core.")
@click.option(
    "--scheduler", metavar="tcp://HOST:PORT", help="A Dask cluster instead of local processes; tls:// is encrypted."
)
@click.option("--tls-ca", metavar="FILE", help="Of a tls:// cluster: who signs its certificates (PEM).")
@click.option("--tls-cert", metavar="FILE", help="Our certificate.")
@click.option("--tls-key", metavar="FILE", help="Its key.")
@click.option(
    "--by-content/--by-name",
    default=None,
    help="Pair articles by what they say, or by their names; default: by names, and by content what these leave.",
)
@click.option("--anywhere", is_flag=True, help="A manifest may name files outside its folder.")
@click.option("--check", "checking", is_flag=True, help="Check each pair, and keep the findings with the units.")
@click.option(
    "--adapt/--no-adapt", default=None, help="Learn a lexicon from the corpus first; default: where none is known."
)
@click.option("--readapt", is_flag=True, help="Learn it again, though the store has one.")
@click.option("--strict", is_flag=True, help="Exit with 2 where a pair has failed.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option(
    "--dry-run", is_flag=True, help="Print which files would be pairs, and why the others are not; write nothing."
)
@click.option("--source-lang", type=Tag(), help="Default: by file name (.ko.txt, ko/...), else by the text.")
@click.option(
    "--target-lang",
    "target_langs",
    type=Tag(),
    multiple=True,
    help="Default: by file name (.en.txt, en/...), else by the text. Repeatable: units in all these languages.",
)
@click.option("--date", "published", type=Day(), help="Publication date of articles that tell none.")
@click.option("--lines", is_flag=True, help="Each line is a segment.")
@options.knowledge
def command(**given: Any) -> int:
    """Build a translation memory from article pairs.

    INPUT is a folder of NAME.ko.EXT and NAME.en.EXT or of ko/NAME and en/NAME, a manifest (TSV or JSONL with source, target, date, id
    and what else is known), or patterns of files. Run the same command again after an interruption, or when articles were
    added: what is done is not done again.

    Exit codes: 0 fine, 1 some pairs failed, 2 could not run (with --strict: some pairs failed).
    """
    from align.cli import build_pairing, build_summary
    from align.corpus import whole

    asked = Asked(**given)
    asked.go_together()
    here = project()
    engine = options.engine_of(asked.engine, here.config.engine)
    source, targets = asked.languages(here.config.source_lang or "", here.config.target_lang or "")
    listing = whole.listing(asked.inputs, source, targets, asked.by_content, asked.anywhere)
    languages = source, targets[0] if len(targets) == 1 else ""
    warn_all(listing.notes)
    if asked.dry_run:
        table = build_pairing.lines(listing)
        click.echo(
            json.dumps(build_pairing.told(listing), ensure_ascii=False, indent=1)
            if asked.as_json
            else "\n".join(map(visible, table))
        )
        return 0
    if not listing.pairs and not listing.errors:
        raise InputError(" ".join(asked.inputs), *whole.NO_PAIRS)
    plan = whole.Plan(
        listing,
        _recipe(asked, here, languages, engine, listing),
        asked.kept or whole.beside(asked.delivery.outputs),
        whole.runner(asked.jobs, asked.scheduler, asked.tls),
        asked.delivery.write,
        asked.adapt,
        asked.readapt,
        asked.delivery.options.created,
    )
    with build_summary.progress(len(listing.pairs)) as progress:
        built = whole.followed(whole.built(plan), progress)
    report = built.to_dict()
    warn_all(built.notes[: build_summary.SHOWN])
    if asked.as_json:
        click.echo(json.dumps(report, ensure_ascii=False, indent=1))
    for line in build_summary.lines(report):
        click.echo(f"align: {visible(line)}", err=True)
    return (2 if asked.strict else 1) if report["failed"] else 0


def _recipe(
    asked: Asked, here: Project, languages: tuple[str, str], engine: tuple[str, str], listing: Listing
) -> Recipe:
    """How pairs are made into units; OutputError where something that is read would be written over."""
    from align.corpus.recipe import Recipe, files

    config = here.config
    lexicons = asked.lexicons or here.every(config.lexicon)
    glossaries = asked.glossaries or here.every(config.glossary)
    articles = [path for pair in listing.pairs for path in (pair.source, pair.target)]
    asked.delivery.checked([*asked.inputs, *articles, *listing.alone, *lexicons, *glossaries, config.name, asked.kept])
    ledger = (here.at(config.ledger),) if config.ledger and asked.checking else ()
    choice, models = engine
    return Recipe(
        *languages,
        asked.published or config.date,
        asked.lines,
        files(lexicons),
        files(glossaries),
        files(ledger),
        asked.checking,
        engine=choice,
        models=models,
    )

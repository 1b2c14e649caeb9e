"""One batch of article pairs, from their files to records and units for the store. Runs in a worker process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import PurePath

from align.about import NOTHING
from align.articles import Reading, unrelated
from align.articles import pair as read_pair
from align.corpus.listing import Pair
from align.corpus.recipe import Recipe
from align.corpus.tying import tied
from align.engine.engine import Prepared, prepare
from align.errors import AlignError, InputError, unexpected
from align.formats import article_codes
from align.formats.text import kind, units
from align.memory import quality
from align.memory.records import APART, FAILED, Entry, Record
from align.model import Alignment, Bead, Document
from align.session import Session


@dataclass(frozen=True, slots=True)
class Item:
    """A listed pair with what a build knows it by."""

    pair: Pair
    identity: str
    set: str = ""
    """What the pairs of an article with several translations have in common; such items stand behind each other."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a pair."""

    record: Record
    entries: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()
    """Warnings, a line each."""
    sentences: int = 0
    """Of both sides."""


def run(items: Sequence[Item], recipe: Recipe) -> list[Done]:
    """What came of each pair, in their order. A pair that cannot be read or aligned has a record that says why, and no units."""
    found: list[Done | None] = []
    ready: dict[tuple[str, str], list[tuple[int, _Ready]]] = {}
    aligned: dict[int, Alignment] = {}
    before = None
    for k, item in enumerate(items):
        try:
            before = one = _read(item, recipe, before)
        except Exception as error:  # whatever is wrong with one pair must not stop the others
            found.append(failed(item, error))
            continue
        found.append(None)
        ready.setdefault((one.source.document.lang, one.target.document.lang), []).append((k, one))
    for langs, some in ready.items():
        for (k, one), beads in zip(some, _beads(langs, [each for _, each in some], recipe), strict=True):
            try:
                if isinstance(beads, Exception):
                    raise beads
                found[k], alignment = _done(items[k], one, beads, recipe)
                if items[k].set:
                    aligned[k] = alignment
            except Exception as error:
                found[k] = failed(items[k], error)
    done = [one for one in found if one is not None]
    for together, numbers in groupby(range(len(items)), lambda k: items[k].set):
        if together:
            own = [k for k in numbers if k in aligned and done[k].entries]
            for k, entries in zip(own, tied([(done[k].entries, aligned[k]) for k in own]), strict=True):
                done[k] = replace(done[k], entries=entries)
    return done


@dataclass(frozen=True, slots=True)
class _Ready:
    source: Prepared
    target: Prepared
    notes: tuple[str, ...]
    read: Document
    """The source as it was read."""


def _read(item: Item, recipe: Recipe, before: _Ready | None) -> _Ready:
    """A pair; where it has the source of the one before, that is not prepared again."""
    pair = item.pair
    day = date.fromisoformat(pair.date) if pair.date else None
    how = Reading(
        pair.source_lang or recipe.source_lang or None,
        pair.target_lang or recipe.target_lang or None,
        day,
        None,
        recipe.date,
        recipe.lines,
    )
    source, target, notes = read_pair(pair.source, pair.target, how)
    for document, path in ((source, pair.source), (target, pair.target)):
        if not document.text.strip():
            raise InputError(path, "no text in it", "an article and its translation are needed")
    left = before.source if before and before.read == source else prepare(source)
    return _Ready(left, prepare(target), notes, source)


def _beads(langs: tuple[str, str], pairs: Sequence[_Ready], recipe: Recipe) -> list[list[Bead] | Exception]:
    """The beads of each pair; where a batch cannot be aligned, each alone, and the error of the one that cannot."""
    session = _session(recipe, *langs)
    try:
        return [*session.beads([(one.source, one.target) for one in pairs], not recipe.lines)]
    except Exception as error:
        if len(pairs) == 1:
            return [error]
        return [beads for one in pairs for beads in _beads(langs, [one], recipe)]


def _done(item: Item, one: _Ready, beads: Sequence[Bead], recipe: Recipe) -> tuple[Done, Alignment]:
    source, target = one.source.document, one.target.document
    session = _session(recipe, source.lang, target.lang)
    alignment = Alignment(source, target, tuple(beads), session.engine.signature())
    record = replace(
        blank(item),
        source_lang=source.lang,
        target_lang=target.lang,
        date=source.date.isoformat() if source.date else "",
        signature=alignment.signature,
        parallel=round(alignment.parallel(), 4),
    )
    size = len(source.segments) + len(target.segments)
    if unrelated(alignment):
        return Done(replace(record, state=APART), (), one.notes, size), alignment
    return Done(record, tuple(_entries(alignment, recipe)), one.notes, size), alignment


def _entries(alignment: Alignment, recipe: Recipe) -> Iterator[Entry]:
    """An entry for each bead with text on both sides."""
    told = _findings(alignment, recipe) if recipe.check else {}
    langs = alignment.source.lang, alignment.target.lang
    marked = bool(alignment.source.codes or alignment.target.codes)
    for number, bead, source, target in units(alignment):
        if source and target:
            yield Entry(
                f"{number} {kind(bead)}",
                source,
                target,
                round(bead.confidence, 4),
                quality.own(source, target, *langs),
                tuple(told.get(number, ())),
                about=article_codes.about(alignment, bead) if marked else NOTHING,
            )


def _findings(alignment: Alignment, recipe: Recipe) -> dict[int, list[tuple[str, str, str]]]:
    """Rule, severity and message of what the checks find, by bead."""
    found: dict[int, list[tuple[str, str, str]]] = {}
    for finding in _session(recipe, alignment.source.lang, alignment.target.lang).report(alignment):
        found.setdefault(finding.bead, []).append((finding.rule, finding.severity, finding.message))
    return found


def blank(item: Item) -> Record:
    """The record of a pair of which nothing is known but its files."""
    pair = item.pair
    return Record(
        item.identity,
        pair.id or PurePath(pair.source).name,
        pair.source,
        pair.target,
        date=pair.date,
        meta=pair.meta,
        set=item.set,
    )


def failed(item: Item, error: Exception) -> Done:
    """What is said of a pair that could not be read or aligned."""
    told = str(error) if isinstance(error, AlignError) else f"{item.pair.source}: {unexpected(error)}"
    where = f"{item.pair.where}: " if item.pair.where else ""
    return Done(replace(blank(item), state=FAILED, error=f"{where}{told}"))


@cache
def _session(recipe: Recipe, source: str, target: str) -> Session:
    found = recipe.session(source, target)
    if found.engine.comparer:
        found.engine.comparer.ready()  # a broken model is the build's fault, and not that of each pair
    return found

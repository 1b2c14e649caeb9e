"""From units, as files give them, to the documents of a store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, islice

from align.about import UNSURE
from align.errors import AlignError
from align.memory import quality
from align.memory.flags import bits
from align.memory.joined import of
from align.memory.records import Entry, Record
from align.memory.store import Store
from align.model import Unit

BLOCK = 5000
"""Units that are added at once."""
DOCUMENTS = 100
"""Documents of another store that are added at once."""


def add(store: Store, units: Iterable[Unit], identity: str, created: str = "") -> int:
    """Add units to a store, each run of one document as a document; how many were new.

    `identity` is of what they come from: what was added under it before is not added again. `created` is the date of units
    that tell none. Of units that break off with an AlignError those before are added, and the error is raised.
    """
    rest = iter(units)
    many = number = 0
    while True:
        block: list[Unit] = []
        fault: AlignError | None = None
        try:
            block.extend(islice(rest, BLOCK))
        except AlignError as error:  # what came before is worth keeping
            fault = error
        documents: list[tuple[Record, list[Entry]]] = []
        several = any(unit.variants for unit in block)
        for record, some in groupby(block, partial(_document, several=several)):
            number += 1
            documents += _split(replace(record, created=record.created or created), list(some), f"{identity} {number}")
        many += store.add(documents) if documents else 0
        if fault:
            raise fault
        if not block:
            return many


def _split(record: Record, units: Sequence[Unit], identity: str) -> list[tuple[Record, list[Entry]]]:
    """The units of a document by their languages, those of more than two as a set."""
    if not any(unit.variants for unit in units):
        langs = {(unit.source_lang, unit.target_lang) for unit in units}
        if len(langs) == 1:
            return [(replace(_in(record, *langs.pop()), identity=identity), [_entry(unit) for unit in units])]
    found: dict[tuple[str, str], list[Entry]] = {}
    for tie, unit in enumerate(units, 1):
        told = {unit.target_lang}
        found.setdefault((unit.source_lang, unit.target_lang), []).append(_entry(unit, tie if unit.variants else 0))
        for k, (lang, text) in enumerate(unit.variants):  # of two texts in a language the first one is the unit's
            about = unit.about._replace(target=unit.about.variants[k]) if unit.about.variants else unit.about
            found.setdefault((unit.source_lang, lang), []).append(
                _entry(unit._replace(target=text, target_lang=lang, about=about), 0 if lang in told else tie)
            )
            told.add(lang)
    return [
        (replace(_in(record, *langs), identity=f"{identity} {' '.join(langs)}", set=identity), entries)
        for langs, entries in found.items()
    ]


def _in(record: Record, source: str, target: str) -> Record:
    return replace(record, source_lang=source, target_lang=target)


def _document(unit: Unit, several: bool) -> Record:
    """What its units have in common, where some are of `several` languages but for these.

    The date of a unit that says more of itself is its own: else each would be a document.
    """
    return Record(
        "",
        unit.document,
        source_lang="" if several else unit.source_lang,
        target_lang="" if several else unit.target_lang,
        date=unit.date,
        meta=unit.meta,
        signature=unit.signature,
        created="" if unit.about else unit.created,
    )


def _entry(unit: Unit, tie: int = 0) -> Entry:
    flags = quality.own(unit.source, unit.target, unit.source_lang, unit.target_lang)
    about = unit.about
    if about:
        dated = (("creationdate", unit.created),) if unit.created else ()
        kept = tuple(pair for pair in about.unit.attributes if pair[0] != "creationdate")
        about = about._replace(unit=about.unit._replace(attributes=dated + kept), variants=())
        flags |= bits(("draft",)) if about.state in UNSURE else 0
    return Entry(unit.bead, unit.source, unit.target, unit.confidence, flags, unit.findings, tie, about)


def merge(store: Store, other: Store, source: str = "", target: str = "") -> int:
    """Add the documents of another store with their units; how many units. Those that are there already are left out.

    Only those from one language into another where these are given.
    """
    every = other.documents()
    documents = (each for each in every if of(each[0].source_lang, source) and of(each[0].target_lang, target))
    many = 0
    while block := list(islice(documents, DOCUMENTS)):
        many += store.add(block)
    return many

"""From units, as files give them, to the documents of a store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby, islice

from align.errors import AlignError
from align.memory import quality
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
        documents = []
        for of, some in groupby(block, _document):
            number += 1
            record = replace(of, identity=f"{identity} {number}", created=of.created or created)
            documents.append((record, [_entry(unit) for unit in some]))
        many += store.add(documents) if documents else 0
        if fault:
            raise fault
        if not block:
            return many


def _document(unit: Unit) -> Record:
    return Record(
        "",
        unit.document,
        source_lang=unit.source_lang,
        target_lang=unit.target_lang,
        date=unit.date,
        meta=unit.meta,
        signature=unit.signature,
        created=unit.created,
    )


def _entry(unit: Unit) -> Entry:
    flags = quality.own(unit.source, unit.target, unit.source_lang, unit.target_lang)
    return Entry(unit.bead, unit.source, unit.target, unit.confidence, flags, unit.findings)


def merge(store: Store, other: Store) -> int:
    """Add the documents of another store with their units; how many units. Those that are there already are left out."""
    documents, many = other.documents(), 0
    while block := list(islice(documents, DOCUMENTS)):
        many += store.add(block)
    return many

"""What a store is given and gives back: a document with its units; and the rows that it keeps of them, each with its checksum."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from align.about import NOTHING, About
from align.memory import sums
from align.memory.flags import names
from align.memory.keys import key, normal, skeleton
from align.model import Unit
from align.tags import canonical, primary

DONE, APART, FAILED = "done", "apart", "failed"
"""States of a document: its units are in; it is no translation, and set aside; it could not be read or aligned."""


@dataclass(frozen=True, slots=True)
class Record:
    """A document, or pair of articles, as the store knows it."""

    identity: str
    """By which a build knows that it has done it: paths, sizes and times of the files, and what the manifest says."""
    id: str
    source: str = ""
    """Path of the file."""
    target: str = ""
    source_lang: str = ""
    target_lang: str = ""
    date: str = ""
    meta: tuple[tuple[str, str], ...] = ()
    signature: str = ""
    created: str = ""
    state: str = DONE
    parallel: float | None = None
    """How parallel the two articles are, as in `Alignment.parallel`."""
    error: str = ""
    set: str = ""
    """Documents with the same one are the translations of one source; "" for one that stands alone. See align.memory.sets."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit that is to be added to a document."""

    bead: str
    source: str
    target: str
    confidence: float = 1.0
    flags: int = 0
    findings: tuple[tuple[str, str, str], ...] = ()
    tie: int = 0
    """Units of a set with the same one are variants of one unit; 0 for one that stands alone."""
    about: About = NOTHING


@dataclass(frozen=True, slots=True)
class Described:
    """A document in the store: its number, how many units it has, and what else is told of it."""

    number: int
    record: Record
    size: int
    ties: tuple[int, ...] = ()
    """Of its units, where it is in a set."""
    told: Mapping[int, About] = field(default_factory=dict)
    """What is told of its units, by their ids."""

    def units(self, rows: Iterable[sums.Plain]) -> Iterator[Unit]:
        """Some of its units as they are delivered."""
        told = self.record
        before, behind = (
            (told.source_lang, told.target_lang, told.id),
            (told.created, told.signature, told.date, told.meta),
        )
        abouts = self.told
        for id, _, bead, source, target, confidence, flags, found, *_ in rows:
            about = abouts.get(id, NOTHING) if abouts else NOTHING
            more = findings(found) if found else (), names(flags) if flags else (), (), about
            unit = Unit._make((source, target, *before, bead, confidence, *behind, *more))
            yield _dated(unit, about) if about is not NOTHING else unit


def _dated(unit: Unit, about: About) -> Unit:
    """A unit that is told of has its own date, which is not that of its document."""
    return unit._replace(created=dict(about.unit.attributes).get("creationdate", unit.created))


def document_row(number: int, record: Record, size: int) -> tuple[object, ...]:
    """As the table has it."""
    row = (
        number,
        record.identity,
        record.id,
        record.source,
        record.target,
        canonical(record.source_lang),
        canonical(record.target_lang),
        record.date,
        _json(dict(record.meta)),
        record.signature,
        record.created,
        record.state,
        None if record.parallel is None else float(record.parallel),
        record.error,
        size,
    )
    return (*row, sums.said(*row))


def described(row: tuple[Any, ...]) -> Described | None:
    """What a row of the table says; None where that is not what was written."""
    number, identity, id, source, target, source_lang, target_lang, date, meta, *rest, size, found = row
    if not sums.fits(found, sums.said, *row[:-1]):
        return None
    record = Record(
        identity,
        id,
        source,
        target,
        canonical(source_lang),  # a store of an earlier version has them as files had
        canonical(target_lang),
        date,
        tuple(json.loads(meta).items()),
        *rest,
    )
    return Described(number, record, size)


def unit_row(number: int, document: int, record: Record, entry: Entry) -> tuple[object, ...]:
    """As the table has it; it names no earlier one yet."""
    langs = f"{primary(record.source_lang)}-{primary(record.target_lang)}"
    source, target = normal(entry.source), normal(entry.target)
    left = skeleton(source), skeleton(target)
    row = (
        number,
        document,
        entry.bead,
        entry.source,
        entry.target,
        float(entry.confidence),
        entry.flags,
        _json(entry.findings) if entry.findings else "",
        key(source),
        key(source, target, langs),
        key(*left, langs) if all(left) else 0,
        None,
    )
    return (*row, sums.unit(*row))


def entry(row: sums.Row, tie: int = 0, about: About = NOTHING) -> Entry:
    """What was added."""
    return Entry(row.bead, row.source, row.target, row.confidence, row.flags, findings(row.findings), tie, about)


def findings(told: str) -> tuple[tuple[str, str, str], ...]:
    """Rule, severity and message of each, as the table has them."""
    return tuple((rule, severity, message) for rule, severity, message in json.loads(told)) if told else ()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

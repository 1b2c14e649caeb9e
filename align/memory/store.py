"""The store: documents and their units in one SQLite file, written by one process at a time and read by any number.

Units are never thrown away: one whose content (both texts and languages, white space aside) is in the store already names the
`first` that has it, and quality `flags` say why another may not be wanted; what is delivered is chosen on export.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

from align.errors import InputError, OutputError
from align.memory.flags import names
from align.memory.keys import key, normal, skeleton
from align.model import Unit
from align.tags import canonical, primary

VERSION = 1
"""Of the tables: PRAGMA user_version."""
APPLICATION = 0x416C544D
"""PRAGMA application_id: AlTM."""
CACHE = 64
"""MiB of pages kept in memory."""
TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    id TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
    source_lang TEXT NOT NULL, target_lang TEXT NOT NULL,
    date TEXT NOT NULL, meta TEXT NOT NULL,
    signature TEXT NOT NULL, created TEXT NOT NULL,
    state TEXT NOT NULL, parallel REAL, error TEXT NOT NULL
);
CREATE INDEX documents_by_file ON documents (source, target);
CREATE TABLE units (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
    bead TEXT NOT NULL,
    source TEXT NOT NULL, target TEXT NOT NULL,
    confidence REAL NOT NULL,
    flags INTEGER NOT NULL, findings TEXT NOT NULL,
    source_key INTEGER NOT NULL, key INTEGER NOT NULL, skeleton INTEGER NOT NULL,
    first INTEGER
);
CREATE INDEX units_by_content ON units (source_key, key);
CREATE INDEX units_by_document ON units (document);
CREATE TABLE segments (number INTEGER PRIMARY KEY, first INTEGER NOT NULL, behind INTEGER NOT NULL, size INTEGER NOT NULL);
CREATE TABLE postings (term INTEGER PRIMARY KEY, places BLOB NOT NULL);
"""
"""`segments` and `postings` are the search index: see align.memory.index."""
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


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit that is to be added to a document."""

    bead: str
    source: str
    target: str
    confidence: float = 1.0
    flags: int = 0
    findings: tuple[tuple[str, str, str], ...] = ()


class Store:
    """An open store. Use as a context manager; what was added is on disk when the transaction of the call has ended."""

    def __init__(self, path: str, connection: sqlite3.Connection, lock: sqlite3.Connection | None = None) -> None:
        self.path, self.connection, self._lock = path, connection, lock

    @classmethod
    def open(cls, path: str, *, writing: bool = False) -> Store:
        """The store in a file; with `writing` it is made where it is not there, and no other process may write meanwhile.

        InputError where it is no store, of a newer version, or being written by another process.
        """
        if not writing and not Path(path).is_file():
            raise InputError(path, "no such store", "make one with `align build` or `align tm add`")
        if Path(path).is_dir():
            raise InputError(path, "a folder, not a store", "give a file name")
        lock = _locked(path) if writing else None
        connection = None
        try:
            where = f"{Path(path).absolute().as_uri()}?mode={'rwc' if writing else 'ro'}"
            connection = sqlite3.connect(where, uri=True, isolation_level=None, timeout=30)
            _checked(connection, path, writing)
        except BaseException as error:
            for opened in (connection, lock):
                if opened is not None:
                    opened.close()
            if isinstance(error, sqlite3.Error):
                raise InputError(path, f"not a store: {error}", "give a file that `align build` made") from None
            raise
        return cls(path, connection, lock)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.connection.close()
        if self._lock is not None:
            self._lock.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is done inside is in the store afterwards, or nothing is. OutputError where the disk is full."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield self.connection
            self.connection.execute("COMMIT")
        except BaseException as error:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                raise OutputError(self.path, f"cannot be written: {error}", "nothing that was in it is lost") from None
            raise

    def get(self, name: str) -> bytes | None:
        """A value of the store's own, such as its lexicon."""
        row = self.connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return bytes(row[0]) if row else None

    def names(self) -> list[str]:
        """The names of all such values, sorted."""
        return [name for (name,) in self.connection.execute("SELECT name FROM meta ORDER BY name")]

    def signature(self) -> str:
        """How the latest document was made, "" where there is none."""
        row = self.connection.execute(
            "SELECT signature FROM documents WHERE signature <> '' ORDER BY number DESC LIMIT 1"
        ).fetchone()
        return str(row[0]) if row else ""

    def put(self, values: Mapping[str, bytes | None]) -> None:
        """Keep values under their names; None takes one away."""
        with self.transaction() as connection:
            for name, value in values.items():
                if value is None:
                    connection.execute("DELETE FROM meta WHERE name = ?", (name,))
                else:
                    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def add(self, documents: Iterable[tuple[Record, Sequence[Entry]]], *, instead: bool = False) -> int:
        """Add documents in their order with their units, in one transaction; how many units.

        One that is there already is left out; `instead` first takes out what the same files have given before.
        """
        with self.transaction() as connection:
            if instead:
                documents = list(documents)
                self._forget(number for record, _ in documents for number in self._earlier(record))
            number = connection.execute("SELECT ifnull(max(number), 0) FROM documents").fetchone()[0]
            start = unit = self._next()
            for record, entries in documents:
                number += 1
                added = connection.execute(
                    "INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
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
                        record.parallel,
                        record.error,
                    ),
                ).rowcount
                if added < 1:
                    number -= 1
                    continue
                langs = f"{primary(record.source_lang)}-{primary(record.target_lang)}"
                connection.executemany(
                    "INSERT INTO units VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
                    (_row(unit + k, number, langs, entry) for k, entry in enumerate(entries)),
                )
                unit += len(entries)
            connection.execute(
                "UPDATE units SET first = (SELECT min(id) FROM units AS u WHERE (u.source_key, u.key) = (units.source_key, units.key))"
                " WHERE id >= ? AND EXISTS (SELECT 1 FROM units AS u WHERE (u.source_key, u.key) = (units.source_key, units.key)"
                " AND u.id < units.id)",
                (start,),
            )
        return unit - start

    def forget(self, numbers: Iterable[int]) -> None:
        """Take documents out with their units; where a duplicate of one of these stays, its first is the first that is left."""
        with self.transaction():
            self._forget(numbers)

    def _forget(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            keys = self.connection.execute(
                "SELECT DISTINCT source_key, key FROM units WHERE document = ?", (number,)
            ).fetchall()
            self.connection.execute("DELETE FROM units WHERE document = ?", (number,))
            self.connection.execute("DELETE FROM documents WHERE number = ?", (number,))
            self.connection.executemany(
                "UPDATE units SET first = nullif((SELECT min(id) FROM units WHERE source_key = :source AND key = :key), id)"
                " WHERE source_key = :source AND key = :key",
                [{"source": source, "key": key} for source, key in keys],
            )

    def _earlier(self, record: Record) -> list[int]:
        """The documents that were made of the same files, but otherwise, or that failed."""
        rows = self.connection.execute(
            "SELECT number FROM documents WHERE source = ? AND target = ? AND (identity <> ? OR state = ?)",
            (record.source, record.target, record.identity, FAILED),
        )
        return [number for (number,) in rows]

    def has(self, identity: str) -> bool:
        """Whether a document is there and needs not be tried again."""
        return bool(
            self.connection.execute(
                "SELECT 1 FROM documents WHERE identity = ? AND state <> ?", (identity, FAILED)
            ).fetchone()
        )

    def documents(self) -> Iterator[tuple[Record, list[Entry]]]:
        """All documents in their order, each with its units."""
        names = [field.name for field in fields(Record)]
        for number, *values in self.connection.execute(
            f"SELECT number, {', '.join(names)} FROM documents ORDER BY number"
        ):
            told = dict(zip(names, values, strict=True))
            told |= {name: canonical(told[name]) for name in ("source_lang", "target_lang")}
            units = self.connection.execute(
                "SELECT bead, source, target, confidence, flags, findings FROM units WHERE document = ? ORDER BY id",
                (number,),
            )
            yield (
                Record(**told | {"meta": tuple(json.loads(told["meta"]).items())}),
                [
                    Entry(bead, source, target, confidence, flags, _findings(findings))
                    for bead, source, target, confidence, flags, findings in units
                ],
            )

    def counted(self, query: str) -> dict[str, int]:
        """The rows of a query as a table: what is counted, and how many."""
        return dict(self.connection.execute(query).fetchall())

    def languages(self) -> dict[str, int]:
        """How many units there are of each language pair, "ko en", the most first."""
        found: Counter[str] = Counter()
        for source, target, many in self.connection.execute(
            "SELECT source_lang, target_lang, count(*) FROM units JOIN documents ON number = document GROUP BY 1, 2"
            " ORDER BY 3 DESC"
        ):
            found[f"{canonical(source)} {canonical(target)}"] += many
        return dict(found.most_common())

    def _next(self) -> int:
        """The number of the next unit: none is given twice, since the index has them."""
        found: int = self.connection.execute(
            "SELECT 1 + max((SELECT ifnull(max(id), 0) FROM units), (SELECT ifnull(max(behind), 1) - 1 FROM segments))"
        ).fetchone()[0]
        return found

    def units(self, where: str = "1", values: Sequence[object] = ()) -> Iterator[Unit]:
        """The units for which an SQL condition on `units` and `documents` holds, in the order in which they came."""
        rows = self.connection.cursor().execute(
            "SELECT units.source, units.target, source_lang, target_lang, documents.id, bead, confidence, created, signature, date,"
            " meta, findings, flags FROM units JOIN documents ON documents.number = units.document"
            f" WHERE {where} ORDER BY units.id",
            values,
        )
        meta: dict[str, tuple[tuple[str, str], ...]] = {}
        for source, target, source_lang, target_lang, *start, described, findings, flags in rows:
            if described not in meta:
                meta = {described: tuple(json.loads(described).items())}
            langs = (
                canonical(source_lang),
                canonical(target_lang),
            )  # a store of an earlier version has them as files had
            yield Unit._make(
                (source, target, *langs, *start, meta[described], _findings(findings), names(flags) if flags else ())
            )


def _row(number: int, document: int, langs: str, entry: Entry) -> tuple[object, ...]:
    source, target = normal(entry.source), normal(entry.target)
    left = skeleton(source), skeleton(target)
    return (
        number,
        document,
        entry.bead,
        entry.source,
        entry.target,
        entry.confidence,
        entry.flags,
        _json(entry.findings) if entry.findings else "",
        key(source),
        key(source, target, langs),
        key(*left, langs) if all(left) else 0,
    )


def _findings(told: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((rule, severity, message) for rule, severity, message in json.loads(told)) if told else ()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _locked(path: str) -> sqlite3.Connection:
    """A hold on the store that ends with the process, however it ends: an exclusive transaction on an empty file beside it."""
    beside = Path(f"{path}.lock")
    try:
        connection = sqlite3.connect(
            f"{beside.absolute().as_uri()}?mode=rwc", uri=True, isolation_level=None, timeout=0
        )
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise InputError(path, "another process is writing this store", "wait until it has ended") from None
        raise OutputError(path, f"cannot be written: {error}") from None
    return connection


def _checked(connection: sqlite3.Connection, path: str, writing: bool) -> None:
    """Settings, and the tables where there are none yet."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not empty and application != APPLICATION:
        raise InputError(path, "a database, but no store", "give a file that `align build` made")
    if version > VERSION:
        raise InputError(
            path, f"a store of version {version}; this program knows {VERSION}", "use a newer align-toolkit"
        )
    if empty and not writing:
        raise InputError(path, "an empty file, not a store", "make one with `align build` or `align tm add`")
    connection.execute(f"PRAGMA cache_size = {-1024 * CACHE}")
    if writing:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    if empty:
        connection.executescript(
            f"BEGIN; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; {TABLES} COMMIT;"
        )

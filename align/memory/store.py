"""The store: documents and their units in one SQLite file, written by one process at a time and read by any number.

Units are never thrown away: one whose content (both texts and languages, white space aside) is in the store already names the
`first` that has it, and quality `flags` say why another may not be wanted; what is delivered is chosen on export.

Whatever is read is as it was written, or FormatError is raised: see align.memory.opening for how that is known.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import groupby
from operator import itemgetter, lt
from typing import Any

from align.about import NOTHING
from align.errors import OutputError
from align.memory import opening, sets, sums, told
from align.memory.records import FAILED, Described, Entry, Record, described, document_row, entry, unit_row
from align.memory.sets import Sets
from align.memory.sums import COLUMNS, Plain, Row
from align.model import Unit
from align.tags import canonical

DOCUMENT = f"number, {opening.ROW}, sum"
UNSUMMED = f"UPDATE units SET sum = sum_of_unit({COLUMNS.removesuffix(', sum')}) WHERE sum IS NULL"
"""Units that were changed get their checksums."""
FOUND = 500
"""Rows that are asked for at once."""


class Store:
    """An open store. Use as a context manager; what was added is on disk when the transaction of the call has ended."""

    def __init__(self, path: str, connection: sqlite3.Connection, lock: sqlite3.Connection | None = None) -> None:
        self.path, self.connection, self._lock = path, connection, lock

    @classmethod
    def open(cls, path: str, *, writing: bool = False) -> Store:
        """The store in a file; with `writing` it is made where it is not there, and no other process may write meanwhile.

        InputError where it is no store, of a newer version, damaged, or being written by another process.
        """
        return cls(path, *opening.connected(path, writing))

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.close()
        if isinstance(error, sqlite3.Error) and not isinstance(error, sqlite3.ProgrammingError):
            raise opening.fault(self.path, error) from None

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
            if isinstance(error, sqlite3.OperationalError) and opening.outside(error):
                raise OutputError(self.path, f"cannot be written: {error}", "nothing that was in it is lost") from None
            raise

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """One state of the store for several questions, whatever another process writes meanwhile. FormatError where it is damaged."""
        within = self.connection.in_transaction
        try:
            if not within:
                self.connection.execute("BEGIN")
            yield self.connection
        except sqlite3.DatabaseError as error:
            raise opening.fault(self.path, error) from None
        finally:
            with suppress(sqlite3.Error):  # where the store is damaged, or closed by who did not read on
                if not within and self.connection.in_transaction:
                    self.connection.execute("COMMIT")

    def get(self, name: str) -> bytes | None:
        """A value of the store's own, such as its lexicon."""
        return self._values().get(name)

    def names(self) -> list[str]:
        """The names of all such values, sorted."""
        return sorted(self._values())

    def _values(self) -> dict[str, bytes]:
        with self.snapshot() as connection:
            rows = connection.execute("SELECT name, value, sum FROM meta").fetchall()
            if not all(sums.fits(found, sums.value, name, value) for name, value, found in rows):
                raise sqlite3.DatabaseError("a value is not what was written")
            counted(connection, "meta", [found for *_, found in rows])
        return {name: bytes(value) for name, value, _ in rows}

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
                connection.execute("DELETE FROM meta WHERE name = ?", (name,))
                if value is not None:
                    connection.execute("INSERT INTO meta VALUES (?, ?, ?)", (name, sums.value(name, value), value))

    def add(self, documents: Iterable[tuple[Record, Sequence[Entry]]], *, instead: bool = False) -> int:
        """Add documents in their order with their units, in one transaction; how many units.

        One that is there already is left out; `instead` first takes out what the same files have given before.
        """
        with self.transaction() as connection:
            if instead:
                documents = list(documents)
                self._forget({number: None for record, _ in documents for number in self._earlier(record)})
            number = connection.execute("SELECT ifnull(max(number), 0) FROM documents").fetchone()[0]
            start = unit = self._next()
            marks = ", ".join("?" * (len(opening.ROW.split()) + 2))
            for record, entries in documents:
                row = document_row(number + 1, record, len(entries))
                if connection.execute(f"INSERT OR IGNORE INTO documents VALUES ({marks})", row).rowcount < 1:
                    continue
                number += 1
                connection.executemany(
                    f"INSERT INTO units VALUES ({', '.join('?' * len(Row._fields))})",
                    (unit_row(unit + k, number, record, each) for k, each in enumerate(entries)),
                )
                connection.executemany(
                    "INSERT INTO told VALUES (?, ?, ?)",
                    (told.row(unit + k, each.about) for k, each in enumerate(entries) if each.about),
                )
                unit += len(entries)
                if record.set:
                    tied = sets.row(number, record.set, [each.tie for each in entries])
                    connection.execute("INSERT INTO sets VALUES (?, ?, ?, ?)", tied)
            connection.execute(
                "UPDATE units SET sum = NULL,"
                " first = (SELECT min(id) FROM units AS u WHERE (u.source_key, u.key) = (units.source_key, units.key))"
                " WHERE id >= ? AND EXISTS (SELECT 1 FROM units AS u WHERE (u.source_key, u.key) = (units.source_key, units.key)"
                " AND u.id < units.id)",
                (start,),
            )
            connection.execute(f"{UNSUMMED} AND id >= ?", (start,))
        return unit - start

    def forget(self, numbers: Iterable[int]) -> None:
        """Take documents out with their units; where a duplicate of one of these stays, its first is the first that is left."""
        with self.transaction():
            self._forget(numbers)

    def _forget(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            rows = self.connection.execute(
                "SELECT source_key, key, id FROM units WHERE document = ?", (number,)
            ).fetchall()
            if rows:
                gone = min(id for *_, id in rows), max(id for *_, id in rows) + 1
                self.connection.execute("INSERT INTO gone VALUES (?, ?, ?)", (*gone, sums.said(*gone)))
            self.connection.execute(
                "DELETE FROM told WHERE unit IN (SELECT id FROM units WHERE document = ?)", (number,)
            )
            self.connection.execute("DELETE FROM units WHERE document = ?", (number,))
            self.connection.execute("DELETE FROM sets WHERE document = ?", (number,))
            self.connection.execute("DELETE FROM documents WHERE number = ?", (number,))
            keys = [{"source": source, "key": key} for source, key, _ in rows]
            where = "source_key = :source AND key = :key"
            self.connection.executemany(
                "UPDATE units SET sum = NULL,"
                f" first = nullif((SELECT min(id) FROM units WHERE {where}), id) WHERE {where}",
                keys,
            )
            self.connection.executemany(f"{UNSUMMED} AND {where}", keys)

    def _earlier(self, record: Record) -> list[int]:
        """The documents that were made of the same files, but otherwise, or that failed; and all of the same set."""
        rows = self.connection.execute(
            "SELECT number FROM documents WHERE source = ? AND target = ? AND (identity <> ? OR state = ?)"
            " UNION SELECT document FROM sets WHERE identity = ? AND identity <> ''",
            (record.source, record.target, record.identity, FAILED, record.set),
        )
        return [number for (number,) in rows]

    def has(self, identity: str) -> bool:
        """Whether a document is there and needs not be tried again."""
        return bool(
            self.connection.execute(
                "SELECT 1 FROM documents WHERE identity = ? AND state <> ?", (identity, FAILED)
            ).fetchone()
        )

    def rows(self) -> Iterator[tuple[Described, list[Plain]]]:
        """All documents in their order, each with the rows of its units. FormatError where one is damaged or missing."""
        with self.snapshot() as connection:
            rows = connection.cursor().execute(f"SELECT {COLUMNS} FROM units ORDER BY id")
            grouped = groupby(rows, itemgetter(1))
            last, found, tied, abouts = 0, [], Sets(connection), told.Reading(connection)
            for row in connection.cursor().execute(f"SELECT {DOCUMENT} FROM documents ORDER BY number"):
                document = _document(row)
                found.append(row[-1])
                number, some = next(grouped, (0, iter(()))) if document.size else (document.number, iter(()))
                own = list(some)
                ids = [last, *map(itemgetter(0), own)]
                if number != document.number or len(own) != document.size or not all(map(lt, ids, ids[1:])):
                    raise sqlite3.DatabaseError(f"{document.record.id} has not all of its {document.size} units")
                if not sums.whole(own):
                    raise sqlite3.DatabaseError(f"a unit of {document.record.id} is not what was written")
                last = ids[-1]
                yield abouts.put(tied.put(document), own), own
            if next(grouped, None):
                raise sqlite3.DatabaseError("units of no document")
            counted(connection, "documents", found)
            counted(connection, "sets", tied.sums)
            abouts.end()
            counted(connection, "told", abouts.sums)

    def documents(self) -> Iterator[tuple[Record, list[Entry]]]:
        """All documents in their order, each with its units."""
        for document, rows in self.rows():
            ties = document.ties or (0,) * len(rows)
            yield (
                document.record,
                [
                    entry(Row._make(row), tie, document.told.get(row[0], NOTHING))
                    for row, tie in zip(rows, ties, strict=True)
                ],
            )

    def units(self) -> Iterator[Unit]:
        """All units, duplicates too, in the order in which they came."""
        for document, rows in self.rows():
            yield from document.units(rows)

    def checked(self) -> None:
        """FormatError where anything is damaged that is counted or delivered."""
        with self.snapshot() as connection:
            opening.sound(connection)
        for _ in self.rows():
            pass

    def found(self, ids: Sequence[int]) -> dict[int, Row]:
        """Units by their ids, in order of these; those that were forgotten are left out."""
        rows: dict[int, Row] = {}
        with self.snapshot() as connection:
            for some in (ids[k : k + FOUND] for k in range(0, len(ids), FOUND)):
                marks = ",".join("?" * len(some))
                query = f"SELECT {COLUMNS} FROM units WHERE id IN ({marks})"
                rows |= {row[0]: Row._make(row) for row in connection.execute(query, some)}
            for id in ids:
                if id in rows:
                    if not sums.whole([rows[id]]):
                        raise sqlite3.DatabaseError(f"unit {id} is not what was written")
                elif not self._gone(id):
                    raise sqlite3.DatabaseError(f"unit {id} is missing")
        return {id: rows[id] for id in ids if id in rows}

    def _gone(self, id: int) -> bool:
        row = self.connection.execute(
            "SELECT first, behind, sum FROM gone WHERE first <= ? ORDER BY first DESC LIMIT 1", (id,)
        ).fetchone()
        return row is not None and sums.fits(row[2], sums.said, *row[:2]) and id < row[1]

    def delivered(self, rows: Iterable[Row]) -> list[Unit]:
        """The units of some rows, in their order."""
        known: dict[int, Described] = {}
        units: list[Unit] = []
        with self.snapshot() as connection:
            for row in rows:
                if row.document not in known:
                    said = connection.execute(f"SELECT {DOCUMENT} FROM documents WHERE number = ?", (row.document,))
                    known[row.document] = _document(said.fetchone())
                units += replace(known[row.document], told=told.of(connection, [row.id])).units([row])
        return units

    def counted(self, query: str) -> dict[str, int]:
        """The rows of a query as a table: what is counted, and how many."""
        return dict(self.connection.execute(query).fetchall())

    def tied(self) -> bool:
        """Whether there are units with variants."""
        return bool(self.connection.execute("SELECT 1 FROM sets LIMIT 1").fetchone())

    def set_of(self, document: int) -> tuple[str, dict[int, int]]:
        """The set of a document, and the tie of each of its units by id; nothing for one in none."""
        with self.snapshot() as connection:
            told = connection.execute("SELECT identity, ties, sum FROM sets WHERE document = ?", (document,)).fetchone()
            if told is None:
                return "", {}
            rows = connection.execute("SELECT id FROM units WHERE document = ? ORDER BY id", (document,))
            ids = [id for (id,) in rows]
            identity, data, found = told
            _, ties = sets.read(document, identity, data, found, len(ids))
            return identity, dict(zip(ids, ties, strict=True))

    def set_documents(self, identity: str) -> list[int]:
        """The documents of a set."""
        rows = self.connection.execute("SELECT document FROM sets WHERE identity = ? ORDER BY document", (identity,))
        return [number for (number,) in rows]

    def condition(self, source: str, target: str) -> str:
        """What is true in SQL of the units from one language into another, of any region; "" for any language."""
        asked = ((source, 0), (target, 1))
        numbers = [
            str(number)
            for number, langs in self.documents_languages().items()
            if all(not lang or langs[k] == lang or langs[k].startswith(f"{lang}-") for lang, k in asked)
        ]
        return f"document IN ({', '.join(numbers)})" if source or target else "1"

    def documents_languages(self) -> dict[int, tuple[str, str]]:
        """The languages of each document."""
        rows = self.connection.execute("SELECT number, source_lang, target_lang FROM documents")
        return {number: (canonical(source), canonical(target)) for number, source, target in rows}

    def ties(self) -> Iterator[tuple[str, str, str, tuple[int, ...]]]:
        """Of each document in a set that set, its languages, and the ties of its units; those of a set behind each other."""
        with self.snapshot() as connection:
            for number, identity, data, found, source, target, size in connection.execute(
                "SELECT s.document, s.identity, s.ties, s.sum, source_lang, target_lang, size FROM sets AS s"
                " JOIN documents ON number = s.document ORDER BY number"
            ):
                _, ties = sets.read(number, identity, data, found, size)
                yield identity, canonical(source), canonical(target), ties

    def pairs(self) -> list[tuple[str, str]]:
        """The languages that documents are from and into, in the order in which they came."""
        rows = self.connection.execute(
            "SELECT source_lang, target_lang FROM documents WHERE size > 0 GROUP BY 1, 2 ORDER BY min(number)"
        )
        return list(dict.fromkeys((canonical(source), canonical(target)) for source, target in rows))

    def languages(self, condition: str = "1") -> dict[str, int]:
        """How many units there are of each language pair, "ko en", the most first; of those of a condition."""
        found: Counter[str] = Counter()
        for source, target, many in self.connection.execute(
            "SELECT source_lang, target_lang, count(*) FROM units JOIN documents ON number = document"
            f" WHERE {condition} GROUP BY 1, 2 ORDER BY 3 DESC"
        ):
            found[f"{canonical(source)} {canonical(target)}"] += many
        return dict(found.most_common())

    def _next(self) -> int:
        """The number of the next unit: none is given twice, since the index has them."""
        found: int = self.connection.execute(
            "SELECT max(1 + (SELECT ifnull(max(id), 0) FROM units), (SELECT ifnull(max(behind), 1) FROM segments),"
            " (SELECT ifnull(max(behind), 1) FROM gone))"
        ).fetchone()[0]
        return found


def _document(row: tuple[Any, ...] | None) -> Described:
    found = described(row) if row else None
    if found is None:
        raise sqlite3.DatabaseError("a document is not what was written")
    return found


def counted(connection: sqlite3.Connection, table: str, found: Sequence[int]) -> None:
    """DatabaseError where the checksums of all rows of a small table are not those that it has to have."""
    told = connection.execute("SELECT many, sum FROM totals WHERE name = ?", (table,)).fetchone()
    if told != (len(found), sum(found)):
        raise sqlite3.DatabaseError(f"{table}: {len(found)} rows, and not those that were written")

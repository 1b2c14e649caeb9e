"""Whether a store is whole; and of one that is not, what still is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import groupby
from operator import attrgetter

from align.about import About
from align.errors import AlignError
from align.memory import index, sets, sums
from align.memory.quality import MARKED
from align.memory.records import Described, described
from align.memory.store import DOCUMENT, Store
from align.memory.sums import COLUMNS, Plain, Row
from align.memory.told import read

HIGHEST = 1 << 40
"""A number of a unit or document that no store has."""
PREFIX = "a damaged store: "


class Whole:
    """What is whole in a store that is not."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.documents: dict[int, Described] = {}
        self.values: dict[str, bytes] = {}
        self.sets: dict[int, tuple[str, tuple[int, ...]]] = {}
        """Of documents that are in one, with the ties of their units."""
        self.told: dict[int, About] = {}
        """Of units that say something of themselves."""
        self.copied = sqlite3.connect(
            "", isolation_level=None
        )  # a file without a name: a memory may be larger than memory
        self.copied.execute(f"CREATE TABLE units ({COLUMNS.replace('id,', 'id INTEGER PRIMARY KEY,', 1)})")
        self.copied.execute("BEGIN")

    def units(self) -> Iterator[tuple[int, list[Row]]]:
        """Document and units, in their order."""
        rows = self.copied.execute(f"SELECT {COLUMNS} FROM units ORDER BY document, id")
        for document, some in groupby(map(Row._make, rows), attrgetter("document")):
            yield document, list(some)

    def many(self) -> dict[int, int]:
        """How many units of each document are whole."""
        return dict(self.copied.execute("SELECT document, count(*) FROM units GROUP BY document"))

    def parts(self) -> list[str]:
        """Documents of which not all is there, by their ids."""
        many = self.many()
        lost = [told.record.id for number, told in self.documents.items() if many.get(number, 0) < told.size]
        return lost + [f"document {number}" for number in many if number not in self.documents]


def faults(store: Store) -> list[str]:
    """What is wrong with a store, a line each; nothing where all is whole. Flat in memory."""
    found = []
    checks: tuple[Callable[[Store], object], ...] = (Store.checked, Store.names, _index)
    for check in checks:
        try:
            check(store)
        except AlignError as fault:
            found.append(fault.what.removeprefix(PREFIX))
    return list(dict.fromkeys(found))


def counts(store: Store) -> tuple[int, int]:
    """Documents and units that are there."""
    (documents,) = store.connection.execute("SELECT count(*) FROM documents").fetchone()
    (units,) = store.connection.execute("SELECT count(*) FROM units").fetchone()
    return documents, units


def whole(store: Store) -> Whole:
    """All that is as it was written, from wherever it can be reached."""
    connection = store.connection
    connection.text_factory = lambda data: data.decode("utf-8", "replace")  # its checksum tells
    found = Whole(store.path)
    for row in _rows(connection, "documents", "number", DOCUMENT):
        if told := described(row):
            found.documents[told.number] = told
    for row in _rows(connection, "units", "id", COLUMNS):
        if sums.whole([row]):
            found.copied.execute(f"INSERT OR IGNORE INTO units VALUES ({', '.join('?' * len(row))})", row)
    for number, identity, ties, sum in _reached(connection, "SELECT document, identity, ties, sum FROM sets"):
        if number in found.documents:
            with suppress(sqlite3.DatabaseError, TypeError):
                found.sets[number] = sets.read(number, identity, ties, sum, found.documents[number].size)
    for row in _reached(connection, "SELECT unit, about, sum FROM told"):
        with suppress(sqlite3.DatabaseError, ValueError, TypeError, KeyError):
            found.told[row[0]] = read(row)
    for name, value, sum in _reached(connection, "SELECT name, value, sum FROM meta"):
        if sums.fits(sum, sums.value, name, value) and name != MARKED:
            found.values[name] = value
    return found


def _index(store: Store) -> None:
    with store.snapshot() as connection:
        index.checked(connection)


def _rows(connection: sqlite3.Connection, table: str, name: str, columns: str) -> Iterator[Plain]:
    """The rows of a table as far as they can be reached, some again: from both ends, and those between one by one."""
    seen: set[int] = set()
    for order in ("ASC", "DESC"):
        for row in _reached(connection, f"SELECT {columns} FROM {table} NOT INDEXED ORDER BY {name} {order}"):
            seen.add(row[0])
            yield row
    last = max((number for number in seen if number < HIGHEST), default=0)
    if table == "units":
        known = _reached(connection, "SELECT id FROM units INDEXED BY units_by_document")
        last = max([last, *(number for (number,) in known if 0 < number < HIGHEST)])
    for number in range(1, last + 1):
        if number not in seen:
            yield from _reached(connection, f"SELECT {columns} FROM {table} WHERE {name} = {number}")


def _reached(connection: sqlite3.Connection, query: str) -> Iterator[Plain]:
    """The rows of a query up to the first that cannot be read."""
    with suppress(sqlite3.Error, OverflowError, MemoryError):
        yield from connection.execute(query)

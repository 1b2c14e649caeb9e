"""Opening a store: its tables and their version, one writer at a time, and what is done to one of an earlier version.

Every row has a checksum (`sum`). Of the small tables `totals` says how many rows there are and what their checksums add up to, and
a document says how many units it has: what a damaged page hides is missed. `gone` are the units that were forgotten; a unit that
is in neither table is lost.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from align.errors import AlignError, InputError, OutputError
from align.memory import sums
from align.memory.sums import damaged

VERSION = 4
"""Of the tables: PRAGMA user_version."""
APPLICATION = 0x416C544D
"""PRAGMA application_id: AlTM."""
CACHE = 64
"""MiB of pages kept in memory."""
OUTSIDE = ("full", "readonly", "locked", "unable to open", "disk I/O")
"""Words of SQLite for what is no fault of the store."""
COUNTED = ("documents", "gone", "segments", "meta")
"""Tables that `totals` knows the rows of."""
VALUES = "CREATE TABLE meta (name TEXT PRIMARY KEY, sum INTEGER NOT NULL, value BLOB) WITHOUT ROWID;"
DOCUMENTS = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    id TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
    source_lang TEXT NOT NULL, target_lang TEXT NOT NULL,
    date TEXT NOT NULL, meta TEXT NOT NULL,
    signature TEXT NOT NULL, created TEXT NOT NULL,
    state TEXT NOT NULL, parallel REAL, error TEXT NOT NULL,
    size INTEGER, sum INTEGER
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
    first INTEGER, sum INTEGER
);
CREATE INDEX units_by_content ON units (source_key, key);
CREATE INDEX units_by_document ON units (document);
"""
INDEX = """
CREATE TABLE gone (first INTEGER PRIMARY KEY, behind INTEGER NOT NULL, sum INTEGER NOT NULL);
CREATE TABLE segments (
    number INTEGER PRIMARY KEY,
    first INTEGER NOT NULL, behind INTEGER NOT NULL, size INTEGER NOT NULL, last INTEGER NOT NULL, sum INTEGER NOT NULL
);
CREATE TABLE postings (term INTEGER PRIMARY KEY, before INTEGER NOT NULL, sum INTEGER NOT NULL, places BLOB NOT NULL);
CREATE TABLE totals (name TEXT PRIMARY KEY, many INTEGER NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID;
"""
"""The search index, see align.memory.index, and what is counted."""
SETS = """
CREATE TABLE sets (document INTEGER PRIMARY KEY, identity TEXT NOT NULL, ties BLOB NOT NULL, sum INTEGER NOT NULL);
CREATE INDEX sets_by_identity ON sets (identity);
"""
"""Documents that are the translations of one source, see align.memory.sets."""


def _kept(name: str) -> str:
    """What keeps the totals of a table."""
    return (
        f"INSERT INTO totals SELECT '{name}', count(*), ifnull(sum(sum), 0) FROM {name};"
        f"CREATE TRIGGER {name}_added AFTER INSERT ON {name} BEGIN"
        f" UPDATE totals SET many = many + 1, sum = sum + new.sum WHERE name = '{name}'; END;"
        f"CREATE TRIGGER {name}_removed AFTER DELETE ON {name} BEGIN"
        f" UPDATE totals SET many = many - 1, sum = sum - old.sum WHERE name = '{name}'; END;"
        f"CREATE TRIGGER {name}_changed AFTER UPDATE ON {name} BEGIN"
        f" UPDATE totals SET sum = sum - old.sum + new.sum WHERE name = '{name}'; END;"
    )


KEPT = "".join(map(_kept, COUNTED))
SETS += _kept("sets")
TOLD = "CREATE TABLE told (unit INTEGER PRIMARY KEY, about TEXT NOT NULL, sum INTEGER NOT NULL);" + _kept("told")
"""What units say of themselves, those that say anything: see align.memory.told."""
ROW = "identity, id, source, target, source_lang, target_lang, date, meta, signature, created, state, parallel, error, size"
"""What a document's checksum is of, after its number."""
UPGRADE = (
    f"""
ALTER TABLE documents ADD COLUMN size INTEGER;
ALTER TABLE documents ADD COLUMN sum INTEGER;
ALTER TABLE units ADD COLUMN sum INTEGER;
UPDATE units SET sum = sum_of_unit({sums.COLUMNS.removesuffix(", sum")});
UPDATE documents SET size = (SELECT count(*) FROM units WHERE document = number);
UPDATE documents SET sum = sum_of(number, {ROW});
ALTER TABLE meta RENAME TO earlier;
{VALUES}
INSERT INTO meta SELECT name, sum_of_value(name, value), value FROM earlier;
DROP TABLE earlier;
DROP TABLE segments;
DROP TABLE postings;
"""
    + INDEX
    + KEPT
)
"""From version 1 to 2; its search index is made anew by the next update."""
VIEWS = f"""
CREATE TEMP VIEW units AS SELECT *, sum_of_unit({sums.COLUMNS.removesuffix(", sum")}) AS sum FROM main.units;
CREATE TEMP VIEW documents AS SELECT *, sum_of(number, {ROW}) AS sum FROM
    (SELECT *, (SELECT count(*) FROM main.units WHERE document = number) AS size FROM main.documents);
CREATE TEMP VIEW meta AS SELECT name, sum_of_value(name, value) AS sum, value FROM main.meta;
CREATE TEMP VIEW gone AS SELECT 0 AS first, 1 << 62 AS behind, sum_of(0, 1 << 62) AS sum;
CREATE TEMP VIEW segments AS SELECT *, sum_of(number, first, behind, size, last) AS sum FROM
    (SELECT *, (SELECT max(term) FROM main.postings WHERE term < (number + 1) << 48) AS last FROM main.segments);
CREATE TEMP VIEW postings AS SELECT term, before, sum_of_entry(term, before, places) AS sum, places FROM (SELECT term,
    ifnull((SELECT max(term) FROM main.postings AS p WHERE p.term < main.postings.term), -1) AS before, places FROM main.postings);
CREATE TEMP VIEW totals AS
    {
    " UNION ALL ".join(
        map(
            "SELECT '{0}' AS name, count(*) AS many, ifnull(sum(sum), 0) AS sum FROM {0}".format,
            (*COUNTED, "sets", "told"),
        )
    )
};
"""
"""What a store of version 1, which has no checksums, would say of them."""
NO_SETS = "CREATE TEMP TABLE sets (document INTEGER PRIMARY KEY, identity TEXT, ties BLOB, sum INTEGER);"
UNTOLD = "CREATE TEMP TABLE told (unit INTEGER PRIMARY KEY, about TEXT, sum INTEGER);"
TOTALS = "CREATE TEMP VIEW totals AS SELECT * FROM main.totals"
READ = {
    1: NO_SETS + UNTOLD + VIEWS,
    2: f"{NO_SETS} {UNTOLD} {TOTALS} UNION ALL SELECT 'sets', 0, 0 UNION ALL SELECT 'told', 0, 0;",
    3: f"{UNTOLD} {TOTALS} UNION ALL SELECT 'told', 0, 0;",
}
"""By which a store of an earlier version, which has no sets or tells nothing of units, is read like any other."""
RAISED = {1: UPGRADE + SETS + TOLD, 2: SETS + TOLD, 3: TOLD}
"""What is done to it where it is written to."""


def connected(path: str, writing: bool) -> tuple[sqlite3.Connection, sqlite3.Connection | None]:
    """A connection to the store in a file, and with `writing` the lock; see `Store.open`."""
    if not writing and not Path(path).is_file():
        raise InputError(path, *(("not a file", "give one") if Path(path).exists() else _NONE))
    if Path(path).is_dir():
        raise InputError(path, "a folder, not a store", "give a file name")
    if Path(path).exists() and not Path(path).is_file():
        raise InputError(path, "not a file, and no store can be in it", "give a file name")
    lock = _locked(path) if writing else None
    connection = None
    try:
        connection = _reached(path, writing)
        _checked(connection, path, writing)
    except BaseException as error:
        for opened in (connection, lock):
            if opened is not None:
                opened.close()
        if isinstance(error, sqlite3.Error):
            raise fault(path, error) from None
        raise
    return connection, lock


_NONE = "no such store", "make one with `align build` or `align tm add`"


def fault(path: str, error: sqlite3.Error) -> AlignError:
    """What is said of an error of SQLite."""
    if "not a database" in str(error):
        return InputError(path, f"not a store: {error}", "give a file that `align build` made")
    if outside(error):
        return InputError(path, f"cannot be read: {error}")
    return damaged(path, str(error))


def outside(error: sqlite3.Error) -> bool:
    """Whether something else than the store is at fault."""
    return any(word in str(error) for word in OUTSIDE)


def _reached(path: str, writing: bool) -> sqlite3.Connection:
    where = f"{Path(path).absolute().as_uri()}?mode={'rwc' if writing else 'ro'}"
    connection = sqlite3.connect(where, uri=True, isolation_level=None, timeout=30)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except (
        sqlite3.OperationalError
    ):  # in a folder where nothing may be made, and no other process can be writing either
        waiting = Path(f"{path}-wal")
        if writing or (waiting.exists() and waiting.stat().st_size):
            connection.close()
            raise
        connection.close()
        connection = sqlite3.connect(f"{where}&immutable=1", uri=True, isolation_level=None)
    return connection


def _locked(path: str) -> sqlite3.Connection:
    """A hold on the store that ends with the process, however it ends: an exclusive transaction on an empty file beside it."""
    beside = Path(f"{path}.lock")
    try:
        connection = sqlite3.connect(
            f"{beside.absolute().as_uri()}?mode=rwc", uri=True, isolation_level=None, timeout=0
        )
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise InputError(path, "another process is writing this store", "wait until it has ended") from None
        raise OutputError(path, f"cannot be written: {error}") from None
    return connection


def _checked(connection: sqlite3.Connection, path: str, writing: bool) -> None:
    """Settings, and the tables where there are none yet or they are of an earlier version."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    schema = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    tables = {name for name, _ in schema}
    if tables and application != APPLICATION:
        raise InputError(path, "a database, but no store", "give a file that `align build` made")
    if version > VERSION:
        raise InputError(
            path, f"a store of version {version}; this program knows {VERSION}", "use a newer align-toolkit"
        )
    if not tables and not writing:
        raise InputError(path, "an empty file, not a store", "make one with `align build` or `align tm add`")
    if tables and (
        version < 1
        or ("totals" in tables) != (version > 1)
        or ("sets" in tables) != (version > 2)
        or ("told" in tables) != (version > 3)
        or (version > 1 and not _described(connection, schema))
    ):
        raise damaged(path, "its tables are not those that were made")
    connection.execute(f"PRAGMA cache_size = {-1024 * CACHE}")
    _functions(connection)
    if writing:
        sound(connection)  # else what is added could be put beside what it is a copy of
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    if not tables:
        script = f"{VALUES} {DOCUMENTS} {INDEX} {KEPT} {SETS} {TOLD}"
        _made(connection, f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; {script}")
    elif version < VERSION and writing:
        _made(connection, f"PRAGMA user_version = {VERSION}; {RAISED[version]}")
    elif version < VERSION:
        connection.executescript(READ[version])


def _described(connection: sqlite3.Connection, schema: list[tuple[str, str]]) -> bool:
    """Whether the tables are described as they were when they were made: else what is in them may be read as something else."""
    told = connection.execute("SELECT sum FROM totals WHERE name = 'schema'").fetchone()
    return bool(told == (sums.said(*(sql for _, sql in schema if sql)),))


def _functions(connection: sqlite3.Connection) -> None:
    """The checksums, for SQL that changes rows."""
    connection.create_function("sum_of_unit", -1, sums.unit, deterministic=True)
    connection.create_function("sum_of", -1, sums.said, deterministic=True)
    connection.create_function("sum_of_value", 2, sums.value, deterministic=True)
    connection.create_function("sum_of_entry", 3, sums.entry, deterministic=True)


def sound(connection: sqlite3.Connection) -> None:
    """DatabaseError where the file is no sound database, or rows and indexes do not say the same."""
    (told,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if told != "ok":
        raise sqlite3.DatabaseError(" ".join(told.split()))


def _made(connection: sqlite3.Connection, script: str) -> None:
    """All of a script, or nothing."""
    try:
        connection.executescript(f"BEGIN IMMEDIATE; {script}")
        schema = connection.execute("SELECT sql FROM sqlite_master WHERE sql <> '' ORDER BY name").fetchall()
        connection.execute(
            "INSERT OR REPLACE INTO totals VALUES ('schema', ?, ?)",
            (len(schema), sums.said(*(sql for (sql,) in schema))),
        )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise

"""Stores for tests of damage: one with all that a store can have, what it says when it is asked, and one of version 1."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

from align.memory import index, quality
from align.memory.opening import APPLICATION
from align.memory.records import Entry, Record
from align.memory.search import concordance, exact, fuzzy
from align.memory.selection import Selection
from align.memory.store import Store
from align.model import Unit

FIRST_VERSION = f"""
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = 1;
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
"""As align-toolkit 0.1.0 made it."""
KO = "조약 비준 하원 상원 의장 회담 서명 대표단 부산 서울 협정 발효 수요일 국경 무역".split()
EN = (
    "treaty ratified house senate speaker talks signed delegation Busan Seoul pact force Wednesday border trade".split()
)


def made(path: Path, many: int = 30) -> Path:
    """A store of documents with findings, metadata, duplicates, flags, values, forgotten ones, and an index in several parts."""
    random = Random(1)
    with Store.open(str(path), writing=True) as store:
        for number in range(many):
            entries = [
                Entry(f"{k} 1:1", " ".join(random.choices(KO, k=6)), " ".join(random.choices(EN, k=8)), k / 10, k % 3)
                for k in range(number % 9)
            ]
            entries.append(
                Entry("9 1:1", "무단 전재 금지.", "All rights reserved.", 1, 0, (("omission", "error", "“가”"),))
            )
            record = Record(
                f"i{number}", f"d{number}", f"{number}.ko.txt", f"{number}.en.txt", "ko", "en", "2024-11-07",
                (("desk", "정치"),), "lexical 1", "20241107T000000Z", parallel=0.9 if number % 2 else None,
            )  # fmt: skip
            store.add([(record, entries)])
            if number % 10 == 4:
                index.update(store)
        store.forget([3, 8])
        store.put({"lexicon ko-en": bytes(range(256)) * 20, "other": b""})
        quality.across(store)
        index.update(store)
    return path


def told(path: Path) -> list[object]:
    """All that a store says. AlignError where it is damaged."""
    with Store.open(str(path)) as store:
        store.checked()
        found: list[object] = [[*Selection(duplicates=True, without=()).units(store)], [*store.documents()]]
        found += [quality.counts(store), store.languages(), {name: store.get(name) for name in store.names()}]
    return [*found, asked(path)]


def asked(path: Path) -> list[object]:
    """What searches find."""
    found: list[object] = []
    with Store.open(str(path)) as store:
        for text in ("무단 전재 금지.", "조약 비준", "없는 말"):
            found += [exact(store, text), fuzzy(store, text), concordance(store, text), exact(store, text, "target")]
        found += [concordance(store, word, "target") for word in EN[:5]]
    return found


def units(path: Path) -> list[Unit]:
    with Store.open(str(path)) as store:
        return [*store.units()]


def first_version(new: Path, path: Path) -> Path:
    """What a store has, as version 1 had it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        old.executescript(FIRST_VERSION)
        old.execute("ATTACH ? AS new", (str(new),))
        for table in ("meta", "documents", "units", "segments", "postings"):
            names = ", ".join(row[1] for row in old.execute(f"PRAGMA main.table_info({table})"))
            old.execute(f"INSERT INTO main.{table} SELECT {names} FROM new.{table}")
    return path

"""What is whole in a damaged store, in a new one; and a store of which the first page is damaged, read with that of another."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from heapq import merge
from itertools import islice
from operator import itemgetter
from pathlib import Path

from align.about import NOTHING
from align.errors import InputError, OutputError
from align.memory import index, quality
from align.memory.keys import key, normal
from align.memory.records import Entry, Record, entry
from align.memory.store import Store
from align.memory.sums import Row
from align.memory.verify import PREFIX, Whole, whole
from align.tags import primary

DAMAGED = " damaged"
"""Behind the identity of a document that has lost units, so that a build makes it again, in its place."""
BLOCK = 100
"""Documents that are added at once."""
PAGE = 4096
"""Bytes of a page of every store."""
SIZES = slice(28, 40)
"""Bytes of the first page that tell pages of the file and free pages: with zeros SQLite counts for itself."""


def saved(found: Whole, path: str) -> int:
    """Make a new store of what is whole; how many units. It appears whole or not at all. OutputError where a file is there."""
    if Path(path).exists():
        raise OutputError(path, "there already", "give the name of a new store")
    part = f"{path}.part"
    _removed(part)
    try:
        with Store.open(part, writing=True) as made:
            made.put(dict(found.values))
            documents, many = _documents(found, _between(found.path, path)), 0
            while block := list(islice(documents, BLOCK)):
                many += made.add(block)
            quality.across(made)
            index.update(made)
        Path(part).replace(path)
    finally:
        _removed(part)
    return many


def _removed(path: str) -> None:
    for end in ("", "-wal", "-shm", ".lock"):
        Path(f"{path}{end}").unlink(missing_ok=True)


def _between(old: str, new: str) -> Callable[[str], str]:
    """What paths from the folder of one store are from that of another: by them a build knows what it makes again."""
    here, there = (Path(path).absolute().parent for path in (old, new))

    def moved(path: str) -> str:
        return Path(os.path.relpath(here / path, there)).as_posix() if path and here != there else path

    return moved


def _documents(found: Whole, moved: Callable[[str], str]) -> Iterator[tuple[Record, list[Entry]]]:
    """The documents with the units that are left of each."""
    langs = dict.fromkeys((told.record.source_lang, told.record.target_lang) for told in found.documents.values())
    bare = {number: list[Row]() for number in found.documents.keys() - found.many().keys()}
    for number, rows in merge(sorted(bare.items()), found.units(), key=itemgetter(0)):
        if told := found.documents.get(number):
            identity = told.record.identity + (DAMAGED if len(rows) < told.size else "")
            source, target = moved(told.record.source), moved(told.record.target)
            set, ties = found.sets.get(number, ("", ())) if len(rows) == told.size else ("", ())
            entries = [
                entry(row, tie, found.told.get(row.id, NOTHING))
                for row, tie in zip(rows, ties or (0,) * len(rows), strict=True)
            ]
            yield replace(told.record, identity=identity, source=source, target=target, set=set), entries
            continue
        for source, target in langs:  # of what nothing else is known
            if some := [entry(row, 0, found.told.get(row.id, NOTHING)) for row in rows if _in(row, source, target)]:
                name = f"document {number}"
                yield Record(f"{name} {source} {target}{DAMAGED}", name, "", "", source, target), some


def _in(row: Row, source: str, target: str) -> bool:
    """Whether a unit is in these languages: its key says so."""
    return row.key == key(normal(row.source), normal(row.target), f"{primary(source)}-{primary(target)}")


@contextmanager
def opened(path: str) -> Iterator[tuple[Store, list[str]]]:
    """A store to read what is whole from, and what is wrong with its opening; InputError where it is none.

    A store whose description is damaged is read as a copy with that of a new store.
    """
    try:
        store, wrong = Store.open(path), list[str]()
    except InputError as fault:
        if not Path(path).is_file() or "newer" in fault.advice:
            raise
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy.tm"
            try:
                _mended(path, copy)
                store = Store(str(copy), sqlite3.connect(copy, isolation_level=None))
                store.connection.execute("PRAGMA writable_schema = ON")
                if not (left := whole(store)).documents and not left.many():
                    raise fault
            except sqlite3.Error:
                raise fault from None
            with store:
                yield store, [fault.what.removeprefix(PREFIX)]
        return
    with store:
        yield store, wrong


def _mended(path: str, copy: Path) -> None:
    """A copy of a file with the pages in which a new store describes its tables."""
    new = copy.with_name("new.tm")
    Store.open(str(new), writing=True).close()
    with closing(sqlite3.connect(new)) as connection:
        tables = {page for (page,) in connection.execute("SELECT rootpage FROM sqlite_master WHERE rootpage > 0")}
    shutil.copyfile(path, copy)
    with new.open("rb") as source, copy.open("r+b") as out:
        for number in range(1, new.stat().st_size // PAGE + 1):
            page = bytearray(source.read(PAGE))
            if number == 1:
                page[SIZES] = bytes(SIZES.stop - SIZES.start)
            if number not in tables:
                out.seek((number - 1) * PAGE)
                out.write(page)

"""The index of a store: for each term (align.memory.terms) the units that have it, in segments of at most 65,536 units.

A segment covers the units with ids in `[first, behind)`; all are covered up to the last segment's end. Its rows have the number
of the segment and a term as key, and the units counted from `first`, ascending, in 16 bits each. Small segments are written anew
together with what comes after them, as in a binary counter, so that a store that grows by a document a day has few.

A unit that is forgotten stays in the index until its segment is written anew: whoever searches looks at the units themselves.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import takewhile
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from align.memory import sums
from align.memory.store import Store, counted
from align.memory.terms import SIDES, lengths, terms

SIZE = 1 << 16
"""Units of a segment at most: what 16 bits can count."""
MOST = 6_000_000
"""Rough number of entries at which a segment ends early, for the memory: 8 bytes each, twice while they are sorted."""
BATCH = 400_000
"""Characters that are taken apart at once."""
LONGEST = 50_000
"""Characters of a text that are indexed; what lies behind is not found."""
SHIFT = 48
"""Bits of a term; those above it in a key are the number of the segment."""


class Segment(NamedTuple):
    number: int
    first: int
    behind: int
    size: int
    """Terms of all texts, with repeats."""
    last: int
    """Key of its last row."""


def segments(connection: sqlite3.Connection) -> list[Segment]:
    """All of them, by their units. DatabaseError where one is damaged."""
    rows = connection.execute("SELECT number, first, behind, size, last, sum FROM segments ORDER BY first").fetchall()
    if not all(sums.fits(row[-1], sums.said, *row[:-1]) for row in rows):
        raise sqlite3.DatabaseError("the index is not what was written")
    counted(connection, "segments", [found for *_, found in rows])
    return [Segment(*row[:-1]) for row in rows]


def waiting(store: Store) -> int:
    """How many units are not in the index yet."""
    found: int = store.connection.execute(
        "SELECT count(*) FROM units WHERE id >= (SELECT ifnull(max(behind), 0) FROM segments)"
    ).fetchone()[0]
    return found


def update(store: Store) -> int:
    """Index what is not indexed yet; how many units. A transaction for each segment: what is done stays done, however it ends."""
    done = 0
    while (step := _step(store)) is not None:
        done += step
    return done


def places(connection: sqlite3.Connection, segment: Segment, wanted: Iterable[int]) -> dict[int, bytes]:
    """The units of some terms, of 16 bits each; a term that no unit has is left out."""
    low = segment.number << SHIFT
    found: dict[int, bytes] = {}
    for term in wanted:
        for key, units in _rows_from(connection, segment, low | term):
            if key == low | term:
                found[term] = units
            break
    return found


def sizes(connection: sqlite3.Connection, segment: Segment, wanted: Iterable[int]) -> dict[int, int]:
    """How many units have some terms, about: quicker than `places`, and by it a search only chooses what to ask for."""
    keys = [segment.number << SHIFT | term for term in wanted]
    marks = ",".join("?" * len(keys))
    rows = connection.execute(f"SELECT term, length(places) / 2 FROM postings WHERE term IN ({marks})", keys)
    return {key & (1 << SHIFT) - 1: many for key, many in rows}


def between(connection: sqlite3.Connection, segment: Segment, first: int, last: int) -> bytes:
    """The units of all terms from `first` to `last`, those with several of them repeated."""
    low = segment.number << SHIFT
    return b"".join(units for key, units in _until(_rows_from(connection, segment, low | first), low | last))


def _until(rows: Iterator[tuple[int, bytes]], last: int) -> Iterator[tuple[int, bytes]]:
    return takewhile(lambda row: row[0] <= last, rows)


def _rows_from(connection: sqlite3.Connection, segment: Segment, key: int) -> Iterator[tuple[int, bytes]]:
    """The rows of a segment from a key on. DatabaseError where one is damaged, or one that was there is not found.

    Each row says which one is before it: that there is none between the two is what it says, and not only what is found.
    """
    behind = key
    rows = connection.execute(
        "SELECT term, before, sum, places FROM postings WHERE term BETWEEN ? AND ? ORDER BY term", (key, segment.last)
    )
    for term, before, found, units in rows:
        if not (sums.fits(found, sums.entry, term, before, units) and before < behind <= term):
            raise sqlite3.DatabaseError("the index is not what was written")
        yield term, units
        behind = term + 1
    if behind <= segment.last:
        raise sqlite3.DatabaseError("the index is not all that was written")


def _step(store: Store) -> int | None:
    """Write one segment; how many units are newly covered by it, None where all were."""
    with store.transaction() as connection:
        known = segments(connection)
        start = known[-1].behind if known else 1
        last = connection.execute("SELECT ifnull(max(id), 0) FROM units").fetchone()[0]
        if start > last:
            return None
        merged = _merged(known, last + 1)
        first = merged[0].first if merged else start
        for segment in merged:
            low = segment.number << SHIFT
            connection.execute("DELETE FROM postings WHERE term BETWEEN ? AND ?", (low, low + (1 << SHIFT) - 1))
            connection.execute("DELETE FROM segments WHERE number = ?", (segment.number,))
        entries, tokens, behind, size = _entries(connection, first, min(first + SIZE, last + 1))
        taken = {segment.number for segment in known} - {segment.number for segment in merged}
        number = next(k for k in range(len(taken) + 1) if k not in taken)
        connection.executemany("INSERT INTO postings VALUES (?, ?, ?, ?)", _rows(number, entries, tokens))
        high = (number + 1) << SHIFT
        end = connection.execute("SELECT max(term) FROM postings WHERE term < ?", (high,)).fetchone()[0]
        row = number, first, behind, size, end
        connection.execute("INSERT INTO segments VALUES (?, ?, ?, ?, ?, ?)", (*row, sums.said(*row)))
        done: int = connection.execute(
            "SELECT count(*) FROM units WHERE id >= ? AND id < ?", (start, behind)
        ).fetchone()[0]
    return done


def _merged(known: list[Segment], end: int) -> list[Segment]:
    """The last segments that are no larger than all that comes behind them."""
    found: list[Segment] = []
    start, size = known[-1].behind if known else 1, 0
    for segment in reversed(known):
        size += segment.size
        small = segment.behind - segment.first <= end - start
        if not small or end - segment.first > SIZE or size > MOST // 2:  # else it could end before its first new unit
            break
        found.insert(0, segment)
        start = segment.first
    return found


def _entries(
    connection: sqlite3.Connection, first: int, behind: int
) -> tuple[NDArray[np.uint64], NDArray[np.uint16], int, int]:
    """Terms in the high 48 bits with units in the low 16, in order; tokens of each side of each unit; the segment's end; its size."""
    tokens = np.zeros((2, behind - first), dtype=np.uint16)
    parts: list[NDArray[np.uint64]] = []
    size = 0
    for rows in _batches(connection, first, behind):
        ids = np.array([row[0] - first for row in rows])
        for k, side in enumerate(SIDES):
            found, owners, count = terms([row[1][k][:LONGEST] for row in rows], side)
            tokens[k, ids] = np.minimum(count, 65535)
            parts.append(found << np.uint64(16) | ids[owners].astype(np.uint64))
            size += len(found)
        if size > MOST:
            behind = rows[-1][0] + 1
            break
    entries = np.concatenate(parts) if parts else np.zeros(0, dtype=np.uint64)
    parts.clear()
    entries.sort()
    return entries[np.diff(entries, prepend=np.uint64(0)) != 0], tokens[:, : behind - first], behind, size


def _batches(connection: sqlite3.Connection, first: int, behind: int) -> Iterator[list[tuple[int, tuple[str, str]]]]:
    rows: list[tuple[int, tuple[str, str]]] = []
    size = 0
    found = connection.execute(
        "SELECT id, source, target FROM units WHERE id >= ? AND id < ? ORDER BY id", (first, behind)
    )
    for number, source, target in found:
        rows.append((number, (source, target)))
        size += min(len(source), LONGEST) + min(len(target), LONGEST)
        if size > BATCH:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows


def _rows(
    number: int, entries: NDArray[np.uint64], tokens: NDArray[np.uint16]
) -> Iterator[tuple[int, int, int, bytes]]:
    """The rows of a segment, ascending: key, the one before it, checksum and units."""
    low = number << SHIFT
    found = entries >> np.uint64(16)
    starts = np.flatnonzero(np.diff(found, prepend=np.uint64(0)))
    keys = (found[starts] | np.uint64(low)).tolist()
    units = entries.astype("<u2").tobytes()
    edges = [2 * start for start in starts.tolist()] + [len(units)]
    every = ((key, units[edges[k] : edges[k + 1]]) for k, key in enumerate(keys))
    own = [(low | lengths(side), tokens[k].astype("<u2").tobytes()) for k, side in enumerate(SIDES)]
    before = -1
    for key, held in merge(own, every):
        yield key, before, sums.entry(key, before, held), held
        before = key


def checked(connection: sqlite3.Connection) -> None:
    """DatabaseError where a row of the index is damaged or missing."""
    for segment in segments(connection):
        for _ in _rows_from(connection, segment, segment.number << SHIFT):
            pass

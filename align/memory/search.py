"""What a translator asks of the memory: has this been translated, something like it, and how is this phrase translated?

All searches take a store that is open for reading, or writing, and see one state of it. `duplicates` shows the units as well that
another unit with the same content comes before. Units that are not indexed yet are looked through one by one, the first 10,000
of them; `align.memory.index.waiting` tells how many there are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice

from align.memory.candidates import alike, having, same, tail
from align.memory.index import segments, snapshot
from align.memory.keys import key, normal
from align.memory.phrases import query
from align.memory.similarity import Judge
from align.memory.store import Store
from align.model import Unit

STEP = 100
"""Units that are fetched at once."""
READ = 1_000
"""Units that a concordance search of several words reads for some that have them in one phrase, if it has enough others."""
MOST = 4_000
"""Units that it reads at most."""


@dataclass(frozen=True, slots=True)
class Match:
    """A unit that was found."""

    id: int
    """In the store."""
    unit: Unit
    score: float
    """Per cent."""
    places: tuple[tuple[int, int], ...] = ()
    """What was found in the text of the side that was searched: half-open, in order, apart from each other."""


Hit = tuple[int, float, tuple[tuple[int, int], ...]]


def exact(
    store: Store, text: str, side: str = "source", *, limit: int = 100, duplicates: bool = False
) -> tuple[Match, ...]:
    """The units whose side is `text`, white space aside, by id; each has 100 per cent."""
    with snapshot(store) as connection:
        wanted = normal(text)
        if side == "source":
            ids: Iterable[int] = (
                row[0]
                for row in connection.execute("SELECT id FROM units WHERE source_key = ? ORDER BY id", (key(wanted),))
            )
        else:
            ids = same(connection, text, side)
        found = (
            (number, found) for number, found in _texts(connection, ids, side, duplicates) if normal(found) == wanted
        )
        hits = [(number, 100.0, ((0, len(found)),)) for number, found in islice(found, limit)]
        return _matches(store, hits)


def fuzzy(
    store: Store, text: str, side: str = "source", *, least: float = 70, limit: int = 10, duplicates: bool = False
) -> tuple[Match, ...]:
    """The units whose side is alike (align.memory.similarity) by `least` per cent or more, the best first, then by id.

    None is missed as long as the text has no more than ASKED terms and no more than COMPARED units could, by the terms that they share
    with it, be better than the last that is found.
    """
    with snapshot(store) as connection:
        known = segments(connection)
        judge = Judge(text)
        hits: list[Hit] = []

        def compare(ids: list[int], floor: float) -> None:
            for number, other in _texts(connection, ids, side, duplicates):
                if score := judge.similarity(other, floor):
                    hits.append((number, score, ()))

        compare(list(tail(connection, known)), max(least, 0.01))
        ids, bounds = alike(connection, known, judge, side, least)
        for k in range(0, len(ids), STEP):
            hits = nlargest(limit, hits, key=lambda hit: (hit[1], -hit[0]))
            floor = hits[-1][1] if len(hits) == limit else max(least, 0.01)
            if len(hits) == limit and bounds[k] < floor:
                break
            compare(ids[k : k + STEP], floor)
        return _matches(store, sorted(hits, key=lambda hit: (-hit[1], hit[0]))[:limit])


def concordance(
    store: Store, text: str, side: str = "source", *, limit: int = 20, duplicates: bool = False
) -> tuple[Match, ...]:
    """The units that have all words of `text` on a side, in any order (align.memory.phrases), with the places of the words.

    First those that have them in one phrase, with a score of 100, then those that do not, with 50, each by id. A text without
    letter or digit finds nothing. Of words that many units have, only the first READ units with them are read, at most MOST where
    most of these have them otherwise than in the phrase asked for.
    """
    wanted = query(text)
    if not wanted.words:
        return ()
    with snapshot(store) as connection:
        phrases: list[Hit] = []
        others: list[Hit] = []
        texts = _texts(connection, having(connection, wanted, side), side, duplicates)
        for read, (number, found) in enumerate(texts, 1):
            spans, together = wanted.hits(found)
            if spans:
                (phrases if together else others).append((number, 100.0 if together else 50.0, spans))
            if len(phrases) == limit or (read >= READ and len(phrases) + len(others) >= limit) or read >= MOST:
                break
        return _matches(store, (phrases + others)[:limit])


def _texts(
    connection: sqlite3.Connection, ids: Iterable[int], side: str, duplicates: bool
) -> Iterator[tuple[int, str]]:
    """The texts of some units that are still there, in their order."""
    some = iter(ids)
    unique = "" if duplicates else " AND first IS NULL"
    while chunk := list(islice(some, STEP)):
        marks = ",".join("?" * len(chunk))
        rows = connection.execute(f"SELECT id, {side} FROM units WHERE id IN ({marks}){unique}", chunk)
        found: dict[int, str] = dict(rows.fetchall())
        yield from ((number, found[number]) for number in chunk if number in found)


def _matches(store: Store, hits: Sequence[Hit]) -> tuple[Match, ...]:
    marks = ",".join("?" * len(hits))
    ids = sorted(number for number, _, _ in hits)
    units = dict(zip(ids, store.units(f"units.id IN ({marks})", ids), strict=True))
    return tuple(Match(number, units[number], score, spans) for number, score, spans in hits)

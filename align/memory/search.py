"""What a translator asks of the memory: has this been translated, something like it, and how is this phrase translated?

All searches take a store that is open for reading, or writing, and see one state of it. `duplicates` shows the units as well that
another unit with the same content comes before. Units that are not indexed yet are looked through one by one, the first TAIL of
them; `align.memory.index.waiting` tells how many there are.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from align.memory.index import SIZE, Segment, between, places, segments, sizes, snapshot
from align.memory.keys import key, normal
from align.memory.phrases import Query, query
from align.memory.similarity import Judge
from align.memory.store import Store
from align.memory.terms import lengths, of, single, word
from align.model import Unit

TAIL = 10_000
"""Units that are looked through without the index."""
STEP = 100
"""Units that are fetched at once."""
COMPARED = 500
"""Units that a fuzzy search fetches at most, the most promising first."""
READ = 1_000
"""Units that a concordance search of several words reads for some that have them in one phrase, if it has enough others."""
MOST = 5_000
"""Units that it reads at most."""
POSTINGS = 3_000_000
"""Entries of the index that a fuzzy search counts at most: the terms that most units have are left out."""
SAMPLE = 4
"""Segments by which it is told how rare a term is."""
ASKED = 300
"""Terms of a text that are looked up at most."""
FEW = 50
"""Candidates of a segment that are not worth reducing further by a term that many words have."""


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
            ids = _same(connection, text, side)
        found = (
            (number, found) for number, found in _texts(connection, ids, side, duplicates) if normal(found) == wanted
        )
        hits = [(number, 100.0, ((0, len(found)),)) for number, found in islice(found, limit)]
        return _matches(store, hits)


def fuzzy(
    store: Store, text: str, side: str = "source", *, least: float = 70, limit: int = 10, duplicates: bool = False
) -> tuple[Match, ...]:
    """The units whose side is alike (align.memory.similarity) by `least` per cent or more, the best first, then by id.

    None is missed as long as the text has no more than ASKED terms and no more than COMPARED units could be better than the last.
    """
    with snapshot(store) as connection:
        known = segments(connection)
        judge = Judge(text)
        hits: list[Hit] = []

        def compare(ids: list[int], floor: float) -> None:
            for number, other in _texts(connection, ids, side, duplicates):
                if score := judge.similarity(other, floor):
                    hits.append((number, score, ()))

        rest = list(islice(_tail(connection, known), TAIL))
        compare(rest, max(least, 0.01))
        ids, bounds = _alike(connection, known, judge, side, least)
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
        texts = _texts(connection, _having(connection, wanted, side), side, duplicates)
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


def _tail(connection: sqlite3.Connection, known: list[Segment]) -> Iterator[int]:
    """The units behind the index."""
    rows = connection.execute("SELECT id FROM units WHERE id >= ? ORDER BY id", (known[-1].behind if known else 0,))
    return (number for (number,) in rows)


def _array(found: bytes) -> NDArray[np.uint16]:
    return np.frombuffer(found, dtype="<u2")


def _same(connection: sqlite3.Connection, text: str, side: str) -> Iterator[int]:
    """Units that have all tokens of a text and as many."""
    known, judge = segments(connection), Judge(text)
    numbers = {word(side, found, True)[0][0] for found in judge.numbers}
    asked = sorted({*of(side, judge.tokens), *numbers})[:ASKED]
    for segment in known:
        found = places(connection, segment, [*asked, lengths(side)])
        tokens = _array(found.pop(lengths(side)))
        if len(found) == len(asked):
            have = _counts(found.values(), len(tokens)) == len(asked)
            yield from (np.flatnonzero(have & (tokens == min(len(judge.tokens), 65535))) + segment.first).tolist()
    yield from islice(_tail(connection, known), TAIL)


def _alike(
    connection: sqlite3.Connection, known: list[Segment], judge: Judge, side: str, least: float
) -> tuple[list[int], list[float]]:
    """Units that may be alike by `least` per cent with the most that it can be, the highest first, then by id.

    An edit of one token changes two pairs of syllables, or one word: so many terms as are not shared tell of an edit at least,
    and so does the difference in length.
    """
    size = len(judge.tokens)
    used = _rarest(connection, known, of(side, judge.tokens)[:ASKED])
    each = 2 if any(single(token) for token in judge.tokens) else 1
    needed = _needed(size, len(used), each, max(least, 1.0))
    found: list[NDArray[np.int64]] = []
    bounds: list[NDArray[np.float64]] = []
    for segment in known if used else ():
        have = places(connection, segment, [*used, lengths(side)])
        tokens = _array(have.pop(lengths(side)))
        shared = _counts(have.values(), len(tokens))
        units = np.flatnonzero(shared >= needed[tokens])
        other = tokens[units].astype(np.int64)
        longer = np.maximum(other, size)
        edits = np.maximum(np.abs(other - size), -((shared[units] - len(used)) // each))
        found.append(units + segment.first)
        bounds.append(100 * (longer - edits) / longer)
    if not found:
        return [], []
    ids, most = np.concatenate(found), np.concatenate(bounds)
    order = np.lexsort((ids, -most))[:COMPARED]
    return ids[order].tolist(), most[order].tolist()


def _needed(size: int, terms: int, each: int, least: float) -> NDArray[np.int64]:
    """For each number of tokens that a unit can have the terms that it must share to be alike by `least` per cent."""
    other = np.arange(1 << 16)
    edits = (np.maximum(other, size) * (100 - least) / 100 + 1e-9).astype(np.int64)
    return np.where(np.abs(other - size) <= edits, np.maximum(terms - each * edits, 1), 1 << 16)


def _rarest(connection: sqlite3.Connection, known: list[Segment], asked: list[int]) -> list[int]:
    """Of some terms the rarest, as long as all have about POSTINGS entries at most, by some of the segments."""
    sample = known[:: 1 + len(known) // SAMPLE]
    entries: Counter[int] = Counter(dict.fromkeys(asked, 0))
    for segment in sample:
        entries.update(sizes(connection, segment, asked))
    found: list[int] = []
    left = POSTINGS * len(sample)
    for term, many in sorted(entries.items(), key=lambda item: (item[1], item[0])):
        left -= many * len(known)
        if left < 0 and found:
            break
        found.append(term)
    return found


def _counts(found: Iterable[bytes], size: int) -> NDArray[np.int64]:
    """How many of some lists each unit is in."""
    return np.bincount(_array(b"".join(found)), minlength=size)


def _having(connection: sqlite3.Connection, wanted: Query, side: str) -> Iterator[int]:
    """Units that may have all words, by id."""
    known = segments(connection)
    terms, ranges = wanted.terms(side)
    for segment in known:
        sure = places(connection, segment, terms)
        if len(sure) < len(terms):
            continue
        have = _counts(sure.values(), SIZE) == len(terms)
        for k, (first, last) in enumerate(ranges):
            if (k or terms) and np.count_nonzero(have) <= FEW:
                break
            some = np.zeros(SIZE, dtype=np.bool_)
            some[_array(between(connection, segment, first, last))] = True
            have &= some
        yield from (np.flatnonzero(have) + segment.first).tolist()
    yield from islice(_tail(connection, known), TAIL)

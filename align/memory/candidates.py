"""The units that a search has to look at, by the terms of the index: some may not be there any more or not be what is asked for."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from align.memory.index import SIZE, Segment, between, places, segments, sizes
from align.memory.phrases import Query
from align.memory.similarity import Judge
from align.memory.terms import lengths, of, single, word

TAIL = 10_000
"""Units that are looked through without the index."""
COMPARED = 500
"""Units that a fuzzy search fetches at most, the most promising first."""
POSTINGS = 3_000_000
"""Entries of the index that a fuzzy search counts at most: the terms that most units have are left out."""
SAMPLE = 4
"""Segments by which it is told how rare a term is."""
ASKED = 300
"""Terms of a text that are looked up at most."""
RARE = 3
"""Terms of a text that are enough to find that very text by."""
FEW = 50
"""Candidates of a segment that are not worth reducing further by a term that many words have."""


def tail(connection: sqlite3.Connection, known: list[Segment]) -> Iterator[int]:
    """The units behind the index, TAIL of them at most."""
    rows = connection.execute("SELECT id FROM units WHERE id >= ? ORDER BY id", (known[-1].behind if known else 0,))
    return (number for (number,) in islice(rows, TAIL))


def _array(found: bytes) -> NDArray[np.uint16]:
    return np.frombuffer(found, dtype="<u2")


def same(connection: sqlite3.Connection, text: str, side: str) -> Iterator[int]:
    """Units that have the rarest tokens of a text and as many tokens, among them all that have the text."""
    known, judge = segments(connection), Judge(text)
    numbers = {word(side, found, True)[0][0] for found in judge.numbers}
    asked = sorted({*of(side, judge.tokens), *numbers})[:ASKED]
    for segment in known:
        many = sizes(connection, segment, asked)
        rare = sorted(asked, key=lambda term: many.get(term, 0))[:RARE]
        found = places(connection, segment, [*rare, lengths(side)])
        tokens = _array(found.pop(lengths(side)))
        if len(found) == len(rare):
            have = _counts(found.values(), len(tokens)) == len(rare)
            yield from (np.flatnonzero(have & (tokens == min(len(judge.tokens), 65535))) + segment.first).tolist()
    yield from tail(connection, known)


def alike(
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


def having(connection: sqlite3.Connection, wanted: Query, side: str) -> Iterator[int]:
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
    yield from tail(connection, known)

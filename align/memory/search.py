"""What a translator asks of the memory: has this been translated, something like it, and how is this phrase translated?

All searches take a store that is open for reading, or writing, and see one state of it. `duplicates` shows the units as well that
another unit with the same content comes before. Units that are not indexed yet are looked through one by one, the first 10,000
of them; `align.memory.index.waiting` tells how many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice

from align.memory.candidates import alike, having, same, tail
from align.memory.index import segments
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
    """What was found in the text that was searched: half-open, in order, apart from each other."""


Documents = Callable[[int], bool] | None
"""Which documents are searched, by their numbers; None for all."""
Hit = tuple[int, float, tuple[tuple[int, int], ...]]


def exact(
    store: Store, text: str, side: str = "source", *, limit: int = 100, duplicates: bool = False, of: Documents = None
) -> tuple[Match, ...]:
    """The units whose side is `text`, white space aside, by id; each has 100 per cent."""
    with store.snapshot() as connection:
        wanted = normal(text)
        ids: Iterable[int] = same(connection, text, side)
        if side == "source":  # those behind the index, too
            rows = connection.execute("SELECT id FROM units WHERE source_key = ?", (key(wanted),))
            ids = sorted({*ids, *(number for (number,) in rows)})
        found = (
            (number, found) for number, found in _texts(store, ids, side, duplicates, of) if normal(found) == wanted
        )
        hits = [(number, 100.0, ((0, len(found)),)) for number, found in islice(found, limit)]
        return _matches(store, hits)


def fuzzy(
    store: Store,
    text: str,
    side: str = "source",
    *,
    least: float = 70,
    limit: int = 10,
    duplicates: bool = False,
    of: Documents = None,
) -> tuple[Match, ...]:
    """The units whose side is alike (align.memory.similarity) by `least` per cent or more, the best first, then by id.

    None is missed as long as the text has no more than ASKED terms and no more than COMPARED units could, by the terms that they share
    with it, be better than the last that is found.
    """
    with store.snapshot() as connection:
        known = segments(connection)
        judge = Judge(text)
        hits: list[Hit] = []

        def compare(ids: list[int], floor: float) -> None:
            for number, other in _texts(store, ids, side, duplicates, of):
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
    store: Store, text: str, side: str = "source", *, limit: int = 20, duplicates: bool = False, of: Documents = None
) -> tuple[Match, ...]:
    """The units that have all words of `text` on a side, in any order (align.memory.phrases), with the places of the words.

    First those that have them in one phrase, with a score of 100, then those that do not, with 50, each by id. A text without
    letter or digit finds nothing. Of words that many units have, only the first READ units with them are read, at most MOST where
    most of these have them otherwise than in the phrase asked for.
    """
    wanted = query(text)
    if not wanted.words:
        return ()
    with store.snapshot() as connection:
        phrases: list[Hit] = []
        others: list[Hit] = []
        texts = _texts(store, having(connection, wanted, side), side, duplicates, of)
        for read, (number, found) in enumerate(texts, 1):
            spans, together = wanted.hits(found)
            if spans:
                (phrases if together else others).append((number, 100.0 if together else 50.0, spans))
            if len(phrases) == limit or (read >= READ and len(phrases) + len(others) >= limit) or read >= MOST:
                break
        return _matches(store, (phrases + others)[:limit])


def _texts(store: Store, ids: Iterable[int], side: str, duplicates: bool, of: Documents) -> Iterator[tuple[int, str]]:
    """The texts of some units that are still there, in their order."""
    some = iter(ids)
    while chunk := list(islice(some, STEP)):
        for number, row in store.found(chunk).items():
            if (duplicates or row.first is None) and (of is None or of(row.document)):
                yield number, row.source if side == "source" else row.target


def _matches(store: Store, hits: Sequence[Hit]) -> tuple[Match, ...]:
    rows = store.found([number for number, _, _ in hits])
    units = dict(zip(rows, store.delivered(rows.values()), strict=True))
    return tuple(Match(number, units[number], score, spans) for number, score, spans in hits)

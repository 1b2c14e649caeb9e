"""Sets: documents that are the translations of one source, and which of their units are variants of one unit.

The store keeps pairs of texts, so that all that is done with pairs (search, duplicates, flags, checksums) is done with these too. A
row here says of a document which set it is in, and for each of its units the number of the group that it is in, its *tie*. In a
build a group is what the translations have of the same segments of the source: several units of a document in one group are its
parts, in their order. A document of which the others were forgotten is a pair of languages like any other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from align.memory import sums
from align.memory.records import Described

NUMBER = np.dtype("<u4")
"""Of a tie."""


class Sets:
    """The sets of a store while its documents are gone through, in ascending order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.rows: Iterator[tuple[int, str, bytes, int]] = connection.cursor().execute(
            "SELECT document, identity, ties, sum FROM sets ORDER BY document"
        )
        self.next = next(self.rows, None)
        self.sums: list[int] = []

    def put(self, document: Described) -> Described:
        """A document with its set and the ties of its units, where it is in one. DatabaseError where that is damaged."""
        if self.next is None or self.next[0] != document.number:
            return document
        number, identity, data, found = self.next
        _, ties = read(number, identity, data, found, document.size)
        self.sums.append(found)
        self.next = next(self.rows, None)
        return replace(document, record=replace(document.record, set=identity), ties=ties)


def row(document: int, identity: str, ties: Sequence[int]) -> tuple[int, str, bytes, int]:
    """As the table has it."""
    data = np.array(ties, dtype=NUMBER).tobytes()
    return document, identity, data, sums.tied(document, identity, data)


def read(document: int, identity: str, data: bytes, found: int, size: int) -> tuple[str, tuple[int, ...]]:
    """What a row says. DatabaseError where that is not what was written."""
    if not sums.fits(found, sums.tied, document, identity, data) or len(data) != size * NUMBER.itemsize:
        raise sqlite3.DatabaseError(f"the variants of document {document} are not what was written")
    return identity, tuple(np.frombuffer(data, dtype=NUMBER).tolist())

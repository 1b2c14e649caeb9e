"""What units say of themselves, in a table of its own: a row for those that say anything, and no cost for all others."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from align.about import About, from_dict, to_dict
from align.memory import sums
from align.memory.records import Described
from align.memory.sums import Plain

ROW = tuple[int, str, int]


class Reading:
    """The rows of a store while its units are gone through, in ascending order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.rows: Iterator[ROW] = connection.cursor().execute("SELECT unit, about, sum FROM told ORDER BY unit")
        self.next = next(self.rows, None)
        self.sums: list[int] = []

    def put(self, document: Described, units: Sequence[Plain]) -> Described:
        """A document with what is told of these of its units, which are all. DatabaseError where that is damaged."""
        if self.next is None or not units or self.next[0] > units[-1][0]:
            return document
        ids = {row[0] for row in units}
        found: dict[int, About] = {}
        while self.next and self.next[0] <= units[-1][0]:
            unit = self.next[0]
            if unit not in ids:
                raise sqlite3.DatabaseError(f"something is told of unit {unit}, which is not there")
            found[unit] = read(self.next)
            self.sums.append(self.next[2])
            self.next = next(self.rows, None)
        return replace(document, told=found)

    def end(self) -> None:
        """DatabaseError where something is told of units that are not there."""
        if self.next:
            raise sqlite3.DatabaseError(f"something is told of unit {self.next[0]}, which is not there")


def row(unit: int, about: About) -> ROW:
    """As the table has it."""
    said = json.dumps(to_dict(about), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace").decode()
    return unit, said, sums.said(unit, said)


def read(row: ROW) -> About:
    """What a row says. DatabaseError where that is not what was written."""
    unit, said, found = row
    if not sums.fits(found, sums.said, unit, said):
        raise sqlite3.DatabaseError(f"what is told of unit {unit} is not what was written")
    return from_dict(json.loads(said))


def of(connection: sqlite3.Connection, units: Iterable[int]) -> dict[int, About]:
    """What is told of some units, by their ids."""
    found = {}
    for unit in units:
        said = connection.execute("SELECT unit, about, sum FROM told WHERE unit = ?", (unit,)).fetchone()
        if said:
            found[unit] = read(said)
    return found

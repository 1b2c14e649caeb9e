"""Checksums of what a store says, for every row: no damage is taken for a unit."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from zlib import crc32

from align.errors import FormatError

_NUMBERS = struct.Struct("<qqdqqqqq").pack
_ENTRY = struct.Struct("<qq").pack


class Row(NamedTuple):
    """A unit as its table has it."""

    id: int
    document: int
    bead: str
    source: str
    target: str
    confidence: float
    flags: int
    findings: str
    source_key: int
    key: int
    skeleton: int
    first: int | None
    sum: int


COLUMNS = ", ".join(Row._fields)
CONFIDENCE, FLAGS, FIRST = map(Row._fields.index, ("confidence", "flags", "first"))
"""Places in a row that is a plain tuple, as those of an export are: names would cost as much as the reading."""
Plain = tuple[Any, ...]


def unit(
    id: int,
    document: int,
    bead: str,
    source: str,
    target: str,
    confidence: float,
    flags: int,
    findings: str,
    source_key: int,
    key: int,
    skeleton: int,
    first: int | None,
) -> int:
    """Of all that is said of a unit."""
    numbers = _NUMBERS(id, document, confidence, flags, source_key, key, skeleton, first or 0)
    return crc32(f"{bead}\0{source}\0{target}\0{findings}".encode(), crc32(numbers))


def whole(rows: Iterable[Plain]) -> bool:
    """Whether the rows of units are as they were written."""
    try:  # what `unit` does, without a call: every row of an export comes by here
        for (
            id,
            document,
            bead,
            source,
            target,
            confidence,
            flags,
            findings,
            source_key,
            key,
            skeleton,
            first,
            found,
        ) in rows:
            numbers = crc32(_NUMBERS(id, document, confidence, flags, source_key, key, skeleton, first or 0))
            if crc32(f"{bead}\0{source}\0{target}\0{findings}".encode(), numbers) != found:
                return False
    except (struct.error, TypeError, UnicodeError):  # a number that is none any more
        return False
    return True


def said(*values: object) -> int:
    """Of texts, numbers and None."""
    return crc32(json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def value(name: str, data: bytes) -> int:
    """Of one of the store's own values."""
    return crc32(data, crc32(name.encode()))


def entry(term: int, before: int, places: bytes) -> int:
    """Of a term of the index, with the term before it."""
    return crc32(places, crc32(_ENTRY(term, before)))


def tied(document: int, identity: str, ties: bytes) -> int:
    """Of which set a document is in, and of the ties of its units."""
    return crc32(ties, crc32(f"{document}\0{identity}".encode()))


def fits(found: object, of: Callable[..., int], *values: object) -> bool:
    """Whether a checksum is that `of` some values, of which any may be anything."""
    try:
        return of(*values) == found
    except (struct.error, TypeError, AttributeError, ValueError):
        return False


def damaged(path: str, what: str) -> FormatError:
    """What is raised wherever damage is met."""
    return FormatError(path, f"a damaged store: {what}", "`align tm verify STORE` says what is whole")

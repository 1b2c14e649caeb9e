"""What a task has made, as a file: whole or not there, and known to be whole when it is read.

JSON, one pair a line, and a last line with the hash of the others, since a power cut may leave a file shorter than it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import IO

from align.about import NOTHING, from_dict, to_dict
from align.corpus.work import Done
from align.errors import OutputError
from align.files import save
from align.memory.records import Entry, Record


def write(path: Path, found: Iterable[Done]) -> None:
    """Write what came of a task's pairs. OutputError where there is no room."""
    lines = [
        json.dumps([asdict(done.record), [_row(e) for e in done.entries], done.notes, done.sentences]) for done in found
    ]
    body = "".join(f"{line}\n" for line in lines).encode()

    def put(out: IO[bytes]) -> None:
        out.write(body + sha256(body).hexdigest().encode() + b"\n")

    try:
        save(str(path), put)
    except OutputError as fault:
        raise OutputError(fault.where, fault.what, "make room, and run the same command again") from None


def read(path: Path) -> list[Done] | None:
    """What is in a shard; None where it is not there or not whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    body, _, last = data.rstrip(b"\n").rpartition(b"\n")
    body += b"\n" if body else b""
    if sha256(body).hexdigest().encode() != last:
        return None
    return [_done(json.loads(line)) for line in body.splitlines()]


def _row(entry: Entry) -> list[object]:
    row = [entry.bead, entry.source, entry.target, entry.confidence, entry.flags, entry.findings, entry.tie]
    return [*row, to_dict(entry.about)] if entry.about else row


def _done(value: list) -> Done:  # type: ignore[type-arg]
    record, entries, notes, sentences = value
    record["meta"] = tuple(map(tuple, record["meta"]))
    rows = map(_entry, entries)
    return Done(Record(**record), tuple(rows), tuple(notes), sentences)


def _entry(row: list) -> Entry:  # type: ignore[type-arg]
    bead, source, target, confidence, flags, found, *more = row
    about = from_dict(more.pop()) if len(more) > 1 else NOTHING
    return Entry(bead, source, target, confidence, flags, tuple(map(tuple, found)), more[0] if more else 0, about)

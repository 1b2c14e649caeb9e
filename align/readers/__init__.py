"""From a file's bytes to a document. A reader is a file here, which is scanned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from align.folders import Folder
from align.model import Document
from align.readers import dates
from align.readers.decoding import decode
from align.readers.positions import line_starts
from align.readers.text_builder import Tape
from align.readers.unread import refuse
from align.tags import canonical

HUGE = 100_000
"""Characters of a line that is worth a warning."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What a reader says of itself, at the end of its file: READER = Reader(...)."""

    extensions: tuple[str, ...]
    read: Callable[..., Any]
    """(data, name) -> Parsed"""
    place: int = 1000
    """Which is asked first, where two have an extension."""
    decoded: Callable[..., str] | None = None
    """(data, name) -> the file as text, into which the map of its document leads; None: as any text is decoded."""


READERS = Folder(__name__, "READER", Reader)
"""Name -> reader."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a reader gives: the text on its tape, and what the file says of itself."""

    tape: Tape
    date: date | None = None
    title: str | None = None
    lang: str = ""


def read(data: bytes, name: str, *, lang: str = "") -> tuple[Document, tuple[str, ...]]:
    """The document in a file's bytes, not yet segmented, and warnings of one line each.

    The publication date is the metadata's, else that of a line such as 입력 2024.11.07. InputError where the file cannot
    be read, or is of a kind that is no text (PDF); one of an unknown extension is plain text.
    """
    parsed: Parsed = _reader(name).read(data, name)
    text = parsed.tape.text()
    document = Document(
        name=name,
        lang=canonical(lang or parsed.lang),
        text=text,
        date=parsed.date or dates.in_text(text),
        title=parsed.title,
        sha256=sha256(data).hexdigest(),
        map=parsed.tape.map(),
        file_lines=line_starts(parsed.tape.file),
        codes=tuple(parsed.tape.codes),
    )
    return document, tuple(_notes(document, parsed.tape.replaced))


def decoded(data: bytes, name: str) -> str:
    """The file as text, into which the map of its document leads; of a Word file "", as what is in it has no such text."""
    text: str = (_reader(name).decoded or decode)(data, name)
    return text


def readable(name: str) -> bool:
    """Whether a file's extension is that of a reader; every other one is plain text."""
    return _extension(name) in {extension for reader in READERS.values() for extension in reader.extensions}


def _reader(name: str) -> Reader:
    extension = _extension(name)
    found = next((reader for reader in READERS.values() if extension in reader.extensions), None)
    if found is None:
        refuse(name, extension)
    return found or READERS["text"]


def _extension(name: str) -> str:
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def _notes(document: Document, replaced: int) -> list[str]:
    notes = []
    if not document.text.strip():
        notes.append(f"{document.name}: no text in it")
    if replaced:
        notes.append(
            f"{document.name}: {replaced} control character{'s'[: replaced > 1]} (NUL and the like) read as spaces"
        )
    if (longest := max(map(len, document.text.split("\n")))) > HUGE:
        notes.append(f"{document.name}: a line of {longest:,} characters")
    return notes

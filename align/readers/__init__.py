"""From a file's bytes to a document. A reader is one file and one line here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib import import_module
from types import ModuleType

from align.model import Document
from align.readers import dates
from align.readers.decoding import decode
from align.readers.positions import line_starts
from align.readers.text_builder import Tape
from align.tags import canonical

READERS = {
    "txt": "align.readers.text",
    "md": "align.readers.markdown",
    "markdown": "align.readers.markdown",
    "html": "align.readers.html",
    "htm": "align.readers.html",
    "xhtml": "align.readers.html",
    "docx": "align.readers.docx",
}
"""Extension -> module with `read(data, name) -> Parsed`; every other extension is plain text."""
HUGE = 100_000
"""Characters of a line that is worth a warning."""


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
    be read.
    """
    parsed: Parsed = _module(name).read(data, name)
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
    )
    return document, tuple(_notes(document, parsed.tape.replaced))


def decoded(data: bytes, name: str) -> str:
    """The file as text, into which the map of its document leads; of a Word file "", as what is in it has no such text."""
    module = _module(name)
    if module.__name__ == READERS["docx"]:
        return ""
    text: str = getattr(module, "decoded", decode)(data, name)
    return text


def _module(name: str) -> ModuleType:
    extension = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    return import_module(READERS.get(extension, "align.readers.text"))


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

"""What the readers of translation memories and XLIFF share: from units of parallel text to an alignment.

Both documents of it lie in the one file, and their lines are that file's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from typing import Any

from align.bead_order import ordered
from align.errors import FormatError
from align.formats.text import content
from align.formats.xml_text import DAMAGED, UNDECLARED, decoder, repaired
from align.model import Alignment, Bead, Document, Segment
from align.readers.positions import line_starts
from align.trees import parser, tag

CONFIDENCE = re.compile(r"[01]\.\d+$")
SPECIAL = re.compile("[&<>]")
FAR = 100_000
"""Characters past which the text of a unit is not looked for."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A source text and its translation, either may be "", and the lines that they are on in their file."""

    source: str
    target: str
    line: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class File:
    """A file that holds alignments: as text, with the offsets of its lines, and the hash of its bytes."""

    text: str
    lines: tuple[int, ...]
    sha256: str

    @classmethod
    def of(cls, data: bytes, name: str) -> File:
        """The file, in the encoding that it declares."""
        text = decoder(data, name, whole=True)(data, True)
        return cls(text, line_starts(text), sha256(data).hexdigest())


def aligned(units: Sequence[Unit], name: str, langs: tuple[str, str], file: File) -> Alignment:
    """The alignment of an article's units, in file order; a unit with one side is a null bead.

    Lines are those of the file, and columns too where it has the text as it is; where there are codes in it they are
    counted from the beginning of the unit's line.
    """
    sides = _Side(), _Side()
    beads = []
    cursor = 0
    for k, unit in enumerate(units):
        cursor = max(cursor, file.lines[min(unit.line, len(file.lines)) - 1])
        following = units[k + 1].line if k + 1 < len(units) else 0
        end = file.lines[following - 1] if unit.line < following <= len(file.lines) else cursor + FAR
        held, ends = [], [cursor]
        for side, text in zip(sides, (unit.source, unit.target), strict=True):
            plain = " ".join(text.split())
            at = file.text.find(f">{content(plain)}<", cursor, end) + 1
            held.append(side.add(plain, at or cursor, bool(at)))
            ends.append(at + len(plain) if at else cursor)
        cursor = max(ends)
        if any(held):
            beads.append(Bead(held[0], held[1], unit.confidence))
    source, target = (
        Document(
            name,
            lang,
            "\n".join(side.texts),
            tuple(side.segments),
            None,
            None,
            file.sha256,
            tuple(side.map) or ((0, 0),),
            file.lines,
        )
        for side, lang in zip(sides, langs, strict=True)
    )
    return Alignment(source, target, tuple(ordered(beads)))


@dataclass(slots=True)
class _Side:
    """A document as it grows, a segment a line."""

    texts: list[str] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    map: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, at: int, whole: bool) -> tuple[int, ...]:
        """The segment of a text that is at `at` of the file, `whole` but for &lt; and the like; none of an empty one."""
        if not text:
            return ()
        start = self.length
        self.map.append((start, at))
        if whole:
            shift = 0
            for special in SPECIAL.finditer(text):
                shift += len(content(special[0])) - 1
                self.map.append((start + special.end(), at + special.end() + shift))
        self.texts.append(text)
        self.segments.append(Segment(start, start + len(text), len(self.segments)))
        self.length += len(text) + 1
        return (len(self.segments) - 1,)


def tree(data: bytes, name: str) -> Any:
    """The root of an XML file; FormatError for one that is not well formed or declares entities, and no network is touched."""
    from lxml import etree

    try:
        root: Any = etree.parse(BytesIO(repaired(data, name).encode("utf-8", "replace")), parser()).getroot()
    except etree.XMLSyntaxError as error:
        what = "an empty file" if not data.strip() else f"not well-formed XML: {error.msg}"
        raise FormatError(f"{name}:{error.lineno or 1}", what, "repair the file there") from error
    internal = root.getroottree().docinfo.internalDTD
    if internal is not None and any(True for _ in internal.iterentities()):
        raise FormatError(name, "declares entities", "they are not read, for safety; replace them by their text")
    for mark in root.iter(etree.ProcessingInstruction):
        if mark.target == DAMAGED and mark.text.startswith(UNDECLARED):
            raise FormatError(f"{name}:{mark.sourceline}", mark.text, "replace it by its text")
    return root


def child(element: Any, name: str) -> Any:
    """The first child of that name, None where there is none."""
    return next((inner for inner in element if tag(inner) == name), None)


def confidence(notes: Iterable[Any]) -> float:
    """The confidence that our own writers put into a note, 1 where there is none."""
    for note in notes:
        if note.get("category") == "confidence" or note.get("from") == "align":
            match = CONFIDENCE.search(note.text or "")
            if match:
                return float(match[0])
    return 1.0


def text(element: Any, codes: frozenset[str]) -> str:
    """The text of an element, "" for None: what is in `codes` is a code and not text but for its sub-flows."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for inner in element:
        name = tag(inner)
        if getattr(inner, "target", "") == DAMAGED:
            parts.append("\ufffd")
        elif name == "cp":  # a character that XML cannot hold
            parts.append(" ")
        elif name in codes:
            pass  # what is in it is a code, and a sub-flow of one is a text apart
        elif name:
            parts.append(text(inner, codes))
        parts.append(inner.tail or "")
    return "".join(parts)

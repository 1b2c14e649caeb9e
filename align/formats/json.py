"""The alignment file: both texts with their segments, and the beads over them (schema align/1)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import IO, Any

from align.errors import FormatError
from align.files import json_value
from align.formats import Format
from align.formats.options import Options
from align.model import Alignment, Bead, Document, Segment
from align.tags import canonical

SCHEMA = "align/1"


def write(alignments: Iterable[Alignment], out: IO[bytes], options: Options) -> None:
    """One alignment as an object, a bead a line so that two versions can be compared; more than one as a list of them."""
    every = list(alignments)
    texts = [_text(alignment) for alignment in every]
    out.write((texts[0] if len(texts) == 1 else "[\n" + ",\n".join(t.rstrip("\n") for t in texts) + "\n]\n").encode())


def _text(alignment: Alignment) -> str:
    beads = ",\n".join("  " + _dump(_bead(bead)) for bead in alignment.beads)
    return (
        f'{{"schema": {_dump(SCHEMA)},\n "source": {_document(alignment.source)},\n "target": {_document(alignment.target)},\n'
        f' "beads": [\n{beads}\n ],\n "signature": {_dump(alignment.signature)}}}\n'
    )


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _bead(bead: Bead) -> dict[str, object]:
    return {
        "source": bead.source,
        "target": bead.target,
        "confidence": round(bead.confidence, 4),
        "moved": bead.moved,
    }


def _document(document: Document) -> str:
    head: dict[str, Any] = {"name": document.name, "lang": document.lang}
    if document.date:
        head["date"] = document.date.isoformat()
    if document.title:
        head["title"] = document.title
    head |= {"sha256": document.sha256, "text": document.text}
    segments = ",\n   ".join(
        _dump({"start": s.start, "end": s.end, "paragraph": s.paragraph}) for s in document.segments
    )
    tail = f'"map": {_dump(document.map)}, "lines": {_dump(document.file_lines)}'
    return f'{_dump(head)[:-1]},\n  "segments": [\n   {segments}],\n  {tail}}}'


def read(data: bytes, name: str, source: str = "", target: str = "") -> list[Alignment]:
    """The alignments of a file, each in the languages that it has; FormatError says what is wrong with one that is none of ours."""
    del source, target
    value = json_value(data, name, "an alignment file")
    return [_alignment(item, name) for item in (value if isinstance(value, list) else [value])]


def _alignment(value: Any, name: str) -> Alignment:
    if not isinstance(value, dict) or "schema" not in value:
        raise FormatError(name, "not an alignment file", f'it has no "schema": "{SCHEMA}"')
    if value["schema"] != SCHEMA:
        raise FormatError(name, f"an alignment file of schema {value['schema']}", f"this program reads {SCHEMA}")
    try:
        source, target = _read_document(value["source"]), _read_document(value["target"])
        beads = tuple(
            Bead(_numbers(b["source"]), _numbers(b["target"]), _share(b["confidence"]), bool(b["moved"]))
            for b in value["beads"]
        )
        found = Alignment(source, target, beads, str(value.get("signature", "")))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise FormatError(name, f"a damaged alignment file: {type(error).__name__}: {error}") from error
    problem = _problem(found)
    if problem:
        raise FormatError(name, f"a damaged alignment file: {problem}")
    return found


def _read_document(value: dict[str, Any]) -> Document:
    return Document(
        _string(value["name"]),
        canonical(_string(value["lang"])),
        _string(value["text"]),
        tuple(Segment(*_numbers([s["start"], s["end"], s["paragraph"]])) for s in value["segments"]),
        date.fromisoformat(value["date"]) if value.get("date") else None,
        _string(value["title"]) if value.get("title") else None,
        _string(value.get("sha256", "")),
        tuple((a, b) for a, b in map(_numbers, value.get("map", [[0, 0]]))),
        _numbers(value.get("lines", [0])),
    )


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text is expected and not {value!r:.40}")
    return value


def _numbers(value: object) -> tuple[int, ...]:
    """Offsets and the like: a list of whole numbers from 0 on."""
    if not isinstance(value, list) or not all(type(n) is int and n >= 0 for n in value):
        raise TypeError(f"a list of whole numbers is expected and not {value!r:.40}")
    return tuple(value)


def _share(value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise TypeError(f"a confidence from 0 to 1 is expected and not {value!r:.40}")
    return float(value)


def _problem(alignment: Alignment) -> str | None:
    """What does not fit: an offset outside the text, a segment in no bead or in two."""
    for side in ("source", "target"):
        document: Document = getattr(alignment, side)
        if any(not 0 <= s.start <= s.end <= len(document.text) for s in document.segments):
            return f"a {side} segment outside its text"
        for what, steps in (("map", [a for a, _ in document.map]), ("lines", [*document.file_lines])):
            if not steps or steps != sorted(steps):
                return f'"{what}" of the {side} leads from every place of it to the file: one entry at least, in order'
        held = sorted(i for bead in alignment.beads for i in getattr(bead, side))
        if held != list(range(len(document.segments))):
            return f"each {side} segment has to be in exactly one bead"
    return None


FORMAT = Format(("json",), place=10, write=write, read=read)

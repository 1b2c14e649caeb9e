"""The inline codes of an article's units: the marks of Markdown and HTML, as codes of the texts that a bead joins."""

from __future__ import annotations

from collections.abc import Iterator

from align.about import ALONE, NOTHING, About, Code, Told
from align.model import Alignment, Bead, Document
from align.readers.inline_codes import codes


def about(alignment: Alignment, bead: Bead) -> About:
    """The codes of both sides of a bead; the same mark of both has the same id, so that a translator's tool knows it again."""
    source = list(_side(alignment.source, bead.source))
    target = list(_side(alignment.target, bead.target))
    if not source and not target:
        return NOTHING
    known: dict[tuple[str, int], str] = {}
    return About(source=Told(codes=tuple(_named(source, known))), target=Told(codes=tuple(_named(target, known))))


def _side(document: Document, indices: tuple[int, ...]) -> Iterator[tuple[int, str, int, str]]:
    """Offset in the text that the segments make, kind, pair and mark."""
    length = 0
    for index in indices if document.codes else ():
        segment = document.segments[index]
        text = document.text[segment.start : segment.end]
        for code in codes(document, segment):
            yield length + len(_line(text[: code.at])), code.kind, code.pair, code.raw
        length += len(_line(text)) + bool(text)


def _line(text: str) -> str:
    """As formats.text.side has it."""
    return " ".join(text.split()) + " " * (text[-1:].isspace() and bool(text.strip()))


def _named(marks: list[tuple[int, str, int, str]], known: dict[tuple[str, int], str]) -> Iterator[Code]:
    """Codes with ids: the n-th mark that looks so is the n-th that looks so on the other side."""
    seen: dict[str, int] = {}
    pairs: dict[int, str] = {}
    for at, kind, pair, raw in marks:
        if pair in pairs and kind != ALONE:
            yield Code(at, kind, pairs[pair], raw)
            continue
        seen[raw] = seen.get(raw, 0) + 1
        name = known.setdefault((raw, seen[raw]), str(len(known) + 1))
        if pair:
            pairs[pair] = name
        yield Code(at, kind, name, raw)

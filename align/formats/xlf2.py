"""XLIFF 2.1: one document, a file for each article, a unit for each bead."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import IO

from align.formats import Format
from align.formats.options import Options
from align.formats.text import content, first, kind, line, units, xml
from align.formats.xliff_reader import SURE
from align.formats.xliff_reader import read as read
from align.model import Alignment, Unit


def write(alignments: Iterable[Alignment], out: IO[bytes], options: Options) -> None:
    """All alignments of one language pair; beads without a source have no unit, as in XLIFF 1.2."""
    opened = False
    for position, alignment in enumerate(alignments, 1):
        if not opened:
            out.write(_opening(*options.tags(alignment.source.lang, alignment.target.lang)))
            opened = True
        out.write(f'<file id="f{position}" original="{xml(alignment.source.name)}">\n'.encode())
        for number, bead, left, right in units(alignment):
            if left:
                state = "initial" if not right else "reviewed" if bead.confidence >= SURE else "translated"
                written = f"<target>{content(right)}</target>" if right else ""
                out.write(
                    f'<unit id="u{number + 1}"><notes><note category="confidence">{bead.confidence:.4f}</note>'
                    f'<note category="bead">{kind(bead)}</note></notes>'
                    f'<segment state="{state}"><source>{content(left)}</source>{written}</segment></unit>\n'.encode(
                        "utf-8", "replace"
                    )
                )
        if not any(bead.source for bead in alignment.beads):  # a file has to hold a unit
            out.write(b'<unit id="u0"><segment><source></source></segment></unit>\n')
        out.write(b"</file>\n")
    if not opened:
        out.write(_opening(options.source_lang, options.target_lang))
    out.write(b"</xliff>\n")


def write_units(units: Iterable[Unit], out: IO[bytes], options: Options) -> None:
    """All units of one language pair, in their order; a file for each run of one document's."""
    start, every = first(units)
    out.write(_opening(*options.tags(start.source_lang, start.target_lang) if start else options.tags("", "")))
    for position, (document, some) in enumerate(groupby(every, key=lambda unit: unit.document), 1):
        out.write(f'<file id="f{position}" original="{xml(document)}">\n'.encode("utf-8", "replace"))
        for number, unit in enumerate(some, 1):
            state = "reviewed" if unit.confidence >= SURE else "translated"
            notes = [("confidence", f"{unit.confidence:.4f}"), ("bead", unit.bead), ("date", unit.date), *unit.meta]
            notes += [("finding", " ".join(finding)) for finding in unit.findings]
            told = "".join(f'<note category="{xml(name)}">{content(value)}</note>' for name, value in notes if value)
            out.write(
                f'<unit id="u{number}"><notes>{told}</notes><segment state="{state}"><source>{content(line(unit.source))}</source>'
                f"<target>{content(line(unit.target))}</target></segment></unit>\n".encode("utf-8", "replace")
            )
        out.write(b"</file>\n")
    out.write(b"</xliff>\n")


def _opening(source: str, target: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="{xml(source or "und")}" '
        f'trgLang="{xml(target or "und")}">\n'
    ).encode()


FORMAT = Format(("xlf2",), place=70, write=write, read=read)

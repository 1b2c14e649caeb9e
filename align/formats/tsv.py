"""A table: both texts of each bead, nulls with an empty side; tabs and line breaks in a text are spaces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import IO

from align.formats import Format
from align.formats.options import Options
from align.formats.text import line, shape, units
from align.model import Alignment, Unit

HEADER = ("source", "target", "confidence", "bead", "moved", "document")


def write(alignments: Iterable[Alignment], out: IO[bytes], options: Options) -> None:
    """UTF-8 with a header line; the beads of each alignment in canonical order."""
    out.write(("\t".join(HEADER) + "\n").encode())
    for alignment in alignments:
        for _, bead, source, target in units(alignment):
            row = (source, target, f"{bead.confidence:.4f}", shape(bead), str(int(bead.moved)), alignment.source.name)
            out.write(("\t".join(" ".join(cell.split("\t")) for cell in row) + "\n").encode("utf-8", "replace"))


FIELDS = (
    "source",
    "target",
    "source_lang",
    "target_lang",
    "document",
    "bead",
    "confidence",
    "created",
    "date",
    "findings",
    "flags",
)


def write_units(units: Iterable[Unit], out: IO[bytes], options: Options) -> None:
    """A header line, and a line for each unit, where they have more than two languages with a column for each language.

    In a cell several things stand behind each other with "; " between them.
    """
    langs = options.languages
    out.write(("\t".join((*langs, *FIELDS[4:]) if langs else FIELDS) + "\n").encode())
    for unit in units:
        row = (
            *(_columns(unit, langs) if langs else (unit.source, unit.target)),
            *(() if langs else options.tags(unit.source_lang, unit.target_lang)),
            unit.document,
            unit.bead,
            f"{unit.confidence:.4f}",
            unit.created,
            unit.date,
            "; ".join(map(" ".join, unit.findings)),
            "; ".join(unit.flags),
        )
        out.write(("\t".join(map(line, row)) + "\n").encode("utf-8", "replace"))


def _columns(unit: Unit, langs: Sequence[str]) -> list[str]:
    """What it says in each language, "" where it says nothing in one."""
    texts = {unit.source_lang: unit.source, unit.target_lang: unit.target, **dict(unit.variants)}
    return [texts.get(lang, "") for lang in langs]


FORMAT = Format(("tsv",), place=30, write=write, write_units=write_units, variants=True)

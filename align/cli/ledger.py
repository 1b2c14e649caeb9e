"""The names of articles as `align check --names` shows them, and the ledger that keeps them across articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from align.cli.checking import Checked
from align.engine.glossary import entries
from align.files import load, save
from align.readers.decoding import decode
from align.readers.positions import position
from align.reports.width import cells, padded, plain

HEAD = ("name", "kind", "translation", "where")
LEDGER = "source\ttarget\tkind"
"""The first line of a new ledger."""


def table(found: Sequence[Checked]) -> list[tuple[str, ...]]:
    """A row for each name: how the translation writes it, and lines and columns of both files; sections by pair."""
    rows: list[tuple[str, ...]] = []
    for checked in found:
        source, target = checked.report.alignment.source, checked.report.alignment.target
        sides = (source, target)[:: 1 if _heard(checked) == "source" else -1]
        for row in checked.names:
            spots = (f"{_at(sides[0], here)}={_at(sides[1], there)}" for here, there in row.places)
            name = (checked.paths[1],) if len(found) > 1 else ()
            rows.append((plain(row.name), row.kind, "|".join(map(plain, row.forms)), " ".join(spots), *name))
    return rows


def _heard(checked: Checked) -> str:
    """The side that has the names of the table's first column."""
    from align.names.sides import heard

    alignment = checked.report.alignment
    known = heard(alignment.source.lang, alignment.target.lang)
    return known[0] if known else ""


def _at(document: object, offset: int) -> str:
    line, column = position(document, offset)  # type: ignore[arg-type]
    return f"{line}:{column}"


def write(rows: Sequence[tuple[str, ...]], out: IO[bytes], terminal: bool) -> None:
    """A table in columns for a terminal, else tab-separated."""
    head = (*HEAD, "file")[: len(rows[0])] if rows else HEAD
    every = [head, *rows]
    widths = [max(cells(row[k]) for row in every) for k in range(len(head))]
    for row in every:
        line = "  ".join(map(padded, row, widths)).rstrip() if terminal else "\t".join(row)
        out.write(f"{line}\n".encode("utf-8", "replace"))


def update(path: str, found: Iterable[Checked], langs: tuple[str, str]) -> int:
    """Add to the ledger the names that it does not have, with all that the articles write for each; how many they are.

    What stands in it stays as it is, but for its place where its lines are sorted: they are afterwards, too.
    """
    data = load(path) if Path(path).exists() else b""
    known = {entry.source for entry in entries(data, path, *langs)}
    new: dict[str, tuple[str, dict[str, None]]] = {}
    for row in (row for checked in found for row in checked.names):
        if row.name not in known and row.forms:
            _, forms = new.setdefault(row.name, (row.kind, {}))
            forms.update(dict.fromkeys(map(_cell, row.forms)))
    if not new:
        return 0
    lines = [line.rstrip("\r") for line in decode(data, path).rstrip("\r\n").split("\n")] if data.strip() else [LEDGER]
    body = lines[1:] if lines[0] == LEDGER else lines
    added = sorted(f"{_cell(name)}\t{'|'.join(forms)}\t{kind}" for name, (kind, forms) in new.items())
    body = sorted([*body, *added]) if body == sorted(body) else [*body, *added]
    head = [LEDGER] if lines[0] == LEDGER else []
    save(path, lambda out: _put(out, "".join(f"{line}\n" for line in (*head, *body)).encode()))
    return len(new)


def _put(out: IO[bytes], data: bytes) -> None:
    out.write(data)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", " ").split())

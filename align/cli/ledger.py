"""The names of articles as `align check --names` shows them, and the ledger that keeps them across articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from align.cli.check_reports import Checked
from align.engine.glossary import entries
from align.errors import FormatError
from align.files import load, save
from align.readers.decoding import decode
from align.readers.positions import position
from align.reports.width import cells, padded, plain

HEAD = ("name", "kind", "translation", "where")
LEDGER = "source\ttarget\tkind"
"""The first line of a new ledger of one language pair."""


def table(found: Sequence[Checked]) -> list[tuple[str, ...]]:
    """The head, then a row for each name: how the translation writes it, and lines and columns of both files; sections by pair.

    Where a source has several translations, each language has a column, and the lines and columns are the source's.
    """
    langs = languages(found)
    if langs:
        return _columns(found, langs)
    rows: list[tuple[str, ...]] = [(*HEAD, "file") if len(found) > 1 else HEAD]
    for checked in found:
        source, target = checked.report.alignment.source, checked.report.alignment.target
        sides = (source, target)[:: 1 if _heard(checked) == "source" else -1]
        for row in checked.names:
            spots = (f"{_at(sides[0], here)}={_at(sides[1], there)}" for here, there in row.places)
            name = (checked.paths[1],) if len(found) > 1 else ()
            rows.append((plain(row.name), row.kind, "|".join(map(plain, row.forms)), " ".join(spots), *name))
    return rows if len(rows) > 1 else [HEAD]


def languages(found: Sequence[Checked]) -> list[str]:
    """The languages of all translations, [] where each source has one alone."""
    if all(checked.report.facts is None for checked in found):
        return []
    return list(dict.fromkeys(checked.report.alignment.target.lang for checked in found))


def _columns(found: Sequence[Checked], langs: Sequence[str]) -> list[tuple[str, ...]]:
    sources = list(dict.fromkeys(checked.paths[0] for checked in found))
    more = len(sources) > 1
    rows: list[tuple[str, ...]] = [("name", "kind", *langs, "where", *(["file"] if more else []))]
    for path in sources:
        own = [checked for checked in found if checked.paths[0] == path]
        source = own[0].report.alignment.source
        for name, entry in sorted(_entries(own).items(), key=lambda item: (min(item[1].places), item[0])):
            cells = ("|".join(map(plain, entry.forms.get(lang, ()))) for lang in langs)
            where = " ".join(_at(source, place) for place in sorted(entry.places))
            rows.append((plain(name), entry.kind, *cells, where, *([path] if more else [])))
    return rows


@dataclass(slots=True)
class Entry:
    """A name with its renderings in several languages."""

    kind: str = ""
    forms: dict[str, dict[str, None]] = field(default_factory=dict)
    places: set[int] = field(default_factory=set)


def _entries(found: Iterable[Checked]) -> dict[str, Entry]:
    """The names of the sources by their own spelling."""
    every: dict[str, Entry] = {}
    for checked in found:
        if _heard(checked) != "source":
            continue
        for row in checked.names:
            entry = every.setdefault(row.name, Entry())
            entry.kind = entry.kind or row.kind
            entry.forms.setdefault(checked.report.alignment.target.lang, {}).update(dict.fromkeys(row.forms))
            entry.places.update(here for here, _ in row.places)
    return every


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
    widths = [max(cells(row[k]) for row in rows) for k in range(len(rows[0]))]
    for row in rows:
        line = "  ".join(map(padded, row, widths)).rstrip() if terminal else "\t".join(row)
        out.write(f"{line}\n".encode("utf-8", "replace"))


def update(path: str, found: Sequence[Checked], langs: tuple[str, str]) -> int:
    """Add to the ledger the names that it does not have, with all that the articles write for each; how many they are.

    What stands in it stays as it is, but for its place where its lines are sorted: they are afterwards, too. Of several translations
    each language has a column. InputError where those of an old ledger are others.
    """
    data = load(path) if Path(path).exists() else b""
    lines = [line.rstrip("\r") for line in decode(data, path).rstrip("\r\n").split("\n")] if data.strip() else []
    if several := languages(found):
        head, new = _several(path, found, (langs[0], *several), lines[:1])
        known = {line.split("\t")[0] for line in lines[1:]}
        new = {name: line for name, line in new.items() if name not in known}
    else:
        head = LEDGER
        known = {entry.source for entry in entries(data, path, *langs)}
        new = _pairs(found, known)
    if not new:
        return 0
    lines = lines or [head]
    body = lines[1:] if lines[0] == head else lines
    added = sorted(new.values())
    body = sorted([*body, *added]) if body == sorted(body) else [*body, *added]
    save(path, lambda out: _put(out, "".join(f"{line}\n" for line in (*lines[: lines[0] == head], *body)).encode()))
    return len(new)


def _pairs(found: Iterable[Checked], known: set[str]) -> dict[str, str]:
    """The line of each name of a language pair that is not known."""
    new: dict[str, tuple[str, dict[str, None]]] = {}
    for row in (row for checked in found for row in checked.names):
        if row.name not in known and row.forms:
            _, forms = new.setdefault(row.name, (row.kind, {}))
            forms.update(dict.fromkeys(map(_cell, row.forms)))
    return {name: f"{_cell(name)}\t{'|'.join(forms)}\t{kind}" for name, (kind, forms) in new.items()}


def _several(
    path: str, found: Sequence[Checked], langs: Sequence[str], head: Sequence[str]
) -> tuple[str, dict[str, str]]:
    """The head of a ledger with a column a language, and the line of each name."""
    columns = head[0].split("\t") if head else [*langs, "kind"]
    if not set(langs) <= set(columns) or columns[0] != langs[0]:
        wanted = "\\t".join([*langs, "kind"])
        raise FormatError(
            f"{path}:1", f"no column for each of {', '.join(langs)}", f"its first line has to be {wanted}"
        )
    new = {}
    for name, entry in _entries(found).items():
        cells = {langs[0]: _cell(name), "kind": entry.kind}
        cells |= {lang: "|".join(map(_cell, forms)) for lang, forms in entry.forms.items()}
        new[_cell(name)] = "\t".join(cells.get(column, "") for column in columns)
    return "\t".join(columns), new


def _put(out: IO[bytes], data: bytes) -> None:
    out.write(data)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", " ").split())

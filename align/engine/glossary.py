"""Glossaries of the user's own: TSV, CSV or TBX, source term and target term."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from align.engine.learning import learn
from align.engine.lexicon import Lexicon
from align.errors import FormatError
from align.lang import known, language
from align.readers.decoding import decode
from align.tags import parse, primary
from align.trees import parser

WEIGHT = 20.0
"""A glossary's entry counts as often as this many sentence pairs: it is meant."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_]\w+)*")
"""What the head of a column has to be to name a language; kind, forbidden and the like have more letters."""
DEPRECATED = ("deprecated", "superseded", "forbidden", "obsolete")
"""How TBX's administrative statuses begin that forbid a term."""


def terms(data: bytes, name: str, source: str, target: str) -> list[tuple[str, str]]:
    """The (source, target) terms of a glossary file; several target terms may be separated by |.

    A first line that names the two languages is a header; where it names more, each has its column. FormatError tells file and line.
    """
    return [(entry.source, term) for entry in entries(data, name, source, target) for term in entry.target]


@dataclass(frozen=True, slots=True)
class Entry:
    """A source term, what renders it and what may not."""

    source: str
    target: tuple[str, ...]
    forbidden: tuple[str, ...] = ()


def entries(data: bytes, name: str, source: str, target: str) -> list[Entry]:
    """The entries of a glossary file, one for each source term.

    Forbidden forms are those of the column `forbidden`, which the header names; in TBX the deprecated terms.
    """
    if name.lower().endswith((".tbx", ".xml")) or data.lstrip()[:1] == b"<":
        return _merged(_tbx(data, name, source, target))
    return _merged(_table(data, name, source, target))


def _merged(found: Iterable[Entry]) -> list[Entry]:
    by_source: dict[str, list[Entry]] = {}
    for entry in found:
        by_source.setdefault(entry.source, []).append(entry)
    return [
        Entry(
            term,
            tuple(dict.fromkeys(t for e in same for t in e.target)),
            tuple(dict.fromkeys(t for e in same for t in e.forbidden)),
        )
        for term, same in by_source.items()
    ]


def _table(data: bytes, name: str, source: str, target: str) -> Iterator[Entry]:
    delimiter = "," if name.lower().endswith(".csv") else "\t"
    rows = csv.reader(
        io.StringIO(decode(data, name), newline=""),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if delimiter == "," else csv.QUOTE_NONE,
    )
    column, here, there = None, 0, 1
    first = True
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells) or cells[0].startswith("#"):
                continue
            header, first = first and _is_header(cells, source, target), False
            if header:
                column = next((k for k, cell in enumerate(cells) if k > 1 and cell.lower() == "forbidden"), None)
                if columns := languages(cells):
                    if not {primary(source), primary(target)} <= columns.keys():
                        return  # it has other languages
                    here, there = columns[primary(source)], columns[primary(target)]
                continue
            forbidden = _split(cells[column]) if column is not None and column < len(cells) else ()
            if there > 1 or here:  # a column a language: a term may be in some of them
                if max(here, there) < len(cells) and cells[here] and cells[there]:
                    yield Entry(cells[here], _split(cells[there]), forbidden)
                continue
            if len(cells) < 2 or not cells[0] or not (cells[1] or forbidden):
                what = "comma" if delimiter == "," else "tab"
                raise FormatError(
                    f"{name}:{rows.line_num}",
                    "one column, two expected",
                    f"separate source and target term with a {what}",
                )
            yield Entry(cells[0], _split(cells[1]), forbidden)
    except csv.Error as error:
        raise FormatError(f"{name}:{rows.line_num}", f"not a table: {error}") from error


def languages(header: Sequence[str]) -> dict[str, int]:
    """The columns of a table of more than two languages, by their primary subtags; {} where it has two.

    >>> languages(["ko", "en", "ja", "kind"]), languages(["ko", "en", "forbidden"])
    ({'ko': 0, 'en': 1, 'ja': 2}, {})
    """
    found: dict[str, int] = {}
    for k, cell in enumerate(header):
        if LANGUAGE.fullmatch(cell) and parse(cell):
            found.setdefault(primary(cell), k)
    return found if len(found) > 2 else {}


def _is_header(cells: Sequence[str], source: str, target: str) -> bool:
    return len(cells) > 1 and all(
        cell.lower() == side or primary(cell) in {primary(lang), *known()}
        for cell, side, lang in zip(cells, ("source", "target"), (source, target), strict=False)
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(term.strip() for term in cell.split("|") if term.strip())


def lexicon(entries: Iterable[tuple[str, str]], source: str, target: str) -> Lexicon:
    """The entries as a lexicon, each under the forms of its term in running text."""
    forms = language(source).forms
    pairs = [(form, b, WEIGHT) for a, b in entries for form in forms(a)]
    return learn(pairs, source, target, name="glossary")


def _tbx(data: bytes, name: str, source: str, target: str) -> Iterator[Entry]:
    from lxml import etree

    try:
        root = etree.fromstring(data, parser())
    except etree.XMLSyntaxError as error:
        raise FormatError(f"{name}:{error.lineno or 1}", f"not well-formed XML: {error.msg}") from error
    for entry in root.iter("{*}termEntry", "{*}conceptEntry"):
        by_language: dict[str, list[tuple[str, bool]]] = {}
        for section in entry.iter("{*}langSet", "{*}langSec"):
            lang = section.get("{http://www.w3.org/XML/1998/namespace}lang") or section.get("lang") or ""
            by_language.setdefault(primary(lang), []).extend(
                ("".join(map(str, term.itertext())).strip(), _deprecated(term)) for term in section.iter("{*}term")
            )
        there = by_language.get(primary(target), [])
        for a, _ in by_language.get(primary(source), []):
            yield Entry(a, tuple(b for b, bad in there if not bad), tuple(b for b, bad in there if bad))


def _deprecated(term: Any) -> bool:
    """Whether a note beside a term says that it is not to be used."""
    around = next((e for e in term.iterancestors("{*}tig", "{*}ntig", "{*}termSec")), None)
    notes = () if around is None else around.iter("{*}termNote")
    return any(
        note.get("type") == "administrativeStatus" and (note.text or "").strip().lower().startswith(DEPRECATED)
        for note in notes
    )

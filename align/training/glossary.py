"""Glossaries of the user's own: TSV, CSV or TBX, source term and target term."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from align.errors import FormatError
from align.readers.decoding import decode
from align.scoring.lexicon import Lexicon
from align.training.conjugation import forms
from align.training.lexicon import learn

WEIGHT = 20.0
"""A glossary's entry counts as often as this many sentence pairs: it is meant."""


def terms(data: bytes, name: str, source: str, target: str) -> list[tuple[str, str]]:
    """The (source, target) terms of a glossary file; several target terms may be separated by |.

    A first line that names the two languages is a header. FormatError tells file and line.
    """
    if name.lower().endswith((".tbx", ".xml")) or data.lstrip()[:1] == b"<":
        return list(_tbx(data, name, source, target))
    text = decode(data, name)
    delimiter = "," if name.lower().endswith(".csv") else "\t"
    rows = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if delimiter == "," else csv.QUOTE_NONE,
    )
    found = []
    for number, row in enumerate(rows, 1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if len(cells) < 2 or not (cells[0] and cells[1]):
            what = "comma" if delimiter == "," else "tab"
            raise FormatError(
                f"{name}:{number}", "one column, two expected", f"separate source and target term with a {what}"
            )
        if (
            number == 1
            and cells[0].lower() in (source.lower(), "source", "ko", "en")
            and cells[1].lower() in (target.lower(), "target", "ko", "en")
        ):
            continue
        found += [(cells[0], term.strip()) for term in cells[1].split("|") if term.strip()]
    return found


def lexicon(entries: Iterable[tuple[str, str]], source: str, target: str) -> Lexicon:
    """The entries as a lexicon; Korean verbs under their inflected forms too."""
    pairs = [(form, b, WEIGHT) for a, b in entries for form in (forms(a) if source.startswith("ko") else (a,))]
    return learn(pairs, source, target, name="glossary")


def _tbx(data: bytes, name: str, source: str, target: str) -> Iterator[tuple[str, str]]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FormatError(f"{name}:{error.lineno or 1}", f"not well-formed XML: {error.msg}") from error
    for entry in root.iter("{*}termEntry", "{*}conceptEntry"):
        by_language: dict[str, list[str]] = {}
        for section in entry.iter("{*}langSet", "{*}langSec"):
            lang = section.get("{http://www.w3.org/XML/1998/namespace}lang") or section.get("lang") or ""
            by_language.setdefault(lang.split("-")[0].lower(), []).extend(
                "".join(map(str, term.itertext())).strip() for term in section.iter("{*}term")
            )
        for a in by_language.get(source.split("-")[0].lower(), ()):
            for b in by_language.get(target.split("-")[0].lower(), ()):
                yield a, b

"""Names that another language translates or spells in its own way, as a pair's gazetteer has them: countries, places, bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from align import resources

GAZETTEER = "gazetteer.tsv"


@dataclass(frozen=True, slots=True)
class Entry:
    """One name: how two languages write it."""

    kind: str
    """country, region, city, county, district, landmark, continent; agency, organization, union, party, company, media,
    university, index."""
    heard: tuple[str, ...]
    """In the language whose names are heard, the usual form first."""
    spelt: tuple[str, ...]
    """In the other one."""
    capitals: frozenset[str] = frozenset()
    """Those of `spelt` that are the country's capital."""
    doubtful: bool = False
    """The heard form is a common word too: it explains a name of the other side, but asks for none."""
    whole: tuple[str, ...] = ()
    """The heard names of the body that it is an organ of, and may be called by."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An entry found at `[start, end)`."""

    start: int
    end: int
    entry: Entry
    generic: bool = False
    """Written as a common noun (the parliament), or in a dateline: it renders a name, and asks for none."""
    office: bool = False
    """Who holds an office of the body is named, and the body by that: Foreign Minister."""


BODIES = frozenset({"agency", "organization", "party"})
"""Kinds whose names news may write as common nouns: the foreign ministry."""


@cache
def soft(entry: Entry) -> Entry:
    """The entry where its form is doubtful."""
    return replace(entry, doubtful=True)


@cache
def entries(heard: str, spelt: str) -> tuple[Entry, ...]:
    """The gazetteer of a language pair, in the order of its file; empty where none is shipped.

    ~ marks a capital that stands for its country, ? a kind whose heard form is a common word too; "agency of 한국은행" is an organ's.
    """
    found = []
    for ours, theirs, what in rows(GAZETTEER, heard, spelt):
        kind, _, whole = what.partition(" of ")
        forms = theirs.split("|")
        found.append(
            Entry(
                kind.rstrip("?"),
                tuple(ours.split("|")),
                tuple(form.rstrip("~") for form in forms),
                frozenset(form[:-1] for form in forms if form.endswith("~")),
                kind.endswith("?"),
                tuple(whole.split("|")),
            )
        )
    return tuple(found)


def rows(name: str, heard: str, spelt: str) -> Iterator[list[str]]:
    """The rows of a table of a language pair, the columns of `heard` and `spelt` first, whichever is the pair's source.

    Such a table has a line that tells what it is, and a head that names its columns.
    """
    path = resources.of_pair(name, heard, spelt)
    if not path:
        return
    _, head, *lines = resources.text(path).split("\n")
    columns = head.split("\t")
    order = sorted(range(len(columns)), key=lambda k: (columns[k] != heard, columns[k] != spelt))
    for line in lines:
        if line:
            cells = line.split("\t")
            yield [cells[k] for k in order]

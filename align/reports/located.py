"""A finding with what every report says of it: its files, its lines and columns, its words, its fingerprint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from align.model import Document, Finding, Place, Report
from align.readers.positions import position
from align.reports.options import Options
from align.triage.fingerprints import fingerprints

NONE: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words are in their file: lines and columns from 1, the last column is the one after the last character."""

    file: str
    line: int
    column: int
    last_line: int
    last_column: int
    text: str


@dataclass(frozen=True, slots=True)
class Located:
    """A finding of a report and where it is."""

    report: Report
    finding: Finding
    fingerprint: str
    files: tuple[str, str]
    source: Spot | None
    target: Spot | None
    repaired: Spot | None = None
    """What the replacement of the finding takes the place of."""
    others: tuple[Spot, ...] = ()
    """What other translations have there, in the order of `finding.others`."""

    @property
    def at(self) -> Spot | None:
        """Where the reader is sent: the target where the finding has a place there; None for one about the whole pair."""
        return self.target or self.source

    @property
    def file(self) -> str:
        """The file that `at` is in, the target for a finding about the whole pair."""
        return self.at.file if self.at else self.files[1]


def files(report: Report, options: Options, number: int) -> tuple[str, str]:
    """The files of the report of that number, as the user named them."""
    names = report.alignment.source.name, report.alignment.target.name
    return options.paths[number] if number < len(options.paths) else names


def located(reports: Sequence[Report], options: Options) -> Iterator[Located]:
    """Every finding of every report in order, the silenced ones too."""
    known = translations(reports, options)
    for number, report in enumerate(reports):
        yield from located_in(report, files(report, options, number), known)


def translations(reports: Sequence[Report], options: Options) -> dict[int, str]:
    """The file of each translation, by the id of its document."""
    return {id(report.alignment.target): files(report, options, k)[1] for k, report in enumerate(reports)}


def located_in(report: Report, files: tuple[str, str], known: Mapping[int, str] = NONE) -> Iterator[Located]:
    """Every finding of one report, in order; `known` are the files of the `translations`."""
    source, target = report.alignment.source, report.alignment.target
    for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True):
        places = spot(source, finding.source, files[0]), spot(target, finding.target, files[1])
        change = finding.replacement
        repaired = spot(target, Place(0, change.start, change.end), files[1]) if change else None
        others = (spot(w.document, w.place, known.get(id(w.document), w.document.name)) for w in finding.others)
        yield Located(report, finding, fingerprint, files, *places, repaired, tuple(filter(None, others)))


def spot(document: Document, place: Place | None, file: str) -> Spot | None:
    """Where a place is in its file."""
    if place is None:
        return None
    first = position(document, place.start)
    # by the last character, since what follows it may stand behind markup
    line, column = position(document, place.end - 1) if place.end > place.start else (first[0], first[1] - 1)
    return Spot(file, *first, line, column + 1, document.text[place.start : place.end])

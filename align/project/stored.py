"""A report as plain values and back, whole: what is written of it then is the same to the byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from align.model import Alignment, Bead, Document, Fact, Finding, Place, Replacement, Report, Segment, Witness


def values(reports: Sequence[Report]) -> list[Any]:
    """Reports that may be on translations of one source, each as `value` has it; `reports` has them back."""
    numbers = {id(report.alignment.target): number for number, report in enumerate(reports)}
    return [
        [
            value(each),
            None if each.facts is None else list(map(_fact, each.facts)),
            [_others(f, numbers) for f in each.findings],
        ]
        for each in reports
    ]


def reports(stored: Any) -> list[Report]:
    """What `values` was made of; the same errors as `report`."""
    found = [report(each) for each, _, _ in stored]
    targets = [each.alignment.target for each in found]
    return [
        replace(
            each,
            facts=None if facts is None else tuple(map(_read_fact, facts)),
            findings=tuple(
                replace(f, lang=lang, others=tuple(Witness(targets[number], Place(*place)) for number, place in places))
                for f, (lang, places) in zip(each.findings, others, strict=True)
            ),
        )
        for each, (_, facts, others) in zip(found, stored, strict=True)
    ]


def value(report: Report) -> list[Any]:
    """The report as lists, texts and numbers, which JSON can hold; `report` has it back."""
    a = report.alignment
    beads = [[bead.source, bead.target, bead.confidence, bead.moved] for bead in a.beads]
    alignment = [_document(a.source), _document(a.target), beads, a.signature, a.notes]
    return [alignment, [_finding(finding) for finding in report.findings], report.checked, report.notes]


def report(stored: Any) -> Report:
    """What `value` was made of; ValueError, TypeError, IndexError or KeyError where it is none of that."""
    alignment, findings, checked, notes = stored
    source, target, beads, signature, remarks = alignment
    return Report(
        Alignment(
            _read_document(source),
            _read_document(target),
            tuple(Bead(tuple(left), tuple(right), confidence, moved) for left, right, confidence, moved in beads),
            signature,
            tuple(remarks),
        ),
        tuple(map(_read_finding, findings)),
        tuple((kind, number) for kind, number in checked),
        tuple(notes),
    )


def _others(finding: Finding, numbers: Mapping[int, int]) -> list[Any]:
    return [finding.lang, [[numbers[id(w.document)], _place(w.place)] for w in finding.others]]


def _place(place: Place | None) -> list[int] | None:
    return [place.segment, place.start, place.end] if place else None


def _fact(fact: Fact) -> list[Any]:
    return [fact.kind, _place(fact.source), _place(fact.target), fact.apart]


def _read_fact(stored: Any) -> Fact:
    kind, source, target, apart = stored
    return Fact(kind, Place(*source), Place(*target) if target else None, apart)


def _document(d: Document) -> list[Any]:
    segments = [[segment.start, segment.end, segment.paragraph] for segment in d.segments]
    day = d.date.isoformat() if d.date else None
    return [d.name, d.lang, d.text, segments, day, d.title, d.sha256, d.map, d.file_lines, d.lines, d.notes]


def _read_document(stored: Any) -> Document:
    name, lang, text, segments, day, title, digest, steps, starts, lines, notes = stored
    return Document(
        name,
        lang,
        text,
        tuple(Segment(*segment) for segment in segments),
        date.fromisoformat(day) if day else None,
        title,
        digest,
        tuple((here, there) for here, there in steps),
        tuple(starts),
        lines,
        tuple(notes),
    )


def _finding(f: Finding) -> list[Any]:
    places = [_place(f.source), _place(f.target)]
    told = [f.rule, f.severity, f.message, *places, f.bead, f.confidence, f.expected, f.value, f.silenced]
    return [*told, f.probability, f.replacement, f.where]


def _read_finding(stored: Any) -> Finding:
    rule, severity, message, source, target, bead, sure, expected, value, silenced, probability, replacement, where = (
        stored
    )
    left, right = (Place(*place) if place else None for place in (source, target))
    change = Replacement(*replacement) if replacement else None
    told = expected, value, silenced
    return Finding(rule, severity, message, left, right, bead, sure, *told, probability, change, where)

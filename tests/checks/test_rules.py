"""Each rule against its table of cases: tests/cases/checks/RULE.tsv."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import import_module

import pytest

from align import checks
from align.checks.context import Knowledge, read
from align.model import Alignment, Bead, Document, Finding, Place, Segment
from tests.conftest import CASES, cases

TABLES = sorted(path.stem for path in (CASES / "checks").glob("*.tsv"))


def rows() -> Iterator[pytest.param]:
    for rule in TABLES:
        for case in cases(f"checks/{rule}"):
            yield pytest.param(rule, *case.values, id=f"{rule}: {case.id}")


def article(cell: str, published: str) -> Document:
    """A document with a segment for each part between bars; Korean where it has Hangul before any Latin letter."""
    parts = [part.strip() for part in cell.split("|")]
    hangul, latin = (
        next((k for k, c in enumerate(cell) if low <= c <= high), len(cell)) for low, high in ("가힣", "Az")
    )
    segments, start = [], 0
    for number, part in enumerate(parts):
        segments.append(Segment(start, start + len(part), number))
        start += len(part) + 1
    when = None if published == "-" else date.fromisoformat(published)
    return Document("a", "ko" if hangul < latin else "en", "\n".join(parts), tuple(segments), when)


def aligned(source: Document, target: Document, confidence: float = 1.0) -> Alignment:
    """Segment by segment; a blank one is nobody's counterpart."""
    beads = []
    for k in range(max(len(source.segments), len(target.segments))):
        sides = [(k,) if k < len(d.segments) else () for d in (source, target)]
        written = [bool(d.texts()[k]) if side else False for d, side in zip((source, target), sides, strict=True)]
        if all(written) or not all(sides):
            beads.append(Bead(*sides, confidence))
        else:
            beads += [Bead(sides[0], (), confidence), Bead((), sides[1], confidence)]
    return Alignment(source, target, tuple(beads))


def found(rule: str, alignment: Alignment, knowledge: Knowledge | None = None) -> list[Finding]:
    return list(import_module(checks.RULES[rule].module).check(read(alignment, knowledge or Knowledge())))


def said(document: Document, place: Place | None) -> str:
    return document.text[place.start : place.end] if place else "-"


def shown(alignment: Alignment, findings: list[Finding]) -> str:
    told = (f"{f.severity} {said(alignment.source, f.source)}→{said(alignment.target, f.target)}" for f in findings)
    return "; ".join(told) or "quiet"


@pytest.mark.parametrize(("rule", "published", "source", "target", "expected"), list(rows()))
def test_rule(rule: str, published: str, source: str, target: str, expected: str) -> None:
    alignment = aligned(article(source, published), article(target, published))
    assert shown(alignment, found(rule, alignment)) == expected

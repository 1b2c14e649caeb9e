"""Each rule against its table of cases: tests/cases/checks/RULE.tsv.

A known failure is what the rule gets wrong today: its row says what is right, and the test tells when that comes true. Only
the severities are compared then, as nobody knows yet which words will be quoted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import import_module

import pytest

from align import checks
from align.checks.context import Knowledge, Term, read
from align.model import Alignment, Bead, Document, Finding, Place, Segment
from tests.conftest import CASES, cases

KNOWN = "known failure: "
LETTERS = {"ko": "가힣", "en": "Az", "ja": "ぁヿ", "zh": "㐀鿿"}
"""The first and the last letter of a script; Japanese has kana, Chinese only Han characters."""


def rows() -> Iterator[pytest.param]:
    for rule in checks.RULES:
        if not (CASES / "checks" / f"{rule}.tsv").exists():
            continue  # the test below says so
        for case in cases(f"checks/{rule}"):
            cells = [*case.values, *[""] * (5 - len(case.values))]
            marks = [pytest.mark.xfail(strict=True, raises=AssertionError)] if cells[3].startswith(KNOWN) else []
            yield pytest.param(rule, *cells, id=f"{rule}: {case.id}", marks=marks)


def article(cell: str, published: str) -> Document:
    """A document with a segment for each part between bars; in the language of its first letter that tells, as `LETTERS` has them."""
    parts = [part.strip() for part in cell.split("|")]
    first = {
        lang: next((k for k, c in enumerate(cell) if low <= c <= high), len(cell))
        for lang, (low, high) in LETTERS.items()
    }
    told = (
        lang
        for lang in ("ja", "zh")
        if first["ko"] == len(cell) > first[lang] and (lang == "ja" or first["en"] == len(cell))
    )
    lang = next(told, min(("ko", "en"), key=lambda lang: first[lang]))
    segments, start = [], 0
    for number, part in enumerate(parts):
        segments.append(Segment(start, start + len(part), number))
        start += len(part) + 1
    when = None if published == "-" else date.fromisoformat(published)
    return Document("a", lang, "\n".join(parts), tuple(segments), when)


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


def terms(cell: str) -> tuple[Term, ...]:
    """The glossary of a cell: term = allowed | allowed ! forbidden; and so on.

    >>> terms("전기차 = EV ! e-car")
    (Term(source='전기차', target=('EV',), forbidden=('e-car',)),)
    """
    entries = (entry.partition("=") for entry in cell.split(";") if entry.strip())
    return tuple(
        Term(source.strip(), *(tuple(map(str.strip, forms.split("|"))) for forms in forms.split("!")))
        for source, _, forms in entries
    )


@pytest.mark.parametrize(("rule", "published", "source", "target", "expected", "glossary"), list(rows()))
def test_rule(rule: str, published: str, source: str, target: str, expected: str, glossary: str) -> None:
    alignment = aligned(article(source, published), article(target, published))
    got = shown(alignment, found(rule, alignment, Knowledge(terms(glossary))))
    if expected.startswith(KNOWN):  # XPASS: it comes out right now; take "known failure: " off its row and move it up
        assert severities(got) == severities(expected.removeprefix(KNOWN))
    else:
        assert got == expected


def severities(told: str) -> list[str]:
    """
    >>> severities("error 6일→Nov. 7; info -→8"), severities("quiet")
    (['error', 'info'], ['quiet'])
    """
    return [finding.split(" ")[0] for finding in told.split("; ")]


OF_FILES = {"counterpart-missing"}
"""Rules of which no two texts are an instance: tests/cli/test_no_false_green.py has their cases."""


@pytest.mark.parametrize("rule", [rule for rule in checks.RULES if rule not in OF_FILES])
def test_a_table_has_quiet_rows_then_findings_then_known_failures(rule: str) -> None:
    table = f"tests/cases/checks/{rule}.tsv"
    assert (CASES / "checks" / f"{rule}.tsv").exists(), f"{table} is missing: every rule has its table of cases"
    expected = [case.values[3] for case in cases(f"checks/{rule}")]
    kinds = [
        "quiet" if cell == "quiet" else "known failure" if cell.startswith(KNOWN) else "finding" for cell in expected
    ]
    order = ["quiet", "finding", "known failure"]
    assert kinds == sorted(kinds, key=order.index), f"{table}: quiet rows first, then findings, then known failures"
    assert [kind for kind in order if kind not in kinds] == [], f"{table}: no row of this kind"


def test_a_table_is_a_rule_s() -> None:
    assert {path.stem for path in (CASES / "checks").glob("*.tsv")} == set(checks.RULES) - OF_FILES

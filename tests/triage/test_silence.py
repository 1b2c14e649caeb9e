"""Remarks in the translation, and silences of align.toml."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang.segmenting import segment
from align.model import Alignment, Bead, Document, Finding, Place, Report
from align.project.config import Silence
from align.readers import decoded, read
from align.readers.positions import position
from align.readers.remarks import code
from align.triage.fingerprints import fingerprints
from align.triage.silence import configured, inline, remarks, unused
from tests.conftest import cases, document
from tests.reports.sample import report

EVERY = ("name-drift", "omission", "addition")


def target(text: str, name: str) -> tuple[Document, str]:
    """The segmented document of a file, and the file as text."""
    data = text.encode()
    return segment(read(data, name, lang="en")[0]), decoded(data, name)


def findings(english: Document) -> Report:
    """Every rule finds something in every segment."""
    source = document(["가"] * len(english.segments), "ko")
    beads = tuple(Bead((k,), (k,)) for k in range(len(english.segments)))
    found = tuple(
        Finding(rule, "error", "x", None, Place(k, s.start, s.end), k, 1.0)
        for k, s in enumerate(english.segments)
        for rule in EVERY
    )
    return Report(Alignment(source, english, beads), found, ())


def silenced(found: Report) -> dict[str, list[int]]:
    by: dict[str, list[int]] = {}
    for finding in found.findings:
        if finding.silenced and finding.target:
            by.setdefault(f"{finding.rule} {finding.silenced}", []).append(finding.target.segment)
    return by


@pytest.mark.parametrize(("name", "text", "wanted"), cases("remarks"))
def test_what_a_remark_covers(name: str, text: str, wanted: str) -> None:
    english, file = target(text.replace("\\r", "\r").replace("\\n", "\n").replace("\\u0301", "\u0301"), name)
    found, notes = inline(findings(english), file, EVERY)
    if wanted.startswith("! "):
        assert [note for note in notes if note.startswith(wanted[2:])]
        assert not silenced(found)
        return
    shown = {}
    for key, segments in silenced(found).items():
        whole = len(segments) == len(english.segments) > 1
        shown[key] = "*" if whole else " ".join(english.texts()[k] for k in segments)
    expected = {}
    for part in filter(None, wanted.split(" | ")):
        rule, _, rest = part.partition(" inline:")
        reason, colon, words = rest.strip().rpartition(": ")
        if words:
            expected[f"{rule} inline: {reason}" if colon else f"{rule} inline"] = words
    assert shown == expected
    assert not any("align:" in text for text in english.texts() if "`" not in text and "Write" not in text)
    assert bool(notes) == (not expected and wanted != "")


def test_what_silences_nothing_is_told_where_the_rule_was_checked() -> None:
    english, file = target("One.\n\n<!-- align: ignore term-drift why -->\nTwo.", "a.md")
    _, notes = inline(findings(english), file, (*EVERY, "term-drift"))
    assert notes == ["a.md:3: this ignore of term-drift silences nothing (remove it)"]
    assert inline(findings(english), file, EVERY)[1] == []


def test_a_finding_of_the_source_alone() -> None:
    english, file = target("One.\n\n<!-- align: ignore omission the editor's cut -->\nTwo.\n\nThree.", "a.md")
    source = document(["가", "나", "다", "라"], "ko")
    beads = (Bead((0,), (0,)), Bead((1,), ()), Bead((2,), (1,)), Bead((3,), (2,)))
    lost = [Finding("omission", "warning", "x", Place(bead, 0, 1), None, bead, 1.0) for bead in (1, 3)]
    found, notes = inline(Report(Alignment(source, english, beads), tuple(lost), ()), file, EVERY)
    assert [f.silenced for f in found.findings] == ["inline: the editor's cut", ""]
    assert not notes


def test_a_remark_in_plain_text_leaves_lines_as_they_are() -> None:
    english, _ = target("One.\n<!-- align: ignore omission -->\nTwo.\n", "a.txt")
    assert english.texts() == ("One.", "Two.")
    assert position(english, english.segments[1].start) == (3, 1)
    lines = segment(read(b"a\n<!-- align: ignore omission x -->\n\nb\n", "a.txt", lang="en")[0], lines=True)
    assert lines.texts() == ("a", "", "b")


def test_by_fingerprint() -> None:
    first = report()
    key = fingerprints(first)[2]
    silences = [Silence(key, "house style", 3), Silence("0" * 16, "gone", 7)]
    found = configured(first, silences, "align.toml")
    assert found.findings[2].silenced == "align.toml: house style"
    assert replace(found, findings=()) == replace(first, findings=())
    assert [f for k, f in enumerate(found.findings) if k != 2] == [f for k, f in enumerate(first.findings) if k != 2]
    assert list(unused([first], silences)) == [silences[1]]


@pytest.mark.parametrize(
    "text", ["`" * 30_000, "\n````a\n```" * 10_000, "".join("`" * k + " " for k in range(400)), "`a " * 20_000]
)
def test_hostile_code_takes_no_time(text: str) -> None:
    spans = code(text)
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


PIECES = st.sampled_from(
    [
        "<!-- align: ignore omission x -->",
        "<!--",
        "-->",
        "align:",
        " ignore",
        "omission",
        "\n",
        "\n\n",
        "One. ",
        "`",
        "```",
        "é",
        "<p>",
    ]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=12).map("".join), st.sampled_from(["a.md", "a.txt", "a.html"]))
def test_any_text(text: str, name: str) -> None:
    text = normalize("NFC", text).encode("utf-8", "replace").decode()
    english, file = target(text, name)
    found, notes = remarks(file, name, english.file_lines)
    assert all(note.startswith(f"{name}:") for note in notes)
    assert len(found) <= 2 * text.count("align:")
    inline(findings(english), file, EVERY)

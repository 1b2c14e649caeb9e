"""The findings file: its schema, its order, any text."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given

from align.model import Finding, Replacement, Report
from align.reports.options import Options
from align.triage.fingerprints import fingerprints
from tests.reports.sample import OPTIONS, pair, report, reports, written

FIELDS = ["rule", "severity", "message", "source", "target", "expected", "bead", "confidence", "probability"]
FIELDS += ["replacement", "fingerprint"]


def test_nothing_found() -> None:
    assert json.loads(written("json", Report(pair(), (), (("names", 3),)))) == {
        "schema": "align-findings/1",
        "signature": "align-toolkit 0; engine test",
        "checked": {"names": 3},
        "findings": [],
    }


def test_a_finding_has_the_fields_of_the_schema_in_their_order() -> None:
    found = report()
    value = json.loads(written("json", found))
    assert value["findings"][0] == {
        "rule": "date-conflict",
        "severity": "error",
        "message": "지난달 30일 is 2024-10-30; the English says Oct. 3",
        "source": {
            "file": "articles/ko/a.txt",
            "line": 2,
            "column": 6,
            "segment": 1,
            "start": 18,
            "end": 25,
            "text": "지난달 30일",
        },
        "target": {
            "file": "articles/en/a.txt",
            "line": 2,
            "column": 61,
            "segment": 1,
            "start": 91,
            "end": 97,
            "text": "Oct. 3",
        },
        "expected": "Oct. 30",
        "bead": 1,
        "confidence": 0.97,
        "probability": 1.0,
        "replacement": None,
        "fingerprint": fingerprints(found)[0],
    }
    assert [list(finding) for finding in value["findings"][:5]] == [FIELDS] * 5
    assert value["findings"][2]["source"] is None


def test_what_repairs_a_finding_is_told_with_its_probability() -> None:
    first = report().findings[0]
    repaired = replace(first, probability=0.93456, replacement=Replacement(91, 97, "Oct. 30"))
    (value,) = json.loads(written("json", report(repaired)))["findings"]
    assert value["probability"] == 0.9346
    assert value["replacement"] == {"start": 91, "end": 97, "text": "Oct. 30"}
    assert value["fingerprint"] == json.loads(written("json", report(first)))["findings"][0]["fingerprint"]


def test_silenced_findings_say_why() -> None:
    reasons = [finding.get("silenced") for finding in json.loads(written("json", report()))["findings"]]
    assert reasons == [None] * 5 + ["align.toml: house style", "inline: a town"]


def test_of_several_pairs_each_finding_names_its_files() -> None:
    value = json.loads(written("json", report(), report(), options=replace(OPTIONS, paths=(("a", "b"), ("c", "d")))))
    assert value["checked"]["dates"] == 24
    assert {tuple(finding["files"]) for finding in value["findings"]} == {("a", "b"), ("c", "d")}


@given(reports())
def test_any_text_comes_back_and_offsets_point_at_it(found: Report) -> None:
    data = written("json", found, options=Options())
    assert data == written("json", found, options=Options())
    value = json.loads(data)
    assert value["signature"] == found.alignment.signature
    for finding, given_ in zip(value["findings"], found.findings, strict=True):
        assert (finding["message"], finding["expected"]) == (given_.message, given_.expected)
        for side, document in (("source", found.alignment.source), ("target", found.alignment.target)):
            if place := finding[side]:
                text = document.text[place["start"] : place["end"]]
                assert place["text"] == text
                first = document.text.split("\n")[place["line"] - 1][place["column"] - 1 :]
                assert (first + "\n").startswith(text.split("\n")[0])


def test_a_lone_surrogate_comes_back() -> None:
    finding = Finding("omission", "info", "\ud800", None, None, 0, 1.0)
    assert json.loads(written("json", report(finding)))["findings"][0]["message"] == "\ud800"

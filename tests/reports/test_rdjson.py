"""rdjson: byte columns that are right or not told, suggestions that repair the file, what was not checked."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import align
from align.model import Alignment, Finding, Place, Replacement, Report
from align.reports.options import Failed
from tests.reports.sample import OPTIONS, TEXT, report, reports, written


def told(*found: Report, **options: Any) -> list[dict[str, Any]]:
    value = json.loads(written("rdjson", *found, options=replace(OPTIONS, **options)))
    assert value["source"] == {"name": "align"}
    return list(value["diagnostics"])


def test_the_sample() -> None:
    first, second, *rest = told(report())
    assert first == {
        "message": "지난달 30일 is 2024-10-30; the English says Oct. 3",
        "location": {
            "path": "articles/en/a.txt",
            "range": {"start": {"line": 2, "column": 61}, "end": {"line": 2, "column": 67}},
        },
        "severity": "ERROR",
        "code": {"value": "date-conflict"},
        "related_locations": [
            {
                "message": "지난달 30일",
                "location": {
                    "path": "articles/ko/a.txt",
                    # 대변인은 and a space are 13 bytes, 지난달 30일 15
                    "range": {"start": {"line": 2, "column": 14}, "end": {"line": 2, "column": 29}},
                },
            }
        ],
    }
    assert [each["severity"] for each in (second, *rest)] == ["ERROR", "WARNING", "WARNING", "INFO"]
    assert "range" not in rest[-1]["location"]  # about the whole pair


def marked(name: str, data: str, words: str, new: str) -> tuple[dict[str, Any], str]:
    """The diagnostic about `words` of an article, and its file as a suggestion repairs it, as it is without one."""
    source, target = align.read(data.encode(), name="a.ko.txt"), align.read(data.encode(), name=name)
    start = target.text.index(words)
    end = start + len(words)
    finding = Finding("date-conflict", "error", "m", None, Place(0, start, end), 0, 1.0, replacement=Replacement(start, end, new))  # fmt: skip
    (each,) = told(Report(Alignment(source, target, ()), (finding,), ()), paths=())
    for change in each.get("suggestions", ()):
        where = change["range"]
        assert where["start"]["line"] == where["end"]["line"]
        lines = data.encode().split(b"\n")
        line = lines[where["start"]["line"] - 1]
        first, last = where["start"]["column"] - 1, where["end"]["column"] - 1
        lines[where["start"]["line"] - 1] = line[:first] + change["text"].encode() + line[last:]
        data = b"\n".join(lines).decode()
    return each, data


def test_a_suggestion_repairs_the_file() -> None:
    each, data = marked("a.en.txt", "One.\n\n“Quoted” é on Oct. 3 in Oslo.\n", "Oct. 3", "Oct. 30")
    assert data == "One.\n\n“Quoted” é on Oct. 30 in Oslo.\n"
    assert each["suggestions"]


def test_behind_markup_only_the_line_is_told() -> None:
    each, data = marked("a.en.md", "One.\n\n**“Qu”** on [Oct. 3](x) in Oslo.\n", "Oct. 3", "Oct. 30")
    assert each["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}
    assert "suggestions" not in each
    assert "Oct. 3]" in data


def test_what_was_not_checked_is_an_error() -> None:
    (each,) = told(failed=(Failed("b.en.txt", "b.en.txt: no such file"),))
    assert (each["severity"], each["code"], each["location"]) == (
        "ERROR",
        {"value": "not-checked"},
        {"path": "b.en.txt"},
    )


@given(found=st.lists(reports(), max_size=2), path=TEXT)
def test_any_text(found: list[Report], path: str) -> None:
    for each in told(*found, paths=((path, path),)):
        assert each["severity"] in ("ERROR", "WARNING", "INFO")

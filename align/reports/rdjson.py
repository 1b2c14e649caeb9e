"""reviewdog's diagnostic format (rdjson), which it turns into review comments, with suggestions, on any code host."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import IO

from align.model import Document, Place, Report
from align.readers.positions import file_offset
from align.reports import Writer
from align.reports.located import Located, Spot, located
from align.reports.options import Failed, Options

LEVELS = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}

Point = Mapping[str, int]


def write(reports: Sequence[Report], out: IO[bytes], options: Options) -> None:
    """One object, a diagnostic a line. What is silenced is left out; an input that was not checked is an ERROR of rule not-checked."""
    told = [_unread(each) for each in options.failed]
    told += [_diagnostic(item) for item in located(reports, options) if not item.finding.silenced]
    body = ",".join(f"\n  {json.dumps(each)}" for each in told)
    out.write(f'{{"source": {{"name": "align"}}, "diagnostics": [{body}\n]}}\n'.encode())


def _diagnostic(item: Located) -> dict[str, object]:
    finding, alignment = item.finding, item.report.alignment
    place, document = (finding.target, alignment.target) if finding.target else (finding.source, alignment.source)
    value: dict[str, object] = {
        "message": finding.message,
        "location": _location(item.file, document, (place.start, place.end) if place else None, item.at),
        "severity": LEVELS[finding.severity],
        "code": {"value": finding.rule},
    }
    related = [(alignment.source, finding.source, item.source)] if finding.target and finding.source else []
    related += [(w.document, w.place, spot) for w, spot in zip(finding.others, item.others, strict=True)]
    if told := [_related(*each) for each in related]:
        value["related_locations"] = told
    change = finding.replacement
    if change and item.repaired:
        whole = _range(alignment.target, (change.start, change.end), item.repaired)
        if "column" in whole["start"] and "column" in whole.get("end", {}):
            value["suggestions"] = [{"range": whole, "text": change.text}]
    return value


def _related(document: Document, place: Place, spot: Spot | None) -> dict[str, object]:
    """Other words that a finding is about."""
    text, file = (spot.text, spot.file) if spot else ("", document.name)
    return {"message": text, "location": _location(file, document, (place.start, place.end), spot)}


def _unread(failed: Failed) -> dict[str, object]:
    return {
        "message": failed.message,
        "location": {"path": failed.file or "align.toml"},
        "severity": "ERROR",
        "code": {"value": "not-checked"},
    }


def _location(file: str, document: Document, span: tuple[int, int] | None, spot: Spot | None) -> dict[str, object]:
    found: dict[str, object] = {"path": file.removeprefix("./")}
    return found | ({"range": _range(document, span, spot)} if span and spot else {})


def _range(document: Document, span: tuple[int, int], spot: Spot) -> dict[str, Point]:
    """Where words are; without columns where those cannot be told, as their lines are right all the same."""
    start = _column(document, span[0], spot.line, spot.column)
    end = _column(document, max(span[1] - 1, span[0]), spot.last_line, spot.last_column - 1, span[1] > span[0])
    if start is None or end is None:
        return {"start": {"line": spot.line}, "end": {"line": spot.last_line}}
    return {"start": {"line": spot.line, "column": start}, "end": {"line": spot.last_line, "column": end}}


def _column(document: Document, offset: int, line: int, column: int, after: bool = False) -> int | None:
    """The column of `text[offset]` counted in bytes of UTF-8, as reviewdog wants it, or of what is `after` it.

    None where the document does not hold the line up to there as the file has it: markup before it has bytes that nobody counted.
    """
    begin = offset - (column - 1)
    at = file_offset(document, offset)
    steps = [here for here, _ in document.map if begin < here <= offset]
    if (
        begin < 0
        or steps
        or file_offset(document, begin) != at - (column - 1)
        or at - (column - 1) != document.file_lines[line - 1]
    ):
        return None
    return len(document.text[begin : offset + after].encode("utf-8", "replace")) + 1


REPORT = Writer((), place=56, write=write, machine=True)

"""The findings for other programs (schema align-findings/1)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import IO

from align.model import Place, Report
from align.reports import Writer
from align.reports.facts import sets, table
from align.reports.located import Located, Spot, files, located, spot
from align.reports.options import Options
from align.reports.totals import checked

SCHEMA = "align-findings/1"


def write(reports: Sequence[Report], out: IO[bytes], options: Options) -> None:
    """One object, a finding a line so that two versions can be compared; the same reports give the same bytes.

    Silenced findings are in it, with their reason. Of several pairs each finding names both files.
    """
    signature = " | ".join(dict.fromkeys(report.alignment.signature for report in reports))
    head = (
        f'{{"schema": {_dump(SCHEMA)}, "signature": {_dump(signature)}, "checked": {_dump(dict(checked(reports)))},\n'
    )
    failed = [{"file": each.file, "message": each.message} for each in options.failed]
    head += f' "failed": {_dump(failed)},\n' if failed else ""
    if rows := [row for numbers in sets(reports) if len(numbers) > 1 for row in _facts(reports, numbers, options)]:
        head += ' "facts": [\n  ' + ",\n  ".join(map(_dump, rows)) + "\n ],\n"
    out.write(_bytes(head + ' "findings": ['))
    for number, item in enumerate(located(reports, options)):
        value = _finding(item) | ({"files": item.files} if len(reports) > 1 else {})
        out.write(_bytes((",\n  " if number else "\n  ") + _dump(value)))
    out.write(b"\n ]}\n")


def _finding(item: Located) -> dict[str, object]:
    finding = item.finding
    value: dict[str, object] = {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "source": _place(item.source, finding.source),
        "target": _place(item.target, finding.target),
        "expected": finding.expected,
        "bead": finding.bead,
        "confidence": round(finding.confidence, 4),
        "probability": round(finding.probability, 4),
        "replacement": finding.replacement and finding.replacement._asdict(),
        "fingerprint": item.fingerprint,
    }
    if finding.lang:
        value |= {"lang": finding.lang}
    if item.others:
        value |= {
            "others": [
                {"lang": w.lang} | (_place(spot, w.place) or {})
                for w, spot in zip(finding.others, item.others, strict=True)
            ]
        }
    return value | ({"silenced": finding.silenced} if finding.silenced else {})


def _facts(reports: Sequence[Report], numbers: Sequence[int], options: Options) -> Iterator[dict[str, object]]:
    """The facts of a source with several translations: its own words, and those of each translation by its language."""
    own = [reports[number] for number in numbers]
    names = [files(reports[number], options, number) for number in numbers]
    source = own[0].alignment.source
    for row in table(own):
        cells: dict[str, object] = {}
        for report, (_, file), fact in zip(own, names, row.cells, strict=True):
            target = report.alignment.target
            there = fact and _place(spot(target, fact.target, file), fact.target)
            cells[target.lang] = (there or {}) | {"apart": fact.apart} if fact else None
        yield {
            "kind": row.kind,
            "source": {"lang": source.lang} | (_place(spot(source, row.source, names[0][0]), row.source) or {}),
            "translations": cells,
        }


def _place(spot: Spot | None, place: Place | None) -> dict[str, object] | None:
    if spot is None or place is None:
        return None
    return {
        "file": spot.file,
        "line": spot.line,
        "column": spot.column,
        "segment": place.segment,
        "start": place.start,
        "end": place.end,
        "text": spot.text,
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")  # a lone surrogate becomes \udxxx, as JSON has it


REPORT = Writer(("json",), place=20, write=write, machine=True)

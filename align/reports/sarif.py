"""SARIF 2.1.0, for code scanning and for editors."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import IO, Any
from urllib.parse import quote

from align import __version__
from align.checks.rule import Rule
from align.model import Report
from align.reports import Writer
from align.reports.located import Located, Spot, files, located
from align.reports.options import INLINE, Failed, Options
from align.reports.totals import checked

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
DRIVE = re.compile("[A-Za-z]:/")
LINK = re.compile(r"\](?=\()")
"""Where the words of an article would be read as a link."""


def write(reports: Sequence[Report], out: IO[bytes], options: Options) -> None:
    """One run, a result a line: the target is the location and the source a related one, where both are there."""
    numbers = {rule.id: number for number, rule in enumerate(options.rules)}
    driver = {"name": "align", "semanticVersion": __version__, "rules": [_rule(rule) for rule in options.rules]}
    signatures = list(dict.fromkeys(report.alignment.signature for report in reports))
    out.write(
        f'{{"$schema": {_dump(SCHEMA)}, "version": "2.1.0", "runs": [\n{{"tool": {_dump({"driver": driver})},\n'
        f' "columnKind": "unicodeCodePoints",\n'
        f' "invocations": {_dump([_invocation(options.failed)])},\n "artifacts": {_dump(_artifacts(reports, options))},\n'
        f' "properties": {_dump({"checked": checked(reports), "signatures": signatures})},\n "results": ['.encode()
    )
    for number, item in enumerate(located(reports, options)):
        out.write(((",\n  " if number else "\n  ") + _dump(_result(item, numbers))).encode())
    out.write(b"\n ]}\n]}\n")


def _invocation(failed: Sequence[Failed]) -> dict[str, object]:
    """Whether all inputs could be checked, and what kept any from it."""
    notes = [
        {"level": "error", "message": {"text": LINK.sub(r"\\]", each.message)}}
        | ({"locations": [_location(each.file, None)]} if each.file else {})
        for each in failed
    ]
    return {"executionSuccessful": not notes} | ({"toolExecutionNotifications": notes} if notes else {})


def _artifacts(reports: Sequence[Report], options: Options) -> list[dict[str, object]]:
    """The files that were looked at, each once."""
    every = dict.fromkeys(path for number, report in enumerate(reports) for path in files(report, options, number))
    return [{"location": {"uri": uri(path)}} for path in every]


def uri(path: str) -> str:
    """A path as a URI, relative where the path is.

    >>> uri("./기사/a b.txt"), uri("C:/a.txt")
    ('%EA%B8%B0%EC%82%AC/a%20b.txt', 'file:///C:/a.txt')
    """
    if DRIVE.match(path):
        return f"file:///{path[:2]}{quote(path[2:], errors='replace')}"
    return ("file://" if path.startswith("/") else "") + quote(path.removeprefix("./"), errors="replace")


def _rule(rule: Rule) -> dict[str, object]:
    mapped = {"mapped to MQM": rule.mqm} if rule.mqm else {}
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.text, "markdown": markdown(rule)},
        **({"helpUri": rule.url} if rule.url else {}),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["translation"], **mapped},
    }


def markdown(rule: Rule) -> str:
    """What a rule says of itself."""
    told = [rule.summary, *(f"**{title}**\n\n{text}" for title, text in rule.sections)]
    examples = "\n".join(f"{kind + ':':5} {said}" for kind, said in rule.examples)
    return "\n\n".join([*told, f"```text\n{examples}\n```"] if examples else told)


def _result(item: Located, numbers: Mapping[str, int]) -> dict[str, object]:
    finding = item.finding
    value: dict[str, object] = {"ruleId": finding.rule}
    if finding.rule in numbers:
        value["ruleIndex"] = numbers[finding.rule]
    message = LINK.sub(r"\\]", finding.message)
    value |= {
        "level": LEVELS[finding.severity],
        "rank": round(100 * finding.probability, 1),
        "message": {"text": message},
        "locations": [_location(item.file, item.at)],
    }
    if related := _related(item):
        links = ", ".join(f"[{name}]({number})" for number, (name, _) in enumerate(related, 1))
        value["message"] = {"text": f"{message} ({links})"}
        value["relatedLocations"] = [
            {"id": number, "message": {"text": LINK.sub(r"\\]", spot.text)}} | _location(spot.file, spot)
            for number, (_, spot) in enumerate(related, 1)
        ]
    more = {"confidence": round(finding.confidence, 4), "bead": finding.bead}
    if finding.replacement and item.repaired:
        value["fixes"] = [_fix(item.repaired, finding.replacement.text)]
    return value | {
        "partialFingerprints": {"alignFinding/v1": item.fingerprint},
        "suppressions": _suppressions(finding.silenced),
        "properties": more | ({"expected": finding.expected} if finding.expected else {}),
    }


def _related(item: Located) -> list[tuple[str, Spot]]:
    """What else is to be looked at: the source where the finding is on the translation, and the other translations."""
    source = [("source", item.source)] if item.source and item.target else []
    return [*source, *((w.lang, spot) for w, spot in zip(item.finding.others, item.others, strict=True))]


def _location(file: str, spot: Spot | None) -> dict[str, Any]:
    where: dict[str, object] = {"artifactLocation": {"uri": uri(file)}}
    if spot:
        where["region"] = _region(spot) | {"snippet": {"text": spot.text}}
    return {"physicalLocation": where}


def _region(spot: Spot) -> dict[str, object]:
    return {
        "startLine": spot.line,
        "startColumn": spot.column,
        "endLine": spot.last_line,
        "endColumn": spot.last_column,
    }


def _fix(spot: Spot, text: str) -> dict[str, object]:
    change = {"deletedRegion": _region(spot), "insertedContent": {"text": text}}
    return {
        "description": {"text": LINK.sub(r"\\]", f"write {text} for {spot.text}")},
        "artifactChanges": [{"artifactLocation": {"uri": uri(spot.file)}, "replacements": [change]}],
    }


def _suppressions(reason: str) -> list[dict[str, str]]:
    """None is said with an empty list: a run has them on all results or on none."""
    kind = "inSource" if reason.startswith(INLINE) else "external"
    return [{"kind": kind, "justification": reason}] if reason else []


def _dump(value: object) -> str:
    return json.dumps(value)  # ASCII alone: some consumers still guess at encodings


REPORT = Writer(("sarif",), place=30, write=write, machine=True)

"""GitLab's code quality report, which a merge request shows beside its lines: the part of Code Climate's format that GitLab reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import IO

from align.model import Report
from align.reports import Writer
from align.reports.located import Located, located
from align.reports.options import Failed, Options

LEVELS = {"error": "critical", "warning": "minor", "info": "info"}


def write(reports: Sequence[Report], out: IO[bytes], options: Options) -> None:
    """One list, an issue a line. It has no word for what is silenced, which is left out; an input that was not read is a blocker."""
    issues = [_unread(each) for each in options.failed]
    issues += [_issue(item) for item in located(reports, options) if not item.finding.silenced]
    out.write(("[" + ",".join(f"\n{json.dumps(issue)}" for issue in issues) + "\n]\n").encode())


def _issue(item: Located) -> dict[str, object]:
    change, finding = item.finding.replacement, item.finding
    hint = f"; suggestion: {change.text} for {item.repaired.text}" if change and item.repaired else ""
    line = item.at.line if item.at else 1
    return _entry(finding.rule, finding.message + hint, item.file, line, LEVELS[finding.severity], item.fingerprint)


def _unread(failed: Failed) -> dict[str, object]:
    return _entry("not-checked", failed.message, failed.file or "align.toml", 1, "blocker", failed.message)


def _entry(rule: str, told: str, file: str, line: int, severity: str, known_by: str) -> dict[str, object]:
    # the file too, since two folders may have an article of one name, and GitLab takes two issues of one fingerprint for one
    fingerprint = sha256(f"{file}\0{rule}\0{known_by}".encode("utf-8", "replace")).hexdigest()[:32]
    return {
        "description": told,
        "check_name": rule,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": file.removeprefix("./"), "lines": {"begin": line}},
    }


REPORT = Writer((), place=55, write=write, machine=True)

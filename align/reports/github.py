"""GitHub Actions: annotations as workflow commands, and the step's summary in Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import IO

from align.checks import SEVERITIES
from align.model import Report
from align.reports import Writer
from align.reports.located import Located, located
from align.reports.options import Failed, Options
from align.reports.totals import counted, looked_at, plural
from align.reports.width import plain

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
MOST = 10
"""Annotations of a level that GitHub shows for a step; it drops the others without a word."""
PAGE = 1_000_000
"""Bytes of a summary; GitHub takes 1 MiB and drops a longer one whole."""
MARKUP = re.compile(r"[^\w\s.,;:·…()%/'\"-]")


def write(reports: Sequence[Report], out: IO[bytes], options: Options) -> None:
    """Errors first, no more of a level than are shown, and one line that says how many there are beyond."""
    kept: dict[str, list[Located]] = {severity: [] for severity in SEVERITIES}
    beyond: Counter[str] = Counter()
    for item in located(reports, options):
        if not item.finding.silenced:
            level = kept[item.finding.severity]
            if len(level) < MOST:
                level.append(item)
            else:
                beyond[item.finding.severity] += 1
    lines = [_unread(each) for each in options.failed]
    lines += [_command(item) for items in kept.values() for item in items]
    if beyond:
        lines.append(
            "not shown, as GitHub shows no more of a level: "
            + ", ".join(plural(beyond[severity], severity) for severity in SEVERITIES if beyond[severity])
        )
    lines += _last(reports)
    out.write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))


def summary(reports: Sequence[Report], options: Options) -> str:
    """The findings as a table for $GITHUB_STEP_SUMMARY, errors first, as many as it takes; then the counts."""
    items = [item for item in located(reports, options) if not item.finding.silenced]
    items.sort(key=lambda item: SEVERITIES.index(item.finding.severity))
    last = "\n\n".join(_last(reports)) + "\n"
    page, room = [], PAGE - len(last.encode())
    for number, item in enumerate(items):
        row = _row(item)
        room -= len(row.encode("utf-8", "replace"))
        if room < 0:
            last = f"{len(items) - number} more\n\n{last}"
            break
        page.append(row)
    page = [
        f"| not checked | | {_markdown(each.file)} | | | {_markdown(each.message)} |\n" for each in options.failed
    ] + page
    head = "| | rule | where | source | target | |\n|---|---|---|---|---|---|\n" if page else ""
    return f"### align check\n\n{head}{''.join(page)}\n{last}"


def _last(reports: Sequence[Report]) -> list[str]:
    return [counted(finding for report in reports for finding in report.findings), looked_at(reports)]


def _command(item: Located) -> str:
    """file is relative to the repository; columns are given where one line has all, as GitHub wants it."""
    fields = {"file": item.file}
    if item.at:
        fields |= {"line": str(item.at.line), "endLine": str(item.at.last_line)}
        if item.at.line == item.at.last_line:
            fields |= {"col": str(item.at.column), "endColumn": str(item.at.last_column)}
    fields["title"] = item.finding.rule
    told = ",".join(f"{name}={_value(value)}" for name, value in fields.items())
    return f"::{LEVELS[item.finding.severity]} {told}::{_escaped(item.finding.message + _suggested(item))}"


def _unread(failed: Failed) -> str:
    file = f" file={_value(failed.file)}" if failed.file else ""
    return f"::error{file}::{_escaped(failed.message)}"


def _suggested(item: Located) -> str:
    """ "; suggestion: Oct. 30 for Oct. 3", "" where nothing is sure to repair it."""
    change = item.finding.replacement
    return f"; suggestion: {change.text} for {item.repaired.text}" if change and item.repaired else ""


def _value(text: str) -> str:
    """A property of a command."""
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    return "%0A".join(plain(line) for line in text.replace("%", "%25").replace("\r\n", "\n").split("\n"))


def _row(item: Located) -> str:
    where = f"{item.file}:{item.at.line}:{item.at.column}" if item.at else item.file
    quoted = (item.source.text if item.source else "", item.target.text if item.target else "")
    cells = (item.finding.severity, item.finding.rule, where, *quoted, item.finding.message + _suggested(item))
    return "| " + " | ".join(map(_markdown, cells)) + " |\n"


def _markdown(text: str) -> str:
    """`text` as it stands, on one line: whatever Markdown or HTML could make of a character is a number."""
    return MARKUP.sub(lambda found: f"&#{ord(found[0])};", plain(text)).replace("_", "&#95;")


REPORT = Writer((), place=50, write=write, machine=True)

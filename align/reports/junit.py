"""JUnit XML, which every CI server shows as tests: a suite a pair, a test a rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import IO

from lxml import etree

from align.checks import SEVERITIES
from align.formats.text import ILLEGAL
from align.model import Report
from align.reports import Writer
from align.reports.located import Located, files, located_in, translations
from align.reports.options import Failed, Options
from align.reports.totals import counted, looked_at
from align.reports.width import plain

CONTROL = re.compile(f"{ILLEGAL.pattern}|[\x7f-\x9f]")
"""What XML cannot hold, and what it can but CI servers stumble over."""


def write(reports: Sequence[Report], out: IO[bytes], options: Options) -> None:
    """A test fails with its errors and warnings, in one failure, as GitLab and Jenkins read no second; the rest is its output."""
    root = etree.Element("testsuites", name="align check")
    known = translations(reports, options)
    for number, report in enumerate(reports):
        names = files(report, options, number)
        _suite(root, names, list(located_in(report, names, known)), [rule.id for rule in options.rules])
        etree.SubElement(root[-1], "system-out").text = looked_at([report])
    for each in options.failed:
        _unread(root, each)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    etree.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _suite(root: etree._Element, names: tuple[str, str], items: Sequence[Located], rules: Sequence[str]) -> None:
    every: dict[str, list[Located]] = {rule: [] for rule in rules}
    for item in items:
        every.setdefault(item.finding.rule, []).append(item)
    suite = etree.SubElement(root, "testsuite", name=_clean(" | ".join(names)))
    failures = sum(_case(suite, rule, names[1], items) for rule, items in every.items())
    for count, value in (("tests", len(every)), ("failures", failures), ("errors", 0), ("skipped", 0)):
        suite.set(count, str(value))


def _unread(root: etree._Element, failed: Failed) -> None:
    """An input that could not be checked: a suite with one test, which has an error."""
    name = _clean(failed.file) or "align check"
    suite = etree.SubElement(root, "testsuite", name=name, tests="1", failures="0", errors="1", skipped="0")
    case = etree.SubElement(suite, "testcase", name="read", classname=name, time="0")
    etree.SubElement(case, "error", type="input", message=_clean(failed.message))


def _case(suite: etree._Element, rule: str, file: str, items: Sequence[Located]) -> bool:
    """Whether the test of the rule fails."""
    case = etree.SubElement(suite, "testcase", name=_clean(rule), classname=_clean(file), file=_clean(file), time="0")
    shown = sorted(
        (item for item in items if not item.finding.silenced), key=lambda item: SEVERITIES.index(item.finding.severity)
    )
    grave = [item for item in shown if item.finding.severity != "info"]
    if grave:
        first = grave[0]
        failure = etree.SubElement(case, "failure", type=first.finding.severity)
        failure.set("message", _clean(f"{counted(item.finding for item in grave)}: {first.finding.message}"))
        failure.text = _clean("\n".join(map(_line, grave)))
    rest = [_line(item) for item in shown[len(grave) :]]
    if len(shown) < len(items):
        rest.append(f"{len(items) - len(shown)} known or silenced")
    if rest:
        etree.SubElement(case, "system-out").text = _clean("\n".join(rest))
    return bool(grave)


def _line(item: Located) -> str:
    spots = [
        f"{spot.file}:{spot.line}:{spot.column}: {spot.text}"
        for spot in (item.source, item.target, *item.others)
        if spot
    ]
    return "\n  ".join([f"{item.finding.severity}: {item.finding.message}", *(" ".join(s.split()) for s in spots)])


def _clean(text: str) -> str:
    return "\n".join(plain(CONTROL.sub("", line)) for line in text.split("\n"))


REPORT = Writer(("xml",), place=40, write=write, machine=True)

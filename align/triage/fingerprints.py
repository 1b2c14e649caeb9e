"""What a finding is known by from one run to the next: its content, never its place."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from align.model import Finding, Report


def fingerprints(report: Report) -> tuple[str, ...]:
    """A fingerprint for each finding of `report`, 16 hexadecimal digits.

    Made of pair, rule, source value, target text, expected and occurrence: a finding that has moved or been renumbered
    keeps it, and of two that are alike in all the first is the first.
    """
    names = report.alignment.source.name, report.alignment.target.name
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for finding in report.findings:
        content = (*names, finding.rule, finding.value, target_text(report, finding), finding.expected)
        found.append(sha256("\0".join([*content, str(seen[content])]).encode("utf-8", "replace")).hexdigest()[:16])
        seen[content] += 1
    return tuple(found)


def source_text(report: Report, finding: Finding) -> str:
    """The words of the source that a finding is about, "" where it has none there."""
    place = finding.source
    return report.alignment.source.text[place.start : place.end] if place else ""


def target_text(report: Report, finding: Finding) -> str:
    """The words of the target that a finding is about, "" where it has none there."""
    place = finding.target
    return report.alignment.target.text[place.start : place.end] if place else ""

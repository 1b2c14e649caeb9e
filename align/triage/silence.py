"""Findings that are not to be shown: by a remark in the translation, or by fingerprint in align.toml.

<!-- align: ignore name-drift she spells it so -->     the paragraph it stands in, or the next one
<!-- align: ignore-file name-drift,addition why -->    the whole file
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from align.checks import RULES
from align.model import Alignment, Document, Finding, Report
from align.project.config import Silence
from align.readers.positions import file_offset
from align.readers.remarks import BODY, REMARK, code
from align.triage.fingerprints import fingerprints
from align.triage.severity import advice

BLOCK = re.compile(
    r"</?(?:p|div|section|article|main|header|h[1-6]|[uod]l|li|d[td]|table|t[rdh]|blockquote|pre|fig\w+|hr|body|html|br)\b"
)
"""A tag at which a paragraph of HTML ends or begins."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the translation that silences a rule."""

    start: int
    """Offset in the decoded file."""
    rule: str
    reason: str
    whole: bool
    """Of the file, not of a paragraph."""

    @property
    def silenced(self) -> str:
        return f"inline: {self.reason}" if self.reason else "inline"


def remarks(file: str, name: str, starts: Sequence[int]) -> tuple[list[Remark], list[str]]:
    """The remarks of a decoded file in order, one for each of their rules, and a note for each that is none.

    `starts` are the offsets of the file's lines (Document.file_lines).
    """
    found: list[Remark] = []
    notes: list[str] = []
    if "align:" not in file:
        return found, notes
    hidden = code(file) if name.lower().endswith((".md", ".markdown")) else []
    for match in REMARK.finditer(file):
        before = bisect_left(hidden, (match.start(), 0))
        if before and match.start() < hidden[before - 1][1]:
            continue
        where = f"{name}:{bisect_right(starts, match.start())}"
        said = BODY.match(match["body"])
        verb, rules, reason = said.group("verb", "rules", "reason") if said else ("", "", "")
        if verb not in ("ignore", "ignore-file"):
            notes.append(f"{where}: no remark {verb!r} (align: ignore RULE reason, or align: ignore-file RULE reason)")
        elif not rules:
            notes.append(f"{where}: {verb} without a rule silences nothing (align: {verb} RULE reason)")
        for rule in map(str.strip, rules.split(",")) if rules and verb in ("ignore", "ignore-file") else ():
            if rule in RULES:
                found.append(Remark(match.start(), rule, " ".join(reason.split()), verb == "ignore-file"))
            else:
                notes.append(f"{where}: no rule {rule!r} ({advice(rule)})")
    return found, notes


def inline(report: Report, file: str, rules: Collection[str], name: str = "") -> tuple[Report, list[str]]:
    """`report` with what the remarks of the target's decoded `file` silence, and a note for each remark that has no effect.

    Of rules that were not checked nothing is noted. Notes call the file by `name`, else by the target's.
    """
    target = report.alignment.target
    name = name or target.name
    found, notes = remarks(file, name, target.file_lines)
    if not found:
        return report, notes
    covered = [_segments(remark, file, target) for remark in found]
    used: set[int] = set()
    findings = []
    for finding in report.findings:
        where = _where(report.alignment, finding)
        by = [
            k
            for k, remark in enumerate(found)
            if remark.rule == finding.rule and (remark.whole or not covered[k].isdisjoint(where))
        ]
        used.update(by)
        findings.append(replace(finding, silenced=found[by[0]].silenced) if by and not finding.silenced else finding)
    for k, remark in enumerate(found):
        if k not in used and remark.rule in rules:
            line = bisect_right(target.file_lines, remark.start)
            notes.append(f"{name}:{line}: this ignore of {remark.rule} silences nothing (remove it)")
    return replace(report, findings=tuple(findings)), notes


def _segments(remark: Remark, file: str, target: Document) -> set[int]:
    """The segments of the paragraph that a remark stands in or, where it stands between two, of the next one."""
    spans = [(file_offset(target, s.start), file_offset(target, max(s.start, s.end - 1)) + 1) for s in target.segments]
    after = next((k for k, (_, end) in enumerate(spans) if end > remark.start), None)
    before = max((k for k, (_, end) in enumerate(spans) if end <= remark.start), default=None)
    at = after
    if before is not None and not (after is not None and spans[after][0] < remark.start):
        between = file[spans[before][1] : remark.start]
        if "\n" not in between and not BLOCK.search(between):
            at = before  # it stands behind the last sentence of a paragraph
    if at is None:
        return set()
    return {k for k, s in enumerate(target.segments) if s.paragraph == target.segments[at].paragraph}


def _where(alignment: Alignment, finding: Finding) -> set[int]:
    """The target segments of a finding; of one about a source sentence alone, those between which it is missing."""
    if finding.target:
        return {finding.target.segment}
    if not 0 <= finding.bead < len(alignment.beads):
        return set()
    if own := alignment.beads[finding.bead].target:
        return set(own)
    sides = alignment.beads[: finding.bead][::-1], alignment.beads[finding.bead + 1 :]
    nearest = (next((bead.target for bead in side if bead.target), ()) for side in sides)
    return {held[end] for held, end in zip(nearest, (-1, 0), strict=True) if held}


def configured(report: Report, silences: Sequence[Silence], name: str) -> Report:
    """`report` with the findings of `silences`, by their fingerprints, silenced for the reason given in the file `name`."""
    reasons = {silence.fingerprint: silence.reason for silence in silences}
    findings = tuple(
        replace(f, silenced=f"{name}: {reasons[key]}") if key in reasons and not f.silenced else f
        for f, key in zip(report.findings, fingerprints(report), strict=True)
    )
    return replace(report, findings=findings)


def silenced(report: Report, rules: Collection[str], reason: str) -> Report:
    """`report` with the findings of `rules` silenced, but for those that are already."""
    findings = (replace(f, silenced=reason) if f.rule in rules and not f.silenced else f for f in report.findings)
    return replace(report, findings=tuple(findings))


def unused(reports: Sequence[Report], silences: Sequence[Silence]) -> Iterator[Silence]:
    """The silences of a project that no finding of all its pairs needs any more."""
    found = {key for report in reports for key in fingerprints(report)}
    return (silence for silence in silences if silence.fingerprint not in found)

"""One pair of the page: its head, a row a bead with the findings beside it, and what was checked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from align.checks import SEVERITIES
from align.formats.text import shape
from align.model import Alignment, Bead, Document, Finding, Place, Report
from align.page.markup import Hit, Side, attribute
from align.page.notes import beside, note
from align.triage.decisions import Decisions, Pair, names, text
from align.triage.fingerprints import fingerprints

DOUBTFUL = 0.7
"""Confidence below which a bead is called doubtful."""
RECONSIDERED = "decisions"
"""How the reason of a silenced finding begins that the reader silenced in the page, where he can think better of it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding that the page shows."""

    id: str
    fingerprint: str
    finding: Finding


def article(report: Report, number: int, decisions: Decisions | None, rules: Mapping[str, str]) -> str:
    """The element of a pair, which without JavaScript is all there is to read; `rules` says what each rule is about."""
    alignment, shown = report.alignment, findings(report, number)
    source = side("source", alignment.source, [(s, s.finding.source) for s in shown])
    target = side("target", alignment.target, [(s, s.finding.target) for s in shown])
    notes = defaultdict(list)
    for s in shown:
        bead = s.finding.bead if beside(report, s.finding) else -1
        notes[bead].append(note(report, s.finding, s.id, s.fingerprint, rules.get(s.finding.rule, "")))
    rows = "".join(
        _row(bead, source.markup(bead.source) + target.markup(bead.target), notes[k])
        for k, bead in enumerate(alignment.beads)
    )
    kept = _kept(alignment, decisions)
    return (
        f'<article class="pair{" checked" if report.checked else ""}" data-source="{attribute(alignment.source.name)}" '
        f'data-target="{attribute(alignment.target.name)}" data-decisions="{attribute(text(kept)) if kept else ""}">\n'
        f'{_head(report, shown, notes[-1])}<ol class="beads">\n{rows}</ol>\n{_foot(report)}</article>\n'
    )


def findings(report: Report, number: int) -> list[Shown]:
    """The findings that the page shows of the report of that number."""
    return [
        Shown(f"f{number}-{k}", key, finding)
        for k, (finding, key) in enumerate(zip(report.findings, fingerprints(report), strict=True))
        if not finding.silenced or finding.silenced.startswith(RECONSIDERED)
    ]


def side(name: str, document: Document, places: list[tuple[Shown, Place | None]]) -> Side:
    """A document with the places of its findings; one that runs over several segments is in each of them."""
    segments = document.segments
    hits = defaultdict(list)
    for shown, place in sorted(places, key=lambda p: SEVERITIES.index(p[0].finding.severity)):
        i = place.segment if place else len(segments)
        while place and i < len(segments) and (i == place.segment or segments[i].start < place.end):
            hits[i].append(Hit(place.start, place.end, shown.finding.severity, shown.id))
            i += 1
    running = len({s.paragraph for s in segments}) < len(segments)
    return Side(name, document, names(document), hits, running)


def _row(bead: Bead, sides: str, notes: list[str]) -> str:
    kind = (
        "omitted"
        if not bead.target
        else "added"
        if not bead.source
        else "moved"
        if bead.moved
        else "doubtful"
        if bead.confidence < DOUBTFUL
        else ""
    )
    return (
        f'<li class="bead{" " if kind else ""}{kind}" tabindex="-1" data-confidence="{bead.confidence:.4f}">{sides}'
        f'<div class="margin"><p class="meta"><span class="shape">{shape(bead)}</span> · '
        f'<span class="sure">{bead.confidence:.2f}</span> <span class="kind">{kind}</span></p>{_listed(notes)}</div></li>\n'
    )


def _listed(notes: list[str]) -> str:
    return f'<ul class="notes">{"".join(notes)}</ul>' if notes else ""


def _head(report: Report, shown: list[Shown], notes: list[str]) -> str:
    source, target = report.alignment.source, report.alignment.target
    beads = report.alignment.beads
    gravity = Counter(s.finding.severity for s in shown if not s.finding.silenced)
    found = ", ".join(_counted(gravity[s], s) for s in SEVERITIES if gravity[s]) or "nothing found"
    parts = [
        *([f"<b>{found}</b>"] if report.checked else []),
        f"{len(source.segments)} and {len(target.segments)} segments",
        f"{sum(not b.target for b in beads)} omitted, {sum(not b.source for b in beads)} added",
    ]
    title = source.title or f"{source.name} → {target.name}"
    lang = f' lang="{attribute(source.lang)}"' if source.title and source.lang not in ("", "und") else ""
    return (
        f'<header><h1{lang} dir="auto">{attribute(title)}</h1>\n<p class="about">{" · ".join(parts)}</p>{_listed(notes)}\n'
        f'<div class="heads">{_column(source)}{_column(target)}<p>{"Findings" if report.checked else ""}</p></div></header>\n'
    )


def _counted(count: int, severity: str) -> str:
    return f"{count} {severity}{'s' if count > 1 and severity != 'info' else ''}"


def _column(document: Document) -> str:
    parts = [document.name, document.lang, document.date.isoformat() if document.date else ""]
    return f"<p>{' · '.join(attribute(part) for part in parts if part)}</p>"


def _foot(report: Report) -> str:
    """What was looked at, what is not shown and why, and how the alignment was made."""
    silenced = Counter(f.silenced.split(":")[0] for f in report.findings if f.silenced)
    lines = []
    if report.checked:
        lines.append("Checked: " + ", ".join(f"{count} {what}" for what, count in report.checked) + ".")
    if silenced:
        lines.append("Silenced: " + ", ".join(f"{count} by {what}" for what, count in sorted(silenced.items())) + ".")
    if report.alignment.signature:
        lines.append(report.alignment.signature)
    return f"<footer>{''.join(f'<p>{attribute(line)}</p>' for line in lines)}</footer>\n"


def _kept(alignment: Alignment, decisions: Decisions | None) -> Pair | None:
    """What the reader goes on from, as one."""
    pairs = decisions.on(alignment) if decisions else []
    if not pairs:
        return None
    beads = tuple(bead for pair in pairs for bead in pair.beads)
    return replace(pairs[0], beads=beads, findings=tuple(finding for pair in pairs for finding in pair.findings))

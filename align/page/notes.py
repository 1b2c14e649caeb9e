"""A finding as the margin has it."""

from __future__ import annotations

from align.model import Document, Finding, Place, Report
from align.page.markup import attribute
from align.readers.positions import position
from align.triage.fingerprints import source_text, target_text

LONGEST = 60
"""Characters of the article that a finding quotes; a longer place is lit in the text, and that is enough."""


def note(report: Report, finding: Finding, id: str, fingerprint: str, rule: str) -> str:
    """Severity, rule, probability, message, both places quoted, what was expected, what repairs it, and where it is in the files.

    `rule` says in a sentence what the rule is about, "" where that is not known.
    """
    reason = finding.silenced.partition(": ")[2]
    wrong = f' data-wrong="{attribute(reason)}"' if finding.silenced else ""
    verdict = f"marked as wrong: {reason}" if reason else "marked as wrong"
    likely = f' <span class="likely">{round(100 * finding.probability)}%</span>' if finding.probability < 1 else ""
    repaired = _repaired(report, finding)
    copy = f' data-repaired="{attribute(repaired)}"' if repaired else ""
    about = f' title="{attribute(rule)}"' if rule else ""
    return (
        f'<li class="note {finding.severity}{" wrong" if wrong else ""}" id="{id}" tabindex="-1" '
        f'data-anchor="{_anchor(report, finding)}" data-rule="{attribute(finding.rule)}" '
        f'data-severity="{finding.severity}" data-fingerprint="{fingerprint}"{wrong}{copy}>'
        f'<p class="what"><b>{finding.severity}</b> <code{about}>{attribute(finding.rule)}</code>{likely}</p>'
        f'<p class="message">{attribute(finding.message)}</p>{_quotes(report, finding)}'
        f'<p class="where">{_where(report, finding)}</p>'
        + (f'<p class="verdict">{attribute(verdict)}</p></li>' if wrong else "</li>")
    )


def beside(report: Report, finding: Finding) -> bool:
    """Whether a finding is about a bead, and not about the pair as a whole."""
    return bool(finding.source or finding.target) and 0 <= finding.bead < len(report.alignment.beads)


def _anchor(report: Report, finding: Finding) -> str:
    """The segment that a finding stays beside when the reader changes beads: t3 or s2; "" for one about the pair."""
    if not beside(report, finding):
        return ""
    bead = report.alignment.beads[finding.bead]
    if finding.target and finding.target.segment in bead.target:
        return f"t{finding.target.segment}"
    if finding.source and finding.source.segment in bead.source:
        return f"s{finding.source.segment}"
    return f"t{bead.target[0]}" if bead.target else f"s{bead.source[0]}"


def _quotes(report: Report, finding: Finding) -> str:
    alignment = report.alignment
    quotes = [
        f'<q lang="{attribute(document.lang)}">{attribute(" ".join(text.split()))}</q>'
        for document, text in (
            (alignment.source, source_text(report, finding)),
            (alignment.target, target_text(report, finding)),
        )
        if text and len(text) <= LONGEST
    ]
    parts = [" → ".join(quotes)] if quotes else []
    parts += [
        f'<q lang="{attribute(w.lang)}">{attribute(w.text)}</q>' for w in finding.others if len(w.text) <= LONGEST
    ]
    if finding.expected:
        parts.append(f'<span class="expected">expected <b>{attribute(finding.expected)}</b></span>')
    return f'<p class="quotes">{"; ".join(parts)}</p>' if parts else ""


def _repaired(report: Report, finding: Finding) -> str:
    """The sentence of the translation with what repairs the finding, for the reader to take away; "" where nothing surely does."""
    change, target = finding.replacement, report.alignment.target
    if not change:
        return ""
    segment = next((s for s in target.segments if s.start <= change.start and change.end <= s.end), None)
    return (
        target.text[segment.start : change.start] + change.text + target.text[change.end : segment.end]
        if segment
        else ""
    )


def _where(report: Report, finding: Finding) -> str:
    sides: tuple[tuple[Document, Place | None], ...] = (
        (report.alignment.source, finding.source),
        (report.alignment.target, finding.target),
        *((w.document, w.place) for w in finding.others),
    )
    places = [
        f"{document.name}:{':'.join(map(str, position(document, place.start)))}" for document, place in sides if place
    ]
    return attribute(" · ".join(places))

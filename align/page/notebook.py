"""An alignment or a report as a notebook shows it: a small element with its own style, no script, every text escaped.

Notebooks have themes of their own: colours are the page's, lines and tints are half transparent, so that both light and dark do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from align.formats.text import side
from align.model import Alignment, Bead, Document, Finding, Place, Report
from align.page.markup import attribute

MOST = 100
"""Rows that are shown: a notebook keeps what it shows in its file."""
DOUBTFUL = 0.7
"""Confidence below which a bead is called doubtful."""
AROUND = 60
"""Characters on either side of a finding's words."""
SEVERITIES = ("error", "warning", "info")
"""Gravest first."""
STYLE = (
    "<style>"
    ".align-out{font:14px/1.5 system-ui,sans-serif;color:inherit;max-width:72em}"
    ".align-out p{margin:.2em 0 .6em}.align-out .soft{opacity:.7;font-size:.85em}"
    ".align-out table.beads{border-collapse:collapse;width:100%;table-layout:fixed;margin:0;color:inherit}"
    ".align-out .beads td,.align-out .beads th{border:0;border-top:1px solid rgba(128,128,128,.35);padding:.35em .6em;"
    "text-align:start;vertical-align:top;white-space:normal;overflow-wrap:anywhere;background:none;color:inherit}"
    ".align-out .beads th{font-weight:600;border-top:0}"
    ".align-out .beads .sure{width:6.5em;text-align:end;opacity:.75;font-size:.85em;font-variant-numeric:tabular-nums}"
    ".align-out .omitted,.align-out .added,.align-out .moved,.align-out .doubtful{background:rgba(217,140,0,.14)}"
    ".align-out ul{list-style:none;margin:0;padding:0}"
    ".align-out li{margin:.4em 0;padding:.3em .7em;border-inline-start:4px solid;background:rgba(128,128,128,.1)}"
    ".align-out .error{border-color:#d6453a}.align-out .warning{border-color:#c98a00}.align-out .info{border-color:#4a86d8}"
    ".align-out mark{background:rgba(255,190,0,.4);color:inherit;border-radius:.15em}"
    ".align-out code{font-size:.9em;background:none;color:inherit}"
    "</style>"
)


def alignment_html(alignment: Alignment) -> str:
    """A table of the beads: both texts, and how sure they are."""
    source, target = alignment.source, alignment.target
    beads = alignment.beads
    heads = "".join(f"<th{_lang(d)}>{_about(d)}</th>" for d in (source, target))
    rows = "".join(_row(alignment, bead) for bead in beads[:MOST])
    about = f"{len(source.segments)} and {len(target.segments)} segments in {len(beads)} beads"
    return _element(
        f'<p class="soft">{about}</p><table class="beads"><tr>{heads}<th class="sure"></th></tr>{rows}</table>'
        f"{_rest(len(beads))}{_notes(alignment.notes)}"
    )


def report_html(report: Report) -> str:
    """The findings that are not silenced, the words that they are about in their sentences, and what was looked at."""
    if report.parts:
        return "".join(map(report_html, report.parts))
    shown = [finding for finding in report if not finding.silenced]
    counts = Counter(finding.severity for finding in shown)
    found = ", ".join(f"{counts[s]} {s}{'s'[: counts[s] > 1 and s != 'info']}" for s in SEVERITIES if counts[s])
    items = "".join(_item(report.alignment, finding) for finding in shown[:MOST])
    looked = ", ".join(f"{count} {what}" for what, count in report.checked)
    names = f"{report.alignment.source.name} → {report.alignment.target.name}"
    return _element(
        f"<p><b>{found or 'no findings'}</b> · {attribute(names)}</p><ul>{items}</ul>{_rest(len(shown))}"
        f'<p class="soft">checked {attribute(looked)}</p>{_notes((*report.alignment.notes, *report.notes))}'
    )


def _element(inside: str) -> str:
    return f'<div class="align-out">{STYLE}{inside}</div>'


def _row(alignment: Alignment, bead: Bead) -> str:
    cells = "".join(
        f'<td{_lang(document)} dir="auto">{attribute(side(document, indices))}</td>'
        for document, indices in ((alignment.source, bead.source), (alignment.target, bead.target))
    )
    kind = _kind(bead)
    return f'<tr class="{kind}">{cells}<td class="sure">{kind} {bead.confidence:.2f}</td></tr>'


def _kind(bead: Bead) -> str:
    if not bead.target:
        return "omitted"
    if not bead.source:
        return "added"
    return "moved" if bead.moved else "doubtful" if bead.confidence < DOUBTFUL else ""


def _item(alignment: Alignment, finding: Finding) -> str:
    head = f"<code>{attribute(finding.where)}</code> <b>{finding.severity}</b> <code>{attribute(finding.rule)}</code>"
    expected = f"<br>expected: {attribute(finding.expected)}" if finding.expected else ""
    quotes = "".join(
        f'<br><span{_lang(document)} dir="auto">{quote}</span>'
        for document, place in ((alignment.source, finding.source), (alignment.target, finding.target))
        for quote in _quotes(document, place)
    )
    return f'<li class="{finding.severity}">{head}<br>{attribute(finding.message)}{quotes}{expected}</li>'


def _quotes(document: Document, place: Place | None) -> Iterator[str]:
    """The words with what stands around them in their segment."""
    if place is None:
        return
    segment = document.segments[place.segment]
    first, last = max(segment.start, place.start - AROUND), min(max(segment.end, place.end), place.end + AROUND)
    before = ("…" if first > segment.start else "") + document.text[first : place.start]
    after = document.text[place.end : last] + ("…" if last < segment.end else "")
    yield f"{attribute(before)}<mark>{attribute(document.text[place.start : place.end])}</mark>{attribute(after)}"


def _about(document: Document) -> str:
    parts = (document.name, document.lang, document.date.isoformat() if document.date else "")
    return " · ".join(attribute(part) for part in parts if part)


def _lang(document: Document) -> str:
    return f' lang="{attribute(document.lang)}"' if document.lang not in ("", "und") else ""


def _rest(many: int) -> str:
    return f'<p class="soft">… and {many - MOST} more</p>' if many > MOST else ""


def _notes(notes: Sequence[str]) -> str:
    return "".join(f'<p class="soft">⚠ {attribute(note)}</p>' for note in notes)

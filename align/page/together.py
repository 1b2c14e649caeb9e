"""A source with several translations on the page: all side by side, a row for what they have cut alike, and the facts in a table.

It is to be read. Beads are put right and findings marked as wrong in the pairs below it, to which all its places lead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from align.model import Alignment, Document, Fact, Finding, Place, Report
from align.page.article import Shown, side
from align.page.markup import Side, attribute
from align.reports.facts import Row as Compared
from align.reports.facts import table
from align.translations import Row, Translations

LONGEST = 60
"""Characters of a finding's words that a row quotes."""


def together(reports: Sequence[Report], shown: Sequence[Sequence[Shown]]) -> str:
    """The element of the translations of one source; `shown` are the findings of each as its own pair has them."""
    alignments = tuple(report.alignment for report in reports)
    source = alignments[0].source
    documents = (source, *(alignment.target for alignment in alignments))
    every = [s for own in shown for s in own]
    sides = [
        side("source", source, [(s, s.finding.source) for s in every]),
        *(
            side("target", a.target, [(s, s.finding.target) for s in own])
            for a, own in zip(alignments, shown, strict=True)
        ),
    ]
    notes: dict[tuple[int, int], list[str]] = defaultdict(list)
    for k, own in enumerate(shown):
        for s in own:
            notes[k, s.finding.bead].append(_note(alignments[k], s.finding, s.id))
    rows = "".join(_row(row, sides, notes) for row in Translations(alignments).rows())
    title = source.title or " · ".join(document.name for document in documents)
    heads = "".join(f"<p>{attribute(f'{document.name} · {document.lang}')}</p>" for document in documents)
    return (
        f'<section class="together">\n<header><h1 dir="auto">{attribute(title)}</h1>\n'
        f'<div class="heads">{heads}<p>Findings</p></div></header>\n<ol>\n{rows}</ol>\n{_facts(reports, documents)}</section>\n'
    )


def _row(row: Row, sides: Sequence[Side], notes: Mapping[tuple[int, int], Sequence[str]]) -> str:
    texts = "".join(side.markup(held) for side, held in zip(sides, (row.source, *row.targets), strict=True))
    own = [note for k, beads in enumerate(row.beads) for bead in beads for note in notes.get((k, bead), ())]
    return f'<li class="row">{texts}<ul class="notes">{"".join(own)}</ul></li>\n'


def _note(alignment: Alignment, finding: Finding, id: str) -> str:
    """A line that leads to the finding: the language, the rule, the words, and what they should be."""
    document, place = (alignment.target, finding.target) if finding.target else (alignment.source, finding.source)
    words = _words(document, place)
    right = f" → {attribute(finding.expected)}" if finding.expected else ""
    return (
        f'<li class="{finding.severity}"><a href="#{id}" title="{attribute(finding.message)}">'
        f"<b>{attribute(alignment.target.lang)}</b> {attribute(finding.rule)}</a>"
        f'<span lang="{attribute(document.lang)}"> {attribute(words)}</span>{right}</li>'
    )


def _words(document: Document, place: Place | None) -> str:
    text = " ".join(document.text[place.start : place.end].split()) if place else ""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _facts(reports: Sequence[Report], documents: Sequence[Document]) -> str:
    """Each value and name of the source, and what every translation has for it."""
    rows = table(reports)
    if not rows:
        return ""
    heads = "".join(f"<th>{attribute(document.lang)}</th>" for document in documents)
    body = "".join(_fact(row, documents) for row in rows)
    return (
        f"<details><summary>{len(rows)} facts</summary><table><thead><tr><th></th>{heads}</tr></thead>"
        f"<tbody>{body}</tbody></table></details>\n"
    )


def _fact(row: Compared, documents: Sequence[Document]) -> str:
    source, *targets = documents
    cells = "".join(_cell(document, fact) for document, fact in zip(targets, row.cells, strict=True))
    return f"<tr><td>{row.kind}</td><td>{attribute(_words(source, row.source))}</td>{cells}</tr>"


def _cell(document: Document, fact: Fact | None) -> str:
    apart = ' class="error"' if fact and fact.apart else ""
    return f"<td{apart}>{attribute(_words(document, fact.target)) if fact and fact.target else ''}</td>"

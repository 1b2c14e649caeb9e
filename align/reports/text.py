"""The findings in a terminal, like a compiler's: where, how grave, what, and the words of both sides in their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import IO

import click

from align.checks import SEVERITIES
from align.model import Document, Place, Report
from align.readers.positions import position
from align.reports import Writer
from align.reports.excerpt import CUT, excerpt
from align.reports.located import Located, Spot, located
from align.reports.options import Options
from align.reports.totals import counted, looked_at
from align.reports.width import cells, head, padded, plain, tail, wrapped

COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}
NARROWEST = 40
"""Cells below which lines are not made narrower."""
INDENT = 4


def write(reports: Sequence[Report], out: IO[bytes], options: Options) -> None:
    """A paragraph a finding, source above target; then how many there are and what was looked at."""
    hidden: Counter[str] = Counter()
    if options.told == "statistics":
        out.write("".join(f"{line}\n" for line in _statistics(reports)).encode("utf-8", "replace"))
    for item in located(reports, options) if options.told == "findings" else ():
        if item.finding.severity == "info" and not options.info:
            hidden["info"] += not item.finding.silenced
        elif not item.finding.silenced:
            out.write(("\n".join(_lines(item, options)) + "\n\n").encode("utf-8", "replace"))
    last = counted(finding for report in reports for finding in report.findings)
    last += " (infos not shown: --info)" if hidden["info"] else ""
    for each in options.failed:
        out.write(f"not checked: {plain(each.message)}\n".encode("utf-8", "replace"))
    out.write(f"{_styled(last, options, bold=True)}\n{looked_at(reports)}\n".encode())


def _statistics(reports: Sequence[Report]) -> Iterator[str]:
    """How many findings each rule has of each severity, the graver and then the more first."""
    seen = Counter((f.severity, f.rule) for report in reports for f in report.findings if not f.silenced)
    rows = sorted(seen.items(), key=lambda row: (SEVERITIES.index(row[0][0]), -row[1], row[0][1]))
    gutter = max((len(str(number)) for _, number in rows), default=0)
    for (severity, rule), number in rows:
        yield f"{number:{gutter}} {severity:7} {rule}"
    if rows:
        yield ""


def _lines(item: Located, options: Options) -> Iterator[str]:
    width = max(options.width, NARROWEST)
    finding, at = item.finding, item.at
    color = COLORS[finding.severity]
    where = plain(item.file) + (f":{at.line}:{at.column}" if at else "")
    kind = f"{finding.severity}[{finding.rule}]"
    sure = f" ({round(100 * finding.probability)}% sure)" if finding.probability < 1 else ""
    first, *rest = wrapped(plain(finding.message) + sure, width - INDENT, cells(where) + cells(kind) + 4 - INDENT)
    yield f"{_styled(where, options, bold=True)}: {_styled(kind, options, fg=color, bold=True)}: {first}".rstrip()
    yield from (" " * INDENT + line for line in rest)
    alignment = item.report.alignment
    sides = [
        (_label(document, side, spot), document, place)
        for document, side, place, spot in (
            (alignment.source, "source", finding.source, item.source),
            (alignment.target, "target", finding.target, item.target),
        )
        if place and spot
    ]
    others = [
        (_label(w.document, "", spot), w.document, w.place) for w, spot in zip(finding.others, item.others, strict=True)
    ]
    if len(sides) == 1 and _whole(sides[0][1], sides[0][2]):
        yield from _sentence(item, *sides[0], options, width)
        return
    gutter = max((cells(label) for label, *_ in (*sides, *others)), default=0)
    for label, document, place in (*sides, *others):
        expected = finding.expected if place is finding.target else ""
        yield from _quoted(f"  {padded(label, gutter)} | ", document, place, expected, color, options, width)


def _whole(document: Document, place: Place) -> bool:
    """Whether a place is a whole sentence."""
    segment = document.segments[place.segment] if place.segment < len(document.segments) else None
    return segment is not None and place.start <= segment.start < segment.end <= place.end


def _sentence(
    item: Located, label: str, document: Document, place: Place, options: Options, width: int
) -> Iterator[str]:
    """A sentence that one side has alone, in full; and where the other side would have it."""
    rows = [(label, document.text[place.start : place.end])]
    side = "source" if item.finding.target is None else "target"
    rows += [
        (_label(other, side, spot), f"{where} {text}") for other, spot, where, text in _neighbours(item, side, width)
    ]
    gutter = max(cells(told) for told, _ in rows)
    for number, (told, text) in enumerate(rows):
        for k, line in enumerate(wrapped(plain(text), width - gutter - 5)):
            margin = f"  {padded('' if k else told, gutter)} | "
            yield _styled(margin, options, dim=True) + (
                line if number else _styled(line, options, fg=COLORS[item.finding.severity], bold=True)
            )


def _neighbours(item: Located, side: str, width: int) -> Iterator[tuple[Document, Spot, str, str]]:
    """The sentences of the other side between which one of `side` is missing: "after" the end of one, "before" the next."""
    alignment, bead = item.report.alignment, item.finding.bead
    other: Document = alignment.target if side == "source" else alignment.source
    file = item.files[1 if side == "source" else 0]
    held = [bead.target if side == "source" else bead.source for bead in alignment.beads]
    before = next((own[-1] for own in held[:bead][::-1] if own), None)
    after = next((own[0] for own in held[bead + 1 :] if own), None)
    for where, index in (("after", before), ("before", after)):
        if index is not None:
            segment = other.segments[index]
            line, column = position(other, segment.start)
            text = plain(other.text[segment.start : segment.end])
            room = width // 2
            if cells(text) > room:
                text = CUT + tail(text, room) if where == "after" else head(text, room) + CUT
            yield other, Spot(file, line, column, line, column, text), where, text


def _label(document: Document, side: str, spot: Spot) -> str:
    return f"{plain(document.lang) or side} {spot.line}:{spot.column}"


def _quoted(
    label: str, document: Document, place: Place, expected: str, color: str, options: Options, width: int
) -> Iterator[str]:
    """The line with the words, and below it carets under them, followed by what is expected."""
    before, words, after = excerpt(document.text, place.start, place.end, max(width - cells(label), NARROWEST // 2))
    yield f"{_styled(label, options, dim=True)}{before}{_styled(words, options, fg=color, bold=True)}{after}".rstrip()
    margin = f"{' ' * (cells(label) - 2)}| "
    carets = " " * cells(before) + "^" * max(1, cells(words))
    hint = plain(f"expected {expected}") if expected else ""
    beside = cells(margin) + cells(carets) + 1 + cells(hint) <= width
    shown = f"{carets} {hint}".rstrip() if beside else carets
    yield _styled(margin, options, dim=True) + _styled(shown, options, fg=color)
    if not beside:
        yield from (f"{_styled(margin, options, dim=True)}{line}" for line in wrapped(hint, width - cells(margin)))


def _styled(
    text: str, options: Options, *, fg: str | None = None, bold: bool | None = None, dim: bool | None = None
) -> str:
    return click.style(text, fg=fg, bold=bold, dim=dim) if options.color else text


REPORT = Writer(("txt",), place=10, write=write)

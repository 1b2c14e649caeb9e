"""The findings in a terminal, like a compiler's: where, how grave, what, and the words of both sides in their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

import click

from align.model import Document, Place, Report
from align.reports import Writer
from align.reports.excerpt import excerpt
from align.reports.located import Located, Spot, located
from align.reports.options import Options
from align.reports.totals import counted, looked_at
from align.reports.width import cells, padded, plain, wrapped

COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}
NARROWEST = 40
"""Cells below which lines are not made narrower."""
INDENT = 4


def write(reports: Sequence[Report], out: IO[bytes], options: Options) -> None:
    """A paragraph a finding, source above target; then how many there are and what was looked at."""
    for item in located(reports, options):
        if not item.finding.silenced:
            out.write(("\n".join(_lines(item, options)) + "\n\n").encode("utf-8", "replace"))
    last = counted(finding for report in reports for finding in report.findings)
    out.write(f"{_styled(last, options, bold=True)}\n{looked_at(reports)}\n".encode())


def _lines(item: Located, options: Options) -> Iterator[str]:
    width = max(options.width, NARROWEST)
    finding, at = item.finding, item.at
    color = COLORS[finding.severity]
    where = plain(item.file) + (f":{at.line}:{at.column}" if at else "")
    kind = f"{finding.severity}[{finding.rule}]"
    first, *rest = wrapped(plain(finding.message), width - INDENT, cells(where) + cells(kind) + 4 - INDENT)
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
    gutter = max((cells(label) for label, *_ in sides), default=0)
    for label, document, place in sides:
        expected = finding.expected if place is finding.target else ""
        yield from _quoted(f"  {padded(label, gutter)} | ", document, place, expected, color, options, width)


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

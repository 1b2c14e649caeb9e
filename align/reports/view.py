"""The two-column view of an alignment in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

import click

from align.formats.text import side
from align.model import Alignment, Bead
from align.reports.width import padded, wrapped

DOUBTFUL = 0.7
"""Confidence below which a bead is marked with a question mark."""
NARROWEST = 30
"""Columns below which the view is not made narrower."""


def view(alignment: Alignment, width: int, color: bool) -> Iterator[str]:
    """The lines of the view, none wider than `width` cells: source left, target right, a line between beads.

    The gutter has the confidence in per cent, and a mark: - omitted, + added, ~ moved, ? doubtful.
    """
    column = (max(width, NARROWEST) - 9) // 2
    yield _rule(column, "┬")
    for number, bead in enumerate(alignment.beads):
        if number:
            yield _rule(column, "┼")
        yield from _rows(alignment, bead, column, color)
    yield _rule(column, "┴")


def mark(bead: Bead) -> str:
    """One character for what is unusual about a bead."""
    if not bead.target:
        return "-"
    if not bead.source:
        return "+"
    return "~" if bead.moved else "?" if bead.confidence < DOUBTFUL else " "


def _rows(alignment: Alignment, bead: Bead, column: int, color: bool) -> Iterator[str]:
    left = wrapped(side(alignment.source, bead.source), column)
    right = wrapped(side(alignment.target, bead.target), column)
    sign = mark(bead)
    shade = {"-": "red", "+": "green", "~": "cyan", "?": "yellow"}.get(sign)
    gutter = f"{min(99, round(bead.confidence * 100)):2}{sign}"
    for k, (a, b) in enumerate(zip_longest(left, right, fillvalue="")):
        line = f"{gutter if not k else '   '} │ {padded(a, column)} │ {b}".rstrip()
        yield click.style(line, fg=shade) if color and shade else line


def _rule(column: int, crossing: str) -> str:
    return "─" * 4 + crossing + "─" * (column + 2) + crossing + "─" * (column + 1)

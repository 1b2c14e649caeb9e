"""Comments in an article that speak to this program: <!-- align: ignore name-drift reason -->."""

from __future__ import annotations

import re

_BEGINS, _ENDS = r"<!--\s{0,9}align:", r".{0,1000}?-->"
REMARK = re.compile(rf"{_BEGINS}(?P<body>.{{0,1000}}?)-->", re.DOTALL)
BODY = re.compile(
    r"\s*(?P<verb>\S*)(?:\s+(?P<rules>[A-Za-z][\w-]*(?:\s*,\s*[A-Za-z][\w-]*)*)(?P<reason>.*))?\s*", re.DOTALL
)
"""What a remark says: ignore or ignore-file, one or more rules with commas, and why."""
LINE = re.compile(rf"(?:(?<=\n)|\A)[^\S\n]*{_BEGINS}{_ENDS}[^\S\n]*(?:\n|\Z)|{_BEGINS}{_ENDS}", re.DOTALL)
"""A remark as plain text has it: with its line, where it is alone in that."""
FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
TICKS = re.compile(r"`+|\n[^\S\n]*\n")
"""Backticks, or the blank line that ends a paragraph."""


def code(file: str) -> list[tuple[int, int]]:
    """The code in Markdown, where a remark is an example of one: fenced blocks, and `code` within a paragraph; in file order."""
    found: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    last = 0
    for fence in FENCE.finditer(file):
        if opened is None:
            found += _inline(file, last, fence.start())
            opened = fence
        elif fence[1].startswith(opened[1]):
            found.append((opened.start(), fence.end()))
            opened, last = None, fence.end()
    return [*found, (opened.start(), len(file))] if opened else [*found, *_inline(file, last, len(file))]


def _inline(file: str, start: int, end: int) -> list[tuple[int, int]]:
    """From backticks to the next as many in their paragraph."""
    ticks = list(TICKS.finditer(file, start, end))
    partner: dict[int, re.Match[str]] = {}
    seen: dict[str, re.Match[str]] = {}
    for run in reversed(ticks):  # backwards, so that each run finds the next like it in one step
        if run[0][0] == "\n":
            seen.clear()
            continue
        if run[0] in seen:
            partner[run.start()] = seen[run[0]]
        seen[run[0]] = run
    found = []
    for run in ticks:
        if run.start() >= start and run.start() in partner:
            start = partner[run.start()].end()
            found.append((run.start(), start))
    return found

"""What of a file of Markdown is found: the lines of the paragraph that is open, and the blocks and tables that are whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from align.readers.marks.content import Range
from align.readers.marks.cursor import Cursor
from align.readers.marks.inline import HTML, MARKS, PLAIN, normal
from align.readers.marks.parts import BARE, DEFINITION, DELIMITERS, ROW, Block, cells, ranges, trim


@dataclass(slots=True)
class Leaf:
    """What goes on over lines until one ends it: code, HTML, a table, options."""

    kind: str
    end: re.Pattern[str] | None = None
    columns: int = 0


@dataclass(slots=True)
class Found:
    """The blocks of a file, as far as it is read."""

    file: str
    found: list[Block] = field(init=False, default_factory=list)
    labels: set[str] = field(init=False, default_factory=set)
    """What the definitions of links define."""
    lines: list[Range] = field(init=False, default_factory=list)
    """Of the paragraph that is open."""
    leaf: Leaf | None = field(init=False, default=None)
    cursor: Cursor = field(init=False)
    resume: int = field(init=False, default=0)
    """Offset up to which nothing more is read: a comment, a tag of many lines."""
    below: int = field(init=False, default=-1)
    """How many blocks there were when a paragraph ended, below which a definition may stand."""

    def __post_init__(self) -> None:
        self.cursor = Cursor(self.file)

    def _text(self, at: int) -> None:
        """A line of a paragraph; a comment that begins in it may end on another one."""
        end = self.cursor.end
        start = self.file.rfind("<!--", at, end)
        if start >= 0 and self.file.find("-->", start, end) < 0 and self.file.count("`", at, start) % 2 == 0:
            close = self.file.find("-->", start)
            if close >= 0:
                end, self.resume = start, close + 3
        self.lines.append((at, end))

    def _block(self, ranges: Iterable[Range], kind: str = MARKS, cell: bool = False) -> None:
        trimmed = [(a, b) for a, b in (trim(self.file, *each) for each in ranges) if a < b]
        if trimmed:
            self.found.append(Block(tuple(trimmed), kind, cell))

    def _flush(self, kind: str = "") -> None:
        """The paragraph that is open is over."""
        lines, self.lines = self.lines, []
        if not lines:
            return
        if kind or (self.leaf and self.leaf.kind == "html"):
            self._block(lines, HTML)
            return
        lines = self._definitions(lines)
        if lines and all(ROW.match(self.file[a:b].rstrip()) and self.file[a:b].count("|") > 1 for a, b in lines):
            for start, end in lines:
                if not DELIMITERS.match(self.file, start, end):
                    self._cut(start, end, 1000)
        elif lines:
            self._block(lines)
        self.below = len(self.found)

    def _definitions(self, lines: list[Range]) -> list[Range]:
        """The lines of a paragraph without the definitions of links at its beginning, whose titles are text."""
        if self.file[lines[0][0]] != "[":
            return lines
        content, at = "\n".join(self.file[a:b] for a, b in lines), 0
        while match := DEFINITION.match(content, at) or BARE.match(content, at):
            self.labels.add(normal(match[1]))
            for group in range(2, 1 + match.re.groups):
                if match[group]:
                    self._block(ranges(lines, *match.span(group)), PLAIN)
            at = match.end()
        used = content.count("\n", 0, at) + (at == len(content) > 0 and not content.endswith("\n"))
        return lines[used:] if at else lines

    def _table(self, at: int) -> bool:
        if self.file[at] not in "|:-" or not DELIMITERS.match(self.file, at, self.cursor.end):
            return False
        columns = len(cells(self.file, at, self.cursor.end))
        start, end = self.lines[-1]
        if (
            "|" not in self.file[at : self.cursor.end] + self.file[start:end]
            or len(cells(self.file, start, end)) != columns
        ):
            return False
        self.lines.pop()
        self._flush()
        self._cut(start, end, columns)
        self.leaf = Leaf("table", columns=columns)
        return True

    def _cut(self, start: int, end: int, columns: int) -> None:
        for cell in cells(self.file, start, end)[:columns]:
            self._block([cell], cell=True)

"""Blocks of Markdown become paragraphs on a tape, without their marks; where the marks stood is kept beside them."""

from __future__ import annotations

import re
from collections.abc import Set

from align.model import InlineCode
from align.readers.marks.content import Content, Range
from align.readers.marks.inline import BREAK, DROP, LINE, PLAIN, REFERENCE, SPACE, Event, Inline
from align.readers.marks.parts import Block
from align.readers.text_builder import Tape

LEAD = re.compile(r"[^\S\n]*((?:(?:>|[-*+]|\d{1,9}[.)]|#{1,6}|\[[ xX]\]|\[\^[^\[\]\s]+\]:)[^\S\n]*)+)\Z")
"""What a line begins with that makes it a heading, an item, a quote."""

RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)


class Writer:
    """One block after the other; between two a blank line."""

    def __init__(self, tape: Tape, labels: Set[str] = frozenset(), braces: bool = False) -> None:
        """`labels`: what is defined as a link; `braces`: {...} is an expression."""
        self.tape, self.labels, self.braces = tape, labels, braces
        self.raw = [match.span() for match in RAW.finditer(tape.file)] if "endraw" in tape.file else []
        """Where braces of Liquid are text."""
        self.pairs = 0
        self.gap = "\n\n"
        """What stands before the next letter if the paragraph or line has none yet."""
        self.space: Range | None = None
        """White space of the file that is written if something follows it."""
        self.waiting: list[tuple[str, int, str]] = []
        """Marks before the first letter."""

    def write(self, block: Block) -> None:
        """A block, and behind it the titles of what it links to."""
        content = Content(self.tape.file, block.ranges)
        literal = any(start <= block.ranges[0][0] < end for start, end in self.raw)
        found = Inline(content.text, block.kind, self.labels, self.braces, literal, block.cell).walk()
        self.gap, self.space, self.waiting = "\n\n", None, []
        if lead := LEAD.match(
            self.tape.file, self.tape.file.rfind("\n", 0, block.ranges[0][0]) + 1, block.ranges[0][0]
        ):
            self.waiting = [("alone", 0, lead[1])]
        position = 0
        for event in found.events:
            if event.start >= position:
                self._copy(content, position, event.start)
                self._mark(content, event)
                position = event.end
        self._copy(content, position, len(content.text))
        self._trail()
        self.pairs += found.pairs
        for start, end in found.behind:
            if content.text[start:end].strip():
                self.write(Block(tuple(content.ranges(start, end)), PLAIN))

    def _mark(self, content: Content, event: Event) -> None:
        start, end = event.start, event.end
        a = content.place(start)
        if event.does == REFERENCE:
            if self.tape.stands_for(content.text[start:end]).isspace():
                self._white(a, a)
            else:
                self._begin(a)
                self.tape.reference(a, a + end - start)
        elif event.does == DROP:
            self._code(event.kind, event.pair + self.pairs if event.pair else 0, content.text[start:end])
        elif event.does == SPACE:
            self._white(a, a)
        else:
            self._trail()
            if event.does == BREAK or not self.gap:
                self.gap = "\n" if event.does == LINE else "\n\n"
            self.space, self.waiting = None, []

    def _white(self, start: int, end: int) -> None:
        """White space that may be written; beside a mark that stands between two, the second is the mark's."""
        if self.waiting:
            kind, pair, raw = self.waiting[-1]
            self.waiting[-1] = kind, pair, raw + self.tape.file[start:end]
        elif not self.space:
            self.space = (start, end)

    def _code(self, kind: str, pair: int, raw: str) -> None:
        """A mark stands where the next letter will: behind the white space before it, except one that closes."""
        if self.gap or (self.space and kind != "close"):
            self.waiting.append((kind, pair, raw))
        else:
            self.tape.code(InlineCode(self.tape.length, kind, pair, raw))

    def _trail(self) -> None:
        """Marks behind the last letter are its sentence's, with the white space before them."""
        if self.gap or not self.waiting:
            return
        kind, pair, raw = self.waiting[0]
        start, end = self.space or (0, 0)
        self.waiting[0] = kind, pair, self.tape.file[start:end] + raw
        for kind, pair, raw in self.waiting:
            self.tape.code(InlineCode(self.tape.length, kind, pair, raw.rstrip()))
        self.waiting = []

    def _begin(self, at: int) -> None:
        """What stands between the last word, line or paragraph and what is written next."""
        if self.gap:
            if self.tape.length:
                self.tape.put(self.gap, max(0, at - len(self.gap)))
        elif self.space:
            start, end = self.space
            if start < end:
                self.tape.copy(start, end)
            else:
                self.tape.put(" ", start)
        self.gap, self.space = "", None
        for kind, pair, raw in self.waiting:
            self.tape.code(InlineCode(self.tape.length, kind, pair, raw))
        self.waiting = []

    def _copy(self, content: Content, start: int, end: int) -> None:
        text = content.text[start:end]
        left, right = len(text) - len(text.lstrip()), len(text.rstrip())
        if left:
            a = content.place(start)
            self._white(a, a + left)
        if left < len(text):
            self._begin(content.place(start + left))
            for a, b in content.ranges(start + left, start + right):
                self.tape.copy(a, b)
            if right < len(text):
                a = content.place(start + right)
                self._white(a, a + len(text) - right)

"""Markdown and its dialects: the text that a reader of the page sees, each paragraph, heading, item and cell on a line of its own.

No text: code blocks, comments, marks, targets of links. Text too: titles, captions and descriptions, and those in front matter.

Our own parser and not markdown-it-py, whose tokens do not say where in a line they stand; tests compare the two.
"""

from __future__ import annotations

from bisect import bisect_right

from align.readers import Parsed, Reader
from align.readers.decoding import decode
from align.readers.front_matter import page
from align.readers.marks.blocks import Block, Blocks, Range, labels
from align.readers.marks.inline import BREAK, DROP, LINE, PLAIN, REFERENCE, Inline
from align.readers.text_builder import Tape


def read(data: bytes, name: str) -> Parsed:
    """The text of a Markdown file and of its front matter; paragraphs are separated by a blank line."""
    file = decode(data, name)
    matter = page(file)
    tape = Tape(file)
    blocks = Blocks(file, matter.end, name.lower().endswith(".mdx"))
    writer = Writer(tape, labels(file), blocks)
    for ranges in matter.texts:
        writer.write(Block(ranges))
    for block in blocks.read():
        writer.write(block)
    return Parsed(tape, matter.date, matter.title, matter.lang)


class Writer:
    """Blocks become lines of a tape."""

    def __init__(self, tape: Tape, defined: frozenset[str], blocks: Blocks) -> None:
        self.tape, self.labels, self.blocks = tape, defined, blocks
        self.fresh = True
        """Nothing of the paragraph is written yet."""
        self.space: Range | None = None
        """White space that is written if something follows it."""

    def write(self, block: Block) -> None:
        content = self._content(block.ranges)
        found = Inline(content, block.kind, self.labels, self.blocks.mdx, block.cell).walk()
        self.fresh, self.space = True, None
        position = 0
        for event in found.events:
            if event.start < position:
                continue
            self._copy(content, position, event.start)
            position = event.end
            if event.does == DROP:
                self._code(content, event.start, event.end, event.kind, event.pair)
            elif event.does == REFERENCE:
                self._reference(event.start, event.end)
            elif event.does in (BREAK, LINE):
                self._code(content, event.start, event.end, event.kind, event.pair)
                self.fresh, self.space = self.fresh or "line" if event.does == LINE else True, None
            elif not self.space:
                self.space = (event.start, event.end)
        self._copy(content, position, len(content))
        for start, end in found.behind:
            self.write(Block(tuple(self._ranges(start, end)), PLAIN))
            self.write_back(block)

    def write_back(self, block: Block) -> None:
        """Titles of links have been read: the places of `block` count again."""
        self._content(block.ranges)

    def _content(self, ranges: tuple[Range, ...]) -> str:
        """The lines of a block, joined; where each begins is remembered."""
        file = self.tape.file
        pieces: list[str] = []
        self.starts, self.places = [0], [ranges[0][0]]
        length = 0
        for k, (start, end) in enumerate(ranges):
            if k:
                joined = "\n" if "\n" in file[ranges[k - 1][1] : start] else ""
                pieces.append(joined)
                length += len(joined)
                self.starts.append(length)
                self.places.append(start)
            pieces.append(file[start:end])
            length += end - start
        return "".join(pieces)

    def _place(self, offset: int) -> int:
        k = bisect_right(self.starts, offset) - 1
        return self.places[k] + offset - self.starts[k]

    def _ranges(self, start: int, end: int) -> list[Range]:
        """A span of the content as ranges of the file."""
        found = []
        while start < end:
            k = bisect_right(self.starts, start)
            stop = min(end, self.starts[k]) if k < len(self.starts) else end
            found.append((self._place(start), self._place(start) + stop - start))
            start = stop
        return found

    def _begin(self, at: int) -> None:
        """What stands between the last paragraph, line or word, and what is written next."""
        if self.fresh:
            if self.tape.length:
                self.tape.put("\n" if self.fresh == "line" else "\n\n", at)
        elif self.space:
            start, end = self.space
            self.tape.put(" ", self._place(start)) if end < start + 1 or self.tape.file[self._place(start)] in "\n\r\\" else self.tape.copy(
                self._place(start), self._place(start) + end - start
            )
        self.fresh, self.space = False, None

    def _copy(self, content: str, start: int, end: int) -> None:
        text = content[start:end]
        left, right = len(text) - len(text.lstrip()), len(text.rstrip())
        if left >= len(text):
            if text and not self.space:
                self.space = (start, end)
            return
        if left and not self.space:
            self.space = (start, start + left)
        self._begin(self._place(start + left))
        for a, b in self._ranges(start + left, start + right):
            self.tape.copy(a, b)
        if right < len(text):
            self.space = (start + right, end)

    def _reference(self, start: int, end: int) -> None:
        (a, b), *_ = self._ranges(start, end)
        if Tape.stands_for(self.tape.file[a:b]).isspace():
            self.space = self.space or (start, start)
            return
        self._begin(a)
        self.tape.reference(a, b)

    def _code(self, content: str, start: int, end: int, kind: str, pair: int) -> None:
        del content, start, end, kind, pair


READER = Reader(("md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"), place=20, read=read)

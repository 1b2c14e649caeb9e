"""AsciiDoc: the text that a reader sees, a paragraph, title, list item or cell at a time, without listings, comments and marks.

A light reading by lines, after the language's description; attributes are not replaced and files not included.
"""

from __future__ import annotations

import re

from align.readers import Parsed, Reader
from align.readers.decoding import decode
from align.readers.text_builder import Tape, trimmed

VERBATIM = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}.*)$")
"""What opens and closes a block that is no text: listing, literal, passthrough, comment, fenced code."""
FRAME = re.compile(r"(?:={4,}|\*{4,}|_{4,}|--|[|,:!]={3,}|'{3,}|<{3,}|\+|\*\s?\*\s?\*|-\s?-\s?-)$")
"""Lines that only hold blocks together: example, sidebar, quote, open block, table, rule, page break, continuation."""
TABLE = re.compile(r"[|!]={3,}$")
HIDDEN = re.compile(
    r"//(?!/)|:!?[\w-]+!?:(?:\s|$)|\[[^\[\]]*\]$|\[\[[^\]]*\]\]$|(?:include|ifn?def|ifeval|endif|toc|video|audio|tag|end)::?\S*\[.*\]$"
)
"""Lines that are no text: a comment, an attribute, the attributes and anchor of a block, a directive."""
IMAGE = re.compile(r"image::[^\[\s]*\[(?P<alt>[^\],=]*)[^\]]*\]$")
MARKER = re.compile(
    r"\s*(?:={1,6}\s+|#{1,6}\s+|\.(?=[^\s.])|(?:\*{1,5}|-|\.{1,5}|\d{1,4}\.|[a-zA-Z]\.)\s+(?:\[[ xX*]\]\s+)?|<(?:\d+|\.)>\s+)"
)
"""What begins a title, a block's title, an item of a list or a callout."""
ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+")
TERM = re.compile(r"(?P<term>\S.*?)(?:::{1,3}|;;)(?:\s+|$)")
CELL = re.compile(r"(?:(?:\d+(?:\.\d+)?|\.\d+)[+*])?[<^>]?(?:\.[<^>])?[aehlmsv]?(?<!\\)\|")
INLINE = re.compile(
    r"(?:(?:link|mailto|xref):[^\s\[\]]+|https?://[^\s\[\]<>]+|irc://[^\s\[\]]+)\[(?P<link>[^\[\]]*?)(?:,[^\[\]]*)?\^?\]"
    r"|<<[^<>,]+(?:,\s*(?P<cross>[^<>]+))?>>"
    r"|image:[^\s\[\]:][^\[\]]*\[(?P<alt>[^\],=]*)[^\]]*\]"
    r"|footnote(?:ref)?:[\w-]*\[(?P<note>[^\[\]]*)\]"
    r"|(?:kbd|btn):\[(?P<key>[^\[\]]*)\]|menu:(?P<menu>[^\[\]]+)\[[^\[\]]*\]"
    r"|(?:pass|stem|latexmath|asciimath):[\w,]*\[(?P<raw>[^\[\]]*)\]"
    r"|\[\[[^\[\]]*\]\]|\(\(\([^()]*\)\)\)|anchor:[^\s\[]+\[[^\]]*\]"
    r"|\(\((?P<index>[^()]+)\)\)"
    r"|(?P<ticks>`{1,2})(?P<code>[^`\n]+)(?P=ticks)|\+{1,3}(?=\S)(?P<plus>[^+\n]+?)(?<=\S)\+{1,3}"
    r"|\[[.#%][^\[\]]*\](?=[#*_`])"
    r"|(?P<reference>&(?:#\d{1,7}|[A-Za-z][A-Za-z\d]{1,30});)"
    r"|\s\+$|\\(?=[*_`#{\[+])"
    r"|(?P<mark>\*\*|__|##|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|(?<![\w#])\#(?=\S)|(?<=\S)\#(?!\w)|[~^](?=\S))"
)
AS_IT_IS = ("code", "raw", "plus")
KEPT = ("link", "cross", "alt", "key", "menu", "raw", "index", "code", "plus")


def read(data: bytes, name: str) -> Parsed:
    """The text of an AsciiDoc file; the document's title is its first line of one equals sign."""
    file = decode(data, name)
    text = _Text(Tape(file))
    closing, table, going, title = "", False, False, None
    start = 0
    for line in file.splitlines(keepends=True):
        said = line.strip()
        end = start + len(line.rstrip())
        if closing:
            closing = "" if said == closing else closing
            going = False
        elif VERBATIM.match(said):
            closing, going = ("```" if said.startswith("```") else said), False
        elif not said or FRAME.match(said):
            table, going = table ^ bool(TABLE.match(said)), False
        elif found := IMAGE.match(said):
            at = start + line.index(said)
            text.paragraph(at + found.start("alt"), at + found.end("alt"))
            going = False
        elif HIDDEN.match(said):
            going = False
        elif table:
            text.cells(start, end)
        else:
            title = title or (said[2:].strip() if said.startswith("= ") else None)
            going = text.line(start, end, going)
        start += len(line)
    text.notes()
    return Parsed(text.tape, None, title)


class _Text:
    """What is read so far; a footnote stands behind the paragraph that it is in."""

    def __init__(self, tape: Tape) -> None:
        self.tape = tape
        self.held: list[tuple[int, int]] = []

    def line(self, start: int, end: int, going: bool) -> bool:
        """A line of text, which goes on where the last one did not end; whether the next one may go on here."""
        file = self.tape.file
        marker = MARKER.match(file, start, end)
        begin = marker.end() if marker else start
        title = marker is not None and (marker[0].strip()[:1] in ("=", "#") or marker[0].strip() == "." == marker[0])
        if term := TERM.match(file, begin, end):
            self.paragraph(*term.span("term"))
            begin, marker = term.end(), term
        if admonition := ADMONITION.match(file, begin, end):
            begin, marker = admonition.end(), admonition
        self.paragraph(begin, end, going and marker is None)
        return not title

    def cells(self, start: int, end: int) -> None:
        """The cells that begin in a line of a table, each a paragraph of its own; what stands before the first goes on."""
        bars = list(CELL.finditer(self.tape.file, start, end))
        self.paragraph(start, bars[0].start() if bars else end, True)
        for bar, behind in zip(bars, [*(bar.start() for bar in bars[1:]), end], strict=False):
            self.paragraph(bar.end(), behind)

    def paragraph(self, start: int, end: int, going: bool = False) -> None:
        """Text of a line without its marks, as a paragraph of its own or behind the one before."""
        start, end = trimmed(self.tape.file, start, end)
        if start == end:
            return
        if not going:
            self.notes()
        self.tape.part(start, going)
        self.inline(start, end)

    def notes(self) -> None:
        """The footnotes of the paragraph that has ended."""
        held, self.held = self.held, []
        for span in held:
            self.paragraph(*span)

    def inline(self, start: int, end: int) -> None:
        for match in INLINE.finditer(self.tape.file, start, end):
            self.tape.copy(start, match.start())
            for group in KEPT:
                if match[group]:
                    (self.tape.copy if group in AS_IT_IS else self.inline)(*match.span(group))
            if match["note"]:
                self.held.append(match.span("note"))
            if match["reference"]:
                self.tape.reference(*match.span())
            start = match.end()
        self.tape.copy(start, end)


READER = Reader(("adoc", "asciidoc", "asc"), place=50, read=read)

"""Markdown: the text that a reader sees, one line a paragraph, without code blocks, comments and link targets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from align.readers import Parsed, Reader
from align.readers.decoding import decode
from align.readers.front_matter import front
from align.readers.text_builder import Tape

FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
MARKER = re.compile(
    r"[^\S\n]*(?:>[^\S\n]?)*[^\S\n]*(?:#{1,6}[^\S\n]+|[-*+][^\S\n]+(?:\[[ xX]\][^\S\n]+)?|\d{1,9}[.)][^\S\n]+)?"
)
RULE = re.compile(r"\s*+(?:[-*_=][^\S\n]*+){3,}$|\s*+\|?(?:\s*+:?-{2,}:?\s*+\|)+\s*+(?::?-{2,}:?)?\s*+$")
DEFINITION = re.compile(r"\s{0,3}\[[^\]]+\]:\s*\S+")
NEW_BLOCK = re.compile(r"[^\S\n]*(?:>|#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|\|)")
INLINE = re.compile(
    r"(?P<image>!\[[^\[\]]*\]\([^()\s]*(?:\s++\"[^\"\n]{0,500}\")?\))"
    r"|\[(?P<link>[^\[\]]*)\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)?(?:\s++\"[^\"\n]{0,500}\")?\)|\[[^\[\]]*\])"
    r"|(?<!`)(?P<ticks>`++)(?P<code>.{1,1000}?)(?P=ticks)"
    r"|<(?P<url>https?://[^<>\s]+)>|(?P<tag></?[A-Za-z][^<>\n]*>)"
    r"|(?P<reference>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});)"
    r"|(?P<note>\[\^[^\[\]]+\]:?)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!|~>-])"
    r"|(?P<mark>\*{1,3}|~~|(?<![\w])_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))"
)


def read(data: bytes, name: str) -> Parsed:
    """The text of a Markdown file with front matter; blocks are separated by a blank line."""
    file = decode(data, name)
    matter = front(file)
    tape = Tape(file)
    for block in _blocks(file, matter.end):
        if tape.length:
            tape.put("\n\n", block[0][0])
        for number, (start, end) in enumerate(block):
            if number and "\n" in file[block[number - 1][1] : start]:
                tape.put(" ", start - 1)
            _inline(tape, start, end)
    return Parsed(tape, matter.date, matter.title, matter.lang)


def _blocks(file: str, begin: int) -> Iterator[list[tuple[int, int]]]:
    """The paragraphs, headings, list items and table rows, as the ranges of their lines."""
    hidden = list(_comments(file, begin))
    block: list[tuple[int, int]] = []
    fence = ""
    start = begin
    while start < len(file):
        end = file.find("\n", start)
        end = len(file) if end < 0 else end
        line = file[start:end]
        mark = FENCE.match(line)
        if fence or mark:
            if mark and not fence:
                fence = mark[1][:3]
            elif mark and line.strip().startswith(fence):
                fence = ""
            closes = True
        else:
            closes = not line.strip() or bool(RULE.match(line)) or bool(DEFINITION.match(line))
        if closes or NEW_BLOCK.match(line):
            if block:
                yield block
            block = []
        if not closes:
            marker = MARKER.match(file, start, end)
            a = marker.end() if marker else start
            b = a + len(file[a:end].rstrip(" \t\r#" if line.lstrip().startswith("#") else " \t\r"))
            block += list(_visible(a, b, hidden))
            if block and line.lstrip().startswith(("#", "|")):  # a heading may be all comment
                yield block
                block = []
        start = end + 1
    if block:
        yield block


def _comments(file: str, begin: int) -> Iterator[tuple[int, int]]:
    """Where comments are; one that is not closed is text, and so is all behind it."""
    while (start := file.find("<!--", begin)) >= 0 and (end := file.find("-->", start + 4)) >= 0:
        begin = end + 3
        yield start, begin


def _visible(start: int, end: int, hidden: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What of a line is in none of the ranges `hidden`, which are in order and do not touch."""
    k = bisect_right(hidden, start, key=itemgetter(1))
    while k < len(hidden) and hidden[k][0] < end:
        if start < hidden[k][0]:
            yield start, hidden[k][0]
        start = hidden[k][1]
        k += 1
    if start < end:
        yield start, end


def _inline(tape: Tape, start: int, end: int) -> None:
    """Copy a line without its marks."""
    position = start
    for match in INLINE.finditer(tape.file, start, end):
        tape.copy(position, match.start())
        for group in ("link", "code", "url", "escaped"):
            if match[group] is not None:
                if group == "link":
                    _inline(tape, *match.span(group))
                else:
                    tape.copy(*match.span(group))
        if match["reference"]:
            tape.reference(*match.span())
        position = match.end()
    _cells(tape, position, end)


def _cells(tape: Tape, start: int, end: int) -> None:
    """The rest of a line; in a table row the bars are spaces."""
    line = tape.file[tape.file.rfind("\n", 0, start) + 1 : end]
    if not line.lstrip().startswith("|"):
        tape.copy(start, end)
        return
    while start < end:
        bar = tape.file.find("|", start, end)
        bar = end if bar < 0 else bar
        tape.copy(start, bar)
        if bar < end and not tape.ends_with(" "):
            tape.put(" ", bar)
        start = bar + 1


READER = Reader(("md", "markdown"), place=20, read=read)

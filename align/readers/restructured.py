"""reStructuredText: the text that a reader sees, without literal blocks, comments, directives' options and marks.

A light reading by lines and indents, after the language's description; nothing is included or substituted.
"""

from __future__ import annotations

import re

from align.readers import Parsed, Reader
from align.readers.decoding import decode
from align.readers.text_builder import Tape, trimmed

LINE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}$")
"""Under or over a title; a transition."""
RULE = re.compile(r"[=\s]*={2,}[=\s]*$|[-\s]*-{2,}[-\s]*$|\+[-=+]+\+$")
"""What frames the rows of a table."""
DIRECTIVE = re.compile(r"\.\.\s+(?:\|[^|]+\|\s+)?(?P<name>[\w:-]+?)::(?:\s+(?P<rest>.*))?$")
TEXT = frozenset(
    "note tip warning important caution danger attention error hint seealso admonition "
    "versionadded versionchanged deprecated versionremoved "
    "topic sidebar epigraph highlights pull-quote compound container rubric centered list-table table "
    "csv-table figure glossary class todo "
    "tab-item tab-set card grid grid-item grid-item-card dropdown tabs tab group-tab only rst-class line-block hlist".split()
)
"""Directives whose body is text."""
TITLED = frozenset(
    "admonition topic sidebar rubric centered list-table table csv-table tab-item card grid-item-card dropdown tab group-tab "
    "note tip warning important caution danger attention error hint seealso todo".split()
)
"""Those whose argument is text, too."""
OPTION = re.compile(r"\s*:[\w -]+:(?:\s|$)")
ALT = re.compile(r"\s*:(?:alt|caption):\s+")
MARKER = re.compile(r"\s*(?:(?:[-*+•]|#\.|\(?(?:\d{1,4}|[a-zA-Z]|[ivxIVX]+)[.)]|\|)\s+)(?:[-*+]\s+)?")
HIDDEN = re.compile(r"\.\.(?:\s|$)|__\s")
NOTE = re.compile(r"\s*\.\.\s+\[[^\]]+\]\s+")
"""What begins a footnote."""
FIELD = re.compile(r"\s*:[\w ]+:\s+")
INLINE = re.compile(
    r":(?:[\w.+-]+:)*[\w.+-]+:`(?:~|!)?(?P<role>[^`<>]*?)(?:\s*<[^<>`]*>)?`"
    r"|``(?P<literal>[^`]+(?:`[^`]+)*?)``"
    r"|`(?P<link>[^`<>]*?)(?:\s*<[^<>`]*>)?`(?:__?|:[\w:.+-]+:)?"
    r"|\|(?P<substituted>[^|\s][^|]*)\|(?:__?)?"
    r"|\[(?:\#?[\w-]*|\*|\d+)\]_"
    r"|(?P<name>[^\W_]+)_{1,2}(?!\w)"
    r"|\\(?:\s|(?P<escaped>\S))"
    r"|(?P<mark>\*\*|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*]))"
)
KEPT = ("role", "literal", "link", "substituted", "name", "escaped")


def read(data: bytes, name: str) -> Parsed:
    """The text of a reStructuredText file."""
    file = decode(data, name)
    tape = Tape(file)
    skipped: int | None = None  # the indent of what opened a block that is no text
    frame = going = options = literal = False
    start = 0
    for line in file.splitlines(keepends=True):
        said = line.strip()
        indent, end = len(line) - len(line.lstrip()), start + len(line.rstrip())
        if not said:
            going = options = False
        elif (skipped is not None and indent > skipped) or (options and OPTION.match(line)):
            if alt := ALT.match(file, start, end):
                _paragraph(tape, alt.end(), end, going=False)
        elif LINE.match(said) or RULE.match(said):
            skipped, going, frame = (
                None,
                False,
                said.startswith("+") or bool(re.search(r"[=-]\s+[=-]", said)) or (frame and said[0] in "=-"),
            )
        elif found := DIRECTIVE.match(said):
            body = found["name"].rpartition(":")[2] in TEXT or found["name"] in TEXT
            skipped, going, options = None if body else indent, False, True
            if found["rest"] and found["name"] in TITLED:
                at = start + line.index(said) + found.start("rest")
                _paragraph(tape, at, end, going=False)
                going = True
        elif note := NOTE.match(file, start, end):
            skipped, going = None, True
            _paragraph(tape, note.end(), end, going=False)
        elif HIDDEN.match(said):
            skipped, going = indent, False
        else:
            skipped, options = None, False
            literal = said.endswith("::")
            stop = end - (2 if said in ("::",) or said.endswith(" ::") else 1) if literal else end
            going = _row(tape, start, stop) if frame and "|" in said[:1] else _line(tape, start, stop, going)
            if literal:
                skipped, going = indent, False
        start += len(line)
    return Parsed(tape)


def _row(tape: Tape, start: int, end: int) -> bool:
    """A row of a grid: each cell a paragraph."""
    begin = start
    for k in range(start, end + 1):
        if k == end or tape.file[k] == "|":
            _paragraph(tape, begin, k, going=False)
            begin = k + 1
    return False


def _line(tape: Tape, start: int, end: int, going: bool) -> bool:
    marker = MARKER.match(tape.file, start, end)
    begins = marker or (None if going else FIELD.match(tape.file, start, end))
    _paragraph(tape, begins.end() if begins else start, end, going=going and not marker)
    return True


def _paragraph(tape: Tape, start: int, end: int, *, going: bool) -> None:
    file = tape.file
    start, end = trimmed(file, start, end)
    if start >= end:
        return
    tape.part(start, going)
    for match in INLINE.finditer(file, start, end):
        tape.copy(start, match.start())
        for group in KEPT:
            if match[group]:
                tape.copy(*match.span(group))
        start = match.end()
    tape.copy(start, end)


READER = Reader(("rst", "rest"), place=55, read=read)

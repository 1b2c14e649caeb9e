"""From an offset in a document's text to a line and column of its file."""

from __future__ import annotations

from bisect import bisect_right

from align.model import Document


def file_offset(document: Document, offset: int) -> int:
    """Where `text[offset]` came from in the decoded file."""
    k = bisect_right(document.map, (offset, 1 << 62)) - 1
    here, there = document.map[max(k, 0)]
    return there + offset - here


def position(document: Document, offset: int) -> tuple[int, int]:
    """Line and column of `text[offset]` in the file, counted from 1; of a Word file the paragraph."""
    there = file_offset(document, offset)
    line = bisect_right(document.file_lines, there)
    return line, there - document.file_lines[line - 1] + 1


def line_starts(file: str) -> tuple[int, ...]:
    """The offsets at which the lines of a decoded file begin."""
    starts, position = [0], file.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = file.find("\n", position + 1)
    return tuple(starts)

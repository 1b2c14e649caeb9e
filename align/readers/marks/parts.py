"""What blocks of Markdown begin with, and spans of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from align.readers.marks.content import Range
from align.readers.marks.inline import LABEL, MARKS
from align.readers.marks.tags import TAGS


class Block(NamedTuple):
    """A paragraph, heading, cell, title: its lines, and how they are to be read."""

    ranges: tuple[Range, ...]
    kind: str = MARKS
    cell: bool = False


FENCE = re.compile(r"(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
HEADING = re.compile(r"#{1,6}(?=[^\S\n]|$)[^\S\n]*", re.MULTILINE)
CLOSING = re.compile(r"(?:^|[^\S\n]+)#+[^\S\n]*$")
ITEM = re.compile(r"(?:[-*+]|(\d{1,9})[.)])(?=[^\S\n]|$)", re.MULTILINE)
TASK = re.compile(r"\[[ xX]\][^\S\n]+")
RULE = re.compile(r"(?:(?:\*[^\S\n]*){3,}|(?:_[^\S\n]*){3,}|(?:-[^\S\n]*){3,})$", re.MULTILINE)
UNDERLINE = re.compile(r"(?:=+|-+)[^\S\n]*$", re.MULTILINE)
DELIMITERS = re.compile(r"\|?[^\S\n]*:?-+:?[^\S\n]*(?:\|[^\S\n]*:?-+:?[^\S\n]*)*\|?[^\S\n]*$", re.MULTILINE)
BAR = re.compile(r"\\.|\|")
ROW = re.compile(r"\|.*\|$")
NOTE = re.compile(r"\[\^[^\[\]\s]+\]:[^\S\n]*")
TERM = re.compile(r"[:~](?=[^\S\n])")
ABBREVIATION = re.compile(r"\*\[[^\]\n]+\]:[^\S\n]*")
DEFINITION = re.compile(
    rf"[^\S\n]*\[(?!\^)(?=\s*[^\s\]])({LABEL})\]:\s*(?:<[^<>\n]*>|[^\s<]\S*)(?:[^\S\n]*(?:\n[^\S\n]*|[^\S\n])"
    r"(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\)))?[^\S\n]*(?:\n|$)"
)
BARE = re.compile(rf"[^\S\n]*\[(?!\^)(?=\s*[^\s\]])({LABEL})\]:\s*(?:<[^<>\n]*>|[^\s<]\S*)[^\S\n]*(?:\n|$)")
RAW = re.compile(r"<(script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE | re.MULTILINE)
DECLARED = re.compile(r"<\?|<![A-Za-z]|<!\[CDATA\[")
ELEMENT = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    r"fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|"
    r"nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)"
    r"(?=[\s>]|/>|$)",
    re.IGNORECASE | re.MULTILINE,
)
COMPONENT = re.compile(r"</?[A-Z][\w.]*")
MARKDOWN_INSIDE = re.compile(r"<[^<>]*\smarkdown(?:=|[\s>])")
SHORT_LINE = re.compile(
    r"(?:(?:\{\{[<%](?:(?![%>]\}\})[^\n])*[%>]\}\}|\{%(?:(?!%\})[^\n])*%\})[^\S\n]*)+$", re.MULTILINE
)
IN_SENTENCE = re.compile(r"\btext\s*=|glossary|\b(?:param|version|ref|relref)\b|\b(?:end)?raw\b")


def cells(file: str, start: int, end: int) -> list[Range]:
    """The cells of a row, between bars that are not escaped."""
    bars = [match.start() for match in BAR.finditer(file, start, end) if match[0] == "|"]
    text = file[start:end].rstrip()
    edges = [start - 1, *bars, start + len(text)]
    if bars and bars[0] == start:
        del edges[0]
    if len(bars) > 0 and bars[-1] == start + len(text) - 1 and len(edges) > 2:
        del edges[-1]
    return [(a + 1, b) for a, b in pairwise(edges)]


def trim(file: str, start: int, end: int) -> Range:
    text = file[start:end]
    return start + len(text) - len(text.lstrip(" \t\r")), end - len(text) + len(text.rstrip(" \t\r"))


def split(file: str, start: int, end: int) -> Iterable[Range]:
    """The lines of a span."""
    while start < end:
        stop = file.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def ranges(lines: list[Range], start: int, end: int) -> list[Range]:
    """A span of lines that are joined, as ranges of the file."""
    found, base = [], 0
    for a, b in lines:
        low, high = max(start - base, 0), min(end - base, b - a)
        if low < high:
            found.append((a + low, a + high))
        base += b - a + 1
    return found


def past(file: str, at: int, mark: str) -> int:
    while at < len(file) and file[at].isspace():
        at += 1
    return at + 1 if file[at : at + 1] == mark else at


def only_tags(file: str, at: int, end: int) -> bool:
    """Whether a line has nothing but tags in it."""
    while at < end and (tag := TAGS.match(file, at, end)):
        at = tag.end()
    return at >= end


def depth(line: str) -> int:
    return sum((character in "{[(") - (character in ")]}") for character in line)

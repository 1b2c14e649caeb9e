"""HWPX, the open format of Hangul: the paragraphs of its sections, tables and footnotes too, one a line.

A line number is a paragraph's.

The older .hwp is a format of its own and not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from align.errors import InputError
from align.readers import Parsed, Reader
from align.readers.packed import nothing, opened, told, tree
from align.trees import tag

KIND, AGAIN = "an HWPX file", "save it again as .hwpx"
SECTION = re.compile(r"Contents/section(\d+)\.xml")
APART = frozenset(("p", "subList", "tbl", "footNote", "endNote", "header", "footer", "drawText", "caption"))
"""Elements whose paragraphs are not the sentence's that they stand in."""
SPACES = {"lineBreak": " ", "tab": " ", "nbSpace": " ", "fwSpace": " "}


def read(data: bytes, name: str) -> Parsed:
    """Title and language are not told."""
    with opened(data, name, KIND, AGAIN) as packed:
        found = sorted((int(m[1]), m[0]) for part in packed.namelist() if (m := SECTION.fullmatch(part)))
        if not found:
            raise InputError(name, "an HWPX file without a section", AGAIN)
        lines = [line for _, part in found for line in _lines(tree(packed.read(part), name, KIND, AGAIN))]
    return told(lines)


def _lines(section: Any) -> Iterator[str]:
    """The paragraphs of a section, what stands apart in one behind it."""
    for paragraph in section.iter():
        if tag(paragraph) == "p" and (line := " ".join("".join(_said(paragraph)).split())):
            yield line


def _said(element: Any) -> Iterator[str]:
    """The text of a paragraph without that of paragraphs in it."""
    for child in element:
        name = tag(child)
        if name in SPACES:
            yield SPACES[name]
        elif name == "t":
            yield child.text or ""
            for inner in child:
                yield SPACES.get(tag(inner), "")
                yield inner.tail or ""
        elif name not in APART:
            yield from _said(child)


READER = Reader(("hwpx",), place=75, read=read, decoded=nothing)

"""Replacements written into the file that their article was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from align.checks.repair import applied
from align.errors import InputError
from align.lang.encodings import candidates
from align.model import Document, Replacement, Report
from align.readers.decoding import MARKS
from align.readers.positions import file_offset


def wanted(report: Report) -> tuple[Replacement, ...]:
    """The replacements of the findings that nothing silences, none touching another, in the order of the text."""
    found: list[Replacement] = []
    for change in sorted(f.replacement for f in report.findings if f.replacement and not f.silenced):
        if not found or change.start >= found[-1].end:
            found.append(change)
    return tuple(found)


def fixed(data: bytes, file: str, document: Document, changes: Iterable[Replacement]) -> tuple[bytes, int]:
    """The bytes of a file with the changes of its document, and how many of them there are; `file` is its decoded text.

    One whose words are written otherwise in the file (markup in them, a Word file) is left out. InputError where the text cannot be
    written in the file's own encoding.
    """
    here = [*_in_file(file, document, changes)]
    if not here:
        return data, 0
    mark, encoding = _encoding(data, file, document.name)
    try:
        return mark + applied(file, here).encode(encoding), len(here)
    except UnicodeEncodeError:
        raise InputError(document.name, f"{encoding} cannot write what repairs it", "save it as UTF-8") from None


def _in_file(file: str, document: Document, changes: Iterable[Replacement]) -> Iterator[Replacement]:
    for start, end, text in changes:
        first, last = file_offset(document, start), file_offset(document, end - 1) + 1
        if file[first:last] == document.text[start:end]:
            yield Replacement(first, last, text)


def _encoding(data: bytes, file: str, name: str) -> tuple[bytes, str]:
    """The byte order mark and the encoding by which the text is the file again."""
    for mark, encoding in (*MARKS, *((b"", name) for name in ("utf-8", *candidates()))):
        try:
            if data.startswith(mark) and mark + file.encode(encoding) == data:
                return mark, encoding
        except UnicodeEncodeError:
            continue
    raise InputError(name, "is in an encoding that is not written", "save it as UTF-8")

"""Files that are zip archives of XML, EPUB, HWPX and Word's, read without filling the memory; nothing leaves it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from zipfile import BadZipFile, ZipFile

from align.errors import InputError
from align.readers import Parsed
from align.readers.text_builder import Tape
from align.trees import parser

UNPACKED = 100_000_000
"""Bytes that a file may hold when it is unpacked; a hostile one of half a megabyte holds gigabytes."""


@contextmanager
def opened(data: bytes, name: str, kind: str, again: str) -> Iterator[ZipFile]:
    """The archive that a file of a `kind` is; InputError for one that is damaged or too large, which says to save it `again`."""
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
            if size > UNPACKED:
                raise InputError(name, f"{kind} that unpacks to {size:,} bytes", f"no more than {UNPACKED:,} are read")
            yield packed
    except InputError:
        raise
    except (BadZipFile, KeyError, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        raise InputError(name, f"not {kind} that can be read", again) from error


def tree(data: bytes, name: str, kind: str, again: str) -> Any:
    """The root of an XML part of it, no entity and no network touched; InputError where it is not well formed."""
    from lxml import etree

    try:
        return etree.fromstring(data, parser())
    except etree.XMLSyntaxError as error:
        raise InputError(name, f"{kind} with damaged XML: {error.msg}", again) from error


def told(paragraphs: Iterable[str], between: str = "\n", title: str | None = None, lang: str = "") -> Parsed:
    """What is read of a file that has no text to lead into: its paragraphs, which are all that a line number counts."""
    tape = Tape(between.join(paragraphs))
    tape.copy(0, len(tape.file))
    return Parsed(tape, None, title, lang)


def nothing(data: bytes, name: str) -> str:
    """What is in an archive has no text that an offset could lead into."""
    del data, name
    return ""

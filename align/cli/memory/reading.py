"""The files that `align tm add` reads, as units."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePath
from typing import IO

from align.errors import FormatError, InputError
from align.files import load
from align.formats import FORMATS, PACKED, of_file
from align.formats.text import memory
from align.model import Unit


def digest(path: str) -> str:
    """The hash of a file's bytes; InputError where it cannot be read."""
    with opened(path) as stream:
        found = sha256()
        while block := stream.read(1 << 20):
            found.update(block)
        return found.hexdigest()


def units(path: str, source: str, target: str, codes: bool = False) -> Iterator[Unit]:
    """The units of a memory, also compressed, or of an alignment file. AlignError where it is none, or breaks off.

    With `codes` the inline codes of TMX are kept in the texts.
    """
    name = PurePath(path).name
    extension = PurePath(path.lower().removesuffix(PACKED)).suffix[1:]
    streamed = next((f.read_units for f in FORMATS.values() if f.read_units and extension in f.extensions), None)
    if streamed:
        with plain(path) as stream:
            for unit in streamed(stream, name, source, target, codes=codes):
                yield _told(unit, path, source, target)
        return
    kind = of_file(path)
    read = FORMATS[kind].read if kind else None
    if not read:
        known = ", ".join(name for name, found in FORMATS.items() if found.read_units or found.read)
        raise InputError(path, "not a memory", f"its extension has to be one of {known}")
    for alignment in read(load(path), name):
        yield from memory(alignment)


def _told(unit: Unit, path: str, source: str, target: str) -> Unit:
    """The unit with its languages. InputError where nobody says them: such a unit could never be delivered."""
    if unit.source_lang and unit.target_lang:
        return unit
    found = unit._replace(source_lang=unit.source_lang or source, target_lang=unit.target_lang or target)
    if not (found.source_lang and found.target_lang):
        raise InputError(path, "its units do not say their languages", "give --source-lang and --target-lang")
    return found


@contextmanager
def plain(path: str) -> Iterator[IO[bytes]]:
    """What is in a file, or in the .gz that it is."""
    with opened(path) as raw:
        if not path.lower().endswith(PACKED):
            yield raw
            return
        try:
            with gzip.GzipFile(fileobj=raw) as stream:
                yield stream  # type: ignore[misc]
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise FormatError(path, f"not a whole gzip file: {error}") from None


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """A file to read from; InputError where it cannot be read."""
    if not Path(path).is_file():
        load(path)  # which tells why
    try:
        with Path(path).open("rb") as stream:
            yield stream
    except PermissionError:
        raise InputError(path, "no permission to read it") from None

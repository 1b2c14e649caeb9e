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
from align.formats import PACKED, jsonl, module, of_file, tmx
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
    """The units of a TMX, JSONL, XLIFF or alignment file, also compressed. AlignError where it is none, or breaks off.

    With `codes` the inline codes of TMX are kept in the texts.
    """
    name = PurePath(path).name
    kind = PurePath(path.lower().removesuffix(PACKED)).suffix
    if kind in (".tmx", ".jsonl"):
        with plain(path) as stream:
            yield from (
                tmx.units(stream, name, source, target, codes=codes) if kind == ".tmx" else jsonl.units(stream, name)
            )
        return
    if of_file(path) not in ("json", "xlf", "xlf2"):
        raise InputError(path, "not a memory", "give TMX, JSONL, XLIFF or alignment JSON")
    for alignment in module(of_file(path) or "").read(load(path), name):
        yield from memory(alignment)


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

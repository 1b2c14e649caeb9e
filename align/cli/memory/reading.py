"""The files that `align tm add` reads, as units."""

from __future__ import annotations

import gzip
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePath
from typing import IO

from align.errors import FormatError, InputError
from align.files import load
from align.formats import FORMATS, PACKED, of_file
from align.formats.text import memory
from align.model import Unit

SHOWN = 8
"""Combinations of languages that are counted by name."""


def digest(path: str) -> str:
    """The hash of a file's bytes; InputError where it cannot be read."""
    with opened(path) as stream:
        found = sha256()
        while block := stream.read(1 << 20):
            found.update(block)
        return found.hexdigest()


def units(
    path: str, source: str, target: str, codes: bool = False, *, left: Counter[str] | None = None
) -> Iterator[Unit]:
    """The units of a memory, also compressed, or of an alignment file. AlignError where it is none, or breaks off.

    With `codes` the inline codes of TMX are kept in the texts. `left` counts what is in the file and not among them.
    """
    name = PurePath(path).name
    extension = PurePath(path.lower().removesuffix(PACKED)).suffix[1:]
    streamed = next((f for f in FORMATS.values() if f.read_units and extension in f.extensions), None)
    if streamed and streamed.read_units:
        with plain(path) as stream:
            more = {"left": left} if streamed.variants or streamed.counting else {}
            for unit in streamed.read_units(stream, name, source, target, codes=codes, **more):
                yield _told(unit, path, source, target)
        return
    kind = of_file(path)
    read = FORMATS[kind].read if kind else None
    if not read:
        known = ", ".join(name for name, found in FORMATS.items() if found.read_units or found.read)
        raise InputError(path, "not a memory", f"its extension has to be one of {known}")
    for alignment in read(load(path), name):
        yield from memory(alignment)


def counted(units: Iterable[Unit], found: Counter[str]) -> Iterator[Unit]:
    """The same units, counted by their languages."""
    for unit in units:
        found[" ".join((unit.source_lang, unit.target_lang, *(lang for lang, _ in unit.variants)))] += 1
        yield unit


def told(read: Counter[str], left: Counter[str]) -> str:
    """What of a file was taken, where it has more than one pair of languages, and what was not."""
    shown = [f"{langs}: {many}" for langs, many in read.most_common(SHOWN)]
    rest = [f"{len(read) - SHOWN} more"] if len(read) > SHOWN else []
    taken = f" from {sum(read.values())} ({', '.join(shown + rest)})" if len(read) > 1 or _wide(read) else ""
    missed = "; left out: " + ", ".join(f"{many} {what}" for what, many in left.most_common()) if left else ""
    return taken + missed


def _wide(read: Counter[str]) -> bool:
    return any(langs.count(" ") > 1 for langs in read)


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

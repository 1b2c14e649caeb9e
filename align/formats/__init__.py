"""What alignments and memories are written as, and read from. A format is a file here, which is scanned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from align.errors import InputError
from align.folders import Folder

PACKED = ".gz"
"""Extension of a file that is compressed."""


@dataclass(frozen=True, slots=True)
class Format:
    """What a format can do, said at the end of its file: FORMAT = Format(...). The file's name is what it is asked for by."""

    extensions: tuple[str, ...]
    """Of its files; where two formats have one, the format of that name is meant, else the first that can do what is asked."""
    place: int = 1000
    """Where it stands in lists of formats; those of one place by name."""
    write: Callable[..., None] | None = None
    """(alignments, out, options)"""
    read: Callable[..., Any] | None = None
    """(data, name, source, target) -> a list of alignments; the languages where a file may have several."""
    write_units: Callable[..., None] | None = None
    """(units, out, options); of a format of two files `out` is a pair."""
    read_units: Callable[..., Any] | None = None
    """(stream, name, source, target, codes=) -> units, one by one; with `codes` the inline codes stay in the texts."""
    paths: Callable[..., tuple[str, str]] | None = None
    """(path, source, target) -> the two files of a memory in a format of two."""
    variants: bool = False
    """Whether its units may have more than two languages: `write_units` writes them (`Options.languages`), and `read_units` takes
    `left=`, in which it counts what it does not read."""
    counting: bool = False
    """Whether `read_units` takes `left=` although it has no variants."""
    packed: bool = False
    """Whether it is compressed by itself, so that .gz is refused."""


FORMATS = Folder(__name__, "FORMAT", Format)
"""Name -> format."""


def written() -> Mapping[str, Format]:
    """The formats that alignments are written in."""
    return {name: found for name, found in FORMATS.items() if found.write}


def delivered() -> Mapping[str, Format]:
    """The formats that memories are written in."""
    return {name: found for name, found in FORMATS.items() if found.write_units}


def of_file(name: str) -> str | None:
    """The format of alignments that a file's extension asks for, None where it names none."""
    return _of(name.rsplit(".", 1)[-1].lower(), written()) if "." in name else None


def of_memory(path: str, to: str = "") -> str:
    """The format of a memory: `to`, else by the extension of the file, before .gz. InputError where there is no such format."""
    name = path.lower().removesuffix(PACKED)
    formats = delivered()
    known = ", ".join(formats)
    if to and to not in formats:
        raise InputError(f"--to {to}", "no such format", f"there are {known}")
    found = to or _of(PurePath(name).suffix[1:], formats)
    if not found:
        raise InputError(path, "its extension names no format", f"{known}, also with {PACKED}; or say it with --to")
    if formats[found].packed and name != path.lower():
        raise InputError(path, f"{found.capitalize()} is compressed by itself", f"leave {PACKED} out")
    return found


def _of(extension: str, formats: Mapping[str, Format]) -> str | None:
    every = [name for name, found in formats.items() if extension in found.extensions]
    return extension if extension in every else next(iter(every), None)

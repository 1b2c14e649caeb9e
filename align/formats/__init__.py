"""What alignments are written as, and read from. A format is one file and one line here."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from types import ModuleType

from align.errors import InputError

FORMATS = {
    "json": "align.formats.json",
    "tmx": "align.formats.tmx",
    "tsv": "align.formats.tsv",
    "xlf": "align.formats.xlf",
    "xlf2": "align.formats.xlf2",
    "beads": "align.formats.beads",
    "html": "align.page.alignments",
}
"""Name, which is the file extension too, -> module with `write(alignments, out, options)`; xlf is XLIFF 1.2, xlf2 is 2.1."""
EXTENSIONS = {"xliff": "xlf", "htm": "html"}
"""Other extensions of the same formats."""


def module(name: str) -> ModuleType:
    """The module of the format `name`, imported on use."""
    return import_module(FORMATS[name])


def of_file(name: str) -> str | None:
    """The format that a file's extension asks for, None where it names none."""
    extension = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    extension = EXTENSIONS.get(extension, extension)
    return extension if extension in FORMATS else None


MEMORIES = {
    "tmx": "align.formats.tmx",
    "tsv": "align.formats.tsv",
    "jsonl": "align.formats.jsonl",
    "moses": "align.formats.moses",
    "xlf": "align.formats.xlf2",
    "parquet": "align.formats.parquet",
}
"""What memories are delivered as: name, which is the file extension too -> module with `write_units(units, out, options)`."""
PACKED = ".gz"
"""Extension of a file that is compressed."""


def of_memory(path: str, to: str = "") -> str:
    """The format of a memory: `to`, else by the extension of the file, before .gz. InputError where there is no such format."""
    name = path.lower().removesuffix(PACKED)
    extension = PurePath(name).suffix[1:]
    found = to or {"xliff": "xlf", "xlf2": "xlf"}.get(extension, extension)
    known = ", ".join(MEMORIES)
    if to and to not in MEMORIES:
        raise InputError(f"--to {to}", "no such format", f"there are {known}")
    if found not in MEMORIES:
        raise InputError(path, "its extension names no format", f"{known}, also with {PACKED}; or say it with --to")
    if found == "parquet" and name != path.lower():
        raise InputError(path, "Parquet is compressed by itself", f"leave {PACKED} out")
    return found

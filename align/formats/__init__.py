"""What alignments are written as, and read from. A format is one file and one line here."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

FORMATS = {
    "json": "align.formats.json",
    "tmx": "align.formats.tmx",
    "tsv": "align.formats.tsv",
    "xlf": "align.formats.xlf",
    "xlf2": "align.formats.xlf2",
    "beads": "align.formats.beads",
    "html": "align.formats.html",
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

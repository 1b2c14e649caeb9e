"""A page for the browser: both articles side by side."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import IO

from align.formats import Format
from align.formats.options import Options
from align.model import Alignment

PAGE = "align.page.alignments"
"""Where it is made: on a floor above, since the page shows findings too."""


def write(alignments: Iterable[Alignment], out: IO[bytes], options: Options) -> None:
    """One self-contained page of all alignments."""
    import_module(PAGE).write(alignments, out, options)


FORMAT = Format(("html", "htm"), place=90, write=write)

"""The page of alignments: both articles side by side, and what belongs together lights up together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from align import page
from align.formats.options import Options
from align.model import Alignment, Report


def write(alignments: Iterable[Alignment], out: IO[bytes], options: Options) -> None:
    """The page of `align check` with nothing checked: to read, and to put beads right in."""
    page.write([Report(alignment, (), ()) for alignment in alignments], out)

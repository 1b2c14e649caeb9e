"""Beads as text, one a line: [0, 1]:[0] — counted from 0, as vecalign and SentAlign write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO

from align.errors import FormatError
from align.formats import Format
from align.formats.options import Options
from align.model import Alignment

LINE = re.compile(r"\[([\d\s,]*)\]\s*:\s*\[([\d\s,]*)\](?:\s*:.*)?")


def write(alignments: Iterable[Alignment], out: IO[bytes], options: Options) -> None:
    """The beads in canonical order; several alignments follow each other behind a blank line."""
    for number, alignment in enumerate(alignments):
        if number:
            out.write(b"\n")
        for bead in alignment.beads:
            out.write(f"{list(bead.source)}:{list(bead.target)}\n".encode())


def parse(data: bytes, name: str) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The beads of a file; a third field (a cost) is passed over. FormatError names the line that is none."""
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
        if not line.strip():
            continue
        match = LINE.fullmatch(line.strip())
        if not match:
            raise FormatError(f"{name}:{number}", f"no bead: {line.strip()[:40]}", "[0, 1]:[0]")
        yield tuple(map(int, match[1].replace(",", " ").split())), tuple(map(int, match[2].replace(",", " ").split()))


FORMAT = Format(("beads",), place=80, write=write)

"""XLIFF 1.2, which every CAT tool opens: a file for each article, a unit for each bead. Memories are written as XLIFF 2.1."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from align import __version__
from align.formats import Format
from align.formats.options import Options
from align.formats.text import content, kind, units, xml
from align.formats.xlf2 import write_units as write_units
from align.formats.xliff_reader import SURE
from align.formats.xliff_reader import read as read
from align.formats.xliff_reader import read_units as read_units
from align.model import Alignment


def write(alignments: Iterable[Alignment], out: IO[bytes], options: Options) -> None:
    """Beads without a source have no unit here, since XLIFF translates a source; those without a target await one."""
    out.write(
        b'<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    )
    for alignment in alignments:
        source, target = options.tags(alignment.source.lang, alignment.target.lang)
        out.write(
            f'<file original="{xml(alignment.source.name)}" source-language="{xml(source or "und")}" '
            f'target-language="{xml(target or "und")}" datatype="plaintext">\n'
            f'<header><tool tool-id="align" tool-name="align-toolkit" tool-version="{__version__}"/></header>\n<body>\n'.encode()
        )
        for number, bead, left, right in units(alignment):
            if left:
                state = (
                    "needs-translation"
                    if not right
                    else "translated"
                    if bead.confidence >= SURE
                    else "needs-review-translation"
                )
                sure = ' approved="yes"' if state == "translated" else ""
                out.write(
                    f'<trans-unit id="{number + 1}"{sure}><source>{content(left)}</source>'
                    f'<target state="{state}">{content(right)}</target>'
                    f'<note from="align">{kind(bead)}, confidence {bead.confidence:.4f}</note>'
                    "</trans-unit>\n".encode("utf-8", "replace")
                )
        out.write(b"</body>\n</file>\n")
    out.write(b"</xliff>\n")


FORMAT = Format(
    ("xlf", "xliff", "sdlxliff", "mxliff", "mqxliff", "xlf2"),
    place=60,
    write=write,
    read=read,
    write_units=write_units,
    read_units=read_units,
    counting=True,
)

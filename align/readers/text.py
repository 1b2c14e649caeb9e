"""Plain text: every character as it is, but for front matter and remarks to this program."""

from __future__ import annotations

from align.readers import Parsed, Reader
from align.readers.decoding import decode
from align.readers.front_matter import front
from align.readers.remarks import LINE
from align.readers.text_builder import Tape


def read(data: bytes, name: str) -> Parsed:
    """The text behind the front matter; a remark alone on its line takes the line with it."""
    file = decode(data, name)
    matter = front(file)
    tape = Tape(file)
    start = matter.end
    for remark in LINE.finditer(file, start) if "align:" in file else ():
        tape.copy(start, remark.start())
        start = remark.end()
    tape.copy(start, len(file))
    return Parsed(tape, matter.date, matter.title, matter.lang)


READER = Reader(("txt",), place=10, read=read)

"""Plain text: every character as it is, front matter aside."""

from __future__ import annotations

from align.readers import Parsed
from align.readers.decoding import decode
from align.readers.matter import front
from align.readers.tape import Tape


def read(data: bytes, name: str) -> Parsed:
    """The text behind the front matter."""
    file = decode(data, name)
    matter = front(file)
    tape = Tape(file)
    tape.copy(matter.end, len(file))
    return Parsed(tape, matter.date, matter.title, matter.lang)

"""Units out of XML, one by one and in flat memory: what is broken costs the unit that it is in, and no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import IO, Generic, Protocol, TypeVar
from xml.parsers import expat

from align.errors import FormatError
from align.formats.xml_text import Repaired, decoder

Found = TypeVar("Found")
CHUNK = 1 << 16
"""Bytes that are read at once."""
LONGEST = 10_000_000
"""Characters of a text past which a file is refused: no memory has such a unit, and a hostile file may never end it."""
MARK = 1 << 20
"""Bytes of a tag past which a file is refused: Expat looks at one that does not end from its beginning for each block."""
UNIT = re.compile(rb"<tu[\s>]")
OPENING = b"<tmx><body>"
"""What stands before the first unit of what is read behind a fault."""


class Reading(Protocol[Found]):
    """What has set the handlers of a parser."""

    def ready(self) -> list[Found]:
        """What has come since the last call."""

    def size(self) -> int:
        """Characters of the text that is open."""


class Faults:
    """What had to be left out of a file."""

    def __init__(self, name: str) -> None:
        self.name, self.many = name, 0
        self.line, self.what = 0, ""

    def add(self, line: int, what: str) -> None:
        """One more; the first is told."""
        if not self.many:
            self.line, self.what = line, what
        self.many += 1

    def error(self) -> FormatError:
        """The line that tells it."""
        more = f", and {self.many - 1} more" if self.many > 1 else ""
        return FormatError(
            f"{self.name}:{self.line}",
            f"{self.what}{more}; that unit is left out",
            "repair the file there; all others are read",
        )


Start = Callable[[expat.XMLParserType, Callable[[], int], Faults], Reading[Found]]
"""(parser, what tells the line that it is on, faults) -> what it is read into"""


def parsed(data: bytes, stream: IO[bytes], name: str, start: Start[Found], *, strict: bool = False) -> Iterator[Found]:
    """What comes of a file that begins with `data` and goes on with `stream`.

    A FormatError tells what is wrong: at the end where units were left out, at once where there is nothing to go on with (what a
    handler raises, a text that does not end). What was read has been given before. `strict`: any fault is the end, nothing repaired.
    """
    decode, repair = decoder(data, name, strict=strict), Repaired()
    reader = _Reader(start, Faults(name), strict)
    while True:
        try:
            text = decode(data, not data)
        except UnicodeError as error:
            yield from reader.reading.ready()
            what = f"not {getattr(error, 'encoding', 'in the encoding')}, as it says"
            raise FormatError(f"{name}:{reader.line()}", what, "save it as UTF-8") from None
        text = text if strict else repair.feed(text, last=not data)
        yield from reader.feed(text.encode("utf-8", "replace"), last=not data)
        if not data:
            break
        data = stream.read(CHUNK)
    if reader.faults.many:
        raise reader.faults.error()


class _Reader(Generic[Found]):
    """A parser, and behind a fault the next one."""

    def __init__(self, start: Start[Found], faults: Faults, strict: bool) -> None:
        self.start, self.faults, self.strict = start, faults, strict
        self.lines = 0
        """Lines of the file before the bytes that come next."""
        self.lost = False
        """Whether the next unit is being looked for."""
        self.open(b"")

    def open(self, opening: bytes) -> None:
        """A parser for what comes next."""
        self.before, self.fed = self.lines, len(opening)
        self.parser = expat.ParserCreate("utf-8")
        self.reading = self.start(self.parser, self.line, self.faults)
        if opening:
            self.parser.Parse(opening, False)

    def line(self) -> int:
        return self.before + self.parser.CurrentLineNumber

    def feed(self, block: bytes, last: bool) -> Iterator[Found]:
        """What comes of some more of the file."""
        while True:
            if self.lost:
                unit = UNIT.search(block)
                skipped = unit.start() if unit else len(block)
                self.lines += block.count(b"\n", 0, skipped)
                block = block[skipped:]
                if not unit:
                    return
                self.open(OPENING)
                self.lost = False
            try:
                self.parser.Parse(block, last)
            except expat.ExpatError as error:
                yield from self.reading.ready()
                self._fault(error)
                behind = max(self.parser.ErrorByteIndex - self.fed, 0) + 1
                self.lines += block.count(b"\n", 0, behind)
                block, self.lost = block[behind:], True
            except FormatError:
                yield from self.reading.ready()
                raise
            else:
                self.fed += len(block)
                self.lines += block.count(b"\n")
                yield from self.reading.ready()
                self._bounded()
                return

    def _fault(self, error: expat.ExpatError) -> None:
        what = f"not well-formed XML: {expat.errors.messages.get(error.code, str(error))}"
        if self.strict:
            raise FormatError(f"{self.faults.name}:{self.line()}", what, "repair the file there") from None
        self.faults.add(self.line(), what)

    def _bounded(self) -> None:
        what = ""
        if self.reading.size() > LONGEST:
            what = f"a text of more than {LONGEST:,} characters"
        elif self.fed - max(self.parser.CurrentByteIndex, 0) > MARK:
            what = f"a tag of more than {MARK:,} characters"
        if what:
            raise FormatError(f"{self.faults.name}:{self.line()}", what)

"""TMX as other tools write it: any 1.x version, encoding and language tags, with inline codes; in flat memory.

Expat and not lxml, since a memory has millions of small elements and Expat makes no object of any. No entity, DTD or network
is touched: a file that declares entities is refused.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from typing import IO, NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from align.errors import FormatError

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute, as lxml has it."""
CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))
"""Inline elements whose text is a code and not the sentence's."""
CHUNK = 1 << 16
"""Bytes that are read at once."""
LONGEST = 10_000_000
"""Characters of a text past which a file is refused: no memory has such a unit, and a hostile file may never end it."""
DEEPEST = 100
"""Elements within each other, at most."""
NATIVE = frozenset(("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "iso-8859-1", ""))
"""Encodings that Expat knows."""
DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")


class Unit(NamedTuple):
    """One translation unit as it stands in a file."""

    texts: tuple[tuple[str, str], ...]
    """(language tag, text of its segment), in file order."""
    props: tuple[tuple[str, str], ...] = ()
    """(type, text)"""
    tuid: str = ""
    line: int = 0
    created: str = ""


def read(stream: IO[bytes], name: str, *, codes: bool = False) -> Iterator[Unit]:
    """The units of a TMX file, one by one. Inline codes are left out of the texts, or with `codes` kept as they are: <ph x="1"></ph>.

    A file that is not well formed, no TMX, or declares entities ends in a FormatError that names the line; what came before has
    been given.
    """
    data = stream.read(CHUNK)
    if not data.strip():
        raise FormatError(f"{name}:1", "an empty file", "a TMX file has a header and a body")
    decode, parser = decoder(data, name)
    reader = _Reader(parser, name, codes)
    try:
        while data:
            parser.Parse(decode(data), False)
            yield from reader.ready()
            data = stream.read(CHUNK)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        yield from reader.ready()
        what = expat.errors.messages.get(error.code, str(error))
        raise FormatError(f"{name}:{error.lineno}", f"not well-formed XML: {what}", "repair the file there") from None
    except UnicodeDecodeError as error:
        yield from reader.ready()
        line = parser.CurrentLineNumber
        raise FormatError(f"{name}:{line}", f"not {error.encoding}, as it says", "save it as UTF-8") from None
    yield from reader.ready()


def decoder(start: bytes, name: str) -> tuple[Callable[[bytes], bytes], expat.XMLParserType]:
    """What makes the bytes of a file, which begin with `start`, such that the parser with it can read them."""
    declared = DECLARED.match(start.lstrip(codecs.BOM_UTF8))
    encoding = declared[1].decode().lower() if declared else ""
    if encoding in NATIVE or start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
        native = "utf-8" if start.startswith(codecs.BOM_UTF8) else None
        return (lambda data: data), expat.ParserCreate(native)
    try:
        decoder = codecs.getincrementaldecoder(encoding)()
    except LookupError:
        raise FormatError(f"{name}:1", f"an unknown encoding: {encoding}", "save it as UTF-8") from None
    return (lambda data: decoder.decode(data).encode("utf-8", "surrogatepass")), expat.ParserCreate("utf-8")


class _Local(dict[str, str]):
    """Names of elements without prefix, in small letters."""

    def __missing__(self, name: str) -> str:
        found = self[name] = name.rpartition(":")[2].lower()
        return found


class _Reader:
    """What the parser calls, and the units that have come of it."""

    def __init__(self, parser: expat.XMLParserType, name: str, codes: bool) -> None:
        self.parser, self.name, self.codes = parser, name, codes
        self.found: list[Unit] = []
        self.texts: list[tuple[str, str]] = []
        self.props: list[tuple[str, str]] = []
        self.pieces: list[str] = []
        self.inline: list[tuple[int, list[str]]] = []
        """Of each open inline element: where its text begins in `pieces`, and the texts of its sub-flows."""
        self.started = self.inside = self.segment = False
        self.local = _Local()
        self.type = self.lang = self.tuid = self.created = ""
        self.line = 0
        parser.buffer_text = True
        parser.buffer_size = CHUNK
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.pieces.append
        parser.EntityDeclHandler = self.entity

    def ready(self) -> list[Unit]:
        """The units since the last call. FormatError for a text that does not end."""
        if len(self.pieces) * CHUNK > LONGEST and sum(map(len, self.pieces)) > LONGEST:
            raise FormatError(f"{self.name}:{self.parser.CurrentLineNumber}", f"a text of more than {LONGEST:,} characters")
        found, self.found = self.found, []
        return found

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.inside:
            self.open(name, attributes)
            return
        self.pieces.clear()
        name = self.local[name]
        if name == "prop":
            self.type = attributes.get("type", "")
        elif name == "tuv":
            self.lang, self.segment = attributes.get("xml:lang") or attributes.get("lang", ""), False
        elif name == "seg":
            self.inside = True
        elif name == "tu":
            self.line = self.parser.CurrentLineNumber
            self.tuid, self.created = attributes.get("tuid", ""), attributes.get("creationdate", "")
            self.texts.clear()
            self.props.clear()
        elif not self.started and name != "tmx":
            raise FormatError(self.name, f"not TMX: its root is {name}")
        self.started = True

    def end(self, name: str) -> None:
        name = self.local[name]
        if name == "seg":
            self.texts.append((self.lang, "".join(self.pieces)))
            self.inside, self.segment = False, True
        elif self.inside:
            self.close(name)
        elif name == "prop":
            self.props.append((self.type, "".join(self.pieces)))
        elif name == "tuv":
            if not self.segment:
                self.texts.append((self.lang, ""))
        elif name == "tu":
            self.found.append(Unit(tuple(self.texts), tuple(self.props), self.tuid, self.line, self.created))

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """An inline element begins."""
        if len(self.inline) == DEEPEST:
            raise FormatError(f"{self.name}:{self.parser.CurrentLineNumber}", "the input is nested too deeply")
        self.inline.append((len(self.pieces), []))
        if self.codes:
            self.pieces.append(f"<{name}{''.join(f' {key}={quoteattr(value)}' for key, value in attributes.items())}>")

    def close(self, name: str) -> None:
        """An inline element ends: of a code only its sub-flows are left."""
        at, flows = self.inline.pop()
        if self.codes:
            self.pieces.append(f"</{name}>")
        elif name in CODES:
            self.pieces[at:] = flows
        elif name == "sub" and self.inline:
            self.inline[-1][1].extend(self.pieces[at:])

    def entity(self, *_: object) -> None:
        raise FormatError(self.name, "declares entities", "they are not read, for safety; replace them by their text")

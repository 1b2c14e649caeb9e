"""TMX as other tools write it: any 1.x version, encoding and language tags, with inline codes; in flat memory.

Expat and not lxml, since a memory has millions of small elements and Expat makes no object of any. No entity, DTD or network
is touched: a file that declares entities is refused.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, NamedTuple, Protocol, TypeVar
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from align.errors import FormatError
from align.tags import canonical

Found = TypeVar("Found")

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
    yield from parsed(data, stream, name, lambda parser: _reader(parser, name, codes))


class Reading(Protocol[Found]):
    """What has set the handlers of a parser."""

    def ready(self) -> list[Found]:
        """What has come since the last call."""

    def size(self) -> int:
        """Characters of the text that is open."""


def parsed(
    data: bytes, stream: IO[bytes], name: str, start: Callable[[expat.XMLParserType], Reading[Found]]
) -> Iterator[Found]:
    """What comes of a file that begins with `data` and goes on with `stream`, in flat memory.

    A FormatError ends it and names the line: not well-formed XML, bytes that are not the encoding's, a text that does not end, or
    what a handler raises. What came before has been given.
    """
    decode, parser = decoder(data, name)
    reading = start(parser)
    try:
        while data:
            parser.Parse(decode(data), False)
            yield from reading.ready()
            if reading.size() > LONGEST:
                raise FormatError(f"{name}:{parser.CurrentLineNumber}", f"a text of more than {LONGEST:,} characters")
            data = stream.read(CHUNK)
        parser.Parse(b"", True)
    except (expat.ExpatError, UnicodeError, FormatError) as error:
        yield from reading.ready()
        if isinstance(error, FormatError):
            raise
        where = f"{name}:{parser.CurrentLineNumber}"
        if isinstance(error, UnicodeError):
            raise FormatError(
                where, f"not {getattr(error, 'encoding', 'in the encoding')}, as it says", "save it as UTF-8"
            ) from None
        what = expat.errors.messages.get(error.code, str(error))
        raise FormatError(where, f"not well-formed XML: {what}", "repair the file there") from None
    yield from reading.ready()


def decoder(start: bytes, name: str) -> tuple[Callable[[bytes], bytes], expat.XMLParserType]:
    """What makes the bytes of a file, which begin with `start`, such that the parser with it can read them."""
    declared = DECLARED.match(start.lstrip(codecs.BOM_UTF8))
    encoding = declared[1].decode().lower() if declared else ""
    if encoding in NATIVE or start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
        native = "utf-8" if start.startswith(codecs.BOM_UTF8) else None
        return (lambda data: data), expat.ParserCreate(native)
    try:
        b"<".decode(encoding)  # rot13 and hex are codecs too, but not of text
        decoder = codecs.getincrementaldecoder(encoding)()
    except (LookupError, UnicodeError):
        raise FormatError(f"{name}:1", f"an unknown encoding: {encoding}", "save it as UTF-8") from None
    return (lambda data: decoder.decode(data).encode("utf-8", "surrogatepass")), expat.ParserCreate("utf-8")


class _Local(dict[str, str]):
    """Names of elements without prefix, in small letters."""

    def __missing__(self, name: str) -> str:
        found = self[name] = name.rpartition(":")[2].lower()
        return found


@dataclass(frozen=True, slots=True)
class _Units:
    """The units and the open text that the handlers fill."""

    found: list[Unit]
    pieces: list[str]

    def ready(self) -> list[Unit]:
        units = self.found.copy()
        self.found.clear()
        return units

    def size(self) -> int:
        return sum(map(len, self.pieces))


def _reader(parser: expat.XMLParserType, name: str, codes: bool) -> _Units:
    """Set what the parser calls."""
    found: list[Unit] = []
    texts: list[tuple[str, str]] = []
    props: list[tuple[str, str]] = []
    pieces: list[str] = []
    inline: list[
        tuple[int, list[str]]
    ] = []  # of each open inline element: where its text begins, and the texts of its sub-flows
    local = _Local()
    started = inside = segment = False
    kind = lang = tuid = created = ""
    line = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal started, inside, segment, kind, lang, tuid, created, line
        if inside:
            open_(tag, attributes)
            return
        pieces.clear()
        tag = local[tag]
        if tag == "prop":
            kind = attributes.get("type", "")
        elif tag == "tuv":
            lang = canonical(attributes.get("xml:lang") or attributes.get("lang", ""))
            segment = False
        elif tag == "seg":
            inside = True
        elif tag == "tu":
            line = parser.CurrentLineNumber
            tuid, created = attributes.get("tuid", ""), attributes.get("creationdate", "")
            texts.clear()
            props.clear()
        elif not started and tag != "tmx":
            raise FormatError(name, f"not TMX: its root is {tag}")
        started = True

    def end(tag: str) -> None:
        nonlocal inside, segment
        tag = local[tag]
        if tag == "seg":
            texts.append((lang, pieces[0] if len(pieces) == 1 else "".join(pieces)))
            inside, segment = False, True
        elif inside:
            close(tag)
        elif tag == "prop":
            props.append((kind, pieces[0] if len(pieces) == 1 else "".join(pieces)))
        elif tag == "tuv":
            if not segment:
                texts.append((lang, ""))
        elif tag == "tu":
            found.append(Unit(tuple(texts), tuple(props), tuid, line, created))

    def open_(tag: str, attributes: dict[str, str]) -> None:
        """An inline element begins."""
        if len(inline) == DEEPEST:
            raise FormatError(f"{name}:{parser.CurrentLineNumber}", "the input is nested too deeply")
        inline.append((len(pieces), []))
        if codes:
            pieces.append(f"<{tag}{''.join(f' {key}={quoteattr(value)}' for key, value in attributes.items())}>")

    def close(tag: str) -> None:
        """An inline element ends: of a code only its sub-flows are left."""
        at, flows = inline.pop()
        if codes:
            pieces.append(f"</{tag}>")
        elif tag in CODES:
            pieces[at:] = flows
        elif tag == "sub" and inline:
            inline[-1][1].extend(pieces[at:])

    def entity(*_: object) -> None:
        raise FormatError(name, "declares entities", "they are not read, for safety; replace them by their text")

    parser.buffer_text = True
    parser.buffer_size = CHUNK
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.EntityDeclHandler = pieces.append, entity
    return _Units(found, pieces)

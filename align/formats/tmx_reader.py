"""TMX as other tools write it: any 1.x version, encoding and language tags, with inline codes; in flat memory.

Expat and not lxml, since a memory has millions of small elements and Expat makes no object of any. No entity, DTD or network
is touched: a file that declares entities is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from align.errors import FormatError
from align.formats.xml_stream import CHUNK, LONGEST, Faults, parsed
from align.formats.xml_text import DAMAGED
from align.tags import canonical

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute, as lxml has it."""
CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))
"""Inline elements whose text is a code and not the sentence's."""
MOST = 100_000
"""Pieces of one text, likewise: inline codes cut it into pieces."""
DEEPEST = 100
"""Elements within each other, at most."""


class Unit(NamedTuple):
    """One translation unit as it stands in a file."""

    texts: tuple[tuple[str, str], ...]
    """(language tag, text of its segment), in file order."""
    props: tuple[tuple[str, str], ...] = ()
    """(type, text)"""
    tuid: str = ""
    line: int = 0
    created: str = ""
    source: str = ""
    """The language that the unit, or the file, says it is translated from."""


def read(stream: IO[bytes], name: str, *, codes: bool = False) -> Iterator[Unit]:
    """The units of a TMX file, one by one. Inline codes are left out of the texts, or with `codes` kept as they are: <ph x="1"></ph>.

    A unit that is broken is left out, and a FormatError behind all others names its line. A file that is no TMX or declares
    entities ends in one at once.
    """
    data = stream.read(CHUNK)
    if not data.strip():
        raise FormatError(f"{name}:1", "an empty file", "a TMX file has a header and a body")
    yield from parsed(data, stream, name, lambda parser, line, faults: _reader(parser, name, codes, line, faults))


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
        return sum(map(len, self.pieces)) if len(self.pieces) <= MOST else LONGEST + 1


def _reader(parser: expat.XMLParserType, name: str, codes: bool, at: Callable[[], int], faults: Faults) -> _Units:
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
    kind = lang = tuid = created = damage = origin = own = ""
    line = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal started, inside, segment, kind, lang, tuid, created, damage, line, origin, own
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
            line, damage = at(), ""
            tuid, created = attributes.get("tuid", ""), attributes.get("creationdate", "")
            own = canonical(attributes["srclang"]) if "srclang" in attributes else origin
            texts.clear()
            props.clear()
        elif tag == "header":
            origin = canonical(attributes.get("srclang", ""))
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
        elif tag == "tu" and damage:
            faults.add(line, damage)
        elif tag == "tu":
            found.append(Unit(tuple(texts), tuple(props), tuid, line, created, own))

    def open_(tag: str, attributes: dict[str, str]) -> None:
        """An inline element begins."""
        if len(inline) == DEEPEST:
            raise FormatError(f"{name}:{at()}", "the input is nested too deeply")
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

    def instruction(target: str, data: str) -> None:
        nonlocal damage
        damage = damage or (data if target == DAMAGED else "")

    parser.buffer_text = True
    parser.buffer_size = CHUNK
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.EntityDeclHandler = pieces.append, entity
    parser.ProcessingInstructionHandler = instruction
    return _Units(found, pieces)

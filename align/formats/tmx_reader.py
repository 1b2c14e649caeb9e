"""TMX as other tools write it: any 1.x version, encoding and language tags, with inline codes; in flat memory.

Expat and not lxml, since a memory has millions of small elements and Expat makes no object of any. No entity, DTD or network
is touched: a file that declares entities is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from typing import IO, NamedTuple
from xml.parsers import expat

from align.about import EMPTY, Note, Told
from align.errors import FormatError
from align.formats.tmx_codes import Reading
from align.formats.xml_stream import CHUNK, LONGEST, Faults, parsed
from align.formats.xml_text import DAMAGED
from align.tags import canonical

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute, as lxml has it."""
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
    told: Told = EMPTY
    """What else it says of itself; its properties are `props`."""
    sides: tuple[Told, ...] = ()
    """What it says of its texts, or nothing where it says nothing of any."""
    flows: int = 0
    """Texts apart, <sub>, that are left out with the codes they are in."""


def read(stream: IO[bytes], name: str, *, codes: bool = False) -> Iterator[Unit]:
    """The units of a TMX file, one by one. Inline codes are no part of the texts, and with `codes` kept beside them.

    A unit that is broken is left out, and a FormatError behind all others names its line. A file that is no TMX or declares
    entities ends in one at once.
    """
    data = stream.read(CHUNK)
    if not data.strip():
        raise FormatError(f"{name}:1", "an empty file", "a TMX file has a header and a body")
    yield from parsed(data, stream, name, lambda parser, line, faults: _reader(parser, name, codes, line, faults))


def _kept(attributes: dict[str, str], but: Container[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in attributes.items() if name not in but)


def _language(attributes: dict[str, str]) -> str:
    """That of a note or property, in one way of writing it."""
    return canonical(attributes.get("xml:lang") or attributes.get("lang", ""))


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
    codes: Reading

    def ready(self) -> list[Unit]:
        units = self.found.copy()
        self.found.clear()
        return units

    def size(self) -> int:
        many = max(len(self.pieces), len(self.codes.codes), *(len(raw) for _, _, _, raw, _ in self.codes.open), 0)
        held = [self.pieces, *(raw for _, _, _, raw, _ in self.codes.open)]
        return sum(sum(map(len, pieces)) for pieces in held) if many <= MOST else LONGEST + 1


def _reader(parser: expat.XMLParserType, name: str, codes: bool, at: Callable[[], int], faults: Faults) -> _Units:
    """Set what the parser calls."""
    found: list[Unit] = []
    texts: list[tuple[str, str]] = []
    props: list[tuple[str, str]] = []
    pieces: list[str] = []
    sides: list[Told] = []
    notes: list[Note] = []
    read = Reading()
    local = _Local()
    started = inside = segment = ours = within = False
    kind = lang = tuid = created = damage = origin = own = said = ""
    line = flows = behind = length = 0
    unit = text = EMPTY
    mine: list[Note] = []  # props of a text, and not of its unit

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal started, inside, segment, kind, lang, tuid, created, damage, line, origin, own
        nonlocal ours, within, said, unit, text, flows
        if inside:
            open_(tag, attributes)
            return
        pieces.clear()
        tag = local[tag]
        if tag == "prop":
            kind, said = attributes.get("type", ""), _language(attributes) if len(attributes) > 1 else ""
        elif tag == "tuv":
            lang = canonical(attributes.get("xml:lang") or attributes.get("lang", ""))
            segment, within = False, True
            text = Told(_kept(attributes, ("xml:lang", "lang"))) if len(attributes) > 1 else EMPTY
        elif tag == "note":
            kind, said = "", _language(attributes) if attributes else ""
        elif tag == "seg":
            inside = True
        elif tag == "tu":
            line, damage = at(), ""
            tuid, created = attributes.get("tuid", ""), attributes.get("creationdate", "")
            unit = EMPTY
            if attributes and not (ours and len(attributes) == 1 + bool(created)):
                unit = Told(_kept(attributes, ("creationdate",)))
            flows = 0
            own = canonical(attributes["srclang"]) if "srclang" in attributes else origin
            texts.clear()
            sides.clear()
            props.clear()
        elif tag == "header":
            ours = attributes.get("creationtool") == "align-toolkit"
            origin = canonical(attributes.get("srclang", ""))
        elif not started and tag != "tmx":
            raise FormatError(name, f"not TMX: its root is {tag}")
        started = True

    def end(tag: str) -> None:
        nonlocal inside, segment, within, text, unit, behind, length
        tag = local[tag]
        if tag == "seg":
            texts.append((lang, pieces[0] if len(pieces) == 1 else "".join(pieces)))
            inside, segment, behind, length = False, True, 0, 0
        elif inside:
            close(tag)
        elif tag == "prop":
            value = pieces[0] if len(pieces) == 1 else "".join(pieces)
            if within:
                mine.append(Note(kind, value, said))
            elif said:
                unit = unit._replace(props=(*unit.props, Note(kind, value, said)))
            else:
                props.append((kind, value))
        elif tag == "note":
            notes.append(Note("", "".join(pieces), said))
            if not within:
                unit = unit._replace(notes=(*unit.notes, *notes))
                notes.clear()
        elif tag == "tuv":
            if not segment:
                texts.append((lang, ""))
            if mine or notes or (codes and read.codes) or text is not EMPTY:
                sides.extend(EMPTY for _ in range(len(texts) - len(sides) - 1))
                sides.append(Told(text.attributes, tuple(notes), tuple(mine), tuple(read.codes) if codes else ()))
                mine.clear()
                notes.clear()
            read.codes.clear()
            within = False
        elif tag == "tu" and damage:
            faults.add(line, damage)
        elif tag == "tu":
            if sides:
                sides.extend(EMPTY for _ in range(len(texts) - len(sides)))
            found.append(Unit(tuple(texts), tuple(props), tuid, line, created, own, unit, tuple(sides), flows))

    def open_(tag: str, attributes: dict[str, str]) -> None:
        """An inline element begins: what it holds is no text of the sentence, but for that of <hi>."""
        nonlocal flows
        if len(read.open) == DEEPEST:
            raise FormatError(f"{name}:{at()}", "the input is nested too deeply")
        tag = local[tag]
        flows += tag == "sub"
        read.start(tag, attributes, reached())
        parser.CharacterDataHandler = read.text if read.inside() else pieces.append

    def reached() -> int:
        """Characters of the text so far."""
        nonlocal behind, length
        length += sum(len(pieces[k]) for k in range(behind, len(pieces)))
        behind = len(pieces)
        return length

    def close(tag: str) -> None:
        """An inline element ends."""
        read.end(reached())
        parser.CharacterDataHandler = read.text if read.inside() else pieces.append

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
    return _Units(found, pieces, read)

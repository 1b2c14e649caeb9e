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


class _Said:
    """What a unit and its texts say of themselves, while they are read."""

    def __init__(self, codes: Reading, keep: bool) -> None:
        self.codes, self.keep = codes, keep
        self.unit = self.text = EMPTY
        self.sides: list[Told] = []
        self.props: list[Note] = []
        self.notes: list[Note] = []
        self.within = False
        """Whether a <tuv> is open."""

    def begin_unit(self, attributes: dict[str, str], ours: bool) -> None:
        plain = not attributes or (ours and attributes.keys() <= {"tuid", "creationdate"})
        self.unit = EMPTY if plain else Told(_kept(attributes, ("creationdate",)))
        self.sides.clear()
        self.within = False

    def begin_text(self, attributes: dict[str, str]) -> None:
        self.within = True
        self.text = Told(_kept(attributes, ("xml:lang", "lang"))) if len(attributes) > 1 else EMPTY

    def prop(self, kind: str, value: str, language: str) -> bool:
        """Whether a property is kept here: that of a unit, in no language, is one of ours or not, and is looked at there."""
        if self.within:
            self.props.append(Note(kind, value, language))
        elif language:
            self.unit = self.unit._replace(props=(*self.unit.props, Note(kind, value, language)))
        return self.within or bool(language)

    def note(self, value: str, language: str) -> None:
        if self.within:
            self.notes.append(Note("", value, language))
        else:
            self.unit = self.unit._replace(notes=(*self.unit.notes, Note("", value, language)))

    def end_text(self, many: int) -> None:
        """The text is the unit's `many`th."""
        codes = self.codes.codes
        if self.props or self.notes or (self.keep and codes) or self.text is not EMPTY:
            self.sides.extend(EMPTY for _ in range(many - len(self.sides) - 1))
            kept = tuple(codes) if self.keep else ()
            self.sides.append(Told(self.text.attributes, tuple(self.notes), tuple(self.props), kept))
            self.props.clear()
            self.notes.clear()
        codes.clear()
        self.within = False

    def ended(self, many: int) -> tuple[Told, ...]:
        """What its texts say, of all of them or of none."""
        if self.sides:
            self.sides.extend(EMPTY for _ in range(many - len(self.sides)))
        return tuple(self.sides)


def _reader(parser: expat.XMLParserType, name: str, codes: bool, at: Callable[[], int], faults: Faults) -> _Units:
    """Set what the parser calls."""
    found: list[Unit] = []
    texts: list[tuple[str, str]] = []
    props: list[tuple[str, str]] = []
    pieces: list[str] = []
    read = Reading()
    said = _Said(read, codes)
    local = _Local()
    started = inside = segment = ours = False
    kind = lang = tuid = created = damage = origin = own = language = ""
    line = flows = behind = length = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal started, inside, segment, kind, lang, tuid, created, damage, line, origin, own
        nonlocal ours, language, flows
        if inside:
            open_(tag, attributes)
            return
        pieces.clear()
        tag = local[tag]
        if tag == "prop":
            kind, language = attributes.get("type", ""), _language(attributes)
        elif tag == "tuv":
            lang = canonical(attributes.get("xml:lang") or attributes.get("lang", ""))
            segment = False
            said.begin_text(attributes)
        elif tag == "note":
            language = _language(attributes)
        elif tag == "seg":
            inside = True
        elif tag == "tu":
            line, damage = at(), ""
            tuid, created = attributes.get("tuid", ""), attributes.get("creationdate", "")
            said.begin_unit(attributes, ours)
            flows = 0
            own = canonical(attributes["srclang"]) if "srclang" in attributes else origin
            texts.clear()
            props.clear()
        elif tag == "header":
            ours = attributes.get("creationtool") == "align-toolkit"
            origin = canonical(attributes.get("srclang", ""))
        elif not started and tag != "tmx":
            raise FormatError(name, f"not TMX: its root is {tag}")
        started = True

    def end(tag: str) -> None:
        nonlocal inside, segment, behind, length
        tag = local[tag]
        if tag == "seg":
            texts.append((lang, pieces[0] if len(pieces) == 1 else "".join(pieces)))
            inside, segment, behind, length = False, True, 0, 0
        elif inside:
            close(tag)
        elif tag == "prop":
            value = pieces[0] if len(pieces) == 1 else "".join(pieces)
            if not said.prop(kind, value, language):
                props.append((kind, value))
        elif tag == "note":
            said.note("".join(pieces), language)
        elif tag == "tuv":
            if not segment:
                texts.append((lang, ""))
            said.end_text(len(texts))
        elif tag == "tu" and damage:
            faults.add(line, damage)
        elif tag == "tu":
            sides = said.ended(len(texts))
            found.append(Unit(tuple(texts), tuple(props), tuid, line, created, own, said.unit, sides, flows))

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

"""Whether a TMX file is one that every tool can use: problem by problem, in flat memory.

The content model is TMX 1.4's, as its specification words it (LISA OSCAR, 2005), judged element by element while the file streams
by: no DTD is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

from align.errors import FormatError
from align.formats.tmx_reader import DEEPEST
from align.formats.xml_stream import CHUNK, parsed
from align.memory.keys import key, normal
from align.memory.seen import Seen
from align.tags import canonical, parse, primary

INLINE = frozenset(("bpt", "ept", "it", "ph", "hi", "ut"))
ABOUT = ("note", "prop")
CHILDREN = {
    "tmx": frozenset(("header", "body")),
    "header": frozenset((*ABOUT, "ude")),
    "body": frozenset(("tu",)),
    "ude": frozenset(("map",)),
    "map": frozenset[str](),
    "note": frozenset[str](),
    "prop": frozenset[str](),
    "tu": frozenset((*ABOUT, "tuv")),
    "tuv": frozenset((*ABOUT, "seg")),
    **dict.fromkeys(("seg", "hi", "sub"), INLINE),
    **dict.fromkeys(("bpt", "ept", "it", "ph", "ut"), frozenset(("sub",))),
}
"""Element -> what may be in it."""
ORDERED = {"tmx": ("header", "body"), "tu": ("note prop", "tuv"), "tuv": ("note prop", "seg")}
"""Element -> what comes in it in this order."""
REQUIRED = {"tmx": ("header", "body"), "tu": ("tuv",), "tuv": ("seg",), "ude": ("map",)}
"""Element -> what has to be in it."""
ONCE = frozenset(("header", "body", "seg"))
TEXT = frozenset(("note", "prop", "seg", "hi", "sub", "bpt", "ept", "it", "ph", "ut"))
"""Elements with text."""
MADE = "creationtool creationtoolversion creationdate creationid changedate changeid o-tmf o-encoding datatype"
ATTRIBUTES = {
    "tmx": "version!",
    "header": "creationtool! creationtoolversion! segtype! o-tmf! adminlang! srclang! datatype! o-encoding creationdate creationid "
    "changedate changeid",
    "body": "",
    "seg": "",
    "note": "o-encoding xml:lang lang",
    "prop": "type! xml:lang o-encoding lang",
    "ude": "name! base",
    "map": "unicode! code ent subst",
    "tu": f"tuid usagecount lastusagedate segtype srclang {MADE}",
    "tuv": f"xml:lang! usagecount lastusagedate lang {MADE}",
    "bpt": "i! x type",
    "ept": "i!",
    "sub": "datatype type",
    "it": "pos! x type",
    "ph": "x assoc type",
    "hi": "x type",
    "ut": "x",
}
"""Element -> its attributes, ! for those that it has to have."""
NEEDED = {name: frozenset(a[:-1] for a in told.split() if a.endswith("!")) for name, told in ATTRIBUTES.items()}
KNOWN = {name: frozenset(a.rstrip("!") for a in told.split()) for name, told in ATTRIBUTES.items()}
VALUES = {"segtype": ("block", "paragraph", "sentence", "phrase"), "pos": ("begin", "end")}
DATES = ("creationdate", "changedate", "lastusagedate")
DATE = re.compile(r"\d{8}T\d{6}Z")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file, and where."""

    line: int
    severity: str
    """error: no valid TMX; warning: valid, but some tool will lose something; info: worth knowing."""
    what: str


def problems(stream: IO[bytes], name: str, languages: Sequence[str] = ()) -> Iterator[Problem]:
    """All problems of a TMX file in their order. Where the file breaks off, that is an `error` and the last one.

    `languages` are those that every unit should have.
    """
    judges: list[_Judge] = []

    def start(parser: expat.XMLParserType, *_: object) -> _Judge:
        judges.append(_Judge(parser, languages))
        return judges[0]

    try:
        yield from parsed(stream.read(CHUNK), stream, name, start, strict=True)
    except FormatError as error:
        yield Problem(judges[0].parser.CurrentLineNumber if judges else 1, "error", error.what)


@dataclass(slots=True)
class _Open:
    """An element that has not ended yet."""

    name: str
    line: int
    children: list[str]
    text: list[str]


class _Judge:
    """What the parser calls, and the problems that have come of it."""

    def __init__(self, parser: expat.XMLParserType, languages: Sequence[str]) -> None:
        self.parser, self.languages = parser, languages
        self.found: list[Problem] = []
        self.stack: list[_Open] = []
        self.source = ""
        self.langs: list[tuple[str, str]] = []
        self.seen = Seen()
        parser.buffer_text = True
        parser.buffer_size = CHUNK
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler, parser.EntityDeclHandler = self.data, self.entity

    def ready(self) -> list[Problem]:
        """The problems since the last call."""
        found, self.found = self.found, []
        return found

    def size(self) -> int:
        """Characters of the text that is open."""
        return sum(map(len, self.stack[-1].text)) if self.stack else 0

    def say(self, severity: str, what: str, line: int = 0) -> None:
        self.found.append(Problem(line or self.parser.CurrentLineNumber, severity, what))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        if self.stack:
            parent = self.stack[-1]
            if name not in CHILDREN.get(parent.name, ()):
                self.say("error", f"<{name}> in <{parent.name}>")
            elif name in ONCE and name in parent.children:
                self.say("error", f"a second <{name}> in <{parent.name}>")
            elif _early(parent.name, parent.children, name):
                self.say("error", f"<{name}> after <{parent.children[-1]}>")
            if name not in parent.children[-1:]:
                parent.children.append(name)
        elif name != "tmx":
            self.say("error", f"not TMX: its root is <{name}>")
        if len(self.stack) > DEEPEST:
            raise FormatError("", "the input is nested too deeply")
        self.stack.append(_Open(name, line, [], []))
        self.attributes(name, attributes)
        if name == "header":
            self.source = attributes.get("srclang", "")
        elif name == "tu":
            self.langs = []
        elif name == "tuv":
            self.langs.append((attributes.get("xml:lang") or attributes.get("lang", ""), ""))

    def attributes(self, name: str, attributes: dict[str, str]) -> None:
        for missing in sorted(NEEDED.get(name, frozenset()) - attributes.keys()):
            self.say("error", f"<{name}> without {missing}")
        for attribute, value in attributes.items():
            if attribute not in KNOWN.get(name, ()):
                self.say("error", f"<{name}> with an attribute {attribute}")
            if value not in VALUES.get(attribute, (value,)):
                self.say("error", f"{attribute} is {value!r}, not one of {', '.join(VALUES[attribute])}")
            if attribute in DATES and not DATE.fullmatch(value):
                self.say("warning", f"{attribute} is {value!r}, not YYYYMMDDThhmmssZ")
            if attribute in ("xml:lang", "srclang", "adminlang") and value != "*all*" and not _is_tag(value):
                self.say("warning", f"{attribute} is {value!r}, no BCP 47 tag")
            if name == "tmx" and attribute == "version" and value != "1.4":
                self.say("error", f"version is {value!r}, not '1.4'")

    def data(self, text: str) -> None:
        if not self.stack:
            return
        top = self.stack[-1]
        if top.name in TEXT:
            top.text.append(text)
            if CONTROL.search(text):
                self.say("warning", f"a control character in <{top.name}>")
        elif top.name in CHILDREN and not text.isspace():
            self.say("error", f"text in <{top.name}>")
        elif top.name == "map":
            self.say("error", "text in <map>")

    def end(self, name: str) -> None:
        ended = self.stack.pop()
        for child in REQUIRED.get(name, ()):
            if child not in ended.children:
                self.say("error", f"<{name}> without <{child}>", ended.line)
        if name in ("hi", "sub") and self.stack:
            self.stack[-1].text += ended.text
        elif name == "seg":
            text = normal("".join(ended.text))
            if not text and not ended.children:
                self.say("warning", "an empty segment", ended.line)
            if self.langs:
                self.langs[-1] = self.langs[-1][0], text
        elif name == "tu":
            self.unit(ended.line)

    def unit(self, line: int) -> None:
        """What the languages of a unit show, and whether there is another one like it."""
        langs = [canonical(lang) for lang, _ in self.langs]
        if not langs:
            return
        if len(langs) == 1:
            self.say("warning", "a unit in one language only", line)
        if len(set(langs)) < len(langs):
            self.say("warning", "a unit with two texts in one language", line)
        source = self.source
        if source and source.lower() != "*all*" and primary(source) not in map(primary, langs):
            self.say("warning", f"a unit without the source language {self.source}", line)
        for lang in self.languages:
            if primary(lang) not in map(primary, langs):
                self.say("warning", f"a unit without {lang}", line)
        if len(self.langs) < 2:
            return
        texts = sorted(f"{canonical(lang)}\0{text}" for lang, text in self.langs)
        first = next((text for lang, text in self.langs if primary(lang) == primary(source)), self.langs[0][1])
        if earlier := self.seen.before(key("unit", *texts), line):
            self.say("info", f"the same unit as on line {earlier}", line)
            return
        if earlier := self.seen.before(key("source", first), line):
            self.say("info", f"another translation of what is on line {earlier}", line)

    def entity(self, *_: object) -> None:
        raise FormatError("", "declares entities, which are not read, for safety")


def _is_tag(value: str) -> bool:
    """Whether it is a language tag as BCP 47 has them, in any case: KO-KR is one, ko_KR is not."""
    return parse(value) is not None and not re.search(r"[_\s]", value)


def _early(parent: str, children: list[str], name: str) -> bool:
    """Whether a child comes behind one that it has to come before."""
    order = ORDERED.get(parent)
    if not order or not children:
        return False
    places = [next((k for k, names in enumerate(order) if child in names.split()), 0) for child in (children[-1], name)]
    return places[1] < places[0]

"""What a unit of a memory knows of itself beside its texts: who made it and when, notes, properties, its state, inline codes.

The words are those of TMX 1.4, which has the most of them: attributes of <tu> and <tuv> are kept under their own names, so that
what comes out of one tool's memory can be given back to it. A unit that says nothing of itself has NOTHING, which costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

OPEN, CLOSE, ALONE = "open", "close", "alone"
"""Kinds of inline codes: the beginning and the end of a pair, and what stands for itself."""
STATES = DRAFT, REJECTED, DONE, REVIEWED, FINAL = ("draft", "rejected", "translated", "reviewed", "final")
"""Of a translation: made and not yet looked at, refused, done, proofread, and done with; XLIFF 2.1's words where it has them."""
UNSURE = (DRAFT, REJECTED)
"""Those of what somebody has to look at yet."""


class Flow(NamedTuple):
    """A text apart within a code, a footnote or the title of a link: TMX's <sub>."""

    at: int
    """Where in the code's raw text."""
    text: str
    type: str = ""


class Code(NamedTuple):
    """An inline code: a tag of the document that a text is of, where it stands in that text."""

    at: int
    """Characters of the text before it."""
    kind: str
    """OPEN, CLOSE or ALONE. An OPEN without its CLOSE, or the other way round, is one whose other half is in another segment."""
    id: str = ""
    """The same of the two of a pair, and of the same code in source and target."""
    raw: str = ""
    """As the document has it: "<b>"."""
    type: str = ""
    """bold, link, image: what it does, where that is told."""
    origin: str = ""
    """The element that it was in a file, with its kind of file: "tmx bpt"; "" of one of our own."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Of that element, as they were: what the same kind of file is given back."""
    flows: tuple[Flow, ...] = ()


class Note(NamedTuple):
    """A note or a property."""

    name: str
    """The type of a property; whom a note is from, "" for not told."""
    text: str
    lang: str = ""


class Told(NamedTuple):
    """What is said of a unit, or of its text in one language."""

    attributes: tuple[tuple[str, str], ...] = ()
    """By TMX's names: creationid, changedate, usagecount."""
    notes: tuple[Note, ...] = ()
    props: tuple[Note, ...] = ()
    codes: tuple[Code, ...] = ()
    """In the order in which they stand in the text."""

    def __bool__(self) -> bool:
        return any(self)


EMPTY = Told()


class About(NamedTuple):
    """What a unit and its texts say of themselves."""

    unit: Told = EMPTY
    source: Told = EMPTY
    target: Told = EMPTY
    state: str = ""
    """One of STATES, "" for not told."""
    variants: tuple[Told, ...] = ()
    """Of the unit's texts in further languages, as many as there are, or none."""

    @property
    def id(self) -> str:
        """What the unit is called in its file, "" for nothing."""
        return next((value for name, value in self.unit.attributes if name == "tuid"), "")

    def turned(self) -> About:
        """The same the other way round."""
        return self._replace(source=self.target, target=self.source) if self else self

    def without_codes(self) -> About:
        """Of texts that are not the same any more."""
        if not any(told.codes for told in (self.source, self.target, *self.variants)):
            return self
        source, target, *variants = (told._replace(codes=()) for told in (self.source, self.target, *self.variants))
        return self._replace(source=source, target=target, variants=tuple(variants)) or NOTHING

    def __bool__(self) -> bool:
        return self is not NOTHING and any(self)


NOTHING = About()


def to_dict(about: About) -> dict[str, Any]:
    """As JSON has it: only what is told."""
    sides = {name: _told(value) for name, value in zip(("unit", "source", "target"), about[:3], strict=True)}
    told: dict[str, Any] = {name: value for name, value in sides.items() if value}
    if about.state:
        told["state"] = about.state
    if any(map(any, about.variants)):
        told["variants"] = [_told(each) for each in about.variants]
    return told


def from_dict(told: Mapping[str, Any]) -> About:
    """What `to_dict` was given; of anything else what can be read as that. ValueError, TypeError or KeyError for what cannot."""
    if not told:
        return NOTHING
    unit, source, target = (_from(told.get(name) or {}) for name in ("unit", "source", "target"))
    return About(unit, source, target, str(told.get("state", "")), tuple(map(_from, told.get("variants", ()))))


def _told(told: Told) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if told.attributes:
        found["attributes"] = dict(told.attributes)
    for name, notes in (("notes", told.notes), ("props", told.props)):
        if notes:
            found[name] = [_short(note) for note in notes]
    if told.codes:
        found["codes"] = [_code(code) for code in told.codes]
    return found


def _short(values: tuple[Any, ...]) -> list[Any]:
    """Without the empty ones at its end."""
    found = list(values)
    while found and found[-1] in ("", ()):
        found.pop()
    return found


def _code(code: Code) -> list[Any]:
    return _short((*code[:-1], [_short(flow) for flow in code.flows] or ()))


def _from(told: Mapping[str, Any]) -> Told:
    attributes = tuple((str(name), str(value)) for name, value in dict(told.get("attributes", {})).items())
    notes, props = (tuple(_note(each) for each in told.get(name, ())) for name in ("notes", "props"))
    return Told(attributes, notes, props, tuple(_coded(each) for each in told.get("codes", ())))


def _note(parts: Iterable[Any]) -> Note:
    found = list(map(str, parts))
    return Note(*(*found, "", "")[: max(2, len(found))])


def _coded(parts: Iterable[Any]) -> Code:
    at, kind, *rest = parts
    if kind not in (OPEN, CLOSE, ALONE):
        raise ValueError(kind)
    id, raw, type, origin = map(str, (*rest[:4], "", "", "", "")[:4])
    attributes, flows = (*rest[4:6], (), ())[:2]
    return Code(
        int(at),
        kind,
        id,
        raw,
        type,
        origin,
        tuple((str(name), str(value)) for name, value in attributes),
        tuple(Flow(int(each[0]), *map(str, each[1:])) for each in flows),
    )

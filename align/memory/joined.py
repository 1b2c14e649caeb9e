"""The units of a set (align.memory.sets) as they are delivered: with all their variants, or of any two languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from align.about import NOTHING
from align.memory import quality
from align.memory.flags import names
from align.memory.keys import key, normal
from align.memory.records import Described
from align.memory.seen import Seen
from align.memory.store import Store
from align.model import Unit


@dataclass(frozen=True)
class Part:
    """A unit of one document of a set, with its tie."""

    document: int
    tie: int
    unit: Unit


@dataclass(frozen=True)
class Bundle:
    """The units of a set that are wanted, by document; `sizes` says how many units each document has of each tie, wanted or not."""

    parts: tuple[Part, ...]
    sizes: dict[tuple[int, int], int]

    @cached_property
    def groups(self) -> dict[int, list[list[Unit]]]:
        """By tie the units of each document that has all of its part."""
        found: dict[int, dict[int, list[Unit]]] = {}
        for part in self.parts:
            if part.tie:
                found.setdefault(part.tie, {}).setdefault(part.document, []).append(part.unit)
        return {
            tie: [units for document, units in some.items() if len(units) == self.sizes[document, tie]]
            for tie, some in found.items()
        }

    def units(self) -> Iterator[Unit]:
        """Each unit with its variants, where its first part is; what has none is a pair, in its place."""
        told: set[int] = set()
        for part in self.parts:
            group = self.groups.get(part.tie, ())
            if len(group) < 2 or not any(part.unit is unit for units in group for unit in units):
                yield part.unit
            elif part.tie not in told:
                told.add(part.tie)
                yield together(group)

    def pairs(self, source: str, target: str) -> Iterator[Unit]:
        """The units from one language into another: as they are, turned round, or of two translations of one source."""
        told: set[int] = set()
        for part in self.parts:
            if fits(part.unit, source, target):
                told.add(part.tie)
                yield part.unit
        for part in self.parts:
            if fits(part.unit, target, source) and not fits(part.unit, source, target) and part.tie not in told - {0}:
                yield turned(part.unit)
        for tie, group in self.groups.items():
            left, right = (
                next((some for some in group if of(some[0].target_lang, lang)), None) for lang in (source, target)
            )
            if left and right and left is not right and tie not in told:
                yield _across(left, right)


def bundle(documents: Sequence[tuple[Described, Sequence[tuple[int, Unit]]]]) -> Bundle:
    """The bundle of some documents of one set, each with those of its units that are wanted, by their places in it."""
    parts, sizes = [], dict[tuple[int, int], int]()
    for document, units in documents:
        for tie in document.ties:
            sizes[document.number, tie] = sizes.get((document.number, tie), 0) + 1
        parts += [Part(document.number, document.ties[place] if document.ties else 0, unit) for place, unit in units]
    return Bundle(tuple(parts), sizes)


def together(group: Sequence[Sequence[Unit]]) -> Unit:
    """The unit that the parts of several documents make: as sure as the least sure of them."""
    first, *others = map(_whole, group)
    variants = tuple((unit.target_lang, unit.target) for unit in others)
    about = first.about
    if any(unit.about for unit in others):
        about = about._replace(variants=tuple(unit.about.target for unit in others))
    return _sum(first, others)._replace(bead=_shape([first, *others]), variants=variants, about=about)


def _across(left: Sequence[Unit], right: Sequence[Unit]) -> Unit:
    """The unit of two translations of one source."""
    one, other = _whole(left), _whole(right)
    found = _sum(one, [other])._replace(
        source=one.target, source_lang=one.target_lang, target=other.target, target_lang=other.target_lang
    )
    flags = names(quality.own(found.source, found.target, found.source_lang, found.target_lang))
    number, shapes = _number(one.bead), [_sides(unit.bead) for unit in (one, other)]
    bead = f"{number} {shapes[0][1]}:{shapes[1][1]}" if all(shapes) else ""
    about = one.about._replace(source=one.about.target, target=other.about.target)
    return found._replace(bead=bead, flags=flags, about=about if about else NOTHING)


def turned(unit: Unit) -> Unit:
    """A unit the other way round."""
    sides = _sides(unit.bead)
    bead = (
        f"{_number(unit.bead)} {sides[1]}:{sides[0]}{' moved' * unit.bead.endswith(' moved')}" if sides else unit.bead
    )
    return unit._replace(
        source=unit.target,
        target=unit.source,
        source_lang=unit.target_lang,
        target_lang=unit.source_lang,
        bead=bead,
        about=unit.about.turned(),
    )


def languages(store: Store) -> dict[str, int]:
    """How many units there are in more than two languages, by these: "ko en ja"."""
    if not store.tied():
        return {}
    found: Counter[str] = Counter()
    for _, some in groupby(store.ties(), lambda told: told[0]):
        held: dict[int, dict[str, None]] = {}
        for _, source, target, ties in some:
            for tie in dict.fromkeys(ties):
                if tie:
                    held.setdefault(tie, {}).update({source: None, target: None})
        found.update(" ".join(langs) for langs in held.values() if len(langs) > 2)
    return dict(found.most_common())


def once(units: Iterable[Unit]) -> Iterator[Unit]:
    """Each unit the first time that its texts come."""
    seen = Seen()
    for number, unit in enumerate(units, 1):
        if not seen.before(key(normal(unit.source), normal(unit.target), unit.source_lang, unit.target_lang), number):
            yield unit


def fits(unit: Unit, source: str, target: str) -> bool:
    """Whether a unit is from one language into another."""
    return of(unit.source_lang, source) and of(unit.target_lang, target)


def of(lang: str, asked: str) -> bool:
    """Whether a language is the one that is asked for, of any region; "" asks for any."""
    return not asked or lang == asked or lang.startswith(f"{asked}-")


def _whole(units: Sequence[Unit]) -> Unit:
    """One unit of the parts that a document has of a group."""
    first, *others = units
    if not others:
        return first
    source, target = (" ".join(filter(None, texts)) for texts in zip(*(unit[:2] for unit in units), strict=True))
    sides = [_sides(unit.bead) for unit in units]
    bead = f"{_number(first.bead)} {sum(a for a, _ in sides)}:{sum(b for _, b in sides)}" if all(sides) else ""
    about = first.about.without_codes()
    return _sum(first, others)._replace(source=source, target=target, bead=bead, about=about)


def _sum(first: Unit, others: Sequence[Unit]) -> Unit:
    """The first unit with what is told of all: the least confidence, every finding and every flag."""
    every = [first, *others]
    return first._replace(
        confidence=min(unit.confidence for unit in every),
        findings=tuple(dict.fromkeys(found for unit in every for found in unit.findings)),
        flags=tuple(dict.fromkeys(flag for unit in every for flag in unit.flags)),
    )


def _shape(units: Sequence[Unit]) -> str:
    """12 1:1:2"""
    sides = [_sides(unit.bead) for unit in units]
    if not all(sides):
        return units[0].bead if not any(sides) else ""
    return f"{_number(units[0].bead)} {':'.join(map(str, (sides[0][0], *(target for _, target in sides))))}"


def _number(bead: str) -> str:
    return bead.split(" ", 1)[0]


def _sides(bead: str) -> tuple[int, ...]:
    """How many segments each side has; () where that is not told, or of more sides than two."""
    parts = bead.split(" ")
    sides = parts[1].split(":") if len(parts) > 1 else []
    return tuple(map(int, sides)) if len(sides) == 2 and all(side.isdecimal() for side in sides) else ()

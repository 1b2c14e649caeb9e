"""XLIFF of version 1 and 2, as other tools write it."""

from __future__ import annotations

from typing import Any

from align.errors import FormatError
from align.formats.parallel import File, Unit, aligned, child, confidence, tag, text, tree
from align.model import Alignment
from align.tags import UNKNOWN, canonical

SURE = 0.9
"""Confidence from which a unit that we write needs no review."""
UNTRANSLATED = frozenset(("new", "needs-translation", "initial"))
"""States of a target that is no translation yet, but the source again or a proposal."""
CODES_1 = frozenset(("bpt", "ept", "ph", "it", "x", "bx", "ex"))
"""Inline elements of version 1 whose text is a code and not the sentence's."""
CODES_2 = frozenset(("ph", "sc", "ec", "sm", "em"))
"""Inline elements of version 2 without text of the sentence's."""


def read(data: bytes, name: str, source: str = "", target: str = "") -> list[Alignment]:
    """An alignment for each article of an XLIFF file of version 1 or 2; a unit without a translation is a null bead.

    An article is in two languages, whichever are asked for.
    """
    del source, target
    root = tree(data, name)
    if tag(root) != "xliff":
        raise FormatError(name, f"not XLIFF: its root is {tag(root)}")
    if root.get("version", "").startswith("2"):
        return _version_2(root, data, name)
    found = []
    whole = File.of(data, name)
    for file in root.iter("{*}file"):
        units = [part for unit in file.iter("{*}trans-unit") if unit.get("translate") != "no" for part in _parts(unit)]
        langs = canonical(file.get("source-language") or UNKNOWN), canonical(file.get("target-language") or UNKNOWN)
        found.append(aligned(units, file.get("original") or name, langs, whole))
    return found


def _version_2(root: Any, data: bytes, name: str) -> list[Alignment]:
    """An alignment for each <file> of XLIFF 2, a unit for each of its segments."""
    langs = canonical(root.get("srcLang") or UNKNOWN), canonical(root.get("trgLang") or UNKNOWN)
    found = []
    whole = File.of(data, name)
    for file in root.iter("{*}file"):
        kept = (unit for unit in file.iter("{*}unit") if unit.get("translate") != "no")
        units = [_unit(part, unit, CODES_2, part.get("state", "")) for unit in kept for part in unit.iter("{*}segment")]
        found.append(aligned(units, file.get("original") or name, langs, whole))
    return found


def _parts(unit: Any) -> list[Unit]:
    """The segments that a tool has cut a unit of version 1 into, <mrk mtype="seg">; else the unit."""
    target = child(unit, "target")
    state = target.get("state", "") if target is not None else ""
    source = _segments(child(unit, "seg-source"))
    if not source:
        return [_unit(unit, unit, CODES_1, state)]
    translated = {} if state in UNTRANSLATED else _segments(target)
    sure = confidence(unit.iter("{*}note"))
    return [
        Unit(text(part, CODES_1), text(translated.get(mid), CODES_1), part.sourceline or 1, sure)
        for mid, part in source.items()
    ]


def _segments(element: Any) -> dict[str, Any]:
    """The segments within an element by their number."""
    every = () if element is None else element.iter("{*}mrk")
    return {mark.get("mid", ""): mark for mark in every if mark.get("mtype") == "seg"}


def _unit(part: Any, noted: Any, codes: frozenset[str], state: str) -> Unit:
    """What `part` says, with the confidence that the notes of `noted` tell; no target where its state says that it is none."""
    return Unit(
        text(child(part, "source"), codes),
        "" if state in UNTRANSLATED else text(child(part, "target"), codes),
        part.sourceline or 1,
        confidence(noted.iter("{*}note")),
    )

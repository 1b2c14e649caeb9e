"""XLIFF of version 1 and 2, as other tools write it."""

from __future__ import annotations

from typing import Any

from align.errors import FormatError
from align.formats.parallel import File, Unit, aligned, child, confidence, tag, text, tree
from align.model import Alignment
from align.tags import UNKNOWN, canonical

SURE = 0.9
"""Confidence from which a unit that we write needs no review."""
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
        units = [_unit(unit, unit, CODES_1) for unit in file.iter("{*}trans-unit")]
        langs = canonical(file.get("source-language") or UNKNOWN), canonical(file.get("target-language") or UNKNOWN)
        found.append(aligned(units, file.get("original") or name, langs, whole))
    return found


def _version_2(root: Any, data: bytes, name: str) -> list[Alignment]:
    """An alignment for each <file> of XLIFF 2, a unit for each of its segments."""
    langs = canonical(root.get("srcLang") or UNKNOWN), canonical(root.get("trgLang") or UNKNOWN)
    found = []
    whole = File.of(data, name)
    for file in root.iter("{*}file"):
        units = [_unit(part, unit, CODES_2) for unit in file.iter("{*}unit") for part in unit.iter("{*}segment")]
        found.append(aligned(units, file.get("original") or name, langs, whole))
    return found


def _unit(part: Any, noted: Any, codes: frozenset[str]) -> Unit:
    """What `part` says, with the confidence that the notes of `noted` tell."""
    return Unit(
        text(child(part, "source"), codes),
        text(child(part, "target"), codes),
        part.sourceline or 1,
        confidence(noted.iter("{*}note")),
    )

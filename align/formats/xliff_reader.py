"""XLIFF of version 1 and 2 and its dialects, as other tools write it: which texts there are, and what state they are in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import IO, Any

from align import model
from align.about import DONE, DRAFT, NOTHING, REVIEWED, About, Note, Told
from align.errors import FormatError
from align.formats.parallel import CONFIDENCE, File, Unit, aligned, child, confidence, text, tree
from align.formats.states import CONFIDENCE as OF_STATE
from align.formats.states import MEMOQ, SDL, XLIFF_1, XLIFF_2
from align.model import Alignment
from align.tags import UNKNOWN, canonical
from align.trees import tag

SURE = 0.9
"""Confidence from which a unit that we write needs no review."""
CODES_1 = frozenset(("bpt", "ept", "ph", "it", "x", "bx", "ex"))
"""Inline elements of version 1 whose text is a code and not the sentence's."""
CODES_2 = frozenset(("ph", "sc", "ec", "sm", "em"))
"""Inline elements of version 2 without text of the sentence's."""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Segment:
    """A source and its translation, which is "" where there is none yet."""

    document: str
    source: str
    target: str
    langs: tuple[str, str]
    line: int
    confidence: float
    state: str | None
    """As in align.about; None for not told, "" for no translation."""
    about: About = NOTHING


def read(data: bytes, name: str, source: str = "", target: str = "") -> list[Alignment]:
    """An alignment for each article of an XLIFF file of version 1 or 2; a unit without a translation is a null bead.

    An article is in two languages, whichever are asked for.
    """
    del source, target
    whole = File.of(data, name)
    found = []
    for (_, document, langs), some in groupby(
        _segments(data, name, Counter()), lambda each: (each[0], each[1].document, each[1].langs)
    ):
        units = [Unit(each.source, each.target, each.line, each.confidence) for _, each in some]
        found.append(aligned(units, document, langs, whole))
    return found or [aligned((), name, (UNKNOWN, UNKNOWN), whole)]


def read_units(
    stream: IO[bytes],
    name: str,
    source: str = "",
    target: str = "",
    *,
    codes: bool = False,
    left: Counter[str] | None = None,
) -> Iterator[model.Unit]:
    """The units that are translated, with what they say of themselves; `left` counts the others, and why they are left."""
    del source, target, codes
    left = Counter() if left is None else left
    for _, each in _segments(stream.read(), name, left):
        if not each.target.strip() or not each.source.strip():
            left["units without a translation"] += 1
            continue
        about = each.about
        if each.state:
            about = about._replace(state=each.state)
        yield model.Unit(
            each.source, each.target, *each.langs, each.document, "", each.confidence, about=about if about else NOTHING
        )


def _segments(data: bytes, name: str, left: Counter[str]) -> Iterator[tuple[int, Segment]]:
    """Every segment that is to be translated, with the number of its file."""
    root = tree(data, name)
    if tag(root) != "xliff":
        raise FormatError(name, f"not XLIFF: its root is {tag(root)}")
    second = root.get("version", "").startswith("2")
    for number, file in enumerate(root.iter("{*}file")):
        for unit in file.iter("{*}unit" if second else "{*}trans-unit"):
            if not _asked(unit):
                left["units that are not to be translated"] += 1
                continue
            for segment in _second(root, file, unit, name) if second else _first(file, unit, name):
                yield number, segment


def _asked(unit: Any) -> bool:
    """Whether it is to be translated, as it or what it is in says."""
    while unit is not None:
        if unit.get("translate"):
            return bool(unit.get("translate") != "no")
        unit = unit.getparent()
    return True


def _second(root: Any, file: Any, unit: Any, name: str) -> Iterator[Segment]:
    langs = root.get("srcLang") or UNKNOWN, root.get("trgLang") or UNKNOWN
    for part in unit.iter("{*}segment"):
        told = part.get("state")
        state = XLIFF_2.get(told, DRAFT) if told else None
        yield _segment(file, unit, child(part, "source"), child(part, "target"), langs, state, CODES_2, name)


def _first(file: Any, unit: Any, name: str) -> Iterator[Segment]:
    """The segments that a tool has cut a unit of version 1 into, <mrk mtype="seg">; else the unit."""
    langs = file.get("source-language") or UNKNOWN, file.get("target-language") or UNKNOWN
    source, target = child(unit, "source"), child(unit, "target")
    parts = _marks(child(unit, "seg-source"))
    state = _state(unit, target)
    if not parts:
        yield _segment(file, unit, source, target, langs, state, CODES_1, name)
        return
    translated = _marks(target)
    defined = {seg.get("id", ""): seg for seg in unit.iter("{*}seg") if seg.get("id")}
    for mid, part in parts.items():
        own = SDL.get(defined[mid].get("conf", ""), DRAFT) if mid in defined and defined[mid].get("conf") else state
        yield _segment(file, unit, part, translated.get(mid), langs, own, CODES_1, name)


def _state(unit: Any, target: Any) -> str | None:
    """What the unit, its target or its tool says of the translation."""
    own = {key.rpartition("}")[2]: value for key, value in unit.attrib.items() if key.startswith("{")}
    told = None if target is None else target.get("state")
    if "confirmed" in own:  # Phrase
        return DRAFT if own["confirmed"] not in ("1", "true") else REVIEWED if own.get("level", "1") > "1" else DONE
    if "status" in own:  # memoQ
        return MEMOQ.get(own["status"], DRAFT)
    found = XLIFF_1.get(told, DRAFT) if told else None
    return REVIEWED if unit.get("approved") == "yes" and found in (None, DONE) else found


def _marks(element: Any) -> dict[str, Any]:
    """The segments within an element by their number."""
    every = () if element is None else element.iter("{*}mrk")
    return {mark.get("mid", ""): mark for mark in every if mark.get("mtype") == "seg"}


def _segment(
    file: Any,
    unit: Any,
    source: Any,
    target: Any,
    langs: tuple[str, str],
    state: str | None,
    codes: frozenset[str],
    name: str,
) -> Segment:
    """A segment with its state; what its notes say of how sure we were comes before what its state does."""
    elements = list(unit.iter("{*}note"))
    ours = any(
        CONFIDENCE.search(note.text or "") for note in elements if note.get("category") or note.get("from") == "align"
    )
    sure = confidence(elements) if ours else OF_STATE.get(state or "", 1.0)
    notes = tuple(
        Note(note.get("from") or note.get("category") or "", note.text or "") for note in elements if not ours
    )
    spoken = tuple(
        canonical((side.get(LANG) if side is not None else None) or lang)
        for side, lang in zip((source, target), langs, strict=True)
    )
    line = (source.sourceline if source is not None else unit.sourceline) or 1
    return Segment(
        file.get("original") or name,
        text(source, codes),
        "" if state == "" else text(target, codes),
        (spoken[0], spoken[1]),
        line,
        sure,
        state,
        About(Told(notes=notes)) if notes else NOTHING,
    )

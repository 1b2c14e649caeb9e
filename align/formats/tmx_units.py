"""The units of a TMX file in the languages that are asked for, as the memory holds them, and as alignments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import IO

from align.about import EMPTY, NOTHING, About, Note, Told
from align.errors import FormatError
from align.formats import parallel, tmx_reader
from align.formats.states import CONFIDENCE, SDL
from align.formats.tmx_reader import read
from align.model import Alignment, Unit
from align.tags import canonical, primary

Text = tuple[str, str]
"""(language tag, text)"""
FIELDS = frozenset(("x-document", "x-bead", "x-confidence", "x-signature", "x-date", "x-state"))
META = "x-meta-"
TRADOS = "x-ConfirmationLevel"
"""The property in which Trados says what state a unit is in."""


def units(
    stream: IO[bytes],
    name: str,
    source: str = "",
    target: str = "",
    *,
    codes: bool = False,
    left: Counter[str] | None = None,
) -> Iterator[Unit]:
    """The units as `write_units` was given them, with what other tools say of them. With `codes` inline codes are kept.

    Each unit has all its languages, what is behind two as variants. Its source is in `source`, else, of more than two, in the
    language that the file says; else its pair is that of the first unit, where it has both. With `target` only those two are
    read. `left` counts what is not. FormatError where no unit has both.
    """
    left = Counter() if left is None else left
    every = _flowing(read(stream, name, codes=codes), codes, left)
    for unit, texts in _several(every, name, canonical(source), canonical(target), left):
        if len(texts) == 2:
            yield _unit(unit, texts[0], texts[1], name)
            continue
        one, other, *more = texts
        again = [pair for pair in more if pair[0] == one[0]]  # the source said twice is a pair of its own
        variants = tuple(pair for pair in more if pair[0] != one[0])
        found = _unit(unit, one, other, name)._replace(variants=variants)
        if unit.sides and variants:
            found = found._replace(about=found.about._replace(variants=tuple(_side(unit, pair) for pair in variants)))
        yield found
        for pair in again:
            yield _unit(unit, pair, other, name)


def alignments(data: bytes, name: str, source: str = "", target: str = "") -> list[Alignment]:
    """The units as alignments, one for each document that the units name and each pair of a source and another language.

    Languages as those of `units`. FormatError where no unit has two.
    """
    if not data.strip():
        raise FormatError(name, "an empty file", "a TMX file has a header and a body")
    found: dict[tuple[str, str, str], list[parallel.Unit]] = {}
    for unit, texts in _several(read(BytesIO(data), name), name, canonical(source), canonical(target), Counter()):
        props = dict(unit.props)
        left = texts[0]
        for right in texts[1:]:
            found.setdefault((props.get("x-document") or name, left[0], right[0]), []).append(
                parallel.Unit(left[1], right[1], unit.line or 1, _confidence(props.get("x-confidence", "")))
            )
    file = parallel.File.of(data, name)
    return [parallel.aligned(units, document, (left, right), file) for (document, left, right), units in found.items()]


def _several(
    units: Iterable[tmx_reader.Unit], name: str, source: str, target: str, left: Counter[str]
) -> Iterator[tuple[tmx_reader.Unit, Sequence[Text]]]:
    """Each unit with its texts, source and target first, which are those of the first unit where it has both."""
    first, seen, many = (source, target), dict[str, None](), 0
    for unit in units:
        seen.update(dict.fromkeys(lang for lang, _ in unit.texts))
        texts = unit.texts
        pair = _pair(texts, *first) if len(texts) == 2 else None
        pair = pair or _ordered(unit, first, source, target)
        if not pair:
            left[_lacks(unit, source, target)] += 1
            continue
        if not many:
            first = pair[0][0], pair[1][0]
        many += 1
        if len(texts) == 2:
            yield unit, pair
            continue
        more = [other for other in texts if other not in pair]
        if target:
            left.update(f"texts in {lang}" for lang, _ in more)
        yield unit, pair if target else (*pair, *more)
    if not many:
        raise _none(name, (source, target), seen)


def _ordered(unit: tmx_reader.Unit, first: tuple[str, str], source: str, target: str) -> tuple[Text, Text] | None:
    """Source and target of a unit; None where it lacks one."""
    texts = unit.texts
    if not source and len(texts) > 2 and unit.source and _in(unit.source, texts):
        return _pair(texts, unit.source, first[1]) or _pair(texts, unit.source, target)
    return _pair(texts, *first) or _pair(texts, source, target)


def _lacks(unit: tmx_reader.Unit, source: str, target: str) -> str:
    """What is said of units that are not read."""
    langs = {primary(lang) for lang, _ in unit.texts}
    missing = [lang for lang in (source, target) if lang and primary(lang) not in langs]
    return f"units without {' and '.join(missing)}" if missing else "units in one language only"


def _pair(texts: Sequence[Text], source: str, target: str) -> tuple[Text, Text] | None:
    """Source and target of a unit, where one or both may be any language; None where one is missing."""
    if len(texts) == 2 and texts[0][0] == source and texts[1][0] == target:
        return texts[0], texts[1]
    left, right = (_in(lang, texts) if lang else None for lang in (source, target))
    others = [pair for pair in texts if pair not in (left, right)]
    if not source and others:
        left = others.pop(0)
    if not target and left:
        near = (pair for pair in others if pair[0] != left[0])  # another country's, where there is no other language
        right = next((pair for pair in others if primary(pair[0]) != primary(left[0])), None) or next(near, None)
    return (left, right) if left and right and left != right else None


def _in(lang: str, texts: Sequence[Text]) -> Text | None:
    """The text in a language, in its very variant before any other."""
    exact = (pair for pair in texts if pair[0] == lang)
    near = (pair for pair in texts if primary(pair[0]) == primary(lang))
    return next(exact, None) or next(near, None)


def _none(name: str, langs: tuple[str, str], seen: Iterable[str]) -> FormatError:
    wanted = " and ".join(filter(None, langs)) or "two languages"
    return FormatError(
        name, f"no unit in {wanted}", f"it has: {', '.join(seen) or 'none'}; --source-lang and --target-lang choose"
    )


def _unit(unit: tmx_reader.Unit, source: Text, target: Text, name: str) -> Unit:
    """A unit as the memory holds it: what our own writer puts into props goes to its fields."""
    own: dict[str, str] = {}
    meta: list[tuple[str, str]] = []
    findings: list[tuple[str, str, str]] = []
    flags: list[str] = []
    props: list[Note] = []
    for kind, value in unit.props:
        if kind in FIELDS:
            own[kind] = value
        elif kind == "x-finding" and value.count(" ") >= 2:
            rule, severity, message = value.split(" ", 2)
            findings.append((rule, severity, message))
        elif kind == "x-flag":
            flags.append(value)
        elif kind.startswith(META):
            meta.append((kind.removeprefix(META), value))
        else:
            props.append(Note(kind, value))
    about = _about(unit, source, target, own.get("x-state", ""), tuple(props))
    sure = CONFIDENCE.get(about.state, 1.0) if "x-confidence" not in own else _confidence(own["x-confidence"])
    return Unit(
        source[1],
        target[1],
        source[0],
        target[0],
        own.get("x-document", name),
        own.get("x-bead", ""),
        sure,
        unit.created,
        own.get("x-signature", ""),
        own.get("x-date", ""),
        tuple(meta),
        tuple(findings),
        tuple(flags),
        (),
        about,
    )


def _about(unit: tmx_reader.Unit, source: Text, target: Text, state: str, props: tuple[Note, ...]) -> About:
    """What the unit says of itself beside what is in our fields."""
    if not (state or props or unit.told or unit.sides):
        return NOTHING
    told = unit.told._replace(props=(*props, *unit.told.props)) if props else unit.told
    state = state or next((SDL[prop.text] for prop in props if prop.name == TRADOS and prop.text in SDL), "")
    return About(told, _side(unit, source), _side(unit, target), state)


def _side(unit: tmx_reader.Unit, text: Text) -> Told:
    """What it says of one of its texts."""
    return unit.sides[unit.texts.index(text)] if unit.sides else EMPTY


def _flowing(units: Iterable[tmx_reader.Unit], codes: bool, left: Counter[str]) -> Iterator[tmx_reader.Unit]:
    """The same units; texts within codes that go with these are counted."""
    for unit in units:
        if unit.flows and not codes:
            left["texts within codes (--codes keeps them)"] += unit.flows
        yield unit


def _confidence(value: str) -> float:
    try:
        return min(1.0, max(0.0, float(value or 1)))
    except ValueError:
        return 1.0

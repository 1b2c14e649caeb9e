"""Translation memories: TMX 1.4b, written as its DTD asks, a unit at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from itertools import chain, islice
from typing import IO

from align import __version__
from align.errors import FormatError
from align.formats import parallel, tmx_reader
from align.formats.options import Options
from align.formats.text import BREAK, ILLEGAL, content, line, memory, xml
from align.formats.tmx_reader import LANG as LANG
from align.formats.tmx_reader import read as read
from align.model import Alignment, Unit

BLOCK = 1000
"""Units that are written at once."""
APART = "\x1f"
"""Between the texts of a block while they are escaped together: no text of XML can hold it."""


def write(alignments: Iterable[Alignment], out: IO[bytes], options: Options) -> None:
    """One unit for each bead with text on both sides; the same alignments and options give the same bytes. Streams."""
    rest = iter(alignments)
    first = list(islice(rest, 1))
    source, signature = (first[0].source.lang, first[0].signature) if first else ("", "")
    every = (unit for each in chain(first, rest) for unit in memory(each, options.created))
    _written(every, out, options, source, signature)


def write_units(units: Iterable[Unit], out: IO[bytes], options: Options) -> None:
    """All units in their order; the same units and options give the same bytes. No more than BLOCK units are held."""
    rest = iter(units)
    first = list(islice(rest, 1))
    source, signature = (first[0].source_lang, first[0].signature) if first else ("", "")
    _written(chain(first, rest), out, options, source, signature)


def _written(units: Iterable[Unit], out: IO[bytes], options: Options, source: str, signature: str) -> None:
    out.write(_header(xml(options.source_lang or source or "und"), signature, options).encode("utf-8", "replace"))
    rest = iter(units)
    frame = _Frame(options)
    while block := list(islice(rest, BLOCK)):
        out.write("".join(_lines(block, frame)).encode("utf-8", "replace"))
    out.write(b"</body>\n</tmx>\n")


def _lines(block: Sequence[Unit], frame: _Frame) -> Iterator[str]:
    """Each unit as a line. Escaping a block at once and filling in a template is much faster than lxml's writer."""
    texts = iter(_escaped([text for unit in block for text in (unit[0], unit[1], unit[5])]))
    for unit, source, target, bead in zip(block, texts, texts, texts, strict=True):
        if unit[7:11] != frame.known or unit[2:5] != frame.named:
            frame.set(unit)
        key = sha256(f"{unit[0]}\0{unit[1]}".encode("utf-8", "replace")).hexdigest()[:16]
        yield (
            f'<tu tuid="{key}"{frame.head}<prop type="x-confidence">{unit[6]:.4f}</prop><prop type="x-bead">{bead}</prop>'
            f"{frame.props}{_told(unit) if unit[11] or unit[12] else ''}"
            f"{frame.source}{source}{frame.target}{target}</seg></tuv></tu>\n"
        )


def _escaped(texts: Sequence[str]) -> list[str]:
    """Each text as the content of an element, on one line; all worked on together, but where XML cannot hold a character."""
    together = APART.join(texts)
    if ILLEGAL.search(together.replace(APART, "")) or together.count(APART) != len(texts) - 1:
        return [content(line(text)) for text in texts]
    if BREAK.search(together.replace(APART, "")):
        together = APART.join(map(line, texts))
    return together.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").split(APART)


class _Frame:
    """What the units of one document have in common, made once."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.known: tuple[object, ...] = ()
        self.named: tuple[str, ...] = ()
        self.head = self.props = self.source = self.target = ""

    def set(self, unit: Unit) -> None:
        """Take over what the unit's document has."""
        self.known, self.named = unit[7:11], unit[2:5]
        source, target = self.options.source_lang or unit.source_lang, self.options.target_lang or unit.target_lang
        self.source = f'<tuv xml:lang="{xml(source or "und")}"><seg>'
        self.target = f'</seg></tuv><tuv xml:lang="{xml(target or "und")}"><seg>'
        self.head = f' creationdate="{xml(unit.created)}">' if unit.created else ">"
        told = [("x-document", unit.document), ("x-date", unit.date), *((f"x-meta-{key}", value) for key, value in unit.meta)]
        self.props = "".join(_prop(name, value) for name, value in (*told, ("x-signature", unit.signature)) if value)


def _told(unit: Unit) -> str:
    findings = "".join(_prop("x-finding", f"{rule} {severity} {message}") for rule, severity, message in unit.findings)
    return findings + "".join(_prop("x-flag", flag) for flag in unit.flags)


def _prop(name: str, value: str) -> str:
    return f'<prop type="{xml(name)}">{content(value)}</prop>'


def _header(source: str, signature: str, options: Options) -> str:
    date = f' creationdate="{options.created}"' if options.created else ""
    prop = _prop("x-tool-signature", signature) if signature else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="align-toolkit" creationtoolversion="{__version__}" segtype="sentence" o-tmf="align" '
        f'adminlang="en" srclang="{source}" datatype="plaintext"{date}>{prop}</header>\n<body>\n'
    )


def units(stream: IO[bytes], name: str, source: str = "", target: str = "", *, codes: bool = False) -> Iterator[Unit]:
    """The units in two languages, as `write_units` was given them; other props are `meta`. With `codes` inline codes are kept.

    Without `source` and `target` the languages are the header's source language, if it is there, and the first two of a unit.
    FormatError where no unit has both.
    """
    langs, seen, many = (source, target), dict[str, None](), 0
    for unit in read(stream, name, codes=codes):
        seen.update(dict.fromkeys(lang for lang, _ in unit.texts))
        pair = _pair(unit.texts, *langs)
        if pair:
            many += 1
            langs = langs[0] or pair[0][0], langs[1] or pair[1][0]
            yield _unit(unit, *pair, name)
    if not many:
        raise _none(name, langs, seen)


def alignments(data: bytes, name: str, source: str = "", target: str = "") -> list[Alignment]:
    """The units in two languages as alignments, one for each document that the units name, else one for all.

    Without `source` and `target` the languages are the first two of a unit. FormatError where no unit has both.
    """
    if not data.strip():
        raise FormatError(name, "an empty file", "a TMX file has a header and a body")
    found: dict[str, list[parallel.Unit]] = {}
    langs, seen = (source, target), dict[str, None]()
    for unit in read(BytesIO(data), name):
        seen.update(dict.fromkeys(lang for lang, _ in unit.texts))
        pair = _pair(unit.texts, *langs)
        if pair:
            langs = langs[0] or pair[0][0], langs[1] or pair[1][0]
            props = dict(unit.props)
            found.setdefault(props.get("x-document") or name, []).append(
                parallel.Unit(pair[0][1], pair[1][1], unit.line or 1, _confidence(props.get("x-confidence", "")))
            )
    if not found:
        raise _none(name, langs, seen)
    file = parallel.File.of(data, name)
    return [parallel.aligned(units, document, langs, file) for document, units in found.items()]


Text = tuple[str, str]
"""(language tag, text)"""


def _pair(texts: Sequence[Text], source: str, target: str) -> tuple[Text, Text] | None:
    """Source and target of a unit, where one or both may be any language; None where one is missing."""
    if len(texts) == 2 and texts[0][0] == source and texts[1][0] == target:
        return texts[0], texts[1]
    left, right = (_in(lang, texts) if lang else None for lang in (source, target))
    others = iter([pair for pair in texts if pair not in (left, right)])
    left, right = left if source else next(others, None), right if target else next(others, None)
    return (left, right) if left and right else None


def _in(lang: str, texts: Sequence[Text]) -> Text | None:
    """The text in a language, in its very variant before any other."""
    plain = [(tag.replace("_", "-").lower(), (tag, text)) for tag, text in texts]
    asked = lang.replace("_", "-").lower()
    exact = (pair for tag, pair in plain if tag == asked)
    near = (pair for tag, pair in plain if tag.split("-")[0] == asked.split("-")[0])
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
    for kind, value in unit.props:
        if kind in FIELDS:
            own[kind] = value
        elif kind == "x-finding" and value.count(" ") >= 2:
            rule, severity, message = value.split(" ", 2)
            findings.append((rule, severity, message))
        elif kind == "x-flag":
            flags.append(value)
        else:
            meta.append((kind.removeprefix("x-meta-"), value))
    return Unit(
        source[1], target[1], source[0], target[0], own.get("x-document", name), own.get("x-bead", ""),
        _confidence(own.get("x-confidence", "")), unit.created, own.get("x-signature", ""), own.get("x-date", ""),
        tuple(meta), tuple(findings), tuple(flags),
    )  # fmt: skip


FIELDS = frozenset(("x-document", "x-bead", "x-confidence", "x-signature", "x-date"))


def _confidence(value: str) -> float:
    try:
        return min(1.0, max(0.0, float(value or 1)))
    except ValueError:
        return 1.0

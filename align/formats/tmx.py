"""Translation memories: TMX 1.4b, written as its DTD asks and read as tolerantly as CAT tools need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from typing import IO, Any

from align import __version__
from align.errors import FormatError
from align.formats import parallel
from align.formats.options import Options
from align.formats.text import content, shape, units, xml
from align.model import Alignment

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))
"""Inline elements whose text is a code and not the sentence's."""


def write(alignments: Iterable[Alignment], out: IO[bytes], options: Options) -> None:
    """One unit for each bead with text on both sides; the same alignments and options give the same bytes.

    Streams: no more than one alignment is held. Templates and not lxml's writer, which takes four times as long.
    """
    first = True
    for alignment in alignments:
        source = xml(options.source_lang or alignment.source.lang or "und")
        target = xml(options.target_lang or alignment.target.lang or "und")
        if first:
            out.write(_header(source, alignment.signature, options).encode())
            first = False
        date = f' creationdate="{options.created}"' if options.created else ""
        props = (
            f'<prop type="x-document">{content(alignment.source.name)}</prop>'
            f'<prop type="x-signature">{content(alignment.signature)}</prop>'
        )
        lines = []
        for number, bead, left, right in units(alignment):
            if left and right:
                key = sha256(f"{left}\0{right}".encode("utf-8", "replace")).hexdigest()[:16]
                lines.append(
                    f'<tu tuid="{key}"{date}><prop type="x-confidence">{bead.confidence:.4f}</prop>'
                    f'<prop type="x-bead">{number} {shape(bead)}{" moved" if bead.moved else ""}</prop>{props}'
                    f'<tuv xml:lang="{source}"><seg>{content(left)}</seg></tuv>'
                    f'<tuv xml:lang="{target}"><seg>{content(right)}</seg></tuv></tu>\n'
                )
        out.write("".join(lines).encode("utf-8", "replace"))
    if first:
        out.write(_header(xml(options.source_lang or "und"), "", options).encode())
    out.write(b"</body>\n</tmx>\n")


def _header(source: str, signature: str, options: Options) -> str:
    date = f' creationdate="{options.created}"' if options.created else ""
    prop = f'<prop type="x-tool-signature">{content(signature)}</prop>' if signature else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="align-toolkit" creationtoolversion="{__version__}" segtype="sentence" o-tmf="align" '
        f'adminlang="en" srclang="{source}" datatype="plaintext"{date}>{prop}</header>\n<body>\n'
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """One translation unit as it stands in a file."""

    texts: tuple[tuple[str, str], ...]
    """(language tag, text of its segment without inline codes), in file order."""
    props: tuple[tuple[str, str], ...] = field(default=())
    """(type, text)"""
    tuid: str = ""
    line: int = 0


def read(stream: IO[bytes], name: str) -> Iterator[Unit]:
    """The units of a TMX file of any 1.x version and encoding, one by one, in flat memory.

    No entity, DTD or network is touched: a file that declares entities, or is not well formed, ends in a FormatError that
    names the line; what came before has been given.
    """
    from lxml import etree

    events = etree.iterparse(
        stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root: Any = None
    try:
        for event, element in events:
            if event == "start":
                if root is None:
                    root = element
                    _checked(element, name)
                continue
            if _name(element) != "tu":
                continue
            yield _unit(element, name)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise FormatError(
            f"{name}:{error.lineno or 1}", f"not well-formed XML: {error.msg}", "repair the file there"
        ) from error


def alignments(data: bytes, name: str, source: str = "", target: str = "") -> list[Alignment]:
    """The units in two languages as alignments, one for each document that the units name, else one for all.

    Without `source` and `target` the languages are the first two of a unit. FormatError where no unit has both.
    """
    if not data.strip():
        raise FormatError(name, "an empty file", "a TMX file has a header and a body")
    found: dict[str, list[parallel.Unit]] = {}
    langs = source, target
    seen: dict[str, None] = {}
    for unit in read(BytesIO(data), name):
        seen.update(dict.fromkeys(lang for lang, _ in unit.texts))
        texts = [_in(lang, unit.texts) for lang in langs] if all(langs) else _rest(unit.texts, source, target)
        if texts[0] and texts[1]:
            langs = langs[0] or texts[0][0], langs[1] or texts[1][0]
            props = dict(unit.props)
            found.setdefault(props.get("x-document") or name, []).append(
                parallel.Unit(texts[0][1], texts[1][1], unit.line or 1, _confidence(props.get("x-confidence", "")))
            )
    if not found:
        wanted = " and ".join(filter(None, langs)) or "two languages"
        raise FormatError(
            name, f"no unit in {wanted}", f"it has: {', '.join(seen) or 'none'}; --source-lang and --target-lang choose"
        )
    file = parallel.File.of(data, name)
    return [parallel.aligned(units, document, langs, file) for document, units in found.items()]


def _in(lang: str, texts: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """The text in a language, in its very variant before any other."""
    plain = [(tag.replace("_", "-").lower(), (tag, text)) for tag, text in texts]
    asked = lang.replace("_", "-").lower()
    exact = (pair for tag, pair in plain if tag == asked)
    near = (pair for tag, pair in plain if tag.split("-")[0] == asked.split("-")[0])
    return next(exact, None) or next(near, None)


def _rest(texts: Sequence[tuple[str, str]], source: str, target: str) -> list[tuple[str, str] | None]:
    """Source and target where one or both may be any language."""
    left, right = (_in(lang, texts) if lang else None for lang in (source, target))
    others = iter([pair for pair in texts if pair not in (left, right)])
    return [left if source else next(others, None), right if target else next(others, None)]


def _confidence(value: str) -> float:
    try:
        return min(1.0, max(0.0, float(value or 1)))
    except ValueError:
        return 1.0


def _checked(root: Any, name: str) -> None:
    if _name(root) != "tmx":
        raise FormatError(name, f"not TMX: its root is {_name(root)}")
    internal = root.getroottree().docinfo.internalDTD
    if internal is not None and any(True for _ in internal.iterentities()):
        raise FormatError(name, "declares entities", "they are not read, for safety; replace them by their text")


def _unit(element: Any, name: str) -> Unit:
    texts, props = [], []
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if _name(child) == "prop":
            props.append((child.get("type", ""), _content(child, name)))
        elif _name(child) == "tuv":
            lang = child.get(LANG) or child.get("lang") or ""
            segment = next(
                (grandchild for grandchild in child if isinstance(grandchild.tag, str) and _name(grandchild) == "seg"),
                None,
            )
            texts.append((lang, "" if segment is None else _content(segment, name)))
    return Unit(tuple(texts), tuple(props), element.get("tuid", ""), element.sourceline or 0)


def _content(element: Any, name: str) -> str:
    """The text of a segment: inline codes dropped, highlighted and sub-flow text kept."""
    parts = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            if type(child).__name__ == "_Entity":
                raise FormatError(
                    f"{name}:{child.sourceline}",
                    f"an entity: {child.text}",
                    "it is not read, for safety; replace it by its text",
                )
        elif _name(child) not in CODES:
            parts.append(_content(child, name))
        else:
            parts += [_content(sub, name) for sub in child if isinstance(sub.tag, str) and _name(sub) == "sub"]
        parts.append(child.tail or "")
    return "".join(parts)


def _name(element: Any) -> str:
    return re.sub(r"^\{.*\}", "", element.tag).lower()

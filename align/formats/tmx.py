"""Translation memories: TMX 1.4b, written as its DTD asks, a unit at a time."""

from __future__ import annotations

from binascii import hexlify
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from typing import IO

from align import __version__
from align.about import EMPTY, NOTHING, Note, Told
from align.formats import Format
from align.formats.code_ids import Numbers
from align.formats.options import Options
from align.formats.text import content, first, line, memory, xml
from align.formats.tmx_codes import marked, written
from align.formats.tmx_reader import LANG as LANG
from align.formats.tmx_reader import read as read
from align.formats.tmx_units import alignments as alignments
from align.formats.tmx_units import units as units
from align.model import Alignment, Unit

BLOCK = 1000
"""Units that are written at once."""
APART = "\x1f"
"""Between the texts of a block while they are worked on together: no text of XML can hold it."""
ODD = bytes(byte for byte in range(32) if byte != ord(APART))
"""Bytes of characters that XML cannot hold, or that are no part of a line."""
NONE = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
"""U+FFFE and U+FFFF, which XML cannot hold either."""
END = b"</tu>\n"
SPECIAL = ((b"&", b"&amp;"), (b"<", b"&lt;"), (b">", b"&gt;"))


def write(alignments: Iterable[Alignment], out: IO[bytes], options: Options) -> None:
    """One unit for each bead with text on both sides; the same alignments and options give the same bytes. Streams."""
    start, every = first(alignments)
    source, signature = (start.source.lang, start.signature) if start else ("", "")
    _written(
        (unit for each in every for unit in memory(each, options.created, options.codes)),
        out,
        options,
        source,
        signature,
    )


def write_units(units: Iterable[Unit], out: IO[bytes], options: Options) -> None:
    """All units in their order; the same units and options give the same bytes. No more than BLOCK units are held."""
    start, every = first(units)
    source, signature = (start.source_lang, start.signature) if start else ("", "")
    _written(every, out, options, source, signature)


def _written(units: Iterable[Unit], out: IO[bytes], options: Options, source: str, signature: str) -> None:
    out.write(_header(xml(options.source_lang or source or "und"), signature, options).encode("utf-8", "replace"))
    rest = iter(units)
    frame = _Frame(options)
    while block := list(islice(rest, BLOCK)):
        out.write(b"".join(_lines(block, frame)))
    out.write(b"</body>\n</tmx>\n")


def _lines(block: Sequence[Unit], frame: _Frame) -> Iterator[bytes]:
    """Each unit as a line. Bytes of a whole block in a template: several times as fast as lxml's writer, and as strings."""
    raw, ready = _escaped([text for unit in block for text in (unit[0], unit[1], unit[5])])
    for k, unit in enumerate(block):
        if unit[7:11] != frame.known or unit[2:5] != frame.named:
            frame.set(unit)
        source, target, bead = ready[3 * k : 3 * k + 3]
        if unit[14] is not NOTHING:
            yield _full(unit, frame.options, raw[3 * k : 3 * k + 2])
            continue
        key = hexlify(sha256(raw[3 * k] + b"\0" + raw[3 * k + 1]).digest()[:8])
        told = _told(unit) if unit[11] or unit[12] else b""
        if unit[13]:
            key = hexlify(sha256(b"\0".join([*raw[3 * k : 3 * k + 2], *_variants(unit)])).digest()[:8])
            yield (frame.template % (key, unit[6], bead, told, source, target)).removesuffix(END) + _more(unit) + END
            continue
        yield frame.template % (key, unit[6], bead, told, source, target)


def _full(unit: Unit, options: Options, raw: Sequence[bytes]) -> bytes:
    """A unit that says more of itself than its texts."""
    about = unit.about
    told = [("creationdate", unit.created)] if unit.created else []
    told += [(name, value) for name, value in about.unit.attributes if name not in ("tuid", "creationdate")]
    tuid = about.id or hexlify(sha256(b"\0".join([*raw, *_variants(unit)])).digest()[:8]).decode()
    props = [
        Note("x-confidence", f"{unit.confidence:.4f}"),
        Note("x-bead", unit.bead),
        *(Note(name, value) for name, value in _shared(unit) if value),
        *(Note("x-state", state) for state in (about.state,) if state),
    ]
    numbers = Numbers()
    langs = (*options.tags(unit.source_lang, unit.target_lang), *(lang for lang, _ in unit.variants))
    texts = (unit.source, unit.target, *(text for _, text in unit.variants))
    sides = (about.source, about.target, *about.variants, *(EMPTY for _ in texts[2 + len(about.variants) :]))
    versions = (
        f'<tuv xml:lang="{xml(lang or "und")}"{_attributes(side.attributes)}>{_notes(side)}'
        f"<seg>{_segment(text, side, options, numbers)}</seg></tuv>"
        for lang, text, side in zip(langs, texts, sides, strict=True)
    )
    head = f'<tu tuid="{xml(tuid)}"{_attributes(told)}>{"".join(_prop(*prop) for prop in props)}'
    own = _told(unit).decode()
    return f"{head}{own}{_notes(about.unit)}{''.join(versions)}</tu>\n".encode("utf-8", "replace")


def _segment(text: str, side: Told, options: Options, numbers: Numbers) -> str:
    if options.marks:
        return marked(text, side.codes)
    return written(text, side.codes if options.codes else (), numbers)


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{xml(value)}"' for name, value in pairs)


def _notes(told: Told) -> str:
    """Its properties and notes."""
    notes = (f"<note{_language(note.lang)}>{content(note.text)}</note>" for note in told.notes)
    return "".join((*(_prop(*prop) for prop in told.props), *notes))


def _language(tag: str) -> str:
    return f' xml:lang="{xml(tag)}"' if tag else ""


def _shared(unit: Unit) -> list[tuple[str, str]]:
    """What the units of one document have in common, as properties."""
    return [
        ("x-document", unit.document),
        ("x-date", unit.date),
        *((f"x-meta-{key}", value) for key, value in unit.meta),
        ("x-signature", unit.signature),
    ]


def _variants(unit: Unit) -> Iterator[bytes]:
    return (text.encode("utf-8", "replace") for _, text in unit.variants)


def _more(unit: Unit) -> bytes:
    """What a unit says in further languages."""
    found = (
        f'<tuv xml:lang="{xml(lang or "und")}"><seg>{content(line(text))}</seg></tuv>' for lang, text in unit.variants
    )
    return "".join(found).encode("utf-8", "replace")


def _escaped(texts: Sequence[str]) -> tuple[list[bytes], list[bytes]]:
    """Each text in UTF-8, and as the content of an element, on one line; all at once, where XML can hold all their characters."""
    together = APART.join(texts).encode("utf-8", "replace")
    if len(together.translate(None, ODD)) < len(together) or any(none in together for none in NONE):
        return [text.encode("utf-8", "replace") for text in texts], [
            content(line(text)).encode("utf-8", "replace") for text in texts
        ]
    raw = together.split(APART.encode())
    if len(raw) != len(texts):
        return _escaped([text.replace(APART, " ") for text in texts])
    for special, meant in SPECIAL:
        together = together.replace(special, meant)
    return raw, together.split(APART.encode())


class _Frame:
    """What the units of one document have in common, as a template that is made once."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.known: tuple[object, ...] = ()
        self.named: tuple[str, ...] = ()
        self.template = b""

    def set(self, unit: Unit) -> None:
        """Take over what the unit's document has."""
        self.known, self.named = unit[7:11], unit[2:5]
        source, target = self.options.tags(unit.source_lang, unit.target_lang)
        date = f' creationdate="{xml(unit.created)}"' if unit.created else ""
        props = "".join(_prop(name, value) for name, value in _shared(unit) if value)
        date, props, source, target = (
            part.replace("%", "%%") for part in (date, props, xml(source or "und"), xml(target or "und"))
        )
        self.template = (
            f'<tu tuid="%b"{date}><prop type="x-confidence">%.4f</prop><prop type="x-bead">%b</prop>{props}%b'
            f'<tuv xml:lang="{source}"><seg>%b</seg></tuv><tuv xml:lang="{target}"><seg>%b</seg></tuv></tu>\n'
        ).encode("utf-8", "replace")


def _told(unit: Unit) -> bytes:
    findings = "".join(_prop("x-finding", " ".join(finding)) for finding in unit.findings)
    flags = "".join(_prop("x-flag", flag) for flag in unit.flags)
    return f"{findings}{flags}".encode("utf-8", "replace")


def _prop(name: str, value: str, language: str = "") -> str:
    return f'<prop type="{xml(name)}"{_language(language)}>{content(value)}</prop>'


def _header(source: str, signature: str, options: Options) -> str:
    date = f' creationdate="{options.created}"' if options.created else ""
    prop = _prop("x-tool-signature", signature) if signature else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="align-toolkit" creationtoolversion="{__version__}" segtype="sentence" o-tmf="align" '
        f'adminlang="en" srclang="{source}" datatype="plaintext"{date}>{prop}</header>\n<body>\n'
    )


FORMAT = Format(
    ("tmx",), place=20, write=write, read=alignments, write_units=write_units, read_units=units, variants=True
)

"""Translation memories: TMX 1.4b, written as its DTD asks, a unit at a time."""

from __future__ import annotations

from binascii import hexlify
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from itertools import islice
from typing import IO

from align import __version__
from align.about import EMPTY, NOTHING, About, Note, Told
from align.errors import FormatError
from align.formats import Format, parallel, tmx_reader
from align.formats.code_ids import Numbers
from align.formats.options import Options
from align.formats.states import CONFIDENCE, SDL
from align.formats.text import content, first, line, memory, xml
from align.formats.tmx_codes import marked, written
from align.formats.tmx_reader import LANG as LANG
from align.formats.tmx_reader import read as read
from align.model import Alignment, Unit
from align.tags import canonical, primary

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
    head = f'<tu tuid="{xml(tuid)}"{_attributes(told)}>{"".join(map(_note, props))}'
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
    notes = (f"<note{_language(note)}>{content(note.text)}</note>" for note in told.notes)
    return "".join((*map(_note, told.props), *notes))


def _note(prop: Note) -> str:
    return f'<prop type="{xml(prop.name)}"{_language(prop)}>{content(prop.text)}</prop>'


def _language(note: Note) -> str:
    return f' xml:lang="{xml(note.lang)}"' if note.lang else ""


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


Text = tuple[str, str]
"""(language tag, text)"""


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


FIELDS = frozenset(("x-document", "x-bead", "x-confidence", "x-signature", "x-date", "x-state"))
META = "x-meta-"
TRADOS = "x-ConfirmationLevel"
"""The property in which Trados says what state a unit is in."""


def _confidence(value: str) -> float:
    try:
        return min(1.0, max(0.0, float(value or 1)))
    except ValueError:
        return 1.0


FORMAT = Format(
    ("tmx",), place=20, write=write, read=alignments, write_units=write_units, read_units=units, variants=True
)

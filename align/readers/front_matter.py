"""Front matter, in YAML between ---, in TOML between +++, in JSON: what it says of the file, and which of its values are text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from align.readers import dates

BLOCK = re.compile(r"\ufeff?(---|\+\+\+)[^\S\n]*\r?\n(.*?)(?:^|\n)\1[^\S\n]*(?:\r?\n|$)", re.DOTALL)
JSON = re.compile(r"\ufeff?(?=\{\s*\"[^\"\n]*\"\s*:)")
LINE = re.compile(r"^([A-Za-z_-]+)\s*:\s*(.*?)\s*$")
MAPPING = re.compile(r"(?:#[^\n]*\n\s*)*[\"']?[A-Za-z_$@][\w .$@/-]*[\"']?[^\S\n]*:(?=\s|$)", re.ASCII)
"""How YAML begins that is a mapping, and no rule above a heading."""
KNOWN = {"date": "date", "published": "date", "pubdate": "date", "title": "title", "lang": "lang", "language": "lang"}
TEXTS = frozenset(
    "title description summary subtitle tagline excerpt abstract caption linktitle sidebar_label sidebartitle shorttitle "
    "short_title short_description shortdescription intro lead heading headline subheading alt details "
    "pagination_label title_meta og_title og_description teaser subject deck seo_title meta_description navtitle "
    "linktext link_text button_text cta placeholder notice prev_label next_label fig-cap fig-alt tbl-cap".split()
)
"""Keys whose values a reader of the page sees."""
NESTED = TEXTS | {"name", "text", "label"}
"""Those below another key: name, text and tagline of a hero, the text of an action."""
SCALAR = re.compile(r"(?:true|false|null|yes|no|~|[-+.\d:TZ]+|[\[{].*[\]}],?|[&*!].*)$", re.IGNORECASE)
"""What is no text: truths, numbers, times, lists, anchors."""
YAML = re.compile(
    r"(?P<indent>[^\S\n]*(?:-[^\S\n]+)*)(?P<key>\"[^\"\n]*\"|'[^'\n]*'|[^\s#:'\"][^:\n]*?)[^\S\n]*:(?:[^\S\n]+(?P<value>[^\n]*))?$",
    re.MULTILINE,
)
FLOW = re.compile(
    r"[{,]\s*(?P<key>[\w-]+)\s*:\s*(?:\"(?P<d>(?:[^\"\\]|\\.)*)\"|'(?P<s>(?:[^']|'')*)'|(?P<p>[^,{}\[\]\"'\n]+))"
)
TOML = re.compile(
    r"^[^\S\n]*(?:\[\[?(?P<table>[^\]\n]+)\]\]?|(?P<key>[\w.\"-]+)[^\S\n]*=[^\S\n]*"
    r"(?:\"\"\"(?P<long>.*?)\"\"\"|'''(?P<rawlong>.*?)'''|\"(?P<d>(?:[^\"\\\n]|\\.)*)\"|'(?P<s>[^'\n]*)'))",
    re.MULTILINE | re.DOTALL,
)
STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"(\s*:)?|[{}]", re.DOTALL)

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Matter:
    """What was found, where its texts are, each as ranges of the file, and where the article begins behind it."""

    date: date | None = None
    title: str | None = None
    lang: str = ""
    end: int = 0
    texts: tuple[tuple[Range, ...], ...] = ()


def front(file: str) -> Matter:
    """The front matter of a decoded file; an empty one where there is none with a key that we know."""
    match = BLOCK.match(file)
    if not match:
        return Matter()
    found = _toml(match[2]) if match[1] == "+++" else _lines(match[2])
    return _matter(found, match.end(), ()) if found else Matter()


def page(file: str) -> Matter:
    """The front matter of a page of a site, whatever its keys, with its texts."""
    if match := BLOCK.match(file):
        if match[1] == "+++":
            return _matter(_toml(match[2]), match.end(), tuple(_toml_texts(file, *match.span(2))))
        if not match[2].strip() or MAPPING.match(match[2]):
            return _matter(_lines(match[2]), match.end(), tuple(_yaml_texts(file, *match.span(2))))
    elif match := JSON.match(file):
        import json

        try:
            value, end = json.JSONDecoder().raw_decode(file, match.end())
        except (ValueError, RecursionError):
            return Matter()
        known = {KNOWN[key.lower()]: str(each) for key, each in value.items() if key.lower() in KNOWN}
        return _matter(known, end, tuple(_json_texts(file, match.end(), end)))
    return Matter()


def _matter(found: dict[str, str], end: int, texts: tuple[tuple[Range, ...], ...]) -> Matter:
    return Matter(dates.parse(found.get("date", "")), found.get("title") or None, found.get("lang", ""), end, texts)


def _lines(block: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in block.splitlines():
        match = LINE.match(line)
        if match and (key := KNOWN.get(match[1].lower())):
            found.setdefault(key, match[2].strip("\"'"))
    return found


def _toml(block: str) -> dict[str, str]:
    import tomllib

    try:
        values = tomllib.loads(block.replace("\r\n", "\n"))
        return {KNOWN[key.lower()]: str(value) for key, value in values.items() if key.lower() in KNOWN}
    except (ValueError, RecursionError):  # not TOML, or a number of thousands of digits
        return {}


def _is_text(key: str, nested: bool) -> bool:
    return key.strip("\"' ").lower() in (NESTED if nested else TEXTS)


def _yaml_texts(file: str, start: int, end: int) -> Iterator[tuple[Range, ...]]:
    """The text values of YAML as people write it by hand: scalars plain, quoted or in blocks, at any depth."""
    while start < end:
        stop = file.find("\n", start, end)
        stop = end if stop < 0 else stop
        match = YAML.match(file, start, stop - (file[stop - 1 : stop] == "\r"))
        after = stop + 1
        if match:
            indent = len(match["indent"])
            inside = list(_deeper(file, after, end, indent))
            value = (match["value"] or "").strip()
            text = _is_text(match["key"], indent > 0)
            if value[:1] in ("|", ">") and re.match(r"[|>][-+\d]*\s*(?:#.*)?$", value):
                if text:
                    yield from _paragraphs(file, inside)
                after = inside[-1][1] + 1 if inside else after
            elif value[:1] in ("{", "[") and match["value"]:
                yield from _flow(file, match.start("value"), match.end("value"), indent >= 0)
            elif value and text and not SCALAR.match(value):
                ranges = _scalar(
                    file,
                    match.start("value") + len(match["value"]) - len(match["value"].lstrip()),
                    match.end("value"),
                    inside,
                )
                if ranges:
                    yield ranges
                after = inside[-1][1] + 1 if inside else after
        start = after


def _deeper(file: str, start: int, end: int, indent: int) -> Iterator[Range]:
    """The lines from `start` on that stand deeper than `indent`, without what they are indented by."""
    while start < end:
        stop = file.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = file[start:stop]
        deep = len(line) - len(line.lstrip())
        if line.strip() and deep <= indent:
            return
        yield start + min(deep, len(line)), stop - (line.endswith("\r") and bool(line.strip()))
        start = stop + 1


def _paragraphs(file: str, lines: list[Range]) -> Iterator[tuple[Range, ...]]:
    paragraph: list[Range] = []
    for start, end in [*lines, (0, 0)]:
        if file[start:end].strip():
            paragraph.append((start, end))
        elif paragraph:
            yield tuple(paragraph)
            paragraph = []


def _scalar(file: str, start: int, end: int, inside: list[Range]) -> tuple[Range, ...]:
    """A scalar that begins on the line of its key, and may go on below."""
    lines = [(start, end), *((a, b) for a, b in inside if file[a:b].strip())]
    quote = file[start]
    if quote in "\"'":
        body = re.compile(r"\"(?:[^\"\\]|\\.)*\"" if quote == '"' else r"'(?:[^']|'')*'", re.DOTALL).match(file, start)
        if not body:
            return ()
        found = []
        for a, b in lines:
            a, b = max(a, start + 1), min(b, body.end() - 1)
            if a < b:
                found += list(_unquoted(file, a, b)) if quote == "'" else [(a, b)]
        return tuple(found)
    comment = re.compile(r"[^\S\n]+#").search(file, start, end)
    return ((start, comment.start() if comment else end), *lines[1:])


def _unquoted(file: str, start: int, end: int) -> Iterator[Range]:
    """Between single quotes, where two stand for one."""
    while (at := file.find("''", start, end)) >= 0:
        yield start, at + 1
        start = at + 2
    if start < end:
        yield start, end


def _flow(file: str, start: int, end: int, nested: bool) -> Iterator[tuple[Range, ...]]:
    for match in FLOW.finditer(file, start, end):
        if _is_text(match["key"], nested):
            group = next(name for name in "dsp" if match[name] is not None)
            if match[group].strip() and not SCALAR.match(match[group].strip()):
                yield (match.span(group),)


def _toml_texts(file: str, start: int, end: int) -> Iterator[tuple[Range, ...]]:
    nested = False
    for match in TOML.finditer(file, start, end):
        if match["table"]:
            nested = True
        elif _is_text(match["key"].rsplit(".", 1)[-1], nested or "." in match["key"]):
            group = next(name for name in ("long", "rawlong", "d", "s") if match[name] is not None)
            lines = list(_lines_of(file, *match.span(group)))
            yield from _paragraphs(file, lines)


def _lines_of(file: str, start: int, end: int) -> Iterator[Range]:
    while start < end:
        stop = file.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop - (stop > start and file[stop - 1] == "\r")
        start = stop + 1


def _json_texts(file: str, start: int, end: int) -> Iterator[tuple[Range, ...]]:
    key, depth = "", 0
    for match in STRING.finditer(file, start, end):
        if match[1] is None:
            depth += 1 if match[0] == "{" else -1
        elif match[2]:
            key = match[1]
        else:
            if _is_text(key, depth > 1) and match[1].strip():
                yield (match.span(1),)
            key = ""

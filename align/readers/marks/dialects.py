"""Lines that are marks in one of Markdown's dialects, and what of them is text: one table, first match first.

MkDocs Material, MyST, Docusaurus, VitePress and VuePress, Hugo, Jekyll and kramdown, GitHub, GitBook, Obsidian, Quarto.
"""

from __future__ import annotations

import re
from typing import NamedTuple

TEXTS = frozenset(
    "title label alt description summary placeholder caption text header heading subtitle tagline tooltip".split()
)
"""Attributes of tags, shortcodes and directives that a reader sees."""
NAMED = TEXTS | {"name", "content"}
"""Those of shortcodes and Liquid tags."""
SETS = frozenset("tabs tabpane tab-set param ref relref".split())
"""Shortcodes whose name is an identifier."""
ARGUMENT = frozenset(
    "note tip warning danger caution important attention hint error seealso see-also admonition dropdown card tab-item "
    "grid-item-card topic sidebar rubric epigraph table list-table csv-table details exercise solution proof theorem "
    "definition lemma button margin aside versionadded versionchanged deprecated".split()
)
"""Directives of MyST whose argument is text; that of the others is a path, a language, an option."""
CODE = frozenset(
    "code code-block sourcecode code-cell literalinclude include toctree mermaid math eval-rst raw image graphviz plantuml "
    "digraph highlight contents bibliography doctest testcode iframe embed glue autosummary parsed-literal prompt".split()
)
"""Directives whose body is no text."""
DRAWN = frozenset(("mermaid", "math", "plantuml", "chart", "echarts", "flowchart"))
"""Containers between colons whose body is a picture's."""
HIDDEN = "highlight|comment|mermaid|math|katex|chart|plantuml|codeblock"
"""Shortcodes and Liquid tags whose body is code, or is not shown."""

ATTRIBUTE = re.compile(
    r"(?<![\w:@.-])(?P<name>[A-Za-z][\w-]*)(?:\s*=\s*|:\s+)(?:\{\s*)?"
    r"(?:(?P<q>[\"'`])(?P<value>(?:\\.|(?!(?P=q))[^\\]){0,2000})(?P=q)|(?P<bare>[^\s\"'`=<>{}%]+))",
    re.DOTALL,
)
BRACED = (
    r"\{:?[^\S\n]*(?:[#.][^\s{}]+|:?[A-Za-z@][\w:.-]*=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+)|(?<=\s)[a-z]+)"
    r"(?:\s+(?:[#.][^\s{}]+|[A-Za-z@][\w:.-]*(?:=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+))?)){0,20}[^\S\n]*\}"
)
"""A list of attributes as Pandoc, kramdown and MkDocs write it; {name} is none."""


class Line(NamedTuple):
    """What a line of marks means: the spans of its text, the container that it opens, and the line that ends what it hides."""

    texts: tuple[tuple[int, int], ...] = ()
    opens: bool = False
    """What is indented by four columns below it belongs to it."""
    until: str = ""
    """A pattern: all lines up to one that has it are no text."""
    options: bool = False
    """Lines of options may follow."""


ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[^\S\n]+[\w -]*?[^\S\n]*(?:\"(?P<text>[^\n]*)\")?[^\S\n]*$", re.MULTILINE)
TAB = re.compile(r"===[+!]?[^\S\n]+([\"'])(?P<text>[^\n]*)\1[^\S\n]*$", re.MULTILINE)
COLONS = re.compile(
    r"(?P<mark>:{3,})[^\S\n]*(?P<name>\{[\w:.-]+\}|[A-Za-z][\w-]*)?(?P<label>\[[^\n]*?\])?[^\S\n]*"
    r"(?P<text>[^{}\n]*?)[^\S\n]*(?P<attributes>\{[^\n]*\})?[^\S\n]*:*[^\S\n]*$",
    re.MULTILINE,
)
LEAF = re.compile(
    r"::(?P<name>[A-Za-z][\w-]*)(?P<label>\[[^\n]*?\])?(?P<attributes>\{[^\n]*\})?[^\S\n]*$", re.MULTILINE
)
SLASHES = re.compile(
    r"/{3,}[^\S\n]*(?:(?P<name>[A-Za-z][\w-]*)[^\S\n]*(?:\|[^\S\n]*(?P<text>[^\n]*?))?)?[^\S\n]*$", re.MULTILINE
)
CALLOUT = re.compile(r"\[![A-Za-z][\w-]*(?:\|[^\]\n]*)?\][+-]?[^\S\n]*(?P<text>[^\n]*?)[^\S\n]*$", re.MULTILINE)
OPTION = re.compile(r":(?P<name>[A-Za-z][\w-]*):[^\S\n]*(?P<text>[^\n]*?)[^\S\n]*$", re.MULTILINE)
SETTING = re.compile(r"[^\S\n]{4,}(?P<name>[A-Za-z][\w-]*):[^\n]*$", re.MULTILINE)
SILENT = re.compile(
    r"(?:"
    r";?-{1,8}8<-{1,8}[^\n]+|\{\*[^\n]*\*\}|<<<[^\S\n]*[@./~\w][^\n]*|\{![^\n]*!\}|@(?:include|import|code)\b[^\n]*"
    r"|@\[[\w-]+\]\([^\n]*\)|\[TOC\]|\[\[_?toc_?\]\]|\{:[^\n]*\}|\{::[^\n]*/\}|\([\w:.-]+\)=|\+\+\+(?:[^\S\n][^\n]*)?|%[^\S\n][^\n]*"
    r"|\\(?:newpage|pagebreak|tableofcontents|clearpage)|\^\^\^[^\n]*|={3,}|\+[-=:+]{3,}\+|<-{3,}>|\[\[_TOC_\]\]"
    r")[^\S\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
TITLED = re.compile(r"@tab(?::active)?[^\S\n]+(?P<text>[^\n]*?)(?:[^\S\n]*#[\w:-]+)?[^\S\n]*$", re.MULTILINE)
SCISSORS = re.compile(r"-{1,8}8<-{1,8}[^\S\n]*$", re.MULTILINE)
FORMULA = re.compile(r"\\begin\{(?P<name>[a-z]+\*?)\}(?![^\n]*\\end\{)")
COMMENT = re.compile(r"\{::(?P<name>comment|nomarkdown)\}[^\S\n]*$", re.MULTILINE)
BODY = re.compile(rf"\{{(?:%-?|\{{[<%])[^\S\n]*(?P<name>{HIDDEN})\b[^\n]*?(?:-?%\}}|[%>]\}}\}})(?![^\n]*?\{{[{{%])")
MODULE = re.compile(
    r"import[^\S\n]*(?:[\"'][^\"'\n]+[\"']|(?:type[^\S\n]+)?(?:[\w$]+|\*[^\S\n]+as[^\S\n]+[\w$]+|[\w$]+[^\S\n]*,[^\S\n]*\{[^}]{0,2000}\}|\{[^}]{0,2000}\})"
    r"\s*from\s*[\"'][^\"'\n]+[\"'])[^\S\n]*;?[^\S\n]*$"
    r"|export[^\S\n]+(?:default|const|let|var|function|async[^\S\n]+function|class|\*|\{|type[^\S\n]+\w+[^\S\n]*=|interface[^\S\n]+\w+[^\S\n]*\{)",
    re.MULTILINE,
)


def line(file: str, start: int, quoted: bool) -> Line | None:
    """What the line at `start`, without what it is indented by, means in a dialect; None: nothing but Markdown."""
    first = file[start]
    if first in "!?" and (match := ADMONITION.match(file, start)):
        return Line(_spans(match, "text"), opens=True)
    if first == "=" and (match := TAB.match(file, start)):
        return Line(_spans(match, "text"), opens=True)
    if first == ":":
        if match := COLONS.match(file, start):
            return _directive(match)
        if match := LEAF.match(file, start):
            return Line((*_label(match), *attributes(file, *match.span("attributes"))))
    if first == "/" and (match := SLASHES.match(file, start)):
        return Line(() if match["name"] in ("html", "figure-caption") else _spans(match, "text"), options=True)
    if quoted and first == "[" and (match := CALLOUT.match(file, start)):
        return Line(_spans(match, "text"))
    if first == "@" and (match := TITLED.match(file, start)):
        return Line(_spans(match, "text"))
    if first == "-" and SCISSORS.match(file, start):
        return Line(until=r"-8<-")
    if first == "{":
        if match := COMMENT.match(file, start):
            return Line(until=rf"\{{:/(?:{match['name']})?\}}")
        if match := BODY.match(file, start):
            return Line(until=rf"\{{(?:%-?|\{{[<%])\s*(?:end|/\s*){match['name']}\b")
    if first == "\\" and (match := FORMULA.match(file, start)):
        return Line(until=rf"\\end\{{{re.escape(match['name'])}\}}")
    if first in ";-{<@[(+%\\^=" and SILENT.match(file, start):
        return Line()
    return None


def fenced(file: str, start: int, end: int) -> Line | None:
    """What the words behind the mark of a fence mean where they name a directive: ```{note} Title; None: it is code."""
    match = re.compile(r"[^\S\n]*(?P<name>\{[\w:.-]+\})[^\S\n]*(?P<text>[^\n]*?)[^\S\n]*$", re.MULTILINE).match(
        file, start, end
    )
    if not match or match["name"].strip("{}") in CODE or match["name"].startswith(("{auto", "{r", "{python", "{julia")):
        return None
    return _directive(match)


def _directive(match: re.Match[str]) -> Line:
    found = match.groupdict()
    name = found["name"] or ""
    texts: list[tuple[int, int]] = []
    if found.get("label"):
        texts += _label(match)
    if not name.startswith("{") or name.strip("{}") in ARGUMENT:
        texts += _spans(match, "text")
    if found.get("attributes"):
        texts += attributes(match.string, *match.span("attributes"))
    hidden = name.strip("{}") in (CODE if name.startswith("{") else DRAWN)
    return Line(tuple(texts), options=name.startswith("{"), until=rf"{found['mark']}[^\S\n]*$" if hidden else "")


def attributes(file: str, start: int, end: int, names: frozenset[str] = TEXTS) -> list[tuple[int, int]]:
    """Where in a tag the attributes are that a reader sees, in order."""
    found = []
    for match in ATTRIBUTE.finditer(file, max(start, 0), max(end, 0)):
        group = "bare" if match["value"] is None else "value"
        if match["name"].lower() in names and match[group].strip() and "${" not in match[group]:
            found.append(match.span(group))
    return found


def _spans(match: re.Match[str], group: str) -> tuple[tuple[int, int], ...]:
    return (match.span(group),) if match[group] and match[group].strip() else ()


def _label(match: re.Match[str]) -> list[tuple[int, int]]:
    return [(match.start("label") + 1, match.end("label") - 1)] if match["label"] else []

"""HTML: the article's own text, its title and date; no scripts, styles, navigation or asides.

Python's html.parser and not lxml, because it tells where in the file each piece of text stands. The article is the
<article> or <main> with the most text outside links, else the deepest element that still holds most of the page's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from html.parser import HTMLParser
from typing import Any

from align.model import InlineCode
from align.readers import Parsed, Reader, dates
from align.readers.decoding import decode
from align.readers.html_elements import BLOCKS, VOID
from align.readers.positions import line_starts
from align.readers.text_builder import Tape

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
SKIPPED = frozenset(
    (
        "script style nav aside footer form noscript template iframe svg math button select option object video "
        "audio canvas head menu dialog"
    ).split()
)
CLUTTER = re.compile(
    r"(?:^|[\s_-])(?:related|share|sharing|social|sns|comments?|reply|advert\w*|ads?|banner|breadcrumbs?|pagination|newsletter|"
    r"menu|navi?|gnb|lnb|footer|sidebar|recommend\w*|ranking|subscribe|copyright|byline_wrap|promo)(?:$|[\s_-])",
    re.IGNORECASE,
)
DEEPEST = 200
"""Nesting below which elements are read as text of their ancestor: hostile pages nest without end."""
MOST = 0.75
"""Share of an element's own text that one child must hold for the search to go on in it."""


@dataclass(slots=True)
class Node:
    """An element: what is in it in order, and how much text it has outside and inside links."""

    tag: str
    attributes: dict[str, str]
    items: list[Node | tuple[int, int]] = field(default_factory=list)
    text: int = 0
    links: int = 0
    raw: str = ""
    """Its start tag as the file has it."""

    @property
    def skipped(self) -> bool:
        names = f"{self.attributes.get('class', '')} {self.attributes.get('id', '')}"
        return (
            self.tag in SKIPPED
            or "hidden" in self.attributes
            or self.attributes.get("aria-hidden") == "true"
            or "display:none" in self.attributes.get("style", "").replace(" ", "")
            or self.attributes.get("role") in ("navigation", "banner", "contentinfo", "complementary", "search")
            or (self.tag not in ("body", "html", "main", "article") and bool(CLUTTER.search(names)))
        )


def _closed(file: str) -> str:
    """A page in which marks that nothing closes are no marks, of the same length: html.parser looks for the end of each to the end."""
    for mark, end in (("<", ">"), ("<!--", "-->"), ("<![", "]")):
        last = file.rfind(end)
        file = file[: last + 1] + file[last + 1 :].replace(mark, "\x1a" + mark[1:])
    return file


class _Tree(HTMLParser):
    """The page as nodes, with its metadata."""

    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=False)
        self.root = Node("html", {})
        self.stack = [self.root]
        self.starts = line_starts(file)
        self.file = file
        self.meta: dict[str, str] = {}
        self.scripts: list[str] = []
        self.titles: list[str] = []
        self.lang = ""
        self.feed(_closed(file))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        if tag == "html":
            self.lang = self.lang or attributes.get("lang", "")
        if tag == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            self.meta.setdefault(key.lower(), attributes.get("content", ""))
        if tag == "time" and attributes.get("datetime"):
            self.meta.setdefault("time", attributes["datetime"])
        if tag in ("p", "li", "tr", "td", "th", "dt", "dd", "option"):
            self._close_implied(tag)
        node = Node(tag, attributes, raw=self.get_starttag_text() or "")
        if len(self.stack) < DEEPEST:
            self.stack[-1].items.append(node)
            if tag not in VOID:
                self.stack.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def _close_implied(self, tag: str) -> None:
        """<p> ends a <p> and <li> an <li> that was not closed."""
        for depth in range(len(self.stack) - 1, max(0, len(self.stack) - 4), -1):
            if self.stack[depth].tag == tag:
                del self.stack[depth:]
                return
            if self.stack[depth].tag in BLOCKS:
                return

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].tag == tag:
                del self.stack[depth:]
                return

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_data(self, data: str) -> None:
        start = self._offset()
        here = self.stack[-1]
        if here.tag == "script" and here.attributes.get("type", "").lower() == "application/ld+json":
            self.scripts.append(data)
        elif here.tag == "title" and len(self.stack) > 1:
            self.titles.append(data)
        here.items.append((start, start + len(data)))

    def handle_entityref(self, name: str) -> None:
        self._reference(len(name) + 1)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """`<![foo[` is no markup of HTML: as in a browser all of it, up to the next ">", is a comment."""
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def handle_charref(self, name: str) -> None:
        self._reference(len(name) + 2)

    def _reference(self, size: int) -> None:
        start = self._offset()
        end = start + size
        if self.stack[-1].tag == "title":
            self.titles.append(self.file[start : end + 1])
        self.stack[-1].items.append((start, end + (self.file[end : end + 1] == ";")))


def decoded(data: bytes, name: str) -> str:
    """The page as text, in the encoding that it names itself."""
    declared = CHARSET.search(data[:4096])
    encoding = declared[1].decode("ascii") if declared else ""
    return decode(data, name, "" if encoding.lower() in ("utf-8", "utf8") else encoding)


def read(data: bytes, name: str) -> Parsed:
    """The article of a page; its headline is its first line, once."""
    file = decoded(data, name)
    tree = _Tree(file)
    _measure(tree.root)
    article = _article(tree.root)
    tape = Tape(file)
    heading = next(_elements(tree.root, "h1"), None)
    if heading is not None and not any(node is heading for node in _elements(article, "h1")):
        _write(tape, heading)
        _newline(tape)
    _write(tape, article)
    title = unescape(tree.meta.get("og:title", "")) or " ".join(unescape("".join(tree.titles)).split()) or None
    return Parsed(tape, _published(tree), title, tree.lang)


def _measure(node: Node) -> None:
    """Count text and link text of each element; the tree is at most DEEPEST deep."""
    for item in node.items:
        if isinstance(item, tuple):
            node.text += item[1] - item[0]
        elif not item.skipped:
            _measure(item)
            node.text += item.text
            node.links += item.text if item.tag == "a" else item.links


def _article(root: Node) -> Node:
    for tag in ("article", "main"):
        found = [node for node in _elements(root, tag) if node.text - node.links > 0.3 * (root.text - root.links)]
        if found:
            return max(found, key=lambda node: node.text - node.links)
    body = next(_elements(root, "body"), root)
    while True:
        inner = [item for item in body.items if isinstance(item, Node) and not item.skipped and item.tag in BLOCKS]
        best = max(inner, key=lambda node: node.text - node.links, default=None)
        if best is None or best.tag == "p" or best.text - best.links < MOST * (body.text - body.links):
            return body
        body = best


def _elements(node: Node, tag: str) -> Iterator[Node]:
    for item in node.items:
        if isinstance(item, Node) and not item.skipped:
            if item.tag == tag:
                yield item
            yield from _elements(item, tag)


def _write(tape: Tape, node: Node) -> None:
    """The text of `node`: blocks on lines of their own, white space as one space."""
    for item in node.items:
        if isinstance(item, tuple):
            _text(tape, *item)
            continue
        if item.skipped:
            continue
        if item.tag in BLOCKS:
            _newline(tape)
            _write(tape, item)
            _newline(tape)
        elif item.tag in VOID:
            tape.code(InlineCode(tape.length, "alone", 0, item.raw))
        else:
            pair = len(tape.codes) + 1
            tape.code(InlineCode(tape.length, "open", pair, item.raw))
            _write(tape, item)
            tape.code(InlineCode(tape.length, "close", pair, f"</{item.tag}>"))


def _newline(tape: Tape) -> None:
    if not tape.ends_with("\n"):
        tape.put("\n", tape.last)


def _text(tape: Tape, start: int, end: int) -> None:
    if tape.file[start] == "&":
        tape.reference(start, end)
        return
    for piece in re.finditer(r"\S+|\s+", tape.file[start:end]):
        if piece[0].isspace():
            if not tape.ends_with((" ", "\n")):
                tape.put(" ", start + piece.start())
        else:
            tape.copy(start + piece.start(), start + piece.end())


def _published(tree: _Tree) -> date | None:
    for script in tree.scripts:
        try:
            found = _key(json.loads(script), "datePublished")
        except (ValueError, RecursionError):
            continue
        if found and (day := dates.parse(found)):
            return day
    for key in (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "published_time",
        "pubdate",
        "publishdate",
        "date",
        "dc.date",
        "dc.date.issued",
        "article.published",
        "time",
    ):
        if day := dates.parse(tree.meta.get(key, "")):
            return day
    return None


def _key(value: Any, key: str) -> str | None:
    """The first string under `key` anywhere in a JSON value."""
    if isinstance(value, dict):
        if isinstance(value.get(key), str):
            return str(value[key])
        value = list(value.values())
    if isinstance(value, list):
        return next((found for item in value if (found := _key(item, key))), None)
    return None


READER = Reader(("html", "htm", "xhtml"), place=30, read=read, decoded=decoded)

"""What in a block of Markdown is mark, and what is text: one walk from left to right, then the runs of * and _."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from align.readers.html_elements import VOID
from align.readers.marks import tags
from align.readers.marks.dialects import BRACED
from align.readers.marks.emphasis import Run, pair

DROP, REFERENCE, SPACE, LINE, BREAK = "drop", "reference", "space", "line", "break"
"""What becomes of a span that is not copied: nothing, what it stands for, a space, a new line, a new paragraph."""


class Event(NamedTuple):
    """A span of a block's content that is not text as it stands."""

    start: int
    end: int
    does: str = DROP
    kind: str = "alone"
    """open, close or alone: how the mark pairs."""
    pair: int = 0


LABEL = r"(?:[^\[\]\\]|\\.){0,999}"
SPECIAL = re.compile(r"[\\\n`{<&!\[\]^$:+=~*_]")
"""Where a mark may begin: few places of a text, so that only there anything more is looked at."""
WITHIN = r"(?P<of>[^\n{same}]{{0,500}}?(?<=[^\s{same}]))"
BEGINS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "\\": (("newline", r"\\\n", ""), ("escape", r"\\[!-/:-@\[-`{-~]", "")),
    "\n": (("newline", r"\n", ""),),
    "`": (("ticks", r"`+", ""),),
    "{": (
        ("raw", r"\{%-?\s*raw\s*-?%\}(?P<of>.{0,5000}?)\{%-?\s*endraw\s*-?%\}", "endraw"),
        ("literal", r"\{\{[<%]/\*(?P<of>.{0,2000}?)\*/[%>]\}\}", "*/"),
        ("short", r"\{\{<(?:\"(?:[^\"\\]|\\.)*+\"|`[^`]*+`|(?!>\}\})[^\"`]){0,3000}+>\}\}", ">}}"),
        ("short", r"\{\{%(?:\"(?:[^\"\\]|\\.)*+\"|`[^`]*+`|(?!%\}\})[^\"`]){0,3000}+%\}\}", "%}}"),
        ("liquid", r"\{%.{0,3000}?%\}", "%}"),
        ("moustache", r"\{\{.{0,1000}?\}\}", "}}"),
        ("drop", r"\{/\*.{0,20000}?\*/\s*\}", "*/"),
        ("drop", r"\{>>.{0,2000}?<<\}", "<<}"),
        ("drop", r"\{--(?!\}).{0,2000}?--\}", "--}"),
        ("around", r"\{~~.{0,2000}?~>(?P<of>.{0,2000}?)~~\}", "~~}"),
        ("around", r"\{\+\+(?P<of>.{1,2000}?)\+\+\}", "++}"),
        ("around", r"\{==(?P<of>.{1,2000}?)==\}", "==}"),
        ("role", r"\{[A-Za-z][\w:.+-]*\}(?=`)", "}"),
        ("drop", BRACED + r"|\{:[^\n{}]{0,200}\}|\{::[^\n{}]{0,200}/?\}|\{:?/[a-z]{0,20}\}|\{-\}", "}"),
        ("brace", r"\{", "}"),
    ),
    "<": (
        ("drop", r"<!--.{0,20000}?-->", "-->"),
        ("auto", r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*)>", ">"),
        ("tag", tags.TAG, ">"),
        ("drop", r"<\?.{0,2000}?\?>|<!\[CDATA\[.{0,5000}?\]\]>|<![A-Za-z][^>]{0,2000}>", ">"),
    ),
    "&": (("entity", r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});", ";"),),
    "!": (("drop", r"!\[\[[^\[\]\n]{1,300}\]\](?![(\[])", "]]"), ("opening", r"!\[", "")),
    "[": (
        ("drop", r"\[\^[^\[\]\s]{1,200}\](?!\()", "]"),
        ("drop", r"\[\[_?(?:toc|TOC)_?\]\]", "]]"),
        ("around", r"\[\[(?:[^\[\]|\n]{1,300}\\?\|)?(?P<of>[^\[\]|\n]{1,300})\]\](?![(\[])", "]]"),
        ("opening", r"\[", ""),
    ),
    "]": (("closing", r"\]", ""),),
    "^": (
        ("around", r"(?<!\^)\^\^(?=[^\s^])" + WITHIN.format(same="^") + r"\^\^(?!\^)", "^^"),
        ("opening", r"\^\[", ""),
        ("around", r"(?<!\^)\^(?P<of>[^\s^\[\]]{1,30})\^(?!\^)", "^"),
    ),
    "$": (
        ("math", r"(?<![\\$\w])\$\$(?P<of>[^$]{1,2000})\$\$(?!\$)", "$$"),
        ("math", r"(?<![\\$\w])\$(?P<of>(?=[^\s$])(?:[^$\n\\]|\\.|\n(?!\n)){0,500}?(?<=[^\s\\]))\$(?![\d$])", "$"),
    ),
    ":": (("drop", r"(?<![\w:]):(?=[\d_+-]*[a-z])[a-z\d_+-]{1,60}:(?![\w:])", ":"),),
    "+": (("around", r"(?<![\w+])\+\+(?=[\w\"])(?P<of>[^\s+](?:[^\n]{0,200}?[^\s+])?)\+\+(?![\w+])", "++"),),
    "=": (("around", r"(?<!=)==(?=[^\s=])" + WITHIN.format(same="=") + r"==(?!=)", "=="),),
    "~": (("around", r"(?<=[A-Za-z)])~(?P<of>[A-Za-z0-9+-]{1,12})~(?!~)", "~"), ("run", r"~+", "")),
    "*": (("run", r"\*+", ""),),
    "_": (("run", r"_+", ""),),
}
"""By its first character: what a mark may be, in the order of trial: a method of the walk, the pattern, and what must stand ahead."""


@cache
def _begins(character: str) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple((name, re.compile(pattern, re.DOTALL), ahead) for name, pattern, ahead in BEGINS[character])


TARGET = re.compile(
    r"\(\s*(?:<[^<>\n]*>|(?:\{\{[<%].{0,500}?[>%]\}\}|\{\{.{0,300}?\}\}|\{%.{0,300}?%\}|\\.|[^\s()\\<{]|\{(?![{%])"
    r"|\((?:\\.|[^\s()\\]|\([^\s()]*\))*\))*+)"
    r"(?:\s+=\d*%?x?\d*%?)?"
    r"(?:\s+(?:\"(?P<double>(?:[^\"\\]|\\.){0,2000})\"|'(?P<single>(?:[^'\\]|\\.){0,2000})'|\((?P<round>(?:[^()\\]|\\.){0,2000})\)))?\s*\)",
    re.DOTALL,
)
REFERENCE_TO = re.compile(rf"\[({LABEL})\]", re.DOTALL)
SIGNS = re.compile(r"[\\^_={}<>+*/|]|^[A-Za-z]{1,2}'*$")
"""What a formula has and a sum of money has not."""
ROLE_TARGET = re.compile(r"\s*<[^<>]*>$")
CROSS = re.compile(r"[.:_/]")
"""In a label without a definition: it leads into a program's own index, as mkdocstrings has it."""
MARKS, PLAIN, HTML = "text", "plain", "html"


@dataclass(slots=True)
class Inline:
    """The events of one block's content, and the titles of links in it, which are read behind it."""

    content: str
    kind: str = MARKS
    labels: Set[str] = frozenset()
    braces: bool = False
    """{...} is an expression, as in MDX."""
    literal: bool = False
    """Within {% raw %}, where {{ and {% are text."""
    cell: bool = False
    """In a table, where \\| is | in code too."""
    events: list[Event] = field(default_factory=list)
    behind: list[tuple[int, int]] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    lasts: dict[str, int] = field(default_factory=dict)
    """Where a mark stands last."""
    closed: dict[int, int] | None = None
    """Where braces open -> where they close."""
    brackets: list[tuple[int, int]] = field(default_factory=list)
    """Where a bracket that may be a link's opens and ends."""
    open_tags: list[tuple[str, int, bool]] = field(default_factory=list)
    role: bool = False
    pairs: int = 0

    def walk(self) -> Inline:
        position = 0
        while special := SPECIAL.search(self.content, position):
            position = self._mark(special.start(), special[0]) or special.end()
        pair(self.runs, self._pair)
        self.events.sort()
        return self

    def _mark(self, start: int, character: str) -> int:
        """The end of what is dealt with at `start`; 0 where nothing is a mark there."""
        for name, pattern, ahead in _begins(character):
            if not (self.kind == MARKS or name in ALLOWED[self.kind]) or (ahead and not self._ahead(ahead, start)):
                continue
            match = pattern.match(self.content, start)
            act: Callable[[re.Match[str]], int] = getattr(self, f"_{name}")
            if match and (end := act(match)):
                return end
        return 0

    def _ahead(self, mark: str, start: int) -> bool:
        """Whether a mark comes after `start`; asked once for all, or what nothing closes would be looked for to the end each time."""
        if mark not in self.lasts:
            self.lasts[mark] = self.content.rfind(mark)
        return self.lasts[mark] > start

    def _pair(self, opening: tuple[int, int], closing: tuple[int, int]) -> None:
        self.pairs += 1
        self._add(*opening, DROP, "open", self.pairs)
        self._add(*closing, DROP, "close", self.pairs)

    def _add(self, start: int, end: int, does: str = DROP, kind: str = "alone", pair: int = 0) -> None:
        if start < end:
            self.events.append(Event(start, end, does, kind, pair))

    def _around(self, match: re.Match[str]) -> int:
        """The marks on both sides of what is walked through too."""
        self._pair((match.start(), match.start("of")), (match.end("of"), match.end()))
        return match.start("of") or match.end()

    def _drop(self, match: re.Match[str]) -> int:
        self._add(*match.span())
        return match.end()

    def _escape(self, match: re.Match[str]) -> int:
        self._add(match.start(), match.start() + 1)
        return match.end()

    def _newline(self, match: re.Match[str]) -> int:
        self._add(*match.span(), SPACE)
        return match.end()

    def _ticks(self, match: re.Match[str]) -> int:
        """Code from backticks to the next as many; without those they are text."""
        start, ticks = match.end(), match[0]
        close = re.compile(rf"(?<!`){ticks}(?!`)").search(self.content, start)
        if not close:
            return start
        end = close.start()
        inner = self.content[start:end].replace("\n", " ")
        strip = len(inner) > 1 and inner[0] == inner[-1] == " " and bool(inner.strip())
        if self.role and (target := ROLE_TARGET.search(self.content, start, end)):
            end = target.start()
        self.role = False
        self.pairs += 1
        self._add(match.start(), start + strip, DROP, "open", self.pairs)
        for special in re.compile(r"\n|\\\|" if self.cell else r"\n").finditer(
            self.content, start + strip, end - strip
        ):
            self._add(special.start(), special.start() + 1, DROP if special[0] != "\n" else SPACE)
        self._add(end - (strip and end == close.start()), close.end(), DROP, "close", self.pairs)
        return close.end()

    def _raw(self, match: re.Match[str]) -> int:
        self._around(match)
        self._lines(*match.span("of"))
        return match.end()

    def _literal(self, match: re.Match[str]) -> int:
        a, b = match.span("of")
        self._add(a - 2, a)
        self._add(b, b + 2)
        return match.end()

    def _lines(self, start: int, end: int) -> None:
        for newline in re.compile(r"\n").finditer(self.content, start, end):
            self._add(*newline.span(), SPACE)

    def _short(self, match: re.Match[str]) -> int:
        spans, inside = tags.shortcode(self.content, *match.span())
        alone = tags.alone(self.content, *match.span()) and not inside
        return self._element(match, spans, alone or tags.titled(match[0]))

    def _liquid(self, match: re.Match[str]) -> int:
        if self.literal and not RAW_TAG.match(match[0]):
            return match.start() + 2
        spans, _ = tags.shortcode(self.content, *match.span())
        return self._element(match, spans, tags.alone(self.content, *match.span()) or tags.titled(match[0]))

    def _element(
        self, match: re.Match[str], spans: list[tuple[int, int]], block: bool, kind: str = "alone", pair: int = 0
    ) -> int:
        """A tag of which the texts are read in its place: the first in its sentence, or all apart where it is a block."""
        start, end = match.span()
        if block:
            for a, b in spans:
                self._add(start, a, BREAK)
                self._value(a, b)
                start = b
            self._add(start, end, BREAK)
        elif spans and kind == "alone":
            (a, b), *others = spans
            self._add(start, a)
            self._value(a, b)
            self._add(b, end)
            self.behind += others
        else:
            self._add(start, end, DROP, kind, pair)
            self.behind += spans
        return end

    def _value(self, start: int, end: int) -> None:
        """In the value of an attribute: references, and what is filled in."""
        for match in VALUE.finditer(self.content, start, end):
            self._add(*match.span(), REFERENCE if match[0][0] == "&" else SPACE if match[0] == "\n" else DROP)

    def _moustache(self, match: re.Match[str]) -> int:
        if self.literal:
            return match.start() + 2
        self._add(*match.span())
        return match.end()

    def _role(self, match: re.Match[str]) -> int:
        self._add(*match.span())
        self.role = True
        return match.end()

    def _brace(self, match: re.Match[str]) -> int:
        if not self.braces:
            return match.end()
        if self.closed is None:
            self.closed = tags.braces(self.content)
        end = self.closed.get(match.start(), 0)
        if not end:
            return match.end()
        inner = self.content[match.end() : end - 1]
        literal = re.fullmatch(r"\s*([\"'`])([^\"'`]*)\1\s*", inner)
        if literal and "${" not in literal[2]:
            a = match.end() + literal.start(2)
            self._add(match.start(), a)
            self._lines(a, a + len(literal[2]))
            self._add(a + len(literal[2]), end)
        else:
            self._add(match.start(), end, BREAK if tags.alone(self.content, match.start(), end) else DROP)
        return end

    def _auto(self, match: re.Match[str]) -> int:
        self.pairs += 1
        self._add(match.start(), match.start() + 1, DROP, "open", self.pairs)
        self._add(match.end() - 1, match.end(), DROP, "close", self.pairs)
        return match.end()

    def _tag(self, match: re.Match[str]) -> int:
        name = tags.name(match[0])
        if not name:  # a fragment of JSX
            self._add(*match.span(), BREAK if tags.alone(self.content, *match.span()) else DROP)
            return match.end()
        if name.lower() in tags.DROPPED and match[0][1] != "/":
            if match[0].endswith("/>"):
                self._add(*match.span())
                return match.end()
            close = re.compile(rf"</{re.escape(name)}\s*>", re.IGNORECASE).search(self.content, match.end())
            self._add(match.start(), close.end() if close else len(self.content), tags.SEPARATE.get(name.lower(), DROP))
            return close.end() if close else len(self.content)
        if name.lower() == "br":
            self._add(*match.span(), LINE)
            return match.end()
        block = tags.separates(self.content, match, name, self.kind == HTML)
        kind, number, opened = self._pairing(match[0], name, block)
        return self._element(match, tags.texts(self.content, match, name), block or opened, kind, number)

    def _pairing(self, raw: str, name: str, block: bool) -> tuple[str, int, bool]:
        """What a tag is to its pair, the number of that, and of one that closes whether the other one stands apart."""
        if raw.endswith("/>") or name.lower() in VOID:
            return "alone", 0, False
        if raw[1] != "/":
            self.pairs += 1
            self.open_tags.append((name, self.pairs, block))
            return "open", self.pairs, False
        for k in range(len(self.open_tags) - 1, max(-1, len(self.open_tags) - 20), -1):
            if self.open_tags[k][0] == name:
                _, number, opened = self.open_tags[k]
                del self.open_tags[k:]
                return "close", number, opened
        return "alone", 0, False

    def _entity(self, match: re.Match[str]) -> int:
        from html.entities import html5

        if match[0][1] == "#" or match[0][1:] in html5:
            self._add(*match.span(), REFERENCE)
        return match.end()

    def _opening(self, match: re.Match[str]) -> int:
        self.brackets.append(match.span())
        return match.end()

    def _closing(self, match: re.Match[str]) -> int:
        """A bracket that ends a link where a target, a label or a definition says so."""
        if not self.brackets:
            return match.end()
        opening = self.brackets.pop()
        inside = self.content[opening[1] : match.start()]
        end = match.end()
        if self.content[opening[0]] == "^":
            self._add(*opening)
            self.behind.append((opening[1], match.start()))
            self._add(opening[1], end)
            self.events = [
                event for event in self.events if not opening[1] <= event.start < match.start() or event.end >= end
            ]
            return end
        if target := TARGET.match(self.content, end):
            return self._link(opening, match.start(), target.end(), target)
        if label := REFERENCE_TO.match(self.content, end):
            if self._defined(label[1] or inside) or (label[1] and CROSS.search(label[1])):
                return self._link(opening, match.start(), label.end(), None)
            return end
        if self._defined(inside):
            return self._link(opening, match.start(), end, None)
        if span := SPAN.match(self.content, end):
            return self._link(opening, match.start(), span.end(), None)
        return end

    def _defined(self, label: str) -> bool:
        return bool(self.labels) and normal(label) in self.labels

    def _link(self, opening: tuple[int, int], start: int, end: int, target: re.Match[str] | None) -> int:
        self.pairs += 1
        self._add(*opening, DROP, "open", self.pairs)
        self._add(start, end, DROP, "close", self.pairs)
        for group in ("double", "single", "round") if target else ():
            if target and target[group] and target[group].strip():
                self.behind.append(target.span(group))
        return end

    def _math(self, match: re.Match[str]) -> int:
        if not SIGNS.search(match["of"].strip()):
            return 0
        self._around(match)
        self._lines(*match.span("of"))
        return match.end()

    def _run(self, match: re.Match[str]) -> int:
        self.runs.append(Run.at(self.content, *match.span()))
        return match.end()


RAW_TAG = re.compile(r"\{%-?\s*(?:end)?raw\b")
FILLED = frozenset(("newline", "short", "liquid", "moustache", "entity", "raw", "literal"))
ALLOWED = {PLAIN: FILLED | {"escape"}, HTML: FILLED | {"tag", "brace", "drop"}}
"""What is a mark in the value of an attribute, and in a block of HTML."""
VALUE = re.compile(
    r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});|\\(?=[\"'\\])|\n|\{\{.{0,1000}?\}\}|\{%.{0,1000}?%\}|<[^<>]{0,300}>"
)
SPAN = re.compile(r"\{[^\S\n]*(?:[#.][^{}\n]{1,200}|[A-Za-z][\w:-]*=[^{}\n]{1,200})\}")
"""Attributes behind a bracket make it a span: [text]{.class}."""


def normal(label: str) -> str:
    """A label as labels are compared."""
    return " ".join(label.casefold().split())

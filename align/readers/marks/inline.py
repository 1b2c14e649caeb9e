"""What in a block of Markdown is mark, and what is text: one walk from left to right, then the runs of * and _ by CommonMark's rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from html.entities import html5
from typing import NamedTuple

from align.lang.scripts import letters
from align.readers.marks import tags
from align.readers.marks.dialects import BRACED

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
SPECIAL = re.compile(
    rf"""(?P<escape>\\[!-/:-@\[-`{{-~])
    |(?P<newline>\\?\n)
    |(?P<ticks>`+)
    |(?P<raw>\{{%-?\s*raw\s*-?%\}}(?P<verbatim>.{{0,5000}}?)\{{%-?\s*endraw\s*-?%\}})
    |(?P<literal>\{{\{{[<%]/\*(?P<inner>.{{0,2000}}?)\*/[%>]\}}\}})
    |(?P<short>\{{\{{<(?:"(?:[^"\\]|\\.)*+"|`[^`]*+`|(?!>\}}\}})[^"`]){{0,3000}}+>\}}\}}
        |\{{\{{%(?:"(?:[^"\\]|\\.)*+"|`[^`]*+`|(?!%\}}\}})[^"`]){{0,3000}}+%\}}\}})
    |(?P<liquid>\{{%.{{0,3000}}?%\}})
    |(?P<moustache>\{{\{{.{{0,1000}}?\}}\}})
    |(?P<comment><!--.{{0,20000}}?-->|\{{/\*.{{0,20000}}?\*/\s*\}}|\{{>>.{{0,2000}}?<<\}}|\{{--(?!\}}).{{0,2000}}?--\}})
    |(?P<swap>\{{~~.{{0,2000}}?~>(?P<new>.{{0,2000}}?)~~\}})
    |(?P<critic>\{{(?P<side>\+\+|==)(?P<added>.{{1,2000}}?)(?P=side)\}})
    |(?P<role>\{{[A-Za-z][\w:.+-]*\}}(?=`))
    |(?P<braced>{BRACED}|\{{:[^\n{{}}]{{0,200}}\}}|\{{::[^\n{{}}]{{0,200}}/?\}}|\{{:?/[a-z]{{0,20}}\}}|\{{-\}})
    |(?P<brace>\{{)
    |(?P<auto><(?:[A-Za-z][A-Za-z0-9+.-]{{1,31}}:[^\s<>]*|[\w.!\#$%&'*+/=?^`{{|}}~-]+@[\w-]+(?:\.[\w-]+)*)>)
    |(?P<tag>{tags.TAG}|<\?.{{0,2000}}?\?>|<!\[CDATA\[.{{0,5000}}?\]\]>|<![A-Za-z][^>]{{0,2000}}>)
    |(?P<entity>&(?:\#\d{{1,7}}|\#[xX][\da-fA-F]{{1,6}}|[A-Za-z][A-Za-z\d]{{1,31}});)
    |(?P<note>\[\^[^\[\]\s]{{1,200}}\](?!\())
    |(?P<wiki>!?\[\[(?P<page>[^\[\]|\n]{{1,300}})(?:\\?\|(?P<shown>[^\[\]\n]{{1,300}}))?\]\](?![(\[]))
    |(?P<opening>!?\[|\^\[)
    |(?P<closing>\])
    |(?P<math>(?<![\\$\w])\$\$(?P<display>[^$]{{1,2000}})\$\$(?!\$)
        |(?<![\\$\w])\$(?P<formula>(?=[^\s$])(?:[^$\n\\]|\\.|\n(?!\n)){{0,500}}?(?<=[^\s\\]))\$(?![\d$]))
    |(?P<emoji>(?<![\w:]):[a-z+-][a-z\d_+-]{{0,60}}:(?![\w:]))
    |(?P<keys>(?<![\w+])\+\+(?=[\w"])(?P<key>[^\s+](?:[^\n]{{0,200}}?[^\s+])?)\+\+(?![\w+]))
    |(?P<marked>(?<!=)==(?=[^\s=])(?P<mark>[^\n]{{0,500}}?(?<=[^\s=]))==(?!=))
    |(?P<inserted>(?<!\^)\^\^(?=[^\s^])(?P<insert>[^\n^]{{0,500}}?(?<=[^\s^]))\^\^(?!\^))
    |(?P<raised>(?<!\^)\^(?P<power>[^\s^\[\]]{{1,30}})\^(?!\^))
    |(?P<lowered>(?<=[A-Za-z)])~(?P<index>[A-Za-z0-9+-]{{1,12}})~(?!~))
    |(?P<run>\*+|_+|~+)""",
    re.VERBOSE | re.DOTALL,
)
"""What may be a mark; which of them is one, a method of the walk says."""
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
WIDE = re.compile(f"[{letters(('Hang', 'Kana', 'Hani'))}]")
MARKS, PLAIN, HTML = "text", "plain", "html"


@dataclass(slots=True)
class Run:
    """A run of *, _ or ~ that may open or close."""

    start: int
    end: int
    opens: bool
    closes: bool
    length: int


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
    brackets: list[tuple[int, int]] = field(default_factory=list)
    """Where a bracket that may be a link's opens and ends."""
    open_tags: list[tuple[str, int]] = field(default_factory=list)
    role: bool = False
    pairs: int = 0

    def walk(self) -> Inline:
        position, end = 0, len(self.content)
        while position < end and (match := SPECIAL.search(self.content, position, end)):
            group = str(match.lastgroup)
            act: Callable[[re.Match[str]], int] | None = getattr(self, f"_{OUTER.get(group, group)}", None)
            allowed = self.kind == MARKS or OUTER.get(group, group) in ALLOWED[self.kind]
            position = (act(match) if act and allowed else 0) or match.end() - (len(match[0]) - 1 if not allowed else 0)
        self._emphasis()
        self.events.sort()
        return self

    def _add(self, start: int, end: int, does: str = DROP, kind: str = "alone", pair: int = 0) -> None:
        if start < end:
            self.events.append(Event(start, end, does, kind, pair))

    def _around(self, match: re.Match[str], group: str) -> int:
        """The marks on both sides of what is in a group; what is in it is walked through too."""
        self.pairs += 1
        self._add(match.start(), match.start(group), DROP, "open", self.pairs)
        self._add(match.end(group), match.end(), DROP, "close", self.pairs)
        return match.start(group)

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
        for special in re.compile(r"\n|\\\|" if self.cell else r"\n").finditer(self.content, start + strip, end - strip):
            self._add(special.start(), special.start() + 1, DROP if special[0] != "\n" else SPACE)
        self._add(end - (strip and end == close.start()), close.end(), DROP, "close", self.pairs)
        return close.end()

    def _raw(self, match: re.Match[str]) -> int:
        self._around(match, "verbatim")
        self._lines(*match.span("verbatim"))
        return match.end()

    def _literal(self, match: re.Match[str]) -> int:
        a, b = match.span("inner")
        self._add(a - 2, a)
        self._add(b, b + 2)
        return match.end()

    def _lines(self, start: int, end: int) -> None:
        for newline in re.compile(r"\n").finditer(self.content, start, end):
            self._add(*newline.span(), SPACE)

    def _short(self, match: re.Match[str]) -> int:
        spans, inside = tags.shortcode(self.content, *match.span())
        return self._element(match, spans, tags.alone(self.content, *match.span()) and not inside)

    def _liquid(self, match: re.Match[str]) -> int:
        if self.literal and not RAW_TAG.match(match[0]):
            return match.start() + 2
        spans, _ = tags.shortcode(self.content, *match.span())
        return self._element(match, spans, tags.alone(self.content, *match.span()))

    def _element(self, match: re.Match[str], spans: list[tuple[int, int]], block: bool, kind: str = "alone", pair: int = 0) -> int:
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

    def _comment(self, match: re.Match[str]) -> int:
        self._add(*match.span())
        return match.end()

    def _swap(self, match: re.Match[str]) -> int:
        return self._around(match, "new")

    def _critic(self, match: re.Match[str]) -> int:
        return self._around(match, "added")

    def _role(self, match: re.Match[str]) -> int:
        self._add(*match.span())
        self.role = True
        return match.end()

    def _braced(self, match: re.Match[str]) -> int:
        self._add(*match.span())
        return match.end()

    def _brace(self, match: re.Match[str]) -> int:
        if not self.braces:
            return match.end()
        end = tags.balanced(self.content, match.start())
        if end < 0:
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
        if not name:
            self._add(*match.span())
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
        kind, pair = self._pairing(match[0], name)
        block = tags.separates(self.content, match, name, self.kind == HTML)
        return self._element(match, tags.texts(self.content, match, name), block, kind, pair)

    def _pairing(self, raw: str, name: str) -> tuple[str, int]:
        if raw.endswith("/>") or name.lower() in tags.VOID:
            return "alone", 0
        if raw[1] != "/":
            self.pairs += 1
            self.open_tags.append((name, self.pairs))
            return "open", self.pairs
        for k in range(len(self.open_tags) - 1, max(-1, len(self.open_tags) - 20), -1):
            if self.open_tags[k][0] == name:
                pair = self.open_tags[k][1]
                del self.open_tags[k:]
                return "close", pair
        return "alone", 0

    def _entity(self, match: re.Match[str]) -> int:
        if match[0][1] == "#" or match[0][1:] in html5:
            self._add(*match.span(), REFERENCE)
        return match.end()

    def _note(self, match: re.Match[str]) -> int:
        self._add(*match.span())
        return match.end()

    def _wiki(self, match: re.Match[str]) -> int:
        if match[0][0] == "!" or match["page"].strip("_").lower() == "toc":
            self._add(*match.span())
            return match.end()
        self._around(match, "shown" if match["shown"] else "page")
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
            self.events = [event for event in self.events if not opening[1] <= event.start < match.start() or event.end >= end]
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
        group = "display" if match["display"] else "formula"
        if SIGNS.search(match[group].strip()):
            self._around(match, group)
            self._lines(*match.span(group))
            return match.end()
        return match.start() + 1

    def _emoji(self, match: re.Match[str]) -> int:
        if re.search("[a-z]", match[0]):
            self._add(*match.span())
        return match.end()

    def _keys(self, match: re.Match[str]) -> int:
        return self._around(match, "key")

    def _marked(self, match: re.Match[str]) -> int:
        return self._around(match, "mark")

    def _inserted(self, match: re.Match[str]) -> int:
        return self._around(match, "insert")

    def _raised(self, match: re.Match[str]) -> int:
        return self._around(match, "power")

    def _lowered(self, match: re.Match[str]) -> int:
        return self._around(match, "index")

    def _run(self, match: re.Match[str]) -> int:
        start, end = match.span()
        before, after = self.content[start - 1 : start], self.content[end : end + 1]
        left = bool(after.strip()) and (not _punctuation(after) or not before.strip() or _punctuation(before) or _wide(before))
        right = bool(before.strip()) and (not _punctuation(before) or not after.strip() or _punctuation(after) or _wide(after))
        opens, closes = left, right
        if match[0][0] == "_":
            opens = left and (not right or _punctuation(before))
            closes = right and (not left or _punctuation(after))
        if match[0][0] == "~":
            opens, closes = end - start <= 2 and left, end - start <= 2 and right
            if end - start == 1:
                opens, closes = opens and not before.strip(), closes and (not after.strip() or _punctuation(after))
        if opens or closes:
            self.runs.append(Run(start, end, opens, closes, end - start))
        return end

    def _emphasis(self) -> None:
        """Pair the runs, as CommonMark's appendix does."""
        runs = self.runs
        bottom: dict[tuple[str, int, bool], int] = {}
        waiting: list[int] = []
        for k, closer in enumerate(runs):
            character = self.content[closer.start]
            while closer.closes and closer.start < closer.end:
                key = (character, closer.length % 3, closer.opens)
                floor = bottom.get(key, -1)
                at = next((j for j in range(len(waiting) - 1, -1, -1) if waiting[j] > floor and self._pairs(runs[waiting[j]], closer)), -1) \
                    if waiting and waiting[-1] > floor else -1  # fmt: skip
                if at < 0:
                    bottom[key] = waiting[-1] if waiting else -1
                    break
                opener = runs[waiting[at]]
                width = 2 if character != "~" and min(opener.end - opener.start, closer.end - closer.start) > 1 else 1
                width = opener.end - opener.start if character == "~" else width
                self.pairs += 1
                self._add(opener.end - width, opener.end, DROP, "open", self.pairs)
                self._add(closer.start, closer.start + width, DROP, "close", self.pairs)
                opener.end -= width
                closer.start += width
                del waiting[at + 1 :]
                if opener.start == opener.end:
                    waiting.pop()
            if closer.opens and closer.start < closer.end:
                waiting.append(k)

    def _pairs(self, opener: Run, closer: Run) -> bool:
        if self.content[opener.start] != self.content[closer.start]:
            return False
        if self.content[opener.start] == "~":
            return opener.length == closer.length
        return not ((opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0 and (opener.length % 3 or closer.length % 3))


RAW_TAG = re.compile(r"\{%-?\s*(?:end)?raw\b")
OUTER = {
    "verbatim": "raw", "inner": "literal", "new": "swap", "added": "critic", "side": "critic", "page": "wiki", "shown": "wiki",
    "display": "math", "formula": "math", "key": "keys", "mark": "marked", "insert": "inserted", "power": "raised", "index": "lowered",
}  # fmt: skip
"""The last group of a match -> the mark that it is part of."""
FILLED = frozenset(("newline", "short", "liquid", "moustache", "entity", "raw", "literal", "comment"))
ALLOWED = {PLAIN: FILLED | {"escape"}, HTML: FILLED | {"tag", "brace"}}
"""What is a mark in the value of an attribute, and in a block of HTML."""
VALUE = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});|\\(?=[\"'\\])|\n|\{\{.{0,1000}?\}\}|\{%.{0,1000}?%\}|<[^<>]{0,300}>")
SPAN = re.compile(r"\{[^\S\n]*(?:[#.][^{}\n]{1,200}|[A-Za-z][\w:-]*=[^{}\n]{1,200})\}")
"""Attributes behind a bracket make it a span: [text]{.class}."""


def normal(label: str) -> str:
    """A label as labels are compared."""
    return " ".join(label.casefold().split())


def _punctuation(character: str) -> bool:
    return bool(character) and not character.isalnum() and not character.isspace() and character != "\x00"


def _wide(character: str) -> bool:
    """A letter of a script that sets no spaces between a word and what it is joined to, where a mark may stand beside a quotation mark."""
    return bool(WIDE.match(character))

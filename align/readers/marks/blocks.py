"""The blocks of Markdown as CommonMark and GFM have them, with what the dialects add: each as the ranges of its lines in the file.

Code and what is not shown is left out. One pass over the lines; containers are quotes, and what is indented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from align.readers.marks import dialects, tags
from align.readers.marks.inline import HTML, LABEL, MARKS, PLAIN, normal

Range = tuple[int, int]


class Block(NamedTuple):
    """A paragraph, heading, cell, title: its lines, and how they are to be read."""

    ranges: tuple[Range, ...]
    kind: str = MARKS
    cell: bool = False


FENCE = re.compile(r"(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
HEADING = re.compile(r"#{1,6}(?=[^\S\n]|$)[^\S\n]*", re.MULTILINE)
CLOSING = re.compile(r"(?:^|[^\S\n]+)#+[^\S\n]*$")
ITEM = re.compile(r"(?:[-*+]|(\d{1,9})[.)])(?=[^\S\n]|$)", re.MULTILINE)
TASK = re.compile(r"\[[ xX]\][^\S\n]+")
RULE = re.compile(r"(?:(?:\*[^\S\n]*){3,}|(?:_[^\S\n]*){3,}|(?:-[^\S\n]*){3,})$", re.MULTILINE)
UNDERLINE = re.compile(r"(?:=+|-+)[^\S\n]*$", re.MULTILINE)
DELIMITERS = re.compile(r"\|?[^\S\n]*:?-+:?[^\S\n]*(?:\|[^\S\n]*:?-+:?[^\S\n]*)*\|?[^\S\n]*$", re.MULTILINE)
BAR = re.compile(r"\\.|\|")
ROW = re.compile(r"\|.*\|$")
NOTE = re.compile(r"\[\^[^\[\]\s]+\]:[^\S\n]*")
TERM = re.compile(r"[:~](?=[^\S\n])")
ABBREVIATION = re.compile(r"\*\[[^\]\n]+\]:[^\S\n]*")
DEFINITION = re.compile(
    rf"[^\S\n]*\[(?!\^)(?=\s*[^\s\]])({LABEL})\]:\s*(?:<[^<>\n]*>|[^\s<]\S*)(?:[^\S\n]*(?:\n[^\S\n]*|[^\S\n])"
    r"(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\)))?[^\S\n]*(?:\n|$)"
)
BARE = re.compile(rf"[^\S\n]*\[(?!\^)(?=\s*[^\s\]])({LABEL})\]:\s*(?:<[^<>\n]*>|[^\s<]\S*)[^\S\n]*(?:\n|$)")
RAW = re.compile(r"<(script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE | re.MULTILINE)
DECLARED = re.compile(r"<\?|<![A-Za-z]|<!\[CDATA\[")
ELEMENT = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    r"fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|"
    r"nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)"
    r"(?=[\s>]|/>|$)",
    re.IGNORECASE | re.MULTILINE,
)
COMPONENT = re.compile(r"</?[A-Z][\w.]*")
MARKDOWN_INSIDE = re.compile(r"<[^<>]*\smarkdown(?:=|[\s>])")
SHORT_LINE = re.compile(
    r"(?:(?:\{\{[<%](?:(?![%>]\}\})[^\n])*[%>]\}\}|\{%(?:(?!%\})[^\n])*%\})[^\S\n]*)+$", re.MULTILINE
)
IN_SENTENCE = re.compile(r"\btext\s*=|glossary|\b(?:param|version|ref|relref)\b|\b(?:end)?raw\b")


@dataclass(slots=True)
class Container:
    """A quote (width 0), or what is indented by so many columns."""

    width: int = 0


@dataclass(slots=True)
class Leaf:
    """What goes on over lines until one ends it: code, HTML, a table, options."""

    kind: str
    end: re.Pattern[str] | None = None
    columns: int = 0


@dataclass(slots=True)
class Blocks:
    """The blocks of a file from `begin` on."""

    file: str
    begin: int = 0
    mdx: bool = False
    found: list[Block] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    """What the definitions of links define."""
    containers: list[Container] = field(default_factory=list)
    lines: list[Range] = field(default_factory=list)
    """Of the paragraph that is open."""
    leaf: Leaf | None = None
    fences: list[str] = field(default_factory=list)
    """The marks of fences around directives that are open."""
    at: int = 0
    end: int = 0
    column: int = 0
    spare: int = 0
    resume: int = 0
    """Offset up to which nothing more is read: a comment, a tag of many lines."""
    below: int = -1
    """How many blocks there were when a paragraph ended, below which a definition may stand."""
    options: bool = False

    def read(self) -> list[Block]:
        start = self.begin
        while start < len(self.file):
            end = self.file.find("\n", start)
            end = len(self.file) if end < 0 else end
            if self.resume < end or (self.resume == end and start >= self.resume):
                self._line(max(start, self.resume), end - (self.file[end - 1 : end] == "\r" and end > start))
            start = end + 1
        self._flush()
        return self.found

    # --- columns -------------------------------------------------------------------------------------------------------

    def _indent(self) -> tuple[int, int]:
        """How many columns of white space are ahead, and where they end."""
        at, column = self.at, self.column
        while at < self.end and self.file[at] in " \t":
            column += 4 - column % 4 if self.file[at] == "\t" else 1
            at += 1
        return column - self.column + self.spare, at

    def _skip(self, columns: int) -> None:
        """Go on by so many columns of white space; a tab may be left in part."""
        while columns > 0 and (self.spare or (self.at < self.end and self.file[self.at] in " \t")):
            if not self.spare:
                self.spare = 4 - self.column % 4 if self.file[self.at] == "\t" else 1
                self.column += self.spare
                self.at += 1
            taken = min(columns, self.spare)
            self.spare -= taken
            columns -= taken

    def _to(self, at: int) -> None:
        """Go to an offset behind marks."""
        columns, white = self._indent()
        if white <= at:
            self._skip(columns)
        self.column += at - self.at
        self.at = at

    # --- a line --------------------------------------------------------------------------------------------------------

    def _line(self, start: int, end: int) -> None:
        self.at, self.end, self.column, self.spare = start, end, 0, 0
        depth = 0
        while depth < len(self.containers) and self._continues(self.containers[depth]):
            depth += 1
        inside = depth == len(self.containers)
        if self.leaf:
            if inside and self._goes_on(self.leaf):
                return
            self.leaf = None
        columns, at = self._indent()
        if at >= end:
            self._blank(depth)
            return
        if self.lines and columns >= 4:
            self._text(at)
            return
        if self.lines and not inside and not self._starts(at, inside):
            self._text(at)
            return
        if not inside:
            self._flush()
            del self.containers[depth:]
        self._open(inside)

    def _continues(self, container: Container) -> bool:
        columns, at = self._indent()
        if not container.width:
            if columns > 3 or at >= self.end or self.file[at] != ">":
                return False
            self._to(at + 1)
            if self._indent()[0]:
                self._skip(1)
            return True
        if at >= self.end:
            return True
        if columns < container.width:
            return False
        self._skip(container.width)
        return True

    def _blank(self, depth: int) -> None:
        self._flush()
        self.options = False
        for k in range(depth, len(self.containers)):
            if not self.containers[k].width:
                del self.containers[k:]
                break

    def _goes_on(self, leaf: Leaf) -> bool:
        """Whether the line still belongs to what is open; what is text of it is taken."""
        columns, at = self._indent()
        blank = at >= self.end
        if leaf.kind == "fence":
            if columns < 4 and leaf.end and leaf.end.match(self.file, at, self.end):
                self.leaf = None
            return True
        if leaf.kind == "hidden":
            if leaf.end and leaf.end.search(self.file, self.at, self.end):
                self.leaf = None
            return True
        if leaf.kind == "module":
            leaf.columns += _depth(self.file[self.at : self.end])
            return not blank or leaf.columns > 0
        if leaf.kind == "html":
            if blank or FENCE.match(self.file, at, self.end):
                self._flush(HTML)
                return False
            self.lines.append((at, self.end))
            return True
        if leaf.kind == "table":
            if blank or columns > 3 or self._starts(at, True):
                return False
            self._row(at, leaf.columns)
            return True
        return False

    def _starts(self, at: int, inside: bool) -> bool:
        """Whether a line that might go on with a paragraph begins something else."""
        file, first = self.file, self.file[at]
        if first == ">" or (first == "#" and HEADING.match(file, at, self.end)) or (first in "`~" and FENCE.match(file, at, self.end)):
            return True
        if first in "-*_" and RULE.match(file, at, self.end):
            return True
        if item := ITEM.match(file, at, self.end):
            empty = not file[item.end() : self.end].strip()
            return not (inside and self.lines) or not (empty or (item[1] and int(item[1]) != 1))
        if first == "<" and (
            file.startswith("<!--", at)
            or RAW.match(file, at, self.end)
            or ELEMENT.match(file, at, self.end)
            or DECLARED.match(file, at, self.end)
            or (COMPONENT.match(file, at) and _only_tags(file, at, self.end))
        ):
            return True
        if first == "{" and (file.startswith("{/*", at) or self._short(at)):
            return True
        if first == "[" and NOTE.match(file, at, self.end):
            return True
        if first in ":~" and not inside and TERM.match(file, at, self.end):
            return True
        if first == "$" and file[at : self.end].strip() == "$$":
            return True
        return first in ":!?=/+;<{@%" and self._dialect(at) is not None

    def _short(self, at: int) -> bool:
        """A line of nothing but shortcodes that are no words."""
        match = SHORT_LINE.match(self.file, at, self.end)
        return bool(match) and not IN_SENTENCE.search(self.file, at, self.end)

    def _dialect(self, at: int) -> dialects.Line | None:
        quoted = bool(self.containers) and not self.containers[-1].width and not self.lines
        return dialects.line(self.file, at, quoted)

    def _open(self, inside: bool) -> None:
        """Containers that begin here, then what is in them."""
        file = self.file
        while True:
            columns, at = self._indent()
            if at >= self.end:
                self._flush()
                return
            if columns >= 4 and not self.mdx and not (self.options and dialects.SETTING.match(file, self.at, self.end)):
                if self.lines:
                    self._text(at)
                self.options = False
                return
            if self.options and self._option(at):
                return
            first = file[at]
            if self.lines and inside and UNDERLINE.match(file, at, self.end) and columns < 4:
                self._flush()
                return
            if self.lines and inside and self._table(at):
                return
            if first == ">":
                self._flush()
                self._to(at + 1)
                if self._indent()[0]:
                    self._skip(1)
                self.containers.append(Container())
                inside = False
                continue
            if first in "-*_" and RULE.match(file, at, self.end):
                self._flush()
                return
            item = ITEM.match(file, at, self.end)
            if item and (not self.lines or self._starts(at, inside)):
                self._flush()
                self._item(columns, at, item.end())
                inside = False
                continue
            if first == "[" and (note := NOTE.match(file, at, self.end)):
                self._flush()
                self._to(note.end())
                self.containers.append(Container(4))
                inside = False
                continue
            if first in ":~" and (term := TERM.match(file, at, self.end)) and (self.lines or len(self.found) == self.below):
                self._flush()
                self._to(term.end())
                width = columns + 1 + min(self._indent()[0], 4)
                self._skip(width - columns - 1)
                self.containers.append(Container(min(width, 4)))
                inside = False
                continue
            break
        self._leaf(at)

    def _item(self, columns: int, at: int, end: int) -> None:
        self._to(end)
        ahead, white = self._indent()
        space = 1 if white >= self.end or ahead > 4 else ahead
        self._skip(space)
        self.containers.append(Container(columns + end - at + space))
        if task := TASK.match(self.file, self._indent()[1], self.end):
            self._to(task.end())

    def _leaf(self, at: int) -> None:
        file, first = self.file, self.file[at]
        if first == "#" and (heading := HEADING.match(file, at, self.end)):
            self._flush()
            text = file[heading.end() : self.end]
            closing = CLOSING.search(text)
            self._block([(heading.end(), heading.end() + (closing.start() if closing else len(text)))])
        elif first in "`~:" and self.fences and re.fullmatch(re.escape(self.fences[-1][0]) + "{%d,}" % len(self.fences[-1]), file[at : self.end].strip()):
            self._flush()
            self.fences.pop()
        elif first in "`~" and (fence := FENCE.match(file, at, self.end)):
            self._flush()
            self._fence(fence)
        elif first == "<" and self._html(at):
            pass
        elif first == "{" and file.startswith("{/*", at) and (close := file.find("*/", at)) >= 0:
            self._flush()
            self._hide(_past(file, close + 2, "}"))
        elif first in "ie" and not self.lines and (module := dialects.MODULE.match(file, at)):
            self.mdx = True
            ends = module.end() if module[0].startswith("import") else at
            self.resume = ends
            self.leaf = Leaf("module", columns=_depth(file[at : self.end]) if ends == at else 0)
        elif first == "$" and file.startswith("$$", at) and file.find("$$", at + 2, self.end) < 0:
            self._flush()
            self.leaf = Leaf("hidden", re.compile(r"\$\$"))
        elif first == "*" and (abbreviation := ABBREVIATION.match(file, at, self.end)):
            self._flush()
            self._block([(abbreviation.end(), self.end)])
        elif (line := self._dialect(at)) is not None:
            self._flush()
            self._marks(line)
        elif first == "{" and self._short(at):
            self._flush()
            self._block([(at, self.end)])
        else:
            self._text(at)

    def _marks(self, line: dialects.Line) -> None:
        for span in line.texts:
            self._block([span])
        self.options = line.options
        if line.opens:
            self.containers.append(Container(4))
        if line.until:
            self.leaf = Leaf("hidden", re.compile(line.until))

    def _option(self, at: int) -> bool:
        """A line of options below a directive: no text but that of a caption."""
        option = dialects.OPTION.match(self.file, at, self.end)
        if option and option["name"] in dialects.TEXTS and option["text"]:
            self._block([option.span("text")])
        if option or dialects.SETTING.match(self.file, self.at, self.end):
            return True
        self.options = False
        return False

    def _fence(self, fence: re.Match[str]) -> None:
        mark = fence[1]
        line = dialects.fenced(self.file, fence.end(), self.end)
        if line:
            self.fences.append(mark)
            self._marks(line)
        else:
            self.leaf = Leaf("fence", re.compile(r"%s{%d,}[^\S\n]*$" % (mark[0], len(mark)), re.MULTILINE))

    def _hide(self, end: int) -> None:
        """Nothing up to `end` is text; what stands behind it on its line is."""
        self.resume = end
        if end < self.end:
            if self.file[end : self.end].strip():
                self._to_line(end)

    def _to_line(self, start: int) -> None:
        self.at, self.column, self.spare = start, 0, 0
        self._open(False)

    def _html(self, at: int) -> bool:
        """A block of HTML or JSX; False where the line is text with tags in it."""
        file = self.file
        if file.startswith("<!--", at):
            close = file.find("-->", at + 4)
            if close < 0:
                return False
            self._flush()
            self._hide(close + 3)
            return True
        if raw := RAW.match(file, at, self.end):
            self._flush()
            close_tag = re.compile(rf"</{raw[1]}\s*>", re.IGNORECASE).search(file, at)
            self._hide(close_tag.end() if close_tag else len(file))
            return True
        if declared := DECLARED.match(file, at, self.end):
            close = file.find({"<?": "?>", "<![CDATA[": "]]>"}.get(declared[0], ">"), at)
            if close < 0 or (self.lines and declared[0] == "<![CDATA["):
                return False
            self._flush()
            self._hide(close + (3 if declared[0] == "<![CDATA[" else 2 if declared[0] == "<?" else 1))
            return True
        tag = tags.TAGS.match(file, at)
        component = bool(COMPONENT.match(file, at))
        if tag and tag.end() > self.end and (component or self.mdx or ELEMENT.match(file, at)) and not re.search(r"\n\s*\n", tag[0]):
            self._flush()
            self.found.append(Block(tuple(_split(file, at, tag.end())), HTML))
            self._hide(tag.end())
            return True
        only = _only_tags(file, at, self.end)
        if component or self.mdx:
            if only:
                self._flush()
                self._block([(at, self.end)], HTML)
                return True
            return False
        if ELEMENT.match(file, at, self.end) or (only and not self.lines):
            if MARKDOWN_INSIDE.match(file, at, self.end):
                self._flush()
                self._block([(at, self.end)])
                return True
            self._flush()
            self.lines.append((at, self.end))
            self.leaf = Leaf("html")
            return True
        return False

    # --- tables --------------------------------------------------------------------------------------------------------

    def _table(self, at: int) -> bool:
        if self.file[at] not in "|:-" or not DELIMITERS.match(self.file, at, self.end):
            return False
        columns = len(self._cells(at, self.end))
        start, end = self.lines[-1]
        if "|" not in self.file[at : self.end] + self.file[start:end] or len(self._cells(start, end)) != columns:
            return False
        self.lines.pop()
        self._flush()
        self._cut(start, end, columns)
        self.leaf = Leaf("table", columns=columns)
        return True

    def _row(self, at: int, columns: int) -> None:
        self._cut(at, self.end, columns)

    def _cut(self, start: int, end: int, columns: int) -> None:
        for cell in self._cells(start, end)[:columns]:
            self._block([cell], cell=True)

    def _cells(self, start: int, end: int) -> list[Range]:
        """The cells of a row, between bars that are not escaped."""
        bars = [match.start() for match in BAR.finditer(self.file, start, end) if match[0] == "|"]
        text = self.file[start:end].rstrip()
        edges = [start - 1, *bars, start + len(text)]
        if bars and bars[0] == start:
            del edges[0]
        if len(bars) > 0 and bars[-1] == start + len(text) - 1 and len(edges) > 2:
            del edges[-1]
        return [(a + 1, b) for a, b in zip(edges, edges[1:], strict=False)]

    # --- what was found ------------------------------------------------------------------------------------------------

    def _text(self, at: int) -> None:
        self.lines.append((at, self.end))

    def _block(self, ranges: Iterable[Range], kind: str = MARKS, cell: bool = False) -> None:
        trimmed = [(a, b) for a, b in (_trim(self.file, *each) for each in ranges) if a < b]
        if trimmed:
            self.found.append(Block(tuple(trimmed), kind, cell))

    def _flush(self, kind: str = "") -> None:
        """The paragraph that is open is over."""
        lines, self.lines = self.lines, []
        if not lines:
            return
        if kind or (self.leaf and self.leaf.kind == "html"):
            self._block(lines, HTML)
            return
        lines = self._definitions(lines)
        if lines and all(ROW.match(self.file[a:b].rstrip()) and self.file[a:b].count("|") > 1 for a, b in lines):
            for start, end in lines:
                if not DELIMITERS.match(self.file, start, end):
                    self._cut(start, end, 1000)
        elif lines:
            self._block(lines)
        self.below = len(self.found)

    def _definitions(self, lines: list[Range]) -> list[Range]:
        """The lines of a paragraph without the definitions of links at its beginning, whose titles are text."""
        if self.file[lines[0][0]] != "[":
            return lines
        content, at = "\n".join(self.file[a:b] for a, b in lines), 0
        while match := DEFINITION.match(content, at) or BARE.match(content, at):
            self.labels.add(normal(match[1]))
            for group in range(2, 1 + match.re.groups):
                if match[group]:
                    self._block(_ranges(lines, *match.span(group)), PLAIN)
            at = match.end()
        used = content.count("\n", 0, at) + (at == len(content) > 0 and not content.endswith("\n"))
        lines = lines[used:] if at else lines
        return lines


def _trim(file: str, start: int, end: int) -> Range:
    text = file[start:end]
    return start + len(text) - len(text.lstrip(" \t\r")), end - len(text) + len(text.rstrip(" \t\r"))


def _split(file: str, start: int, end: int) -> Iterable[Range]:
    """The lines of a span."""
    while start < end:
        stop = file.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _ranges(lines: list[Range], start: int, end: int) -> list[Range]:
    """A span of lines that are joined, as ranges of the file."""
    found, base = [], 0
    for a, b in lines:
        low, high = max(start - base, 0), min(end - base, b - a)
        if low < high:
            found.append((a + low, a + high))
        base += b - a + 1
    return found


def _past(file: str, at: int, mark: str) -> int:
    while at < len(file) and file[at].isspace():
        at += 1
    return at + 1 if file[at : at + 1] == mark else at


def _only_tags(file: str, at: int, end: int) -> bool:
    """Whether a line has nothing but tags in it."""
    while at < end and (tag := tags.TAGS.match(file, at, end)):
        at = tag.end()
    return at >= end


def _depth(line: str) -> int:
    return sum((character in "{[(") - (character in ")]}") for character in line)

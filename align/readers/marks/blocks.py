"""The blocks of Markdown as CommonMark and GFM have them, with what the dialects add: each as the ranges of its lines in the file.

Code and what is not shown is left out. One pass over the lines; containers are quotes, and what is indented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from align.readers.marks import dialects, tags
from align.readers.marks.found import Found, Leaf
from align.readers.marks.inline import HTML
from align.readers.marks.parts import (
    ABBREVIATION,
    CLOSING,
    COMPONENT,
    DECLARED,
    ELEMENT,
    FENCE,
    HEADING,
    IN_SENTENCE,
    ITEM,
    MARKDOWN_INSIDE,
    NOTE,
    RAW,
    RULE,
    SHORT_LINE,
    TASK,
    TERM,
    UNDERLINE,
    Block,
    depth,
    only_tags,
    past,
    split,
)


@dataclass(slots=True)
class Container:
    """A quote (width 0), or what is indented by so many columns."""

    width: int = 0
    lazy: bool = True
    """Whether a paragraph in it may go on with a line that is not indented."""


@dataclass(slots=True)
class Blocks(Found):
    """The blocks of a file from `begin` on."""

    begin: int = 0
    mdx: bool = False
    containers: list[Container] = field(init=False, default_factory=list)
    fences: list[str] = field(init=False, default_factory=list)
    """The marks of fences around directives that are open."""
    again: int | None = field(init=False, default=None)
    """Where what is hidden ends within its line, which goes on there."""
    options: bool = field(init=False, default=False)

    def read(self) -> list[Block]:
        """All of them, in the order of the file."""
        start = self.begin
        while start < len(self.file):
            end = self.file.find("\n", start)
            end = len(self.file) if end < 0 else end
            if self.resume < end or (self.resume == end and start >= self.resume):
                self._line(max(start, self.resume), end - (self.file[end - 1 : end] == "\r" and end > start))
            start = end + 1
        self._flush()
        return self.found

    # --- a line --------------------------------------------------------------------------------------------------------

    def _line(self, start: int, end: int) -> None:
        self.cursor.start(start, end)
        depth = 0
        while depth < len(self.containers) and self._continues(self.containers[depth]):
            depth += 1
        inside = depth == len(self.containers)
        if self.leaf:
            if inside and self._goes_on(self.leaf):
                return
            self.leaf = None
        columns, at = self.cursor.indent()
        if at >= end:
            self._blank(depth)
            return
        if self.lines and columns >= 4:
            self._text(at)
            return
        lazy = all(container.lazy for container in self.containers[depth:])
        if self.lines and not inside and lazy and not self._starts(at, inside):
            self._text(at)
            return
        if not inside:
            self._flush()
            del self.containers[depth:]
        self._open(inside)
        while self.again is not None:  # no recursion: a line may have thousands of comments
            begin, self.again = self.again, None
            self.cursor.start(begin, self.cursor.end)
            self._open(False)

    def _continues(self, container: Container) -> bool:
        columns, at = self.cursor.indent()
        if not container.width:
            if columns > 3 or at >= self.cursor.end or self.file[at] != ">":
                return False
            self.cursor.to(at + 1)
            if self.cursor.indent()[0]:
                self.cursor.skip(1)
            return True
        if at >= self.cursor.end:
            return True
        if columns < container.width:
            return False
        self.cursor.skip(container.width)
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
        columns, at = self.cursor.indent()
        blank = at >= self.cursor.end
        if leaf.kind == "fence":
            if columns < 4 and leaf.end and leaf.end.match(self.file, at, self.cursor.end):
                self.leaf = None
            return True
        if leaf.kind == "hidden":
            if leaf.end and leaf.end.search(self.file, self.cursor.at, self.cursor.end):
                self.leaf = None
            return True
        if leaf.kind == "module":
            leaf.columns += depth(self.file[self.cursor.at : self.cursor.end])
            if leaf.columns <= 0 and self.file[self.cursor.at : self.cursor.end].rstrip().endswith(
                (";", "}", ")", "]")
            ):
                self.leaf = None
            return not blank or leaf.columns > 0
        if leaf.kind == "html":
            if blank or FENCE.match(self.file, at, self.cursor.end):
                self._flush(HTML)
                return False
            self.lines.append((at, self.cursor.end))
            return True
        if leaf.kind == "table":
            if blank or columns > 3 or self._starts(at, True):
                return False
            self._cut(at, self.cursor.end, leaf.columns)
            return True
        return False

    def _starts(self, at: int, inside: bool) -> bool:
        """Whether a line that might go on with a paragraph begins something else."""
        file, first = self.file, self.file[at]
        if (
            first == ">"
            or (first == "#" and HEADING.match(file, at, self.cursor.end))
            or (first in "`~" and FENCE.match(file, at, self.cursor.end))
        ):
            return True
        if first in "-*_" and RULE.match(file, at, self.cursor.end):
            return True
        if item := ITEM.match(file, at, self.cursor.end):
            empty = not file[item.end() : self.cursor.end].strip()
            return not (inside and self.lines) or not (empty or (item[1] and int(item[1]) != 1))
        if first == "<" and (
            file.startswith("<!--", at)
            or RAW.match(file, at, self.cursor.end)
            or ELEMENT.match(file, at, self.cursor.end)
            or DECLARED.match(file, at, self.cursor.end)
            or (COMPONENT.match(file, at) and only_tags(file, at, self.cursor.end))
        ):
            return True
        if first == "{" and (file.startswith("{/*", at) or self._short(at)):
            return True
        if first == "[" and NOTE.match(file, at, self.cursor.end):
            return True
        if first in ":~" and not inside and TERM.match(file, at, self.cursor.end):
            return True
        if first == "$" and file[at : self.cursor.end].strip() == "$$":
            return True
        return first in ":!?=/+;<{@%\\" and self._dialect(at) is not None

    def _short(self, at: int) -> bool:
        """A line of nothing but shortcodes that are no words."""
        match = SHORT_LINE.match(self.file, at, self.cursor.end)
        return bool(match) and not IN_SENTENCE.search(self.file, at, self.cursor.end)

    def _dialect(self, at: int) -> dialects.Line | None:
        quoted = bool(self.containers) and not self.containers[-1].width and not self.lines
        return dialects.line(self.file, at, quoted)

    def _open(self, inside: bool) -> None:
        """Containers that begin here, then what is in them."""
        file = self.file
        while True:
            columns, at = self.cursor.indent()
            if at >= self.cursor.end:
                self._flush()
                return
            if (
                columns >= 4
                and not self.mdx
                and not (self.options and dialects.SETTING.match(file, self.cursor.at, self.cursor.end))
            ):
                if self.lines:
                    self._text(at)
                self.options = False
                return
            if self.options and self._option(at):
                return
            first = file[at]
            if self.lines and inside and UNDERLINE.match(file, at, self.cursor.end) and columns < 4:
                self._flush()
                return
            if self.lines and inside and self._table(at):
                return
            if first == ">":
                self._flush()
                self.cursor.to(at + 1)
                if self.cursor.indent()[0]:
                    self.cursor.skip(1)
                self.containers.append(Container())
                inside = False
                continue
            if first in "-*_" and RULE.match(file, at, self.cursor.end):
                self._flush()
                return
            item = ITEM.match(file, at, self.cursor.end)
            if item and (not self.lines or self._starts(at, inside)):
                self._flush()
                self._item(columns, at, item.end())
                inside = False
                continue
            if first == "[" and (note := NOTE.match(file, at, self.cursor.end)):
                self._flush()
                self.cursor.to(note.end())
                self.containers.append(Container(4))
                inside = False
                continue
            if (
                first in ":~"
                and (term := TERM.match(file, at, self.cursor.end))
                and (self.lines or len(self.found) == self.below)
            ):
                self._flush()
                self.cursor.to(term.end())
                width = columns + 1 + min(self.cursor.indent()[0], 4)
                self.cursor.skip(width - columns - 1)
                self.containers.append(Container(min(width, 4)))
                inside = False
                continue
            break
        self._leaf(at)

    def _item(self, columns: int, at: int, end: int) -> None:
        self.cursor.to(end)
        ahead, white = self.cursor.indent()
        space = 1 if white >= self.cursor.end or ahead > 4 else ahead
        self.cursor.skip(space)
        self.containers.append(Container(columns + end - at + space))
        if task := TASK.match(self.file, self.cursor.indent()[1], self.cursor.end):
            self.cursor.to(task.end())

    def _leaf(self, at: int) -> None:
        file, first = self.file, self.file[at]
        if first == "#" and (heading := HEADING.match(file, at, self.cursor.end)):
            self._flush()
            text = file[heading.end() : self.cursor.end]
            closing = CLOSING.search(text)
            self._block([(heading.end(), heading.end() + (closing.start() if closing else len(text)))])
        elif self.fences and first == self.fences[-1][0] and self._closes(file[at : self.cursor.end].strip()):
            self._flush()
            self.fences.pop()
        elif first in "`~" and (fence := FENCE.match(file, at, self.cursor.end)):
            self._flush()
            self._fence(fence)
        elif first == "<" and self._html(at):
            pass
        elif first == "{" and file.startswith("{/*", at) and (close := file.find("*/", at)) >= 0:
            self._flush()
            self._hide(past(file, close + 2, "}"))
        elif first in "ie" and not self.lines and (module := dialects.MODULE.match(file, at)):
            self.mdx = True
            if module[0].startswith("import"):
                self.resume = module.end()
            else:
                self.leaf = Leaf("module", columns=depth(file[at : self.cursor.end]))
                if self.leaf.columns <= 0 and file[at : self.cursor.end].rstrip().endswith((";", "}", ")", "]")):
                    self.leaf = None
        elif first == "$" and file.startswith("$$", at) and file.find("$$", at + 2, self.cursor.end) < 0:
            self._flush()
            self.leaf = Leaf("hidden", re.compile(r"\$\$"))
        elif first == "*" and (abbreviation := ABBREVIATION.match(file, at, self.cursor.end)):
            self._flush()
            self._block([(abbreviation.end(), self.cursor.end)])
        elif (line := self._dialect(at)) is not None:
            self._flush()
            self._marks(line)
        elif first == "{" and self._short(at):
            self._flush()
            self._block([(at, self.cursor.end)])
        else:
            self._text(at)

    def _marks(self, line: dialects.Line) -> None:
        for span in line.texts:
            self._block([span])
        self.options = line.options
        if line.opens:
            self.containers.append(Container(4, lazy=False))
        if line.until:
            self.leaf = Leaf("hidden", re.compile(line.until, re.MULTILINE))

    def _option(self, at: int) -> bool:
        """A line of options below a directive: no text but that of a caption."""
        option = dialects.OPTION.match(self.file, at, self.cursor.end)
        if option and option["name"] in dialects.TEXTS and option["text"]:
            self._block([option.span("text")])
        if option or dialects.SETTING.match(self.file, self.cursor.at, self.cursor.end):
            return True
        self.options = False
        return False

    def _fence(self, fence: re.Match[str]) -> None:
        mark = fence[1]
        line = dialects.fenced(self.file, fence.end(), self.cursor.end)
        if line:
            self.fences.append(mark)
            self._marks(line)
        else:
            self.leaf = Leaf("fence", re.compile(rf"{mark}{mark[0]}*[^\S\n]*$", re.MULTILINE))

    def _closes(self, line: str) -> bool:
        """Whether a line ends the directive that is open."""
        return not line.strip(line[0]) and len(line) >= len(self.fences[-1])

    def _hide(self, end: int) -> None:
        """Nothing up to `end` is text; what stands behind it on its line is."""
        self.resume = end
        if end < self.cursor.end and self.file[end : self.cursor.end].strip():
            self.again = end

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
        if raw := RAW.match(file, at, self.cursor.end):
            self._flush()
            close_tag = re.compile(rf"</{raw[1]}\s*>", re.IGNORECASE).search(file, at)
            self._hide(close_tag.end() if close_tag else len(file))
            return True
        if declared := DECLARED.match(file, at, self.cursor.end):
            close = file.find({"<?": "?>", "<![CDATA[": "]]>"}.get(declared[0], ">"), at)
            if close < 0 or (self.lines and declared[0] == "<![CDATA["):
                return False
            self._flush()
            self._hide(close + (3 if declared[0] == "<![CDATA[" else 2 if declared[0] == "<?" else 1))
            return True
        tag = tags.TAGS.match(file, at)
        component = bool(COMPONENT.match(file, at))
        if (
            tag
            and tag.end() > self.cursor.end
            and (component or self.mdx or ELEMENT.match(file, at))
            and not re.search(r"\n\s*\n", tag[0])
        ):
            self._flush()
            self.found.append(Block(tuple(split(file, at, tag.end())), HTML))
            self._hide(tag.end())
            return True
        only = only_tags(file, at, self.cursor.end)
        if component or self.mdx:
            if only:
                self._flush()
                self._block([(at, self.cursor.end)], HTML)
                return True
            return False
        if ELEMENT.match(file, at, self.cursor.end) or (tag and tag.end() >= self.cursor.end and not self.lines):
            if MARKDOWN_INSIDE.match(file, at, self.cursor.end):
                self._flush()
                self._block([(at, self.cursor.end)])
                return True
            self._flush()
            self.lines.append((at, self.cursor.end))
            self.leaf = Leaf("html")
            return True
        return False

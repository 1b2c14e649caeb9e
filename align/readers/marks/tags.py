"""Tags of HTML, JSX and Vue, shortcodes and Liquid within Markdown: where they end, what of them is text, which part a sentence."""

from __future__ import annotations

import re

from align.readers.html_elements import BLOCKS
from align.readers.marks.dialects import NAMED, SETS, TEXTS, attributes

BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\})*+\}"
TAG = (
    rf"</?[A-Za-z][\w.:-]*+(?:\s++(?:[^\s\"'<>/={{}}]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|{BRACES}|[^\s\"'=<>`{{}}]++))?|{BRACES}|/(?!>)))*+\s*+/?>"
    r"|<>|</>"
)
TAGS = re.compile(rf"(?:{TAG})[^\S\n]*")
NAME = re.compile(r"</?([A-Za-z][\w.:-]*)")
DROPPED = frozenset("script style svg math pre canvas object template-code textarea iframe".split())
"""Elements whose content is no prose."""
SEPARATE = {"pre": "break", "script": "break", "style": "break"}
ITEMS = re.compile(r"\b(?:items|labels)=\{\s*\[([^\[\]{}]*)\]")
"""The names of tabs, given to what holds them."""
STRING = re.compile(r"([\"'])([^\"'\n]+)\1")
FIRST = re.compile(r"\s*\"((?:[^\"\\]|\\.)+)\"")
TITLED = frozenset("tab details expand accordion collapse".split())
"""Shortcodes whose first parameter is a title."""
WORD = re.compile(r"\{[{%][<%-]?\s*(/?)\s*([\w./-]*)")
ALONE = re.compile(r"[^\S\n]*(?:\n|$)")


def name(raw: str) -> str:
    """The name of an element as its tag has it, "" of a comment or a declaration."""
    match = NAME.match(raw)
    return match[1] if match else ""


def texts(content: str, match: re.Match[str], element: str) -> list[tuple[int, int]]:
    """The attributes of a tag that a reader sees."""
    if match[0][1] == "/" or element.lower() in ("meta", "link", "track", "script", "style"):
        return []
    found = attributes(content, match.start() + len(element) + 1, match.end())
    for each in ITEMS.finditer(content, match.start(), match.end()):
        found += [string.span(2) for string in STRING.finditer(content, *each.span(1))]
    return sorted(found)


def shortcode(content: str, start: int, end: int) -> tuple[list[tuple[int, int]], bool]:
    """The attributes of a shortcode or a Liquid tag that a reader sees, and whether it is a word in a sentence."""
    word = WORD.match(content, start, end)
    if not word or word[1]:
        return [], False
    names = TEXTS if word[2].lower() in SETS else NAMED
    if word[2] in ("assign", "if", "elsif", "unless", "for", "case", "when", "capture", "set", "highlight"):
        return [], False
    found = attributes(content, word.end(), end, names)
    if word[2].lower() in TITLED and (first := FIRST.match(content, word.end(), end)):
        found.insert(0, first.span(1))
    return found, bool(re.search(r"\btext\s*=", content[word.end() : end]))


def titled(raw: str) -> bool:
    """Whether a shortcode begins or ends what has a title of its own, which stands apart wherever it is."""
    word = WORD.match(raw)
    return bool(word) and word[2].lower().removeprefix("end") in TITLED  # type: ignore[index]


def alone(content: str, start: int, end: int) -> bool:
    """Whether nothing but white space, or other tags, stands beside it on its lines."""
    return bool(ALONE.match(content, end)) and not content[content.rfind("\n", 0, start) + 1 : start].strip()


def separates(content: str, match: re.Match[str], element: str, html: bool) -> bool:
    """Whether a tag ends the sentence before it: that of a block, or of a component on lines of its own."""
    if element.lower() in BLOCKS or element.lower() in ("option", "template", "button", "center", "body"):
        return True
    if not element[0].isupper() and "-" not in element:
        return False
    left, right = _left(content, match.start()), _right(content, match.end())
    if match[0][1] == "/":
        return left and right
    if left and not match[0].endswith("/>") and (end := content.find(f"</{element}>", match.end())) >= 0:
        right = right or _right(content, end + len(element) + 3)
    return left and (right or html or bool(texts(content, match, element)))


def _left(content: str, at: int) -> bool:
    """Whether a line begins there, or another tag ends."""
    return content[max(0, at - 200) : at].rstrip(" \t")[-1:] in ("", "\n", ">")


def _right(content: str, at: int) -> bool:
    return content[at : at + 200].lstrip(" \t")[:1] in ("", "\n", "<")


def braces(content: str) -> dict[int, int]:
    """Where braces open -> the end of what they enclose."""
    found, waiting = {}, []
    for match in re.finditer(r"[{}]", content):
        if match[0] == "{":
            waiting.append(match.start())
        elif waiting:
            found[waiting.pop()] = match.end()
    return found

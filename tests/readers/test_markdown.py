"""Markdown against markdown-it-py, as a judge of what is text; where marks stand; that nothing takes the square of a file's length."""

from __future__ import annotations

import random
import re
import time
from dataclasses import replace
from typing import Any

import pytest

from align.lang.segmenting import segment as segmented
from align.model import Document, Segment
from align.readers import read
from align.readers.inline_codes import codes
from align.readers.positions import file_offset
from tests.readers.test_markdown_dialects import COMMON, KO, filled

PIECES = ["a", "b ", "\n", "\n\n", "    ", "  ", " ", "- ", "1. ", "2. ", "> ", "# ", "*", "**", "_", "`", "``", "```\n", "~~~\n", "[a]", "[a](b)", "![a](b)",
          "\n\n[a]: /u\n", "\\", "&amp;", "<b>", "</b>", "\n---\n", "~~", "(", '"', "다", "***", "+ ", "  \n", "\n\n| a | b |\n|---|---|\n"]  # fmt: skip
KNOWN = 0.03
"""Share of pages of such rubbish that come out otherwise: what our dialects add, and rules for what nobody writes."""


def raw(document: Document, segment: Segment) -> str:
    """The text of a segment with its marks."""
    text = document.text[segment.start : segment.end]
    parts, last = [], 0
    for code in codes(document, segment):
        parts += [text[last : code.at], code.raw]
        last = code.at
    return "".join([*parts, text[last:]])


def judged(page: str, parser: Any) -> str:
    """What markdown-it-py takes for text."""
    found = []
    for token in parser.parse(page):
        if token.type == "inline":
            found.append(_inner(token.children))
        elif token.type == "html_block":
            found.append(re.sub(r"<[^>]*>", " ", token.content))
    return "".join(" ".join(found).split())


def _inner(tokens: Any) -> str:
    texts = ("text", "code_inline", "text_special")
    return "".join(
        t.content if t.type in texts else _inner(t.children or []) if t.type == "image" else " " for t in tokens
    )


ODD = ["<>", "</>", "<A", "/>", "{{<", ">}}", "{%", "%}", "{", "}", ":::", "!!! a", "=== \"a\"", "/// a | b", "<!--", "-->", "$$", "$", "[^1]", "[^1]: ", "[[", "]]", "```{note}", "---", "+++",
       "import a from 'b'", "export default {", "<div>", "</div>", "<pre>", ": ", "| a |", "|-|", "\t", "\r", "\x00", "\u0301", "title: >", "{/*", "*/}", "^[", "~", "=="]  # fmt: skip


@pytest.mark.parametrize("name", ["a.md", "a.mdx"])
def test_whatever_stands_there_is_read(name: str) -> None:
    chosen = random.Random(3)
    for _ in range(1500):
        file = "".join(chosen.choice(ODD + PIECES) for _ in range(chosen.randint(1, 14)))
        document = segmented(replace(read(file.encode(), name)[0], lang="ko"))
        assert all(0 <= file_offset(document, k) < len(file) for k in range(len(document.text)))
        assert all(raw(document, segment).strip() for segment in document.segments)


def test_text_is_what_another_parser_takes_for_text() -> None:
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    chosen, wrong = random.Random(7), []
    for _ in range(1500):
        page = "x" + "".join(chosen.choice(PIECES) for _ in range(chosen.randint(2, 9)))
        ours = "".join(read(page.encode(), "a.md")[0].text.split())
        theirs = judged(page, parser)
        if sorted(ours) != sorted(theirs) if "![" in page else ours != theirs:  # what a picture shows stands behind
            wrong.append(page)
    assert len(wrong) <= KNOWN * 1500, wrong


@pytest.mark.parametrize("construct", COMMON)
def test_a_sentence_with_its_marks_is_a_piece_of_its_file(construct: tuple[str, ...]) -> None:
    file, _ = filled(construct, KO[:4])
    document = segmented(replace(read(file.encode(), "a.md")[0], lang="ko"))
    words = " ".join(re.sub(r"^[>\s]+|<!--.*?-->", " ", file, flags=re.M | re.S).split())
    for segment in document.segments:
        for code in codes(document, segment):
            assert 0 <= code.at <= segment.end - segment.start
        if "&" not in file and "<!--" not in file and "|" not in file and "\n" not in file:
            assert " ".join(raw(document, segment).split()).lstrip("> ") in words


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("**가** `나`", "**가** `나`"),
        ("# 가 {#id}", "# 가 {#id}"),
        ("- [ ] 가 [나](https://a.b \"c\") 다.", "- [ ] 가 [나](https://a.b \"c\") 다."),
        ("가 :smile: 나", "가 :smile: 나"),
        (":smile: 가", ":smile: 가"),
        ("가 \\* 나", "가 \\* 나"),
        ("{{< glossary_tooltip text=\"가\" >}}의", "{{< glossary_tooltip text=\"가\" >}}의"),
        ("가<b>나</b>.", "가<b>나</b>."),
        ("가.[^1]", "가.[^1]"),
    ],
)  # fmt: skip
def test_marks(file: str, wanted: str) -> None:
    document = segmented(replace(read(file.encode(), "a.md")[0], lang="ko"))
    assert raw(document, document.segments[0]) == wanted


def test_marks_pair() -> None:
    document, _ = read("**가 _나_** [다](e) <b>라</b> ![마](f)".encode(), "a.md")
    kinds: dict[int, list[str]] = {}
    for code in document.codes:
        kinds.setdefault(code.pair, []).append(code.kind)
    assert all(found == ["open", "close"] for pair, found in kinds.items() if pair)
    assert len(kinds) == 5


def test_marks_of_html() -> None:
    document = segmented(replace(read("<p>가 <b>나</b><br>다 <img src='x'>라.</p>".encode(), "a.html")[0], lang="ko"))
    assert [raw(document, segment) for segment in document.segments] == ["가 <b>나</b>", "다 <img src='x'>라."]


@pytest.mark.parametrize("name", ["a.md", "a.mdx"])
@pytest.mark.parametrize(
    "piece",
    ["{{< ", '{{<a "', "{% ", "{{ ", "<!-- ", '<a b="', "[", "![", "[a](", "[a][", "`` ` ", "*a ", "*_", "$a ", "{", "{/* ", "{~~a~>", "<A b={", "^[", "[[a",
     "> ", "- ", "> - ", "&", "| a ", "::: ", "<div>\n", "```\n", "[a]: b\n", "import {\n", ":::a{", "{: ", "a**b*c_", "|a|b|\n", "{{%", "<br>", "x_y*"],
)  # fmt: skip
def test_what_nothing_closes_is_read_in_time(piece: str, name: str) -> None:
    page = (piece * (30_000 // len(piece))).encode()
    start = time.process_time()
    read(page, name)
    assert time.process_time() - start < 4

"""Replacements in files: the file's own encoding and line ends, and only where it says what the text says."""

from __future__ import annotations

import codecs
from dataclasses import replace

import pytest

from align.errors import InputError
from align.model import Alignment, Document, Finding, Replacement, Report
from align.readers import decoded, read
from align.triage.fixes import fixed, wanted

EN = "The budget is $127 billion.\r\nIt was signed on Oct. 3.\r\n"


def written(data: bytes, name: str, *changes: tuple[str, str]) -> tuple[bytes, int]:
    """A file with the words of its document replaced."""
    document, _ = read(data, name)
    places = [(document.text.index(old), old, new) for old, new in changes]
    found = [Replacement(start, start + len(old), new) for start, old, new in places]
    return fixed(data, decoded(data, name), document, found)


def test_nothing_to_do_changes_nothing() -> None:
    assert written(EN.encode(), "a.txt") == (EN.encode(), 0)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)  # fmt: skip
def test_the_encoding_and_the_line_ends_stay(mark: bytes, encoding: str) -> None:
    new, count = written(
        mark + EN.encode(encoding), "a.txt", ("$127 billion", "127 billion won"), ("Oct. 3", "Oct. 30")
    )
    wanted_ = EN.replace("$127 billion", "127 billion won").replace("Oct. 3", "Oct. 30")
    assert (new, count) == (mark + wanted_.encode(encoding), 2)


def test_korean_in_cp949() -> None:
    text = "예산은 1270억 달러 안팎이다.\n"
    assert written(text.encode("cp949"), "a.ko.txt", ("1270억 달러", "1270억 원")) == (
        text.replace("달러", "원").encode("cp949"),
        1,
    )


def test_markdown_and_html_keep_their_markup() -> None:
    page = "<html><body><p>It was <b>signed</b> on Oct.&nbsp;3 and costs <i>3 billion</i> won &amp; more, 40 percent.</p></body></html>"
    new, count = written(page.encode(), "a.html", ("40 percent", "4 percent"))
    assert (new.decode(), count) == (page.replace("40 percent", "4 percent"), 1)
    new, count = written(page.encode(), "a.html", ("3 billion won", "30 billion won"))
    assert (new.decode(), count) == (page, 0)
    text = "# Title\n\nIt costs **3 billion won** now.\n"
    new, count = written(text.encode(), "a.md", ("3 billion won", "30 billion won"))
    assert (new.decode(), count) == (text.replace("3 billion", "30 billion"), 1)


def test_what_the_encoding_cannot_write_is_a_line() -> None:
    data = "예산 100\n".encode("cp949")
    with pytest.raises(InputError, match="cp949 cannot write"):
        written(data, "a.ko.txt", ("100", "1€😀"))


def test_silenced_and_overlapping_ones_are_left_out() -> None:
    document = Document("a", "en", "abcdef")
    first = Finding("unit-conflict", "error", "", None, None, 0, 1.0, replacement=Replacement(0, 3, "x"))
    others = (
        replace(first, replacement=Replacement(2, 4, "y")),
        replace(first, replacement=Replacement(4, 5, "z"), silenced="baseline"),
        replace(first, replacement=None),
        replace(first, replacement=Replacement(5, 6, "w")),
    )
    report = Report(Alignment(document, document, ()), (*others, first), ())
    assert [change.text for change in wanted(report)] == ["x", "w"]

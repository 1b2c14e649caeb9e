"""Where a finding is said to be: on the words themselves, in the file as it is on disk."""

from __future__ import annotations

import pytest

from align.model import Alignment, Finding, Place, Report
from align.readers import read
from align.reports.located import Spot, located
from align.reports.options import Options
from tests.conftest import document
from tests.reports.sample import OPTIONS, report

MARKDOWN = "---\ntitle: 오슬로\n---\n# 제목\n\n장관이 **오슬로**를 찾았다.\n또 [트롬쇠](x.html)에 갔다.\n"


@pytest.mark.parametrize(
    ("name", "file", "words"),
    [
        ("a.txt", "첫 줄\n둘째 줄의 말\n", "줄의"),
        ("a.txt", "첫 줄\r\n둘째 줄의 말\r\n", "줄의"),
        ("a.md", MARKDOWN, "트롬쇠"),
        ("a.md", MARKDOWN.replace("title: 오슬로", "lang: ko"), "오슬로"),
        ("a.html", "<p>하나 &amp; 둘</p>\n<p>셋은 <b>네번째</b> 말</p>", "네번째"),
    ],
)
def test_lines_and_columns_hold_the_words(name: str, file: str, words: str) -> None:
    source, _ = read(file.encode(), name)
    start = source.text.index(words)
    finding = Finding("untranslated", "error", "", Place(0, start, start + len(words)), None, 0, 1.0)
    (item,) = located([Report(Alignment(source, document(["x"]), ()), (finding,), ())], Options())
    spot = item.source
    assert spot is not None
    assert spot.last_line == spot.line
    assert file.split("\n")[spot.line - 1][spot.column - 1 : spot.last_column - 1] == words == spot.text


def test_a_span_over_two_lines_and_an_empty_one() -> None:
    source, _ = read(b"ab\ncd\n", "a.txt")
    findings = tuple(Finding("omission", "info", "", Place(0, *span), None, 0, 1.0) for span in ((1, 4), (3, 3)))
    spots = [item.source for item in located([Report(Alignment(source, source, ()), findings, ())], Options())]
    assert spots == [Spot("a.txt", 1, 2, 2, 2, "b\nc"), Spot("a.txt", 2, 1, 2, 1, "")]


def test_files_are_named_as_the_user_did_else_as_the_documents_are() -> None:
    first, second = report(), report()
    files = [item.files for item in located([first, second], OPTIONS)]
    assert files[0] == ("articles/ko/a.txt", "articles/en/a.txt")
    assert files[-1] == ("a.ko.txt", "a.en.txt")


def test_the_target_is_where_the_reader_is_sent() -> None:
    where = {
        item.finding.message: (item.file, item.at.line if item.at else None) for item in located([report()], OPTIONS)
    }
    assert where["not in the English"] == ("articles/ko/a.txt", 4)
    assert where["강나루 is Kang Na-ru elsewhere"] == ("articles/en/a.txt", 3)
    assert where["a much abridged article"] == ("articles/en/a.txt", None)

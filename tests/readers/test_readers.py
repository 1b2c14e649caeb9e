"""Readers: what a reader of the page sees, where it stood in the file, and what the file says of itself."""

from __future__ import annotations

import io
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import InputError
from align.readers import read
from align.readers.dates import parse
from align.readers.file_names import language_of_name
from align.readers.positions import file_offset, position

MARKDOWN = """---
title: "북극 협약"
date: 2025-03-20
lang: ko
---

# 협약 **비준**

폴란드 하원이 [협약](https://example.com/a_(b))을
비준했다. `코드`도 남는다.

- 첫째 항목
1. 둘째 항목

```python
지워진다()
```

| 나라 | 표 |
|---|---|
| 한국 | 412 |

> 인용한 줄 <!-- 숨은 말 -->이다.
"""
PAGE = """<!doctype html><html lang="ko"><head><title>T &amp; U</title>
<meta property="article:published_time" content="2025-03-20T09:00:00+09:00"><script>var x = "<p>아니다</p>";</script></head>
<body><nav><a href="/">메뉴</a></nav><header><h1>협약 비준</h1></header>
<article><p>하원이 &lt;협약&gt;을 비준했다.<br>찬성은   412표였다.</p><aside>광고</aside>
<div class="related-news">관련 기사</div><p hidden>숨김</p><p>끝이다.</article>
<footer>저작권</footer></body></html>
"""


def test_markdown() -> None:
    document, notes = read(MARKDOWN.encode(), "a.md")
    assert [line for line in document.text.split("\n") if line] == [
        "북극 협약", "협약 비준", "폴란드 하원이 협약을 비준했다. 코드도 남는다.", "첫째 항목", "둘째 항목", "나라", "표", "한국", "412", "인용한 줄 이다.",
    ]  # fmt: skip
    assert (document.title, document.date, document.lang, notes) == ("북극 협약", date(2025, 3, 20), "ko", ())


def test_html() -> None:
    document, _ = read(PAGE.encode(), "a.html")
    assert document.text.split("\n") == ["협약 비준", "하원이 <협약>을 비준했다.", "찬성은 412표였다.", "끝이다.", ""]
    assert (document.title, document.date, document.lang) == ("T & U", date(2025, 3, 20), "ko")


@pytest.mark.parametrize(("data", "name"), [(MARKDOWN, "a.md"), (PAGE, "a.html"), (MARKDOWN, "a.txt")])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_positions_lead_to_the_same_character(data: str, name: str, end: str, form: str) -> None:
    file = unicodedata.normalize(form, data.replace("\n", end))
    document, _ = read(file.encode(), name)
    assert document.text == read(data.encode(), name)[0].text
    lines = file.split("\n")
    for offset, character in enumerate(document.text):
        if character.isalnum():
            line, column = position(document, offset)
            assert lines[line - 1][column - 1 :].startswith(unicodedata.normalize(form, character)[0]), (
                offset,
                character,
            )


@given(st.text(st.sampled_from("가각a \n\r\x00\x0b\ufeff\u200b\u1100\u1161\u11a8e\u0301"), max_size=30))
def test_plain_text_keeps_what_it_can(text: str) -> None:
    document, _ = read(text.encode(), "a.txt")
    start = 1 if text.startswith("\ufeff") else 0  # a byte order mark is none of the text
    file = text[start:]
    assert unicodedata.is_normalized("NFC", document.text)
    assert not set(document.text) & set("\r\x00\x0b\ufeff\u200b")
    assert [here for here, _ in document.map] == sorted({here for here, _ in document.map})
    for offset, character in enumerate(document.text):
        there = file_offset(document, offset)
        assert 0 <= there < len(file)
        if character in "가a\n" and file[there] != "\u1100":
            assert file[there] in (character, "\r", "e", "\u1100")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949", "euc-kr", "utf-32"])
def test_encodings(encoding: str) -> None:
    assert read("조약을 비준했다.\r\n끝.".encode(encoding), "a.txt")[0].text == "조약을 비준했다.\n끝."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"first\n\xff\xff\x81", "a.txt:2: neither UTF-8 nor CP949"),
        ("조약\n".encode("utf-16-le") * 20, "UTF-16 without"),
        (b"\xff\xfeA", "byte order mark says utf-16"),
    ],
)
def test_what_cannot_be_decoded_is_named(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [(b"", "a.txt", "no text"), (b"a\x00b\x00", "a.txt", "2 control characters"), (b"a" * 100_001, "a.txt", "100,001")],
)
def test_warnings(data: bytes, name: str, says: str) -> None:
    assert any(says in note for note in read(data, name)[1])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("입력 2024.11.07 09:30\n본문", date(2024, 11, 7)),
        ("본문\n기사입력 2024-11-07 오전 9:30", date(2024, 11, 7)),
        ("송고시간2024-11-07 10:00", date(2024, 11, 7)),
        ("Published: Nov. 7, 2024", date(2024, 11, 7)),
        ("Posted on 7 November 2024", date(2024, 11, 7)),
        ("수정 2024.11.08\n입력 2024.11.07", date(2024, 11, 7)),
        ("수정 2024.11.08", None),
        ("입력 2024.13.07", None),
        ("입력값은 2024.11.07에 바뀐다", None),
        ("정부는 2024년 11월 7일 발표했다.", None),
    ],
)
def test_the_line_that_gives_the_date(text: str, wanted: date | None) -> None:
    assert read(text.encode(), "a.txt")[0].date == wanted


def test_metadata_comes_before_such_a_line() -> None:
    assert read(b"---\ndate: 2024-01-02\n---\nPublished: Nov. 7, 2024\n", "a.txt")[0].date == date(2024, 1, 2)


def test_dashes_without_known_keys_are_text() -> None:
    assert read(b"---\nfoo: bar\n---\ntext", "a.txt")[0].text.startswith("---")


@pytest.mark.parametrize(
    ("text", "wanted"), [("2024년 2월 30일", None), ("2024/2/3", date(2024, 2, 3)), ("March 5, 2024", date(2024, 3, 5))]
)
def test_dates(text: str, wanted: date | None) -> None:
    assert parse(text) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("a.ko.txt", "ko"), ("ko/a.txt", "ko"), ("a_en.md", "en"), ("n_1.eng", "en"), ("a.ko-KR.html", "ko-KR"), ("notes.txt", ""),
     ("/home/me/no.txt", ""), ("x/en/a.html", "en"), ("a.en.seg", "en")],
)  # fmt: skip
def test_language_of_name(name: str, wanted: str) -> None:
    assert language_of_name(name) == wanted


@pytest.mark.parametrize(
    "page", ["<p>a", "<div>" * 10_000 + "x", "<a<b>>c</p></p>", "&#0;&bogus;&lt", "<!-- open", "<script>never closed"]
)
def test_broken_pages_are_read(page: str) -> None:
    read(page.encode(), "a.html")


def test_word() -> None:
    docx = pytest.importorskip("docx")
    word = docx.Document()
    word.add_paragraph("조약을 비준했다.")
    word.add_paragraph("끝이다.")
    out = io.BytesIO()
    word.save(out)
    document, _ = read(out.getvalue(), "a.docx")
    assert document.text == "조약을 비준했다.\n끝이다."
    assert position(document, document.text.index("끝")) == (2, 1)


def test_a_word_file_that_is_none() -> None:
    pytest.importorskip("docx")
    with pytest.raises(InputError, match="Word file"):
        read(b"PK nothing", "a.docx")


def test_a_word_file_with_a_hostile_table() -> None:
    """A cell may say that it spans a million columns; its text is there once."""
    docx = pytest.importorskip("docx")
    word = docx.Document()
    table = word.add_table(1, 2)
    table.rows[0].cells[0].text = "가"
    table.rows[0].cells[0]._tc.grid_span = 1_000_000
    out = io.BytesIO()
    word.save(out)
    assert read(out.getvalue(), "a.docx")[0].text.split() == ["가"]


def test_a_word_file_that_unpacks_to_too_much() -> None:
    pytest.importorskip("docx")
    from zipfile import ZIP_DEFLATED, ZipFile

    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 120_000_000)
    with pytest.raises(InputError, match="unpacks to"):
        read(out.getvalue(), "a.docx")


def test_a_heading_that_is_all_comment() -> None:
    assert read(b"# <!-- a -->\n\ntext\n", "a.md")[0].text == "text"

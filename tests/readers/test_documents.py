"""Documents of other kinds than text, Markdown and HTML: what of them is text, and where it stands in the file."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

import pytest

from align.errors import InputError
from align.readers import decoded, read
from align.readers.unread import KINDS

ASCIIDOC = """= 설치 *안내*
:toc:
:author: 홍길동

// 주석이다
[[_x]]
== 첫 _걸음_

NOTE: 먼저 `tool`을 link:http://x.y[설치한다^].
다음 줄로 이어진다footnote:[각주 글] +
셋째 줄.

.그림 제목
image::a.png[화면 사진, 300]

////
Open the file.
////
* [x] 첫째 항목
** 둘째 항목
. 번호 항목
용어:: 그 뜻이다.

[source,console]
----
$ tool run
----

[cols="1,2"]
|===
|이름 |뜻

2+|가
|나
|===

<<x,여기>>와 https://a.b[저기]를 보라. 2 * 3 * 4, file_name_x, C++
ifdef::env[]
include::more.adoc[]
"""
RESTRUCTURED = """.. _start:

=========
설치 안내
=========

첫 **문단**\\ 이다. :ref:`여기 <x>`\\ 를 보고 `저기 <http://a.b>`_\\ 를 *꼭* 보라 [1]_.
이어진 줄이다::

    $ tool run

.. note:: 주의할 점

   본문이다.

.. code-block:: python
   :linenos:

   x = 1

.. image:: a.png
   :alt: 화면 사진

.. 주석이다
   둘째 줄

- 첫째 항목
- 둘째 항목
  이어진다

+------+------+
| 이름 | 뜻   |
+======+======+
| 가   | 나다 |
+------+------+

.. toctree::
   :maxdepth: 2

   start

.. [1] 각주 글
"""
SUBRIP = """1
00:00:01,000 --> 00:00:04,000
<i>안녕하세요,</i>
오늘은

2
00:00:04,500 --> 00:00:06,000
날씨가 좋네요.

3
00:00:07,000 --> 00:00:09,000
- 정말요?
- 네, {\\an8}그래요.
"""
WEBVTT = """WEBVTT - 제목

NOTE 주석
둘째 줄

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.000 align:start
<v 김철수>안녕 &amp; 반가워요.

00:05.000 --> 00:06.000
끝<00:05.500>입니다
"""
CASES = (
    (
        "a.adoc",
        ASCIIDOC,
        "설치 안내|첫 걸음|먼저 tool을 설치한다. 다음 줄로 이어진다 셋째 줄.|각주 글|그림 제목|화면 사진|첫째 항목|둘째 항목|번호 항목|용어|그 뜻이다."
        "|이름|뜻|가|나|여기와 저기를 보라. 2 * 3 * 4, file_name_x, C++",
    ),
    (
        "a.rst",
        RESTRUCTURED,
        "설치 안내|첫 문단이다. 여기를 보고 저기를 꼭 보라 . 이어진 줄이다:|주의할 점|본문이다.|화면 사진|첫째 항목|둘째 항목 이어진다|이름|뜻|가|나다|각주 글",
    ),
    ("a.srt", SUBRIP, "안녕하세요, 오늘은 날씨가 좋네요.|정말요?|네, 그래요."),
    ("a.vtt", WEBVTT, "안녕 & 반가워요.|끝입니다"),
)  # fmt: skip


def paragraphs(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("name", "file", "wanted"), CASES, ids=[row[0] for row in CASES])
def test_what_is_text(name: str, file: str, wanted: str, ends: str) -> None:
    assert paragraphs(read(file.replace("\n", ends).encode(), name)[0].text) == wanted.split("|")


@pytest.mark.parametrize(("name", "file", "wanted"), CASES, ids=[row[0] for row in CASES])
def test_every_letter_leads_to_its_place(name: str, file: str, wanted: str) -> None:
    document, _ = read(file.encode(), name)
    whole = decoded(file.encode(), name)
    steps = [*document.map, (len(document.text), 0)]
    for (here, there), (behind, _) in pairwise(steps):
        for k in range(here, behind):
            if "가" <= document.text[k] <= "힣":
                assert whole[there + k - here] == document.text[k]


@pytest.mark.parametrize("name", [row[0] for row in CASES])
@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"----\n", b"::\n", b"* \n", b".. \n", b"|===\n|", b"1\n00:00:01,000 --> "]
)
def test_odd_files(name: str, data: bytes) -> None:
    read(data, name)


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


EPUB = {
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/a.opf"/></rootfiles></container>',
    "OPS/a.opf": '<package><metadata xmlns:dc="x"><dc:title>책</dc:title><dc:language>ko</dc:language></metadata><manifest>'
    '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="b" href="b%20c.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/><item id="p" href="p.png" media-type="image/png"/></manifest>'
    '<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="p"/></spine></package>',
    "OPS/nav.xhtml": "<html><body><p>차례</p></body></html>",
    "OPS/text/a.xhtml": "<html><body><h1>첫째 장</h1><p>본문 <b>하나</b>다.</p></body></html>",
    "OPS/b c.xhtml": "<html><body><p>둘째 장이다.</p></body></html>",
}
HWPX = {
    "Contents/section1.xml": '<sec xmlns:hp="h"><hp:p><hp:run><hp:t>끝이다.</hp:t></hp:run></hp:p></sec>',
    "Contents/section0.xml": '<sec xmlns:hp="h"><hp:p><hp:run><hp:t>첫 <hp:tab/>문단</hp:t><hp:t>이다.</hp:t></hp:run>'
    "<hp:run><hp:tbl><hp:tc><hp:subList><hp:p><hp:run><hp:t>칸</hp:t></hp:run></hp:p></hp:subList></hp:tc></hp:tbl></hp:run></hp:p>"
    "<hp:p><hp:run><hp:t></hp:t></hp:run></hp:p></sec>",
}


def test_a_book() -> None:
    document, _ = read(packed(EPUB), "a.epub")
    assert [" ".join(line.split()) for line in document.text.splitlines() if line] == [
        "첫째 장",
        "본문 하나다.",
        "둘째 장이다.",
    ]
    assert (document.title, document.lang) == ("책", "ko")


def test_a_document_of_hangul() -> None:
    assert read(packed(HWPX), "a.hwpx")[0].text.splitlines() == ["첫 문단이다.", "칸", "끝이다."]


DAMAGED = (
    ("a.epub", b"PK nothing"),
    ("a.epub", packed({"x": "y"})),
    ("a.epub", packed(EPUB | {"OPS/a.opf": "<package>"})),
    ("a.epub", packed(EPUB | {"OPS/a.opf": "<package/>"})),
    ("a.hwpx", packed({"x": "y"})),
    ("a.hwpx", packed({"Contents/section0.xml": "<sec>"})),
    (
        "a.hwpx",
        packed({"Contents/section0.xml": '<!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]><s><p><t>&e;</t></p>'}),
    ),
)


@pytest.mark.parametrize(("name", "data"), DAMAGED, ids=[str(k) for k in range(len(DAMAGED))])
def test_a_damaged_file_is_one_line(name: str, data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read(data, name)
    assert "\n" not in str(caught.value)


def test_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.readers.packed.UNPACKED", 1000)
    with pytest.raises(InputError, match="unpacks to"):
        read(packed({"Contents/section0.xml": "x" * 2000}), "a.hwpx")


@pytest.mark.parametrize("extension", sorted(KINDS))
def test_what_is_no_text_is_refused_by_name(extension: str) -> None:
    with pytest.raises(InputError, match=f"[.]{extension}[)] is not read"):
        read(b"%", f"a.{extension}")

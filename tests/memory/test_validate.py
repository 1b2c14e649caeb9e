"""What is said of TMX files: quiet where they are fine."""

from __future__ import annotations

import io

import pytest

from align.memory.validate import problems
from tests.conftest import ROOT

HEADER = '<header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en" srclang="ko" datatype="plaintext"/>'
FOLDER = ROOT.parent / "shared" / "data" / "tmx"


def tu(source: str = "가", target: str = "a", more: str = "", langs: tuple[str, str] = ("ko", "en")) -> str:
    return f'<tu>{more}<tuv xml:lang="{langs[0]}"><seg>{source}</seg></tuv><tuv xml:lang="{langs[1]}"><seg>{target}</seg></tuv></tu>'


def told(body: str, header: str = HEADER, root: str = '<tmx version="1.4">') -> list[tuple[str, str]]:
    text = f"{root}{header}<body>\n{body}\n</body></tmx>"
    return [(problem.severity, problem.what) for problem in problems(io.BytesIO(text.encode()), "a.tmx")]


@pytest.mark.parametrize(
    "body",
    [
        "",
        tu(),
        tu(more='<note>n</note><prop type="x">p</prop>'),
        tu("가", 'a<ph x="1"/>b<bpt i="1">&lt;b></bpt><hi>c<it pos="begin">d<sub>e</sub></it></hi><ept i="1"/>'),
        tu(langs=("KO-kr", "EN-us")),
        tu("<ph/>", "<ph/>"),
        tu("가", "a") + tu("나", "b"),
    ],
)
def test_quiet(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<tu/>", [("error", "<tu> without <tuv>")]),
        ("<tu><tuv xml:lang='ko'/><tuv xml:lang='en'><seg>a</seg></tuv></tu>", [("error", "<tuv> without <seg>")]),
        (tu("가", "a").replace(' xml:lang="en"', ""), [("error", "<tuv> without xml:lang")]),
        (tu(more='<prop type="x">p</prop><tuv xml:lang="de"><seg>d</seg></tuv><note>n</note>'), [("error", "<note> after <tuv>")]),
        (tu(more="<prop>p</prop>"), [("error", "<prop> without type")]),
        (tu("가", "<b>a</b>"), [("error", "<b> in <seg>")]),
        (tu("가", "<bpt>a</bpt>"), [("error", "<bpt> without i")]),
        (tu("가", '<it pos="middle">a</it>'), [("error", "pos is 'middle', not one of begin, end")]),
        (tu("가", "a</seg><seg>b"), [("error", "a second <seg> in <tuv>")]),
        ("text" + tu(), [("error", "text in <body>")]),
        (tu().replace("<tu>", '<tu creationdate="2024-11-07">'),
         [("warning", "creationdate is '2024-11-07', not YYYYMMDDThhmmssZ")]),
        (tu("", "a"), [("warning", "an empty segment")]),
        (tu("가", "a\x80b"), [("warning", "a control character in <seg>")]),
        (tu("가", "a&#x2;b"), [("error", "not well-formed XML: reference to invalid character number")]),
        (tu(langs=("k o", "en")), [("warning", "xml:lang is 'k o', no BCP 47 tag"), ("warning", "a unit without the source language ko")]),
        (tu(langs=("de", "en")), [("warning", "a unit without the source language ko")]),
        ("<tu><tuv xml:lang='ko'><seg>가</seg></tuv></tu>", [("warning", "a unit in one language only")]),
        (tu() + tu(), [("info", "the same unit as on line 2")]),
        (tu("가", "a") + tu("가", "b"), [("info", "another translation of what is on line 2")]),
        (tu() + "<tu>", [("error", "not well-formed XML: mismatched tag")]),
    ],
)  # fmt: skip
def test_problems(body: str, wanted: list[tuple[str, str]]) -> None:
    assert told(body) == wanted


@pytest.mark.parametrize(
    ("header", "root", "wanted"),
    [
        (HEADER, '<tmx version="1.4b">', "version is '1.4b', not '1.4'"),
        (HEADER, "<tmx>", "<tmx> without version"),
        (HEADER.replace(' o-tmf="a"', ""), '<tmx version="1.4">', "<header> without o-tmf"),
        ("", '<tmx version="1.4">', "<tmx> without <header>"),
        (HEADER + HEADER, '<tmx version="1.4">', "a second <header> in <tmx>"),
        (
            HEADER,
            '<!DOCTYPE tmx [<!ENTITY a "x">]><tmx version="1.4">',
            "declares entities, which are not read, for safety",
        ),
    ],
)
def test_heads(header: str, root: str, wanted: str) -> None:
    assert ("error", wanted) in told(tu(), header, root)


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the third-party files are not here")
def test_the_verdict_is_that_of_the_dtd() -> None:
    from lxml import etree

    dtd = etree.DTD(str(FOLDER / "dtd" / "tmx14.dtd"))
    for path in sorted(FOLDER.glob("*/*.tmx")):
        with path.open("rb") as stream:
            valid = not any(problem.severity == "error" for problem in problems(stream, path.name))
        assert valid == dtd.validate(etree.parse(str(path))), path.name

"""Every format: written and read back the same; the same bytes twice; hostile text stays text."""

from __future__ import annotations

import io
import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from align.errors import FormatError
from align.formats import FORMATS, beads, of_file, tmx
from align.formats import written as written_formats
from align.formats.options import Options
from align.model import Alignment, Bead, Document
from tests.conftest import ROOT, document

HOSTILE = [
    '조약을 <script>alert(1)</script> 비준했다 & "끝" ]]> ',
    "",
    "tab\there",
    "emoji 🦊 한글",
    "'quoted' \u2028 line",
]
LINE = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12)


def alignment() -> Alignment:
    source, target = document(HOSTILE, "ko", "가&<나>.txt"), document(["One", "", "two <b>", "three", "four"], "en")
    beads = (
        Bead((), (1,), 0.5), Bead((0,), (0,), 0.91234), Bead((1,), (), 1.0), Bead((2, 3), (3, 4), 0.4, False), Bead((4,), (2,), 0.7, True),
    )  # fmt: skip
    return Alignment(source, target, beads, "align-toolkit; <test>")


def written(name: str, *alignments: Alignment, options: Options = Options()) -> bytes:  # noqa: B008 - frozen
    out = io.BytesIO()
    FORMATS[name].write(alignments, out, options)
    return out.getvalue()


@pytest.mark.parametrize("name", written_formats())
def test_same_bytes_twice_and_valid_utf8(name: str) -> None:
    first = written(name, alignment(), alignment())
    assert first == written(name, alignment(), alignment())
    assert first.decode("utf-8")


@pytest.mark.parametrize("name", written_formats())
def test_no_alignment_and_empty_documents(name: str) -> None:
    empty = Alignment(document([]), document([]), (), "")
    for data in (written(name), written(name, empty)) if name != "json" else (written(name, empty),):
        if name in ("tmx", "xlf", "xlf2"):
            etree.fromstring(data)
        data.decode("utf-8")


@given(st.lists(LINE, max_size=5), st.lists(LINE, max_size=5), st.floats(0, 1))
def test_json_gives_back_the_alignment(left: list[str], right: list[str], confidence: float) -> None:
    both = min(len(left), len(right))
    beads = [Bead((i,), (i,), round(confidence, 4), bool(i % 2)) for i in range(both)]
    beads += [Bead((i,), ()) for i in range(both, len(left))] + [Bead((), (j,)) for j in range(both, len(right))]
    source = Document(
        "a", "ko", "\n".join(left), document(left).segments, date(2024, 11, 5), "제목", "00", ((0, 3), (2, 9)), (0, 4)
    )
    found = Alignment(source, document(right), tuple(beads), "signature")
    assert FORMATS["json"].read(written("json", found), "a.json") == [found]


@given(
    st.lists(st.tuples(st.lists(st.integers(0, 99), max_size=3), st.lists(st.integers(0, 99), max_size=3)), max_size=6)
)
def test_beads_give_back_the_beads(pairs: list[tuple[list[int], list[int]]]) -> None:
    every = tuple(Bead(tuple(a), tuple(b)) for a, b in pairs)
    data = written("beads", Alignment(document([]), document([]), every))
    assert list(beads.parse(data, "a")) == [(b.source, b.target) for b in every]


@given(st.lists(st.tuples(LINE, LINE), min_size=1, max_size=5))
def test_tmx_gives_back_the_texts(lines: list[tuple[str, str]]) -> None:
    found = Alignment(
        document([a for a, _ in lines], "ko"),
        document([b for _, b in lines], "en"),
        tuple(Bead((i,), (i,)) for i in range(len(lines))),
    )
    units = list(tmx.read(io.BytesIO(written("tmx", found)), "a.tmx"))
    wanted = [(" ".join(a.split()), " ".join(b.split())) for a, b in lines]
    assert [tuple(text for _, text in u.texts) for u in units] == [(a, b) for a, b in wanted if a and b]
    assert all([lang for lang, _ in u.texts] == ["ko", "en"] for u in units)


def test_tmx_is_as_its_dtd_asks() -> None:
    data = written("tmx", alignment(), alignment(), options=Options("ko-KR", "en-US", "20241105T010203Z"))
    root = etree.fromstring(data)
    assert root.get("version") == "1.4"
    header = root[0]
    for name in ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"):
        assert header.get(name)
    for unit in root[1]:
        tags = [child.tag for child in unit]
        assert tags == sorted(tags, key=("note", "prop", "tuv").index)
        assert unit.get("creationdate") == "20241105T010203Z"
        assert [tuv.get(tmx.LANG) for tuv in unit.iter("tuv")] == ["ko-KR", "en-US"]
    dtd = Path(os.environ.get("ALIGN_TMX_DTD", ROOT.parent / "shared" / "data" / "tmx" / "dtd" / "tmx14.dtd"))
    if dtd.exists():
        judge = etree.DTD(str(dtd))
        assert judge.validate(root), judge.error_log


def test_nulls_and_blank_lines_are_no_units() -> None:
    units = list(tmx.read(io.BytesIO(written("tmx", alignment())), "a.tmx"))
    assert len(units) == 3
    assert units[0].texts[0][1] == '조약을 <script>alert(1)</script> 비준했다 & "끝" ]]>'
    assert dict(units[0].props)["x-confidence"] == "0.9123"
    assert dict(units[2].props)["x-bead"].endswith("1:1 moved")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_foreign_tmx_is_read(encoding: str) -> None:
    text = (
        f'<?xml version="1.0" encoding="{encoding.replace("-sig", "")}"?><!DOCTYPE tmx SYSTEM "tmx11.dtd"><tmx version="1.1"><header/><body>'
        '<tu><note>n</note><tuv lang="EN-us"><seg>A <bpt i="1">&lt;b></bpt>bold<ept i="1">&lt;/b></ept> <hi>word</hi></seg></tuv>'
        '<tuv lang="ko"><seg>굵은 말</seg></tuv></tu></body></tmx>'
    )
    (unit,) = tmx.read(io.BytesIO(text.encode(encoding)), "a.tmx")
    assert unit.texts == (("en-US", "A bold word"), ("ko", "굵은 말"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            '<!DOCTYPE tmx [<!ENTITY a "x">]><tmx version="1.4"><body><tu><tuv xml:lang="ko"><seg>&a;</seg></tuv></tu></body></tmx>',
            "entit",
        ),
        (
            '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx><body><tu><tuv><seg>&a;</seg></tuv></tu></body></tmx>',
            "entit",
        ),
        ("<tmx><body><tu><tuv><seg>a</seg></tuv></tu>\n<tu>", "a.tmx:2"),
        ("<html/>", "not TMX"),
        ("", "a.tmx:1"),
    ],
)
def test_hostile_tmx_is_refused_by_name(text: str, says: str) -> None:
    with pytest.raises(FormatError, match=says):
        list(tmx.read(io.BytesIO(text.encode()), "a.tmx"))


def test_foreign_files_all_are_read() -> None:
    folder = ROOT.parent / "shared" / "data" / "tmx"
    files = sorted(folder.glob("*/*.tmx"))
    if not files:
        pytest.skip("no foreign files here")
    units = 0
    for file in files:
        with file.open("rb") as stream:
            units += sum(1 for _ in tmx.read(stream, file.name))
    assert units > 200


@pytest.mark.parametrize("name", ["xlf", "xlf2"])
def test_xliff_has_a_unit_for_each_source(name: str) -> None:
    root = etree.fromstring(written(name, alignment()))
    sources = [element.text for element in root.iter("{*}source")]
    assert sources[0].startswith("조약을 <script>")
    assert len(sources) == 3  # the blank line is no unit


def test_html_keeps_hostile_text_text() -> None:
    page = written("html", alignment()).decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert page.count("<script>") == 1
    assert "http" not in page.replace("http-equiv", "")


def test_tsv_has_a_row_a_bead() -> None:
    lines = written("tsv", alignment()).decode().split("\n")
    assert len(lines) == 1 + 5 + 1
    assert all(line.count("\t") == 5 for line in lines[:-1])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"{", "a.json:1"),
        (b"[1]", "not an alignment file"),
        (b'{"schema": "align/9"}', "align/9"),
        (b'{"schema": "align/1"}', "damaged"),
        ("\ud55c".encode("utf-16"), "UTF-8"),
    ],
)
def test_other_json_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(FormatError, match=says):
        FORMATS["json"].read(data, "a.json")


def test_a_segment_in_two_beads_is_refused() -> None:
    value = json.loads(written("json", alignment()))
    value["beads"].append(value["beads"][0])
    with pytest.raises(FormatError, match="exactly one bead"):
        FORMATS["json"].read(json.dumps(value).encode(), "a.json")


def test_a_line_that_is_no_bead_is_named() -> None:
    with pytest.raises(FormatError, match=r"a\.gold:2"):
        list(beads.parse(b"[0]:[0]\n[1]-[1]\n", "a.gold"))


@pytest.mark.parametrize(
    ("name", "wanted"), [("a.tmx", "tmx"), ("a.XLIFF", "xlf"), ("a.htm", "html"), ("a.doc", None), ("tmx", None)]
)
def test_formats_by_extension(name: str, wanted: str | None) -> None:
    assert of_file(name) == wanted

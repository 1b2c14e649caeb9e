"""Broken memories: one bad character costs the unit that it is in, and no other; the line that tells it comes last."""

from __future__ import annotations

import io

import pytest

from align.errors import FormatError
from align.formats import tmx, xlf, xml_stream
from align.formats.xml_text import Repaired
from align.model import Unit

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header srclang="ko"/><body>\n'
TAIL = "</body></tmx>"


def tu(target: str, source: str = "가") -> str:
    return f'<tu><tuv xml:lang="ko"><seg>{source}</seg></tuv><tuv xml:lang="en"><seg>{target}</seg></tuv></tu>\n'


def read(data: bytes) -> tuple[list[str], str]:
    """The targets, and what is said at the end."""
    found: list[Unit] = []
    try:
        found.extend([])
        for unit in tmx.units(io.BytesIO(data), "a.tmx"):
            found.append(unit)
    except FormatError as error:
        return [unit.target for unit in found], str(error)
    return [unit.target for unit in found], ""


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("The&nbsp;meeting", "The\u00a0meeting"), ("odd &mdash; very", "odd — very"), ("&hellip;&eacute;", "…é"), ("a &amp; b &lt;", "a & b <"),
        ("He & she, 3 < 5", "He & she, 3 < 5"), ("AT&T; and R&D", "AT&T; and R&D"), ("lau&#0;ghed", "laughed"), ("a&#x1F;b", "ab"), ("a\x1fb", "ab"),
        ("a\x0bb", "a b"), ("a&#xB;b", "a b"), ("&#xD83D;&#xDCD6;.", "📖."), ("&#55357;&#56534;.", "📖."), ("a&#65;b", "aAb"), ("a\ufffeb", "ab"),
        ("<![CDATA[a & b < c &nbsp;]]>", "a & b < c &nbsp;"), ("x<!-- a & b < -->y", "xy"), ("a &&& b", "a &&& b"), ("&", "&"), ("< 5", "< 5"),
    ],
)  # fmt: skip
def test_repaired(written: str, wanted: str) -> None:
    if "AT&T;" in written:  # what looks like an entity that nothing declares is none that can be guessed
        assert read((HEAD + tu(written) + tu("b") + TAIL).encode())[0] == ["b"]
        return
    assert read((HEAD + tu(written) + tu("b") + TAIL).encode()) == ([wanted, "b"], "")


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (tu("&product;"), "an entity that nothing declares, product"), (tu("&#xD83D;"), "half a character"), (tu("a</b>"), "mismatched tag"),
        (tu("<b"), "not well-formed"), ("<tu><tuv xml:lang='ko'><seg>a</tuv></tu>\n", "mismatched tag"), ('<tu a="1" a="2"></tu>\n', "duplicate attribute"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("many", [1, 300])
def test_left_out(broken: str, says: str, many: int) -> None:
    good = [f"t{k}" for k in range(many)]
    found, told = read((HEAD + "".join(map(tu, good)) + broken + "".join(map(tu, good)) + TAIL).encode())
    assert found == good * 2
    assert told.startswith(f"a.tmx:{4 + many}: ")
    assert says in told
    assert "that unit is left out" in told


def test_many_are_counted_and_the_first_is_told() -> None:
    found, told = read((HEAD + (tu("a") + tu("&x;") + tu("b</c>")) * 500 + TAIL).encode())
    assert found == ["a"] * 500
    assert "and 999 more" in told
    assert told.startswith("a.tmx:5: ")


def test_a_wrong_byte() -> None:
    data = (HEAD + tu("a" * 50, "회의는 열렸다" * 20) + tu("b") + TAIL).encode()
    cut = data.replace("렸".encode(), "렸".encode()[:2], 1)
    assert read(cut)[0] == ["b"]


@pytest.mark.parametrize("start", ["\n\n", "  ", "\ufeff", "\ufeff\n"])
def test_what_stands_before_the_declaration(start: str) -> None:
    assert read((start + HEAD + tu("a") + TAIL).encode()) == (["a"], "")


@pytest.mark.parametrize("declared", ["EUC-KR", "UTF-16", "utf-8", "iso-8859-1", "ks_c_5601-1987"])
@pytest.mark.parametrize("written", ["utf-8", "cp949"])
def test_the_declared_encoding_may_be_wrong(declared: str, written: str) -> None:
    head = HEAD.replace("UTF-8", declared)
    data = (head + tu("a", "회의는 서울에서 열렸다.") + TAIL).encode(written)
    (unit,) = tmx.units(io.BytesIO(data), "a.tmx")
    assert unit.source == "회의는 서울에서 열렸다."


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_blocks_of_any_size(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD.split("\n", 1)[1] + tu("a & b &nbsp;&#xD83D;&#xDCD6;<![CDATA[ & ]]><!-- & -->") + TAIL
    whole = Repaired().feed(text, last=True)
    some = Repaired()
    pieces = [some.feed(text[k : k + size]) for k in range(0, len(text), size)]
    assert "".join(pieces) + some.feed("", last=True) == whole
    monkeypatch.setattr(xml_stream, "CHUNK", size)


@pytest.mark.parametrize("text", ["<tu " + "a" * 3_000_000, "<tu a='" + "b" * 3_000_000 + "'/>"])
def test_a_tag_without_end_is_refused(text: str) -> None:
    with pytest.raises(FormatError, match="a tag of more than"):
        list(tmx.units(io.BytesIO((HEAD + text + TAIL).encode()), "a.tmx"))


XLF = '<?xml version="1.0"?>\n<xliff version="1.2"><file original="a" source-language="ko" target-language="en"><body>{}</body></file></xliff>'


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ('<trans-unit id="1"><source>가</source><target state="new">가</target></trans-unit>', [("가", "")]),
        (
            '<trans-unit id="1"><source>가</source><target state="needs-translation">b</target></trans-unit>',
            [("가", "")],
        ),
        ('<trans-unit id="1"><source>가</source><target state="translated">b</target></trans-unit>', [("가", "b")]),
        ('<trans-unit id="1"><source>가</source><target state="final">b</target></trans-unit>', [("가", "b")]),
        ('<trans-unit id="1" translate="no"><source>가</source></trans-unit>', []),
        (
            "<trans-unit id='1'><source>5&nbsp;000</source><target>5 &mdash; a</target></trans-unit>",
            [("5 000", "5 — a")],
        ),
        (
            '<trans-unit id="1"><source>가. 나.</source><seg-source><g id="5"><mrk mtype="seg" mid="1">가.</mrk> <mrk mtype="seg" mid="2">나.</mrk></g></seg-source>'
            '<target><mrk mtype="seg" mid="2">b.</mrk> <mrk mtype="seg" mid="1"/></target></trans-unit>',
            [("가.", ""), ("나.", "b.")],
        ),
    ],
)
def test_units_of_xliff(body: str, wanted: list[tuple[str, str]]) -> None:
    (found,) = xlf.read(XLF.format(body).encode(), "a.xlf")
    assert found.texts() == wanted


def test_an_entity_of_xliff_that_nothing_declares() -> None:
    with pytest.raises(FormatError, match=r"^a.xlf:2: an entity that nothing declares, product"):
        xlf.read(XLF.format("<trans-unit id='1'><source>&product;</source></trans-unit>").encode(), "a.xlf")


def test_all_pairs_of_a_memory() -> None:
    other = tu("Guten Tag.").replace('"en"', '"de"')
    found = list(tmx.units(io.BytesIO((HEAD + tu("a") + other * 3 + TAIL).encode()), "a.tmx"))
    assert [unit.target_lang for unit in found] == ["en", "de", "de", "de"]
    only = list(tmx.units(io.BytesIO((HEAD + tu("a") + other * 3 + TAIL).encode()), "a.tmx", "ko", "de"))
    assert len(only) == 3

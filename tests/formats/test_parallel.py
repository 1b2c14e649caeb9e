"""Reading XLIFF and translation memories back as alignments."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import FormatError
from align.formats import FORMATS, tmx, xlf, xlf2
from align.formats.options import Options
from align.formats.text import ILLEGAL, side
from align.model import Alignment, Bead
from align.readers.positions import position
from tests.conftest import document

PAIR = Alignment(
    document(["가 나.", "다.", "라."], "ko", "a.ko.txt"),
    document(["A B.", "C & <D>.", "E."], "en", "a.en.txt"),
    (Bead((0,), (0, 1), 0.75), Bead((1,), ()), Bead((2,), (2,), 0.5)),
)


def written(format: str, *alignments: Alignment) -> bytes:
    out = io.BytesIO()
    FORMATS[format].write(alignments, out, Options())
    return out.getvalue()


def said(alignment: Alignment) -> list[tuple[str, str, float]]:
    return [(side(alignment.source, b.source), side(alignment.target, b.target), b.confidence) for b in alignment.beads]


@pytest.mark.parametrize("format", ["xlf", "xlf2"])
def test_xliff_as_it_was_written(format: str) -> None:
    found = FORMATS[format].read(written(format, PAIR, PAIR), "a.xlf")
    assert len(found) == 2
    for alignment in found:
        assert (alignment.source.lang, alignment.target.lang, alignment.source.name) == ("ko", "en", "a.ko.txt")
        assert said(alignment) == [("가 나.", "A B. C & <D>.", 0.75), ("다.", "", 1.0), ("라.", "E.", 0.5)]


def test_a_memory_as_it_was_written() -> None:
    (found,) = tmx.alignments(written("tmx", PAIR), "a.tmx")
    assert said(found) == [("가 나.", "A B. C & <D>.", 0.75), ("라.", "E.", 0.5)]
    (turned,) = tmx.alignments(written("tmx", PAIR), "a.tmx", "en", "ko")
    assert said(turned)[1] == ("E.", "라.", 0.5)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_lines_and_columns_are_those_of_the_file(encoding: str) -> None:
    file = written("tmx", PAIR).decode()
    data = file.replace("UTF-8", encoding.upper()).encode(encoding)
    (found,) = tmx.alignments(data, "a.tmx")
    lines = file.split("\n")
    for text, there in (
        ("A B.", "A B."),
        ("C & <D>.", "C &amp; &lt;D&gt;."),
        ("D>.", "D&gt;."),
        (">.", "&gt;."),
        (".\nE.", "."),
        ("E.", "E."),
    ):
        line, column = position(found.target, found.target.text.index(text))
        assert lines[line - 1][column - 1 :].startswith(there)


def test_a_unit_with_codes_has_its_line() -> None:
    found, *others = tmx.alignments(TMX.encode(), "a.tmx")
    langs = [each.target.lang for each in (found, *others)]
    assert langs == ["fr", "ko-KR", "en-GB"]  # the units that have no French are left out of nothing
    assert position(found.source, 0) == (2, 1)
    assert position(found.target, 0) == (2, TMX.split("\n")[1].index("Un.") + 1)


TMX = """<tmx version="1.4"><header srclang="*all*"/><body>
<tu><tuv xml:lang="en-US"><seg>One <bpt i="1">&lt;b></bpt>two<ept i="1">&lt;/b></ept>.</seg></tuv><tuv xml:lang="FR"><seg>Un.</seg></tuv></tu>
<tu><tuv xml:lang="en-US"><seg>Three.</seg></tuv><tuv xml:lang="ko-KR"><seg>셋.</seg></tuv><tuv xml:lang="en-GB"><seg>Tree.</seg></tuv></tu>
</body></tmx>"""


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("", "", [("One two.", "Un.", 1.0)]),
        ("ko", "en", [("셋.", "Three.", 1.0)]),
        ("ko", "en-GB", [("셋.", "Tree.", 1.0)]),
        ("en", "ko", [("Three.", "셋.", 1.0)]),
        ("ko", "", [("셋.", "Three.", 1.0)]),
        ("", "ko_KR", [("Three.", "셋.", 1.0)]),
    ],
)
def test_languages_of_a_memory(source: str, target: str, wanted: list[tuple[str, str, float]]) -> None:
    assert said(tmx.alignments(TMX.encode(), "a.tmx", source, target)[0]) == wanted


def test_a_memory_without_the_pair() -> None:
    with pytest.raises(
        FormatError, match=r"^a.tmx: no unit in de and ko \(it has: en-US, fr, ko-KR, en-GB; --source-lang"
    ):
        tmx.alignments(TMX.encode(), "a.tmx", "de", "ko")


def test_a_memory_of_several_articles() -> None:
    other = Alignment(document(["마."], "ko", "b.ko.txt"), document(["F."], "en", "b.en.txt"), (Bead((0,), (0,)),))
    found = tmx.alignments(written("tmx", PAIR, other), "a.tmx")
    assert [alignment.source.name for alignment in found] == ["a.ko.txt", "b.ko.txt"]


def test_xliff_of_others() -> None:
    data = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" source-language="ko" target-language="en"><body>
<group><trans-unit id="1"><source>하나 <g id="1">둘</g><x id="2"/>.</source><seg-source>no</seg-source><target>One <mrk mtype="seg">two</mrk><ph id="3">{0}<sub>!</sub></ph>.</target><alt-trans><target>Uno.</target></alt-trans></trans-unit></group>
<trans-unit id="2"><source>셋.</source></trans-unit><trans-unit id="3"><source> </source><target/></trans-unit></body></file></xliff>"""
    assert said(xlf.read(data.encode(), "x.xlf")[0]) == [("하나 둘.", "One two.", 1.0), ("셋.", "", 1.0)]
    data = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="ko" trgLang="en"><file id="f"><unit id="u">
<originalData><data id="d">&lt;b></data></originalData>
<segment><source>하나 <pc id="1">둘</pc>.</source><target>One <mrk id="m">two</mrk><ph id="2"/>.</target></segment>
<ignorable><source> </source></ignorable><segment><source>셋<cp hex="0002"/>.</source></segment></unit></file></xliff>"""
    assert said(xlf2.read(data.encode(), "x.xlf")[0]) == [("하나 둘.", "One two.", 1.0), ("셋 .", "", 1.0)]


@pytest.mark.parametrize("read", [xlf.read, tmx.alignments])
@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("", "an empty file"),
        ("<html/>", "its root is html"),
        ("<xliff version='1.2'>\n<file>", "x.xlf"),
        ('<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<xliff version="1.2">&a;</xliff>', "x.xlf"),
        ('<!DOCTYPE tmx [<!ENTITY a "aaaa">]>\n<tmx version="1.4">&a;</tmx>', "x.xlf"),
    ],
)
def test_what_is_none(read: object, data: str, says: str) -> None:
    with pytest.raises(FormatError) as error:
        read(data.encode(), "x.xlf")  # type: ignore[operator]
    assert says in str(error.value)


def test_entities_are_refused() -> None:
    data = '<!DOCTYPE xliff [<!ENTITY a "b">]>\n<xliff version="1.2"><file><body><trans-unit><source>&a;</source></trans-unit></body></file></xliff>'
    with pytest.raises(FormatError, match="declares entities"):
        xlf.read(data.encode(), "x.xlf")


PLAIN = st.text(max_size=12).map(lambda t: " ".join(ILLEGAL.sub("", t.encode("utf-8", "replace").decode()).split()))


@given(st.lists(st.tuples(PLAIN.filter(bool), PLAIN), min_size=1, max_size=5), st.sampled_from(["xlf", "xlf2"]))
def test_round_trip(rows: list[tuple[str, str]], format: str) -> None:
    source, target = [a for a, _ in rows], [b for _, b in rows if b]
    beads, j = [], 0
    for i, (_, text) in enumerate(rows):
        beads.append(Bead((i,), (j,) if text else (), 1.0))
        j += bool(text)
    alignment = Alignment(document(source, "ko"), document(target, "en"), tuple(beads))
    assert [row[:2] for row in said(FORMATS[format].read(written(format, alignment), "x.xlf")[0])] == rows

"""What units say of themselves: through the store and back, by TMX, JSONL and XLIFF of several tools."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from align.about import NOTHING, About, Code, Flow, Note, Told, from_dict, to_dict
from align.formats import tmx, xlf
from align.formats.options import Options
from align.memory import importing
from align.memory.selection import Selection
from align.memory.store import Store
from align.model import Unit
from tests.formats.test_memories import DTD

SEG = 'A <bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>b<ept i="1">&lt;/b&gt;</ept><ph x="2"><sub>Foot.</sub></ph><hi type="x">c</hi><it pos="end" x="3">]</it>'
UNIT = (
    '<tu tuid="t1" creationdate="20200101T000000Z" creationid="U1" changedate="20210101T000000Z" changeid="U2" '
    'usagecount="3" lastusagedate="20210102T000000Z"><prop type="x-Origin">TM</prop><prop xml:lang="en" type="x-b">v</prop>'
    f'<note xml:lang="ko">확인</note><tuv xml:lang="KO" creationid="a"><prop type="p">q</prop><seg>{SEG}</seg></tuv>'
    '<tuv xml:lang="EN" changeid="b"><note>n</note><seg>B <it pos="end" x="3">]</it></seg></tuv></tu>'
)
HEAD = (
    '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="KO" '
    'datatype="plaintext" o-encoding="UTF-8"><note>h</note><prop type="hp">hv</prop>'
    '<ude name="u" base="x"><map unicode="#xF8FF" ent="Apple"/></ude></header>'
)
FILE = f'<tmx version="1.4">{HEAD}<body>{UNIT}</body></tmx>'.encode()


def through(path: Path, units: list[Unit]) -> list[Unit]:
    with Store.open(str(path), writing=True) as store:
        importing.add(store, units, "x")
        store.checked()
        return list(Selection(duplicates=True, without=()).units(store))


def test_tmx_through_the_store_and_back(tmp_path: Path) -> None:
    (unit,) = tmx.units(io.BytesIO(FILE), "a.tmx", codes=True)
    assert (unit.source, unit.target, unit.source_lang, unit.target_lang) == ("A bc", "B ", "ko", "en")
    (kept,) = through(tmp_path / "a.tm", [unit])
    out = io.BytesIO()
    tmx.write_units([kept], out, Options(codes=True))
    root = etree.fromstring(out.getvalue())
    if DTD.exists():
        dtd = etree.DTD(str(DTD))
        assert dtd.validate(root), dtd.error_log
    seg = root.find(".//seg")
    wanted = etree.fromstring(f"<seg>{SEG}</seg>")
    assert etree.tostring(seg, method="c14n") == etree.tostring(wanted, method="c14n")
    written = root.find(".//tu")
    for name, value in etree.fromstring(UNIT).attrib.items():
        assert written.get(name) == value
    assert [note.text for note in root.iter("note")] == ["확인", "n"]
    assert {(prop.get("type"), prop.text) for prop in root.iter("prop")} >= {
        ("x-Origin", "TM"),
        ("x-b", "v"),
        ("p", "q"),
    }
    (again,) = tmx.units(io.BytesIO(out.getvalue()), "a.tmx", codes=True)
    assert set(again.about.unit.props) == set(unit.about.unit.props)
    assert again.about.source == unit.about.source
    assert again.about.target == unit.about.target


def test_units_that_say_nothing_have_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.tm"
    assert through(path, [Unit("가", "a", "ko", "en")])[0].about is NOTHING
    with Store.open(str(path)) as store:
        assert store.connection.execute("SELECT count(*) FROM told").fetchone() == (0,)


def test_json_of_everything() -> None:
    code = Code(3, "alone", "1", "<x>", "t", "tmx ph", (("x", "1"),), (Flow(1, "f", "t"),))
    about = About(
        Told((("tuid", "1"),), (Note("", "n"),), (Note("p", "v", "ko"),), (code, Code(4, "open"))), state="draft",
        variants=(Told(notes=(Note("a", "b"),)),),
    )  # fmt: skip
    assert from_dict(to_dict(about)) == about
    assert to_dict(NOTHING) == {}


XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:m="http://www.memsource.com/mxlf/2.0" xmlns:mq="MQXliff">
<file original="a" source-language="ko" target-language="en"><body>{}</body></file></xliff>"""
ONE = "<trans-unit id='1'{}><source>가.</source><target{}>A.</target></trans-unit>"


@pytest.mark.parametrize(
    ("unit", "target", "state", "sure"),
    [
        ("", "", "", 1.0), ("", ' state="translated"', "translated", 1.0), (' approved="yes"', "", "reviewed", 1.0),
        (' approved="yes"', ' state="final"', "final", 1.0), ("", ' state="needs-review-translation"', "draft", 0.5),
        ("", ' state="x-own"', "draft", 0.5), ("", ' state="new"', None, 0), ("", ' state="needs-translation"', None, 0),
        (' m:confirmed="1" m:level="1"', "", "translated", 1.0), (' m:confirmed="0"', "", "draft", 0.5),
        (' mq:status="NotStarted"', "", None, 0), (' mq:status="ManuallyConfirmed"', "", "translated", 1.0),
        (' mq:status="Rejected"', "", "rejected", 0.1), (' translate="no"', "", None, 0),
    ],
)  # fmt: skip
def test_states_of_xliff(unit: str, target: str, state: str | None, sure: float) -> None:
    left = Counter[str]()
    data = XLIFF.format(f"<group>{ONE.format(unit, target)}</group>").encode()
    found = [(each.about.state, each.confidence) for each in xlf.read_units(io.BytesIO(data), "a.xlf", left=left)]
    assert found == ([] if state is None else [(state, sure)])
    assert sum(left.values()) == (state is None)


def test_not_to_be_translated_is_inherited() -> None:
    units = ONE.format("", "") + ONE.format(" translate='yes'", "")
    data = XLIFF.format(f"<group translate='no'>{units}</group>")
    assert len(list(xlf.read_units(io.BytesIO(data.encode()), "a.xlf"))) == 1

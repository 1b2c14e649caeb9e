"""Memories: what is written is read back, by us and by others; hostile and broken files are named."""

from __future__ import annotations

import gzip
import io
import itertools
import json
import os
import resource
import string
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.about import NOTHING
from align.errors import AlignError, FormatError, InputError
from align.formats import delivered, jsonl, of_memory, tmx, tmx_reader
from align.formats.options import Options
from align.memory.export import export
from align.model import Unit
from tests.conftest import ROOT

DTD = Path(os.environ.get("ALIGN_TMX_DTD", ROOT.parent / "shared" / "data" / "tmx" / "dtd" / "tmx14.dtd"))
ONE = Unit(
    "하원이 조약을 비준했다.", "The lower house <ratified> the “treaty” & more.", "ko", "en", "d1", "3 1:2 moved", 0.9812,
    "20241107T010203Z", "align-toolkit 0.1.0; lexicon x", "2024-11-07", (("desk", "외신"), ("url", "a?b&c")),
    (("date-conflict", "error", "지난달 30일 is Oct. 30"),), ("near-duplicate",),
)  # fmt: skip
UNITS = [ONE, Unit("가", "a", "ko", "en", "d1"), Unit("나 다", "b c", "ko", "en", "d2", "0 1:1", 0.5)]

plain = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=20,
)
texts = plain.map(lambda t: " ".join(t.split())).filter(bool)
made = st.builds(
    Unit, texts, texts, st.just("ko"), st.just("en"), texts, texts, st.integers(0, 10_000).map(lambda n: n / 10_000),
    st.sampled_from(["", "20241107T010203Z"]), st.one_of(st.just(""), texts), st.sampled_from(["", "2024-11-07"]),
    st.dictionaries(st.text(string.ascii_lowercase, min_size=1, max_size=5), texts, max_size=2).map(lambda d: tuple(d.items())),
    st.lists(st.tuples(st.just("omission"), st.just("warning"), texts), max_size=2).map(tuple),
    st.lists(st.sampled_from(["length", "language"]), max_size=2, unique=True).map(tuple),
    st.dictionaries(st.sampled_from(["ja", "zh-Hant", "fr-CA"]), texts, max_size=3).map(lambda d: tuple(d.items())),
    st.just(NOTHING),
)  # fmt: skip


def written(name: str, units: list[Unit], options: Options = Options()) -> bytes:  # noqa: B008
    out = io.BytesIO()
    {"tmx": tmx, "jsonl": jsonl}[name].write_units(units, out, options)
    return out.getvalue()


@given(st.lists(made, min_size=1, max_size=6))
def test_tmx_gives_back_the_units(units: list[Unit]) -> None:
    assert list(tmx.units(io.BytesIO(written("tmx", units)), "d1", "ko")) == units


@given(st.lists(made, max_size=6))
def test_jsonl_gives_back_the_units(units: list[Unit]) -> None:
    assert list(jsonl.units(io.BytesIO(written("jsonl", units)), "a.jsonl")) == units


@given(st.lists(st.text(st.characters(), min_size=1, max_size=20), min_size=2, max_size=2))
def test_tmx_is_well_formed_whatever_a_text_holds(pair: list[str]) -> None:
    """Characters that XML cannot hold are U+FFFD, and nothing else is touched, line breaks aside."""
    from lxml import etree

    data = written("tmx", [Unit(*pair, "ko", "en")])
    found = [seg.text or "" for seg in etree.fromstring(data).iter("seg")]
    for text, read in zip(pair, found, strict=True):
        assert [c for c in text if c.isalnum()] == [c for c in read if c.isalnum()]


def test_many_blocks_are_one_file() -> None:
    units = [Unit(f"{n} 가 & 나", f"{n} a < b", "ko", "en", f"d{n // 300}") for n in range(2500)]
    assert list(tmx.units(io.BytesIO(written("tmx", units)), "a.tmx")) == [u._replace(confidence=1.0) for u in units]


@pytest.mark.skipif(not DTD.exists(), reason="the DTD is not here")
def test_tmx_of_units_is_as_its_dtd_asks() -> None:
    from lxml import etree

    dtd = etree.DTD(str(DTD))
    for units in ([], UNITS):
        assert dtd.validate(etree.fromstring(written("tmx", units, Options("ko-KR", "en-US", "20241107T010203Z")))), (
            dtd.error_log
        )


def test_our_own_judge_has_nothing_to_say() -> None:
    from align.memory.validate import problems

    for units in ([], UNITS):
        assert list(problems(io.BytesIO(written("tmx", units)), "a.tmx")) == []


def test_translate_toolkit_reads_it_with_nothing_lost() -> None:
    tmxfile = pytest.importorskip("translate.storage.tmx").tmxfile
    found = tmxfile.parsestring(written("tmx", UNITS))
    assert [(str(u.source), str(u.target)) for u in found.units] == [(u.source, u.target) for u in UNITS]
    assert len({u.getid() for u in found.units}) == 3


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("a.tmx", "tmx"), ("a.tmx.gz", "tmx"), ("A.TMX.GZ", "tmx"), ("a.jsonl.gz", "jsonl"), ("a.xlf", "xlf"), ("a.xliff", "xlf"),
        ("a.b.tsv", "tsv"), ("a.moses", "moses"), ("a.parquet", "parquet"),
        ("a.doc", None), ("a", None), ("a.gz", None), ("a.parquet.gz", None), ("tmx", None),
    ],
)  # fmt: skip
def test_formats_by_extension(path: str, wanted: str | None) -> None:
    if wanted:
        assert of_memory(path) == wanted
    else:
        with pytest.raises(InputError):
            of_memory(path)


@pytest.mark.parametrize("name", delivered())
def test_every_format_writes_the_same_bytes_twice(name: str, tmp_path: Path) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    packed = "" if name == "parquet" else ".gz"
    for units in (UNITS, []):
        for folder in ("a", "b"):
            (tmp_path / folder).mkdir(exist_ok=True)
            assert export(units, str(tmp_path / folder / f"x.{name}{packed}"), Options()) == {
                str(tmp_path / folder / f"x.{name}{packed}"): len(units)
            }
        files = sorted(path.name for path in (tmp_path / "a").iterdir())
        assert files == sorted(path.name for path in (tmp_path / "b").iterdir())
        assert all((tmp_path / "a" / f).read_bytes() == (tmp_path / "b" / f).read_bytes() for f in files)


def test_moses_is_two_files_line_by_line(tmp_path: Path) -> None:
    units = [*UNITS, Unit("줄\n둘", "two\u2028lines", "ko", "en")]
    export(units, str(tmp_path / "n.moses"), Options())
    assert (tmp_path / "n.ko").read_text(encoding="utf-8") == "하원이 조약을 비준했다.\n가\n나 다\n줄 둘\n"
    assert (tmp_path / "n.en").read_bytes().count(b"\n") == 4


def test_xliff_is_read_back(tmp_path: Path) -> None:
    from align.formats import xlf2

    export(UNITS, str(tmp_path / "n.xlf"), Options())
    first, second = xlf2.read((tmp_path / "n.xlf").read_bytes(), "n.xlf")
    assert first.source.texts() == ("하원이 조약을 비준했다.", "가")
    assert second.target.texts() == ("b c",)


def test_parquet_is_read_back(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export(UNITS, str(tmp_path / "n.parquet"), Options())
    rows = parquet.read_table(tmp_path / "n.parquet").to_pylist()
    assert [(row["source"], row["target"], dict(row["meta"])) for row in rows] == [
        (u.source, u.target, dict(u.meta)) for u in UNITS
    ]
    assert rows[0]["findings"] == [{"rule": "date-conflict", "severity": "error", "message": "지난달 30일 is Oct. 30"}]


@pytest.mark.parametrize(("many", "files"), [(0, 1), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_split(many: int, files: int, tmp_path: Path) -> None:
    units = [Unit(str(n), str(n), "ko", "en") for n in range(many)]
    found = export(units, str(tmp_path / "n.v1.jsonl.gz"), Options(), 2)
    assert list(found) == [str(tmp_path / f"n-{k:04d}.v1.jsonl.gz") for k in range(1, files + 1)]
    assert sum(found.values()) == many
    read = [u for path in found for u in jsonl.units(gzip.open(path), path)]  # noqa: SIM115
    assert read == units


@pytest.mark.parametrize(
    ("line", "told"), [("{", "a:2"), ("[]", "a:2"), ('{"source": "a"}', "a:2"), ('{"source": 1, "target": "b"}', "a:2")]
)
def test_a_line_that_is_no_unit_is_named(line: str, told: str) -> None:
    with pytest.raises(FormatError, match=told):
        list(jsonl.units(io.BytesIO(f"{json.dumps({'source': 'a', 'target': 'b'})}\n{line}\n".encode()), "a"))


INLINE = '<bpt i="1">&lt;b></bpt>굵은<ept i="1">&lt;/b></ept> <hi>말</hi><ph>주<sub>각주</sub></ph> 끝<it pos="begin"/><ut>x</ut>'


@pytest.mark.parametrize("codes", [False, True])
def test_inline_codes_are_left_out_or_kept(codes: bool) -> None:
    text = f'<tmx version="1.4"><header/><body><tu><tuv xml:lang="ko"><seg>{INLINE}</seg></tuv></tu></body></tmx>'
    (unit,) = tmx_reader.read(io.BytesIO(text.encode()), "a.tmx", codes=codes)
    assert unit.texts == (("ko", "굵은 말 끝"),)
    assert unit.flows == 1
    found = [(code.at, code.kind, code.id, code.raw) for side in unit.sides for code in side.codes]
    wanted = [(0, "open", "1", "<b>"), (2, "close", "1", "</b>"), (3, "open", "", ""), (4, "close", "", ""),
              (4, "alone", "", "주"), (6, "open", "", ""), (6, "alone", "", "x")]  # fmt: skip
    assert found == (wanted if codes else [])


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1", "cp1252", "euc-kr", "cp949"]
)
def test_encodings(encoding: str) -> None:
    korean = encoding not in ("iso-8859-1", "cp1252")
    word = "조약" if korean else "café"
    said = encoding.replace("-sig", "").replace("-le", "")
    text = f'<?xml version="1.0" encoding="{said}"?><tmx version="1.4"><body><tu><tuv xml:lang="x"><seg>{word}</seg></tuv></tu></body></tmx>'
    data = text.encode(encoding)
    if encoding == "utf-16-le":
        data = b"\xff\xfe" + data
    (unit,) = tmx_reader.read(io.BytesIO(data), "a.tmx")
    assert unit.texts == (("x", word),)


def test_languages_props_and_odd_names() -> None:
    text = (
        '<t:tmx xmlns:t="urn:x" version="1.4b"><t:header/><t:body><t:TU tuid="7" creationdate="20240101T000000Z"><t:prop type="client">A</t:prop>'
        '<t:tuv lang="EN_us"><t:seg>a</t:seg></t:tuv><t:tuv xml:lang="de"><t:seg>d</t:seg></t:tuv><t:tuv xml:lang="ko-KR"><t:seg>가</t:seg>'
        '</t:tuv><t:tuv xml:lang="fr"/></t:TU></t:body></t:tmx>'
    )
    (unit,) = tmx.units(io.BytesIO(text.encode()), "a.tmx", "ko", "en")
    assert (unit.source, unit.target, unit.source_lang, unit.target_lang) == ("가", "a", "ko-KR", "en-US")
    assert unit.about.unit.props == (("client", "A", ""),)
    assert unit.about.id == "7"
    assert unit.created == "20240101T000000Z"
    with pytest.raises(FormatError, match="no unit in ja and en"):
        list(tmx.units(io.BytesIO(text.encode()), "a.tmx", "ja", "en"))


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "text",
    [
        f'<!DOCTYPE tmx [<!ENTITY l0 "ha">{LAUGHS}]><tmx><body><tu><tuv xml:lang="ko"><seg>&l9;</seg></tuv></tu></body></tmx>',
        '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx><body><tu><tuv><seg>&x;</seg></tuv></tu></body></tmx>',
        '<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x">%x;]><tmx><body/></tmx>',
    ],
)
def test_bombs(text: str) -> None:
    with pytest.raises(FormatError, match="declares entities"):
        list(tmx_reader.read(io.BytesIO(text.encode()), "a.tmx"))


class Endless(io.RawIOBase):
    """A file that claims to be ten gigabytes of one sentence."""

    def __init__(self) -> None:
        self.parts: Iterator[bytes] = itertools.chain(
            [b"<tmx><body><tu><tuv xml:lang='ko'><seg>"], itertools.repeat(b"a" * 65536, 160_000)
        )
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        part = next(self.parts, b"")
        self.given += len(part)
        return part


def test_a_text_without_end_is_given_up_early() -> None:
    stream = Endless()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(FormatError, match="more than 10,000,000 characters"):
        list(tmx_reader.read(stream, "a.tmx"))  # type: ignore[arg-type]
    assert stream.given < 30_000_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_a_compressed_bomb_is_given_up_early() -> None:
    with tempfile.TemporaryFile() as stream:
        with gzip.GzipFile(fileobj=stream, mode="wb") as packed:
            packed.write(b"<tmx><body><tu><tuv xml:lang='ko'><seg>")
            for _ in range(300):
                packed.write(b"a" * 100_000)
        stream.seek(0)
        with (
            pytest.raises(FormatError, match="more than 10,000,000 characters"),
            gzip.GzipFile(fileobj=stream) as packed,
        ):
            list(tmx_reader.read(packed, "a.tmx.gz"))  # type: ignore[arg-type]


@pytest.mark.parametrize("at", [200, 4000, 60_000, 70_000, -2, -20, -200])
def test_a_file_that_is_cut_gives_what_came_before_and_the_place(at: int) -> None:
    units = [Unit(f"{n} 가나다", f"{n} abc", "ko", "en", "d", "", 1.0) for n in range(400)]
    data = written("tmx", units)[:at]
    found: list[list[str]] = []
    with pytest.raises(AlignError, match=r"a\.tmx:\d+: not well-formed XML"):
        found.extend([text for _, text in unit.texts] for unit in tmx_reader.read(io.BytesIO(data), "a.tmx"))
    whole = data.count(b"</tu>")
    assert found == [[unit.source, unit.target] for unit in units[:whole]]


def test_nested_too_deeply() -> None:
    text = "<tmx><body><tu><tuv xml:lang='ko'><seg>" + "<hi>" * 1000
    with pytest.raises(FormatError, match="nested too deeply"):
        list(tmx_reader.read(io.BytesIO(text.encode()), "a.tmx"))

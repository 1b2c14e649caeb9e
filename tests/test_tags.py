"""Language tags: every way to write one, at every place where one comes in."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from align.cli import cli
from align.corpus import naming
from align.engine.glossary import entries, lexicon
from align.engine.lexicon import read as read_lexicon
from align.engine.neural.description import Description
from align.formats import json as alignment_json
from align.formats import jsonl, tmx, xliff_reader
from align.lang import language
from align.memory import importing
from align.memory.opening import ROW
from align.memory.selection import Selection
from align.memory.store import Store
from align.memory.validate import problems
from align.model import Unit
from align.project.config import read as read_config
from align.readers import read
from align.readers.file_names import language_of_name
from align.tags import canonical, parse, primary

KO = "이상민 장관은 6일 서울에서 회견했다.\n최선희 외무상은 불참했다.\n"
EN = "Minister Lee Sang-min held a press conference in Seoul on Nov. 8.\nForeign Minister Choe Son-hui was absent.\n"

SPELLINGS = {
    "ko": "ko", "KO": "ko", "Ko": "ko", "kor": "ko", "KOR": "ko",
    "ko-KR": "ko-KR", "ko-kr": "ko-KR", "KO-KR": "ko-KR", "ko_KR": "ko-KR", "KO_KR": "ko-KR", "ko_kr": "ko-KR", "kor-KR": "ko-KR",
    "zh-Hant-TW": "zh-Hant-TW", "zh-hant-tw": "zh-Hant-TW", "ZH_HANT_TW": "zh-Hant-TW", "zho-Hant": "zh-Hant", "zh_TW": "zh-TW",
}  # fmt: skip
"""A tag as somebody writes it -> as BCP 47 has it."""


def tmx_file(tag: str, other: str = "EN-us") -> bytes:
    units = "".join(
        f'<tu><tuv xml:lang="{tag}"><seg>{a}</seg></tuv><tuv xml:lang="{other}"><seg>{b}</seg></tuv></tu>'
        for a, b in zip(KO.splitlines(), EN.splitlines(), strict=True)
    )
    head = (
        f'<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="{tag}"'
    )
    return f'<tmx version="1.4">{head} datatype="plaintext"/><body>{units}</body></tmx>'.encode()


def xliff(tag: str, version: int) -> bytes:
    if version == 1:
        return (
            f'<xliff version="1.2"><file original="a" source-language="{tag}" target-language="en"><body>'
            "<trans-unit><source>가</source><target>a</target></trans-unit></body></file></xliff>"
        ).encode()
    return (
        f'<xliff version="2.0" srcLang="{tag}" trgLang="en"><file original="a"><unit><segment>'
        "<source>가</source><target>a</target></segment></unit></file></xliff>"
    ).encode()


def alignment_file(tag: str) -> bytes:
    side = {"name": "a", "text": "가", "segments": [{"start": 0, "end": 1, "paragraph": 0}]}
    bead = {"source": [0], "target": [0], "confidence": 1, "moved": False}
    value = {"schema": "align/1", "source": side | {"lang": tag}, "target": side | {"lang": "en"}, "beads": [bead]}
    return json.dumps(value).encode()


PLACES: dict[str, Callable[[str], str]] = {
    "option": lambda tag: read(b"x", "a.txt", lang=tag)[0].lang,
    "front matter": lambda tag: read(f"---\nlang: {tag}\n---\nx".encode(), "a.md")[0].lang,
    "html": lambda tag: read(f'<html lang="{tag}"><body><p>x</p></body></html>'.encode(), "a.html")[0].lang or canonical(tag),
    "align.toml": lambda tag: str(read_config(f'source-lang = "{tag}"'.encode(), "align.toml").source_lang),
    "tmx": lambda tag: tmx.alignments(tmx_file(tag), "a.tmx")[0].source.lang,
    "tmx units": lambda tag: next(tmx.units(io.BytesIO(tmx_file(tag)), "a.tmx")).source_lang,
    "tmx asked": lambda tag: tmx.alignments(tmx_file("ko_kr" if "k" in tag.lower() else "zh"), "a.tmx", tag)[0].source.lang[:2]
    + canonical(tag)[2:],
    "xliff 1": lambda tag: xliff_reader.read(xliff(tag, 1), "a.xlf")[0].source.lang,
    "xliff 2": lambda tag: xliff_reader.read(xliff(tag, 2), "a.xlf")[0].source.lang,
    "alignment file": lambda tag: alignment_json.read(alignment_file(tag), "a.json")[0].source.lang,
    "jsonl": lambda tag: next(jsonl.units([json.dumps({"source": "a", "target": "b", "source_lang": tag}).encode()], "a")).source_lang,
    "lexicon": lambda tag: read_lexicon(lexicon([("정부", "government")], tag, "en").write(), "a.npz").source_lang,
}  # fmt: skip
"""Where a tag comes in -> the tag that everything behind it sees."""


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("place", PLACES)
def test_each_spelling_at_each_place(place: str, spelling: str) -> None:
    assert PLACES[place](spelling) == SPELLINGS[spelling]


@pytest.mark.parametrize("name", ["a.{}.txt", "{}/a.txt", "a_{}.md", "a-{}.txt"])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_each_spelling_in_a_file_name(name: str, spelling: str) -> None:
    assert language_of_name(name.format(spelling)) == SPELLINGS[spelling]


@pytest.mark.parametrize(
    "name",
    ["to-do.txt", "a.no-go.txt", "ko-op.txt", "a.ko-foo.txt", "a_to_do.txt", "in/a.txt", "may/a.txt", "in_per.txt"],
)
def test_words_are_no_tags(name: str) -> None:
    assert not language_of_name(name)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_each_spelling_is_its_language(spelling: str) -> None:
    assert parse(spelling) == parse(SPELLINGS[spelling])
    assert primary(spelling) in ("ko", "zh")
    assert language(spelling) == language(primary(spelling))
    assert naming.fits(spelling, primary(spelling))


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_each_spelling_in_a_store(tmp_path: Path, spelling: str) -> None:
    with Store.open(str(tmp_path / "s.tm"), writing=True) as store:
        importing.add(store, [Unit("가", "a", spelling, "en")], "x")
        assert next(store.units()).source_lang == SPELLINGS[spelling]


@pytest.mark.parametrize("tag", ["", "?", "a", "kore", "ko KR", "ko-KR-"])
def test_no_tag_stays_as_it_is(tag: str) -> None:
    assert parse(tag) is None
    assert canonical(tag) == tag


@pytest.mark.parametrize("spelling", [s for s, tag in SPELLINGS.items() if tag.startswith("ko")])
def test_a_glossary_knows_its_columns(spelling: str) -> None:
    table = f"{spelling}\tEN-us\n가\ta\n".encode()
    section = f'<langSet xml:lang="{spelling}"><tig><term>가</term></tig></langSet>'
    tbx = f'<martif><text><body><termEntry>{section}<langSet xml:lang="EN"><tig><term>a</term></tig></langSet>'
    for data, name in ((table, "a.tsv"), (f"{tbx}</termEntry></body></text></martif>".encode(), "a.tbx")):
        assert [(e.source, e.target) for e in entries(data, name, "ko-KR", "en")] == [("가", ("a",))]


def test_a_model_is_described_by_primary_tags() -> None:
    told = Description.of(
        '{"kind": "encoder", "vocabulary": "a", "langs": ["KO", "en_US"], "tokens": {"KO": "x"}}', "a"
    )
    assert told.langs == ("ko", "en")
    assert told.tokens == {"ko": "x"}


def findings(*args: str) -> list[tuple[str, str, str]]:
    result = CliRunner().invoke(cli, ["check", *args, "--date", "2024-11-07", "--format", "json"])
    assert result.exit_code in (0, 1), result.output
    return [(f["rule"], f["severity"], f["message"]) for f in json.loads(result.stdout)["findings"]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.txt").write_text(KO, encoding="utf-8")
    (tmp_path / "t.txt").write_text(EN, encoding="utf-8")
    (tmp_path / "terms.tsv").write_text("외무상\tforeign secretary\n", encoding="utf-8")
    return tmp_path


def test_the_same_findings_however_it_is_written(here: Path) -> None:
    known = ("--glossary", "terms.tsv")
    usual = findings("s.txt", "t.txt", *known, "--source-lang", "ko", "--target-lang", "en")
    assert {rule for rule, *_ in usual} >= {"date-conflict", "term-conflict"}
    for source, target in (("KO", "EN"), ("ko_KR", "EN_us"), ("KO-KR", "eng"), ("kor", "en-GB")):
        assert findings("s.txt", "t.txt", *known, "--source-lang", source, "--target-lang", target) == usual
        (here / "align.toml").write_text(f'source-lang = "{source}"\ntarget-lang = "{target}"\n', encoding="utf-8")
        assert findings("s.txt", "t.txt", *known) == usual
        (here / "align.toml").unlink()
        (here / f"a.{source}.txt").write_text(KO, encoding="utf-8")
        (here / f"a.{target}.txt").write_text(EN, encoding="utf-8")
        assert findings(f"a.{source}.txt", f"a.{target}.txt", *known) == usual


def test_the_same_findings_in_a_memory(here: Path) -> None:
    found = []
    for source, target in (("ko", "en"), ("KO-KR", "EN-US"), ("ko_KR", "EN")):
        (here / "a.tmx").write_bytes(tmx_file(source, target))
        found.append(findings("a.tmx", "--source-lang", "ko", "--target-lang", "EN"))
        found.append(findings("a.tmx"))
    assert found[0]
    assert all(each == found[0] for each in found)


def test_a_store_has_one_form_of_a_tag(here: Path) -> None:
    for k, (source, target) in enumerate((("KO", "EN"), ("ko", "en"), ("kor", "eng"), ("ko_KR", "en"))):
        (here / f"{k}.tmx").write_bytes(tmx_file(source, target))
    run = CliRunner()
    assert not run.invoke(cli, ["tm", "add", "s.tm", *(f"{k}.tmx" for k in range(4))]).exit_code
    told = json.loads(run.invoke(cli, ["tm", "stats", "s.tm", "--json"]).stdout)
    assert told["languages"] == {"ko en": 6, "ko-KR en": 2}
    assert told["duplicates"] == 6
    with Store.open(str(here / "s.tm")) as store:
        assert len([*Selection(source_lang="ko", duplicates=True).units(store)]) == 8


def test_an_old_store_is_read_with_one_form(here: Path) -> None:
    with Store.open("s.tm", writing=True) as store:
        importing.add(store, [Unit("가", "a", "ko", "en")], "x")
        importing.add(store, [Unit("나", "b", "ko", "en")], "y")
        store.connection.execute("UPDATE documents SET source_lang = 'KO', target_lang = 'EN' WHERE number = 1")
        store.connection.execute(f"UPDATE documents SET sum = sum_of(number, {ROW})")
        assert store.languages() == {"ko en": 2}
        assert {(u.source_lang, u.target_lang) for u in store.units()} == {("ko", "en")}
        assert {record.source_lang for record, _ in store.documents()} == {"ko"}


@pytest.mark.parametrize("asked", ["ko-KR,en-US", "KO_kr,EN_us", "kor-kr, eng-us"])
def test_tags_are_written_canonical(here: Path, asked: str) -> None:
    args = ["pair", "s.txt", "t.txt", "--source-lang", "KO", "--to", "tmx", "--tmx-lang", asked]
    written = CliRunner().invoke(cli, args).stdout
    assert written.count('xml:lang="ko-KR"') == written.count('xml:lang="en-US"') == 2


@pytest.mark.parametrize("asked", ["ko", "ko,en,ja", "ko,?", ","])
def test_no_pair_of_tags(here: Path, asked: str) -> None:
    assert CliRunner().invoke(cli, ["pair", "s.txt", "t.txt", "--to", "tmx", "--tmx-lang", asked]).exit_code == 2


def test_files_pair_by_language(here: Path) -> None:
    (here / "in").mkdir()
    for name, text in (("a.KO.txt", KO), ("a.en_US.txt", EN), ("b.ko-KR.txt", KO), ("b.eng.txt", EN)):
        (here / "in" / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(cli, ["build", "in", "-o", "o.tsv", "--json", "--source-lang", "ko_KR"])
    assert json.loads(result.stdout)["pairs"] == 2


def test_the_validator_takes_any_case_and_no_underscore() -> None:
    def said(tag: str) -> list[str]:
        return [p.what for p in problems(io.BytesIO(tmx_file(tag, "en")), "a.tmx") if "BCP" in p.what]

    assert not said("KO-KR")
    assert said("ko_KR")

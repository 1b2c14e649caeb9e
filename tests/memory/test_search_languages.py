"""Searches by language, and what the commands say of units in several languages."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from align.formats import tmx
from align.formats.options import Options
from align.memory.salvage import saved
from align.memory.selection import Selection
from align.memory.store import Store
from align.memory.verify import whole
from tests.cli.project import align
from tests.formats.test_memories import DTD
from tests.memory.test_sets import OTHERS, PAIR, THREE, said, stored

ONE_DE = (
    '<tmx version="1.4"><header srclang="ko"/><body><tu><tuv xml:lang="de"><seg>Eins.</seg></tuv><tuv xml:lang="ko"><seg>하나.</seg></tuv></tu>'
    + "".join(
        f'<tu><tuv xml:lang="ko"><seg>{n}번.</seg></tuv><tuv xml:lang="en"><seg>No. {n}.</seg></tuv></tu>'
        for n in range(50)
    )
    + '<tu><tuv xml:lang="ko"><seg>혼자.</seg></tuv></tu></body></tmx>'
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    stored(tmp_path, THREE, PAIR, OTHERS).close()
    return "m.tm"


def found(store: str, *options: str) -> list[tuple[str, ...]]:
    rows = [json.loads(line) for line in align("tm", "search", store, *options, "--json").stdout.splitlines()]
    return [(row["source"], row["target"], *row.get("variants", {}).values()) for row in rows]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (["가"], [("가.", "A.", "あ。", "甲。")]),
        (["나"], [("나.", "B.")]),
        (["甲", "--target"], [("가.", "甲。", "A.", "あ。")]),
        (["a", "--source-lang", "en", "--target-lang", "zh"], [("A.", "甲。")]),
        (["a", "--source-lang", "en"], [("A.", "가.", "あ。", "甲。")]),
        (["い", "--source-lang", "ja", "--target-lang", "zh"], [("い。", "乙。")]),
        (["乙", "--target", "--source-lang", "ja", "--target-lang", "zh"], [("い。", "乙。")]),
        (["b", "--source-lang", "en", "--target-lang", "ja"], []),
        (["a", "--source-lang", "ko"], []),
        (["--exact", "い。", "--source-lang", "ja"], [("い。", "다.", "乙。")]),
        (["--fuzzy", "가.", "--target-lang", "ja"], [("가.", "あ。")]),
    ],
)
def test_search(store: str, options: list[str], wanted: list[tuple[str, ...]]) -> None:
    assert found(store, *options) == wanted


def test_what_is_taken_of_a_file_is_told(store: str) -> None:
    Path("one_de.tmx").write_text(ONE_DE, encoding="utf-8")
    told = align("tm", "add", "new.tm", "one_de.tmx").stderr
    assert "51 units added from 51 (ko en: 50, de ko: 1); left out: 1 units in one language only" in told
    told = align("tm", "add", "other.tm", "one_de.tmx", "--source-lang", "ko", "--target-lang", "en").stderr
    assert "50 units added; left out: 2 units without en" in told


def test_stats_and_merge_of_a_pair(store: str) -> None:
    told = json.loads(align("tm", "stats", store, "--json", "--target-lang", "ja").stdout)
    assert (told["units"], told["languages"]) == (2, {"ko ja": 2})
    assert json.loads(align("tm", "stats", store, "--json").stdout)["languages"]["ko en ja zh"] == 1
    assert "2 units added" in align("tm", "merge", "ja.tm", store, "--target-lang", "ja").stderr
    done = (
        align("tm", "validate", "one.tmx")
        if Path("one.tmx").exists()
        else align("tm", "export", store, "-o", "one.tmx")
    )
    assert done.exit_code == 0
    told = align("tm", "validate", "one.tmx", "--source-lang", "ko", "--target-lang", "en")
    assert "a unit without en" in told.stdout
    assert align("tm", "validate", "one.tmx").exit_code == 0


def test_what_is_saved_of_a_store_keeps_what_belongs_together(tmp_path: Path) -> None:
    stored(tmp_path, THREE, OTHERS).close()
    with Store.open(str(tmp_path / "m.tm")) as opened:
        assert saved(whole(opened), str(tmp_path / "new.tm")) == 5
        with Store.open(str(tmp_path / "new.tm")) as new:
            assert said(list(Selection().units(new))) == said(list(Selection().units(opened)))


@pytest.mark.skipif(not DTD.exists(), reason="the DTD is not here")
def test_units_in_several_languages_are_valid_tmx() -> None:
    out = BytesIO()
    tmx.write_units([THREE, PAIR, OTHERS], out, Options(languages=("ko", "en", "ja", "zh")))
    root = etree.fromstring(out.getvalue())
    assert etree.DTD(str(DTD)).validate(root)
    assert [len(unit) for unit in root.iter("tu")] == [7, 5, 6]

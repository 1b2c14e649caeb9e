"""Units in more than two languages: kept as pairs that are tied, delivered together, or as any pair."""

from __future__ import annotations

import sqlite3
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.errors import FormatError, InputError
from align.formats import tmx
from align.formats.options import Options
from align.memory import importing, joined, opening, quality
from align.memory.export import deliver
from align.memory.records import Entry, Record
from align.memory.selection import Selection
from align.memory.store import Store
from align.model import Unit

LANGS = ("ko", "en", "ja", "zh")
THREE = Unit("가.", "A.", "ko", "en", "d", variants=(("ja", "あ。"), ("zh", "甲。")))
PAIR = Unit("나.", "B.", "ko", "en", "d")
OTHERS = Unit("다.", "い。", "ko", "ja", "d", variants=(("zh", "乙。"),))


def said(units: list[Unit]) -> list[tuple[str, ...]]:
    return [(u.source, u.target, *(text for _, text in u.variants)) for u in units]


def stored(path: Path, *units: Unit) -> Store:
    store = Store.open(str(path / "m.tm"), writing=True)
    importing.add(store, units, "file")
    quality.across(store)
    return store


def test_units_come_back_with_all_their_languages(tmp_path: Path) -> None:
    with stored(tmp_path, THREE, PAIR, OTHERS) as store:
        assert said(list(Selection().units(store))) == [
            ("가.", "A.", "あ。", "甲。"),
            ("나.", "B."),
            ("다.", "い。", "乙。"),
        ]
        assert store.languages() == {"ko en": 2, "ko ja": 2, "ko zh": 2}
        assert joined.languages(store) == {"ko en ja zh": 1, "ko ja zh": 1}
        assert Selection().languages(store) == LANGS


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("ko", "en", [("가.", "A."), ("나.", "B.")]),
        ("en", "ko", [("A.", "가."), ("B.", "나.")]),
        ("en", "ja", [("A.", "あ。")]),
        ("zh", "ja", [("甲。", "あ。"), ("乙。", "い。")]),
        ("ja", "zh", [("あ。", "甲。"), ("い。", "乙。")]),
        ("ko", "", [("가.", "A.", "あ。", "甲。"), ("나.", "B."), ("다.", "い。", "乙。")]),
        ("", "ja", [("가.", "あ。"), ("다.", "い。")]),
        ("fr", "ja", []),
    ],
)
def test_any_pair_out_of_it(tmp_path: Path, source: str, target: str, wanted: list[tuple[str, ...]]) -> None:
    with stored(tmp_path, THREE, PAIR, OTHERS) as store:
        found = list(Selection(source_lang=source, target_lang=target).units(store))
        assert sorted(said(found)) == sorted(wanted)
        if source and target:
            assert {(unit.source_lang, unit.target_lang) for unit in found} <= {(source, target)}


def test_a_unit_is_a_duplicate_where_all_of_it_is(tmp_path: Path) -> None:
    more = THREE._replace(document="e"), THREE._replace(document="f", variants=(("ja", "他。"), ("zh", "甲。")))
    with stored(tmp_path, THREE, *more) as store:
        assert said(list(Selection().units(store))) == [("가.", "A.", "あ。", "甲。"), ("가.", "A.", "他。", "甲。")]
        assert len(list(Selection(duplicates=True).units(store))) == 3
        assert said(list(Selection(source_lang="en", target_lang="ja").units(store))) == [
            ("A.", "あ。"),
            ("A.", "他。"),
        ]


def test_a_translation_that_is_not_wanted_leaves_the_others(tmp_path: Path) -> None:
    with stored(tmp_path, THREE._replace(variants=(("ja", "가."), ("zh", "甲。")))) as store:  # identical, untranslated
        assert said(list(Selection().units(store))) == [("가.", "A.", "甲。")]
        assert said(list(Selection(without=()).units(store))) == [("가.", "A.", "가.", "甲。")]


def test_parts_of_a_group_are_one_unit_as_sure_as_the_least(tmp_path: Path) -> None:
    pieces = [
        Entry("0 1:1", "가.", "A.", 0.9, tie=1),
        Entry("1 1:2", "나.", "B. C.", 0.8, tie=1),
        Entry("2 1:1", "다.", "D."),
    ]
    whole = [Entry("0 2:1", "가. 나.", "あ。", 0.7, findings=(("omission", "warning", "x"),), tie=1)]
    with Store.open(str(tmp_path / "m.tm"), writing=True) as store:
        record = Record("i", "d", source_lang="ko", target_lang="en", set="s")
        store.add([(record, pieces), (Record("j", "d", source_lang="ko", target_lang="ja", set="s"), whole)])
        first, second = Selection().units(store)
        assert (first.source, first.target, first.variants) == ("가. 나.", "A. B. C.", (("ja", "あ。"),))
        assert (first.bead, first.confidence, first.findings) == ("0 2:3:1", 0.7, whole[0].findings)
        assert (second.source, second.variants) == ("다.", ())
        pairs = list(Selection(source_lang="ko", target_lang="en").units(store))
        assert [(unit.bead, unit.source) for unit in pairs] == [("0 1:1", "가."), ("1 1:2", "나."), ("2 1:1", "다.")]
        (across,) = Selection(source_lang="ja", target_lang="en").units(store)
        assert (across.bead, across.source, across.target) == ("0 1:3", "あ。", "A. B. C.")
        least = list(Selection(0.85, source_lang="ko").units(store))  # a part is not sure: the rest are pairs
        assert said(least) == [("가.", "A."), ("다.", "D.")]


def test_a_forgotten_translation_leaves_pairs(tmp_path: Path) -> None:
    with stored(tmp_path, OTHERS) as store:
        (number,) = store.connection.execute("SELECT number FROM documents WHERE target_lang = 'zh'").fetchone()
        store.forget([number])
        store.checked()
        assert said(list(Selection().units(store))) == [("다.", "い。")]


def test_merged_stores_keep_what_belongs_together(tmp_path: Path) -> None:
    with stored(tmp_path, THREE, OTHERS) as store, Store.open(str(tmp_path / "all.tm"), writing=True) as other:
        assert importing.merge(other, store) == 5
        assert list(Selection().units(other)) == list(Selection().units(store))
        other.checked()


def test_translations_of_one_article_are_no_boilerplate(tmp_path: Path) -> None:
    many = THREE._replace(variants=tuple((lang, f"{lang}.") for lang in ("ja", "zh", "fr", "de", "it", "es")))
    with stored(tmp_path, many) as store:
        assert quality.counts(store)["boilerplate"] == 0


def test_damaged_ties_are_met(tmp_path: Path) -> None:
    with stored(tmp_path, THREE) as store:
        store.connection.execute("UPDATE sets SET ties = x'00000000' WHERE document = 2")
        with pytest.raises(FormatError, match="variants of document 2"):
            store.checked()
    with stored(tmp_path, THREE._replace(document="e")) as store:
        store.connection.execute("DELETE FROM sets WHERE document = 1")
        store.connection.execute("UPDATE totals SET many = many + 1 WHERE name = 'sets'")
        with pytest.raises(FormatError):
            store.checked()


def test_a_store_of_version_2_is_read_and_raised(tmp_path: Path) -> None:
    path = str(tmp_path / "m.tm")
    with stored(tmp_path, PAIR):
        pass
    with sqlite3.connect(path, isolation_level=None) as old:
        old.executescript(
            "DROP TABLE sets; DROP TABLE told; DELETE FROM totals WHERE name IN ('sets', 'told', 'schema'); PRAGMA user_version = 2;"
        )
        opening._functions(old)
        schema = old.execute("SELECT sql FROM sqlite_master WHERE sql <> '' ORDER BY name").fetchall()
        old.execute("INSERT INTO totals SELECT 'schema', ?, sum_of(" + ",".join("?" * len(schema)) + ")",
                    (len(schema), *(sql for (sql,) in schema)))  # fmt: skip
    old.close()
    with Store.open(path) as store:
        assert said(list(Selection().units(store))) == [("나.", "B.")]
        store.checked()
    with Store.open(path, writing=True) as store:
        importing.add(store, [THREE], "more")
        store.checked()
        assert store.connection.execute("PRAGMA user_version").fetchone() == (opening.VERSION,)
    with Store.open(path) as store:
        assert said(list(Selection().units(store))) == [("나.", "B."), ("가.", "A.", "あ。", "甲。")]


def test_formats_of_two_languages_say_what_to_ask(tmp_path: Path) -> None:
    with stored(tmp_path, THREE) as store:
        for name in ("m.moses", "m.xlf"):
            with pytest.raises(InputError, match="--source-lang and --target-lang"):
                deliver(store, Selection(), [str(tmp_path / name)], Options())
        found = deliver(store, Selection(source_lang="en", target_lang="zh"), [str(tmp_path / "m.moses")], Options())
        assert [*found.values()] == [1]
        assert (tmp_path / "m.zh").read_text() == "甲。\n"


def test_a_table_has_a_column_a_language(tmp_path: Path) -> None:
    out = tmp_path / "m.tsv"
    with stored(tmp_path, PAIR, OTHERS) as store:
        deliver(store, Selection(), [str(out)], Options())
    head, *rows = [line.split("\t")[:4] for line in out.read_text().splitlines()]
    assert (head, rows) == (["ko", "en", "ja", "zh"], [["나.", "B.", "", ""], ["다.", "", "い。", "乙。"]])


TMX = """<tmx version="1.4"><header srclang="ko"/><body>
<tu><tuv xml:lang="en"><seg>A.</seg></tuv><tuv xml:lang="ko"><seg>가.</seg></tuv><tuv xml:lang="ja"><seg>あ。</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>B.</seg></tuv><tuv xml:lang="ja"><seg>い。</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>C.</seg></tuv></tu>
<tu><tuv xml:lang="en-US"><seg>Color.</seg></tuv><tuv xml:lang="en-GB"><seg>Colour.</seg></tuv></tu>
<tu><tuv xml:lang="ko"><seg>라.</seg></tuv><tuv xml:lang="ko"><seg>라라.</seg></tuv><tuv xml:lang="en"><seg>D.</seg></tuv>
<tuv xml:lang="en"><seg>E.</seg></tuv></tu>
</body></tmx>"""


@pytest.mark.parametrize(
    ("langs", "wanted", "left"),
    [
        (
            ("", ""),
            [("가.", "A.", "あ。"), ("B.", "い。"), ("Color.", "Colour."), ("라.", "D.", "E."), ("라라.", "D.")],
            {"units in one language only": 1},
        ),
        (
            ("ko", "ja"),
            [("가.", "あ。")],
            {"texts in en": 1, "units without ko": 1, "units without ja": 1, "units without ko and ja": 2},
        ),
        (("ko", ""), [("가.", "A.", "あ。"), ("라.", "D.", "E."), ("라라.", "D.")], {"units without ko": 3}),
    ],
)
def test_all_of_a_file_is_read_or_told(
    langs: tuple[str, str], wanted: list[tuple[str, ...]], left: dict[str, int]
) -> None:
    told = Counter[str]()
    assert said(list(tmx.units(BytesIO(TMX.encode()), "a.tmx", *langs, left=told))) == wanted
    assert told == left


def test_a_second_text_of_a_language_is_kept_as_a_pair(tmp_path: Path) -> None:
    with stored(tmp_path, *tmx.units(BytesIO(TMX.encode()), "a.tmx")) as store:
        found = said(list(Selection(source_lang="ko", target_lang="en").units(store)))
    assert found == [("가.", "A."), ("라.", "D."), ("라.", "E."), ("라라.", "D.")]


word = st.sampled_from(["a", "b", "c", "d"])
units = st.lists(
    st.builds(
        lambda source, texts: Unit(source, texts[0][1], "ko", texts[0][0], "d", variants=tuple(texts[1:])),
        word,
        st.lists(st.tuples(st.sampled_from(LANGS[1:]), word), min_size=1, max_size=3, unique_by=lambda text: text[0]),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(units)
def test_what_is_added_comes_out(tmp_path_factory: pytest.TempPathFactory, given: list[Unit]) -> None:
    """The slow judge: every unit with all its texts; every pair of two of its texts in the pairs of their languages."""
    with stored(tmp_path_factory.mktemp("sets"), *given) as store:
        every = Selection(duplicates=True, without=())
        found = Counter(frozenset(texts(unit).items()) for unit in every.units(store))
        assert found == Counter(frozenset(texts(unit).items()) for unit in given)
        for source in LANGS:
            for target in LANGS:
                if source != target:
                    pairs = Selection(duplicates=True, without=(), source_lang=source, target_lang=target).units(store)
                    wanted = [
                        (held[source], held[target]) for held in map(texts, given) if {source, target} <= held.keys()
                    ]
                    assert sorted((unit.source, unit.target) for unit in pairs) == sorted(wanted)


def texts(unit: Unit) -> dict[str, str]:
    return {unit.source_lang: unit.source, unit.target_lang: unit.target, **dict(unit.variants)}

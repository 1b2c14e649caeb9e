"""Names of every language: what is heard of it, how it spells, and what a language without either has."""

from __future__ import annotations

import pytest

from align.lang import known, language
from align.lang.base.letters import letters
from align.lang.base.names.entries import entries
from align.lang.base.names.hearing import Hearing
from align.lang.base.names.spelling import Spelling

ENGLISH = [
    ("the Thai government", ["Thai"]),
    ("South Korea's army", ["South Korea"]),
    ("tell us of the U.S. and the UK", ["U.S", "UK"]),
    ("US$5 million", []),
    ("a turkey and some china", []),
    ("the foreign ministry", ["foreign ministry"]),
    ("Busan-bound trains", ["Busan"]),
    ("N. Korea and S. Korean officials", ["N. Korea", "S. Korean"]),
    ("the South said", ["the South"]),
    ("the South Jeolla coast", ["South Jeolla"]),
    ("the North Korean leader", ["North Korean"]),
    ("the North Sea", []),
    ("the South of France", ["France"]),
    ("inter-Korean talks", ["Korean"]),
    ("the U.S.-North Korea summit", ["U.S", "North Korea"]),
    ("Foreign Minister Cho", ["Foreign Minister"]),
]
DATELINES = [
    ("ULSAN, South Korea, July 11 - Workers", "ULSAN, South Korea, July 11 - "),
    ("SEOUL, Sept. 8 (Yonhap) -- South", "SEOUL, Sept. 8 (Yonhap) -- "),
    ("Seoul (Reuters) - The", "Seoul (Reuters) - "),
    ("GIMCHEON — The", "GIMCHEON — "),
    ("LONDON, England (CNN) Singer", "LONDON, England (CNN) "),
    ("NATO said - in Seoul - that", ""),
    ("Busan and Ulsan (both ports) - are big", ""),
    ("LG-SK talks - which", ""),
]


@pytest.mark.parametrize(("text", "dateline"), DATELINES)
def test_datelines(text: str, dateline: str) -> None:
    match = language("en").spelling.dateline.match(text)
    assert (match[0] if match else "") == dateline


@pytest.mark.parametrize(("text", "found"), ENGLISH)
def test_known_names_of_english(text: str, found: list[str]) -> None:
    hearing = language("ko").hearing("en")
    assert hearing is not None
    spots = {(s.start, s.end) for s in hearing.rendered(text)}
    assert [text[a:b] for a, b in sorted(spots)] == found


@pytest.mark.parametrize("code", [*sorted(known()), "is"])
def test_each_language_spells_names(code: str) -> None:
    spelling = language(code).spelling
    assert isinstance(spelling, Spelling)
    assert spelling.plain("Agnès") == "agnes"
    assert [m[0] for m in spelling.run.finditer("der Große Preis von Wien")] == ["Große Preis", "Wien"]


def test_runs_of_english() -> None:
    text = "the Ministry of Food and Drug Safety said on Monday"
    assert [m[0] for m in language("en").spelling.run.finditer(text)] == ["Ministry of Food and Drug Safety", "Monday"]


@pytest.mark.parametrize(("word", "name"), [("Yosu-bound", "Yosu"), ("Seoul-based", "Seoul"), ("Hae-sol", "Hae-sol")])
def test_a_compound_is_cut_behind_its_name(word: str, name: str) -> None:
    mentions = language("en").mentions(word)
    assert [word[a:b] for a, b in language("en").spelling.spans(word, 0, len(word), mentions)] == [name]


def test_what_is_not_known_is_not_heard() -> None:
    assert language("de").hearing("fr") is None
    assert language("en").hearing("ko") is None
    assert entries("de", "fr") == ()


def test_a_hearing_that_knows_nothing_hears_nothing() -> None:
    hearing = Hearing("de", Spelling())
    assert hearing.words("Wien und Graz") == []
    assert hearing.hear([("Wien", "Vienne")]) == {}
    assert hearing.known("Wien") == hearing.rendered("Vienne") == []
    assert not hearing.family("Wien")
    assert not hearing.is_another("Wien", "Vienne")


def test_the_columns_of_a_table_are_found_by_its_head() -> None:
    there, back = entries("ko", "en")[0], entries("en", "ko")[0]
    assert there.heard[0] == back.spelt[0] == "한국"
    assert there.spelt[0] == back.heard[0] == "South Korea"


@pytest.mark.parametrize(
    ("a", "b", "wanted"), [("brexit", "brexiteers", True), ("russia", "russian", True), ("kim", "kims", False)]
)
def test_derived(a: str, b: str, wanted: bool) -> None:
    assert Spelling().derived(a, b) is wanted


@pytest.mark.parametrize(("word", "wanted"), [("Agnès", "agnes"), ("Son-hui", "sonhui"), ("Łódź", "lodz"), ("日", "")])
def test_letters(word: str, wanted: str) -> None:
    assert letters(word) == wanted

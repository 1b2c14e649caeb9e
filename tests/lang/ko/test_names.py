"""Korean names: places and country codes in a text, sounds, family names, and the words beside them."""

from __future__ import annotations

from itertools import combinations_with_replacement
from math import log

import numpy as np
import pytest

from align.lang import language
from align.lang.ko.names import heard
from align.lang.ko.names.romanisation import mccune
from align.lang.ko.sound import MOST_LETTERS, model, ratios, units
from align.lang.ko.tokens import tokens

ENGLISH = heard("en")

PLACES = [
    ("태국 정부", ["태국"]),
    ("유럽 연합과 협상", ["유럽 연합"]),
    ("한미일 정상", ["한", "미", "일"]),
    ("한국은행", ["한국은행"]),
    ("함경북도", ["함경북도"]),
    ("北러 조약", ["北", "러"]),
    ("중미 국가", ["중미"]),
    ("과수원", []),
    ("괌으로 갔다", ["괌"]),
    ("칸국제영화제에서", ["칸"]),
    ("여수행 열차", ["여수"]),
    ("방미 중인", ["미"]),
    ("대일 무역", ["일"]),
    ("주미대사", ["미"]),
]


@pytest.mark.parametrize(("text", "found"), PLACES)
def test_known_names(text: str, found: list[str]) -> None:
    spots = {(s.start, s.end) for s in ENGLISH.known(text)}
    assert [text[a:b] for a, b in sorted(spots)] == found


def test_a_doubtful_form_asks_for_nothing() -> None:
    (spot,) = ENGLISH.known("경기가 나빠졌다")
    assert spot.entry.doubtful


@pytest.mark.parametrize("text", ["물건을 인도했다", "노력을 경주하고 있다", "빈칸을 채웠다", "대중교통", "관대미"])
def test_no_place(text: str) -> None:
    assert ENGLISH.known(text) == []


def test_gazetteer_rows_are_well_formed() -> None:
    assert ENGLISH.entries
    for entry in ENGLISH.entries:
        assert all(entry.heard)
        assert all(entry.spelt)
        assert entry.kind.isalpha()
        assert entry.capitals <= set(entry.spelt)


def test_a_pair_without_tables_of_its_own_has_those_of_english() -> None:
    german = heard("de")
    assert german.entries == ENGLISH.entries
    assert german.spellings("박") == ENGLISH.spellings("박")
    assert german.spelling is not ENGLISH.spelling


def test_what_follows_a_name_is_not_of_it() -> None:
    found = ENGLISH.hear([("볼코프는", "Volkov"), ("볼코프", "Volkov"), ("볼코프는", "Petrov")])
    assert found["볼코프는", "Volkov"].size == found["볼코프", "Volkov"].size == 3
    assert found["볼코프는", "Volkov"].score > 8
    assert ("볼코프는", "Petrov") not in found or found["볼코프는", "Petrov"].score < 0


@pytest.mark.parametrize(
    ("word", "spelt"), [("강릉", "Gangneung"), ("신라", "Silla"), ("왕십리", "Wangsimni"), ("석열", "Seok-yeol")]
)
def test_spoken_forms_sound_right(word: str, spelt: str) -> None:
    assert ENGLISH.ratios([(word, spelt)])[0] > 5


def test_spellings() -> None:
    assert mccune("정은", "jongun")
    assert not mccune("정은", "jonghun")
    assert ENGLISH.is_another("방", "Bae")
    assert not ENGLISH.is_another("정", "Chung")
    assert not ENGLISH.is_another("윤", "Smith")
    assert not ENGLISH.is_another("최", "Choe")


@pytest.mark.parametrize(("rest", "wanted"), [("는", ""), ("대를", "대"), ("대학", "대학"), ("", ""), ("씨는", "")])
def test_tail(rest: str, wanted: str) -> None:
    assert ENGLISH.tail(rest) == wanted


@pytest.mark.parametrize(
    ("word", "before", "behind", "wanted"),
    [
        ("윤가람", "", "부산시장은", True),
        ("윤가람", "", "미 연준 의장은", True),
        ("윤가람", "", "주식시장은", False),
        ("윤가람씨는", "", "", True),
        ("윤가람", "", "장관은", True),
        ("윤가람은", "", "장관은", False),
        ("윤가람", "배우", "", True),
        ("윤가람씨", "", "", True),
        ("윤가람", "", "왔다", False),
    ],
)
def test_titles(word: str, before: str, behind: str, wanted: bool) -> None:
    assert ENGLISH.is_titled(word, before, behind.split()) is wanted


@pytest.mark.parametrize(("word", "spelt"), [("김", "kim"), ("라브", "lav"), ("빌라", "villa")])
def test_against_the_slow_sum(word: str, spelt: str) -> None:
    """All ways to cut the spelt word among the units."""
    table = model()
    sequence = [u for syllable in units(word) for u in syllable]
    total = 0.0
    for cuts in combinations_with_replacement(range(len(spelt) + 1), len(sequence) - 1):
        ends = [0, *cuts, len(spelt)]
        product = 1.0
        for unit, a, b in zip(sequence, ends, ends[1:], strict=False):
            if b - a > MOST_LETTERS:
                product = 0.0
                break
            known = table.emissions.get(spelt[a:b])
            product *= 1e-6 ** (b - a) if known is None else float(known[unit])
        total += product
    found = ratios([word], [spelt], np.array([[0, 0]]))
    assert found[0, len(word) - 1] == pytest.approx(log(total) - table.chance(spelt))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("조약을 비준했다.", ["조약", "비준"]),
        ("국제원자력기구는", ["국제", "제원", "원자", "자력", "력기", "기구"]),
        ("그", ["그"]),
        ("", []),
    ],
)
def test_tokens(text: str, wanted: list[str]) -> None:
    assert tokens(text) == wanted


@pytest.mark.parametrize("text", ["조약을", "국제원자력기구는", "그"])
def test_the_tokens_of_a_word_are_those_of_the_lexicon(text: str) -> None:
    root = ENGLISH.stem(text)
    assert [token for _, token in ENGLISH.tokens(root)] == language("ko").tokens(text)
    assert all(root.startswith(token, k) for k, token in ENGLISH.tokens(root))

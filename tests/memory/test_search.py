"""The three searches against slow, plainly right ones, and case by case."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from rapidfuzz.distance import Levenshtein

from align.memory import search
from align.memory.index import update
from align.memory.keys import normal
from align.memory.phrases import query
from align.memory.records import Entry, Record
from align.memory.search import Match, concordance, exact, fuzzy
from align.memory.similarity import Judge
from align.memory.store import Store
from align.memory.terms import TOKEN, fold
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))
from search import base, edited, units  # type: ignore[import-not-found]

SIDES = ("source", "target")
MANY = 3000


def add(store: Store, texts: list[tuple[str, str]], name: str = "a") -> None:
    store.add([(Record(name, name, source_lang="ko", target_lang="en"), [Entry("1 1:1", *pair) for pair in texts])])


def texts(store: Store, side: str) -> dict[int, str]:
    return dict(store.connection.execute(f"SELECT id, {side} FROM units WHERE first IS NULL").fetchall())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """3,000 units, indexed, open for reading."""
    path = str(tmp_path_factory.mktemp("search") / "a.tm")
    made = list(units(base(None), MANY))
    with Store.open(path, writing=True) as written:
        for k in range(0, MANY, 1000):
            add(written, made[k : k + 1000], str(k))
            update(written)
    with Store.open(path) as read:
        yield read


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "a.tm"), writing=True) as written:
        yield written


def ids(found: tuple[Match, ...]) -> list[int]:
    return [match.id for match in found]


def plain(one: str, other: str) -> float:
    """The score once more, from its words in the docstring."""
    if normal(one) == normal(other):
        return 100
    if "".join(fold(one).split()) == "".join(fold(other).split()):
        return 99
    sides = [[(m[0], m.lastgroup) for m in TOKEN.finditer(fold(text))] for text in (one, other)]
    tokens = [["#" if kind == "number" else token for token, kind in side] for side in sides]
    numbers = [[token for token, kind in side if kind == "number"] for side in sides]
    longer = max(map(len, tokens))
    if not longer:
        return 0
    share = 100 * (longer - Levenshtein.distance(*tokens)) / longer
    return max(min(share, 98) - min(Levenshtein.distance(*numbers), 3), 0)


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("조약을 비준했다.", "조약을 비준했다.", 100),
        ("조약을  비준했다. ", "조약을 비준했다.", 100),
        ("조약을 비준했다.", "조약을비준했다.", 99),
        ("The Treaty", "the treaty", 99),
        ("조약을 비준했다.", "조약을 비준했다!", 98),
        ("He said yes", "He said, “yes”", 98),
        ("조약 23개 조", "조약 24개 조", 97),
        ("조약 1,000개, 2조", "조약 999개, 3조", 96),
        ("1 2 3 4 5", "6 7 8 9 10", 95),
        ("조약을 비준했다.", "협약을 비준했다.", 100 * 6 / 7),
        ("the treaty was signed", "the treaties were signed", 50),
        ("", "", 100),
        ("…", "—", 0),
        ("조약", "treaty", 0),
    ],
)
def test_score(one: str, other: str, score: float) -> None:
    assert Judge(one).similarity(other) == pytest.approx(score)
    assert Judge(other).similarity(one) == pytest.approx(score)


def test_score_is_what_its_words_say() -> None:
    random = Random(0)
    odd = "조약 비준 AI 3 1,000 treaty Treaty … , straße _ F-16 가 나 다"
    for _ in range(2000):
        one, other = (
            random.choice(["", " "]).join(random.choices(odd.split(" "), k=random.randrange(9))) for _ in SIDES
        )
        assert Judge(one).similarity(other) == pytest.approx(plain(one, other)), (one, other)
        least = random.choice([50, 70, 85, 98])
        assert Judge(one).similarity(other, least) == pytest.approx(
            plain(one, other) if plain(one, other) >= least else 0
        )


@pytest.mark.parametrize("side", SIDES)
def test_fuzzy_finds_what_a_full_scan_finds(store: Store, side: str) -> None:
    random = Random(1)
    every = texts(store, side)
    wanted = {70: 0, 85: 0}
    missed = {70: 0, 85: 0}
    for _ in range(60):
        asked = edited(random.choice(list(every.values())), random)
        judge = Judge(asked)
        scores = {number: judge.similarity(text, 70) for number, text in every.items()}
        expected = sorted((-score, number) for number, score in scores.items() if score)[:10]
        found = fuzzy(store, asked, side)
        assert [(-m.score, m.id) for m in found] == sorted((-m.score, m.id) for m in found)
        for least in wanted:
            right = {number for score, number in expected if -score >= least}
            wanted[least] += len(right)
            missed[least] += len(right - set(ids(found)))
    assert wanted[85] > 20 < wanted[70]
    assert missed[85] == 0
    assert missed[70] <= 0.02 * wanted[70]


def test_fuzzy_keeps_to_least_and_limit(store: Store) -> None:
    text = next(iter(texts(store, "source").values()))
    assert all(match.score >= 40 for match in fuzzy(store, text, least=40, limit=5))
    assert len(fuzzy(store, text, least=1, limit=7)) == 7
    assert fuzzy(store, text, limit=1)[0].score == 100
    assert fuzzy(store, "") == fuzzy(store, "…") == ()


@pytest.mark.parametrize("side", SIDES)
def test_exact_finds_each_unit(store: Store, side: str) -> None:
    every = texts(store, side)
    random = Random(2)
    for number, text in random.sample(sorted(every.items()), 50):
        found = exact(store, "  " + text.replace(" ", "  "), side)
        assert ids(found) == sorted(other for other, same in every.items() if normal(same) == normal(text))
        assert number in ids(found)
        assert getattr(found[0].unit, side) == text
        assert found[0].places == ((0, len(text)),)
        assert exact(store, text + " 없음", side) == ()


@pytest.mark.parametrize("side", SIDES)
def test_concordance_finds_what_a_full_scan_finds(store: Store, side: str) -> None:
    random = Random(3)
    every = texts(store, side)
    for _ in range(25):
        words = random.choice(list(every.values())).split()
        start = random.randrange(len(words))
        for asked in (
            words[start],
            words[start][:2],
            words[start][:1],
            f'"{" ".join(words[start : start + 3])}"',
            " ".join(words[::9]),
        ):
            wanted = query(asked)
            hits = {number: wanted.hits(text) for number, text in every.items() if wanted.words}
            expected = [number for number, (spans, together) in hits.items() if spans and together]
            expected += [number for number, (spans, together) in hits.items() if spans and not together]
            assert ids(concordance(store, asked, side, limit=MANY)) == expected, asked
            found = concordance(store, asked, side)
            assert len(found) == min(20, len(expected))
            assert [(-m.score, m.id) for m in found] == sorted((-m.score, m.id) for m in found)


@pytest.mark.parametrize(
    ("asked", "text", "shown"),
    [
        ("조약", "국제조약을 비준", "조약"),
        ("국제조약", "그 국제 조약을", "국제 조약"),
        ("국제 조약", "그 국제조약을", "국제조약"),
        ("비준 조약", "조약을 곧 비준", "조약|비준"),
        ('"비준 조약"', "조약을 곧 비준", ""),
        ("“조약을 곧”", "조약을 곧 비준", "조약을 곧"),
        ("약", "조약, 협약", "약|약"),
        ("treat", "Treaties and treaty", "Treat|treat"),
        ("treat", "they mistreat", ""),
        ("TREATY", "a treaty", "treaty"),
        ("an agreement", "An  Agreement an", "An  Agreement"),
        ("internationalization", "the internationalizations", "internationalization"),
        ("internationalization", "international", ""),
        ("16", "F-16 2016 16.5", "16|16"),
        ("1,000", "1,000.5 11,000", "1,000"),
        ("AI기술", "새 AI 기술", "AI 기술"),
        ("제3차 회의", "제 3차회의", "제 3차회의"),
        ("3차", "13차", ""),
        ("don't", "I don't", "don't"),
        ("straße", "STRASSE", "STRASSE"),
        ("strasse", "eine Straße hier", "Straße"),
        ("한글", "\u1112\u1161\u11ab\u1100\u1173\u11af이다", "\u1112\u1161\u11ab\u1100\u1173\u11af"),
        ("北", "北러", "北"),
        ("東京", "中國・東京都", "東京"),
        ("!", "no!", ""),
        ("", "empty", ""),
        ('"', "a quote", ""),
    ],
)
def test_concordance(small: Store, asked: str, text: str, shown: str) -> None:
    add(small, [("다른 글 x", "other"), (text, "x")])
    for turn in range(2):  # first by looking through what is not indexed yet
        found = concordance(small, asked)
        assert "|".join(text[a:b] for match in found for a, b in match.places) == shown, turn
        assert update(small) == 2 * (1 - turn)


def test_the_phrase_comes_first(small: Store) -> None:
    add(small, [("비준한 조약", "1"), ("조약 비준", "2"), ("비준, 조약 비준", "3")])
    update(small)
    assert [(m.id, m.score) for m in concordance(small, "조약 비준")] == [(2, 100), (3, 100), (1, 50)]
    assert ids(concordance(small, "조약 비준", limit=1)) == [2]


def test_duplicates_and_forgotten_units(small: Store) -> None:
    for name in "abc":
        add(small, [("조약을 비준했다", "ratified")], name)
    update(small)
    for ask in (exact, fuzzy):
        assert ids(ask(small, "조약을 비준했다")) == [1]
        assert ids(ask(small, "조약을 비준했다", duplicates=True)) == [1, 2, 3]
        assert ids(ask(small, "ratified", "target")) == [1]
    assert ids(concordance(small, "조약", duplicates=True)) == [1, 2, 3]
    small.forget([1])
    assert (
        ids(exact(small, "조약을 비준했다"))
        == ids(fuzzy(small, "조약을 비준했다"))
        == ids(concordance(small, "조약"))
        == [2]
    )


def test_what_is_not_indexed_is_looked_through(small: Store) -> None:
    add(small, [("조약을 비준했다", "ratified")], "a")
    update(small)
    add(small, [("조약을 비준한다", "ratifies")], "b")
    assert ids(fuzzy(small, "조약을 비준했다")) == [1, 2]
    assert ids(exact(small, "ratifies", "target")) == ids(concordance(small, "ratifies", "target")) == [2]
    assert ids(exact(small, "조약을 비준한다")) == [2]


def test_many_common_words_are_bounded(small: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "READ", 100)
    monkeypatch.setattr(search, "MOST", 150)
    add(small, [("것", f"of {k} the") for k in range(400)] + [("것", "the of")])
    update(small)
    assert len(concordance(small, "the of", "target")) == 20
    assert (
        ids(concordance(small, '"the of"', "target")) == []
    )  # a known bound: 400 units have both words, the next has the phrase


def test_empty_store(small: Store) -> None:
    for ask in (exact, fuzzy, concordance):
        assert ask(small, "조약") == ()
        assert ask(small, "treaty", "target") == ()


def test_a_reader_sees_what_is_written_meanwhile(small: Store) -> None:
    add(small, [("조약", "treaty")], "a")
    update(small)
    with Store.open(small.path) as reader:
        assert ids(concordance(reader, "조약")) == [1]
        add(small, [("조약 둘", "two treaties")], "b")
        update(small)
        assert ids(concordance(reader, "조약")) == [1, 2]

"""The index against the texts themselves: every term of every unit, whatever the order in which they came."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from random import Random

import numpy as np
import pytest

from align.memory import index
from align.memory.index import SHIFT, places, segments, update, waiting
from align.memory.records import Entry, Record
from align.memory.store import Store
from align.memory.terms import SIDES, TOKEN, character, fold, lengths, number, of, pair, terms, word
from tests.conftest import ROOT

ODD = "조약을 비준했다 AI기술 3차 1,000.5원 2024. naïve Straße İ 가나 中國・東京 ภาษาไทย हिन्दी Κόσμος _x_ … 1,,2 internationalization 👍\0\n한글"


def plain(text: str, side: str) -> set[int]:
    """The terms of a text, one token after the other."""
    found = [(match[0], match.lastgroup) for match in TOKEN.finditer(fold(text))]
    tokens = [token for token, _ in found]
    result = {number(side)} if any(kind == "number" for _, kind in found) else set()
    for (token, kind), after in zip(found, [*tokens, ""][1:], strict=True):
        if kind == "alone":
            result.add(pair(side, token, after))
        else:
            result |= {low for low, _ in word(side, token, True)}
    return result


def mixed(random: Random) -> str:
    return "".join(random.choice(ODD) for _ in range(random.randrange(40)))


def add(store: Store, texts: list[tuple[str, str]], name: str) -> None:
    store.add([(Record(name, name), [Entry("1 1:1", *pair) for pair in texts])])


def listed(store: Store) -> dict[int, set[int]]:
    """Term -> units, as the index has them."""
    found: dict[int, set[int]] = defaultdict(set)
    for segment in segments(store.connection):
        low = segment.number << SHIFT
        rows = store.connection.execute(
            "SELECT term, places FROM postings WHERE term BETWEEN ? AND ?", (low, low + (1 << SHIFT) - 1)
        )
        for key, units in rows:
            if key - low not in {lengths(side) for side in SIDES}:
                several = np.frombuffer(units, "<u2").astype(int) + segment.first
                assert (np.diff(several) > 0).all()
                found[key - low] |= set(several.tolist())
    return dict(found)


def expected(store: Store) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for unit, *texts in store.connection.execute("SELECT id, source, target FROM units"):
        for side, text in zip(SIDES, texts, strict=True):
            for term in plain(text, side):
                found[term].add(unit)
    return dict(found)


def test_terms_are_those_of_each_text_alone() -> None:
    random = Random(0)
    texts = [ODD, "", "\0", " ", "조", "a", *(mixed(random) for _ in range(400))]
    for side in SIDES:
        found, owners, count = terms(texts, side)
        for k, text in enumerate(texts):
            assert set(found[owners == k].tolist()) == plain(text.replace("\0", " "), side), text
            assert count[k] == len(TOKEN.findall(fold(text.replace("\0", " ")))), text


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("국제 조약", "국 제 조 약"),
        ("제3차 AI기술", "제 3 차 ai 기 술"),
        ("1,000.5원, F-16", "1,000.5 원 f 16"),
        ("Russia's TREATY", "russia s treaty"),
        ("中國・東京", "中 國 東 京"),
        ("\u1112\u1161\u11ab글", "한 글"),
    ],
)
def test_tokens(text: str, tokens: str) -> None:
    assert [match[0] for match in TOKEN.finditer(fold(text))] == tokens.split()


def test_terms_say_what_begins_alike() -> None:
    [(low, high)] = word("source", "treat", False)
    [(treaty, _)] = word("source", "treaty", True)
    [(trial, _)] = word("source", "trial", True)
    assert low <= treaty <= high < trial
    first, last = character("source", "북")
    assert first <= pair("source", "북", "한") <= last < pair("source", "불", "이")
    assert pair("source", "제", "3") == pair("source", "제", "") != pair("source", "제", "조")
    assert pair("source", "조", "약") != pair("target", "조", "약")
    assert of("source", ["조", "약", "#", "of"]) == sorted(
        {pair("source", "조", "약"), pair("source", "약", "#"), number("source"), word("source", "of", True)[0][0]}
    )


def test_all_units_are_found_by_all_their_terms(tmp_path: Path) -> None:
    random = Random(1)
    with Store.open(str(tmp_path / "a.tm"), writing=True) as store:
        assert update(store) == 0
        total = 0
        for turn in range(40):
            many = random.choice([1, 1, 2, 5, 50])
            add(store, [(mixed(random), mixed(random)) for _ in range(many)], str(turn))
            total += many
            if random.random() < 0.7:
                waited = waiting(store)
                assert update(store) == waited >= many
                assert listed(store) == expected(store)
        update(store)
        assert waiting(store) == 0 == update(store)
        known = segments(store.connection)
        assert len(known) <= 1 + total.bit_length()
        assert [s.behind for s in known[:-1]] == [s.first for s in known[1:]]


def test_forgotten_units_leave_the_rest_right(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "a.tm"), writing=True) as store:
        for name in "abc":
            add(store, [(f"조약 {name}", "treaty")] * 3, name)
            update(store)
        store.forget([3])
        assert update(store) == 0
        add(store, [("조약 새", "new")], "d")  # gets no number that the index has
        assert update(store) == 1
        found = listed(store)
        for term, units in expected(store).items():
            assert units <= found[term]


def test_long_texts_end_a_segment_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "MOST", 300)
    monkeypatch.setattr(index, "BATCH", 200)
    random = Random(2)
    with Store.open(str(tmp_path / "a.tm"), writing=True) as store:
        for turn in range(5):
            add(store, [(mixed(random) * 3, mixed(random)) for _ in range(30)], str(turn))
            assert update(store) == 30
        assert len(segments(store.connection)) > 5
        assert listed(store) == expected(store)


def test_ids_far_apart(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "a.tm"), writing=True) as store:
        add(store, [("하나", "one"), ("둘", "two"), ("셋", "three")], "a")
        store.connection.execute("UPDATE units SET id = 200000 WHERE id = 2")
        store.connection.execute("UPDATE units SET id = 200001 WHERE id = 3")
        assert update(store) == 3
        assert listed(store) == expected(store)


def test_places_of_terms(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "a.tm"), writing=True) as store:
        add(store, [("조약", "a"), ("회담", "b"), ("조약", "c")], "a")
        update(store)
        [segment] = segments(store.connection)
        assert segment[:4] == (0, 1, 4, 9)
        found = places(store.connection, segment, [pair("source", "조", "약"), pair("source", "없", "다")])
        assert found == {pair("source", "조", "약"): b"\0\0\2\0"}


def test_a_killed_update_leaves_a_right_index(tmp_path: Path) -> None:
    random = Random(3)
    path = str(tmp_path / "a.tm")
    with Store.open(path, writing=True) as store:
        for turn in range(20):
            add(store, [(mixed(random), mixed(random)) for _ in range(200)], str(turn))
    code = (
        "import sys; from align.memory import index; from align.memory.store import Store; index.SIZE = 100; "
        "store = Store.open(sys.argv[1], writing=True); print(1, flush=True); index.update(store)"
    )
    for wait in (0.002, 0.01, 0.05):
        process = subprocess.Popen([sys.executable, "-c", code, path], cwd=ROOT, stdout=subprocess.PIPE)
        assert process.stdout
        process.stdout.read(1)
        time.sleep(wait)
        process.kill()
        process.wait()
        process.stdout.close()
    with Store.open(path, writing=True) as store:
        update(store)
        assert waiting(store) == 0
        assert listed(store) == expected(store)

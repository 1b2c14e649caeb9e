"""What is learnt: word pairs from sentence pairs, forms of verbs, glossaries, and the file that holds them."""

from __future__ import annotations

import doctest

import numpy as np
import pytest

import align.lang.base.tokens
import align.lang.en.segments
import align.lang.en.tokens
import align.lang.ko.forms
import align.lang.ko.segments
import align.lang.ko.tokens
from align.engine import ibm
from align.engine.glossary import lexicon, terms
from align.engine.learning import learn
from align.engine.lexicon import read
from align.errors import FormatError
from align.lang.ko.forms import forms

PAIRS = [
    ("조약 비준", "treaty ratified", 1.0), ("조약 서명", "treaty signed", 1.0), ("법안 비준", "bill ratified", 1.0), ("법안 서명", "bill signed", 1.0),
] * 5  # fmt: skip


def slow_model_1(pairs: list[tuple[list[int], list[int]]], iterations: int) -> dict[tuple[int, int], float]:
    """IBM Model 1 as it is written down, without discounting."""
    t: dict[tuple[int, int], float] = {}
    for source, target in pairs:
        for f in [0, *source]:
            for e in target:
                t[f, e] = 1.0
    for f in {f for f, _ in t}:
        row = [key for key in t if key[0] == f]
        for key in row:
            t[key] = 1 / len(row)
    for _ in range(iterations):
        count: dict[tuple[int, int], float] = dict.fromkeys(t, 0.0)
        for source, target in pairs:
            for e in target:
                total = sum(t[f, e] for f in [0, *source])
                for f in [0, *source]:
                    count[f, e] += t[f, e] / total
        for f, e in t:
            t[f, e] = count[f, e] / sum(c for (g, _), c in count.items() if g == f)
    return t


def test_model_1_against_the_slow_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one block in memory, and in blocks of a few links in a file."""
    pairs = [([1, 2], [1, 2, 3]), ([1, 3], [1, 4]), ([2], [2]), ([4, 1], [3, 1])]
    wanted = slow_model_1(pairs, 4)
    assert tabled(pairs) == pytest.approx(wanted)
    monkeypatch.setattr(ibm, "BLOCK", 3)
    monkeypatch.setattr(ibm, "KEPT", 1)
    assert tabled(pairs) == pytest.approx(wanted)


def tabled(pairs: list[tuple[list[int], list[int]]]) -> dict[tuple[int, int], float]:
    """What the fast one finds; the empty word is 0 here, and none of its words."""
    source, target = (ibm.Bags.of([[w - 1 for w in pair[k]] for pair in pairs], 5) for k in (0, 1))
    found = ibm.train(source, target, np.ones(len(pairs)), iterations=4, discount=0.0)
    f, e = found.least(0.0)
    assert found.at(f, e) == pytest.approx(found.probability)
    alone = {(0, k + 1): p for k, p in enumerate(found.empty.tolist()) if p}
    return alone | {
        (a + 1, b + 1): p for a, b, p in zip(f.tolist(), e.tolist(), found.probability.tolist(), strict=True)
    }


def test_a_lexicon_knows_what_it_saw() -> None:
    found = learn(
        (p for k, p in enumerate(PAIRS) for p in [(f"{p[0]} {k}", f"{p[1]} {k}", p[2])]), "ko", "en", name="x"
    )
    i, j, forward, backward = found.pairs(["조약", "서명", "없음"], ["ratifi", "treati", "sign"])
    best = {(int(a), int(b)): (f, g) for a, b, f, g in zip(i, j, forward, backward, strict=True)}
    assert best[0, 1][0] > 0.5 < best[1, 2][1]
    assert best.get((0, 2), (0, 0))[0] < best[0, 1][0]


def test_a_lexicon_is_written_and_read_the_same() -> None:
    found = learn(((f"{a} {k}", f"{b} {k}", w) for k, (a, b, w) in enumerate(PAIRS)), "ko", "en", name="x")
    again = read(found.write(), "x.npz")
    assert again.source.words == found.source.words
    assert (again.forward == found.forward).all()
    assert (again.columns == found.columns).all()
    assert again.write() == found.write()
    back = again.reversed().reversed()
    assert sorted(
        zip(*[x.tolist() for x in back.pairs(list(back.source.words), list(back.target.words))], strict=True)
    ) == sorted(
        zip(*[x.tolist() for x in again.pairs(list(again.source.words), list(again.target.words))], strict=True)
    )


@pytest.mark.parametrize("data", [b"", b"PK", b"\x93NUMPY", b"PK\x05\x06" + b"\0" * 18])
def test_a_file_that_is_no_lexicon(data: bytes) -> None:
    with pytest.raises(FormatError, match="not a lexicon"):
        read(data, "x.npz")


@pytest.mark.parametrize(
    ("entry", "has"),
    [
        ("줄이다", "줄였"), ("어렵다", "어려운"), ("입다", "입은"), ("흐르다", "흘렀"), ("만들다", "만드는"), ("짓다", "지었"), ("듣다", "들었"), ("쓰다", "썼"),
        ("그렇다", "그랬"), ("하다", "했"), ("가다", "갔"), ("보다", "봤"), ("나라", "나라"), ("다", "다"),
    ],
)  # fmt: skip
def test_forms(entry: str, has: str) -> None:
    assert has in forms(entry)


@pytest.mark.parametrize(
    ("data", "name", "wanted"),
    [
        ("조약\ttreaty|pact\n", "a.tsv", [("조약", "treaty"), ("조약", "pact")]),
        ("ko,en\n\"조약\",\"treaty, the\"\n", "a.csv", [("조약", "treaty, the")]),
        ("# 주석\n\n조약\ttreaty\n", "a.tsv", [("조약", "treaty")]),
        ('<martif><text><body><termEntry><langSet xml:lang="ko-KR"><tig><term>조약</term></tig></langSet><langSet xml:lang="en">'
         "<tig><term>treaty</term></tig></langSet></termEntry></body></text></martif>", "a.tbx", [("조약", "treaty")]),
    ],
)  # fmt: skip
def test_glossaries(data: str, name: str, wanted: list[tuple[str, str]]) -> None:
    assert terms(data.encode(), name, "ko", "en") == wanted
    assert lexicon(wanted, "ko", "en").columns.size


@pytest.mark.parametrize(
    "module",
    [
        align.lang.ko.segments,
        align.lang.en.segments,
        align.lang.ko.tokens,
        align.lang.en.tokens,
        align.lang.base.tokens,
        align.lang.ko.forms,
    ],
    ids=lambda m: m.__name__,
)
def test_examples_in_docstrings(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.attempted
    assert not result.failed

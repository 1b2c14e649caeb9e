"""Sounds: who is whom, and who is not; the fast batch against a slow sum over all cuts."""

from __future__ import annotations

from itertools import combinations_with_replacement
from math import log

import numpy as np
import pytest

from align.engine.evidence.names import Side, _sounds, channel
from align.lang.ko.sound import MOST_LETTERS, letters, model, ratios, units
from align.lang.ko.tokens import tokens
from align.model import Mention

PAIRS = [
    ("라브로프는", "Lavrov"), ("블라디미르", "Vladimir"), ("평양에서", "Pyongyang"), ("젤렌스키", "Zelenskyy"), ("도널드", "Donald"),
    ("바르샤바의", "Warszawa"), ("김민수가", "Min-su"), ("박", "Park"), ("최선희는", "Choe"), ("트롬쇠에서", "Tromso"), ("할보르센", "Halvorsen"),
]  # fmt: skip


def sounds(hangul: str, latin: str, words: list[str]) -> dict[tuple[str, str], float]:
    """What is heard in one pair of one segment each."""
    return {
        pair: t for found in _sounds([Side([hangul], [])], [Side([latin], [])], [words]) for pair, t in found.items()
    }


@pytest.mark.parametrize(("hangul", "latin"), PAIRS)
def test_renderings_are_found(hangul: str, latin: str) -> None:
    assert (hangul, latin.lower()) in sounds(hangul, latin, [latin.lower()])


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("정부는", "Washington"),
        ("라브로프는", "Putin"),
        ("미국의", "Obama"),
        ("국회가", "London"),
        ("협약을", "Norway"),
    ],
)
def test_others_are_not(hangul: str, latin: str) -> None:
    assert not sounds(hangul, latin, [latin.lower()])


def test_a_word_that_also_stands_in_lower_case_is_no_name() -> None:
    assert not sounds("라브로프는", "Lavrov met lavrov", ["lavrov"])


@pytest.mark.parametrize(("hangul", "latin"), [("김", "kim"), ("라브", "lav"), ("빌라", "villa")])
def test_against_the_slow_sum(hangul: str, latin: str) -> None:
    """All ways to cut the Latin word among the units."""
    table = model()
    sequence = [u for syllable in units(hangul) for u in syllable]
    total = 0.0
    for cuts in combinations_with_replacement(range(len(latin) + 1), len(sequence) - 1):
        ends = [0, *cuts, len(latin)]
        product = 1.0
        for unit, a, b in zip(sequence, ends, ends[1:], strict=False):
            if b - a > MOST_LETTERS:
                product = 0.0
                break
            known = table.emissions.get(latin[a:b])
            product *= 1e-6 ** (b - a) if known is None else float(known[unit])
        total += product
    found = ratios([hangul], [latin], np.array([[0, 0]]))
    assert found[0, len(hangul) - 1] == pytest.approx(log(total) - table.chance(latin))


def test_latin_strings_link_across_any_languages() -> None:
    def latin(word: str) -> list[Mention]:
        return [Mention("latin", 0, len(word), word, (f"l:{word.lower()}",))]

    left = Side(["", ""], [latin("Reykjavík"), latin("Oslo")])
    right = Side(["", ""], [latin("Oslo"), latin("Reykjavíkur")])
    found = channel([left], [right], "is", "no")
    words = found.source.vocabulary, found.target.vocabulary
    linked = zip(found.links.source, found.links.target, strict=True)
    assert [(words[0][i], words[1][j]) for i, j in linked] == [("0 reykjavík", "0 reykjavíkur"), ("0 oslo", "0 oslo")]


def test_pairs_side_by_side_hear_what_each_hears_alone() -> None:
    hangul = [Side([a], []) for a, _ in PAIRS]
    latin = [Side([b], []) for _, b in PAIRS]
    words = [[b.lower()] for _, b in PAIRS]
    assert _sounds(hangul, latin, words) == [sounds(a, b, [b.lower()]) for a, b in PAIRS]


@pytest.mark.parametrize(("word", "wanted"), [("Agnès", "agnes"), ("Son-hui", "sonhui"), ("Łódź", "lodz"), ("日", "")])
def test_letters(word: str, wanted: str) -> None:
    assert letters(word) == wanted


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

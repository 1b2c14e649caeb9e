"""Sounds: who is whom, and who is not; the fast batch against a slow sum over all cuts."""

from __future__ import annotations

from itertools import combinations_with_replacement
from math import log

import numpy as np
import pytest

from align.lang.ko.sound import MOST_LETTERS, letters, model, ratios, units
from align.lang.ko.tokens import tokens
from align.model import Mention
from align.scoring.names import _sounds, channel

PAIRS = [
    ("라브로프는", "Lavrov"), ("블라디미르", "Vladimir"), ("평양에서", "Pyongyang"), ("젤렌스키", "Zelenskyy"), ("도널드", "Donald"),
    ("바르샤바의", "Warszawa"), ("김민수가", "Min-su"), ("박", "Park"), ("최선희는", "Choe"), ("트롬쇠에서", "Tromso"), ("할보르센", "Halvorsen"),
]  # fmt: skip


@pytest.mark.parametrize(("hangul", "latin"), PAIRS)
def test_renderings_are_found(hangul: str, latin: str) -> None:
    assert (hangul, latin.lower()) in _sounds([hangul], [latin], [latin.lower()])


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
    assert not _sounds([hangul], [latin], [latin.lower()])


def test_a_word_that_also_stands_in_lower_case_is_no_name() -> None:
    assert not _sounds(["라브로프는"], ["Lavrov met lavrov"], ["lavrov"])


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

    found = channel(
        [latin("Reykjavík"), latin("Oslo")], [latin("Oslo"), latin("Reykjavíkur")], ["", ""], ["", ""], "is", "no"
    )
    assert [(found.source.terms[i], found.target.terms[j]) for j, i in np.argwhere(found.forward > 0)] == [
        ("oslo", "oslo"), ("reykjavík", "reykjavíkur"),
    ]  # fmt: skip


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

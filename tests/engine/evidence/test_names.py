"""Sounds: who is whom, and who is not; many pairs in one go."""

from __future__ import annotations

import pytest

from align.engine.evidence.names import Side, _sounds, channel
from align.lang import language
from align.model import Mention

PAIRS = [
    ("라브로프는", "Lavrov"), ("블라디미르", "Vladimir"), ("평양에서", "Pyongyang"), ("젤렌스키", "Zelenskyy"), ("도널드", "Donald"),
    ("바르샤바의", "Warszawa"), ("김민수가", "Min-su"), ("박", "Park"), ("최선희는", "Choe"), ("트롬쇠에서", "Tromso"), ("할보르센", "Halvorsen"),
]  # fmt: skip


HEARING = language("ko").hearing("en")
assert HEARING is not None


def sounds(heard: str, spelt: str, words: list[str]) -> dict[tuple[str, str], float]:
    """What is heard in one pair of one segment each."""
    return {
        pair: t
        for found in _sounds(HEARING, [Side([heard], [()])], [Side([spelt], [()])], [words])
        for pair, t in found.items()
    }


@pytest.mark.parametrize(("heard", "spelt"), PAIRS)
def test_renderings_are_found(heard: str, spelt: str) -> None:
    assert (heard, spelt.lower()) in sounds(heard, spelt, [spelt.lower()])


@pytest.mark.parametrize(
    ("heard", "spelt"),
    [
        ("정부는", "Washington"),
        ("라브로프는", "Putin"),
        ("미국의", "Obama"),
        ("국회가", "London"),
        ("협약을", "Norway"),
    ],
)
def test_others_are_not(heard: str, spelt: str) -> None:
    assert not sounds(heard, spelt, [spelt.lower()])


def test_a_word_that_also_stands_in_lower_case_is_no_name() -> None:
    assert not sounds("라브로프는", "Lavrov met lavrov", ["lavrov"])


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
    heard = [Side([a], [()]) for a, _ in PAIRS]
    spelt = [Side([b], [()]) for _, b in PAIRS]
    words = [[b.lower()] for _, b in PAIRS]
    assert _sounds(HEARING, heard, spelt, words) == [sounds(a, b, [b.lower()]) for a, b in PAIRS]

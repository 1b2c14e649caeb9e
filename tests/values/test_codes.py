"""Codes: against a plainly right count of edits, and which pairs are slips."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.values import COMPATIBLE, CONFLICT, EQUAL, UNKNOWN, Code
from align.values.codes import agree, distance, slip

SHORT = st.text("ab1.", max_size=6)


def plainly(a: str, b: str) -> int:
    """Every way to turn one string into the other by edits and by changing neighbours round, each letter touched once."""

    @cache
    def least(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        found = [least(i - 1, j) + 1, least(i, j - 1) + 1, least(i - 1, j - 1) + (a[i - 1] != b[j - 1])]
        if i > 1 and j > 1 and a[i - 2 : i] == b[j - 2 : j][::-1]:
            found.append(least(i - 2, j - 2) + 1)
        return min(found)

    return least(len(a), len(b))


@given(SHORT, SHORT, st.integers(0, 3))
def test_edits(a: str, b: str, most: int) -> None:
    right = plainly(a, b)
    found = distance(a, b, most)
    assert found == right if right <= most else found > most


@given(SHORT, SHORT)
def test_a_slip_is_one_both_ways(a: str, b: str) -> None:
    assert slip(a, b) == slip(b, a)


@pytest.mark.parametrize("family", ["url", "mail", "handle", "phone", "number", "version", "article", "designation"])
@given(text=st.text("aK19.", min_size=1, max_size=6), other=st.text("aK19.", min_size=1, max_size=6))
def test_the_order_of_the_sides_is_no_matter(family: str, text: str, other: str) -> None:
    assert agree(Code(family, text), Code(family, text)) == EQUAL
    assert agree(Code(family, text), Code(family, other)) == agree(Code(family, other), Code(family, text))


PAIRS = [
    ("version", "3.10", "3.1", CONFLICT), ("version", "3.10.1", "3.10", COMPATIBLE), ("article", "9.2", "9", COMPATIBLE),
    ("article", "9.2", "9.1", CONFLICT), ("article", ".2", "9", UNKNOWN), ("article", "98-2", "98", CONFLICT),
    ("phone", "23980000", "8223980000", COMPATIBLE), ("phone", "23980000", "8223980001", CONFLICT),
    ("phone", "120", "27312120", UNKNOWN), ("phone", "119", "119", EQUAL), ("url", "example.kr", "example.kr/eng", EQUAL),
    ("url", "example.kr/a/list", "example.kr/a/lits", CONFLICT), ("url", "example.kr", "news.example.kr", COMPATIBLE),
    ("url", "example.kr", "other.org", UNKNOWN), ("mail", "desk@a.kr", "dest@a.kr", CONFLICT),
    ("mail", "desk@a.kr", "kim.minji@a.kr", UNKNOWN), ("designation", "K2", "k2", EQUAL), ("designation", "KF21", "F35", UNKNOWN),
    ("designation", "17", "Hwasong17", COMPATIBLE), ("designation", "17", "Hwasong15", CONFLICT),
    ("designation", "17", "KF21", UNKNOWN), ("designation", "KF21", "KP21", CONFLICT), ("designation", "F35A", "F35", COMPATIBLE),
    ("designation", "F35A", "F35B", CONFLICT), ("designation", "K2", "K21", CONFLICT),
]  # fmt: skip


@pytest.mark.parametrize(("family", "a", "b", "told"), PAIRS)
def test_pairs(family: str, a: str, b: str, told: str) -> None:
    assert agree(Code(family, a), Code(family, b)) == told


def test_two_families_are_two_things() -> None:
    assert agree(Code("phone", "120"), Code("article", "120")) == UNKNOWN

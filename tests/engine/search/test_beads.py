"""Canonical order and moved marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bead_order import ordered
from align.evaluation.metrics import moved
from align.model import Bead


def beads(text: str) -> list[Bead]:
    found = []
    for item in text.split():
        left, right = item.split(":")
        found.append(
            Bead(tuple(map(int, filter(None, left.split(",")))), tuple(map(int, filter(None, right.split(",")))))
        )
    return found


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("1:1 0:0", "0:0 1:1"),
        (":0 0:1", ":0 0:1"),
        ("0:0 :1 1:2", "0:0 :1 1:2"),
        ("0:1 1:0 :2", "0:1 :2 1:0"),
        (":2 :1 :0", ":0 :1 :2"),
        ("0: 1:0 :1", "0: 1:0 :1"),
        ("0,1:0 :1 2:2,3", "0,1:0 :1 2:2,3"),
    ],
)
def test_order(given: str, wanted: str) -> None:
    assert [(b.source, b.target) for b in ordered(beads(given))] == [(b.source, b.target) for b in beads(wanted)]


@given(st.permutations(range(7)))
def test_moved_is_the_smallest_set(order: list[int]) -> None:
    found = ordered(Bead((i,), (j,)) for i, j in enumerate(order))
    kept = [b.target[0] for b in found if not b.moved]
    assert kept == sorted(kept)
    longest = 0  # the slow judge: every subset
    for mask in range(1 << 7):
        chosen = [order[i] for i in range(7) if mask >> i & 1]
        if chosen == sorted(chosen):
            longest = max(longest, len(chosen))
    assert len(kept) == longest
    assert len(moved(((i,), (j,)) for i, j in enumerate(order))) == 7 - longest

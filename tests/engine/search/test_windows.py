"""Where a book is cut, and the sketch that the cuts are looked for with."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bead_order import longest_increasing
from align.engine.engine import Engine, prepare
from align.engine.evidence.hints import Hints
from align.engine.search.windows import PIECE, _cuts, _pieces
from align.evaluation.gold import load
from tests.conftest import ROOT, document


class Diagonal:
    """Two texts that are the same line for line, `shift` lines further on in the target behind line `since`."""

    def __init__(self, since: int, shift: int) -> None:
        self.since, self.shift = since, shift

    def likeness(self, rows: range, columns: range) -> np.ndarray:
        found = np.ones((len(rows), len(columns)))
        for row in rows:
            column = row + (self.shift if row >= self.since else 0)
            if column in columns:
                found[row - rows.start, column - columns.start] = 20.0
        return found


@pytest.mark.parametrize(("since", "shift"), [(0, 0), (300, 40), (300, 400), (500, 1500)])
def test_pieces_cover_both_sides_in_order(since: int, shift: int) -> None:
    n, m = 1000, 1000 + shift
    pieces = list(_pieces(n, m, Diagonal(since, shift)))
    assert [i for rows, _ in pieces for i in rows] == list(range(n))
    assert [j for _, columns in pieces for j in columns] == list(range(m))
    crossed = [i for rows, columns in pieces for i in rows if i + (shift if i >= since else 0) not in columns]
    assert crossed == []
    if shift < 1000:  # a longer insertion is left to the sliding window
        assert len(pieces) > n / (2 * PIECE)


def test_nothing_is_cut_where_nothing_is_clear() -> None:
    assert _cuts(np.ones((9, 9)), range(9), range(9)) == []
    assert _cuts(np.zeros((9, 9)), range(9), range(9)) == []
    assert _cuts(20 * np.eye(1), range(1), range(1)) == []
    assert _cuts(20 * np.eye(3)[::-1], range(3), range(3)) == []


def test_a_cut_is_between_neighbours_on_both_sides() -> None:
    likeness = 20 * np.eye(4)
    assert _cuts(likeness, range(10, 14), range(30, 34)) == [(11, 31), (12, 32), (13, 33)]
    likeness[1, 3] = 19.0  # two of the target are like one of the source: no cut beside either
    assert _cuts(likeness, range(10, 14), range(30, 34)) == []


@given(st.lists(st.integers(0, 9), max_size=9))
def test_rising_against_every_choice(values: list[int]) -> None:
    found = [values[k] for k in longest_increasing(values)]
    assert all(a < b for a, b in pairwise(found))
    longest = max(
        size
        for size in range(len(values) + 1)
        for some in combinations(values, size)
        if all(a < b for a, b in pairwise(some))
    )
    assert len(found) == longest


def test_likeness_against_a_slow_sum() -> None:
    engine = Engine.load("ko", "en")
    gold = load(ROOT / "corpora" / "news")[0]
    source, target = prepare(document(list(gold.source), "ko")), prepare(document(list(gold.target), "en"))
    hints = Hints.of(source.tokens, target.tokens, source.mentions, target.mentions, engine.lexicons)
    whole = hints.likeness(range(len(gold.source)), range(len(gold.target)))
    assert np.allclose(hints.likeness(range(2, 9), range(3, 11)), whole[2:9, 3:11])
    slow = np.zeros_like(whole)
    places = set(hints.places.tolist())
    for i in range(len(gold.source)):
        for term in hints.terms[hints.starts[i] : hints.starts[i + 1]]:
            for link in range(hints.first[term], hints.first[term + 1]):
                for j in range(len(gold.target)):
                    if int(hints.wanted[link]) * hints.segments + j in places:
                        slow[i, j] += hints.gains[link]
    assert np.allclose(whole, slow)
    right = sum(whole[i].argmax() == j for (i,), (j,) in (b for b in gold.beads if len(b[0]) == len(b[1]) == 1))
    assert right > 0.8 * sum(len(a) == len(b) == 1 for a, b in gold.beads)

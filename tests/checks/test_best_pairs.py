"""The best pairs, against every way there is to pair two lists."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from align.checks.compare.best_pairs import best_pairs


@st.composite
def tables(draw: st.DrawFn) -> list[list[float]]:
    rows, columns = draw(st.integers(0, 5)), draw(st.integers(1, 5))
    gain = st.one_of(st.integers(-2, 4).map(float), st.floats(-1, 9, allow_nan=False))
    return [[draw(gain) for _ in range(columns)] for _ in range(rows)]


def most(gains: list[list[float]]) -> float:
    """The greatest sum, by trying all: rows that pair with nothing take a column beyond the last."""
    if not gains:
        return 0.0
    wide = len(gains[0])
    places = range(wide + len(gains))
    return max(
        sum(max(row[j], 0.0) for row, j in zip(gains, some, strict=True) if j < wide)
        for some in permutations(places, len(gains))
    )


@given(tables())
def test_no_way_is_better(gains: list[list[float]]) -> None:
    pairs = best_pairs(gains)
    assert abs(sum(gains[i][j] for i, j in pairs) - most(gains)) < 1e-6
    assert all(gains[i][j] > 0 for i, j in pairs)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


@given(tables())
def test_the_same_from_the_other_side(gains: list[list[float]]) -> None:
    if gains:
        turned = [list(column) for column in zip(*gains, strict=True)]
        total = sum(gains[i][j] for i, j in best_pairs(gains))
        assert abs(total - sum(turned[i][j] for i, j in best_pairs(turned))) < 1e-6

"""Scores: a table of cases, and a slow judge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.evaluation.boundaries import boundary_counts
from align.evaluation.metrics import Tally, moved, reliability


def pairs(text: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    found = []
    for item in text.split():
        a, b = item.split(":")
        found.append((tuple(map(int, filter(None, a.split(",")))), tuple(map(int, filter(None, b.split(","))))))
    return found


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall", "lax"),
    [
        ("0:0 1:1", "0:0 1:1", 1.0, 1.0, 1.0),
        ("0:0 1:1", "0,1:0,1", 0.0, 0.0, 1.0),
        ("0:0 1:", "0:0 1:", 1.0, 1.0, 1.0),
        ("0:0 1: :1", "0:0 1:1", 0.5, 1.0, 2 / 3),
        ("0:0 1:1", "0:0 1: :1", 1 / 3, 0.5, 0.4),
        ("0,1:0", "0:0 1:", 0.0, 0.0, 2 / 3),
    ],
)
def test_scores(gold: str, found: str, precision: float, recall: float, lax: float) -> None:
    tally = Tally.of(pairs(gold), pairs(found))
    assert (tally.precision, tally.recall) == (pytest.approx(precision), pytest.approx(recall))
    assert tally.f1_lax == pytest.approx(lax)


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [("0:0 1: :1", "0:0 1: :1", 1.0, 1.0), ("0:0 1: 2:", "0:0 1: 2:1", 1.0, 0.5), ("0:0", "0: :0", 0.0, 1.0)],
)
def test_nulls(gold: str, found: str, precision: float, recall: float) -> None:
    tally = Tally.of(pairs(gold), pairs(found))
    assert (tally.null_precision, tally.null_recall) == (precision, recall)


@pytest.mark.parametrize(
    ("beads", "wanted"),
    [("0:0 1:1", ""), ("0:1 1:0", "0:1"), ("0:2 1:0 2:1", "0:2"), ("0:0 1:3 2:1 3:2", "1:3"), ("0: :0", "")],
)
def test_moved(beads: str, wanted: str) -> None:
    assert moved(pairs(beads)) == set(pairs(wanted))


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40))
def test_calibration_is_bounded_and_counts_everything(scored: list[tuple[float, bool]]) -> None:
    rows, error = reliability(scored)
    assert sum(n for n, _, _ in rows) == len(scored)
    assert 0 <= error <= 1


def test_a_perfectly_calibrated_scorer_has_no_error() -> None:
    assert reliability([(0.75, True)] * 3 + [(0.75, False)])[1] == pytest.approx(0)
    assert reliability([(0.95, False)] * 4)[1] == pytest.approx(0.95)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3), st.integers(0, 6), st.integers(0, 3)), max_size=6))
def test_overlap_against_the_slow_judge(rows: list[tuple[int, int, int, int]]) -> None:
    beads = [(tuple(range(i, i + a)), tuple(range(j, j + b))) for i, a, j, b in rows]
    gold, found = beads[::2], beads[1::2]
    full = {p for p in found if p[0] and p[1]}
    wanted = sum(any(set(a) & set(x) and set(b) & set(y) for x, y in gold if x and y) for a, b in full)
    nulls = {p for p in found if (p[0] or p[1]) and p not in full} & {p for p in gold if p[0] or p[1]}
    assert Tally.of(gold, found).overlapping == wanted + len(nulls)


def test_boundaries_do_not_see_white_space() -> None:
    assert boundary_counts(["a b.", "c."], ["a  b.", " c."]) == (1, 1, 1)
    assert boundary_counts(["ab.", "c."], ["a", "b.", "c."]) == (1, 2, 1)

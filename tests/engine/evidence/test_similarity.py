"""What a model says of beads, against slow and obvious judges."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.engine.evidence import similarity
from align.engine.evidence.features import SHAPES
from align.engine.evidence.similarity import Scale, Scales, Similar

RANDOM = np.random.default_rng(3)


def rows(count: int, width: int = 16) -> similarity.Floats:
    return similarity.unit(RANDOM.normal(size=(count, width)))


@pytest.mark.parametrize(
    ("together", "sure"),
    [
        ((0.0, 0.2), "a model that tells nothing apart"),
        ((-0.3, 0.2), "one that has it backwards"),
    ],
)
def test_a_useless_model_says_nothing(together: tuple[float, float], sure: str) -> None:
    scale = Scale((0.0, 0.2), together)
    assert not scale.odds(np.linspace(-1, 1, 21)).any(), sure


def test_odds_rise_and_end() -> None:
    scale = Scale((0.0, 0.2), (0.6, 0.1))
    odds = scale.odds(np.linspace(-1, 1, 201))
    assert (np.diff(odds) >= 0).all()
    assert odds[0] == -similarity.MOST
    assert scale.odds(np.array([0.0]))[0] < 0 < scale.odds(np.array([0.6]))[0]


def test_odds_are_the_ratio_of_two_normals() -> None:
    scale = Scale((0.1, 0.2), (0.6, 0.15))
    at = np.array([0.2, 0.35, 0.5])

    def log(values: similarity.Floats, mean: float, spread: float) -> similarity.Floats:
        found: similarity.Floats = -(((values - mean) / spread) ** 2) / 2 - np.log(spread)
        return found

    assert np.allclose(scale.odds(at), log(at, 0.6, 0.15) - log(at, 0.1, 0.2))


PRIOR = Scale((0.0, 0.1), (0.5, 0.1))


def test_a_scale_is_the_documents_where_these_are_many_and_the_priors_where_few() -> None:
    likeness = np.full((40, 40), -0.02) + np.eye(40) * 0.9
    found = Scale.of((likeness, 1 - np.eye(40)), (likeness, np.eye(40)), PRIOR)
    assert found.together[0] == pytest.approx(0.83, abs=0.04)
    few = Scale.of((likeness[:1, :1], np.ones((1, 1))), (likeness[:1, :1], np.zeros((1, 1))), PRIOR)
    assert few.together[0] > 0.35
    assert few.apart[0] == pytest.approx(0.04, abs=0.01)


@pytest.mark.parametrize("seed", range(8))
def test_chance_is_not_taken_for_knowledge(seed: int) -> None:
    likeness, own = np.random.default_rng(seed).normal(0, 0.2, (30, 30)), np.eye(30)
    scale = Scale.of((likeness, 1 - own), (likeness, own), Scale((0.0, 0.2), (0.0, 0.2)))
    assert abs(scale.odds(np.array([0.2]))[0]) < 0.4  # a likeness that one pair in six has


def test_known_pairs_make_a_scale() -> None:
    scales = Scales.of({(1, 1): np.array([[0.8, 0.1], [-0.1, 0.6]])}, np.eye(2))
    assert scales.alike.together[0] == pytest.approx(0.7)
    assert scales.alike.apart[0] == pytest.approx(0.0)
    assert not scales.gain.odds(np.array([0.5])).any()  # nothing was seen of longer beads


def test_what_a_segment_adds() -> None:
    singles = rows(30, 200)
    likeness = similarity.cosines(*(similarity.vectors(singles, np.ones(30), 2) for _ in range(2)), SHAPES)
    gain = Scales.of(likeness, np.eye(30)).gain
    assert gain.apart[0] == pytest.approx(-0.29, abs=0.05)  # 1 over the root of 2, less 1
    assert gain.together[0] == pytest.approx(0.29, abs=0.05)


def test_runs_are_weighted_means() -> None:
    singles, sizes = rows(6), RANDOM.uniform(1, 5, 6)
    found = similarity.vectors(singles, sizes, 4)
    assert [len(each) for each in found] == [6, 5, 4, 3]
    for k, each in enumerate(found, 1):
        for start, vector in enumerate(each):
            wanted = sum(sizes[i] * singles[i] for i in range(start, start + k))
            assert np.allclose(vector, wanted / np.linalg.norm(wanted))


def test_runs_that_were_read_take_their_place() -> None:
    own = rows(1)[0]
    found = similarity.vectors(rows(5), np.ones(5), 3, runs={(2, 2): own})
    assert np.allclose(found[1][2], own)


def test_the_mean_is_taken_off() -> None:
    common = rows(1)[0]
    singles = similarity.unit(rows(30) * 0.5 + common)
    plain, centred = (similarity.vectors(singles, np.ones(30), 1, general)[0] for general in (None, np.zeros(16)))
    apart = ~np.eye(30, dtype=bool)
    assert (plain @ plain.T)[apart].mean() > 0.5
    assert abs((centred @ centred.T)[apart].mean()) < 0.15


def slow_tokenwise(
    source: list[similarity.Floats], target: list[similarity.Floats], a: int, b: int
) -> similarity.Floats:
    sides = []
    for segments in (source, target):
        mean = np.concatenate(segments).mean(0)
        sides.append([similarity.unit(each - mean) for each in segments])
    found = np.zeros((len(source) - a + 1, len(target) - b + 1))
    for i in range(found.shape[0]):
        for j in range(found.shape[1]):
            cosines = np.concatenate(sides[0][i : i + a]) @ np.concatenate(sides[1][j : j + b]).T
            found[i, j] = (cosines.max(1).mean() + cosines.max(0).mean()) / 2
    return found - found.mean()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=5), st.lists(st.integers(1, 6), min_size=1, max_size=5))
def test_tokenwise_is_what_it_says(source: list[int], target: list[int]) -> None:
    left, right = [rows(k) for k in source], [rows(k) for k in target]
    found = similarity.tokenwise(left, right, SHAPES)
    assert {*found} == {(a, b) for a, b in SHAPES if a <= len(left) and b <= len(right)}
    for (a, b), each in found.items():
        assert np.allclose(each, slow_tokenwise(left, right, a, b))


def slow_features(likeness: similarity.Likeness, scales: Scales, a: int, b: int, i: int, j: int) -> list[float]:
    own = likeness[a, b][i, j]
    rest = []
    if a > 1:
        rest += [likeness[a - 1, b][i, j], likeness[a - 1, b][i + 1, j]]
    if b > 1:
        rest += [likeness[a, b - 1][i, j], likeness[a, b - 1][i, j + 1]]
    odds = float(scales.alike.odds(np.array([own]))[0])
    right = np.exp(min((float(scales.gain.odds(np.array([own - each]))[0]) for each in rest), default=0.0))
    wrong = similarity.WRONG
    return [odds, float(np.log((wrong + (1 - wrong) * right) / (1 - wrong + wrong * right)))]


def test_features_are_what_they_say() -> None:
    scales = Scales(Scale((0.0, 0.2), (0.5, 0.2)), Scale((-0.2, 0.1), (0.3, 0.1)))
    sides = [similarity.vectors(rows(n), np.ones(n), 7) for n in (6, 9)]
    likeness = similarity.cosines(*sides, SHAPES)
    small = similarity.cosines(*(similarity.vectors(rows(n), np.ones(n), 7) for n in (2, 3)), SHAPES)
    found = Similar.of([(likeness, scales), (small, scales)])
    for (a, b), each in found.beads.items():
        for d, own in enumerate((likeness, small)):
            if (a, b) in own:
                for i, j in np.ndindex(own[a, b].shape):
                    assert np.allclose(each[:, d, i, j], slow_features(own, scales, a, b, i, j))
    assert np.allclose(found.source[1, :2], -np.maximum(scales.alike.odds(small[1, 1]), 0).max(1))
    assert not found.source[1, 2:].any()

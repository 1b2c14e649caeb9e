"""What a model says of beads: how alike it finds two runs of segments, as evidence in nats.

Sentence embeddings of a document share what the document is about: each side's mean is taken off first, so that unrelated
segments have a cosine of about 0 (measured: more nearest neighbours are right than with margins; Artetxe and Schwenk 2019 for those).
A likeness becomes the log ratio of two normal distributions, of pairs that belong together and of pairs that do not. Both are
estimated in the documents themselves, from what the other evidence is sure of, and shrunk towards what the model showed on
sentences whose translations are known: a model that tells nothing apart has a ratio of about 0 everywhere. In the same way it is
learnt what a segment adds to the likeness of a bead that it belongs into, and to one that it does not: a bead that would be
better without one of its segments is wrong however alike its sides are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.engine.search.lattice import Shape

Floats = NDArray[np.float64]
Likeness = Mapping[Shape, Floats]
"""For each shape a:b how alike the runs are, by where they start: (N - a + 1, M - b + 1), about 0 where they are unrelated."""

Normal = tuple[float, float]
"""Mean and standard deviation."""
Sample = tuple[Floats, Floats]
"""Values and the weight of each."""

BEADS, CELLS = 6.0, 20.0
"""How many pairs that belong together, and that do not, the model's prior counts as."""
PSEUDO = 4.0
"""How many segments of a document the general mean counts as."""
SURE = 0.5
"""Probability of a 1:1 bead from which it tells what belongs together."""
DOUBT = 9.0
"""Square of how many standard errors the two means have to lie apart for half of the distance to be believed."""
SHARPEST = 6.0
"""The most standard deviations that the two means may lie apart: what shares a name by chance is far out of a narrow normal."""
NARROW = 0.03
"""The least standard deviation of a likeness."""
MOST = 50.0
"""The most that one feature says, either way; a model that knows much may be louder than all the other evidence."""
WRONG = 0.1
"""Share of segments of which a model says the opposite of what is so."""
FEATURES = ("similar", "similar_least")
"""Of a bead: its log-odds, and the least that speaks for one of its end segments.

What would speak for another segment more, and the odds times the segments, got weights of 0 from the fit.
"""


@dataclass(frozen=True, slots=True)
class Scale:
    """A number's mean and standard deviation where two things do not belong together, and where they do."""

    apart: Normal
    together: Normal

    def odds(self, values: Floats) -> Floats:
        """log P(value | together) / P(value | apart): rising, and straight beyond the two means."""
        (low, wide), (high, narrow) = self.apart, self.together
        if high <= low:
            return np.zeros_like(values)
        inside = np.clip(values, low, high)
        found = ((inside - low) / wide) ** 2 / 2 - ((inside - high) / narrow) ** 2 / 2 + np.log(wide / narrow)
        found += (
            np.maximum(0, values - high) * (high - low) / wide**2
            - np.maximum(0, low - values) * (high - low) / narrow**2
        )
        kept: Floats = np.clip(found, -MOST, MOST)
        return kept

    @classmethod
    def of(cls, apart: Sample, together: Sample, prior: Scale | None = None) -> Scale:
        """From samples of either; `prior` where these are small. What chance may have made is not believed."""
        if prior is None:
            return cls(*(_normal(sample, (0.0, NARROW), 0.0) for sample in (apart, together)))
        low, high = _normal(apart, prior.apart, CELLS), _normal(together, prior.together, BEADS)
        between = max(0.0, high[0] - low[0])
        chance = DOUBT * high[1] ** 2 / (BEADS + float(together[1].sum()))
        between = between**3 / (between**2 + chance)
        least = between / SHARPEST
        return cls((low[0], max(least, low[1])), (low[0] + between, max(least, high[1])))


def _normal(sample: Sample, prior: Normal, pseudo: float) -> Normal:
    """Weighted mean and standard deviation, `pseudo` values of the prior's among them."""
    values, weights = sample
    total = max(pseudo + float(weights.sum()), 1e-9)
    mean = (pseudo * prior[0] + float((weights * values).sum())) / total
    square = pseudo * (prior[1] ** 2 + (prior[0] - mean) ** 2) + float((weights * (values - mean) ** 2).sum())
    return mean, max(NARROW, (square / total) ** 0.5)


@dataclass(frozen=True, slots=True)
class Scales:
    """By which likenesses are read."""

    alike: Scale
    """Of two segments."""
    gain: Scale
    """Of what a segment adds to the likeness of a bead: one that does not belong into it, and one that does."""

    @classmethod
    def of(cls, likeness: Likeness, sure: Floats, prior: Scales | None = None) -> Scales:
        """From a document, and how sure it is of each pair of segments (N, M) that they are a bead.

        A segment too many is any neighbour of a sure bead. One that belongs is either end of two sure beads in a row, read as one.
        """
        trusted = np.where(sure > SURE, sure, 0.0)
        alike = Scale.of((likeness[1, 1], 1 - trusted), (likeness[1, 1], trusted), prior.alike if prior else None)
        wrong, right = [], []
        every, here, there = slice(None), slice(0, -1), slice(1, None)
        for shape, parts in (((2, 1), ((here, every), (there, every))), ((1, 2), ((every, here), (every, there)))):
            if shape in likeness:
                wrong += [(likeness[shape] - likeness[1, 1][part], trusted[part]) for part in parts]
        if (2, 2) in likeness:
            both = trusted[:-1, :-1] * trusted[1:, 1:] / 4
            right = [(likeness[2, 2] - smaller, both) for smaller in _within(likeness, (2, 2))]
        return cls(alike, Scale.of(_joined(wrong), _joined(right), prior.gain if prior else None))

    @classmethod
    def flat(cls, spread: float) -> Scales:
        """Of a model that nothing is expected of."""
        nothing = Scale((0.0, spread), (0.0, spread))
        return cls(nothing, nothing)


def _joined(samples: Sequence[Sample]) -> Sample:
    values, weights = ([np.ravel(sample[k]) for sample in samples] for k in (0, 1))
    return np.concatenate([np.zeros(0), *values]), np.concatenate([np.zeros(0), *weights])


@dataclass(frozen=True, slots=True)
class Similar:
    """The features of beads and nulls for some document pairs, side by side."""

    beads: Mapping[Shape, Floats]
    """(features, documents, N - a + 1, M - b + 1) for each shape."""
    source: Floats
    """(documents, N): how sure it is that a segment has a counterpart, in nats below 0."""
    target: Floats

    @classmethod
    def of(cls, pairs: Sequence[tuple[Likeness, Scales]]) -> Similar:
        """Of each pair its likeness and the scales to read it by."""
        n, m = (max(likeness[1, 1].shape[side] for likeness, _ in pairs) for side in (0, 1))
        shapes = dict.fromkeys(shape for likeness, _ in pairs for shape in likeness)
        beads = {(a, b): np.zeros((len(FEATURES), len(pairs), n - a + 1, m - b + 1)) for a, b in shapes}
        alone = np.zeros((len(pairs), n)), np.zeros((len(pairs), m))
        for d, (likeness, scales) in enumerate(pairs):
            for shape in likeness:
                rows = _features(likeness, scales, shape)
                beads[shape][:, d, : rows.shape[1], : rows.shape[2]] = rows
            single = np.maximum(scales.alike.odds(likeness[1, 1]), 0)
            for side, row in enumerate(alone):
                row[d, : single.shape[side]] = -single.max(1 - side)
        return cls(beads, *alone)


def _features(likeness: Likeness, scales: Scales, shape: Shape) -> Floats:
    """(features, N - a + 1, M - b + 1)"""
    own = likeness[shape]
    odds = scales.alike.odds(own)
    least = np.full_like(own, MOST if max(shape) > 1 else 0.0)
    for smaller in _within(likeness, shape):
        least = np.minimum(least, scales.gain.odds(own - smaller))
    return np.stack([odds, _bounded(least)])


def _bounded(odds: Floats) -> Floats:
    """Log-odds of a test that goes wrong at times: never more than what one such error costs, either way."""
    right = np.exp(odds)
    found: Floats = np.log((WRONG + (1 - WRONG) * right) / ((1 - WRONG) + WRONG * right))
    return found


def _within(likeness: Likeness, shape: Shape) -> Iterable[Floats]:
    """The likeness of what is left of each bead without its first or last segment of a side."""
    a, b = shape
    n, m = likeness[shape].shape
    if a > 1:
        smaller = likeness[a - 1, b]
        yield smaller[:n]
        yield smaller[1 : n + 1]
    if b > 1:
        smaller = likeness[a, b - 1]
        yield smaller[:, :m]
        yield smaller[:, 1 : m + 1]


def vectors(
    singles: Floats,
    sizes: Floats,
    most: int,
    general: Floats | None = None,
    runs: Mapping[tuple[int, int], Floats] | None = None,
) -> list[Floats]:
    """Unit vectors of all runs of a side: [k - 1] is (N - k + 1, width), k up to `most`.

    `singles` (N, width) are those of the segments. A run is its own vector of `runs` by (start, k), and else the mean of its
    segments by their `sizes`. Each k has its mean taken off, shrunk towards `general`; None takes nothing off.
    """
    found = []
    sums = np.zeros((len(singles) + 1, singles.shape[1]))
    np.cumsum(singles * sizes[:, None], axis=0, out=sums[1:])
    for k in range(1, min(most, len(singles)) + 1):
        each = unit(sums[k:] - sums[:-k])
        for (start, size), vector in (runs or {}).items():
            if size == k:
                each[start] = vector
        if general is not None:
            each = unit(each - (each.sum(0) + PSEUDO * general) / (len(each) + PSEUDO))
        found.append(each)
    return found


def unit(rows: Floats) -> Floats:
    """Rows of length 1; a row of zeros stays one."""
    found: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return found


def cosines(source: Sequence[Floats], target: Sequence[Floats], shapes: Iterable[Shape]) -> dict[Shape, Floats]:
    """The likeness of all runs, from their unit vectors as `vectors` gives them."""
    return {(a, b): source[a - 1] @ target[b - 1].T for a, b in shapes if a <= len(source) and b <= len(target)}


def tokenwise(source: Sequence[Floats], target: Sequence[Floats], shapes: Iterable[Shape]) -> dict[Shape, Floats]:
    """The likeness of all runs from the vectors of their tokens, (tokens, width) for each segment.

    Each token's cosine with the token of the other run that is most like it, their mean, both ways (as in BERTScore; Zhang et
    al. 2020). Each side's mean token is taken off first, and each shape's mean at last.
    """
    shapes = [*shapes]
    sides = []
    for segments in (source, target):
        every = np.concatenate(segments)
        sides.append((unit(every - every.mean(0)), np.cumsum([0, *map(len, segments)])))
    (left, starts), (right, ends) = sides
    taken = _nearest(left, right, ends)
    given = _nearest(right, left, starts)
    found = {}
    for a, b in shapes:
        if a > len(source) or b > len(target):
            continue
        one = _means(_spread(taken, b), starts, a)
        other = _means(_spread(given, a), ends, b).T
        whole = (one + other) / 2
        found[a, b] = whole - whole.mean()
    return found


def _nearest(tokens: Floats, others: Floats, starts: NDArray[np.int64]) -> Floats:
    """(tokens, segments): the cosine with the nearest token of each segment of the other side."""
    step = max(1, 2**22 // max(1, len(others)))
    parts = [
        np.maximum.reduceat(tokens[k : k + step] @ others.T, starts[:-1], axis=1) for k in range(0, len(tokens), step)
    ]
    return np.concatenate(parts)


def _spread(nearest: Floats, size: int) -> Floats:
    """The nearest over each run of `size` segments."""
    width = nearest.shape[1] - size + 1
    found = nearest[:, :width].copy()
    for k in range(1, size):
        np.maximum(found, nearest[:, k : k + width], out=found)
    return found


def _means(rows: Floats, starts: NDArray[np.int64], size: int) -> Floats:
    """The mean of the rows of each run of `size` segments."""
    sums = np.zeros((len(rows) + 1, rows.shape[1]))
    np.cumsum(rows, axis=0, out=sums[1:])
    counts = (starts[size:] - starts[:-size])[:, None]
    found: Floats = (sums[starts[size:]] - sums[starts[:-size]]) / np.maximum(counts, 1)
    return found

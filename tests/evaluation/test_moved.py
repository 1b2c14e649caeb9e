"""The generator of benchmarks/moved.py."""

from __future__ import annotations

from random import Random

import pytest

from align.evaluation.gold import Gold
from benchmarks.moved import crossing, shifted, swapped

TEXTS = tuple("abcdefghijkl")
MERGED = Gold(
    "m",
    "ko",
    "en",
    TEXTS,
    tuple(text.upper() for text in TEXTS),
    (
        *(((i,), (i,)) for i in range(4)),
        ((4, 5), (4, 5)),
        *(((i,), (i,)) for i in range(6, 11)),
        ((11,), ()),
        ((), (11,)),
    ),
)


def texts(gold: Gold) -> set[tuple[str, str]]:
    return {("".join(gold.source[i] for i in a), "".join(gold.target[j] for j in b)) for a, b in gold.beads}


@pytest.mark.parametrize("seed", range(20))
def test_neighbours_are_swapped(seed: int) -> None:
    trial = swapped(MERGED, Random(seed))
    assert trial is not None
    assert texts(trial.gold) == texts(MERGED)
    assert crossing(trial.gold.beads) == set(trial.put)
    (a, b), (c, d) = trial.put
    assert (c[0] - a[0], d[0] - b[0]) == (1, -1)


@pytest.mark.parametrize("seed", range(20))
def test_a_block_goes_far_and_stays_whole(seed: int) -> None:
    trial = shifted(MERGED, Random(seed))
    assert trial is not None
    assert texts(trial.gold) == texts(MERGED)
    moved = [j for _, b in trial.put for j in b]
    assert moved == list(range(moved[0], moved[0] + len(moved)))
    assert 2 <= len(moved) <= 5
    was = MERGED.target.index(trial.gold.target[moved[0]])
    assert abs(was - moved[0]) >= 5
    assert not any(j + 1 in moved and k not in moved for _, b in trial.gold.beads for j in b[:1] for k in b[1:])


def test_what_is_too_short_stays_as_it_is() -> None:
    short = Gold("s", "ko", "en", ("a",), ("A",), (((0,), (0,)),))
    assert swapped(short, Random(1)) is None
    assert shifted(short, Random(1)) is None

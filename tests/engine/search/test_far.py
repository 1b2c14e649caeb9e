"""Blocks that a book has elsewhere: the articles of corpora/news one behind the other."""

from __future__ import annotations

from functools import cache

import pytest

from align.engine.engine import Engine
from align.engine.search.far import _runs
from align.evaluation.gold import load
from align.model import Alignment
from tests.conftest import ROOT, document


@cache
def book() -> tuple[list[str], list[str], dict[int, int]]:
    """Both sides, and the target segment of each source segment that has one of its own."""
    source: list[str] = []
    target: list[str] = []
    single: dict[int, int] = {}
    for gold in load(ROOT / "corpora" / "news"):
        single |= {len(source) + a[0]: len(target) + b[0] for a, b in gold.beads if len(a) == len(b) == 1}
        source += gold.source
        target += gold.target
    return source, target, single


def aligned(order: list[int]) -> Alignment:
    source, target, _ = book()
    documents = document(source, "ko"), document([target[j] for j in order], "en")
    return Engine.load("ko", "en").align(*documents, paragraphs=False)


def block(start: int) -> list[int]:
    """The first source segments from `start` on, three in a row, each with a target segment of its own, in order."""
    _, _, single = book()
    return next(
        [i, i + 1, i + 2]
        for i in range(start, start + 100)
        if i in single and [single.get(i + k) for k in (1, 2)] == [single[i] + 1, single[i] + 2]
    )


@pytest.mark.parametrize(("start", "to"), [(30, 300), (200, 20), (260, 120)])
def test_a_block_far_away_is_found(start: int, to: int) -> None:
    _, target, single = book()
    moved = [single[i] for i in block(start)]
    rest = [j for j in range(len(target)) if j not in moved]
    order = [*rest[:to], *moved, *rest[to:]]
    found = {(b.source, b.target): b for b in aligned(order).beads}
    for i, j in zip(block(start), moved, strict=True):
        bead = found[(i,), (order.index(j),)]
        assert bead.moved
        assert bead.confidence > 0.5
    segments = [i for source, _ in found for i in source]
    assert len(segments) == len(set(segments)) == len(book()[0])


def test_in_a_book_in_order_no_more_is_moved_than_the_articles_have() -> None:
    _, target, _ = book()
    moved = [bead for bead in aligned([*range(len(target))]).beads if bead.moved]
    assert len(moved) <= 8


def test_runs_are_neighbours() -> None:
    assert _runs([1, 2, 3, 7, 9, 10]) == [range(1, 4), range(7, 8), range(9, 11)]
    assert _runs([]) == []
    assert _runs([*range(200), 300]) == [range(300, 301)]

"""The engine with encoders that are no models: one that knows the gold has to win, and one that knows nothing must do no harm."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from align.engine.engine import Engine
from align.engine.evidence.similarity import cosines, vectors
from align.engine.neural import bags
from align.engine.neural import sentences as check
from align.engine.neural.seeing import affordable
from align.evaluation.gold import Gold, load
from align.evaluation.metrics import Tally
from align.model import Bead
from tests.conftest import ROOT, document
from tests.engine.neural import doubles

GOLD = load(ROOT / "corpora" / "news")
LEXICAL = Engine.load("ko", "en")


def tally(engine: Engine, gold: Gold) -> Tally:
    found = engine.align(*gold.lines(), paragraphs=False)
    return Tally.of(gold.beads, [(bead.source, bead.target) for bead in found.beads])


@pytest.mark.parametrize("gold", [gold for gold in GOLD if doubles.monotone(gold)], ids=lambda gold: gold.name)
def test_a_perfect_encoder_is_not_drowned(gold: Gold) -> None:
    assert tally(replace(LEXICAL, comparer=doubles.perfect(gold)), gold).f1 == 1.0


def test_a_perfect_encoder_needs_no_lexicon() -> None:
    """As for a language pair that nothing is known of."""
    bare = LEXICAL.bare()
    golds = [gold for gold in GOLD if doubles.monotone(gold)][:6]
    alone = sum((tally(bare, gold) for gold in golds), Tally())
    found = sum((tally(replace(bare, comparer=doubles.perfect(gold)), gold) for gold in golds), Tally())
    assert found.f1 > 0.97 > alone.f1


@pytest.mark.parametrize("both", [False, True])
def test_translations_align_without_a_lexicon(both: bool) -> None:
    bare = LEXICAL.bare()
    golds = [gold for gold in GOLD if doubles.monotone(gold)][::3]
    alone = sum((tally(bare, gold) for gold in golds), Tally())
    found = sum((tally(replace(bare, comparer=doubles.interpreters(gold, both)), gold) for gold in golds), Tally())
    assert found.f1 > alone.f1 + 0.015, (found.f1, alone.f1)


def test_noise_does_no_harm() -> None:
    alone = sum((tally(LEXICAL, gold) for gold in GOLD), Tally())
    found = sum((tally(replace(LEXICAL, comparer=doubles.noise()), gold) for gold in GOLD), Tally())
    assert found.f1 >= alone.f1 - 0.005


@pytest.mark.parametrize(("n", "m"), [(1, 1), (1, 5), (3, 1), (2, 9)])
def test_small_documents(n: int, m: int) -> None:
    korean, english = check.texts()
    found = replace(LEXICAL, comparer=doubles.noise()).align(
        document([*korean[:n]], "ko"), document([*english[:m]], "en"), paragraphs=False
    )
    assert sorted(i for bead in found.beads for i in bead.source) == [*range(n)]
    assert sorted(j for bead in found.beads for j in bead.target) == [*range(m)]


def test_a_blank_line_is_not_asked_about() -> None:
    source, target = document(["첫 줄.", "", "셋째 줄."], "ko"), document(["First line.", "", "Third line."])
    found = replace(LEXICAL, comparer=doubles.noise()).align(source, target, paragraphs=False)
    assert Bead((1,), ()) in [replace(bead, confidence=1.0) for bead in found.beads]


def test_runs_are_read_within_a_budget() -> None:
    sizes = np.array([10.0, 20.0, 30.0])
    asked = [(0.2, (0, 2)), (0.9, (1, 2)), (0.5, (0, 3))]
    assert affordable(asked, 1000, sizes) == [(1, 2), (0, 3), (0, 2)]
    assert affordable(asked, 60, sizes) == [(1, 2)]
    assert affordable(asked, 0, sizes) == []


def test_a_model_costs_what_is_promised() -> None:
    """The runs that are read as one text are together at most twice as long as the documents."""
    spy = Spy()
    for gold in GOLD[:5]:
        spy.met.clear()
        comparer = doubles.noise()
        comparer.encoder = spy  # type: ignore[assignment]
        source, target = gold.lines()
        replace(LEXICAL, comparer=comparer).align(source, target, paragraphs=False)
        whole = len(source.text) + len(target.text)
        known = sum(map(len, {*check.texts()[0], *check.texts()[1]}))
        assert whole <= sum(map(len, spy.met)) - known <= 3.2 * whole


class Spy(doubles.Noise):
    """Notes each text that it reads for the first time."""

    def __init__(self) -> None:
        self.met: set[str] = set()

    def vector(self, text: str) -> doubles.Floats:
        self.met.add(text)
        return super().vector(text)


TRANSLATED = ["The cat sat on the mat.", "It rained all day in Seoul.", "The president met the ministers."]
WRITTEN = [
    "Ministers were received by the president.",
    "A cat was sitting on the mat.",
    "Seoul saw rain the whole day.",
]


def test_translations_are_compared_by_words() -> None:
    one, other = bags.of(TRANSLATED, WRITTEN)
    likeness = cosines(vectors(one, np.ones(3), 1), vectors(other, np.ones(3), 1), [(1, 1)])[1, 1]
    assert [*likeness.argmax(1)] == [1, 2, 0]


@pytest.mark.parametrize("texts", [["", "  "], ["東京は雨だった。", "猫がいる。"], ["a", "b"]])
def test_bags_of_odd_texts(texts: list[str]) -> None:
    one, other = bags.of(texts, texts)
    assert np.isfinite(one).all()
    assert np.allclose(one, other)

"""A lexicon is believed as far as it knows the text at hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.engine.engine import Engine, learnt, prepare
from align.engine.evidence import trust, words
from align.engine.learning import learn
from align.engine.lexicon import Lexicon
from align.evaluation.gold import load
from align.evaluation.metrics import Tally
from align.model import Bead
from tests.conftest import ROOT, document

NEWS = load(ROOT / "corpora" / "news")[:16]
PAIRS = [
    (" ".join(g.source[i] for i in a), " ".join(g.target[j] for j in b))
    for g in load(ROOT / "corpora" / "news")[16:]
    for a, b in g.beads
    if a and b
]
HARM = 0.003
"""Strict F1 that a lexicon may cost."""


def random() -> Lexicon:
    """Of pairs that do not belong together."""
    order = np.random.default_rng(0).permutation(len(PAIRS))
    return learn([(PAIRS[k][0], PAIRS[j][1], 1.0) for k, j in enumerate(order)], "ko", "en", name="random")


def weak() -> Lexicon:
    return learn([(*pair, 1.0) for pair in PAIRS[:60]], "ko", "en", name="weak")


def foreign() -> Lexicon:
    """Of another domain: what the words of a manual mean."""
    verbs = [("연다", "Open"), ("닫는다", "Close"), ("저장한다", "Save"), ("지운다", "Delete"), ("고른다", "Select")]
    things = [("파일을", "file"), ("창을", "window"), ("표를", "table"), ("단추를", "button"), ("그림을", "image")]
    pairs = [(f"{t} {v}.", f"{w} the {u}.") for (v, w), (t, u) in product(verbs, things)]
    return learn([(*pair, 1.0) for pair in pairs], "ko", "en", name="manual")


def f1(lexicons: tuple[Lexicon, ...], *, shipped: bool, adapt: bool | None = None) -> float:
    """Of the articles alone, or as a batch that learns from itself or does not."""
    engine = Engine.load("ko", "en", lexicons)
    if not shipped:
        engine = replace(engine, lexicons=lexicons)
    lines = [gold.lines() for gold in NEWS]
    alone = adapt is None
    found = [engine.align(*pair, paragraphs=False) for pair in lines] if alone else []
    found = found or engine.batch(lines, paragraphs=False, adapt=bool(adapt))
    tally = Tally()
    for gold, alignment in zip(NEWS, found, strict=True):
        tally += Tally.of(gold.beads, [(b.source, b.target) for b in alignment.beads])
    return tally.f1


@pytest.mark.parametrize("shipped", [True, False])
@pytest.mark.parametrize("lexicon", [weak, foreign, random])
def test_no_lexicon_harms(lexicon: object, shipped: bool) -> None:
    assert f1((lexicon(),), shipped=shipped) >= f1((), shipped=shipped) - HARM  # type: ignore[operator]


@pytest.mark.parametrize("shipped", [True, False])
def test_no_batch_harms(shipped: bool) -> None:
    assert f1((), shipped=shipped, adapt=True) >= f1((), shipped=shipped, adapt=False) - HARM


def _share(lexicon: Lexicon) -> float:
    gold = max(NEWS, key=lambda each: len(each.source))
    source, target = map(prepare, gold.lines())
    sure = np.zeros((1, len(source.tokens), len(target.tokens)))
    for a, b in gold.beads:
        if len(a) == len(b) == 1:
            sure[0, a[0], b[0]] = 1.0
    return float(
        trust.share([words.Words.of([source.tokens], [target.tokens], [lexicon]).alone(0)], [trust.LEARNT], sure)[0, 0]
    )


def test_who_knows_more_is_believed_more() -> None:
    nothing, little, much = map(_share, (random(), weak(), Engine.load("ko", "en").lexicons[0]))
    assert nothing < 0.1
    assert nothing < little < much


def test_what_was_learnt_by_chance_is_not_believed() -> None:
    """A lexicon of a document's own words in no order knows them all, and not the half that it did not see."""
    gold = max(NEWS, key=lambda each: len(each.source))
    source, target = map(prepare, gold.lines())
    n = min(len(source.tokens), len(target.tokens))
    order = np.random.default_rng(0).permutation(n)
    found = learnt([(source, target)], [[Bead((i,), (int(j),), 0.9) for i, j in enumerate(order)]])
    assert found is not None
    assert found.faith < 0.1


def test_nothing_sure_teaches_nothing() -> None:
    left, right = prepare(document(["조약"], "ko")), prepare(document(["treaty"], "en"))
    assert learnt([(left, right)], [[Bead((0,), (0,), 0.1)]]) is None


@given(st.lists(st.tuples(st.floats(-1, 50), st.floats(0, 3)), max_size=30))
def test_the_share_is_the_likeliest(uses: list[tuple[float, float]]) -> None:
    """As trying every share tells."""
    gain, weight = np.array(uses, dtype=np.float64).reshape(-1, 2).T
    found = trust.likeliest((np.zeros(len(uses), dtype=np.int64), gain, weight), 1, trust.LEARNT)[0]
    every = np.linspace(0.001, 0.999, 999)
    heights = (weight * np.log(np.maximum(1 + every[:, None] * gain, 1e-300))).sum(1)
    expected, pseudo = 1 - (1 - trust.LEARNT[0]) ** (1 / trust.SHARPER), trust.LEARNT[1]
    heights += pseudo * (expected * np.log(every) + (1 - expected) * np.log(1 - every))
    best = every[heights.argmax()]
    assert 1 - (1 - found) ** (1 / trust.SHARPER) == pytest.approx(best, abs=0.003)


def test_what_nobody_believes_tells_nothing() -> None:
    """The short way for tables that are not believed gives what the long way does: zeros of the same shapes."""
    source, target = map(prepare, NEWS[0].lines())
    known = words.Words.of([source.tokens], [target.tokens], [weak()])
    short = known.believed(np.zeros((1, 1))).scores(3)
    long = known.believed(np.full((1, 1), 1e-12)).scores(3)
    for one, other in zip([*short.target, *short.source], [*long.target, *long.source], strict=True):
        assert np.allclose(one, other, atol=1e-6)
        assert one.shape == other.shape

"""Han words that the other side reads in its own letters."""

from __future__ import annotations

import numpy as np
import pytest

from align.engine.engine import Engine
from align.engine.evidence import readings
from align.engine.evidence.words import Words
from align.lang import language
from align.lang.segmenting import segment
from align.model import Document

KO = """국회는 조약 비준 동의안을 의결했다.
경제 성장률은 작년보다 높았다.
외교부 장관이 내일 평양을 방문한다.
병원 세 곳이 새로 문을 열었다."""
JA = """国会は条約批准の同意案を議決した。
経済成長率は昨年より高かった。
外交部の長官が明日平壌を訪問する。
病院三カ所が新たに開院した。"""
ZH = """国会表决通过了条约批准同意案。
经济增长率高于去年。
外交部长官明日访问平壤。
三家医院新开张。"""


def document(text: str, lang: str) -> Document:
    return segment(Document("a", lang, text))


def found(source: str, target: str, langs: tuple[str, str]) -> set[tuple[str, str]]:
    tokens = [[language(lang).tokens(text)] for text, lang in zip((source, target), langs, strict=True)]
    lexicon = readings.lexicon([tokens[0]], [tokens[1]], langs)
    if lexicon is None:
        return set()
    i, j, *_ = lexicon.pairs(lexicon.source.words, lexicon.target.words)
    return {(lexicon.source.words[a], lexicon.target.words[b]) for a, b in zip(i, j, strict=True)}


@pytest.mark.parametrize(
    ("source", "target", "langs"),
    [
        ("저녁에 밥을 먹었다", "夜に食事をした", ("ko", "ja")),
        ("The economy grew.", "すしがうまい", ("en", "ja")),
        ("The economy grew.", "L'économie croît.", ("en", "fr")),
        ("Die Wirtschaft wuchs.", "経済が成長した。", ("de", "ja")),
        ("경제가 성장했다", "The economy grew.", ("ko", "en")),
        ("", "経済", ("ko", "ja")),
    ],
)
def test_none(source: str, target: str, langs: tuple[str, str]) -> None:
    assert found(source, target, langs) == set()


@pytest.mark.parametrize(("lang", "han"), [("ja", "経済"), ("zh", "经济"), ("zh-Hant", "經濟")])
def test_either_side(lang: str, han: str) -> None:
    """The same pairs whichever side is Korean."""
    assert found("경제가 나빠졌다", f"{han}不好", ("ko", lang)) == {("경제", han)}
    assert found(f"{han}不好", "경제가 나빠졌다", (lang, "ko")) == {(han, "경제")}


def test_through_a_third_language() -> None:
    """An English word and a Han word whose Korean reading renders it; two Han words with one Korean reading."""
    assert ("economi", "経済") in found("The economy grew.", "経済が成長した。", ("en", "ja"))
    assert ("经济", "economi") in found("经济增长", "The economy grew.", ("zh", "en"))
    assert found("経済が", "经济好", ("ja", "zh")) == {("経済", "经济")}


def test_a_word_is_known_where_its_document_has_the_counterpart() -> None:
    """Documents that are aligned side by side tell nothing of each other."""
    source, target = [[["경제"]], [["국회"]]], [[["経済"]], [["経済"], ["国会"]]]
    lexicon = readings.lexicon(source, target, ("ko", "ja"))
    assert lexicon is not None
    known = Words.of(source, target, [lexicon], own=1)
    assert (known.source_seen[:, 0] > 0).tolist() == [[True], [True]]
    assert (known.target_seen[:, 0] > 0).tolist() == [[True, False], [False, True]]


@pytest.mark.parametrize(("text", "lang"), [(JA, "ja"), (ZH, "zh")])
def test_evidence(text: str, lang: str) -> None:
    """Of sentences of like length the right one is told, both ways, and the more so the more of it is read."""
    engine = Engine.load("ko", lang, choice="lexical")
    rows = text.split("\n")
    turned = document("\n".join(rows[2:] + rows[:2]), lang)
    source = document(KO, "ko")
    for given, wanted in ((document(text, lang), [0, 1, 2, 3]), (turned, [2, 3, 0, 1])):
        score = _scores(engine, source, given)
        assert score[:3].argmax(1).tolist() == wanted[:3]
        assert pytest.approx(score) == _scores(Engine.load(lang, "ko", choice="lexical"), given, source).T


def test_side_by_side() -> None:
    """An article's evidence does not change with those that are aligned with it."""
    engine = Engine.load("ko", "ja", choice="lexical")
    pairs = [
        (document(KO, "ko"), document(JA, "ja")),
        (document("외교부 장관이 왔다.\n경제를 논의했다.", "ko"), document("国会が開院した。\n経済を議論した。", "ja")),
    ]
    alone = [engine.batch([pair], adapt=False)[0].beads for pair in pairs]
    assert [each.beads for each in engine.batch(pairs, adapt=False)] == alone


def _scores(engine: Engine, source: Document, target: Document) -> np.ndarray:
    from align.engine.engine import prepare

    words = engine.evidence([(prepare(source), prepare(target))], True).words
    return words.target[0][0] + words.source[0][0].T

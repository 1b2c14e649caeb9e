"""Words of Japanese and Chinese that turn a sentence round: what says nothing first, then what does."""

from __future__ import annotations

import pytest

from align.lang import language
from align.lang.base.polarity import NEGATION


def ways(lang: str, text: str, dimension: str) -> set[int]:
    return {m.way for m in language(lang).marks(text) if m.dimension == dimension}


NOTHING = {
    "ja": "必ず更新しなければならない。 先に払わなければいけなかった。 まず、水を飲む。 少なくとも3人が来た。 "
    "同意せざるを得ない。 間違いなく来る。 人だけではなく車も。".split(),
    "zh": "不仅如此 不過他說 不断增加 不得不接受 無論如何 未来五年 非洲国家 不久后 不少人".split(),
}
OPEN = {
    "ja": "違反ではないか。 やるしかない。 言わないわけではない。 知らない人はいない？ 未定だ。 無料だ。".split(),
    "zh": "不可避免的结果 不同意見 而不是难民 差不多 是不是真的 他不会来吗？ 未婚 无人".split(),
}
DENIED = {
    "ja": "対応しない。 検討していないと述べた。 阻止できなかった。 賛成しませんでした。 事実ではないと話した。 公開しないため、 参加せず、 "
    "認められない方針だ。 来なかったが、".split(),
    "zh": "没有考虑启动 並未決定 未能阻止法案过关 無法計算 不支持该版本 不會參加 并非事实 尚未公开 不再使用".split(),
}


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(lang, text) for lang, texts in table.items() for text in texts]


@pytest.mark.parametrize(("lang", "text"), cases(NOTHING))
def test_an_obligation_and_other_words_are_no_negation(lang: str, text: str) -> None:
    assert ways(lang, text, NEGATION) == set()


@pytest.mark.parametrize(("lang", "text"), cases(OPEN))
def test_what_may_be_a_negation_is_open(lang: str, text: str) -> None:
    assert ways(lang, text, NEGATION) == {0}


@pytest.mark.parametrize(("lang", "text"), cases(DENIED))
def test_negations(lang: str, text: str) -> None:
    assert -1 in ways(lang, text, NEGATION)


@pytest.mark.parametrize(
    ("lang", "text", "dimension", "way"),
    [
        ("ja", "最高裁は", "size", None),
        ("ja", "反対側の車線", "stance", None),
        ("ja", "輸出入", "trade", None),
        ("ja", "可能性がある", "possibility", None),
        ("zh", "通过社交媒体", "consent", None),
        ("zh", "进出口总额", "trade", None),
        ("zh", "反對派人士", "stance", None),
        ("ja", "法案を否決した", "consent", -1),
        ("ja", "法案を可決した", "consent", 1),
        ("ja", "3.2%減少した", "movement", -1),
        ("ja", "不可能だ", "possibility", -1),
        ("ja", "100人以上", "bound", 1),
        ("ja", "100人未満", "bound", -1),
        ("zh", "增长3.2%", "movement", 1),
        ("zh", "下跌0.5%", "movement", -1),
        ("zh", "贊成121票", "stance", 1),
        ("zh", "法案遭否決", "consent", -1),
        ("zh", "超过100人", "bound", 1),
        ("zh", "不到100人", "bound", -1),
    ],
)
def test_antonyms_movements_and_bounds(lang: str, text: str, dimension: str, way: int | None) -> None:
    assert ways(lang, text, dimension) == ({way} if way else set())


@pytest.mark.parametrize(
    ("lang", "text", "figure"),
    [("ja", "売上高は3%増、利益は5%減だった", ["3", "5"]), ("zh", "销售额增长3%，利润减少5%", ["3", "5"])],
)
def test_the_figure_of_a_movement_is_the_one_of_its_clause(lang: str, text: str, figure: list[str]) -> None:
    anchors = [text[slice(*m.anchor)] for m in language(lang).marks(text) if m.dimension == "movement"]
    assert [all(f in a for f in figure[k]) for k, a in enumerate(anchors)] == [True, True]
    assert not any(figure[1 - k] in a for k, a in enumerate(anchors))


def turned(lang: str, text: str) -> set[str]:
    slips = language(lang).part("slips").SLIPS
    return {text[: s.span[0]] + s.new + text[s.span[1] :] for s in slips.turned(text)}


@pytest.mark.parametrize(
    ("lang", "text", "other"),
    [
        ("ja", "対応しない。", "対応する。"),
        ("ja", "法案を可決した。", "法案を否決した。"),
        ("zh", "未能阻止", "成功阻止"),
        ("zh", "出口減少3%", "出口增加3%"),
        ("zh", "不支持该版本", "支持该版本"),
    ],
)
def test_slips_say_the_opposite(lang: str, text: str, other: str) -> None:
    assert other in turned(lang, text)

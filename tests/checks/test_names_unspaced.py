"""Findings on names in Japanese and Chinese translations, as the rules say them: what stays quiet first."""

from __future__ import annotations

import pytest

from align.checks.context import Knowledge, read
from align.checks.rules import name_drift, name_mismatch
from align.model import Alignment, Bead
from tests.conftest import document

KOREAN = "하늘당 서지윤 의원은 법안을 냈다.|서 의원은 섬에서 자랐다.|민생연합 황보경 원내대표는 비판했다.|구본철 대표는 설명했다."
JAPANESE = "ハヌル党のソ・ジユン議員は法案を出した。|ソ議員は島で育った。|民生連合のファンボ・ギョン院内代表は批判した。|ク・ボンチョル代表は説明した。"
HAN = "ハヌル党の徐智允議員は法案を出した。|徐議員は島で育った。|民生連合の皇甫景院内代表は批判した。|具本哲代表は説明した。"
CHINESE = "天空党议员徐智允提出了法案。|徐智允在岛上长大。|民生联盟党鞭皇甫景批评说。|党首具本哲解释说。"
QUIET = (("ja", JAPANESE), ("ja", HAN), ("ja", JAPANESE.replace("ソ議員", "彼女")), ("zh", CHINESE))
FOUND = (
    ("ja", JAPANESE, "ソ議員", "ヒ議員", "ヒ"),
    ("ja", JAPANESE, "ファンボ・ギョン院内", "ク・ボンチョル院内", "ク・ボンチョル"),
    ("ja", JAPANESE, "ク・ボンチョル代表", "ク・ボンケン代表", "ク・ボンケン"),
    ("ja", HAN, "徐議員", "叙議員", "叙"),
    ("zh", CHINESE, "徐智允在", "徐智潤在", "徐智潤"),
    ("zh", CHINESE, "党鞭皇甫景", "党鞭具本哲", "具本哲"),
    ("zh", CHINESE, "党首具本哲", "党首具本英", "具本英"),
)


def told(lang: str, text: str) -> list[str]:
    """What is found, as it is written in the translation."""
    source, target = document(KOREAN.split("|"), "ko"), document(text.split("|"), lang)
    article = read(Alignment(source, target, tuple(Bead((k,), (k,)) for k in range(4))), Knowledge())
    found = [*name_mismatch.check(article), *name_drift.check(article)]
    return [target.text[f.target.start : f.target.end] for f in found if f.target and f.severity != "info"]


@pytest.mark.parametrize(("lang", "text"), QUIET)
def test_right_names_are_quiet(lang: str, text: str) -> None:
    assert told(lang, text) == []


@pytest.mark.parametrize(("lang", "text", "old", "new", "where"), FOUND)
def test_wrong_names_are_told(lang: str, text: str, old: str, new: str, where: str) -> None:
    assert old in text
    assert any(where in form or form in where for form in told(lang, text.replace(old, new)))


COINED = (
    "가온모터스 노조가 파업한다.|가온모터스는 유감을 표했다.|가온지부가 밝혔다.|가온 공장은 관계가 없다.",
    "佳温汽车工会罢工。|佳温汽车表示遗憾。|佳温支部表示。|佳温的工厂没有关系。",
)
"""A company that no list has."""


@pytest.mark.parametrize(("new", "count"), [("佳温的工厂", 0), ("佳恩的工厂", 1)])
def test_a_name_that_the_article_coins(new: str, count: int) -> None:
    source, target = (
        document(COINED[0].split("|"), "ko"),
        document(COINED[1].replace("佳温的工厂", new).split("|"), "zh"),
    )
    article = read(Alignment(source, target, tuple(Bead((k,), (k,)) for k in range(4))), Knowledge())
    found = [f for f in name_drift.check(article) if f.severity == "warning"]
    assert len(found) == count
    assert all(f.expected == "佳温" for f in found)

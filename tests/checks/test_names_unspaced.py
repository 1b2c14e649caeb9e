"""Findings on names in Japanese and Chinese translations, as the rules say them: what stays quiet first."""

from __future__ import annotations

import pytest

from align.checks.context import Knowledge, read
from align.checks.rules import name_drift, name_mismatch
from align.model import Alignment, Bead
from tests.conftest import document

KOREAN = "새길당 허윤아 의원은 법안을 냈다.|허 의원은 섬에서 자랐다.|국민연대 독고영 원내대표는 비판했다.|오도현 대표는 설명했다."
JAPANESE = "セギル党のホ・ユナ議員は法案を出した。|ホ議員は島で育った。|国民連帯のトッコ・ヨン院内代表は批判した。|オ・ドヒョン代表は説明した。"
HAN = "セギル党の許允雅議員は法案を出した。|許議員は島で育った。|国民連帯の独孤栄院内代表は批判した。|呉道賢代表は説明した。"
CHINESE = "新路党议员许允雅提出了法案。|许允雅在岛上长大。|国民联盟党鞭独孤荣批评说。|党首吴道贤解释说。"
QUIET = (("ja", JAPANESE), ("ja", HAN), ("ja", JAPANESE.replace("ホ議員", "彼女")), ("zh", CHINESE))
FOUND = (
    ("ja", JAPANESE, "ホ議員", "フ議員", "フ"),
    ("ja", JAPANESE, "トッコ・ヨン院内", "オ・ドヒョン院内", "オ・ドヒョン"),
    ("ja", JAPANESE, "オ・ドヒョン代表", "オ・ドケン代表", "オ・ドケン"),
    ("ja", HAN, "許議員", "虚議員", "虚"),
    ("zh", CHINESE, "许允雅在", "许润雅在", "许润雅"),
    ("zh", CHINESE, "党鞭独孤荣", "党鞭吴道贤", "吴道贤"),
    ("zh", CHINESE, "党首吴道贤", "党首吴道英", "吴道英"),
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

"""What surrounds a text on its page never outvotes it, and a sentence left in its language is a pair."""

from __future__ import annotations

from align.engine.engine import Engine
from tests.conftest import document

ENGINE = Engine.load("ko", "en")
CAPTION = "사진은 이날 서울의 한 매장에 붙은 영업 종료 안내문."
RIGHTS = "▶속보는 한빛뉴스[구독 클릭]▶[팩트체크]요금 환불 가능?▶제보하기 저작권자(c) 한빛뉴스, 무단 전재-재배포 금지"
STORES = "한 유통 회사는 22일 매장의 절반이 문을 닫았다고 밝혔다."
FELL = "손님은 4천 명이 줄었다."
ENGLISH = [
    "A retail company said on the 22nd that half of its stores had closed.",
    "The number of customers fell by 4,000.",
]


def pairs(source: list[str], target: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    found = ENGINE.align(document(source, "ko"), document(target, "en"), paragraphs=False)
    return [(b.source, b.target) for b in found.beads if b.source and b.target]


def test_a_brief_is_found_below_its_caption() -> None:
    assert pairs([STORES, FELL], ENGLISH) == [((0,), (0,)), ((1,), (1,))]
    assert pairs([CAPTION, RIGHTS, STORES, FELL], ENGLISH) == [((2,), (0,)), ((3,), (1,))]


def test_an_untranslated_sentence_is_a_pair() -> None:
    left = "A launched platform that uses the sample software asks nobody to pay directly for its use."
    source = ["그러므로 앱은 고객에게 사용료를 직접 요구해서는 안 됩니다.", left, "수수료는 없습니다."]
    target = [
        "Apps should not force their customers to pay directly for the use.",
        left,
        "There are no fees.",
    ]
    assert ((1,), (1,)) in pairs(source, target)

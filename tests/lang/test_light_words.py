"""Words that say little of what a sentence is about."""

from __future__ import annotations

import pytest

from align.lang import language

LIGHT = """
것 것은 것을 것으로 것이다 수 수도 데 데에 바 채 뿐 때 때는 때문에 뒤 후 전 중 중인 등 등을 등은 가운데 사이에 동안 이후 이래
만에 만이다 명은 명이 개를 차례 곳을 곳에서 가지 그 그것은 이것이 여기에 당시 자신의 이번 각각 고 라고 이라고 라며 이라며 란 며 는 을 이다
였다 인 및 또 또한 그리고 그러나 하지만 다만 한편 특히 바로 더 가장 매우 모두 아직 다시 위해 대한 대해 따르면 통해 따라 인한 비해 앞두고 거쳐
있다 있는 있었다 있다고 있어 없다 없는 없었다 않다 않는 않았다 않은 못한 못했다 한다 하는 했다 했다고 하며 하기 하면 할 된다 되는 됐다 된
아니다 아니라 이었다 같은 같다
""".split()
TELLING = """
회사는 정부가 나라 나라는 시장은 시장이 주가 주가는 공장을 수출 위성 위원회 본회의 회장 내수가 증거가 부족하다며 채점 논란 한국은 한지 한파 한도를
하늘이 하루 하반기 하락했다 할인 할머니는 해군은 해외 해제 된장 이름 이유로 이자가 이민 이사회 이사는 이익 이전했다 인도 인기 인상 인하 인천 없앴다
보도했다 보고서 주장했다 주택 주민은 두려움 두통 오전 오르며 내린 내렸다 나이 나무 간호사 가격 가족 온도 온실 고객 고속도로 등록 등산 중국 중단
후보 후임 전쟁 전기 뒤집었다 수사 수출 개막 개발 명단 명령 곳곳 번역 번호 차이 차량 건설 건물 위기 위험 말했다 밝혔다
""".split()


@pytest.mark.parametrize("word", LIGHT)
def test_light(word: str) -> None:
    assert language("ko").part("light_words").is_light(word)


@pytest.mark.parametrize("word", TELLING)
def test_telling(word: str) -> None:
    assert not language("ko").part("light_words").is_light(word)

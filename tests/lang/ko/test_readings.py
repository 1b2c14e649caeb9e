"""How Korean reads Han characters, in all their forms."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang.ko.readings import initial, readings, reads, spoken

READ = """
国家 국가
國家 국가
発展 발전
发展 발전
發展 발전
経済 경제
经济 경제
金正恩 김정은
習近平 습근평
习近平 습근평
労働新聞 노동신문
劳动新闻 로동신문
柳寛順 유관순
李舜臣 이순신
李舜臣 리순신
百分率 백분율
成功率 성공률
戦列 전열
系列 계열
女性 여성
男女 남녀
歴史 역사
论理 논리
佐々木 좌좌목
〇〇七 영영칠
零下 영하
不足 부족
不安 불안
"""
OTHER = """
東京 도쿄
国家 국기
国家 국가의
国 국가
カ国 카국
中国 국중
日本 일분
a 에이
"""


@pytest.mark.parametrize(("han", "hangul"), [line.split() for line in READ.split("\n")[1:-1]])
def test_read(han: str, hangul: str) -> None:
    assert reads(han, hangul)
    assert hangul in spoken(han)


@pytest.mark.parametrize(("han", "hangul"), [line.split() for line in OTHER.split("\n")[1:-1]])
def test_other(han: str, hangul: str) -> None:
    assert not reads(han, hangul)


@pytest.mark.parametrize("text", ["", "abc", "カナ", "한글", "々", "、"])
def test_not_han(text: str) -> None:
    assert not reads(text, text)
    assert not any(readings(c) for c in text)


def test_initial() -> None:
    """ㄹ is ㅇ before ㅣ and what begins like it, else ㄴ; ㄴ is ㅇ before the same; anything else stays."""
    assert [initial(s) for s in "라려료류리례뢰녀뇨니나노량력률렬림가양"] == list(
        "나여요유이예뇌여요이나노양역율열임가양"
    )


@given(st.text(st.sampled_from("国國家来樂金率不々李〇a가"), max_size=5))
def test_one_by_one(han: str) -> None:
    """What a string is spoken as is what it reads as, syllable by syllable."""
    for hangul in islice(spoken(han), 40):
        assert reads(han, hangul) == bool(han)

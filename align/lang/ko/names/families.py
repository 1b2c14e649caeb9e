"""Korean family names and the spellings that their bearers use."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from align.lang.base.names.entries import rows

FAMILIES = frozenset(
    ""
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용리라량봉예승범빈엽옹복하경"
)
"""Korean family names of one syllable."""
DOUBLE = frozenset("남궁 황보 제갈 사공 선우 독고".split())
"""Those of two."""
SPELLINGS = "surnames.tsv"


def spellings(other: str, plain: Callable[[str], str]) -> Mapping[str, frozenset[str]]:
    """Family name -> its spellings in the language `other`, each reduced by `plain`."""
    return {name: frozenset(map(plain, forms.split("|"))) for name, forms, *_ in rows(SPELLINGS, "ko", other)}


HANJA = (
    "김金 이李伊異异 박朴 최崔 정鄭郑丁程 강姜康 조趙赵曺曹 윤尹 장張张章蔣蒋荘 임林任 한韓韩 오吳吴呉 서徐 신申辛愼慎 "
    "권權权権 황黃黄 안安 송宋 유柳劉刘兪俞庾 류柳劉刘 홍洪 전全田錢钱銭 고高 "
    "문文 양梁楊杨 손孫孙 배裵裴 백白 허許许 남南 심沈 노盧卢魯鲁 로盧卢 하河夏 곽郭 성成 차車车 주朱周 우禹于 구具丘 "
    "민閔闵 진陳陈晉晋秦真 지池智 엄嚴严厳 채蔡 원元 천千 방方房龐庞邦 "
    "공孔 현玄 함咸 변卞邊边辺 염廉 여呂吕余 추秋鄒邹 도都陶 소蘇苏邵 석石昔 선宣 설薛偰 마馬马麻 길吉 연延燕 위魏韋韦 "
    "표表 명明 기奇箕 반潘班 왕王 금琴今 옥玉 육陸陆 인印 맹孟 제諸诸 모牟毛 "
    "탁卓 국鞠菊 어魚鱼 은殷 편片 용龍龙竜 라羅罗 나羅罗 량梁 리李 예芮 봉奉鳳凤 승承 범范 빈賓宾 엽葉叶 옹邕 복卜 "
    "하河夏 경慶庆景 "
    "남궁:南宮:南宫 황보:皇甫 제갈:諸葛:诸葛 사공:司空 선우:鮮于:鲜于 독고:獨孤:独孤"
)
"""The characters of each family name, in traditional, simplified and Japanese forms."""
CHARACTERS: Mapping[str, frozenset[str]] = {
    (row.split(":") if ":" in row else row)[0]: frozenset(row.split(":")[1:] if ":" in row else row[1:])
    for row in HANJA.split()
}

"""What a Korean number without a unit counts, as its counter tells: 명 are people, 척 ships, 경기 games."""

from __future__ import annotations

import re
from functools import cache

KINDS = {
    "person": "명|인(?![가-힣]{2})|사람|분(?![기의])|남매|형제|자매|남|녀",
    "place": "곳|군데|개소|개\\s?(?:지역|시도|시군|도시|지점|점포|매장|학교|대학|병원)|지점|점포|매장",
    "animal": "마리",
    "ship": "척",
    "vehicle": "대(?![학통표회책형중])",
    "team": "개\\s?팀|팀|개\\s?구단|구단",
    "game": "경기|게임|전\\s?전승|차전|연전",
    "goal": "골(?!목|프)",
    "vote": "표(?![준현])",
    "seat": "석(?![유탄사])",
    "case": "건(?![물설강조축])|개\\s?사건",
    "time": "차례|회(?![사의장계원담])|번(?![째호영역])|번째|회째",
    "country": "개국|개\\s?(?:나라|국가)|나라|국가",
    "company": "개\\s?(?:사|회사|기업|업체|은행|계열사|협력사)(?![가-힣]{2})|개사",
    "household": "가구|세대(?![가-힣])",
    "book": "권(?![역한])|책(?![임상정])",
    "film": "편(?=의|\\s?(?:시리즈|영화))",
    "floor": "층",
    "rank": "위(?![원기치험협성])|등(?![록장에])",
    "shot": "발(?![표전생언견사])",
    "item": "개\\s?(?:품목|항목|과제|종목|분야|업종)|가지|종(?![합교료류])",
    "building": "개\\s?동|동(?=[은이을\\s,]|$)",
}
"""Kind -> counters; those of no kind (개) count anything."""


def of(text: str, at: int) -> str:
    """What the number that ends at `at` counts; "" where that is not told.

    >>> of("12척이", 2), of("8개", 1), of("7경기", 1)
    ('ship', '', 'game')
    """
    match = _pattern().match(text, at)
    return (match.lastgroup or "") if match else ""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"\s?(?:여\s?)?(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS.items()) + ")")

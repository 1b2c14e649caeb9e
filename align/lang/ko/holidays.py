"""Korean names of days: 설, 추석, 성탄절."""

from __future__ import annotations

NAMES = {
    "신정": "new-year",
    "새해 첫날": "new-year",
    "설날": "seollal",
    "설 당일": "seollal",
    "구정": "seollal",
    "추석": "chuseok",
    "한가위": "chuseok",
    "부처님오신날": "buddha",
    "부처님 오신 날": "buddha",
    "석가탄신일": "buddha",
    "초파일": "buddha",
    "삼일절": "independence-movement",
    "3·1절": "independence-movement",
    "3.1절": "independence-movement",
    "어린이날": "children",
    "어버이날": "parents",
    "현충일": "memorial",
    "제헌절": "constitution",
    "광복절": "liberation",
    "국군의 날": "armed-forces",
    "개천절": "foundation",
    "한글날": "hangul",
    "성탄 전야": "christmas-eve",
    "크리스마스이브": "christmas-eve",
    "크리스마스 이브": "christmas-eve",
    "성탄절": "christmas",
    "크리스마스": "christmas",
    "부활절": "easter",
    "핼러윈": "halloween",
    "할로윈": "halloween",
    "밸런타인데이": "valentine",
    "태양절": "sun",
    "광명성절": "shining-star",
    "근로자의 날": "labour",
    "노동절": "labour",
}
"""Name -> the holiday of seeds/base/holidays.tsv."""
THINGS = (
    r"(?!\s?(?:특사|특별사면|사면|트리|카드|캐럴|캐롤|선물|케이크|마켓|파티|씰|특집|영화|장식|경축사|"
    r"기념사|노래|상여금|차례상|대이동))"
)
"""What makes the name part of a thing's."""
HOLIDAY = (
    rf"(?<![가-힣])(?P<holiday>{'|'.join(sorted(NAMES, key=len, reverse=True))}"
    r"|설(?=\s?(?:연휴|명절|전|직전|당일|을|에|과\s추석)))(?:\s?(?P<long>연휴|명절))?" + THINGS
)


def holiday(name: str) -> str:
    """The holiday of that name."""
    return NAMES.get(name, "seollal")

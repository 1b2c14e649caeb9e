"""Korean words that place a date by the day of writing or by the day last spoken of: 지난달, 올해, 어제, 이날, 사흘 뒤."""

from __future__ import annotations

import re

from align.lang.dates.fields import Fields

PARTICLE = r"(?=에|엔|의|은|는|이|을|를|부터|까지|로|도|만|과|와|보다|쯤|께|경|중|초|말|$|[^가-힣])"
YEARS = {
    "재작년": -2,
    "지지난해": -2,
    "작년": -1,
    "지난해": -1,
    "올해": 0,
    "금년": 0,
    "올": 0,
    "연내": 0,
    "내년": 1,
    "명년": 1,
    "내후년": 2,
}
MONTHS = {
    "지지난달": -2, "지난달": -1, "저번달": -1, "이달": 0, "이번달": 0, "금월": 0, "다음달": 1, "내달": 1, "새달": 1, "다다음달": 2,
}  # fmt: skip
WEEKS = {
    "지지난주": -2, "지난주": -1, "저번주": -1, "이번주": 0, "금주": 0, "다음주": 1, "오는주": 1, "내주": 1, "다다음주": 2,
}  # fmt: skip
DAYS = {
    "그끄저께": -3, "그끄제": -3, "엊그제": -2, "엊그저께": -2, "그저께": -2, "그제": -2, "어제": -1, "어저께": -1, "작일": -1,
    "오늘": 0, "금일": 0, "내일모레": 2, "내일": 1, "모레": 2, "글피": 3,
}  # fmt: skip
OFFSETS = {
    "이날": 0, "같은날": 0, "그날": 0, "당일": 0, "전날": -1, "그전날": -1, "이튿날": 1, "다음날": 1, "그다음날": 1, "하루전날": -1,
}  # fmt: skip
SENSES = {
    "지난": "past",
    "저번": "past",
    "오는": "future",
    "다가오는": "future",
    "돌아오는": "future",
    "다음": "next",
    "이번": "this",
}
COUNTS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15,
    "한": 1, "두": 2, "석": 3, "세": 3, "넉": 4, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10,
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "십": 10,
}  # fmt: skip
UNITS = {"일": "day", "주일": "week", "주": "week", "달": "month", "개월": "month", "년": "year", "해": "year"}

NAMED = "내일|의?집|신문|채움|배움|투어|키움|로\\s(?:티켓|패스)|의\\s?(?:운세|유머|주역|희망|교훈|집|소사)|이?엔씨"
"""What makes 오늘 and 내일 a part of a name or phrase: 내일신문, 오늘의집, 오늘의 운세."""


def _any(words: dict[str, object] | dict[str, int] | dict[str, str]) -> str:
    """The words as alternatives, the longest first, with a space allowed before 달, 주, 해 and 날."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.sub(r"(?<=[^내새그])(?=(?:달|주|해|날)$)", r"\\s?", word) for word in ordered)


RELATIVE = (
    rf"(?<![가-힣])(?:(?P<years>{_any({k: v for k, v in YEARS.items() if k != '올'})})도?(?![가-힣]*년간)"
    r"|(?P<now>올(?:\s?(?:봄|여름|가을|겨울))?)(?=(?<=[봄름을울])|\s?(?:\d{1,2}월|[상하]반기|[1-4]분기)|\s(?:초|말|연말)(?![가-힣]{2}))"
    rf"|(?P<months>{_any(MONTHS)})(?![력리라러걀])"
    rf"|(?P<weeks>{_any(WEEKS)})(?:(?=말(?:[^가-힣]|에|의|까지|부터|인|로|을|과|이|$))(?P<ending>말)|{PARTICLE})"
    rf"|(?P<days>{_any(DAYS)})(?!야|서야|날|로서|{NAMED})"
    rf"|(?P<offset>{_any(OFFSETS)})(?!치기|개|짜|씨)"
    rf"|(?P<count>{'|'.join(sorted(COUNTS, key=len, reverse=True))}|\d{{1,3}})\s?(?P<unit>주일|주|달|개월|년|해|일)?\s?"
    r"(?P<way>(?<!\s)이전|(?<!\s)이후|전|뒤|후)(?=에|부터|의|인|까지|만|보다|엔|쯤|께|이|로|날|$|[^가-힣])"
    r"(?!\s?(?:대통령|총리|장관|차관|의원|의장|위원장|대표|회장|시장|지사|감독))"
    r"|(?P<quarter>지난|저번|이번|다음|전)\s?분기"
    rf"|(?P<sense>{_any(SENSES)})(?=\s?(?:\d|[월화수목금토일]요일|"
    r"[가-힣]{0,3}(?:절|설|추석|성탄|크리스마스|주말|분기|반기)))"
    r")"
)


def relative(kind: str, match: re.Match[str]) -> Fields | None:
    """What a match of RELATIVE says by its named group; None where it is no date."""
    word = match[kind].replace(" ", "")
    if kind in ("years", "now"):
        return Fields(years=YEARS.get(word, 0))
    if kind == "months":
        return Fields(months=MONTHS[word])
    if kind in ("weeks", "ending"):
        return Fields(weeks=WEEKS[match["weeks"].replace(" ", "")], grain="weekend" if match["ending"] else "")
    if kind == "days":
        return Fields(days=DAYS[word], approx=word.startswith("엊"))  # 엊그제: the other day
    if kind == "offset":
        return Fields(offset=OFFSETS[word])
    if kind == "quarter":
        return Fields(grain="quarter", months={"이번": 0, "다음": 1}.get(word, -1))
    if kind == "sense":
        return Fields(sense=SENSES[word])
    return _away(match)


def _away(match: re.Match[str]) -> Fields | None:
    """사흘 뒤, 2년 전: days lean on the day last spoken of, longer units on the publication date."""
    word, name = match["count"], match["unit"]
    long = word in COUNTS and len(word) > 1 and COUNTS[word] != 0 and word[-1] in "루틀흘새레름"
    if long == bool(name):  # 하루 needs no unit, 3 and 석 do
        return None
    count = (int(word) if word.isdigit() else COUNTS[word]) * (-1 if match["way"].endswith("전") else 1)
    unit = "day" if long else UNITS[name]
    if unit == "day":
        return Fields(offset=count, away=count) if count else None
    if unit == "week" and abs(count) == 1:
        return Fields(offset=7 * count)
    return Fields(
        grain=f"~{unit}", number=count if count < 0 else None, away=count
    )  # 30년 뒤 is told from within the story

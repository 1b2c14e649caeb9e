"""What stands before and behind a Korean numeral: hedges, signs, currency marks; dates; how two numerals belong together."""

from __future__ import annotations

import re

from align.lang.base.joining import Amount

BEFORE = re.compile(
    r"(?:(?<![가-힣])(?P<hedge>약|대략|근|최소한?|적어도|최대한?|많게는|거의|어림잡아|줄잡아)\s?)?"
    r"(?P<mark>(?:(?P<rate>시속|초속|분속)\s?(?P<hedge2>약|최대|최고)?\s?)?(?P<scale>섭씨|화씨)?\s?"
    r"(?P<sign>(?:영하|마이너스|마이나스)\s?|(?P<above>영상)\s?|(?<![\w.)%~∼-])[-−](?! ))?"
    r"(?P<money>(?:US|A|C|HK|NT|S|NZ|R)?\$|[€£¥￥₩￦₹₽])?\s?)$"
)
ENDINGS = frozenset("약략근소한도대는의아속씨하상스고−-$€£¥￥₩￦₹₽")
"""How what BEFORE finds can end."""
HEDGES = {
    "약": "about", "대략": "about", "근": "about", "어림잡아": "about", "줄잡아": "least", "최소": "least", "최소한": "least",
    "적어도": "least",
    "최대": "most", "최대한": "most", "최고": "most", "많게는": "most", "거의": "nearly",
}  # fmt: skip
FROZEN = re.compile(r"영하\s?\d{1,2}(?:\.\d)?\s?[~∼〜～-]\s?$")
"""Before the second of two degrees that are both below zero: 영하 10~5도."""
RATES = {
    ("시속", "km"): "km/h", ("시속", "mile"): "mph", ("시속", "kilo"): "km/h", ("초속", "m"): "m/s", ("초속", "km"): "km/s",
    ("분속", "m"): "m/min",
}  # fmt: skip
ODD = re.compile(r"\s?(?:여(?![성자학군권당])|남짓)")
BEHIND = re.compile(
    r"(?:\s?[가-힣]{1,3}?)??(?P<odd>여)?(?:이|가|을|를|에|의)?\s?"
    r"(?:(?P<about>가량|안팎|정도|내외|쯤|언저리)|(?P<least>이상(?![한하해형기설적징향])|초과)"
    r"|(?P<most>이하|미만|이내|못\s?미치|밑돌|밑도|안\s?되)|(?P<over>남짓|넘(?!겨받|겨준|겨줬|겨\s)|웃돌|웃도|상회|돌파)|(?P<nearly>육박|가까이|가까운))"
)
BAND = re.compile(r"대(?=[^가-힣]|로|의|에|를|가|는|까|초|중|후|인|다|보|부|라|이|며|였|$)")
DECADE = re.compile(
    r"대(?=\s?(?:초반|중반|후반|남|여|였|청년|부부|직장|젊|노인|주부|딸|아들|때|들|이상|이하|환자|[~∼]))"
)
ROLES = re.compile(
    r"\s?(?:(?P<times>배(?=[^가-힣]|가|나|로|의|에|를|는|까|이|인|수|씩|쯤|정|넘|였|다|도|만|보|증|늘|뛰|올|더|많|높|커|넓|빨|길|급|$))"
    r"|(?P<ordinal>번째|째(?!로\s?접)|위(?![기원치험협성])|세기)|(?P<label>호(?![텔주남실수])|고로(?![가-힣]{2})|공장|공구|터미널|전시장|캠퍼스|청사|터널))"
)
DATE = re.compile(
    r"\s?(?:(?P<year>년)|(?P<month>월(?![드급세평간요]))|(?P<day>일(?!곱|반|정|본))|(?P<hour>시(?!간|즌|민|장|내|설|작|위|험|점|범))"
    r"|(?P<rest>분기|학년도))|(?P<point>[·ㆍ‧∙•・:]\d)"
)
LASTS = re.compile(
    r"\s?(?:간|째|동안|만(?=[에의이\W])(?!\s\d+\s?[세살])|이내|가량|안에|내에|연속|넘|이상|이하|정도|남짓|여|치|짜리|안팎|연장|앞두|뒤|의\s시간|씩|에\s걸쳐"
    r"|전(?=[부에의까\W]|$)(?!\s(?:대통령|총리|장관|의원|대표|회장|위원장|대사|국장|사장))|후(?=[부에의까\W]|$))"
)
"""What makes N일 so many days, not a day of the month."""
GAPS = re.compile(
    r"(?P<to>\s?[~∼〜～–—]\s?|\s?-\s?|[명개원건%년]?에서\s?|\s?내지\s?)|(?P<score>\s?대\s?|승\s?)|(?P<of>\s?(?:명|개|곳|건|가구|사람)(?:의\s[가-힣]{1,6}|\s[가-힣]{2,5})?\s?(?:중|가운데)\s?)"
    r"|(?P<and>\s?)"
)
RESULT = re.compile(r"\s*(?:로|으로|의|승|패|이|을|를|은|는|무|역|완|대승|대패|비|$|[^\w\s]|\s[^개명건])")
CHANGE = re.compile(r"[가-힣]{0,2}?(?:으로|로)(?:의(?![가-힣])|(?![가-힣]))")
DENOMINATORS = (*range(2, 21), 100, 1000)
"""N명 중 M명 of these is a share, of a group or of everybody: 8명 가운데 7명, seven of the eight."""
SHARE = re.compile(r"\s?(?:명|개|곳|건|가구|사람)?\s?꼴")


def before(text: str, start: int) -> re.Match[str] | None:
    """The hedge, rate, scale, sign and currency mark before a numeral, None where there is none."""
    last = text[start - 1 : start]
    if last == " ":
        last = text[start - 2 : start - 1]
    return BEFORE.search(text, max(0, start - 14), start) if last in ENDINGS else None


def hedge_at(text: str, at: int) -> str:
    """The hedge behind a number that ends at `at`, a word of counting between them allowed; "" for none."""
    if match := BEHIND.match(text, at):
        return "over" if match["odd"] else match.lastgroup or ""
    return ""


def dated(text: str, start: int, end: int, digits: str) -> str:
    """What makes the number `digits` at `[start, end)` a part of a date or time of day; "days" where N일 lasts so long."""
    match = DATE.match(text, end)
    earlier = text[max(0, start - 2) : start]
    if match is None:
        return "point" if earlier[-1:] in tuple("·ㆍ‧∙•・:") and earlier[:1].isdigit() else ""
    kind, number = match.lastgroup or "", int(digits) if digits.isdigit() else -1
    if kind == "year":
        return "year" if (len(digits) == 4 and 1000 <= number < 2200) or earlier[-1:] in tuple("'’‘") else ""
    if kind == "day" and number >= 0:
        return "days" if number > 31 or LASTS.match(text, match.end()) else "day"
    return kind if 0 <= number <= {"month": 12, "hour": 24}.get(kind, 9999) else ""


def link(text: str, a: Amount, b: Amount) -> str:
    """How two numbers that follow each other belong together; "" where they do not."""
    match = GAPS.fullmatch(text, a.end, b.start)
    if match is None or a.value is None or b.value is None:
        return ""
    kind, first, second = match.lastgroup or "", a.value.point, b.value.point
    bare = (
        not (a.value.unit or b.value.unit or a.value.role or b.value.role) and first is not None and second is not None
    )
    if kind == "and" and a.value.unit == "day" and a.value.role == "word":
        return ""  # 하루 4시간: four hours a day
    if kind == "score":
        if match[0].startswith("승"):
            return "score" if text[b.end : b.end + 1] == "패" else ""
        digits = text[a.end - 1].isdigit() and text[b.end - 1].isdigit()
        return "score" if bare and digits and RESULT.match(text, b.end) else ""
    if kind == "of":
        share = first in DENOMINATORS or SHARE.match(text, b.end)
        return "of" if bare and share and second is not None and first is not None and second < first else ""
    return "" if kind == "to" and "에서" in match[0] and CHANGE.match(text, b.end) else kind

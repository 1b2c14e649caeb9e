"""Events that Korean calls by their day: 12·3 비상계엄, 4·19혁명, 9·11 테러, 6·25, 5.18 민주화운동."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from align.lang.base.keys import date_keys
from align.model import Mention
from align.values import When

EVENTS = (
    "비상계엄|계엄|내란|혁명|의거|운동|항쟁|항거|봉기|민주|사태|사건|사변|정변|쿠데타|테러|참사|참극|학살|사고|화재|지진|대지진|폭발|총선|대선|지방선거|지선"
    "|재보선|재보궐|보궐|보선|선거|전당대회|전대|국민투표|군사합의|남북|북미|합의|선언|공동성명|성명|공동선언|담화|회담|정상회담|협정|조약|전쟁|동란|남침|휴전"
    "|도발|포격|피격|공습|대첩|해방|광복|독립|만세|기념|희생|유족|유공|묘지|민중|학생|촛불|집회|시위|파업|대책|조치|부동산|방안|개각|탄핵|폭로|해킹|대란|정전"
)
"""What happens on a day by which it is called afterward."""
PLAIN = (
    "계엄 혁명 운동 항쟁 민주 전쟁 총선 대선 선거 보선 사태 테러 참사 만세 독립 남북 선언 대책 합의 의거 정변".split()
)
"""Those of them before which 5.18 is a day and no number."""
COUNTED = (
    "분기|월|일|주|위|호|번|차|층|학년|면|심|구|급|회|강|단|동|편|부|공구|권|조|관|명|개|세|시|분|초|년|등|성급|인|톤|배|배속|대|원|점|군|항|교시|과|반"
    "|지구|산단|단지|터미널|광구|블록|타석|루|골|승|패|쿼터|세트|라운드|단계|기(?!념)|종|악장|막|집|장|ℓ|㎞|㎡|m|k|c|%|퍼센트|도"
)
"""What 1·2 counts, where it is two numbers: 1·2위, 5·6호기."""


def event_days(text: str) -> Iterator[Mention]:
    """The days of `text` by which an event is called; none where two numbers are counted (1·2위).

    >>> [(m.text, m.value.month, m.value.day) for m in event_days("12·3 비상계엄과 6·25, 5.18 민주화운동, 1·2위")]
    [('12·3', 12, 3), ('6·25', 6, 25), ('5.18', 5, 18)]
    """
    if not any(c.isdigit() for c in text):
        return
    for match in _pattern().finditer(text):
        month, day = int(match["month"]), int(match["day"])
        told = match["told"] is not None
        if not told and (match["mark"] == "." or day == month + 1 or match["counted"] is not None):
            continue  # 2·3 is two numbers in turn unless an event follows
        if match["mark"] == "." and not any(word in match["told"] for word in PLAIN):
            continue  # 7.8 is how strong an earthquake was
        start, end = match.start("month"), match.end("day")
        keys = date_keys(month, day)
        yield Mention("date", start, end, text[start:end], keys, When((), "day", None, month, day, event=True))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d.,·ㆍ‧∙•・/:$-])(?P<month>1[0-2]|[1-9])(?P<mark>[·ㆍ‧∙•・.])(?P<day>[12]\d|3[01]|[1-9])(?![\d·ㆍ‧∙•・:%~∼-]|[.,]\d)"
        rf"(?:(?P<told>['’\"”]?\s?(?:[가-힣]{{2,4}}\s)?(?:{EVENTS}))|(?P<counted>\s?(?:{COUNTED}|[A-Za-z])))?"
    )

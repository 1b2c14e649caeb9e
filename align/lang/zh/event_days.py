"""Events that Chinese calls by their day: 12·3紧急戒严, “5·18”光州民主化运动, 9·11恐袭, 6·25战争."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from align.lang.base.keys import date_keys
from align.model import Mention
from align.values import When

EVENTS = (
    "紧急戒严|戒严|内乱|革命|起义|运动|抗争|民主|事态|事件|事变|政变|兵变|恐袭|恐怖|惨案|惨剧|屠杀|事故|火灾|地震|"
    "大地震|爆炸|大选|选举|总统选举|国会选举|地方选举|补选|公投"
    "|军事协议|北南|南北|共同宣言|宣言|协议|共同声明|声明|会谈|会晤|协定|条约|战争|停战|入侵|挑衅|炮击|袭击|空袭|"
    "大捷|解放|光复|独立|纪念|遇难|学生|烛光|集会|示威|罢工|对策|措施|弹劾|停电"
)
"""What happens on a day by which it is called afterward."""
PLAIN = "戒严 革命 运动 抗争 民主 战争 选举 大选 事态 恐袭 惨案 独立 宣言 协议 事变 政变 起义 事件".split()
"""Those of them before which 5.18 is a day and no number."""


def event_days(text: str) -> Iterator[Mention]:
    """The days of a plain text by which an event is called; none where two numbers are told in turn.

    >>> [(m.text, m.value.month, m.value.day) for m in event_days("12·3紧急戒严和“5·18”民主化运动，5.18民主化运动，1·2名")]
    [('12·3', 12, 3), ('5·18', 5, 18), ('5.18', 5, 18)]
    """
    if not any(c.isdigit() for c in text):
        return
    for match in _pattern().finditer(text):
        month, day, told = int(match["month"]), int(match["day"]), match["told"] or ""
        quoted = (
            text[match.start() - 1 : match.start()] in tuple("“‘「『\"'") and told[:1] in tuple("”’」』\"'") and told
        )
        if not (told.strip("”’」』\"' ") or quoted) or (
            match["mark"] == "." and not any(word in told for word in PLAIN)
        ):
            continue
        start, end = match.start("month"), match.end("day")
        keys = date_keys(month, day)
        yield Mention("date", start, end, text[start:end], keys, When((), "day", None, month, day, event=True))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\d,)(?<![\d.·•・/:$-])(?P<month>1[0-2]|[1-9])(?P<mark>[·•・.])(?P<day>[12]\d|3[01]|"
        r"0?[1-9])(?![\d·•・:%~-]|[.,]\d)"
        rf"(?P<told>[”’」』\"']?(?:[\u4e00-\u9fff]{{0,4}}?(?:{EVENTS}))|[”’」』\"'])?"
    )

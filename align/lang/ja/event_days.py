"""Events that Japanese calls by their day: 12・3非常戒厳, 6・25戦争, 9・11テロ, 4・19革命."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from align.lang.base.keys import date_keys
from align.model import Mention
from align.values import When

EVENTS = (
    "非常戒厳|戒厳|内乱|革命|義挙|運動|抗争|蜂起|民主|事態|事件|事変|政変|クーデター|テロ|惨事|惨劇|虐殺|事故|火災"
    "|地震|大地震|大震災|爆発|総選挙|大統領選|統一地方選|地方選|補選"
    "|再・?補選|補欠選|選挙|党大会|全党大会|国民投票|軍事合意|南北|米朝|合意|宣言|共同声明|声明|共同宣言|談話|会談"
    "|首脳会談|協定|条約|戦争|動乱|南侵|休戦|挑発|砲撃|空襲|解放|光復"
    "|独立|記念|犠牲|遺族|墓地|民衆|学生|ろうそく|集会|デモ|スト|対策|措置|不動産|弾劾|同時多発|ショック|市民"
)
"""What happens on a day by which it is called afterward."""
COUNTED = (
    r"倍|%|％|ポイント|割|度|位|号|番|次|階|年|月|日|人|件|回|点|キロ|メートル|センチ|ミリ|トン|ドル|ウォン|円|億|万"
    r"|兆|千|秒|分|時|歳|期|代|世|区|丁目|勝|敗|試合|本|台|軍|カ"
)
"""What 1・2 counts, where it is two numbers or a decimal: 1・2位, 3・5倍."""


def event_days(text: str) -> Iterator[Mention]:
    """The days of `text` by which an event is called; none where two numbers are counted (1・2位).

    >>> [(m.text, m.value.month, m.value.day) for m in event_days("12・3非常戒厳と6・25、1・2位、3・5倍")]
    [('12・3', 12, 3), ('6・25', 6, 25)]
    """
    for match in _pattern().finditer(text):
        month, day = int(match["month"]), int(match["day"])
        if match["told"] is None and (match["counted"] is not None or day == month + 1 or day < 10):
            continue
        start, end = match.start("month"), match.end("day")
        value = When((), "day", None, month, day, event=True)
        yield Mention("date", start, end, text[start:end], date_keys(month, day), value)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d.,・/:$-])(?P<month>1[0-2]|[1-9])[・·･](?P<day>[12]\d|3[01]|[1-9])(?![\d・:%~〜-]|[.,]\d)"
        rf"(?:(?P<told>[」』\"”]?(?:[^\W\d_]{{2,4}})??(?:{EVENTS}))|(?P<counted>{COUNTED}))?"
    )

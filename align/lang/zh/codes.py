"""Codes as Chinese words make them: 第9条第2款, 拨打119, 版本3.10, 火星-17型."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from align.lang.base.codes import Reader, found, phone, version
from align.lang.han.articles import CITED, N, below, cited
from align.lang.zh.letters import plain
from align.model import Mention
from align.values import Code

LAWS = r"法|法律|宪法|条约|公约|协定|协议|规约|规则|规定|条例|章程|党章|令|草案|法案"
"""What has articles: its name ends so."""
CALLS = r"拨打|致电|热线|电话|报警电话|急救电话|拨通|请拨|专线"
SOFTWARE = r"版本|安卓|视窗|固件|内核|iOS|Python|Android|Windows|Java|Linux|macOS|Node\.js|Chrome|Firefox"


def codes(text: str, beside: Iterable[Mention] = ()) -> tuple[Mention, ...]:
    """The codes of `text`, left to right.

    >>> [(m.text, m.value.text) for m in codes("《工会法》第45条第2款，拨打119，版本3.10，火星-17型")]
    [('第45条第2款', '45.2'), ('119', '119'), ('版本3.10', '3.10'), ('火星-17', '17')]
    """
    letters = plain(text)
    return tuple(
        Mention(m.kind, m.start, m.end, text[m.start : m.end], m.keys, m.value)
        for m in found(letters, _own(), beside, worth=CITED)
    )


@cache
def _own() -> tuple[Reader, ...]:
    return (
        *cited(
            rf"(?:{LAWS})[》」』”]?",
            "约|件|线|形|例|船",
            below("之", "款", "[项号]"),
            rf"款(?!项|待)(?:\s?第?(?P<item>{N})项)?",
        ),
        (
            re.compile(rf"(?:{CALLS})[:：]?\s?[“\"]?(?P<code>1\d{{2,4}})(?![\d,.-]|[人名次个年月日时万亿])"),
            lambda match: phone(match["code"]),
        ),
        (re.compile(rf"(?P<code>(?:{SOFTWARE})\s?(?P<number>\d+(?:\.\d+)+))(?!\.?\d|%|倍|亿|万|元)"), version),
        (re.compile(r"(?<!\d,)(?<![\d.])(?P<code>(?P<number>\d+(?:\.\d+)+)\s?版本?)(?![权税面图])"), version),
        (
            re.compile(
                r"(?P<code>[\u4e00-\u9fff]{2,4}(?<![为是至到达在约温])-(?P<digits>\d{1,3}))(?=型|号|[^\d\w~℃°%-]|$)"
            ),
            lambda match: Code("designation", match["digits"]),
        ),
    )

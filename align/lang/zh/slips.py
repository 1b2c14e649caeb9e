"""Slips to plant in Chinese of either script: another day, another scale, 上午 for 下午; and quiet changes: a hedge less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from align.lang.base.slips import CODE, Seen, Slip, Slips, Span, dropped
from align.lang.base.slips import code as any_code
from align.lang.base.slips import range_ends as any_range
from align.lang.han import slips as han
from align.lang.han.name_slips import own_syllable
from align.lang.zh.letters import traditional

WEEKDAYS = han.Weekdays(r"(?<=周|週|期|拜)([一二三四五六日])(?![一-鿿]?星|本|角|国|國|年|合)", "一二三四五六日")
DATED = re.compile(r"\d|[年月日]|周|週|星期|昨天|今天|明天|前天")
"""What a date has; 上次选举 tells none."""
BEHIND = r"(?=[，。、；）」”的至到从是为、（]|以|增|减|減|左右|多|$)"
"""What follows a unit that is no part of a longer word."""
UNITS = han.Replaced(
    tuple(
        (rf"(?<=[\d万萬亿億兆千百]){old}{BEHIND}", new)
        for old, new in (
            ("(?:韩元|韓元)", "美元"),
            ("美元", "韩元"),
            ("(?:欧元|歐元)", "美元"),
            ("(?:日元|日圓|人民币|人民幣|元|卢布|盧布)", "韩元"),
            ("[%％]", "个百分点"),
            ("(?:个百分点|個百分點)", "%"),
            ("(?:公里|千米|km)", "米"),
            ("(?:米|公尺)", "公里"),
            ("(?:公斤|千克)", "吨"),
            ("(?:吨|公噸|噸)", "公斤"),
            ("(?:公顷|公頃)", "平方公里"),
            ("(?:个月|個月)", "周"),
            ("(?:小时|小時)", "分钟"),
            ("(?:分钟|分鐘)", "小时"),
            ("(?:周|週)", "个月"),
            ("坪", "平方米"),
        )
    )
)  # fmt: skip
TIME = re.compile(r"(?P<half>凌晨|上午|下午|晚上?)(?P<hour>1[0-2]|\d)[时時点點](?!间|間)(?:(?P<minute>[0-5]?\d)分)?")
OTHER_HALF = {"凌晨": "下午", "上午": "下午", "下午": "上午", "晚": "上午", "晚上": "上午"}
RANGE = re.compile(
    r"(?<![\w.,:~〜～-])(?P<low>\d{1,3})(?:[月日时時岁歲人个個年%％])?[~〜～至](?P<high>\d{1,3})(?![\d.~〜～至万萬亿億兆千百:])"
)
ARTICLE = re.compile(rf"{CODE.pattern}|第\d{{1,3}}(?=[条條款项項])")
COUNT = re.compile(rf"(?<![\u3400-\u9fff])[{han.WORDS}](?=[名位家艘辆輛国國](?![字家际際]))")
HEDGES = tuple(
    map(
        re.compile,
        (
            r"(?:大约|大約|约|約)(?=\d)",
            r"(?<=[\d万萬亿億])(?:余|餘|多)(?=[名人家辆輛艘个個件])",
            r"(?<=[名人家辆輛元])左右(?=[，。])",
        ),
    )
)
UNHEDGED = re.compile(
    r"(?:约|約|近|逾|超|超过|超過|至少|最多|最高|最低|共|总|總|第|同|仅|僅|达|達|不到|不足|每|满|滿|将近|大约|大約)$"
)
FIGURE = re.compile(rf"{han.DIGITS}[千百]?[万萬亿億兆]?(?=[名人家辆輛韩韓美日公吨噸米])(?!\w{{1,3}}(?:左右|以上|以下))")

OPPOSITES = (
    *han.both_ways(
        "增加/减少 上升/下降 上涨/下跌 扩大/缩小 上调/下调 提高/降低 赞成/反对 顺差/逆差 改善/恶化 成功/失败 高于/低于 "
        "有罪/无罪 延长/缩短 "
        "恢复/中断 批准/否决 乐观/悲观"
    ),
    ("并?没有", ""), ("并未|尚未|从未", "已"), ("未能", "成功"), ("无法", "能够"), ("(?<!会)不会(?!不)", "会"), 
    ("(?<!不)不能(?!不)", "能"),
    ("(?:并非|并不是)", "正是"), ("不再", "仍然"), ("不(?=支持|同意|接受|承认|允许|考虑|适用|符合|公开)", ""), ("已经", "尚未"),
)  # fmt: skip
TURNED = han.Replaced(
    (*OPPOSITES, *((traditional(old), traditional(new)) for old, new in OPPOSITES if traditional(old) != old))
)
"""The opposite said, in both scripts."""
REWORDED = han.Replaced(
    (("增长了", "增加了"), ("下跌了", "下降了"), ("无法", "不能"), ("尚未", "还没有"), ("未能", "没能"))
)
"""The same in other words."""


def facts(text: str) -> Iterator[Seen]:
    """The values that are plain to see."""
    yield from han.days_and_months(text)
    yield from WEEKDAYS.facts(text)
    yield from han.numbers(text)


def dated(words: str) -> bool:
    """Whether the words of a date tell one by themselves."""
    return DATED.search(words) is not None


def says(kind: str, value: int, text: str) -> bool:
    """Whether `text` has 5日, 5月 or 周五, or what ends like it."""
    if kind == "weekday":
        return bool(re.search(rf"[周週期拜]{WEEKDAYS.letters[value % 7]}", text))
    return f"{value}{'日' if kind == 'day' else '月'}" in text


def time(text: str) -> Iterator[Slip]:
    """Another hour, another part of the day, or another figure of the minutes.

    >>> [slip.new for slip in time("下午2时30分")]
    ['1', '3', '4', '5', '上午', '20', '40']
    """
    return han.time(text, TIME, OTHER_HALF)


def count(text: str) -> Iterator[Slip]:
    """Another number in words, one or two away."""
    return (slip for slip in han.count(text, COUNT) if slip.value != 2)  # two of a thing are 两


def counts(text: str) -> set[int]:
    """The values of the numbers in words."""
    return han.counts(text, COUNT)


def hedge(text: str) -> Iterator[Slip]:
    """The hedge before or behind a figure dropped."""
    return dropped(text, HEDGES)


def hedged(text: str, span: Span) -> Iterator[Slip]:
    """约 before the figure at `span`, where it has no hedge."""
    if not UNHEDGED.search(text[: span[0]]) and FIGURE.match(text, span[0]):
        yield Slip((span[0], span[0]), "约")


def notation(text: str) -> Iterator[Slip]:
    """Quiet: 14时30分 or 下午2时半 for 下午2时30分.

    >>> [slip.new for slip in notation("下午2时30分")]
    ['14时30分', '下午2时半']
    """
    return han.notation(text, TIME, ("上午", "下午"), "时")


SLIPS = Slips(
    facts=facts,
    figures=han.figures,
    dated=dated,
    says=says,
    day=han.day,
    month=han.month,
    weekday=WEEKDAYS.slips,
    digit=han.digit,
    magnitude=han.magnitude,
    unit=UNITS.slips,
    turned=TURNED.slips,
    reworded=REWORDED.slips,
    time=time,
    range_end=partial(any_range, ranges=RANGE),
    count=count,
    counts=counts,
    code=partial(any_code, pattern=ARTICLE),
    hedge=hedge,
    hedged=hedged,
    notation=notation,
    own_syllable=own_syllable,
)

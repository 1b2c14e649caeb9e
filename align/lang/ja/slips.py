"""Slips to plant in Japanese: another day, another scale, 午前 for 午後; and quiet changes: a hedge less, another notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from align.lang.base.slips import CODE, Seen, Slip, Slips, Span, dropped
from align.lang.base.slips import code as any_code
from align.lang.base.slips import range_ends as any_range
from align.lang.han import slips as han
from align.lang.han.name_slips import own_syllable

WEEKDAYS = han.Weekdays(r"(?:(?<=日)[（(])?([月火水木金土日])(?:曜日?|(?<=[（(].)[）)])", "月火水木金土日")
DATED = re.compile(r"\d|[年月日]|週|きのう|きょう|あす|おととい")
"""What a date has; 前回の総選挙 tells none."""
BEHIND = r"(?=[はがをにのでとやもへ、。・）)」]|から|まで|以|増|減|余|$)"
"""What follows a unit that is no part of a longer word."""
UNITS = han.Replaced(
    tuple(
        (rf"(?<=[\d万億兆千百]){old}{BEHIND}", new)
        for old, new in (
            ("ウォン", "ドル"), ("ドル", "ウォン"), ("ユーロ", "ドル"), ("(?:円|元|ルーブル)", "ウォン"), ("[%％]", "ポイント"),
            ("ポイント", "%"), ("(?:キロメートル|km|㎞)", "メートル"),
            ("(?:メートル|m)", "キロメートル"), ("(?:キログラム|kg|㎏)", "トン"),
            ("トン", "キログラム"), ("(?:ヘクタール|ha)", "平方キロメートル"), ("カ月", "週間"), ("時間", "分"), ("分(?!の)", "時間"),
            ("週間", "カ月"),
        )
    )
)  # fmt: skip
MEASURE = re.compile(
    r"ウォン|ドル|ユーロ|円|元|ルーブル|[%％]|ポイント|キロメートル|メートル|キログラム|トン|ヘクタール|カ月|時間|分(?!の)|週間|km|㎞|kg|㎏|ha|m(?![A-Za-z])"
)
TURNED = han.Replaced(
    (
        *han.both_ways(
            "増加/減少 上昇/下落 急増/急減 急騰/急落 拡大/縮小 増えた/減った 増益/減益 増収/減収 "
            "引き上げ/引き下げ 賛成/反対 可決/否決 黒字/赤字 "
            "改善/悪化 成功/失敗 上回/下回 有罪/無罪 延長/短縮 再開/中断"
        ),
        *((rf"{old}(?=[。、」とたこ方のが])", new) for old, new in (
            ("しない", "する"), ("しなかった", "した"), ("していない", "している"), ("していなかった", "していた"),
                ("できない", "できる"),
            ("できなかった", "できた"), ("されない", "される"), ("されなかった", "された"),
                ("ではない", "だ"), ("られない", "られる"),
            ("られなかった", "られた"),
        )),
        *((rf"(?<=[\u3400-\u9fff]){old}(?=。|と(?:述|話|明|発|い))", new) for old, new in (
            ("した", "しなかった"), ("された", "されなかった"), ("している", "していない"),
        )),
    )
)  # fmt: skip
"""The opposite said."""
REWORDED = han.Replaced(
    (
        ("増加した", "増えた"),
        ("減少した", "減った"),
        ("できなかった(?=。)", "不可能だった"),
        ("しなかった(?=。)", "していない"),
    )
)
"""The same in other words."""
TIME = re.compile(r"(?P<half>午前|午後)(?P<hour>1[0-2]|\d)時(?!間)(?:(?P<minute>[0-5]?\d)分)?")
OTHER_HALF = {"午前": "午後", "午後": "午前"}
RANGE = re.compile(
    r"(?<![\w.,:~〜～-])(?P<low>\d{1,3})(?:[月日時歳人個年%％])?[~〜～](?P<high>\d{1,3})(?![\d.~〜～万億兆千百:])"
)
ARTICLE = re.compile(rf"{CODE.pattern}|第\d{{1,3}}(?=[条項号])|(?<!\d)\d{{1,3}}(?=号線)")
COUNT = re.compile(
    rf"(?<![\u3400-\u9fff])[{han.WORDS}](?=つ(?!い|もり)|人(?![気工権種口])|カ国|カ所|カ月|回|度(?![合数外]))"
)
HEDGES = tuple(
    map(
        re.compile,
        (
            r"約(?=\d)",
            r"(?<=[\d万億人社台件])余り(?=[がをのにはで、])",
            r"(?<=[人社台件円])(?:ほど|程度)(?=[がをのにはで、])",
        ),
    )
)
UNHEDGED = re.compile(r"(?:約|およそ|最大|最小|最高|ほぼ|計|総|単|第|同|わずか)$")
FIGURE = re.compile(rf"{han.DIGITS}[千百]?[万億兆]?(?=[人社台件円ウドキト])(?!\w{{1,3}}(?:余り|ほど|程度|以上|以下))")


def facts(text: str) -> Iterator[Seen]:
    """The values that are plain to see."""
    yield from han.days_and_months(text)
    yield from WEEKDAYS.facts(text)
    for seen in han.numbers(text):
        unit = MEASURE.match(text, seen.span[1])
        yield seen._replace(span=(seen.span[0], unit.end() if unit else seen.span[1]))


def dated(words: str) -> bool:
    """Whether the words of a date tell one by themselves."""
    return DATED.search(words) is not None


def says(kind: str, value: int, text: str) -> bool:
    """Whether `text` has 5日, 5月 or 金曜, or what ends like it."""
    letter = WEEKDAYS.letters[value % 7]
    if kind == "weekday":
        return f"{letter}曜" in text or f"（{letter}）" in text or f"({letter})" in text
    return f"{value}{'日' if kind == 'day' else '月'}" in text


def time(text: str) -> Iterator[Slip]:
    """Another hour, the other half of the day, or another figure of the minutes.

    >>> [slip.new for slip in time("午後2時30分")]
    ['1', '3', '4', '5', '午前', '20', '40']
    """
    return han.time(text, TIME, OTHER_HALF)


def count(text: str) -> Iterator[Slip]:
    """Another number in words, one or two away."""
    return han.count(text, COUNT)


def counts(text: str) -> set[int]:
    """The values of the numbers in words."""
    return han.counts(text, COUNT)


def hedge(text: str) -> Iterator[Slip]:
    """The hedge before or behind a figure dropped."""
    return dropped(text, HEDGES)


def hedged(text: str, span: Span) -> Iterator[Slip]:
    """約 before the figure at `span`, where it has no hedge."""
    if not UNHEDGED.search(text[: span[0]]) and FIGURE.match(text, span[0]):
        yield Slip((span[0], span[0]), "約")


def notation(text: str) -> Iterator[Slip]:
    """Quiet: 14時30分 or 午後2時半 for 午後2時30分.

    >>> [slip.new for slip in notation("午後2時30分")]
    ['14時30分', '午後2時半']
    """
    return han.notation(text, TIME, ("午前", "午後"), "時")


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

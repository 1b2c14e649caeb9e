"""The pieces of dates in Japanese text: 2024年, 11月, 6日, 水曜日, 先月, 上半期, 末, 令和6年."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from align.lang.dates.fields import Fields, Piece
from align.lang.han import slashed
from align.lang.han.numerals import value
from align.lang.ja.holidays import HOLIDAY, NAMES
from align.lang.ja.numbers import LASTING, LASTS
from align.lang.ja.relative_dates import DAYS, LEANING, OFFSETS, RELATIVE, SEASONS, SENSES, YEARS, relative

WEEKDAYS = "月火水木金土日"
REIGNS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "主体": 1911, "チュチェ": 1911}
"""Reign -> the year before its first."""
TO = r"\s?[~∼〜～\-–—―−ー]\s?"
HAN = "一二三四五六七八九十"
SHORT = rf"\d{{1,2}}|(?<![〇{HAN}百千万]){HAN[-1]}[{HAN[:-1]}]?|(?<![〇{HAN}百千万])[二三]十[{HAN[:-1]}]?"
"""One or two digits, or what is said so in Han characters, from ten on."""
DURING = (
    r"(?!間|ぶり|連続|目|分(?![のに])|[あ当]たり|平均|[\d一二三四五六七八九十]{1,4}(?:回|時間|本|個|錠|杯|人|件|万"
    r"|便)|余り?|以上|以内|ほど|ごと|おき|弱|強|近く|[前後](?![半])|半(?!ば)|比|越し|につき"
    rf"|{LASTS})"
)
"""What makes 3日 three days, behind it."""
BEHIND = "[、。（(]|に|から|まで|付|頃|ごろ|より|夜|朝|開[催始]|発[売表]|公開|放送"
"""Behind 4/22: what makes it a day."""
PIECE = (
    rf"(?<![\d.,〇{HAN}])(?P<y>[12]\d{{3}}"
    rf"|[一二][〇零○{HAN}]{{3}})(?:{TO}(?P<y2>[12]?\d{{1,3}}))?年(?:度(?!合))?(?!代|間|ぶり|目|[生産式型物製版])"
    r"|(?:['’‘](?P<short>\d{2})年|(?<![\d.,])(?P<short2>\d{2})年(?=\d{1,2}月|度|[春夏秋冬初末]|上半期|下半期|第?[1-4]四半期))(?:度)?"
    rf"|(?P<reign>{'|'.join(REIGNS)})(?P<ry>元|\d{{1,3}}|[{HAN}]{{1,3}})年(?:度)?(?!代)"
    r"|(?<!\d)(?P<decade>\d{4}|[1-9]0)年代|(?<!\d)(?P<century>\d{1,2})世紀"
    r"|(?<![\d./-])(?P<fy>\d{4})(?P<sep>[.\-/])\s?(?P<fm>\d{1,2})(?P=sep)\s?(?P<fd>\d{1,2})(?!\d)"
    rf"|{slashed.pattern(f'[(（][{WEEKDAYS}]', BEHIND)}"
    rf"|(?<![\d.,・])(?P<m>{SHORT}|(?<![〇{HAN}百千万])[{HAN[:-1]}])(?:(?:{TO}|、"
    rf"|・)(?P<m2>\d{{1,2}}))?月(?![曜額給収]|例会|面|給)(?P<term>期)?"
    rf"|(?<![\d.,])(?P<more>\d{{1,2}})(?=[・、,](?P<next>\d{{1,2}})(?:[・、,]\d{{1,2}}){{0,2}}日{DURING})"
    rf"|(?P<stay>\d+泊\d+日)"
    rf"|(?<![\d.,])(?P<d>{SHORT}|(?<=月)[{HAN[:-1]}])(?:日?(?:{TO}|から)(?P<d2>\d{{1,2}})"
    rf"|日?[、・,と](?P<d3>\d{{1,2}})(?=日?の?両日))?(?:日?の)?(?:両)?日(?![本韓米露ロ朝銀産経系]|中(?!に|、|の"
    rf"|$))(?P<during>(?(d2)(?!間|ぶり|目|比|程度|[くぐ]らい|ほど|以上|以内|前後|余り?|分の|遅れ)|{DURING}))"
    rf"|第(?P<nth>[1-5{HAN[:5]}])(?P<nw>[{WEEKDAYS}])曜日?|最終(?P<lastw>[{WEEKDAYS}])曜日?"
    rf"|(?<![\w])(?P<listed>[{WEEKDAYS}])(?=(?:[・、][{WEEKDAYS}]){{1,5}}曜)"
    rf"|(?P<w>[{WEEKDAYS}])(?:{TO}(?P<w2>[{WEEKDAYS}]))?曜(?:日(?!本))?|(?:(?<=[日\d])"
    rf"|^)[(（](?P<w3>[{WEEKDAYS}])(?:曜日?)?(?:・[祝休])?[)）]"
    rf"|第?(?P<q>[1-4{HAN[:4]}])[・/]?[4四]半期|(?P<h>[上下])半期"
    r"|(?:(?<=[年月度])|(?<=[年月度]の))(?P<p>初め|始め|はじめ|初頭|上旬|中旬|下旬|半ば|なかば|中頃|中ごろ|末(?![期裔っ])|終わり|おわり"
    r"|前半|後半|初旬|中盤|序盤|終盤|早々)"
    r"|(?<![\d一二三四五六七八九十昨今来去同前翌毎々]{1})(?P<ends>[年月])(?P<which>初め|初|末|始)(?![期年])"
    r"|(?<![\d.,/])(?P<ym>(?:19|20)\d\d)/(?P<ymm>1[0-2]|0?[1-9])(?![\d/.,])"
    r"|(?:(?<=[年月])|(?<=[年月]の))(?P<s>[春夏秋冬])(?![季期日])"
    r"|(?P<weekend>週末)(?![期婚])"
    r"|[(（](?P<py>1\d{3}|20\d\d)[)）]|(?<![\w.,])(?P<ys>(?:19|20)\d\d)" + TO + r"(?P<ye>(?:19|20)\d\d)(?![\d.,年])"
    r"|(?P<local>[(（](?:[^()（）\s]{1,4})?時間(?:基準)?[)）]|(?:現地|韓国|日本|米国|米東部|米西部)時間(?:で|の)?(?=\d|同日|この日))"
    r"|D-(?P<dday>\d{1,3})(?![\d.,-])"
    r"|" + HOLIDAY + "|" + RELATIVE
)  # fmt: skip
LAST = {
    "y2": "y", "ry": "reign", "m2": "m", "term": "m", "d2": "d", "d3": "d", "during": "d", "w2": "w", "ye": "ys", "fd": "fy",
    "sd": "sm", "sday": "sm",
    "next": "more",
    "which": "ends", "ending": "weeks", "way": "count", "long": "holiday", "nw": "nth", "ymm": "ym",
}  # fmt: skip
"""A group that closes last -> the one that tells what kind of piece it is."""
TERMS = {
    (1, 3): ("quarter", 1), (4, 6): ("quarter", 2), (7, 9): ("quarter", 3), (10, 12): ("quarter", 4), (1, 6): ("half", 1),
    (7, 12): ("half", 2),
}  # fmt: skip
"""Months from and to -> the part of a year that is called by them: 4〜6月期."""
FUZZY = re.compile(r"ごろ|頃|前後(?!関)|あたり")
EARLY = "初め 始め はじめ 初頭 上旬 前半 初旬 序盤 早々 初 始".split()
MID = "中旬 半ば なかば 中頃 中ごろ 中盤".split()
IN_A_ROW = 3


@cache
def _pattern() -> re.Pattern[str]:
    first = {c for words in (DAYS, LEANING, OFFSETS, SENSES, YEARS, NAMES, REIGNS) for c in {word[0] for word in words}}
    return re.compile(
        rf"(?=[\d'’‘(（D半先前今本当来翌再さ去次年月週第上下最初始は中末終おな後早現韓日米火水木金土春夏秋冬〇零○{HAN}{''.join(sorted(first))}])(?:{PIECE})"
    )


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of `text` (folded), left to right."""
    for match in _pattern().finditer(text):
        kind = match.lastgroup or ""
        kind = LAST.get(kind, kind)
        if fields := READERS[kind](match) if kind in READERS else relative(kind, match):
            end = match.end()
            if fuzzy := FUZZY.match(text, end):
                end, fields = fuzzy.end(), fields._replace(approx=True)
            yield Piece(match.start(), end, fields)


def _number(word: str) -> int:
    read = value(word)
    return int(read[0]) if read else 0


def _year(match: re.Match[str]) -> Fields | None:
    first, last = _number(match["y"]), match["y2"]
    if not 1000 <= first < 2101:
        return None
    end = int(last if last and len(last) == 4 else str(first)[: 4 - len(last)] + last) if last else 0
    return Fields(year=first, end=Fields(year=end) if end > first else None)


def _short(match: re.Match[str]) -> Fields:
    number = int(match["short"] or match["short2"])
    return Fields(year=number + (2000 if number < 50 else 1900))


def _reign(match: re.Match[str]) -> Fields:
    return Fields(year=REIGNS[match["reign"]] + (1 if match["ry"] == "元" else _number(match["ry"])))


def _decade(match: re.Match[str]) -> Fields | None:
    number = int(match["decade"])
    return Fields(grain="decade", number=number if number > 99 else 1900 + number) if number % 10 == 0 else None


def _century(match: re.Match[str]) -> Fields:
    return Fields(grain="century", number=int(match["century"]) * 100 - 99)


def _full(match: re.Match[str]) -> Fields | None:
    year, month, day = (int(match[name]) for name in ("fy", "fm", "fd"))
    return Fields(year=year, month=month, day=day) if 0 < month < 13 and 0 < day < 32 and 1000 <= year < 2101 else None


def _month(match: re.Match[str]) -> Fields | None:
    month, last = _number(match["m"]), int(match["m2"] or 0)
    if not 0 < month < 13 or last > 12:
        return None
    if last and match.string[match.start("m2") - 1] in "、・" and last != month + 1:
        last = 0
    if last and match["term"] and (part := TERMS.get((month, last))):
        return Fields(grain=part[0], number=part[1])
    return Fields(month=month, end=Fields(month=last) if last else None)


def _day(match: re.Match[str]) -> Fields | None:
    day, last = _number(match["d"]), int(match["d2"] or match["d3"] or 0)
    before = match.string[max(0, match.start() - 8) : match.start()]
    if not 0 < day < 32 or last > 31 or (last and last <= day) or _lasting().search(before):
        return None
    return Fields(day=day, end=Fields(day=last) if last else None)


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(LASTING + "$")


def _more(match: re.Match[str]) -> Fields | None:
    day, following = int(match["more"]), int(match["next"])
    return Fields(day=day) if 0 < day < following < 32 and (day > 12 or following == day + 1) else None


def _weekday(match: re.Match[str]) -> Fields:
    last = Fields(weekday=WEEKDAYS.index(match["w2"])) if match["w2"] else None
    return Fields(weekday=WEEKDAYS.index(match["w"]), end=last)


def _ends(match: re.Match[str]) -> Fields:
    part = _part(match["which"])
    return Fields(years=0, part=part) if match["ends"] == "年" else Fields(months=0, part=part)


def _part(word: str) -> str:
    return "early" if word in EARLY else "mid" if word in MID else "late"


def _span(match: re.Match[str]) -> Fields | None:
    first, last = int(match["ys"]), int(match["ye"])
    return Fields(year=first, end=Fields(year=last)) if first < last else None


READERS: dict[str, Callable[[re.Match[str]], Fields | None]] = {
    "y": _year, "short": _short, "short2": _short, "reign": _reign, "decade": _decade, "century": _century, "fy": _full,
    "m": _month, "sm": slashed.read,
    "d": _day, "more": _more, "w": _weekday, "ends": _ends, "ys": _span,
    "nth": lambda match: Fields(grain="nth", number=_number(match["nth"]), weekday=WEEKDAYS.index(match["nw"])),
    "lastw": lambda match: Fields(grain="nth", number=-1, weekday=WEEKDAYS.index(match["lastw"])),
    "listed": lambda match: Fields(weekday=WEEKDAYS.index(match["listed"])),
    "w3": lambda match: Fields(weekday=WEEKDAYS.index(match["w3"])),
    "q": lambda match: Fields(grain="quarter", number=_number(match["q"])),
    "h": lambda match: Fields(grain="half", number="上下".index(match["h"]) + 1),
    "p": lambda match: Fields(part=_part(match["p"])),
    "stay": lambda match: None,
    "ym": lambda match: Fields(year=int(match["ym"]), month=int(match["ymm"])),
    "s": lambda match: Fields(part=SEASONS[match["s"]]),
    "weekend": lambda match: Fields(grain="weekend"),
    "py": lambda match: Fields(year=int(match["py"])),
    "local": lambda match: Fields(local=True),
    "dday": lambda match: Fields(days=int(match["dday"]), approx=True),
    "holiday": lambda match: Fields(holiday=NAMES[match["holiday"]], approx=bool(match["long"])),
}  # fmt: skip
"""What reads a piece, by its kind; the others are relative."""

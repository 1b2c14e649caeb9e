"""Chinese words that place a date by the day of writing or by the day last spoken of: 上月, 今年, 昨天, 同日, 三天后."""

from __future__ import annotations

import re
from collections.abc import Iterable

from align.lang.dates.fields import Fields
from align.lang.han.numerals import value

YEARS = {
    "大前年": -3,
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "今年": 0,
    "本年": 0,
    "年内": 0,
    "明年": 1,
    "来年": 1,
    "后年": 2,
    "大后年": 3,
}
MONTHS = {
    "上上个月": -2, "上上月": -2, "上个月": -1, "上月": -1, "本月": 0, "这个月": 0, "这月": 0, "今月": 0,
    "月内": 0, "下个月": 1, "下月": 1,
    "下下个月": 2, "下下月": 2,
}  # fmt: skip
WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "今": 0, "此": 0, "下": 1, "下下": 2}
DAYS = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "昨": -1, "今天": 0, "今日": 0, "今儿": 0, "今": 0,
    "明天": 1, "明日": 1, "明": 1, "后天": 2,
    "大后天": 3,
}  # fmt: skip
OFFSETS = {
    "当天": 0, "当日": 0, "同日": 0, "同天": 0, "同一天": 0, "同一日": 0, "这天": 0, "这一天": 0, "那天": 0,
    "那一天": 0, "此日": 0, "是日": 0,
    "当": 0, "同": 0, "前一天": -1, "前一日": -1, "头一天": -1, "次日": 1, "翌日": 1, "隔天": 1, "隔日": 1,
    "第二天": 1, "第二日": 1, "转天": 1,
    "翌": 1, "次": 1,
}  # fmt: skip
LEANING = {"翌年": ("year", 1), "次年": ("year", 1), "同年": ("year", 0), "同月": ("month", 0)}
"""What counts from the date last spoken of: a unit, and how many of them."""
LEANING_MONTHS = {"第二年": ("year", 1), "当年": ("year", 0), "那年": ("year", 0), "当月": ("month", 0)}
"""The same before a month or a day alone: 第二年 may be the second of several."""
PAIRS = {"去": -1, "昨": -1, "今": 0, "明": 1, "后": 2}
"""Of two years or days in one: 今明两年."""
QUARTERS = {"上": -1, "本": 0, "这": 0, "当": 0, "下": 1}
UNITS = {
    "天": "day",
    "日": "day",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
    "月": "month",
    "年": "year",
    "载": "year",
}
NIGHT = "早上|早晨|早间|清早|一早|早|晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜里|夜间|深夜|夜|凌晨"
"""What stands behind a day that is cut to one letter: 昨晚, 今早, 明晨, 当晚, 次晨."""
NUMBER = r"\d{1,3}|[一二两三四五六七八九十百]{1,4}"
NAMED = (
    r"头条|美国|俄罗斯|之星|党|会更好|俱乐部|后|起|说法|资本|控股|集团|传媒|世界|教育|津|培养|因素|性|形成|习得|环境"
)
"""What makes 今日 and 明天 a part of a name."""
GOES_ON = (
    r"往|来(?!的|，|。)|去|进|赴|景|沿|提|列|方|任|锋|哨|线|置|期|[一二两三四五六七八九十\d]|总统|总理|首相|部长|议员|"
    r"主席|总裁|会长|市长|省长|知事|代表|委员|面|身|缀|瞻|夕|所未"
    r"|续|者|备|勤|卫|台|果|遗|代|半|世|裔|悔|盾|援|顾|退|怕|排|场"
)
"""What makes 前 and 后 the beginning of another word: 三年前往, 十天后续."""


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted((word for word in words if len(word) > 1), key=len, reverse=True))


RELATIVE = (
    rf"(?P<years>(?<![一二两三四五六七八九十几\d目空以])(?:{_any(YEARS)}))(?:度(?![过假]))?(?!轻|龄|级|薪|货|兽|会|画|"
    rf"{NAMED})"
    rf"|(?P<months>(?<![一二两三四五六七八九十几\d])(?:{_any(MONTHS)}))(?:份)?(?!球|亮|饼|台|老|季|光|经|嫂|薪)"
    r"|(?P<weeks>上上|下下|[上下本这今此])个?(?:周|星期|礼拜)(?:(?!WORDS)(?P<wday>[一二三四五六日天])|(?P<ending>末)|"
    r"(?!期|转|刊|边|年|岁|围|到|密|全|知|天|游|报|一体|长|游|末))"
    rf"|(?P<days>{_any(DAYS)})(?!{NAMED})|(?P<cut>[昨今明当次翌])(?=[（(]\d{{1,2}}(?:日[)）]|[)）]日)|(?:{NIGHT})(?!年|间新闻|报|星|报道|盘|安|会))"
    rf"|(?P<offset>{_any(OFFSETS)})(?!交割|票|达)"
    rf"|(?<![\d.第每近后前几数一二两三四五六七八九十百千万])(?P<count>{NUMBER}|半)多?个?(?P<unit>天|日|周|星期|礼拜|"
    rf"(?<=个)月|年|载)(?:之|以)?(?P<way>前|后|(?<=以)来)(?!{GOES_ON})"
    rf"|(?P<lean>(?:{_any(LEANING)})(?![级龄比纪会代次生])|(?:{_any(LEANING_MONTHS)})(?=\s?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:月|日)))"
    r"|(?P<pair>[去今](?=[今明][两二]年)|(?<=[去今])[今明][两二]年|[昨今明](?=[今明后][两二][天日])|(?<=[昨今明])[今明后][两二][天日])"
    r"|(?P<quarter>[上本这当下])(?:一|个)?季度"
)


def relative(kind: str, match: re.Match[str]) -> Fields | None:
    """What a match of RELATIVE says by its named group; None where it is no date."""
    word = match[kind]
    if kind == "years":
        return Fields(years=YEARS[word])
    if kind == "months":
        return Fields(months=MONTHS[word])
    if kind == "weeks":
        weekday = "一二三四五六日".find(match["wday"].replace("天", "日")) if match["wday"] else None
        return Fields(weeks=WEEKS[word], weekday=weekday, grain="weekend" if match["ending"] else "")
    if kind == "days":
        return Fields(days=DAYS[word])
    if kind == "cut":
        return Fields(offset=OFFSETS[word]) if word in "当次翌" else Fields(days=DAYS[word])
    if kind == "offset":
        return Fields(offset=OFFSETS[word])
    if kind == "lean":
        unit, count = {**LEANING, **LEANING_MONTHS}[word]
        return Fields(years=count, lean=unit) if unit == "year" else Fields(months=count, lean=unit)
    if kind == "pair":
        years = "年" in match.string[match.start() : match.start() + 4]
        return Fields(years=PAIRS[word[0]]) if years else Fields(days=PAIRS[word[0]])
    if kind == "quarter":
        return Fields(grain="quarter", months=QUARTERS[word])
    return _away(match)


def _away(match: re.Match[str]) -> Fields | None:
    """三天后, 两年前: days lean on the day last spoken of, longer units on the publication date."""
    word, unit = match["count"], UNITS[match["unit"]]
    if match["way"] == "来" or (unit == "day" and match["unit"] == "日" and match["way"] == "前"):
        return None
    many = 6 if word == "半" and unit == "year" else 0 if word == "半" else int((value(word) or (0,))[0])
    unit = "month" if word == "半" else unit
    count = many * (-1 if match["way"] == "前" else 1)
    if not count:
        return None
    if unit == "day":
        return Fields(offset=count, away=count)
    if unit == "week" and abs(count) == 1:
        return Fields(offset=7 * count)
    return Fields(grain=f"~{unit}", number=count if count < 0 else None, away=count)

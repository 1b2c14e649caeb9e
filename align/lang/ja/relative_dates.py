"""Japanese words that place a date by the day of writing or by the day last spoken of: 先月, 今年, きのう, 同日, 3日後."""

from __future__ import annotations

import re
from collections.abc import Iterable

from align.lang.dates.fields import Fields
from align.lang.han.numerals import value

YEARS = {
    "一昨年": -2, "おととし": -2, "一昨昨年": -3, "さきおととし": -3, "昨年": -1,
    "去年": -1, "旧年": -1, "今年": 0, "本年": 0, "ことし": 0,
    "当年": 0, "来年": 1, "明年": 1, "再来年": 2, "さ来年": 2, "さらいねん": 2,
}  # fmt: skip
MONTHS = {
    "先々月": -2, "先先月": -2, "先月": -1, "去月": -1, "今月": 0, "本月": 0, "当月": 0, "来月": 1, "再来月": 2, "さ来月": 2,
}  # fmt: skip
WEEKS = {
    "先々週": -2, "先先週": -2, "先週": -1, "今週": 0, "本週": 0, "来週": 1, "翌週": 1, "再来週": 2, "さ来週": 2,
}  # fmt: skip
DAYS = {
    "さきおととい": -3, "一昨々日": -3, "一昨日": -2, "おととい": -2, "おとつい": -2, "昨日": -1, "きのう": -1, "昨晩": -1, "昨夜": -1,
    "昨夕": -1, "ゆうべ": -1, "今日": 0,
    "きょう": 0, "本日": 0, "今朝": 0, "けさ": 0, "今晩": 0, "今夜": 0, "今夕": 0, "明日": 1, "あす": 1,
    "あした": 1, "明朝": 1, "明晩": 1, "明後日": 2, "あさって": 2, "明明後日": 3, "明々後日": 3, "しあさって": 3,
}  # fmt: skip
OFFSETS = {
    "同日": 0, "この日": 0, "その日": 0,
    "当日": 0, "即日": 0, "同じ日": 0, "前日": -1, "前夜": -1, "前晩": -1, "前々日": -2, "前前日": -2,
    "翌日": 1, "翌朝": 1, "翌晩": 1, "次の日": 1, "あくる日": 1, "明くる日": 1, "翌々日": 2, "翌翌日": 2,
}  # fmt: skip
LEANING = {
    "同年": ("year", 0), "前年": ("year", -1), "翌年": ("year", 1), "前々年": ("year", -2), "翌々年": ("year", 2),
    "同月": ("month", 0), "前月": ("month", -1), "翌月": ("month", 1), "前々月": ("month", -2), "翌々月": ("month", 2),
}  # fmt: skip
"""What counts from the year or month last spoken of."""
SENSES = {
    "去る": "past", "さる": "past", "この前の": "last", "前回の": "last", "来る": "future",
    "来たる": "future", "きたる": "future", "次の": "next",
    "今度の": "future", "この": "this", "翌": "",
}  # fmt: skip
UNITS = {"日": "day", "週間": "week", "週": "week", "カ月": "month", "月": "month", "年": "year"}
SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
HAN = "〇一二三四五六七八九十"


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


RELATIVE = (
    rf"(?:(?P<years>{_any(YEARS)})(?![来])(?:度(?!合))?"
    rf"|(?P<months>{_any(MONTHS)})(?!経)"
    rf"|(?P<weeks>{_any(WEEKS)})(?P<ending>末)?(?!刊)"
    rf"|(?P<days>{_any(DAYS)})(?!の(?:友|花嫁)|、?の日本|香|的|ある|に至る|新聞|から見)"
    rf"|(?P<offset>{_any(OFFSETS)})(?!比|券|払|限り|暮らし)"
    rf"|(?<![\d第.,])(?P<count>\d{{1,3}}|(?<![{HAN}百千万数何幾])[{HAN}]{{1,3}}|半)(?P<unit>日|週間|週|[カか箇ヵヶケ]月"
    rf"|年)(?P<way>前(?![半後年期向途提倒例日面総回者任進記年])|後(?![半継者輩任続援遺方編]))"
    r"|(?P<season>[昨今来][春夏秋冬])(?![季期])"
    rf"|(?P<lean>{_any(LEANING)})(?![比度並割実水差]|末比|同[期月](?:の)?比|水準|並み)"
    r"|(?P<quarter>前|先|今|来|次|翌)(?:の)?四半期"
    r"|(?P<stem>年)(?P<inner>内)(?!外)|(?P<mstem>月)(?P<minner>内)(?!外)"
    rf"|(?P<sense>{_any(SENSES)})(?=\d{{1,2}}[日月]|[月火水木金土日]曜|(?<!翌)週末)"
    r")"
)


def relative(kind: str, match: re.Match[str]) -> Fields | None:
    """What a match of RELATIVE says by its named group; None where it is no date."""
    if kind in ("weeks", "ending"):
        week = match["weeks"]
        grain = "weekend" if match["ending"] else ""
        return None if week == "翌週" else Fields(weeks=WEEKS[week], grain=grain)
    if kind in ("way", "count", "unit"):
        return _away(match)
    word = match[kind]
    if kind == "years":
        return Fields(years=YEARS[word])
    if kind == "months":
        return Fields(months=MONTHS[word])
    if kind == "days":
        return Fields(days=DAYS[word])
    if kind == "offset":
        return Fields(offset=OFFSETS[word])
    if kind == "season":
        return Fields(years="昨今来".index(word[0]) - 1, part=SEASONS[word[1]])
    if kind == "lean":
        unit, count = LEANING[word]
        return Fields(years=count, lean=unit) if unit == "year" else Fields(months=count, lean=unit)
    if kind == "quarter":
        return Fields(grain="quarter", months={"今": 0, "来": 1, "次": 1, "翌": 1}.get(word, -1))
    if kind == "inner":
        return Fields(years=0)
    if kind == "minner":
        return Fields(months=0)
    return Fields(offset=1) if word == "翌" else Fields(sense=SENSES[word])


def _away(match: re.Match[str]) -> Fields | None:
    """3日後, 2年前: days lean on the day last spoken of, longer units on the publication date."""
    word, unit = match["count"], UNITS["カ月" if match["unit"][-1] == "月" else match["unit"]]
    if word == "半":
        return Fields(
            grain="~month", number=-6 if match["way"] == "前" else None, away=-6 if match["way"] == "前" else 6
        )
    read = value(word)
    count = (int(read[0]) if read else 0) * (-1 if match["way"] == "前" else 1)
    if not count:
        return None
    if unit == "day":
        return Fields(offset=count, away=count)
    if unit == "week" and abs(count) == 1:
        return Fields(offset=7 * count)
    return Fields(grain=f"~{unit}", number=count if count < 0 else None, away=count)

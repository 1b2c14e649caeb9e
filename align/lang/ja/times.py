"""Times of day in Japanese text: 午前6時, 午後2時半, 未明, 同6時, 夜9時ごろ, 正午, 14:00."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.han.numerals import value
from align.model import Mention
from align.values import Clock

EARLY, LATE, NIGHT = (
    ("午前", "未明", "早朝", "朝", "明け方", "早暁"),
    ("午後", "昼過ぎ", "夕方", "夕"),
    ("夜", "深夜", "晩", "夜中"),
)
HALVES = "|".join(
    (
        "午前",
        "午後",
        "未明",
        "早朝",
        "明け方",
        "昼過ぎ",
        "夕方",
        "深夜",
        "夜中",
        "真夜中",
        "朝",
        "夕",
        "夜",
        "晩",
        "昼",
        "正午過ぎの",
    )
)
NUMBER = r"\d{1,2}|[〇零一二三四五六七八九十]{1,3}"
ZONE = r"[(（](?:[^()（）\s]{1,4})?時間(?:基準)?[)）]"
TIME = re.compile(
    rf"(?P<local>(?:現地|韓国|日本|米国|米東部)時間(?:で|の)?(?P<on>(?:\d{{1,2}}月)?\d{{1,2}}日の?)?)?(?:(?:(?P<half>{HALVES})の?|(?P<same>同))?(?:"
    rf"(?<![\d.,:一二三四五六七八九十])(?P<hour>{NUMBER})時(?!間|代|点|期|価|速|給|短|計|差|刻|を過ごし"
    rf"|の)(?:(?P<minute>{NUMBER})分(?!の|間)(?:\d{{1,2}}秒(?!間))?|(?P<thirty>半(?!ば)))?"
    rf"|(?<![\d.,:])(?P<first>\d{{1,2}})(?=[~∼〜～–-]\d{{1,2}}時(?!間))"
    rf"|(?<![\d:.])(?P<h>\d{{1,2}}):(?P<m>\d\d)(?![:.]?\d)))"
    rf"(?P<before>前(?=[にのま、。]|$))?(?P<approx>ごろ|頃|ころ|前後|過ぎ|すぎ|直前|直後|くらい|ぐらい|少し)?(?P<zone>{ZONE})?"
    r"|(?<![\w.:])(?P<ehour>\d{1,2})(?::(?P<emin>\d\d))?\s?(?P<ehalf>[aApP])\.?[mM](?![A-Za-z])\.?"
    r"|(?P<noon>正午|真夜中(?!の\d))(?P<near>ごろ|頃|前後|過ぎ|すぎ|前|直前|直後)?(?!過ぎの\d)"
)
OF = re.compile(r"(?<=時)の(?=[^\w]|ニュース)")
LINK = re.compile(r"\s?(?:から|より|[~∼〜～–—-]|[と、])\s?")
"""What stands between two times where 午前 or 午後 holds for the second too."""
WORTH_A_LOOK = re.compile(r"\d:\d\d|\d\s?[aApP]\.?[mM]|[\d零〇一二三四五六七八九十]時|正午|真夜中")


def times(text: str) -> Iterator[Mention]:
    """The times of day of `text` (folded), left to right; one without 午前 or 午後 may mean either, or what the one before tells.

    >>> [(m.text, m.value.minutes) for m in times("5時、午後2時半から5時、同6時")]
    [('5時', (300, 1020)), ('午後2時半', (870,)), ('5時', (1020,)), ('同6時', (1080,))]
    """
    if not WORTH_A_LOOK.search(text):
        return
    end, before, half = 0, 0, ""
    for match in TIME.finditer(text):
        half = match["half"] or (half if match["same"] or not match["hour"] else "")
        minutes = _minutes(match, half if match["same"] else match["half"] or "")
        if minutes and len(minutes) == 2 and LINK.fullmatch(text, end, match.start()):
            minutes = (min(minutes, key=lambda m: (m - before) % 1440),)
        if minutes:
            end, before = (match.end(), minutes[0]) if len(minutes) == 1 else (0, 0)
            half = match["half"] or ("午前" if minutes[0] < 720 else "午後") if len(minutes) == 1 else ""
            approx, local = bool(match["approx"] or match["near"]), bool(match["local"] or match["zone"])
            start = match.end("on") if match["on"] else match.start()  # the day is a date of its own
            yield Mention("time", start, match.end(), text[start : match.end()], (), Clock(minutes, approx, local))


def _minutes(match: re.Match[str], half: str) -> tuple[int, ...]:
    if match["noon"]:
        return (720 if match["noon"] == "正午" else 0,)
    if match["ehour"]:
        late = 12 * (match["ehalf"] in "pP")
        return ((int(match["ehour"]) % 12 + late) * 60 + int(match["emin"] or 0),)
    hour = _number(match["hour"] or match["first"] or match["h"])
    minute = 30 if match["thirty"] else _number(match["minute"] or match["m"] or "0")
    if match["h"] and not half and len(match["h"]) == 2 and hour < 13:
        return (hour * 60 + minute,) if minute < 60 else ()
    if hour > 29 or minute > 59 or (hour > 24 and half):
        return ()
    found = tuple(h % 24 * 60 + minute for h in _hours(half, hour))
    return (*((m - 2 * minute) % 1440 for m in found), *found) if minute and match["before"] else found


def _number(word: str) -> int:
    read = value(word)
    return int(read[0]) if read else 0


def _hours(half: str, hour: int) -> tuple[int, ...]:
    """The hours of the day that one of the clock is in that part of the day."""
    if hour > 12 or (not hour and half not in LATE):
        return (hour,)
    if half in EARLY:
        return (hour % 12,)
    if half in LATE:
        return (hour % 12 + 12,)
    if half == "昼":
        return (hour if hour > 9 else hour + 12,)
    if half in NIGHT or half == "真夜中":
        return (hour % 12 + 12 if 4 < hour < 12 else hour % 12,)
    return (hour % 12, hour % 12 + 12)

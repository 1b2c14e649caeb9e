"""Times of day in Chinese text: 凌晨5时34分, 晚9时许, 下午3点半, 零时, 正午, 14:00, 北京时间20时."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.han.numerals import value
from align.lang.zh.date_pieces import PLACES
from align.lang.zh.letters import plain
from align.model import Mention
from align.values import Clock

EARLY = "凌晨 清晨 早晨 早上 早间 上午 午前 拂晓 黎明 早 晨".split()
LATE = "下午 午后 傍晚 后晌".split()
NOON = "中午 正午 午间 晌午 午".split()
NIGHT = "晚上 晚间 夜间 夜里 深夜 半夜 午夜 入夜 晚 夜".split()
HALVES = "|".join(sorted((*EARLY, *LATE, *NOON, *NIGHT), key=len, reverse=True))
N = r"(?:\d{1,2}|[零〇]|[二两]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
MINUTE = r"(?:\d{1,2}|[零〇]?[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)"
NOT_HOURS = r"间|代|期|候|速|差|长|任|常|而|报|事|尚|装|段|隔|空|机|刻|薪|限|效|下|局|钟价|评|日|不时"
POINTS = r"建议|意见|要求|原因|理由|共识|看法|希望|内容|启示|措施|以上?的?(?:涨|跌)|式"
"""What 3点 counts, and no hours."""
ABOUT = r"许|左右|前后|多|过后|刚过|(?<=点)来钟"
TIME = re.compile(
    r"(?P<noon>(?:正午|零时|零点(?!幂|能|五|乐队)|子夜|午夜)(?!\s?(?:\d{1,2}|十[一二]?|零)[时点:：]))(?P<near>左右|前后|过后|时分|刚过)?|"
    rf"(?P<local>(?:{PLACES})(?:东部|西部|中部)?时间\s?(?P<on>(?:昨|今|明|同|当|次|翌|前)[天日]|"
    rf"(?:\d{{1,2}}月)?\d{{1,2}}[日号])?\s?)?(?P<half>{HALVES})?\s?(?P<before>约|大约|近|将近)?\s?(?:"
    rf"(?<!\d,)(?<![\d.:第])(?P<hour>{N})\s?(?:时(?!{NOT_HOURS})|点(?!{POINTS})(?P<clock>钟|"
    rf"整)?)(?:(?P<thirty>半)(?![个年小])|(?P<quarter>[一三])刻|\s?(?P<minute>{MINUTE})\s?分(?!之|钟|别|析|公司|支|"
    rf"数)(?:\s?{MINUTE}秒)?"
    rf"|(?P<bare>[0-5]\d|[零〇二三四五]?十[一二三四五六七八九]?)(?=[，。、；）)至到开前后举]|$))?"
    r"|"
    r"(?<![\d:.])(?P<h>\d{1,2})[:：](?P<m>[0-5]\d)(?:[:：][0-5]\d)?(?![:：.]?\d)(?:\s?(?P<ampm>[aApP])\.?[mM](?![A-Za-z]))?)"
    rf"(?:整|正)?(?P<about>{ABOUT})?(?P<zone>\s?[(（](?:[\u4e00-\u9fff]{{0,4}})?时间[)）])?"
    r"|(?<![\w.:])(?P<ehour>\d{1,2})(?::(?P<emin>\d\d))?\s?(?P<ehalf>[aApP])\.?[mM](?![A-Za-z])\.?"
)
LINK = re.compile(r"\s?(?:从|起)?(?:至|到|[~〜～\-–—－]{1,2}|和|、)\s?")
"""What stands between two times where 上午 or 下午 holds for the second too: 凌晨4时至5时30分."""
WORTH_A_LOOK = re.compile(
    r"[\d零〇一二两兩三四五六七八九十]\s?[时点時點]|\d[:：]\d\d|\d\s?[aApP]\.?[mM]|正午|子夜|午夜"
)
EARLIER = re.compile(r"(?:约|大约|将近)(?:在|于|是)?$")
"""Before the part of the day: about that time."""
CERTAIN = "thirty quarter minute clock about bare".split()
"""Groups of which one makes 3点 an hour, where no part of the day is told."""


def times(text: str) -> Iterator[Mention]:
    """The times of day of `text`, left to right; one without 上午 or 下午 may mean either, or what the one before it tells.

    >>> [(m.text, m.value.minutes) for m in times("5时，下午2时30分至5时，晚九點半")]
    [('5时', (300, 1020)), ('下午2时30分', (870,)), ('5时', (1020,)), ('晚九點半', (1290,))]
    """
    if not WORTH_A_LOOK.search(text):
        return
    letters = plain(text)
    end, before = 0, 0
    for match in TIME.finditer(letters):
        minutes = _minutes(match)
        if minutes and len(minutes) == 2 and LINK.fullmatch(letters, end, match.start()):
            minutes = (min(minutes, key=lambda m: (m - before) % 1440),)
        if minutes:
            end, before = (match.end(), minutes[0]) if len(minutes) == 1 else (0, 0)
            approx, local = (
                bool(match["about"] or match["near"] or match["before"] or EARLIER.search(letters, 0, match.start())),
                bool(match["local"] or match["zone"]),
            )
            start = match.end("on") if match["on"] else match.start()  # the day is a date of its own
            yield Mention("time", start, match.end(), text[start : match.end()], (), Clock(minutes, approx, local))


def _minutes(match: re.Match[str]) -> tuple[int, ...]:
    """The minutes after midnight that a time may mean; none where it is no time."""
    if match["noon"]:
        return (720 if match["noon"] == "正午" else 0,)
    if match["ehour"]:
        return (_english(int(match["ehour"]), match["ehalf"]) * 60 + int(match["emin"] or 0),)
    half = match["half"] or ""
    if match["h"]:
        hour, minute = int(match["h"]), int(match["m"])
        if match["ampm"]:
            return (_english(hour, match["ampm"]) * 60 + minute,)
        if not half and len(match["h"]) == 2 and hour < 25:
            return (hour % 24 * 60 + minute,)
    else:
        hour = _number(match["hour"])
        minute = (
            30
            if match["thirty"]
            else {"一": 15, "三": 45}[match["quarter"]]
            if match["quarter"]
            else _number(match["minute"] or match["bare"])
        )
        told = half or match["local"] or any(match[name] for name in CERTAIN)
        if (
            not told
            and ("点" in match[0] or not match["hour"].isdigit())
            and not DAY.search(match.string, 0, match.start())
        ):
            return ()
    if hour > 24 or minute > 59:
        return ()
    return tuple(h % 24 * 60 + minute for h in _hours(half, hour))


DAY = re.compile(r"(?:[日号天晚早晨夜]|[至到~-]|[（(])\s?$")
"""Before an hour that is told by 点 alone: a day."""


def _english(hour: int, half: str) -> int:
    return hour % 12 + 12 * (half in "pP")


def _number(word: str | None) -> int:
    found = value(word.lstrip("零〇") or "零") if word else None
    return int(found[0]) if found else 0


def _hours(half: str, hour: int) -> tuple[int, ...]:
    """The hours of the day that one of the clock is in that part of the day."""
    if hour > 12 or not hour:
        return (hour,)
    if half in EARLY:
        return (hour % 12 if half in ("凌晨", "晨", "拂晓", "黎明") else hour,)
    if half in LATE:
        return (hour % 12 + 12,)
    if half in NOON:
        return (hour if hour > 9 else hour + 12,)
    if half in NIGHT:
        return (hour % 12 + 12 if 4 < hour < 12 else hour % 12,)
    return (hour % 12, hour % 12 + 12)

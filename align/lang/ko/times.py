"""Times of day in Korean text: 오전 6시, 오후 2시 30분, 새벽 4시, 5시 30분, 자정, 14:00."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.ko.relative_dates import COUNTS
from align.model import Mention
from align.values import Clock

HOURS = {word: number for word, number in COUNTS.items() if word in "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열".split()} | {
    "열한": 11, "열두": 12
}  # fmt: skip
TENS = "일이삼사오"
HALVES = "오전|오후|새벽|아침|저녁|밤|낮|한낮|점심|심야"
HALF = r"(?=부터|까지|이[후전]|무렵|즈음|사이|쯤|께|경|에[는도서]|으로|[의에은이과도을만](?![가-힣])|[^가-힣]|$)"
"""What follows the 반 of half past: 5시 반까지, but 5시 반대."""
TIME = re.compile(
    rf"(?P<local>(?:현지|한국)\s?시[간각](?:으로|\s기준)?\s?(?P<on>(?:지난|오는)?\s?\d{{1,2}}일\s)?)?(?:(?P<half>{HALVES})\s?)?(?:"
    rf"(?<![\d.,:])(?P<first>\d{{1,2}})(?=\s?[~∼〜～–-]\s?\d{{1,2}}\s?시(?:[\s,.)]|반|에|까지|사이|께|쯤|$))"
    rf"|(?<![\d.,:])(?P<hour>\d{{1,2}})\s?시(?![간즌군민장청속험도작의점절책]|\d(?!\d?분(?!기))|대(?![에의가는를])|\s?간(?![가-힣]))(?:\s?(?P<minute>\d{{1,2}})분(?!기|의|간|\s동안)(?:\s?\d{{1,2}}초(?!간|\s동안))?|\s?(?P<thirty>반){HALF})?"
    rf"|(?P<word>열한|열두|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?시(?![간절즌작적점])(?:\s?(?P<wmin>\d{{1,2}}|[{TENS}]?십[{TENS}]?)\s?분(?!간)|\s?(?P<whalf>반){HALF})?"
    r"|(?<![\d:.])(?P<h>\d{1,2}):(?P<m>\d{2})(?![:.]?\d))"
    r"(?P<before>\s?전(?=[에까의,.\s)]|$))?(?P<approx>\s?(?:께|쯤|경(?!기|찰)|무렵|즈음|전후|안팎|직전|직후))?(?P<zone>\s?\((?:[가-힣]+\s)?(?:현지|한국|[동서중]부)\s?시[간각](?:\s기준)?\))?"
    r"|(?<![\w.:])(?P<ehour>\d{1,2})(?::(?P<emin>\d\d))?\s?(?P<ehalf>[aApP])\.?[mM](?![A-Za-z])\.?"
    r"|(?<![가-힣])(?P<noon>정오|자정)(?![가-힣]{3})(?P<near>\s?(?:께|쯤|경(?!기|찰)|무렵|즈음|직전|직후|가까이|(?:을|를|이)?\s?(?:조금\s|갓\s|막\s)?(?:넘|지나)))?"
)
LINK = re.compile(r"\s?(?:부터|에서|[~∼〜～\-–—]|[와과,])\s?")
"""What stands between two times where 오전 or 오후 holds for the second too: 새벽 4시부터 5시 30분."""
WORTH_A_LOOK = re.compile(r"\d:\d\d|\d\s?[aApP]\.?[mM]|\d\s?시|[한두세네섯곱덟홉열]\s?시|정오|자정")


def times(text: str) -> Iterator[Mention]:
    """The times of day of `text`, left to right; one without 오전 or 오후 may mean either, or what the one before it tells.

    >>> [(m.text, m.value.minutes) for m in times("5시, 오후 2시 30분부터 5시까지")]
    [('5시', (300, 1020)), ('오후 2시 30분', (870,)), ('5시', (1020,))]
    """
    if not WORTH_A_LOOK.search(text):
        return
    end, before = 0, 0
    for match in TIME.finditer(text):
        minutes = _minutes(match)
        if minutes and len(minutes) == 2 and LINK.fullmatch(text, end, match.start()):
            minutes = (min(minutes, key=lambda m: (m - before) % 1440),)
        if minutes:
            end, before = match.end(), minutes[0] if len(minutes) == 1 else 0
            if len(minutes) > 1:
                end = 0
            approx, local = bool(match["approx"] or match["near"]), bool(match["local"] or match["zone"])
            start = match.end("on") if match["on"] else match.start()  # the day is a date of its own
            yield Mention("time", start, match.end(), text[start : match.end()], (), Clock(minutes, approx, local))


def _minutes(match: re.Match[str]) -> tuple[int, ...]:
    if match["noon"]:
        return (720 if match["noon"] == "정오" else 0,)
    if match["ehour"]:
        late = 12 * (match["ehalf"] in "pP")
        return ((int(match["ehour"]) % 12 + late) * 60 + int(match["emin"] or 0),)
    half = match["half"] or ""
    if match["word"]:
        if not (half or match["wmin"] or match["whalf"]):
            return ()  # 두 시 may be two poems or two cities
        hour, minute = HOURS[match["word"]], 30 if match["whalf"] else _spelt(match["wmin"] or "0")
    elif match["h"]:
        hour, minute = int(match["h"]), int(match["m"])
        if not half and len(match["h"]) == 2 and hour < 13:
            return (hour * 60 + minute,) if minute < 60 else ()
    elif match["first"]:
        hour, minute = int(match["first"]), 0
    else:
        hour, minute = int(match["hour"]), 30 if match["thirty"] else int(match["minute"] or 0)
    if hour > 24 or minute > 59:
        return ()
    found = tuple(h % 24 * 60 + minute for h in _hours(half, hour))
    before = minute and match["before"]  # 네 시 십오 분 전: a quarter to four, or before a quarter past
    return (*((m - 2 * minute) % 1440 for m in found), *found) if before else found


def _spelt(word: str) -> int:
    if word.isdigit():
        return int(word)
    tens, ones = word.split("십")
    return 10 * (TENS.find(tens) + 1 if tens else 1) + (TENS.find(ones) + 1 if ones else 0)


def _hours(half: str, hour: int) -> tuple[int, ...]:
    """The hours of the day that one of the clock is in that part of the day."""
    if hour > 12 or not hour:
        return (hour,)
    if half in ("오전", "새벽", "아침"):
        return (hour % 12,)
    if half == "오후":
        return (hour % 12 + 12,)
    if half in ("낮", "한낮", "점심"):
        return (hour if hour > 9 else hour + 12,)
    if half in ("저녁", "밤", "심야"):
        return (hour % 12 + 12 if 4 < hour < 12 else hour % 12,)
    return (hour % 12, hour % 12 + 12)

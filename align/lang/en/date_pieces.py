"""The pieces of dates in English text: Nov. 6, the 24th, of last month, Wednesday, early, the 1990s."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.dates.fields import Fields, Piece, merged
from align.lang.en.grammar import AFTER, CONTEXT, MATCH, MONTH, NUMBERS, PIECE, START, TEENS, WHOLE, YEARLY
from align.lang.en.holidays import holiday
from align.lang.en.relative_dates import relative

MONTHS = {name: i for i, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
WEEKDAYS = {name: i for i, name in enumerate("mon tue wed thu fri sat sun".split())}
QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "latter": 2,
}
PARTS = {"early": "early", "start": "early", "beginning": "early", "mid": "mid", "middle": "mid"}
DAYS_BY_NAME = re.compile(r"\b(?:Good|Black|Super|Cyber|Bloody|Ash|Palm|Giving|Fat|Holy|Maundy)\s$")
"""Before a weekday that is not only one: Good Friday, Super Tuesday."""
YEARS_AGO = re.compile(r"\byears?\sago\s$")
"""Before the day of the year on which it was: 10 years ago today."""
LAST = {
    "y1": "md", "y2": "dm", "y3": "mm", "w2": "weekday", "yb": "year", "long": "holiday", "way": "count", "of": "step", "nw": "nth",
}  # fmt: skip
"""A group that closes last -> the one that tells what kind of piece it is."""


def pieces(text: str) -> Iterator[Piece]:
    end = 0
    for start in START.finditer(" " + text):
        at = start.start()
        if at < end or not (match := PIECE.match(text, at)):
            continue
        kind = match.lastgroup or ""
        kind = LAST.get(kind, kind)
        if fields := KINDS.get(kind, _other)(match):
            end = match.end()
            yield Piece(at, end, fields)


def _day(month: int, number: int, last: int | None, year: int | None) -> Fields | None:
    if not (0 < month < 13 and 0 < number < 32):
        return None
    end = Fields(day=last) if last and number < last < 32 else None
    return Fields(year=year, month=month, day=number, end=end)


def _iso(match: re.Match[str]) -> Fields | None:
    return _day(int(match["im"]), int(match["id"]), None, int(match["iy"]))


def _slash(match: re.Match[str]) -> Fields | None:
    month, number, year = int(match["s1"]), int(match["s2"]), int(match["sy"])
    return _day(month, number, None, year) or _day(number, month, None, year)


def _month_and_day(match: re.Match[str]) -> Fields | None:
    groups_ = ("m1", "d1", "d1b", "y1") if match["md"] else ("m2", "d2", "d2b", "y2")
    name, number, last, year = (match[group] for group in groups_)
    return _day(_month(name), _number(number), _number(last) if last else None, int(year) if year else None)


def _month_alone(match: re.Match[str]) -> Fields | None:
    """A month; a word such as May only where the words around it make it one."""
    name, last, year, text = match["m3"], match["m4"], match["y3"], match.string
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
    if not (last or year or CONTEXT.search(before) or YEARLY.match(after)):
        if name in ("May", "MAY") and not re.search(r"\b(?:the|a|its|his|her|their)\s$", before):
            return None
        if re.match(r"\s[A-Z]", after) or (len(name) == 3 and name not in ("May", "MAY")):
            return None
        if name in ("March", "MARCH") and (not before or re.match(r"\s(?:for|on)\s", after)):
            return None
    found = Fields(month=_month(name), end=Fields(month=_month(last)) if last else None)
    return merged(found, Fields(year=int(year))) if year else found


def _ordinal(match: re.Match[str]) -> Fields | None:
    """The 6th: of a month where no noun follows."""
    if match["wd3"]:
        return _day(1, int(match["wd3"]), None, None) and Fields(day=int(match["wd3"]))
    before = match.string[max(0, match.start() - 6) : match.start()]
    if not (
        match[0][0] in "tT" or re.search(r"(?:['’]s|\b(?:on|by|to|until|from|through|since|between|day,?))\s$", before)
    ) or not AFTER.match(match.string, match.end()):
        return None
    number, last = int(match["d3"]), int(match["d3b"] or 0)
    return Fields(day=number, end=Fields(day=last) if number < last < 32 else None) if 0 < number < 32 else None


def _weekday(match: re.Match[str]) -> Fields | None:
    name, last = (
        match["weekday"].removesuffix("s") if match["weekday"].lower().endswith("days") else match["weekday"],
        match["w2"],
    )
    if DAYS_BY_NAME.search(match.string, max(0, match.start() - 9), match.start()):
        return None
    if not name.lower().endswith("day") and not last:
        before, after = (
            match.string[max(0, match.start() - 5) : match.start()],
            match.string[match.end() : match.end() + 12],
        )
        if not (re.match(rf",?\s(?:{MONTH}|\d)", after) or re.search(r"(?:next|last|this|\bon)\s$|\d\s?\($", before)):
            return None
    return Fields(weekday=WEEKDAYS[name[:3].lower()], end=Fields(weekday=WEEKDAYS[last[:3].lower()]) if last else None)


def _year(match: re.Match[str]) -> Fields | None:
    """A year by its digits; one of long ago or to come only after a word such as in."""
    number, last = int(match["year"]), match["yb"]
    before = match.string[max(0, match.start() - 12) : match.start()]
    if re.search(r"(?:No\.|#|[$€£₩]|[~–-]\d*)\s?$", before) and not re.search(r"mid-$", before):
        return None
    if not 1900 <= number < 2100 and not CONTEXT.search(before):
        return None
    end = int(last) if last and len(last) == 4 else number // 100 * 100 + int(last) if last else 0
    return Fields(year=number, end=Fields(year=end) if end > number else None)


def _long(match: re.Match[str]) -> Fields:
    """A decade or century."""
    if match["century"]:
        return Fields(grain="century", number=int(match["century"]) * 100 - 99)
    if match["decade"]:
        century = match["decade"].endswith("00") and int(match["decade"]) < 2000
        return Fields(grain="century" if century else "decade", number=int(match["decade"]) + century)
    tens = TEENS.index(match["teens"]) * 10 + 20 if match["teens"] else int(match["short"])
    return Fields(grain="decade", number=1900 + tens)


def _other(match: re.Match[str]) -> Fields | None:
    if word := match["quarter"] or match["half"]:
        if MATCH.search(match.string):
            return None
        return Fields(grain="quarter" if match["quarter"] else "half", number=QUARTERS[word])
    if word := match["qn"] or match["hn"]:
        return Fields(grain="quarter" if match["qn"] else "half", number=int(word.strip("QH")))
    if word := match["firsts"]:
        return Fields(month=1, end=Fields(month=NUMBERS.get(word) or int(word)))
    if word := match["ending"]:
        return Fields(years=0, part="late") if word == "year" else Fields(months=0, part="late")
    if word := match["nth"]:
        number = ["first", "second", "third", "fourth", "fifth"].index(word) + 1 if word != "last" else -1
        return Fields(grain="nth", number=number, weekday=WEEKDAYS[match["nw"][:3].lower()] if match["nw"] else None)
    if word := match["part"]:
        return Fields(part=PARTS.get(word.lower(), "late"))
    if match["within"]:
        return Fields(years=0)
    if word := match["whole"]:
        if word != "weekend" and not WHOLE.search(match.string, max(0, match.start() - 14), match.start()):
            return None
        return (
            Fields(years=0)
            if word == "year"
            else Fields(months=0)
            if word == "month"
            else Fields(weeks=0)
            if word == "week"
            else Fields(grain="weekend")
        )
    if match["weekend"]:
        return Fields(grain="weekend")
    if match["dday"]:  # so many days before it comes, by one who may write a day sooner or later
        return Fields(days=int(match["dday"]), approx=True)
    if match["local"]:
        return Fields(local=True)
    if match["holiday"]:
        return Fields(holiday=holiday(match["holiday"]), approx=bool(match["long"]))
    kind = next((name for name in ("days", "offset", "count", "step", "sense") if match[name]), "")
    if kind == "days" and (
        _in_name(match) or YEARS_AGO.search(match.string, max(0, match.start() - 10), match.start())
    ):
        return None
    return relative(kind, match) if kind else None


def _in_name(match: re.Match[str]) -> bool:
    """Whether Today or Tomorrow has its capital from a name or a headline: Green Tomorrow Party, Russia Today."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    return match[0][0].isupper() and (before[:1].isalnum() or before[:1] in {*"&,'’"}) and before[1:] == " "


KINDS = {
    "iso": _iso, "slash": _slash, "md": _month_and_day, "dm": _month_and_day, "mm": _month_alone, "th": _ordinal, "wd3": _ordinal,
    "weekday": _weekday, "year": _year, "decade": _long, "short": _long, "teens": _long, "century": _long,
}  # fmt: skip


def _month(name: str) -> int:
    return MONTHS[name[:3].lower()]


def _number(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))

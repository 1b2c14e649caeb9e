"""Dates in Korean text: 2024년 11월 6일, 지난달 24일, 6일(현지시간), 수요일."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from align.lang.values import date_keys, near
from align.model import Mention

WEEKDAYS = "월화수목금토일"
DATE = re.compile(
    r"(?P<relative>지난\s?달|이달|이번\s?달|다음\s?달|내달)\s?(?:(?P<relday>\d{1,2})일)?"
    r"|(?P<month>\d{1,2})월(?:\s?(?P<monthday>\d{1,2})일)?"
    r"|(?<![\d.,])(?P<day>\d{1,2})일(?!\s?(?:간|째|동안|만에|이내|가량|안|내|차|당))"
    rf"|(?P<weekday>[{WEEKDAYS}])요일"
    r"|(?<!\d)(?P<year>\d{4})\.\s?(?P<m>\d{1,2})\.\s?(?P<d>\d{1,2})"
    r"|(?P<years>지난해|작년|올해|내년)|(?P<today>이날)"
)
WORTH_A_LOOK = re.compile(r"\d\s?[월일.]|요일|달|해|년")
MONTHS = {"지난달": -1, "이달": 0, "이번달": 0, "다음달": 1, "내달": 1}
YEARS = {"지난해": -1, "작년": -1, "올해": 0, "내년": 1}


def dates(text: str, published: date | None = None) -> Iterator[Mention]:
    """The dates of `text`, left to right; what `published` tells of a day (month, weekday) is added where it is given.

    >>> [m.keys for m in dates("지난달 24일", date(2024, 11, 7))]
    [('d:10-24', 'day:24', 'w:3')]
    """
    if not WORTH_A_LOOK.search(text):
        return
    for match in DATE.finditer(text):
        keys = _keys(match, published)
        if keys:
            end = match.start() + len(match[0].rstrip())
            yield Mention("date", match.start(), end, text[match.start() : end], keys)


def _keys(match: re.Match[str], published: date | None) -> tuple[str, ...]:
    if match["weekday"]:
        return (f"w:{WEEKDAYS.index(match['weekday'])}",)
    if match["years"]:
        offset = YEARS.get(match["years"])
        return () if published is None or offset is None else (f"n:{published.year + offset}",)
    if match["today"]:
        return () if published is None else date_keys(moment=published)
    if match["relative"]:
        day = int(match["relday"] or 0)
        if published is None or not day:
            return date_keys(day=day) if 0 < day < 32 else _month(match["relative"], published)
        return _known(published, int(_month(match["relative"], published)[0][2:]), day)
    if match["year"]:
        month, day = int(match["m"]), int(match["d"])
    elif match["month"]:
        month, day = int(match["month"]), int(match["monthday"] or 0)
    else:
        month, day = 0, int(match["day"])
    if month > 12 or day > 31 or not (month or day):
        return ()
    return _known(published, month, day)


def _month(relative: str, published: date | None) -> tuple[str, ...]:
    if published is None:
        return ()
    return date_keys(month=(published.month - 1 + MONTHS[relative.replace(" ", "")]) % 12 + 1)


def _known(published: date | None, month: int, day: int) -> tuple[str, ...]:
    moment = near(published, month or None, day) if published and day else None
    return date_keys(month or None, day or None, moment)

"""A date and a time of day as a Korean newspaper writes them: 10월 30일, 2027년 하반기, 수요일, 오후 5시 34분."""

from __future__ import annotations

from datetime import date

from align.values import Clock, When

PARTS = {"quarter": "분기", "half": "반기"}
WEEKDAYS = "월화수목금토일"


def words(when: When) -> str:
    """`when` written out, its year only where it is named; "" where nothing is known of it."""
    first, last = (
        (date.fromordinal(when.spans[0][0]), date.fromordinal(when.spans[0][1] - 1)) if when.spans else (None, None)
    )
    year = f"{when.year}년" if when.year else ""
    month = first.month if first else when.month
    if when.grain in ("decade", "century"):
        return "" if not when.year else f"{when.year}년대" if when.grain == "decade" else f"{when.year // 100 + 1}세기"
    if when.grain == "year":
        return year or (f"{first.year}년" if first else "")
    if when.grain in PARTS:
        number = 0 if not month else (month - 1) // 3 + 1 if when.grain == "quarter" else (month - 1) // 6
        name = f"{number}분기" if when.grain == "quarter" else "상하"[number] + "반기"
        return f"{year} {name}".strip() if month else ""
    if when.grain == "month":
        return f"{year} {month}월".strip() if month else year
    weekday = f"{WEEKDAYS[when.weekday]}요일" if when.weekday is not None else ""
    if when.grain == "week" or (weekday and when.day is None):
        return weekday or (f"{first.month}월 {first.day}일 주" if first else "")
    day = first.day if first else when.day
    if not day:
        return ""
    to = (last.month, last.day) if last else (when.to.month, when.to.day) if when.to else (None, None)
    to_month, to_day = to
    end = (
        ""
        if not to_day or (to_month or month, to_day) == (month, day)
        else f"~{to_day}일"
        if to_month in (None, month)
        else f"~{to_month}월 {to_day}일"
    )
    named = f"{month}월 {day}일" if month else f"{day}일"
    if end and end.count("월") == 0:
        named = named.removesuffix("일")
    return " ".join(x for x in (year, named + end, weekday) if x)


def clock(time: Clock) -> str:
    """A time of day; without the half of the day where it may be either.

    >>> clock(Clock((334,))), clock(Clock((720,))), clock(Clock((180, 900)))
    ('오전 5시 34분', '낮 12시', '3시')
    """
    hour, minute = divmod(time.minutes[0], 60)
    told = f"{(hour - 1) % 12 + 1}시" + (f" {minute}분" if minute else "")
    if len(time.minutes) > 1:
        return told
    if not minute and hour in (0, 12, 24):
        return "낮 12시" if hour == 12 else "자정"
    return f"{'오전' if hour % 24 < 12 else '오후'} {told}"

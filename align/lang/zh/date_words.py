"""A date and a time of day as a Chinese newspaper writes them: 10月30日, 2027年下半年, 周三, 下午5时34分; in simplified letters."""

from __future__ import annotations

from datetime import date

from align.values import Clock, When

WEEKDAYS = "一二三四五六日"
PARTS = ((6, "凌晨"), (12, "上午"), (13, "中午"), (18, "下午"), (24, "晚"))
"""The parts of the day by the hour before which they end."""


def words(when: When) -> str:
    """`when` written out, its year only where it is named; "" where nothing is known of it."""
    first = date.fromordinal(when.spans[0][0]) if when.spans else None
    year = f"{when.year}年" if when.year else ""
    month = first.month if first else when.month
    if when.grain in ("decade", "century"):
        return "" if not when.year else f"{when.year}年代" if when.grain == "decade" else f"{when.year // 100 + 1}世纪"
    if when.grain == "year":
        return year or (f"{first.year}年" if first else "")
    if when.grain == "quarter":
        return f"{year}第{WEEKDAYS[(month - 1) // 3]}季度" if month else ""
    if when.grain == "half":
        return f"{year}{'上下'[(month - 1) // 6]}半年" if month else ""
    if when.grain == "month":
        ending = f"至{when.to.month}月" if when.to and when.to.month else ""
        return f"{year}{month}月{ending}" if month else year
    weekday = f"周{WEEKDAYS[when.weekday]}" if when.weekday is not None else ""
    if when.grain == "week" or (weekday and when.day is None):
        return weekday or (f"{first.month}月{first.day}日当周" if first else "")
    day = first.day if first else when.day
    if not day:
        return ""
    named = f"{month}月{day}日" if month else f"{day}日"
    return f"{year}{named}{_last(when, month, day)}{f'（{weekday}）' if weekday else ''}"


def _last(when: When, month: int | None, day: int) -> str:
    """至25日 of a range of days."""
    last = date.fromordinal(when.spans[0][1] - 1) if when.spans else None
    to_month, to_day = (last.month, last.day) if last else (when.to.month, when.to.day) if when.to else (None, None)
    if not to_day or (to_month or month, to_day) == (month, day):
        return ""
    return f"至{to_day}日" if to_month in (None, month) else f"至{to_month}月{to_day}日"


def clock(time: Clock) -> str:
    """A time of day; without the part of the day where it may be either.

    >>> clock(Clock((334,))), clock(Clock((720,))), clock(Clock((180, 900))), clock(Clock((1290,))), clock(Clock((0,)))
    ('凌晨5时34分', '中午12时', '3时', '晚9时30分', '凌晨0时')
    """
    hour, minute = divmod(time.minutes[0], 60)
    rest = f"{minute}分" if minute else ""
    if len(time.minutes) > 1:
        return f"{(hour - 1) % 12 + 1}时{rest}"
    part = next(name for end, name in PARTS if hour % 24 < end)
    return f"{part}{hour % 24 if hour % 24 < 13 else hour - 12}时{rest}"

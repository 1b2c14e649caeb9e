"""A date and a time of day as a Japanese newspaper writes them: 10月30日, 2027年下半期, 水曜日, 午後5時34分."""

from __future__ import annotations

from datetime import date

from align.values import Clock, When

WEEKDAYS = "月火水木金土日"


def words(when: When) -> str:
    """`when` written out, its year only where it is named; "" where nothing is known of it."""
    first = date.fromordinal(when.spans[0][0]) if when.spans else None
    year = f"{when.year}年" if when.year else ""
    month = first.month if first else when.month
    if when.grain in ("decade", "century"):
        return "" if not when.year else f"{when.year}年代" if when.grain == "decade" else f"{when.year // 100 + 1}世紀"
    if when.grain == "year":
        return year or (f"{first.year}年" if first else "")
    if when.grain == "quarter":
        return f"{year}第{(month - 1) // 3 + 1}四半期" if month else ""
    if when.grain == "half":
        return f"{year}{'上下'[(month - 1) // 6]}半期" if month else ""
    if when.grain == "month":
        return f"{year}{month}月{_ending(when)}" if month else year
    weekday = f"{WEEKDAYS[when.weekday]}曜日" if when.weekday is not None else ""
    if when.grain == "week" or (weekday and when.day is None):
        return weekday or (f"{first.month}月{first.day}日の週" if first else "")
    day = first.day if first else when.day
    if not day:
        return ""
    named = f"{month}月{day}日" if month else f"{day}日"
    return f"{year}{_ranged(when, named, month, day)}{f'（{weekday[0]}）' if weekday else ''}"


def _ending(when: When) -> str:
    """〜9月 of a range of months."""
    if not when.to or not when.to.month:
        return ""
    return f"〜{when.to.month}月"


def _ranged(when: When, named: str, month: int | None, day: int) -> str:
    last = date.fromordinal(when.spans[0][1] - 1) if when.spans else None
    to_month, to_day = (last.month, last.day) if last else (when.to.month, when.to.day) if when.to else (None, None)
    if not to_day or (to_month or month, to_day) == (month, day):
        return named
    if to_month in (None, month):
        return f"{named.removesuffix('日')}〜{to_day}日"
    return f"{named}〜{to_month}月{to_day}日"


def clock(time: Clock) -> str:
    """A time of day; without the half of the day where it may be either.

    >>> clock(Clock((334,))), clock(Clock((720,))), clock(Clock((180, 900))), clock(Clock((0,)))
    ('午前5時34分', '正午', '3時', '午前0時')
    """
    hour, minute = divmod(time.minutes[0], 60)
    rest = f"{minute}分" if minute else ""
    if len(time.minutes) > 1:
        return f"{(hour - 1) % 12 + 1}時{rest}"
    if (hour, minute) == (12, 0):
        return "正午"
    return f"{'午前' if hour % 24 < 12 else '午後'}{hour % 12}時{rest}"

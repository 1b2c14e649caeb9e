"""A date and a time of day as a Chinese newspaper writes them: 10月30日, 2027年下半年, 周三, 下午5时34分; in simplified letters."""

from __future__ import annotations

from align.lang.han import date_words as han
from align.values import Clock, When

WEEKDAYS = "一二三四五六日"
PARTS = ((6, "凌晨"), (12, "上午"), (13, "中午"), (18, "下午"), (24, "晚"))
"""The parts of the day by the hour before which they end."""
OWN = han.Words(
    century="世纪",
    quarters=tuple(f"第{c}季度" for c in WEEKDAYS[:4]),
    half="半年",
    weekdays=tuple(f"周{c}" for c in WEEKDAYS),
    bracketed=tuple(f"周{c}" for c in WEEKDAYS),
    week="当周",
    to="至",
    both=True,
)


def words(when: When) -> str:
    """`when` written out, its year only where it is named; "" where nothing is known of it."""
    return han.words(when, OWN)


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

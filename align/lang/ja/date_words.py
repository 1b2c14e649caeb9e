"""A date and a time of day as a Japanese newspaper writes them: 10月30日, 2027年下半期, 水曜日, 午後5時34分."""

from __future__ import annotations

from align.lang.han import date_words as han
from align.values import Clock, When

WEEKDAYS = "月火水木金土日"
OWN = han.Words(
    century="世紀",
    quarters=tuple(f"第{k}四半期" for k in range(1, 5)),
    half="半期",
    weekdays=tuple(f"{c}曜日" for c in WEEKDAYS),
    bracketed=tuple(WEEKDAYS),
    week="の週",
    to="〜",
    both=False,
)


def words(when: When) -> str:
    """`when` written out, its year only where it is named; "" where nothing is known of it."""
    return han.words(when, OWN)


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

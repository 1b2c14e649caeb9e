"""A date and a time of day as an English newspaper writes them: Oct. 30; Wednesday, Nov. 6; the first half of 2026; 5:34 p.m."""

from __future__ import annotations

from datetime import date

from align.values import Clock, When

MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = "first second third fourth".split()


def words(when: When) -> str:
    """`when` written out, its year only where it is named; "" where nothing is known of it."""
    first, last = (
        (date.fromordinal(when.spans[0][0]), date.fromordinal(when.spans[0][1] - 1)) if when.spans else (None, None)
    )
    month = first.month if first else when.month
    if when.grain in ("decade", "century"):
        return (
            ""
            if not when.year
            else f"the {when.year}s"
            if when.grain == "decade"
            else f"the {ordinal(when.year // 100 + 1)} century"
        )
    if when.grain == "year":
        return str(when.year or (first.year if first else ""))
    if when.grain in ("quarter", "half"):
        size = 3 if when.grain == "quarter" else 6
        return (
            f"the {NUMBERS[(month - 1) // size]} {when.grain}{f' of {when.year}' if when.year else ''}" if month else ""
        )
    if when.grain == "month":
        return f"{MONTHS[month - 1]}{f' {when.year}' if when.year else ''}" if month else str(when.year or "")
    weekday = WEEKDAYS[when.weekday] if when.weekday is not None else ""
    if when.grain == "week":
        return f"the week of {SHORT[first.month - 1]} {first.day}" if first else ""
    if weekday and when.day is None:
        return weekday
    day = first.day if first else when.day
    if not day:
        return ""
    to = (last.month, last.day) if last else (when.to.month, when.to.day) if when.to else (None, None)
    to_month, to_day = to
    end = (
        ""
        if not to_day or (to_month or month, to_day) == (month, day)
        else f"-{to_day}"
        if to_month in (None, month)
        else f"-{SHORT[to_month - 1]} {to_day}"
    )
    bare = f"the {ordinal(day)}" + (f" to the {ordinal(to_day)}" if end and to_day else "")
    named = f"{SHORT[month - 1]} {day}{end}" if month else bare
    return ", ".join(x for x in (weekday, named, str(when.year or "")) if x)


def clock(time: Clock) -> str:
    """A time of day; without the half of the day where it may be either.

    >>> clock(Clock((334,))), clock(Clock((720,))), clock(Clock((180, 900)))
    ('5:34 a.m.', 'noon', '3 o’clock')
    """
    hour, minute = divmod(time.minutes[0], 60)
    if len(time.minutes) == 1 and not minute and hour in (0, 12, 24):
        return "noon" if hour == 12 else "midnight"
    told = f"{(hour - 1) % 12 + 1}" + (f":{minute:02}" if minute else "")
    if len(time.minutes) > 1:
        return told if minute else f"{told} o’clock"
    return f"{told} {'a' if hour % 24 < 12 else 'p'}.m."


def ordinal(number: int) -> str:
    """1st, 2nd, 21st, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

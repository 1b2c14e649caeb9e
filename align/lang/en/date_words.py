"""A date as an English newspaper writes it: Oct. 30; Wednesday, Nov. 6; July 2014; the first half of 2026."""

from __future__ import annotations

from datetime import date

from align.values import When

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
    end = (
        ""
        if not last or last == first
        else f"-{last.day}"
        if first and first.month == last.month
        else f"-{SHORT[last.month - 1]} {last.day}"
    )
    named = f"{SHORT[month - 1]} {day}{end}" if month else f"the {ordinal(day)}"
    return ", ".join(x for x in (weekday, named, str(when.year or "")) if x)


def ordinal(number: int) -> str:
    """1st, 2nd, 21st, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

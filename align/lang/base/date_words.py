"""A date and a time of day in a language of which nothing is known: as ISO 8601 writes them."""

from __future__ import annotations

from datetime import date

from align.values import Clock, When


def words(when: When) -> str:
    """2024-10-30, 2014-07 or 2014; "" where it is not resolved."""
    if not when.spans:
        return ""
    first = date.fromordinal(when.spans[0][0]).isoformat()
    return first[: {"day": 10, "week": 10, "month": 7, "year": 4}.get(when.grain, 7)]


def clock(time: Clock) -> str:
    """17:34; 5:34 where the half of the day is not known.

    >>> clock(Clock((1054,))), clock(Clock((334,))), clock(Clock((334, 1054)))
    ('17:34', '05:34', '5:34')
    """
    hour, minute = divmod(time.minutes[0], 60)
    return f"{hour}:{minute:02}" if len(time.minutes) > 1 else f"{hour:02}:{minute:02}"

"""A day as month and day with a stroke, 4/22（金）: Japanese and Chinese write it alike, and a fraction is written so too."""

from __future__ import annotations

import re

from align.lang.dates.fields import Fields


def pattern(weekday: str, behind: str) -> str:
    """What such a day is, in groups sm, sd and sday: any before a `weekday`, one past the twelfth before `behind`."""
    return (
        rf"(?<![A-Za-z\d./,:-])(?P<sm>1[0-2]|0?[1-9])/(?:(?P<sd>3[01]|[12]\d|0?[1-9])(?=\s?{weekday})"
        rf"|(?P<sday>3[01]|2\d|1[3-9])(?={behind}|$))"
    )


def read(match: re.Match[str]) -> Fields:
    """Month and day."""
    return Fields(month=int(match["sm"]), day=int(match["sd"] or match["sday"]))

"""English times of day said wrong, and written as another newsroom writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.base.slips import Slip

TIME = re.compile(
    r"(?<![\w.,:$€£-])(?P<hour>1[0-2]|[1-9])(?:(?P<mark>[:.])(?P<minute>[0-5]\d))?(?P<gap> ?)(?P<half>[ap])(?P<dot>\.?)m\b(?P=dot)",
    re.IGNORECASE,
)
BY = (-3, -2, -1, 1, 2, 3)
"""Hours by which an hour is off."""
MINUTES = 10
"""Minutes by which a minute is off: the figure of the tens."""


def time(text: str) -> Iterator[Slip]:
    """Another hour, the other half of the day, or another figure of the minutes.

    >>> [slip.new for slip in time("at 2:30 p.m.")][:3], [slip.new for slip in time("at 11pm")]
    (['1', '3', '4'], ['8', '9', '10', '12', 'a'])
    """
    for match in TIME.finditer(text):
        hour = int(match["hour"])
        for by in BY:
            if 1 <= hour + by <= 12:
                yield Slip(match.span("hour"), str(hour + by), hour + by)
        yield Slip(match.span("half"), {"a": "p", "p": "a", "A": "P", "P": "A"}[match["half"]])
        if match["minute"]:
            minute = int(match["minute"])
            for new in (minute - MINUTES, minute + MINUTES):
                if 0 < new < 60:
                    yield Slip(match.span("minute"), f"{new:02}", new)


def notation(text: str) -> Iterator[Slip]:
    """5.30pm for 5:30 p.m., and the other way round; not at the end of a sentence, whose point is the abbreviation's.

    >>> [slip.new for slip in notation("at 5:30 p.m. on Friday, or 11pm that day")]
    ['5.30pm', '17:30', '11 p.m.']
    """
    for match in TIME.finditer(text):
        if not re.match(r",? [a-z0-9(]|,? on [A-Z]", text[match.end() :]):
            continue
        half, minute = match["half"].lower(), match["minute"]
        if match["dot"]:
            yield Slip(match.span(), match["hour"] + (f".{minute}" if minute else "") + f"{half}m")
            yield Slip(match.span(), f"{int(match['hour']) % 12 + 12 * (half == 'p')}:{minute or '00'}")
        else:
            yield Slip(match.span(), match["hour"] + (f":{minute}" if minute else "") + f" {half}.m.")

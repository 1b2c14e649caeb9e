"""Days that have a name instead of a number, by year: Seollal, Chuseok, Christmas."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from align.resources import text
from align.values import Days
from align.values.calendars import day


@cache
def _table() -> dict[tuple[str, str], tuple[int, int]]:
    rows = (line.split("\t") for line in text("base/holidays.tsv").splitlines() if line and not line.startswith("#"))
    return {(name, year): (int(moment[:2]), int(moment[3:])) for name, year, moment in rows}


def holidays(name: str, years: range) -> Iterator[Days]:
    """The day of that name in each of `years`; nothing for years outside the table."""
    for year in years:
        found = _table().get((name, "*")) or _table().get((name, str(year)))
        if found and (span := day(year, *found)):
            yield span

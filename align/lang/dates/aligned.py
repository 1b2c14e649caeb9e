"""The keys of a date for the aligner, in languages that count their dates the same way."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from align.lang.base.keys import date_keys, near
from align.lang.dates.fields import Fields


@lru_cache(maxsize=4096)
def keys(fields: Fields, published: date | None) -> tuple[str, ...]:
    """The aligner's keys: day and month as written, with what the nearest such day adds."""
    month = fields.month
    found: list[str] = []
    if fields.months is not None and published and not fields.grain:
        month = (published.month - 1 + fields.months) % 12 + 1
    if fields.day or (month and not fields.grain):
        moment = near(published, month, fields.day) if published and fields.day else None
        found += date_keys(month, fields.day, moment)
    elif fields.offset == 0 and published:
        found += date_keys(moment=published)
    if fields.weekday is not None:
        found.append(f"w:{fields.weekday}")
    if fields.years is not None and published:
        found.append(f"n:{published.year + fields.years}")
    if fields.end:
        found += keys(fields.end, published)
    return tuple(dict.fromkeys(found))

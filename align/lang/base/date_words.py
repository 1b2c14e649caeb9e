"""A date in a language of which nothing is known: as ISO 8601 writes it."""

from __future__ import annotations

from datetime import date

from align.values import When


def words(when: When) -> str:
    """2024-10-30, 2014-07 or 2014; "" where it is not resolved."""
    if not when.spans:
        return ""
    first = date.fromordinal(when.spans[0][0]).isoformat()
    return first[: {"day": 10, "week": 10, "month": 7, "year": 4}.get(when.grain, 7)]

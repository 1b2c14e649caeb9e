"""A date in the notation of another: 10月30日, 先月30日."""

from __future__ import annotations

from align.lang.han import restating
from align.lang.ja.relative_dates import MONTHS, YEARS
from align.values import When

RELATIVE = {word: f"month{count}" for word, count in MONTHS.items()} | {
    word: f"year{count}" for word, count in YEARS.items()
}


def restated(text: str, when: When) -> str:
    """The date `when` as `text`, which is another date, is written; "" where that cannot be said.

    >>> restated("先月3日", When((), "day", month=10, day=30, told="month-1"))
    '先月30日'
    """
    return restating.restated(text, when, RELATIVE)

"""A date in the notation of another: 10月30日, 上月30日, 2026年上半年, 第二季度, 星期四."""

from __future__ import annotations

import re
from datetime import date

from align.lang.han import restating
from align.lang.zh.letters import plain
from align.lang.zh.relative_dates import MONTHS, YEARS
from align.values import When

RELATIVE = {word: f"month{count}" for word, count in MONTHS.items()} | {
    word: f"year{count}" for word, count in YEARS.items()
}
HALF = re.compile(r"[上下前后](?=半年)")
QUARTER = re.compile(r"[一二三四1-4](?=季)")


def restated(text: str, when: When) -> str:
    """The date `when` as `text`, which is another date, is written; "" where that cannot be said.

    >>> restated("上月3日", When((), "day", month=10, day=30, told="month-1")), restated("2026年下半年", When((), "half", 2026, 1))
    ('上月30日', '2026年上半年')
    """
    letters = plain(text)
    if when.grain in ("half", "quarter"):
        return _part(text, letters, when)
    written = restating.restated(letters, when, RELATIVE)
    kept = next((k for k, (a, b) in enumerate(zip(letters, written, strict=False)) if a != b), 0)
    return text[:kept] + written[kept:]


def _part(text: str, letters: str, when: When) -> str:
    """A half or a quarter; of another year only where the text has it."""
    month = date.fromordinal(when.spans[0][0]).month if when.spans else when.month
    if not month or (when.year and re.search(r"\d{4}", letters) and str(when.year) not in letters):
        return ""
    name = "上下"[(month - 1) // 6] if when.grain == "half" else "一二三四"[(month - 1) // 3]
    found = (HALF if when.grain == "half" else QUARTER).search(letters)
    if not found:
        return ""
    name = str((month - 1) // 3 + 1) if found[0].isdigit() else name
    written = text[: found.start()] + name + text[found.end() :]
    return "" if written == text else written

"""Dates in any other language whose month and weekday names CLDR has: 6 novembre 2024, 6. nóvember, mercredi."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from align.lang.base.keys import date_keys, near
from align.lang.dates.fields import Fields
from align.lang.dates.resolving import resolved
from align.model import Mention

MAY = 4
"""Letters from which a name is looked for alone or without its full stop: mar is March in Spanish and sea in Portuguese."""
FILLING = r"(?:[.ºª]|er|th)?\s(?:de\s|d['’])?"
"""What stands between day and month, or month and year: 6 de noviembre, 6. november, 1er mai."""


def dates(text: str, published: date | None = None, lang: str = "") -> Iterator[Mention]:
    """The dates of `text` in `lang`, left to right; only those in digits, 2024-11-06, where CLDR does not know it.

    >>> [m.text for m in dates("mercredi, le 6 novembre 2024", None, "fr")]
    ['mercredi', '6 novembre 2024']
    """
    names, days, pattern = _names(lang)
    for match in pattern.finditer(text):
        word = (match["month"] or match["weekday"] or match["alone"] or "").lower()
        if match["iso"]:
            year, month, day = (int(part) for part in match["iso"].split("-"))
            fields = Fields(year=year, month=month, day=day)
        elif match["weekday"]:
            fields = Fields(weekday=days[word])
        else:
            day = int(match["day"] or 0)
            year = int(match["year"] or match["alone_year"] or 0)
            fields = Fields(year=year or None, month=names[word], day=day or None)
        if (fields.month or 1) > 12 or not 0 < (fields.day or 1) < 32:
            continue
        yield Mention(
            "date", match.start(), match.end(), match[0], _keys(fields, published), resolved(fields, published)
        )


def _keys(fields: Fields, published: date | None) -> tuple[str, ...]:
    if fields.weekday is not None:
        return (f"w:{fields.weekday}",)
    moment = near(published, fields.month, fields.day) if published and fields.day else None
    return date_keys(fields.month, fields.day, moment)


@lru_cache(maxsize=8)
def _names(lang: str) -> tuple[dict[str, int], dict[str, int], re.Pattern[str]]:
    """Month names with their number, weekday names with theirs (Monday 0), lower case, and the pattern of a date."""
    from babel import Locale, UnknownLocaleError  # slow to load: on use

    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    try:
        locale = Locale.parse(lang.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError):
        locale = None
    for table, found in ((locale.months, months), (locale.days, weekdays)) if locale else ():
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in table[context][width].items():
                    name = name.lower().rstrip(".")
                    if len(name) >= MAY or (width == "wide" and len(name) > 2):
                        found.setdefault(name, number)
    return months, weekdays, _pattern(months, weekdays)


def _pattern(months: dict[str, int], weekdays: dict[str, int]) -> re.Pattern[str]:
    month, weekday = (
        "|".join(map(re.escape, sorted(each, key=len, reverse=True))) or r"(?!)" for each in (months, weekdays)
    )
    return re.compile(
        r"\b(?P<iso>(?:1\d|20)\d\d-\d\d-\d\d)\b"
        rf"|\b(?P<day>\d{{1,2}}){FILLING}(?P<month>{month})\b\.?(?:\s(?:de\s|del\s)?(?P<year>(?:1\d|20)\d\d)\b)?"
        rf"|\b(?P<alone>{month})\b\.?\s(?:de\s|del\s)?(?P<alone_year>(?:1\d|20)\d\d)\b|\b(?P<weekday>{weekday})\b",
        re.IGNORECASE,
    )

"""Dates in any other language whose month and weekday names CLDR has: 6 novembre 2024, 6. nóvember, mercredi."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from align.lang.base.keys import date_keys, near
from align.lang.base.notation import locale_of, notation
from align.lang.base.numbers import MARK, OPEN
from align.lang.dates.fields import Fields
from align.lang.dates.resolving import resolved
from align.model import Mention
from align.tags import primary

MAY = 4
"""Letters from which a name is looked for alone or without its full stop: mar is March in Spanish and sea in Portuguese."""
FILLING = r"(?:[.ºª]|er|th|-го|-е)?\s(?:de\s|d['’]|من\s)?"
"""What stands between day and month: 6 de noviembre, 6. november, 1er mai."""
YEAR = r"(?:[,\u060c]?\s(?:[^\W\d]{1,4}\s)?"
"""What stands before a year: de, del, năm, an."""
TO = "a al à au aux bis по до do đến to tot till til sampai hingga से إلى حتى až až do la".split()
"""Words between the first and the last of some days in a row."""
AND = "y e et und и i ve ila và en och og dan और و ja és și".split()
"""Words between two days: these are told, and no value has both."""
MORE = {
    "hi": {"अक्तूबर": 10, "सितम्बर": 9, "नवम्बर": 11, "दिसम्बर": 12},
    "es": {"setiembre": 9},
    "ar": {
        "كانون الثاني": 1, "شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6, "تموز": 7, "آب": 8, "أيلول": 9,
        "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12,
    },
}  # fmt: skip
"""Names of months beside those of CLDR: other spellings, and those of the Levant."""


def dates(text: str, published: date | None = None, lang: str = "") -> Iterator[Mention]:
    """The dates of `text` in `lang`, left to right; only those in digits, 2024-11-06, where CLDR does not know it.

    >>> [m.text for m in dates("mercredi, le 6 novembre 2024", None, "fr")]
    ['mercredi, le 6 novembre 2024']
    """
    names = _names(lang)
    for match in names.pattern.finditer(text):
        fields = _fields(match, names, notation(lang).day_first)
        ends = (fields, fields.end) if fields and fields.end else (fields,)
        if not all(each and (each.month or 1) <= 12 and 0 < (each.day or 1) < 32 for each in ends) or fields is None:
            continue
        if match["from"] and (match["and"] or not fields.end):
            yield Mention(OPEN, match.start(), match.end(), match[0], _keys(fields, published))
            continue
        keys = _keys(fields, published)
        yield Mention("date", match.start(), match.end(), match[0], keys, resolved(fields, published))


def _fields(match: re.Match[str], names: _Names, day_first: bool) -> Fields | None:
    """What a match says."""
    if match["iso"]:
        year, month, day = (int(part) for part in re.split(r"\D+", match["iso"]))
        return Fields(year=year, month=month, day=day)
    if match["one"]:
        day, month = (int(match[part]) for part in (("one", "two") if day_first else ("two", "one")))
        if month > 12 or match["short"] == "0000":
            return None
        year = int(match["short"])
        return Fields(year=year if year > 99 else 2000 + year, month=month, day=day)
    if match["weekday"]:
        return Fields(weekday=names.weekdays[_bare(match["weekday"])])
    word = _bare(match["month"] or match["alone"] or match["behind"])
    year = int(match["year"] or match["lead"] or match["alone_year"] or match["front"] or 0)
    day = int(match["day"] or match["behind_day"] or 0)
    named = match["named"] or match["after"]
    weekday = names.weekdays[_bare(named)] if named else None
    fields = Fields(year=year or None, month=names.months[word], day=day or None, weekday=weekday)
    if match["from"] and not match["and"] and int(match["from"]) < day:
        return fields._replace(day=int(match["from"]), end=fields._replace(weekday=None))
    return fields


def _bare(name: str) -> str:
    return " ".join(name.lower().split())


def _keys(fields: Fields, published: date | None) -> tuple[str, ...]:
    if fields.weekday is not None and fields.month is None:
        return (f"w:{fields.weekday}",)
    moment = near(published, fields.month, fields.day) if published and fields.day else None
    return date_keys(fields.month, fields.day, moment)


@dataclass(frozen=True, slots=True)
class _Names:
    """Month names with their number, weekday names with theirs (Monday 0), lower case, and the pattern of a date."""

    months: dict[str, int]
    weekdays: dict[str, int]
    pattern: re.Pattern[str]


@lru_cache(maxsize=8)
def _names(lang: str) -> _Names:
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    locale = locale_of(lang) if lang else None
    for table, found in ((locale.months, months), (locale.days, weekdays)) if locale else ():
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in table[context][width].items():
                    name = name.lower().rstrip(".")
                    if name[:1].isdigit():  # a month is a number there, with a word behind
                        continue
                    if len(name) >= MAY or (width == "wide" and len(name) > 2):
                        found.setdefault(name, number)
    months |= MORE.get(primary(lang), {})
    return _Names(months, weekdays, _pattern(months, weekdays))


def _pattern(months: dict[str, int], weekdays: dict[str, int]) -> re.Pattern[str]:
    month, weekday = (
        "|".join(map(re.escape, sorted(each, key=len, reverse=True))) or r"(?!)" for each in (months, weekdays)
    )
    into, both = ("|".join(map(re.escape, sorted(set(words), key=len, reverse=True))) for words in (TO, AND))
    begin, end = rf"(?<!{MARK})", rf"(?!{MARK})"
    short = r"[^\W\d]{1,4}"
    row = rf"(?:[.ºª]|er)?\s(?:(?:{into})|(?P<and>{both}))\s(?:{short}[\s’']|{short}[’'])?"
    several = rf"(?:(?P<from>\d{{1,2}})(?:(?P<dash>\.?\s?[\u2013\u2014-]\s?)|{row}))?"
    return re.compile(
        rf"{begin}(?P<iso>(?:1\d|20)\d\d-\d\d-\d\d|20\d\d[./]\s?\d{{1,2}}[./]\s?\d{{1,2}}){end}"
        rf"|(?<![\w./-])(?P<one>\d{{1,2}})(?P<mark>[./])(?P<two>\d{{1,2}})(?P=mark)(?P<short>20\d\d|(?<=/)\d\d)(?![\w/]|[.]\d)"
        rf"|{begin}(?:(?P<lead>(?:1\d|20)\d\d)\.?\s(?:[^\W\d]{{1,5}}\s)?)?(?:(?P<named>{weekday})\.?,?\s(?:[^\W\d]{{1,4}}\s)?)?{several}(?P<day>\d{{1,2}}){FILLING}(?P<month>{month}){end}"
        rf"(?:\.?{YEAR}(?P<year>(?:1\d|20)\d\d)(?!\d))?)?(?:,?\s(?P<after>{weekday}){end})?"
        rf"|{begin}(?P<front>(?:1\d|20)\d\d)\.?\s(?:[^\W\d]{{1,2}}\.\s)?(?P<behind>{month})\s(?P<behind_day>\d{{1,2}})(?!\d)"
        rf"|{begin}(?P<alone>{month}){end}\.?{YEAR}(?P<alone_year>(?:1\d|20)\d\d)(?!\d))"
        rf"|{begin}(?P<weekday>{weekday}){end}",
        re.IGNORECASE,
    )

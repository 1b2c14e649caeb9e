"""English words that place a date by the day of writing or by the day last spoken of: last month, today, three days later."""

from __future__ import annotations

import re

from align.lang.dates.fields import Fields

SENSES = {
    "last": "last", "past": "past", "previous": "last", "this past": "past", "next": "next", "coming": "future", "upcoming": "future",
    "following": "next", "this coming": "future", "this": "this",
}  # fmt: skip
STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this past": -1,
    "this": 0,
    "this coming": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
DAYS = {
    "the day before yesterday": -2, "the day after tomorrow": 2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1,
}  # fmt: skip
OFFSETS = {
    "the same day": 0, "that same day": 0, "that day": 0, "the previous day": -1, "the previous night": -1, "the previous evening": -1,
    "previous night": -1, "the day before": -1, "the night before": -1, "the following day": 1, "the following morning": 1,
    "the next day": 1, "the next morning": 1, "next day": 1, "the day after": 1, "the day prior": -1,
}  # fmt: skip
COUNTS = {
    word: number
    for number, words in enumerate(
        "a|one two|couple three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 1
    )
    for word in words.split("|")
} | {"an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
WAYS = {"later": 1, "after": 1, "afterward": 1, "afterwards": 1}
"""Onward; every other way is back."""
UNITS = "day week month year decade century"


def _any(words: dict[str, int] | dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


RELATIVE = (
    rf"(?P<days>{_any(DAYS)})\b"
    rf"|(?P<offset>{_any(OFFSETS)})\b(?!\s(?:of|yesterday|tomorrow|the|he|she|it|they|we|I|his|her|their|its|a|an)\b)"
    rf"|(?P<count>{_any(COUNTS)}|\d{{1,3}})\s(?:of\s)?"
    rf"(?P<unit>day|week|month|year|decade)s?\s"
    r"(?P<way>(?:ago|earlier|later|previously|afterwards?)\b(?!\sthan\b)|(?:before|after|prior)\b(?=[^\w\s]|$))"
    rf"|(?<!the\s)(?P<step>{_any(STEPS)})\s(?P<of>year|month|week|weekend|quarter)\b(?![-–]?long\b|\s(?:long|ended)\b)"
    rf"|(?:the\s)?(?P<sense>{_any(SENSES)})(?=\s(?-i:[A-Z]))"
)


def relative(kind: str, match: re.Match[str]) -> Fields | None:
    """What a match of RELATIVE says by its named group; None where it is no date."""
    word = match[kind].lower()
    if kind == "days":
        return Fields(days=DAYS[word])
    if kind == "offset":
        return Fields(offset=OFFSETS[word])
    if kind == "sense":
        return Fields(sense=SENSES[word])
    if kind == "step":
        step, of = STEPS[word], match["of"].lower()
        if of == "quarter":
            return Fields(grain="quarter", months=step)
        if of in ("week", "weekend"):
            return Fields(weeks=step, grain="weekend" if of == "weekend" else "")
        return Fields(years=step) if of == "year" else Fields(months=step)
    return _away(match)


def _away(match: re.Match[str]) -> Fields | None:
    """Three days later, a decade ago: days lean on the day last spoken of, or with "ago" on publication."""
    word, unit, way = match["count"].lower(), match["unit"].lower(), match["way"].lower()
    count = (int(word) if word.isdigit() else COUNTS[word]) * WAYS.get(way, -1)
    if unit == "day":
        return Fields(days=count, away=count) if way == "ago" else Fields(offset=count, away=count)
    if unit == "week" and abs(count) == 1:
        return Fields(offset=7 * count)
    if unit == "decade":
        unit, count = "year", 10 * count
    number = count if way == "ago" else None  # 30 years later: told from within the story
    return Fields(grain=f"~{unit}", number=number, away=count)

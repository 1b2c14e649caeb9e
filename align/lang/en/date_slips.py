"""English dates said wrong, less exactly, and once more in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from align.lang.base.slips import Slip, Span, days_near, months_near, other_weekdays
from align.lang.en.date_words import MONTHS, SHORT, WEEKDAYS, ordinal

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
DAY = re.compile(
    rf"(?:{MONTH}|\bthe) (?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?(?!\d|:|,\d|\s?[-–/]\s?\d|\s?[ap]\.m)"
    rf"|(?<![\d–-])(?P<first>\d{{1,2}})(?= {MONTH})"
)
LATE = re.compile(r"\b(?:29|3[01])\b")
DATED = re.compile(rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}})(?=[,.]?(?:\s|$))")
UNDATED = re.compile(rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?!\w|,? \d{{4}}| ?[-–]|:| (?:to|and|or) \d)")
OF_YEAR = re.compile(rf"\bin {MONTH} (?P<year>\d{{4}})\b")
YEAR = re.compile(r"\bin (?P<decade>(?:1[89]|20)\d)\d\b(?! ?[-–])")
PART = re.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)}) (?:morning|afternoon|evening|night)\b")
WEEKDAY = re.compile(
    rf"(?:\bon )?\b(?:{'|'.join(WEEKDAYS)})\b(?! (?:morning|afternoon|evening|night|and|or|to)\b|,? {MONTH}| \()"
)
TIME = re.compile(r"\b(?P<hour>1?\d)(?::(?P<minute>\d\d))? (?P<half>[ap])\.?m\.?(?= [a-z])")
SEOUL = 9
"""Hours before GMT."""


def month_number(name: str) -> int:
    """1 to 12."""
    return [m[:3] for m in MONTHS].index(name[:3]) + 1


def day(text: str) -> Iterator[Slip]:
    """Another day, up to five away.

    >>> [slip.new for slip in day("Oct. 24")]
    ['19', '20', '21', '22', '23', '25', '26', '27', '28']
    """
    for match in DAY.finditer(text):
        start = match.start("day") if match["day"] else match.start()
        for new in days_near(int(match["day"] or match["first"])):
            yield Slip((start, match.end()), ordinal(new) if match["th"] else str(new), new)


def month(text: str) -> Iterator[Slip]:
    """A month up to two away, written as the one that is there; none where the day is past the 28th."""
    if LATE.search(text):
        return
    for match in re.finditer(rf"\b{MONTH}", text):
        names = MONTHS if match[0] in MONTHS and match[0] not in SHORT else SHORT
        for new in months_near(month_number(match[0])):
            yield Slip(match.span(), names[new - 1], new)


def weekday(text: str) -> Iterator[Slip]:
    """Another weekday."""
    for match in re.finditer("|".join(WEEKDAYS), text):
        for new in other_weekdays(WEEKDAYS.index(match[0])):
            yield Slip(match.span(), WEEKDAYS[new], new)


def coarsened(text: str) -> Iterator[Slip]:
    """The day, the month or the part of the day dropped, the decade for the year."""
    for match in DATED.finditer(text):
        yield _of_month(match, text, f" {match['year']}")
    for match in UNDATED.finditer(text):
        yield _of_month(match, text, "")
        if not text[: match.start()].endswith(", "):  # Monday, early June is said by nobody
            yield _third_of_month(match, text)
    for match in OF_YEAR.finditer(text):
        yield Slip(match.span(), f"in {match['year']}")
    for match in YEAR.finditer(text):
        yield Slip(match.span(), f"in the {match['decade']}0s")
    for match in PART.finditer(text):
        yield Slip(match.span(), match["day"])


def _of_month(match: re.Match[str], text: str, year: str) -> Slip:
    on = _on(match, text)
    return Slip((match.start() - on, match.end()), f"{'in ' if on else ''}{_name(match)}{year}")


def _third_of_month(match: re.Match[str], text: str) -> Slip:
    on = _on(match, text)
    third = ("early ", "mid-", "late ")[min(2, (int(match["day"]) - 1) // 10)]
    return Slip((match.start() - on, match.end()), f"{'in ' if on else ''}{third}{_name(match)}")


def _on(match: re.Match[str], text: str) -> int:
    """Characters of an "on" before the match, which becomes "in"."""
    return 3 if text[: match.start()].endswith("on ") else 0


def _name(match: re.Match[str]) -> str:
    return MONTHS[month_number(match["month"]) - 1]


def of_week(text: str) -> Iterator[Slip]:
    """This week for a weekday."""
    for match in WEEKDAY.finditer(text):
        yield Slip(match.span(), "this week")


def zoned(text: str) -> Iterator[Slip]:
    """A time of day in GMT behind it, as if it were that of Seoul."""
    for match in TIME.finditer(text):
        hour = int(match["hour"]) % 12 + (12 if match["half"] == "p" else 0)
        yield Slip((match.end(), match.end()), f" ({(hour - SEOUL) % 24:02}{match['minute'] or '00'} GMT)")


def bracketed(text: str, span: Span, day: date) -> Iterator[Slip]:
    """The date behind the weekday at `span`, or the weekday behind the date."""
    words = text[slice(*span)]
    if not text.startswith((" (", ","), span[1]) and words[-1:].isalnum():
        if words in WEEKDAYS:
            yield Slip((span[1], span[1]), f" ({SHORT[day.month - 1]} {day.day})")
        elif re.fullmatch(rf"{MONTH} \d{{1,2}}", words):
            yield Slip((span[1], span[1]), f" ({WEEKDAYS[day.weekday()]})")

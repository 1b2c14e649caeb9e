"""Publication dates as articles give them: in metadata, or in a line such as 입력 2024.11.07 09:30."""

from __future__ import annotations

import re
from datetime import date

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
NUMERIC = re.compile(r"((?:19|20)\d\d)\s?[-./년]\s?(\d{1,2})\s?[-./월]\s?(\d{1,2})")
ENGLISH = re.compile(
    r"(?:([A-Z][a-z]{2,8})\.?\s(\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)?\s([A-Z][a-z]{2,8})\.?),?\s((?:19|20)\d\d)"
)
FIRST = re.compile(
    r"^[\s\[(|·]*(?:기사\s?)?(?:입력|등록|송고\s?시간|송고|게시|발행일?|승인|작성|Published|Posted|First published)"
    r"(?![가-힣])(?:\s?일시?|\s?시간)?\s?[:|]?\s?(?:on\s)?"
)
"""What stands before the date on which an article first appeared; never 수정 or Updated."""
NEAR = 20
"""Lines from either end of a text in which such a line is looked for."""


def parse(text: str) -> date | None:
    """The first date that is written out in `text`, None where there is none or no such day."""
    if match := NUMERIC.search(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := ENGLISH.search(text):
        name = (match[1] or match[4])[:3].lower()
        if name in MONTHS:
            return _date(int(match[5]), MONTHS.index(name) + 1, int(match[2] or match[3]))
    return None


def in_text(text: str) -> date | None:
    """The date of the line that says when the article was published."""
    lines = text.split("\n")
    ends = lines if len(lines) <= 2 * NEAR else lines[:NEAR] + lines[-NEAR:]
    for line in ends:
        match = FIRST.match(line)
        if match and len(line) < 120 and (found := parse(line[match.end() : match.end() + 40])):
            return found
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

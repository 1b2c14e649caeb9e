"""Publication dates as articles give them: in metadata, or in a line such as 입력 2024.11.07 09:30."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from align.lang import parts
from align.lang.base.published import Published

NEAR = 20
"""Lines from either end of a text in which such a line is looked for."""


def parse(text: str) -> date | None:
    """The first date that is written out in `text`, None where there is none or no such day."""
    if match := _numeric().search(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    written = next((found for language in _languages() if (found := language.written(text))), None)
    return _date(*written) if written else None


def in_text(text: str) -> date | None:
    """The date of the line that says when the article was published."""
    lines = text.split("\n")
    ends = lines if len(lines) <= 2 * NEAR else lines[:NEAR] + lines[-NEAR:]
    for line in ends:
        match = _mark().match(line)
        if match and len(line) < 120 and (found := parse(line[match.end() : match.end() + 40])):
            return found
    return None


@cache
def _languages() -> tuple[Published, ...]:
    """What each language has in such lines: an article's own is not known yet when they are read."""
    return tuple(part.PUBLISHED for part in parts("published"))


@cache
def _numeric() -> re.Pattern[str]:
    """A date in figures: 2024-11-07, 2024.11.7, 2024년 11월 7일."""
    years, months = ("".join(getattr(each, name) for each in _languages()) for name in ("year", "month"))
    return re.compile(rf"((?:19|20)\d\d)\s?[-./{years}]\s?(\d{{1,2}})\s?[-./{months}]\s?(\d{{1,2}})")


@cache
def _mark() -> re.Pattern[str]:
    marks = "|".join(each.mark for each in _languages() if each.mark)
    return re.compile(rf"^[\s\[(|·]*(?:{marks})\s?[:|]?\s?")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

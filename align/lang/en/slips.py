"""Slips to plant in English, and what is plain to see in it: $1.2 million, 12,000, Nov. 6, in November, Friday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from align.lang.base.slips import Seen, Slips
from align.lang.en import (
    amount_slips,
    clause_slips,
    count_slips,
    date_slips,
    name_slips,
    notation_slips,
    polarity_slips,
    term_slips,
    time_slips,
)
from align.lang.en.amount_slips import SCALES
from align.lang.en.date_slips import MONTH, month_number
from align.lang.en.date_words import MONTHS, WEEKDAYS

NUMBER = re.compile(
    r"(?<![\w.,/:$£€–-])(?:[$£€])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[ -](?P<scale>thousand|million|billion|trillion))?"
    r"(?P<unit>%|(?: [a-zA-Z]+){0,2})(?![\w/:–-]|[.,]\d)"
)
"""With the words behind it, which tell what is counted."""
DATE = re.compile(
    rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?![\d:]|,\d|\s?[-–]\s?\d)|(?<![\d–-])(?P<first>\d{{1,2}}) (?P<last>{MONTH})(?!\w)"
)
IN_MONTH = re.compile(rf"(?<=\b[iI]n )(?P<month>{MONTH})(?! \d{{1,2}}\b)|(?P<dated>{MONTH})(?= \d{{4}})")
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
DATED = re.compile(
    rf"\d|{'|'.join((*MONTHS, *WEEKDAYS))}|\b(?:to|yester)day|tomorrow|\b(?:day|week|month|year)s?\b", re.IGNORECASE
)
"""What a date has; the last election tells none."""
LEANS = re.compile(
    r"\b(?:that|same|next|previous|following|earlier|later) (?:day|week|month|year|morning|evening)|\bthe day\b"
    r"|\b(?:day|week|month|year)s? (?:before|after|later|earlier)",
    re.IGNORECASE,
)


def facts(text: str) -> Iterator[Seen]:
    """The values that are plain to see."""
    for match in DATE.finditer(text):
        day = int(match["day"] or match["first"])
        yield Seen("date", match.span(), (month_number(match["month"] or match["last"]), day))
    for match in IN_MONTH.finditer(text):
        yield Seen("month", match.span(), month_number(match[0]))
    for match in WEEKDAY.finditer(text):
        yield Seen("weekday", match.span(), WEEKDAYS.index(match[1]))
    for match in NUMBER.finditer(text):
        yield Seen("number", (match.start(), match.start() + len(match[0].rstrip())), _value(match))


def figures(text: str) -> set[Fraction]:
    """The values of all figures."""
    return {_value(match) for match in NUMBER.finditer(text)}


def _value(match: re.Match[str]) -> Fraction:
    return Fraction(match["number"].replace(",", "")) * SCALES.get(match["scale"] or "", 1)


def dated(words: str) -> bool:
    """Whether the words of a date tell one by themselves."""
    return DATED.search(words) is not None


def says(kind: str, value: int, text: str) -> bool:
    """Whether `text` has the 5th, May or Friday."""
    if kind == "day":
        return re.search(rf"(?<![\d.,]){value}(?:st|nd|rd|th)?(?![\d%]|[.,]\d)", text) is not None
    if kind == "month":
        return any(month_number(match[0]) == value for match in re.finditer(rf"\b{MONTH}", text))
    return WEEKDAYS[value % 7] in text


def leans(text: str) -> bool:
    """Whether a sentence leans on the one before for its day: that day, a week later."""
    return LEANS.search(text) is not None


SLIPS = Slips(
    facts=facts,
    figures=figures,
    dated=dated,
    says=says,
    leans=leans,
    day=date_slips.day,
    month=date_slips.month,
    weekday=date_slips.weekday,
    magnitude=amount_slips.magnitude,
    unit=amount_slips.unit,
    turned=polarity_slips.turned,
    time=time_slips.time,
    range_end=count_slips.range_end,
    count=count_slips.count,
    counts=count_slips.counts,
    code=count_slips.code,
    term=term_slips.term,
    cut=clause_slips.cut,
    one_sided=name_slips.one_sided,
    whole_names=name_slips.whole_names,
    alone=name_slips.alone,
    titles=frozenset(name_slips.TITLES.split()),
    hung=name_slips.hung,
    notation=notation_slips.notation,
    short=notation_slips.short,
    pronouns=("He", "She"),
    joined=clause_slips.joined,
    reworded=polarity_slips.reworded,
    hedge=amount_slips.hedge,
    hedged=amount_slips.hedged,
    coarsened=date_slips.coarsened,
    of_week=date_slips.of_week,
    conversion=amount_slips.conversion,
    zoned=date_slips.zoned,
    bracketed=date_slips.bracketed,
)

"""English as another newsroom writes it: dates, times and amounts in British notation, and words abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.base.slips import Slip
from align.lang.en import count_slips, time_slips
from align.lang.en.date_slips import MONTH, month_number
from align.lang.en.date_words import MONTHS

DATE = re.compile(
    rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?!\w|[-–:]|,\d| (?:to|and|or) \d)(?:, (?P<year>\d{{4}})(?!\w))?"
)
SPELT = ((r"(?<=\d) percent\b", " per cent"), (r"(?<=\d) per cent\b", " percent"), (r"(?<=\d) percent\b", "%"))
SCALES = (
    (r"(?<=[$€£]\d)(?P<rest>[\d,.]*) billion\b", r"\g<rest>bn"),
    (r"(?<=[$€£]\d)(?P<rest>[\d,.]*) million\b", r"\g<rest>m"),
    (r"(?<=[$€£]\d)(?P<rest>[\d,.]*) trillion\b", r"\g<rest>tn"),
    (r"(?<![\w$€£₩])(?P<n>\d[\d,.]*(?: (?:thousand|million|billion|trillion))?) won\b", r"KRW \g<n>"),
    (r"(?<![\w$€£₩])(?P<n>\d[\d,.]*(?: (?:thousand|million|billion|trillion))?) won\b", r"₩\g<n>"),
    (r"(?<![\w])\$(?P<n>\d[\d,.]*\d|\d)(?P<s> (?:million|billion|trillion))?(?![\w.,]\d|[mbt]n?\b)", r"US$\g<n>\g<s>"),
)
SHORT = (
    ("Representative", "Rep."), ("Senator", "Sen."), ("Governor", "Gov."), ("Professor", "Prof."), ("General", "Gen."),
    ("Doctor", "Dr."), ("Saint", "St."), ("Lieutenant", "Lt."), ("Colonel", "Col."), ("Captain", "Capt."),
)  # fmt: skip
"""Titles before a name, written out and abbreviated."""
MEASURES = (
    ("kilometers", "km"),
    ("kilograms", "kg"),
    ("square kilometers", "sq km"),
    ("centimeters", "cm"),
    ("millimeters", "mm"),
)
COUNTRIES = (
    (r"\bthe United States\b(?!['’-])", "the U.S."),
    (r"\bthe U\.S\.(?= [a-z])", "the United States"),
    (r"\bthe United Kingdom\b", "the U.K."),
)


def notation(text: str) -> Iterator[Slip]:
    """Quiet: 6 November, 5.30pm, per cent, $1.2bn, KRW 3 billion, a dozen.

    >>> [slip.new for slip in notation("on Nov. 6 at a cost of $1.2 billion")]
    ['6 November', '.2bn', 'US$1.2 billion']
    """
    for match in DATE.finditer(text):
        name = MONTHS[month_number(match["month"]) - 1]
        yield Slip(match.span(), f"{match['day']} {name}" + (f" {match['year']}" if match["year"] else ""))
    yield from time_slips.notation(text)
    yield from count_slips.spelt(text)
    for old, new in (*SPELT, *SCALES):
        for match in re.finditer(old, text):
            yield Slip(match.span(), match.expand(new))


def short(text: str) -> Iterator[Slip]:
    """Quiet: titles, measures and countries abbreviated, or written out.

    >>> [slip.new for slip in short("Rep. Ma drove 3 kilometers")]
    ['Representative', 'km']
    """
    for long, title in SHORT:
        for old, new in ((long, title), (title, long)):
            for match in re.finditer(rf"(?<![\w.-]){re.escape(old)}(?= [A-Z][a-z])", text):
                yield Slip(match.span(), new)
    for word, sign in MEASURES:
        for match in re.finditer(rf"(?<=\d ){word}\b", text):
            yield Slip(match.span(), sign)
    for old, new in COUNTRIES:
        for match in re.finditer(old, text):
            yield Slip(match.span(), new)

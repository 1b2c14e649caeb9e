"""Other words for a fact: for each type of error what may stand instead, as (span in the fact's words, new words)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from align.evaluation.edits import Span
from align.evaluation.mutations.facts import MONTH, MONTHS, SHORT, WEEKDAYS
from align.evaluation.mutations.facts import month as number_of

Edit = tuple[Span, str]
NEAR = (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)
"""Days by which a day is off."""
MONTHS_OFF = (-2, -1, 1, 2)
DAY = re.compile(
    rf"(?:{MONTH}|\bthe) (?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?(?!\d|:|,\d|\s?[-–/]\s?\d|\s?[ap]\.m)"
    rf"|(?<![\d–-])(?P<first>\d{{1,2}})(?= {MONTH})"
)
NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?")
YEAR = re.compile(r"(?:1[89]|20)\d\d")
SCALE = re.compile(r"\b(thousand|million|billion|trillion)\b")
SCALES = ("thousand", "million", "billion", "trillion")
SMALL = r"(?P<n>\d|\b(?:two|three|four|five|six|seven|eight|nine|ten))"
SCALED = r"(?P<n>\d(?: (?:million|billion|trillion))?)"
LONGER = {
    "years": "months",
    "months": "weeks",
    "weeks": "months",
    "days": "weeks",
    "hours": "minutes",
    "minutes": "hours",
}
UNITS = (
    (r"(?P<n>[\d.,]+(?: (?:thousand|million|billion|trillion))?) won\b", r"$\g<n>"),
    (r"\$(?P<n>[\d.,]*\d(?: (?:thousand|million|billion|trillion))?)", r"\g<n> won"),
    (r"€(?P<n>\d)", r"$\g<n>"),
    (r"£(?P<n>\d)", r"€\g<n>"),
    (r"(?P<n>\d) percentage points?\b", r"\g<n> percent"),
    (r"(?P<n>\d) percent\b", r"\g<n> percentage points"),
    (r"(?P<n>\d) ?%", r"\g<n> percentage points"),
    (r"(?P<n>\d) (?:kilometers|kilometres|km)\b", r"\g<n> miles"),
    (r"(?P<n>\d) (?:meters|metres)\b", r"\g<n> feet"),
    (r"(?P<n>\d) miles\b", r"\g<n> kilometers"),
    (r"(?P<n>\d) feet\b", r"\g<n> meters"),
    (r"(?P<n>\d) (?:kilograms|kg)\b", r"\g<n> tons"),
    (r"(?P<n>\d) (?:tons|tonnes)\b", r"\g<n> kilograms"),
    (r"(?P<n>\d) hectares\b", r"\g<n> square kilometers"),
    (rf"{SCALED} (?:rubles|yen|yuan|euros)\b", r"\g<n> dollars"),
    (rf"{SCALED} dollars\b", r"\g<n> euros"),
    (r"(?P<n>\d) degrees Celsius\b", r"\g<n> degrees Fahrenheit"),
    *((rf"{SMALL} {one}\b(?! old)", rf"\g<n> {other}") for one, other in LONGER.items()),
)


def day(text: str) -> Iterator[Edit]:
    """Another day, up to five away.

    >>> [new for _, new in day("Oct. 24")]
    ['19', '20', '21', '22', '23', '25', '26', '27', '28']
    """
    for match in DAY.finditer(text):
        old = int(match["day"] or match["first"])
        for new in (old + by for by in NEAR):
            if 1 <= new <= 28 and 1 <= old <= 31:
                yield (
                    (match.start("day") if match["day"] else match.start(), match.end()),
                    f"{new}{_th(new) if match['th'] else ''}",
                )


def _th(n: int) -> str:
    return "th" if 10 < n < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def month(text: str) -> Iterator[Edit]:
    """A month up to two away, written as the one that is there; none where the day is past the 28th."""
    if re.search(r"\b(?:29|3[01])\b", text):
        return
    for match in re.finditer(rf"\b{MONTH}", text):
        names = MONTHS if match[0] in MONTHS and match[0] not in SHORT else SHORT
        for by in MONTHS_OFF:
            yield match.span(), names[(number_of(match[0]) - 1 + by) % 12]


def weekday(text: str) -> Iterator[Edit]:
    """Another weekday."""
    for match in re.finditer("|".join(WEEKDAYS), text):
        for by in range(1, 7):
            yield match.span(), WEEKDAYS[(WEEKDAYS.index(match[0]) + by) % 7]


def digit(text: str) -> Iterator[Edit]:
    """One digit another, or two neighbours changed over; not in the noughts that only round, nor a year's century."""
    for match in NUMBER.finditer(text):
        number, start = match[0], match.start()
        year = YEAR.fullmatch(number) and not re.match("(?!년)[가-힣]", text[match.end() :])
        said = len(number) if year else len(number.rstrip("0,."))
        for k, c in enumerate(number):
            if not c.isdigit() or k >= said or (year and k < 2):
                continue
            for new in "123456789" if k == 0 else "0123456789":
                if new != c:
                    yield (start, start + len(number)), number[:k] + new + number[k + 1 :]
            other = number[k + 1 : k + 2]
            if other.isdigit() and other != c and not (k == 0 and other == "0"):
                yield (start, start + len(number)), number[:k] + other + c + number[k + 2 :]


def magnitude(text: str) -> Iterator[Edit]:
    """Another scale word beside the right one, or ten times as much or a tenth, of numbers from 1,000 on."""
    for match in NUMBER.finditer(text):
        scale = SCALE.match(text, match.end() + 1)
        if scale:
            k = SCALES.index(scale[0])
            for other in SCALES[max(0, k - 1) : k + 2]:
                if other != scale[0]:
                    yield (match.start(), scale.end()), f"{match[0]} {other}"
        value = Decimal(match[0].replace(",", "").rstrip("."))
        if scale or "," in match[0]:
            end = scale.end() if scale else match.end()
            rest = f" {scale[0]}" if scale else ""
            for new in (value * 10, value / 10):
                if scale or new == int(new):
                    yield (match.start(), end), f"{_written(new)}{rest}"


def _written(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def unit(text: str) -> Iterator[Edit]:
    """Another unit for the same figure."""
    for pattern, new in UNITS:
        for match in re.finditer(pattern, text):
            yield match.span(), match.expand(new)


def hangul_day(text: str) -> Iterator[Edit]:
    """Another day in Korean."""
    for match in re.finditer(r"(?<![\d~∼-])(\d{1,2})일(?![~∼간째-]|부터)", text):
        old = int(match[1])
        for new in (old + by for by in NEAR):
            if 1 <= new <= 28:
                yield match.span(1), str(new)

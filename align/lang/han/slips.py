"""Slips to plant in Japanese and Chinese, and what is plain to see in them: 1万2000, N月N日, N月."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from align.lang.base.slips import Seen, Slip, days, months, other_weekdays
from align.lang.han.numerals import value

SCALES = "万億兆"
SIMPLE = "万亿兆"
DIGITS = r"\d[\d,]*(?:\.\d+)?"
NUMBER = re.compile(
    rf"(?<![\d.,A-Za-z-]){DIGITS}[千百]?[万億亿兆]*(?:(?<=[万億亿兆])\d[\d,]*[千百]?[万億亿]?)*(?![.,]?\d)"
)
DATE = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})[日号]")
MONTH = re.compile(r"(?<!\d)(\d{1,2})月(?!\d|份?间)")
DAY = re.compile(r"(?<![\d~〜～至-])(\d{1,2})(?=[日号](?![間目内后後前]|[ぶ連以]))")
NAMED_MONTH = re.compile(r"(?<![\d~〜～至-])(\d{1,2})(?=月(?![~〜～期]))")
LATE = re.compile(r"(?:29|3[01])[日号]")
OF_SOMETHING = ("月", "日", "号", "時", "时", "分", "回", "歳", "岁", "位", "年", "度")
"""What follows the figure of a month, a day, a time of day or a rank."""
AMOUNT = re.compile(rf"(?<![\d.,万億亿兆千A-Za-z-])(?P<number>{DIGITS})(?P<scale>[万億亿兆])(?![\d千万億亿兆])")
WORDS = "一二三四五六七八九"
BY = (-3, -2, -1, 1, 2, 3)
"""Hours by which an hour is off."""
MINUTES = 10
YEAR = re.compile(r"(?:1[89]|20)\d\d")


def numbers(text: str) -> Iterator[Seen]:
    """The numbers in digits, with their scales."""
    for match in NUMBER.finditer(text):
        if read := value(match[0]):
            yield Seen("number", match.span(), read[0], not text.startswith(OF_SOMETHING, match.end()))


def figures(text: str) -> set[Fraction]:
    """The values of all figures."""
    return {seen.value for seen in numbers(text) if isinstance(seen.value, Fraction)}


def days_and_months(text: str) -> Iterator[Seen]:
    """The days of a month and the months."""
    for match in DATE.finditer(text):
        yield Seen("date", match.span(), (int(match[1]), int(match[2])))
    for match in MONTH.finditer(text):
        yield Seen("month", match.span(), int(match[1]))


def day(text: str) -> Iterator[Slip]:
    """Another day, up to five away.

    >>> [slip.new for slip in day("24日")]
    ['19', '20', '21', '22', '23', '25', '26', '27', '28']
    """
    return days(text, DAY)


def month(text: str) -> Iterator[Slip]:
    """A month up to two away; none where the day is past the 28th."""
    return iter(()) if LATE.search(text) else months(text, NAMED_MONTH)


def digit(text: str) -> Iterator[Slip]:
    """One digit another, or two neighbours changed over; not in the noughts that only round, nor a year's century."""
    for match in re.finditer(rf"(?<![\d.,A-Za-z-]){DIGITS}", text):
        number = match[0].rstrip(".,")
        year = YEAR.fullmatch(number) and text.startswith("年", match.end())
        said = len(number) if year else len(number.rstrip("0,."))
        span = (match.start(), match.start() + len(number))
        for k, c in enumerate(number[:said]):
            if not c.isdigit() or (year and k < 2):
                continue
            for new in "123456789" if k == 0 else "0123456789":
                if new != c:
                    yield Slip(span, number[:k] + new + number[k + 1 :])
            other = number[k + 1 : k + 2]
            if other.isdigit() and other != c and not (k == 0 and other == "0"):
                yield Slip(span, number[:k] + other + c + number[k + 2 :])


def magnitude(text: str) -> Iterator[Slip]:
    """万 for 億 and the like, or ten times as much or a tenth, of numbers of one scale.

    >>> [slip.new for slip in magnitude("15億人")]
    ['万', '兆', '150', '1.5']
    """
    for match in AMOUNT.finditer(text):
        scales = SIMPLE if match["scale"] == "亿" else SCALES
        k = scales.index(match["scale"])
        for other in scales[max(0, k - 1) : k + 2]:
            if other != match["scale"]:
                yield Slip(match.span("scale"), other)
        number = Decimal(match["number"].replace(",", ""))
        for new in (number * 10, number / 10):
            yield Slip(match.span("number"), f"{new.normalize():f}")


def time(text: str, times: re.Pattern[str], other_half: Mapping[str, str]) -> Iterator[Slip]:
    """Another hour, another part of the day, or another figure of the minutes, of `times` with groups half, hour and minute."""
    for match in times.finditer(text):
        for by in BY:
            if 1 <= (new := int(match["hour"]) + by) <= 12:
                yield Slip(match.span("hour"), str(new), new)
        yield Slip(match.span("half"), other_half[match["half"]])
        if match["minute"]:
            for new in (int(match["minute"]) - MINUTES, int(match["minute"]) + MINUTES):
                if 0 < new < 60:
                    yield Slip(match.span("minute"), str(new), new)


def notation(text: str, times: re.Pattern[str], halves: tuple[str, str], hour: str) -> Iterator[Slip]:
    """Quiet: the same of `times` by 24 hours, and half past for 30 minutes; `halves` of the day, `hour` behind the figure of one."""
    for match in times.finditer(text):
        if match["half"] not in halves:
            continue
        minute = f"{match['minute']}分" if match["minute"] else ""
        yield Slip(match.span(), f"{int(match['hour']) % 12 + 12 * halves.index(match['half'])}{hour}{minute}")
        if match["minute"] == "30":
            yield Slip(match.span(), f"{match['half']}{match['hour']}{hour}半")


def count(text: str, words: re.Pattern[str]) -> Iterator[Slip]:
    """Another number in words, one or two away."""
    for match in words.finditer(text):
        k = WORDS.index(match[0])
        for new in (k - 2, k - 1, k + 1, k + 2):
            if 0 <= new < len(WORDS):
                yield Slip(match.span(), WORDS[new], new + 1)


def counts(text: str, words: re.Pattern[str]) -> set[int]:
    """The values of the numbers in words."""
    return {WORDS.index(match[0]) + 1 for match in words.finditer(text)}


@dataclass(frozen=True)
class Weekdays:
    """Weekdays by a pattern with the letter of the day as its first group."""

    pattern: str
    letters: str

    def facts(self, text: str) -> Iterator[Seen]:
        for match in re.finditer(self.pattern, text):
            yield Seen("weekday", match.span(), self.letters.index(match[1]))

    def slips(self, text: str) -> Iterator[Slip]:
        """Another weekday."""
        for match in re.finditer(self.pattern, text):
            for new in other_weekdays(self.letters.index(match[1])):
                yield Slip(match.span(1), self.letters[new], new)


@dataclass(frozen=True)
class Replaced:
    """Other words for what patterns find."""

    pairs: Sequence[tuple[str, str]]

    def slips(self, text: str) -> Iterator[Slip]:
        for pattern, new in self.pairs:
            for match in re.finditer(pattern, text):
                yield Slip(match.span(), new)


def both_ways(pairs: str) -> tuple[tuple[str, str], ...]:
    """Patterns of words that change places, with what each becomes: 増加/減少 stands for two."""
    found = (pair.split("/") for pair in pairs.split())
    return tuple((old, new) for a, b in found for old, new in ((a, b), (b, a)))

"""Slips to plant in a language, and changes that leave it right; of a language of which nothing is known, what digits allow.

A language's own part `slips` has SLIPS with what it knows; each field is a function of a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from align.lang.base import spellings

Span = spellings.Span
NEAR = (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)
"""Days by which a day is off."""
NEAREST = 5
"""By less than this an end of a range is off."""
NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?")
YEAR = re.compile(r"(?:1[89]|20)\d\d")
NEVER = re.compile(r"(?!)")


class Slip(NamedTuple):
    """Other words at a place."""

    span: Span
    new: str
    value: int = 0
    """Of a date: the day of the month, the month or the weekday (Monday 0) that the new words say."""


class Seen(NamedTuple):
    """A value that is plain to see."""

    kind: str
    """date, month, weekday or number."""
    span: Span
    value: Hashable
    """(month, day), month, weekday (Monday 0), or a Fraction: the same in every language."""
    alone: bool = True
    """False for the figure of something else: a day, an hour, a rank."""


Edits = Callable[[str], Iterable[Slip]]


def numbers(text: str) -> Iterator[Seen]:
    """The numbers in digits."""
    for match in NUMBER.finditer(text):
        yield Seen("number", match.span(), Fraction(match[0].replace(",", "")))


def figures(text: str) -> set[Fraction]:
    """The values of the numbers in digits."""
    return {Fraction(match[0].replace(",", "")) for match in NUMBER.finditer(text)}


def dated(words: str) -> bool:
    """Whether the words of a date tell one by themselves: they have a digit."""
    return any(map(str.isdigit, words))


def says(kind: str, value: int, text: str) -> bool:
    """Whether `text` may say that day of a month, month or weekday: it has the number."""
    return kind != "weekday" and re.search(rf"(?<!\d){value}(?!\d)", text) is not None


def digit(text: str, no_year: re.Pattern[str] = NEVER) -> Iterator[Slip]:
    """One digit another, or two neighbours changed over; not in the noughts that only round, nor a year's century.

    A number before `no_year` is none.
    """
    for match in NUMBER.finditer(text):
        number = match[0]
        year = YEAR.fullmatch(number) and not no_year.match(text, match.end())
        said = len(number) if year else len(number.rstrip("0,."))
        for k, c in enumerate(number):
            if not c.isdigit() or k >= said or (year and k < 2):
                continue
            for new in "123456789" if k == 0 else "0123456789":
                if new != c:
                    yield Slip(match.span(), number[:k] + new + number[k + 1 :])
            other = number[k + 1 : k + 2]
            if other.isdigit() and other != c and not (k == 0 and other == "0"):
                yield Slip(match.span(), number[:k] + other + c + number[k + 2 :])


CODE = re.compile(
    r"(?<![\w.,])(?:0\d{1,2}-\d{3,4}-\d{4}|1[56]\d\d-\d{4}|[A-Z][A-Za-z]{0,4}-\d{1,4})(?![\w-])"  # 02-123-4567, K-9
)


def code(text: str, pattern: re.Pattern[str] = CODE) -> Iterator[Slip]:
    """The last digit of each code another.

    >>> [slip.new for slip in code("the K-9")][:2]
    ['K-1', 'K-2']
    """
    for match in pattern.finditer(text):
        for new in "123456789":
            if new != match[0][-1]:
                yield Slip(match.span(), match[0][:-1] + new)


def days_near(day: int) -> Iterator[int]:
    """The days of any month up to five away."""
    return (day + by for by in NEAR if 1 <= day + by <= 28 and 1 <= day <= 31)


def months_near(month: int) -> Iterator[int]:
    """The months up to two away, 1 to 12."""
    return ((month - 1 + by) % 12 + 1 for by in (-2, -1, 1, 2))


def days(text: str, named: re.Pattern[str]) -> Iterator[Slip]:
    """Another day, up to five away, for each that `named` has as its first group."""
    for match in named.finditer(text):
        for new in days_near(int(match[1])):
            yield Slip(match.span(1), str(new), new)


def months(text: str, named: re.Pattern[str]) -> Iterator[Slip]:
    """A month up to two away for each that `named` has as its first group."""
    for match in named.finditer(text):
        for new in months_near(int(match[1])):
            yield Slip(match.span(1), str(new), new)


def dropped(text: str, patterns: Iterable[re.Pattern[str]]) -> Iterator[Slip]:
    """What any of `patterns` finds left out."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield Slip(match.span(), "")


def other_weekdays(weekday: int) -> Iterator[int]:
    """The six others, Monday 0, from the day after."""
    return ((weekday + by) % 7 for by in range(1, 7))


def range_ends(text: str, ranges: re.Pattern[str]) -> Iterator[Slip]:
    """One end of each range of `ranges` (low, high: whole numbers) moved by up to five, the ends still in their order.

    >>> [slip.new for slip in range_ends("3-5 years", re.compile(r"(?P<low>\\d+)-(?P<high>\\d+)"))]
    ['1', '2', '4', '4', '6', '7', '8', '9']
    """
    for match in ranges.finditer(text):
        low, high = int(match["low"]), int(match["high"])
        if 0 < low < high:
            for new in range(max(1, low - 4), high):
                if new != low and abs(new - low) < NEAREST:
                    yield Slip(match.span("low"), str(new), new)
            for new in range(low + 1, high + 5):
                if new != high and abs(new - high) < NEAREST:
                    yield Slip(match.span("high"), str(new), new)


def none(text: str) -> tuple[Slip, ...]:
    """What is known of a language of which nothing is known."""
    return ()


def none_at(text: str, span: Span) -> tuple[Slip, ...]:
    """The same for what is done at a place."""
    return ()


def none_of(text: str, span: Span, day: date) -> tuple[Slip, ...]:
    """The same for what is done with a day at a place."""
    return ()


@dataclass(frozen=True, slots=True)
class Slips:
    """What may be planted in the text of a language; a slip says something else, a quiet change the same."""

    facts: Callable[[str], Iterable[Seen]] = numbers
    """The values that are plain to see, of each kind from left to right."""
    figures: Callable[[str], set[Fraction]] = figures
    """The values of all figures."""
    dated: Callable[[str], bool] = dated
    """Whether the words of a date tell one by themselves: the last election tells none."""
    says: Callable[[str, int, str], bool] = says
    """(day, month or weekday; value; text): whether a text says it, so that a slip of that value could be right."""
    leans: Callable[[str], bool] = lambda text: False
    """Whether a sentence leans on the one before for its day, so that the two cannot change places."""

    day: Edits = none
    """Another day of the month."""
    month: Edits = none
    weekday: Edits = none
    digit: Edits = digit
    magnitude: Edits = none
    """Ten times as much, or another scale word."""
    turned: Edits = none
    """A negation dropped or added, a rise for a fall, before for after: the opposite said."""
    unit: Edits = none
    """Another unit for the same figure."""
    time: Edits = none
    """Another hour, minute or half of the day; its value is the hour or the minute that is new."""
    range_end: Edits = none
    """One end of a range another; its value is the new end."""
    count: Edits = none
    """Another number in words; its value is the new number."""
    counts: Callable[[str], set[int]] = lambda text: set()
    """The values of the numbers in words."""
    code: Edits = code
    """A digit of a telephone number, an article of a law, a designation another."""
    term: Edits = none
    """A term of two words put in other words."""
    cut: Edits = none
    """A subordinate clause or a phrase of some words without a figure left out."""
    one_sided: Callable[[str], bool] = lambda text: False
    """Whether what stands between two names says of the first what it does not say of the second: beat, accused."""
    whole_names: Callable[[str], Iterable[str]] = lambda text: ()
    """The family names of people that are named in whole."""
    alone: Callable[[str, str], Iterable[Span]] = lambda text, name: ()
    """(text, family name): where it stands alone for its person."""
    titles: frozenset[str] = frozenset()
    """Titles that stand before a name."""
    hung: Callable[[str], Iterable[Span]] = lambda text: ()
    """Names that another word hangs on: Yeosu in Yeosu-bound."""
    syllable: Callable[[str, str], Iterable[tuple[Span, str]]] = spellings.syllable
    """(name in Latin letters, its kind): one syllable of a name of this language changed for one that sounds unlike."""
    respelled: Callable[[str, str], Iterable[str]] = lambda word, name: spellings.respelled(word)
    """(word of a name in Latin letters, the name as this language writes it, "" for one of another): other spellings of it."""
    family: Callable[[str], Iterable[str]] = lambda word: ()
    """Other spellings in Latin letters of a family name of this language."""
    own_syllable: Callable[[str], Iterable[tuple[Span, str]]] = lambda name: ()
    """One syllable of a name that this language writes in its own letters another."""
    fits: Callable[[str, str], bool] = lambda old, new: True
    """Whether a name can stand for another without a change of the words around."""
    name_words: Callable[[str], Iterable[str]] = lambda text: ()
    """Words that may be names which other languages write by their sound."""

    hedge: Edits = none
    """Quiet: a hedge before a figure dropped."""
    hedged: Callable[[str, Span], Iterable[Slip]] = none_at
    """Quiet: a hedge put before the figure at a place, where it has none."""
    reworded: Edits = none
    """Quiet: the same negation, the same rise in other words."""
    notation: Edits = none
    """Quiet: the same date, time or amount as another newsroom writes it."""
    short: Edits = none
    """Quiet: the same words abbreviated, or written out."""
    pronouns: tuple[str, ...] = ()
    """Quiet: what stands at the head of a sentence for the person of the one before."""
    joined: Callable[[str, str], Iterable[str]] = lambda text, following: ()
    """Quiet: two sentences as one."""
    coarsened: Edits = none
    """Quiet: the day, the month or the part of the day dropped."""
    of_week: Edits = none
    """Quiet where the day is of the week of publication: this week for a weekday."""
    conversion: Edits = none
    """Quiet: the same in another unit or currency, in brackets behind it."""
    zoned: Edits = none
    """Quiet: a time of day in GMT behind it, as if it were that of Seoul."""
    bracketed: Callable[[str, Span, date], Iterable[Slip]] = none_of
    """Quiet: the date behind the weekday at a place, or the weekday behind the date."""


SLIPS = Slips()

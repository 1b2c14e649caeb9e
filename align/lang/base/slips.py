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


def days_near(day: int) -> Iterator[int]:
    """The days of any month up to five away."""
    return (day + by for by in NEAR if 1 <= day + by <= 28 and 1 <= day <= 31)


def months_near(month: int) -> Iterator[int]:
    """The months up to two away, 1 to 12."""
    return ((month - 1 + by) % 12 + 1 for by in (-2, -1, 1, 2))


def other_weekdays(weekday: int) -> Iterator[int]:
    """The six others, Monday 0, from the day after."""
    return ((weekday + by) % 7 for by in range(1, 7))


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
    syllable: Callable[[str, str], Iterable[tuple[Span, str]]] = spellings.syllable
    """(name in Latin letters, its kind): one syllable of a name of this language changed for one that sounds unlike."""
    respelled: Callable[[str, str], Iterable[str]] = lambda word, name: spellings.respelled(word)
    """(word of a name in Latin letters, the name as this language writes it, "" for one of another): other spellings of it."""
    name_words: Callable[[str], Iterable[str]] = lambda text: ()
    """Words that may be names which other languages write by their sound."""

    hedge: Edits = none
    """Quiet: a hedge before a figure dropped."""
    hedged: Callable[[str, Span], Iterable[Slip]] = none_at
    """Quiet: a hedge put before the figure at a place, where it has none."""
    reworded: Edits = none
    """Quiet: the same negation, the same rise in other words."""
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

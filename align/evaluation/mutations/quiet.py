"""Changes that leave a translation right: a checker stays quiet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from align.evaluation.edits import Span
from align.evaluation.gold import Gold
from align.evaluation.mutations.facts import MONTH, MONTHS, SCALES
from align.evaluation.mutations.facts import month as number_of

Edit = tuple[Span, str]
HEDGE = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|approximately) (?=[$€£]?\d|(?:two|three|four|five|six|seven|eight|nine|ten|a (?:hundred|dozen))\b)", re.IGNORECASE
)  # fmt: skip
DATED = re.compile(rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}})(?=[,.]?(?:\s|$))")
UNDATED = re.compile(rf"\b(?P<how>on|since|until|by) (?P<month>{MONTH}) (?P<day>\d{{1,2}})(?=[.,]?(?:\s[a-z]|$)|\.)(?!, \d{{4}})")
MEASURES = (
    (r"(?P<n>\d[\d,.]*\d|\d)(?: |-)?(?:meters|metres)\b", "3.281", "feet"),
    (r"(?P<n>\d[\d,.]*\d|\d) (?:kilometers|kilometres|km)\b(?! per)", "0.6214", "miles"),
    (r"(?P<n>\d[\d,.]*\d|\d) miles\b(?! per)", "1.609", "kilometers"),
    (r"(?P<n>\d[\d,.]*\d|\d) feet\b", "0.3048", "meters"),
    (r"(?P<n>\d[\d,.]*\d|\d) (?:kilograms|kg)\b", "2.205", "pounds"),
    (r"(?P<n>\d[\d,.]*\d|\d) (?:tons|tonnes)\b", "2204.6", "pounds"),
    (r"(?P<n>\d[\d,.]*\d|\d) hectares\b", "2.471", "acres"),
    (r"(?P<n>\d[\d,.]*\d|\d) liters\b", "0.2642", "gallons"),
)
MONEY = (
    (r"(?P<n>\d[\d,.]*\d|\d)(?: (?P<s>million|billion|trillion))? won\b", "0.000725", "$"),
    (r"(?P<n>\d[\d,.]*\d|\d)(?: (?P<s>million|billion|trillion))? yen\b", "0.0067", "$"),
    (r"(?P<n>\d[\d,.]*\d|\d)(?: (?P<s>million|billion|trillion))? yuan\b", "0.14", "$"),
    (r"(?P<n>\d[\d,.]*\d|\d)(?: (?P<s>million|billion|trillion))? rubles\b", "0.0103", "$"),
    (r"(?P<n>\d[\d,.]*\d|\d)(?: (?P<s>million|billion|trillion))? euros\b", "1.08", "$"),
    (r"€(?P<n>\d[\d,.]*\d|\d)(?: (?P<s>million|billion|trillion))?", "1.08", "$"),
    (r"£(?P<n>\d[\d,.]*\d|\d)(?: (?P<s>million|billion|trillion))?", "1.27", "$"),
    (r"(?<![A-Z])\$(?P<n>\d[\d,.]*\d|\d)(?: (?P<s>million|billion|trillion))?", "0.92", "€"),
)
"""Pattern, how many of the second there are to one of the first (any rate of the last years will do), and its name."""
NEXT = re.compile(r"\b(?:that|same|next|previous|following|earlier|later) (?:day|week|month|year|morning|evening)|\bthe day\b|\b(?:day|week|month|year)s? (?:before|after|later|earlier)", re.IGNORECASE)  # fmt: skip


def hedge(text: str) -> Iterator[Edit]:
    """The hedge before a figure dropped."""
    for match in HEDGE.finditer(text):
        if match.start():
            yield match.span(), ""


def coarsened(text: str) -> Iterator[Edit]:
    """The day of a date dropped."""
    for match in DATED.finditer(text):
        name = MONTHS[number_of(match["month"]) - 1]
        before = re.search(r"\bon $", text[: match.start()])
        yield (match.start() - (3 if before else 0), match.end()), f"{'in ' if before else ''}{name} {match['year']}"
    for match in UNDATED.finditer(text):
        yield match.span(), f"{'in' if match['how'] == 'on' else match['how']} {MONTHS[number_of(match['month']) - 1]}"


def conversion(text: str) -> Iterator[Edit]:
    """The same in another unit or currency, in brackets behind it."""
    for pattern, rate, name in (*MEASURES, *MONEY):
        for match in re.finditer(pattern, text):
            if not re.match(r"[\w,.]*\d| ?\(|-| (?:and|to|or) | ?(?:million|billion|trillion)|\)|[kmb]n?\b", text[match.end() :]):
                value = Fraction(match["n"].replace(",", "")) * Fraction(rate)
                if name in "$€":
                    value *= SCALES.get(match["s"] or "", 1)
                    shown = name + _money(value)
                else:
                    shown = f"{_round(value)} {name}"
                yield (match.end(), match.end()), f" ({shown})"


def _money(value: Fraction) -> str:
    for scale, size in reversed(SCALES.items()):
        if value >= size and size > 1000:
            return f"{_round(value / size)} {scale}"
    return _round(value)


def _round(value: Fraction) -> str:
    return f"{float(value):,.0f}" if value >= 100 else f"{float(value):.3g}"


def reordered(gold: Gold) -> Iterator[int]:
    """Lines of the target that may go behind the next: neighbours in beads of one to one whose sources are neighbours too.

    Not where the second one leans on the first for its day.
    """
    partner = {b[0]: a[0] for a, b in gold.beads if len(a) == len(b) == 1}
    for j in range(1, len(gold.target) - 1):
        if partner.get(j, -9) + 1 == partner.get(j + 1, -1) and not NEXT.search(gold.target[j + 1]):
            yield j

"""Changes that leave a translation right: a checker stays quiet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from align.evaluation.edits import Span
from align.evaluation.gold import Gold
from align.evaluation.mutations.facts import MONTH, MONTHS, SCALES, SHORT, WEEKDAYS
from align.evaluation.mutations.facts import month as number_of

Edit = tuple[Span, str]
COUNTED = r"(?=[$€£]?\d|(?:two|three|four|five|six|seven|eight|nine|ten|a (?:hundred|dozen))\b)"
HEDGE = re.compile(rf"\b(?:about|around|some|roughly|nearly|almost|approximately) {COUNTED}", re.IGNORECASE)
UNHEDGED = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|over|than|least|most|to|a|an|the|his|her|its|their|No\.|only) $"
)
HANGUL = (r"(?<![가-힣])약 ?(?=\d)", r"(?<=\d)여(?= ?[가-힣])", r"(?<=[\d가-힣]) ?(?:가량|안팎)(?=[이의을 ])")
DATED = re.compile(rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}})(?=[,.]?(?:\s|$))")
UNDATED = re.compile(rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?!\w|,? \d{{4}}| ?[-–]|:| (?:to|and|or) \d)")
OF_YEAR = re.compile(rf"\bin {MONTH} (?P<year>\d{{4}})\b")
YEAR = re.compile(r"\bin (?P<decade>(?:1[89]|20)\d)\d\b(?! ?[-–])")
PART = re.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)}) (?:morning|afternoon|evening|night)\b")
WEEKDAY = re.compile(
    rf"(?:\bon )?\b(?:{'|'.join(WEEKDAYS)})\b(?! (?:morning|afternoon|evening|night|and|or|to)\b|,? {MONTH}| \()"
)
TIME = re.compile(r"\b(?P<hour>1?\d)(?::(?P<minute>\d\d))? (?P<half>[ap])\.?m\.?(?= [a-z])")
MEASURES = (
    (r"(?P<n>\d[\d,.]*\d|\d)(?: |-)?(?:meters|metres)\b", "3.281", "feet"),
    (r"(?P<n>\d[\d,.]*\d|\d) (?:kilometers|kilometres|km)\b(?! per)", "0.6214", "miles"),
    (r"(?P<n>\d[\d,.]*\d|\d) miles\b(?! per)", "1.609", "kilometers"),
    (r"(?P<n>\d[\d,.]*\d|\d) kph\b", "0.6214", "mph"),
    (r"(?P<n>\d[\d,.]*\d|\d) mph\b", "1.609", "kph"),
    (r"(?P<n>\d[\d,.]*\d|\d) square meters\b", "10.764", "square feet"),
    (r"(?P<n>\d[\d,.]*\d|\d) feet\b", "0.3048", "meters"),
    (r"(?P<n>\d[\d,.]*\d|\d) (?:kilograms|kg)\b", "2.205", "pounds"),
    (r"(?P<n>\d[\d,.]*\d|\d) (?:tons|tonnes)\b", "2204.6", "pounds"),
    (r"(?P<n>\d[\d,.]*\d|\d) hectares\b", "2.471", "acres"),
    (r"(?P<n>\d[\d,.]*\d|\d) liters\b", "0.2642", "gallons"),
)
AMOUNT = r"(?P<n>\d[\d,.]*\d|\d)(?: (?P<s>million|billion|trillion))?"
MONEY = (
    (rf"{AMOUNT} won\b", "0.000725", "$"),
    (rf"{AMOUNT} won\b", "0.000667", "€"),
    (rf"{AMOUNT} won\b", "0.108", "¥"),
    (rf"{AMOUNT} yen\b", "0.0067", "$"),
    (rf"{AMOUNT} yuan\b", "0.14", "$"),
    (rf"{AMOUNT} rubles\b", "0.0103", "$"),
    (rf"{AMOUNT} euros\b", "1.08", "$"),
    (rf"€{AMOUNT}", "1.08", "$"),
    (rf"£{AMOUNT}", "1.27", "$"),
    (rf"£{AMOUNT}", "1.15", "€"),
    (rf"(?<![A-Z])\${AMOUNT}", "0.92", "€"),
    (rf"(?<![A-Z])\${AMOUNT}", "0.79", "£"),
)
"""Pattern, how many of the second there are to one of the first (any rate of the last years will do), and its name."""
FOLLOWED = re.compile(r"[\w,.]*\d| ?\(|-| (?:and|to|or) | ?(?:million|billion|trillion)|\)|[kmb]n?\b")
"""What a conversion does not go before."""
NEXT = re.compile(
    r"\b(?:that|same|next|previous|following|earlier|later) (?:day|week|month|year|morning|evening)|\bthe day\b"
    r"|\b(?:day|week|month|year)s? (?:before|after|later|earlier)",
    re.IGNORECASE,
)
"""What leans on the sentence before it."""


def hedge(text: str) -> Iterator[Edit]:
    """The hedge before a figure dropped."""
    for match in HEDGE.finditer(text):
        if match.start():
            yield match.span(), ""


def hangul_hedge(text: str) -> Iterator[Edit]:
    """The same in Korean."""
    for pattern in HANGUL:
        for match in re.finditer(pattern, text):
            yield match.span(), ""


def hedged(text: str, span: Span) -> Iterator[Edit]:
    """A hedge put before the figure at `span`, where it has none."""
    start = span[0] - (text[: span[0]].endswith(("$", "€", "£")))
    year = re.fullmatch(r"(?:1[89]|20)\d\d", text[slice(*span)])
    if start and text[start - 1] == " " and not year and not UNHEDGED.search(text[:start]):
        yield (start, start), "about "


def coarsened(text: str) -> Iterator[Edit]:
    """The day, the month or the part of the day dropped, the decade for the year."""
    for match in DATED.finditer(text):
        yield _of_month(match, text, f" {match['year']}")
    for match in UNDATED.finditer(text):
        yield _of_month(match, text, "")
        on = 3 if text[: match.start()].endswith("on ") else 0
        third = ("early", "mid", "late")[min(2, (int(match["day"]) - 1) // 10)]
        glue = "-" if third == "mid" else " "
        yield (
            (match.start() - on, match.end()),
            f"{'in ' if on else ''}{third}{glue}{MONTHS[number_of(match['month']) - 1]}",
        )
    for match in OF_YEAR.finditer(text):
        yield match.span(), f"in {match['year']}"
    for match in YEAR.finditer(text):
        yield match.span(), f"in the {match['decade']}0s"
    for match in PART.finditer(text):
        yield match.span(), match["day"]


def _of_month(match: re.Match[str], text: str, year: str) -> Edit:
    on = 3 if text[: match.start()].endswith("on ") else 0
    return (match.start() - on, match.end()), f"{'in ' if on else ''}{MONTHS[number_of(match['month']) - 1]}{year}"


def of_week(text: str) -> Iterator[Edit]:
    """This week for a weekday."""
    for match in WEEKDAY.finditer(text):
        yield match.span(), "this week"


def conversion(text: str) -> Iterator[Edit]:
    """The same in another unit or currency, in brackets behind it."""
    for pattern, rate, name in (*MEASURES, *MONEY):
        for match in re.finditer(pattern, text):
            if not FOLLOWED.match(text, match.end()):
                value = Fraction(match["n"].replace(",", "")) * Fraction(rate)
                if name in "$€£¥":
                    value *= SCALES.get(match["s"] or "", 1)
                    shown = name + _money(value)
                else:
                    shown = f"{_round(value)} {name}"
                yield (match.end(), match.end()), f" ({shown})"


def zoned(text: str) -> Iterator[Edit]:
    """A time of day in GMT behind it, as if it were that of Seoul."""
    for match in TIME.finditer(text):
        hour = int(match["hour"]) % 12 + (12 if match["half"] == "p" else 0)
        yield (match.end(), match.end()), f" ({(hour - 9) % 24:02}{match['minute'] or '00'} GMT)"


def bracketed(text: str, span: Span, day: date) -> Iterator[Edit]:
    """The date behind the weekday at `span`, or the weekday behind the date."""
    words = text[slice(*span)]
    if not text.startswith((" (", ","), span[1]) and words[-1:].isalnum():
        if re.fullmatch("|".join(WEEKDAYS), words):
            yield (span[1], span[1]), f" ({SHORT[day.month - 1]} {day.day})"
        elif re.fullmatch(rf"{MONTH} \d{{1,2}}", words):
            yield (span[1], span[1]), f" ({WEEKDAYS[day.weekday()]})"


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

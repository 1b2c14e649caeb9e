"""Values that both sides of a pair state, with their places: from the gold's list, else where that is plain to see.

Plain to see are figures (the same value once in the sentence and once in its counterpart, 만 and million read), N월 N일 and
"Nov. 6", months, and weekdays by name. Rounded, spelled-out and relative ones are left out of it, so that what is measured
on text without a list is the easier part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from align.evaluation.edits import Span
from align.evaluation.gold import Gold

MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DAYS = "월화수목금토일"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
DATES = ("date", "date_range", "datetime", "month", "month_range", "relative")
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
LITTLE, BIG = {"천": 1000, "백": 100, "십": 10}, {"만": 10**4, "억": 10**8, "조": 10**12}

EN_NUMBER = re.compile(
    r"(?<![\w.,/:$£€–-])(?:[$£€])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[ -](?P<scale>thousand|million|billion|trillion))?"
    r"(?P<unit>%|(?: [a-zA-Z]+){0,2})(?![\w/:–-]|[.,]\d)"
)
KO_NUMBER = re.compile(r"(?<![\d.,])(?:\d[\d,]*(?:\.\d+)?\s?[천백십]?\s?[만억조]?\s?)+(?![.,]?\d)")
KO_PART = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?([천백십]?)\s?([만억조]?)")
EN_DAY = re.compile(
    rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?![\d:]|,\d|\s?[-–]\s?\d)|(?<![\d–-])(?P<first>\d{{1,2}}) (?P<last>{MONTH})(?!\w)"
)
KO_DAY = re.compile(r"(?<!\d)(\d{1,2})월\s?(\d{1,2})일")
EN_MONTH = re.compile(rf"(?<=\b[iI]n )(?P<month>{MONTH})(?! \d{{1,2}}\b)|(?P<dated>{MONTH})(?= \d{{4}})")
KO_MONTH = re.compile(r"(?<!\d)(\d{1,2})월(?!\s?\d)")
EN_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
KO_WEEKDAY = re.compile(r"([월화수목금토일])요일")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value at its place on either side: line and span in the line."""

    kind: str
    source: tuple[int, Span]
    target: tuple[int, Span]
    value: str = ""
    """In gold's notation, where a list tells."""


def listed(folder: Path, gold: Gold) -> tuple[Fact, ...] | None:
    """The facts of values_pos.tsv; None where there is no such list. What stands twice in its line is left out."""
    file = folder / "values_pos.tsv"
    if not file.exists():
        return None
    found = []
    for row in file.read_text(encoding="utf-8").splitlines():
        source, target, kind, value, i, j = row.split("\t")
        here, there = _once(gold.source, int(i), source), _once(gold.target, int(j), target)
        if here and there:
            found.append(Fact(kind, here, there, value))
    return tuple(found)


def _once(lines: tuple[str, ...], line: int, words: str) -> tuple[int, Span] | None:
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}", lines[line])] if line < len(lines) else []
    return (line, found[0]) if len(found) == 1 else None


def plain(gold: Gold) -> Iterator[Fact]:
    """The facts that are plain to see in each bead."""
    for bead in gold.beads:
        here = [(i, gold.source[i]) for i in bead[0]]
        there = [(j, gold.target[j]) for j in bead[1]]
        for kind, korean, english_ in SIGNS:
            left, right = _found(*korean, here), _found(*english_, there)
            for value, places in left.items():
                others = right.get(value, [])
                if len(places) == len(others) == 1 and not (kind == "number" and _dated(gold, places[0])):
                    yield Fact(kind, places[0], others[0])


def _found(pattern: re.Pattern[str], value: Read, lines: list[tuple[int, str]]) -> dict[object, list[tuple[int, Span]]]:
    found: dict[object, list[tuple[int, Span]]] = {}
    for i, text in lines:
        for match in pattern.finditer(text):
            size = len(match[0].rstrip())
            found.setdefault(value(match), []).append((i, (match.start(), match.start() + size)))
    return found


def _dated(gold: Gold, place: tuple[int, Span]) -> bool:
    """Whether a figure of the source is a month, a day or a time of day."""
    line, (_, end) = place
    return gold.source[line][end : end + 2].strip().startswith(("월", "일", "시", "분", "회", "세", "위", "호"))


def month(name: str) -> int:
    """1 to 12."""
    return [m[:3] for m in MONTHS].index(name[:3]) + 1


def hangul_weekday(name: str) -> str:
    """월 for Monday."""
    return DAYS[WEEKDAYS.index(name)]


def english_day(match: re.Match[str]) -> tuple[int, int]:
    """Month and day of a match of EN_DAY."""
    return month(match["month"] or match["last"]), int(match["day"] or match["first"])


def english(match: re.Match[str]) -> Fraction:
    """The value of a match of EN_NUMBER."""
    return Fraction(match["number"].replace(",", "")) * SCALES.get(match["scale"] or "", 1)


def hangul(text: str) -> Fraction:
    """The value of figures with 천, 만, 억 and 조.

    >>> int(hangul("1억 2천만")), int(hangul("3천5백"))
    (120000000, 3500)
    """
    total = section = Fraction(0)
    for digits, little, big in KO_PART.findall(text):
        section += Fraction(digits.replace(",", "").rstrip(".")) * LITTLE.get(little, 1)
        if big:
            total, section = total + section * BIG[big], Fraction(0)
    return total + section


def figures(text: str) -> set[Fraction]:
    """The values of all figures of a text in Hangul."""
    return {hangul(match[0]) for match in KO_NUMBER.finditer(text)}


Read = Callable[[re.Match[str]], object]
SIGNS: tuple[tuple[str, tuple[re.Pattern[str], Read], tuple[re.Pattern[str], Read]], ...] = (
    ("date", (KO_DAY, lambda m: (int(m[1]), int(m[2]))), (EN_DAY, english_day)),
    ("month", (KO_MONTH, lambda m: int(m[1])), (EN_MONTH, lambda m: month(m["month"] or m["dated"]))),
    ("weekday", (KO_WEEKDAY, lambda m: DAYS.index(m[1])), (EN_WEEKDAY, lambda m: WEEKDAYS.index(m[1]))),
    ("number", (KO_NUMBER, lambda m: hangul(m[0])), (EN_NUMBER, english)),
)
"""Kind of fact, and how either language writes it."""

"""Numbers in figures as a locale writes them: 42 000, 1.234,56, 1,5 Mio., १२,३४,५६७.

What a number says has a value where the locale leaves one reading; else it has the keys of all, and no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from align.lang.base.keys import number_keys
from align.lang.base.notation import APOSTROPHES, NUKTA, POINTS, SPACES, Notation, notation
from align.model import Mention
from align.values import Quantity
from align.values.amounts import LONGEST, between, grain, quantity

OPEN = "open number"
"""Kind of a mention that has keys to align by, and nothing that could be checked."""
MARK = r"[\w\u0300-\u036f\u064b-\u0652\u0900-\u0963\u0966-\u0fff]"
"""What a word is made of, with the vowel signs that no letter pattern has."""
FIGURE = re.compile(
    r"(?<![\w.,\u066b\u066c])(?:\d{1,3}(?: \d{3})+(?:[.,\u066b]\d+)?(?![\d.,]\d)(?!\d)"
    r"|\d+(?:[.,\u066b\u066c\u00a0\u202f\u2009'\u2019]\d+)*)"
)
PERCENT = re.compile(r"[\s\u00a0\u202f]?[%\u066a]")
SQUARED = re.compile(r"\s?[kcm]?m[23](?!\w)")
"""A unit with a figure in it, which is no number: 12 km2."""
RANGE = re.compile(r"\s?[\u2013\u2014-]\s?")
SIGN = re.compile(r"(?:^|[\s(\[])[-\u2212]$")
GAP = re.compile(r"[ \u00a0\u202f\u2009-]?")


def numbers(text: str, lang: str) -> Iterator[Mention]:
    """The numbers of `text`, left to right; two with a dash between them are one range, or a score.

    >>> [str(m.value.point) for m in numbers("1,5 Mio. Euro, 42.000", "de")]
    ['1500000', '42000']
    """
    marks = notation(lang)
    found = list(FIGURE.finditer(text))
    k = 0
    while k < len(found):
        first = found[k]
        k += 1
        if k < len(found) and RANGE.fullmatch(text, first.end(), found[k].start()):
            second = found[k]
            if third := k + 1 < len(found) and RANGE.fullmatch(text, second.end(), found[k + 1].start()):
                k += 2  # 2024-11-06 or 3-1-2: no number
                while third and k < len(found) and RANGE.fullmatch(text, found[k - 1].end(), found[k].start()):
                    k += 1
                continue
            k += 1
            yield _range(text, first, second, marks, lang)
            continue
        if _part(text, first):
            continue
        mention, end = _one(text, first, marks, lang)
        while k < len(found) and found[k].start() < end:  # 5 lakh 30 thousand
            k += 1
        if mention:
            yield mention


def _part(text: str, figure: re.Match[str]) -> bool:
    """Whether a figure is a part of what is no number: 6/11, 17:30."""
    before, behind = text[max(0, figure.start() - 2) : figure.start()], text[figure.end() : figure.end() + 2]
    return bool(re.fullmatch(r"\d[/:]", before) or re.match(r"[/:]\d", behind))


def _range(text: str, first: re.Match[str], second: re.Match[str], marks: Notation, lang: str) -> Mention:
    power, end, unknown = _power(text, second.end(), marks, lang)
    low, high = readings(first[0], marks), readings(second[0], marks)
    scale = Fraction(10) ** power
    keys = _keys([value * scale for value in (*low, *high)])
    percent = PERCENT.match(text, end)
    known = None
    if len(low) == len(high) == 1 and not unknown:
        role = "range" if low[0] < high[0] else "score"
        known = between(low[0] * scale, high[0] * scale, unit="%" if percent else "", role=role)
    stop = percent.end() if percent else end
    return Mention("number" if known else OPEN, first.start(), stop, text[first.start() : stop], keys, known)


def _one(text: str, figure: re.Match[str], marks: Notation, lang: str) -> tuple[Mention | None, int]:
    """The number of a figure with what scales it; and where it ends."""
    values = readings(figure[0], marks) if len(figure[0]) <= LONGEST else ()
    others = (
        [value for value in readings(figure[0], Notation()) if value not in values] if len(figure[0]) <= LONGEST else []
    )
    if not values:
        spot = Mention(OPEN, figure.start(), figure.end(), figure[0], _keys(others)) if others else None
        return spot, figure.end()
    power, end, unknown = _power(text, figure.end(), marks, lang)
    scale = Fraction(10) ** power
    values = tuple(value * scale for value in values)
    step = grain(values[0])
    if power:
        values, step, end, unknown = _summed(text, values, step, (end, power, unknown), marks, lang)
    percent = PERCENT.match(text, end)
    squared = SQUARED.match(text, end)
    stop = percent.end() if percent else squared.end() if squared else end
    unknown = unknown or bool(_before(lang).search(text, max(0, figure.start() - LONGEST), figure.start()))
    sure = len(values) == 1 and not unknown and not SIGN.search(text[max(0, figure.start() - 2) : figure.start()])
    known: Quantity | None = quantity(values[0], step, unit="%" if percent else "") if sure else None
    keys = _keys([*values, *(value * scale for value in others)])
    kind = "number" if known else OPEN
    return Mention(kind, figure.start(), stop, text[figure.start() : stop], keys, known), stop


def _summed(
    text: str,
    values: tuple[Fraction, ...],
    step: Fraction,
    told: tuple[int, int, bool],
    marks: Notation,
    lang: str,
) -> tuple[tuple[Fraction, ...], Fraction, int, bool]:
    """The number with smaller ones right behind it: 5 lakh 30 thousand. Values, step, end, and whether something is not known."""
    end, power, unknown = told
    while (gap := GAP.match(text, end)) and (more := FIGURE.match(text, gap.end())) and gap[0]:
        added = readings(more[0], marks)
        smaller, stop, odd = _power(text, more.end(), marks, lang)
        if len(added) != 1 or smaller >= power or added[0] * 10**smaller >= 10**power:
            break
        values = tuple(value + added[0] * Fraction(10) ** smaller for value in values)
        step, end, power, unknown = grain(added[0] * Fraction(10) ** smaller), stop, smaller, unknown or odd
        if not smaller:
            break
    return values, step, end, unknown


def _power(text: str, start: int, marks: Notation, lang: str) -> tuple[int, int, bool]:
    """The power of ten of the words behind a figure, where they end, and whether one of them may be one that is not known."""
    power, unknown = 0, False
    pattern = _words(lang)
    while match := pattern.match(text, start):
        word = match["word"].lower().replace(NUKTA, "")
        power, start = power + dict(_bare(marks))[word], match.end()
        if text[start : start + 1] == "." and match["stop"]:
            start += 1
    if pattern.pattern and (odd := _begun(lang).match(text, start)) and odd.end() > start:
        unknown = True  # a word that begins like one: millionths
    return power, start, unknown


@lru_cache(maxsize=32)
def _bare(marks: Notation) -> tuple[tuple[str, int], ...]:
    return tuple((word.replace(NUKTA, ""), power) for word, power in marks.scales)


@lru_cache(maxsize=32)
def _words(lang: str) -> re.Pattern[str]:
    """A word for a large number, behind a space or not."""
    words = "|".join(_loose(word) for word, _ in notation(lang).scales) or "(?!)"
    return re.compile(
        rf"[{SPACES}]?(?P<word>{words})(?!{MARK})(?P<stop>\.(?=\s+[^\W\d_A-Z]|\s+\d|[,;)]))?", re.IGNORECASE
    )


@lru_cache(maxsize=32)
def _begun(lang: str) -> re.Pattern[str]:
    words = "|".join(_loose(word) for word, _ in notation(lang).scales if len(word) > 3) or "(?!)"
    return re.compile(rf"[{SPACES}-]?(?:{words})", re.IGNORECASE)


@lru_cache(maxsize=32)
def _before(lang: str) -> re.Pattern[str]:
    """A word for a large number that ends where a figure begins: in some languages it scales what is behind it."""
    words = "|".join(_loose(word) for word, _ in notation(lang).scales) or "(?!)"
    return re.compile(rf"(?<!{MARK})(?:{words})[{SPACES}]$", re.IGNORECASE)


def _loose(word: str) -> str:
    """A word with its dots below or without."""
    return "".join(
        f"{re.escape(c)}{NUKTA}?" if "\u0915" <= c <= "\u0939" else re.escape(c) for c in word.replace(NUKTA, "")
    )


def readings(digits: str, marks: Notation) -> tuple[Fraction, ...]:
    """The numbers that a figure may be in a locale, the likeliest first; () for what is none.

    >>> [[str(value) for value in readings("1.234", notation(lang))] for lang in ("de", "hi", "es")]
    [['1234'], ['617/500'], ['1234', '617/500']]
    """
    digits = "".join(str(int(c)) if c.isdecimal() else c for c in digits)
    plain = digits.translate({ord(mark): other for mark, other in POINTS.items()})
    parts = re.split(r"\D", plain)
    between = [c for c in plain if not c.isdecimal()]
    kinds = list(dict.fromkeys(_kind(c) for c in between))
    if not between:
        return (Fraction(int(plain)),)
    *head, last = parts
    if len(kinds) == 2:
        fits = between.count(between[-1]) == 1 and kinds[1] in (".", ",") and kinds[0] != kinds[1]
        return (_decimal("".join(head), last),) if fits and grouped(head) else ()
    if len(kinds) > 2:
        return ()
    if len(between) > 1:
        return (Fraction(int("".join(parts))),) if grouped(parts) else ()
    kind = kinds[0]
    if "\u066b" in digits:
        return (_decimal(parts[0], last),)
    if "\u066c" in digits:
        return (Fraction(int("".join(parts))),) if grouped(parts) else ()
    if kind in (" ", "'"):
        known = kind == "'" or marks.group == " " or " " not in digits
        return (Fraction(int("".join(parts))),) if grouped(parts) and known else ()
    if not grouped(parts) or parts[0] == "0":
        usual = marks.decimal in ("", kind) or marks.two
        return (_decimal(parts[0], last),) if usual else ()
    whole = Fraction(int("".join(parts)))
    if marks.two:
        return (whole,) if last.endswith("0") else (whole, _decimal(parts[0], last))
    if marks.group == kind:
        return (whole,)
    if marks.decimal == kind:
        return (_decimal(parts[0], last),)
    return (whole, _decimal(parts[0], last))


def grouped(parts: list[str]) -> bool:
    """Whether digits are grouped by threes, or by twos before the last three: 12,34,567."""
    first, *rest = parts
    threes = 0 < len(first) <= 3 and all(len(part) == 3 for part in rest)
    twos = 0 < len(first) <= 2 and len(rest) > 1 and len(rest[-1]) == 3 and all(len(part) == 2 for part in rest[:-1])
    return threes or twos


def _kind(mark: str) -> str:
    return " " if mark in SPACES else "'" if mark in APOSTROPHES else mark


def _decimal(digits: str, decimals: str) -> Fraction:
    return Fraction(f"{int(digits or '0')}.{''.join(str(int(c)) for c in decimals)}")


def _keys(values: tuple[Fraction, ...] | list[Fraction]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for value in values for key in number_keys(value)))

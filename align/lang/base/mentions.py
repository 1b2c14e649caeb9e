"""What can be read in any language: digits, addresses, codes, words with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from align.lang.base import codes
from align.lang.base.dates import dates
from align.lang.base.keys import FULL_WIDTH, addresses, number_keys
from align.lang.base.notation import notation
from align.lang.base.numbers import numbers
from align.model import Mention
from align.values import Clock
from align.values.amounts import LONGEST, grain, quantity

DIGITS = re.compile(r"(?<![\w.,])\d+(?:[.,\u00a0\u202f'’]\d+)*")
GROUPED = re.compile(r"\d{1,3}(?P<mark>[.,\u00a0\u202f'’])\d{3}(?:(?P=mark)\d{3})*")
PERCENT = re.compile(r"[\s\u00a0\u202f]?%")
UNSPACED = r"\u1100-\u11ff\u3040-\u318f\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d"
"""Letters that stand beside words of other scripts without a space."""
LATIN = re.compile(rf"[^\W\d_a-z{UNSPACED}][^\W_{UNSPACED}]+(?:[-'’][^\W_{UNSPACED}]+)*")


CLOCK = re.compile(r"(?<![\d:.,/])([01]?\d|2[0-3])(?::|\s?(?:h|giờ|Uhr|ч)\s?)([0-5]\d)(?![\d:])")
"""17:30, 17h30, 17 giờ 30."""


def mentions(text: str, published: date | None = None, lang: str = "") -> tuple[Mention, ...]:
    """The mentions of `text` by kind, then left to right. Where 1.234 may be 1234 or 1.234 it has the keys of both and no value.

    With a language tag also dates and times, and numbers as its locale writes them.
    """
    latin = (Mention("latin", m.start(), m.end(), m[0], (f"l:{m[0].lower()}",)) for m in LATIN.finditer(text))
    if not lang or not notation(lang).named:
        return (*_numbers(text), *addresses(text), *codes.found(text), *latin)
    values = _values_in(text, published, lang)
    days = [mention for mention in values if mention.kind == "date"]  # 06.11.2024 is no version
    kept = (code for code in codes.found(text) if not any(d.start < code.end and code.start < d.end for d in days))
    return (*values, *addresses(text), *kept, *latin)


def _values_in(text: str, published: date | None, lang: str) -> list[Mention]:
    """Dates, times and numbers as a locale writes them, left to right."""
    if not any(map(str.isdecimal, text)):
        return list(dates(text, published, lang))
    plain = text.translate(FULL_WIDTH)
    found = list(dates(plain, published, lang))
    for match in CLOCK.finditer(plain):
        hour, minute = map(int, match.groups())
        minutes = (60 * hour + minute, 60 * (hour + 12) + minute)[: 1 + (0 < hour < 12 and match[1][0] != "0")]
        found.append(Mention("time", match.start(), match.end(), match[0], (), Clock(minutes)))
    taken = bytearray(len(text))
    for mention in found:
        taken[mention.start : mention.end] = b"1" * (mention.end - mention.start)
    found += (number for number in numbers(plain, lang) if not any(taken[number.start : number.end]))
    ordered = sorted(found, key=lambda mention: mention.start)
    return ordered if plain == text else [replace(m, text=text[m.start : m.end]) for m in ordered]


def _numbers(text: str) -> Iterator[Mention]:
    plain = text.translate(FULL_WIDTH)
    for match in DIGITS.finditer(plain):
        values = tuple(dict.fromkeys(_values(match[0]))) if len(match[0]) <= LONGEST else ()
        if not values:
            continue
        percent = PERCENT.match(plain, match.end())
        end = percent.end() if percent else match.end()
        keys = tuple(dict.fromkeys(key for value in values for key in number_keys(value)))
        known = quantity(values[0], grain(values[0]), unit="%" if percent else "") if _is_sure(match[0]) else None
        yield Mention("number", match.start(), end, text[match.start() : end], keys, known)


def _is_sure(digits: str) -> bool:
    """Whether only the first of its values can be meant: 1.234 is in doubt, 1.234.567 is not, and no space is a decimal mark."""
    grouped = GROUPED.fullmatch(digits)
    return grouped is None or grouped["mark"] not in ".," or len(digits) > 7


def _values(digits: str) -> Iterator[Fraction]:
    if GROUPED.fullmatch(digits):
        yield Fraction(re.sub(r"\D", "", digits))
    parts = re.split(r"\D", digits)
    if len(parts) == 1:
        yield Fraction(digits)
    elif all(len(part) == 3 for part in parts[1:-1]):
        yield Fraction("".join(parts[:-1]) + "." + parts[-1])

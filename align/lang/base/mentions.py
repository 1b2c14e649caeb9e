"""What can be read in any language: digits, addresses, codes, words with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from align.lang.base import codes
from align.lang.base.keys import FULL_WIDTH, addresses, number_keys
from align.model import Mention
from align.values.amounts import LONGEST, grain, quantity

DIGITS = re.compile(r"(?<![\w.,])\d+(?:[.,\u00a0\u202f'’]\d+)*")
GROUPED = re.compile(r"\d{1,3}(?P<mark>[.,\u00a0\u202f'’])\d{3}(?:(?P=mark)\d{3})*")
PERCENT = re.compile(r"[\s\u00a0\u202f]?%")
UNSPACED = r"\u1100-\u11ff\u3040-\u318f\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d"
"""Letters that stand beside words of other scripts without a space."""
LATIN = re.compile(rf"[^\W\d_a-z{UNSPACED}][^\W_{UNSPACED}]+(?:[-'’][^\W_{UNSPACED}]+)*")


def mentions(text: str, published: date | None = None) -> tuple[Mention, ...]:
    """The mentions of `text` by kind, then left to right. Where 1.234 may be 1234 or 1.234 it has the keys of both and no value."""
    latin = (Mention("latin", m.start(), m.end(), m[0], (f"l:{m[0].lower()}",)) for m in LATIN.finditer(text))
    return (*_numbers(text), *addresses(text), *codes.found(text), *latin)


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

"""How a locale writes numbers: its marks and its words for large ones, as CLDR has them (babel).

Where the region of a language is not told and regions differ, both ways are open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from align.tags import parse

SPACES = " \u00a0\u202f\u2009"
APOSTROPHES = "'\u2019"
POINTS = {"\u066b": ".", "\u066c": ","}
"""Arabic marks; with Arabic digits, and with others as the marks that they are."""
TWO_WAYS = frozenset(("es", "ar"))
"""Languages in which half of the countries write 1.234,5 and half 1,234.5."""
NUKTA = "\u093c"
"""A dot that is often left out in Hindi."""
SHORT = 3
"""Letters from which an abbreviation is a word for a large number: M may be meters."""
MORE = {
    "vi": {"ngàn": 3, "tỉ": 9},
    "tr": {"milyar": 9, "trilyon": 12},
    "fr": {"milliers": 3, "millier": 3},
    "de": {"tsd": 3, "tausend": 3},
    "ar": {"آلاف": 3, "ألفا": 3, "مليونا": 6, "مليارا": 9, "مليارات": 9, "ملايين": 6},
    "es": {"miles": 3},
    "pt": {"mi": 6, "bi": 9, "tri": 12},
    "id": {"rb": 3, "jt": 6},
    "pl": {"tysięcy": 3, "mld": 9, "mln": 6, "bln": 12},
    "it": {"mln": 6, "mld": 9},
}
"""Powers of ten of words that CLDR does not have, or has in another form."""


@dataclass(frozen=True, slots=True)
class Notation:
    """The marks and words of a locale."""

    decimal: str = ""
    """"." or ","; "" where nothing is known."""
    group: str = ""
    """The same, " " for any space, or an apostrophe."""
    two: bool = False
    """Whether the marks may as well be the other way round."""
    scales: tuple[tuple[str, int], ...] = ()
    """Words for large numbers, in small letters, with their powers of ten; the longest first."""
    day_first: bool = True
    """Whether 6/11 is the sixth of November."""
    named: bool = True
    """Whether months have names: where they have numbers, characters without spaces around them say what a figure is."""


@lru_cache(maxsize=32)
def notation(lang: str) -> Notation:
    """Of a language tag; one that says nothing where CLDR does not know it."""
    locale = locale_of(lang)
    tag = parse(lang)
    if locale is None or tag is None:
        return Notation()
    symbols = locale.number_symbols["latn"]
    group = symbols["group"]
    short = locale.date_formats["short"].pattern
    return Notation(
        symbols["decimal"],
        " " if group in SPACES else "'" if group in APOSTROPHES else group,
        tag.language in TWO_WAYS and not tag.region,
        tuple(sorted(_scales(locale, tag.language).items(), key=lambda pair: (-len(pair[0]), pair[0]))),
        short.index("d") < short.index("M") if "d" in short and "M" in short else True,
        not locale.months["format"]["wide"][1][:1].isdigit(),
    )


@lru_cache(maxsize=32)
def locale_of(lang: str) -> Any:
    """CLDR's locale of a tag, else of its language; None where it has neither."""
    from babel import Locale, UnknownLocaleError  # slow to load: on use

    tag = parse(lang)
    for name in (lang, tag.language) if tag else ():
        try:
            return Locale.parse(name.replace("_", "-"), sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return None


def _scales(locale: Any, language: str) -> dict[str, int]:
    """The words by which CLDR shortens large numbers, without their full stops."""
    found: dict[str, int] = {}
    for width, least in (("long", 2), ("short", SHORT)):
        for plural in locale.compact_decimal_formats.get(width, {}).values():
            for size, pattern in plural.items():
                for word, power in _scale(int(size), pattern.pattern):
                    if len(word) >= least:
                        found.setdefault(word, power)
    return found | MORE.get(language, {})


def _scale(size: int, pattern: str) -> Iterator[tuple[str, int]]:
    """The word of one pattern, 000 Millionen for 10**8."""
    pattern = pattern.split(";")[0]  # what is behind it is of negative numbers
    zeros = pattern.count("0")
    word = re.sub(r"[0\s\u00a0\u200f\u200e']", " ", pattern).strip().strip(".")
    if zeros and word and not re.search(r"[\d¤]", word):
        yield normalize("NFC", " ".join(word.split()).lower()), len(str(size)) - zeros

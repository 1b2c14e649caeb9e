"""Numbers in English text: 1,500, $1.5 billion, twenty-three, two-thirds, the 21st, a dozen, half, twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from align.lang.values import FULL_WIDTH, number_keys
from align.model import Mention

ONES = dict(zip(
    (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split(), range(1, 20), strict=True))  # fmt: skip
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
ORDINALS = dict(zip(
    (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split(), range(1, 13), strict=True))  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "mln": 10**6, "bln": 10**9,
    "tln": 10**12, "bn": 10**9, "tn": 10**12, "m": 10**6, "k": 1000,
}  # fmt: skip
OTHERS = {
    "half": Fraction(1, 2), "twice": Fraction(2), "double": Fraction(2), "doubled": Fraction(2), "doubling": Fraction(2),
    "triple": Fraction(3), "tripled": Fraction(3), "thrice": Fraction(3), "dozen": Fraction(12), "quarter": Fraction(1, 4),
    "once": Fraction(1), "both": Fraction(2), "decade": Fraction(10), "fortnight": Fraction(14),
}  # fmt: skip
FRACTIONS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4} | {
    name + plural: n
    for plural in ("", "s")
    for name, n in zip(
        "fourth fifth sixth seventh eighth ninth tenth twentieth hundredth".split(),
        (4, 5, 6, 7, 8, 9, 10, 20, 100),
        strict=True,
    )
}
WORDS = "|".join([*TENS, *sorted(ONES, key=len, reverse=True)])
SCALE = "hundred|thousand|million|billion|trillion|mln|bln|tln"
NUMERAL = re.compile(
    rf"(?<![\w.-])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:(?:[\s-]?(?P<scale>{SCALE}))\b|(?P<letter>bn|tn|m|k)\b|(?P<suffix>st|nd|rd|th)\b)?(?![\d])"
    rf"|\b(?P<above>{WORDS})[\s-](?P<below>{'|'.join(FRACTIONS)})\b"
    rf"|\b(?P<words>(?:{WORDS})(?:[\s-](?:{WORDS}))?)(?:[\s-](?P<times>{SCALE}))?(?:[\s-](?P<more>thousand|million|billion))?\b"
    rf"|\b(?P<ordinal>{'|'.join(ORDINALS)})\b|\b(?P<other>{'|'.join(OTHERS)})\b",
    re.IGNORECASE,
)


def numbers(text: str) -> Iterator[Mention]:
    """The numbers of `text`, left to right.

    >>> [(m.text, m.keys[0]) for m in numbers("$1.5 billion, twenty-three men, two-thirds, 23-article")]
    [('1.5 billion', 'n:1500000000'), ('twenty-three', 'n:23'), ('two-thirds', 'n:0.6666666667'), ('23', 'n:23')]
    """
    for match in NUMERAL.finditer(text.translate(FULL_WIDTH)):
        yield Mention(
            "number", match.start(), match.end(), text[match.start() : match.end()], number_keys(_value(match))
        )


def _value(match: re.Match[str]) -> Fraction:
    if match["digits"]:
        scale = (match["scale"] or match["letter"] or "").lower()
        return Fraction(match["digits"].replace(",", "")) * SCALES.get(scale, 1)
    if match["above"]:
        return Fraction(_words(match["above"]), FRACTIONS[match["below"].lower()])
    if match["words"]:
        value = _words(match["words"])
        for name in ("times", "more"):
            value *= SCALES.get((match[name] or "").lower(), 1)
        return Fraction(value)
    if match["ordinal"]:
        return Fraction(ORDINALS[match["ordinal"].lower()])
    return OTHERS[match["other"].lower()]


def _words(text: str) -> int:
    return sum(TENS.get(word) or ONES.get(word, 0) for word in re.split(r"[\s-]", text.lower()))

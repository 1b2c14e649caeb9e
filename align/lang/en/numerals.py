"""English numerals, found and read: 1.5 billion, twenty-three, one hundred and five, two-thirds, 10 1/2, dozens, the 21st, twice."""

from __future__ import annotations

import re
from fractions import Fraction

from align.values.amounts import GLYPHS, grain, written

ONES = dict(zip(
    (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split(), range(1, 20), strict=True))  # fmt: skip
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
ORDINALS = dict(zip(
    (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
).split(), (*range(1, 20), *range(20, 110, 10)), strict=True))  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "mln": 10**6, "bln": 10**9,
    "tln": 10**12, "quadrillion": 10**15, "bn": 10**9, "tn": 10**12, "trn": 10**12, "mn": 10**6, "b": 10**9, "m": 10**6,
    "k": 1000, "dozen": 12,
}  # fmt: skip
TIMES = {
    "half": Fraction(1, 2), "halved": Fraction(1, 2), "halve": Fraction(1, 2), "halving": Fraction(1, 2), "twice": Fraction(2),
    "double": Fraction(2),
    "doubled": Fraction(2), "doubling": Fraction(2), "doubles": Fraction(2), "twofold": Fraction(2), "triple": Fraction(3),
    "tripled": Fraction(3),
    "tripling": Fraction(3), "thrice": Fraction(3), "threefold": Fraction(3), "quadruple": Fraction(4), "quadrupled": Fraction(4),
    "fourfold": Fraction(4), "fivefold": Fraction(5), "sixfold": Fraction(6), "sevenfold": Fraction(7), "eightfold": Fraction(8),
    "ninefold": Fraction(9), "tenfold": Fraction(10),
}  # fmt: skip
SPANS = {
    "decade": ("year", 10), "fortnight": ("week", 2), "centennial": ("year", 100), "centenary": ("year", 100),
    "bicentennial": ("year", 200),
}  # fmt: skip
"""Words that are a time by themselves."""
PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4} | {
    name + plural: n
    for plural in ("", "s")
    for name, n in ORDINALS.items()
    if n > 3
}  # fmt: skip
LIVES = {TEN[:-1] + "ies": value for TEN, value in TENS.items()}
"""The decades of a life: in their thirties."""
MANY = {
    "tens": 10, "dozens": 10, "scores": 20, "decades": 10, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12,
}  # fmt: skip
DIGITS = r"\d{1,3}(?:(?:,| , )\d{3})+(?:(?:\.| \. )\d+)?|\d+(?:(?:\.| \. )\d+)?"
"""Figures; tokenised text has spaces about the marks: 1 . 6, 80 , 000."""
SCALE = "hundred|thousand|million|billion|trillion|quadrillion|mln|bln|tln"
LETTERS = "trn|bn|tn|mn|b|m|k"
"""Scales that are written on to the figure; b and m are metres and the like where no money stands before them."""


def _any(words: object) -> str:
    return "|".join(sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_NINE = _any(word for word, n in ONES.items() if n < 10)
_BASE = rf"(?:(?:{_any(TENS)})(?:-(?:{_NINE})\b|\s(?:{_NINE})\b(?!-))?|(?:{_any(ONES)}))\b"
_RUN = rf"(?:{_BASE}|an?(?=[\s-](?:{SCALE})\b))(?:[\s-](?:{SCALE})\b(?:(?:\sand)?\s{_BASE}(?!-))?)*"
NUMERAL = re.compile(
    rf"(?<![\w.-])(?P<chain>\d+)(?=(?:-\d+){{2}}|/\d+/\d)(?:[-/]\d+)+"
    rf"|(?<![\w.-])(?P<one>{DIGITS})-(?P<other>{DIGITS})(?!\d|-\d)(?P<pair>\s(?:{SCALE})\b|(?:trn|bn|tn|mn|k)\b)?"
    rf"|(?:(?<![\w.])(?<!\w-)|(?<=\bw)(?=\d\d\d|\d\d?,\d\d\d|\d[\d.,]*(?:(?:{LETTERS})\b|[\s-]?(?:{SCALE})\b)))(?P<digits>{DIGITS})(?!\d)"
    rf"(?:\s(?P<over>\d)/(?P<under>\d{{1,2}})(?![\d/])|/(?P<slash>[2-9]|10)(?![\d/.])|\s?(?P<glyph>[{''.join(GLYPHS)}]))?"
    rf"(?:(?:[\s-]?(?P<scale>{SCALE}|dozen))\b|(?P<letter>{LETTERS})\b|(?P<suffix>st|nd|rd|th)\b)?"
    rf"|(?P<sign>[{''.join(GLYPHS)}])|(?<=[\s(]\.)(?P<average>\d{{3}})(?![\w%]|[.,]\d)"
    r"|\b(?:"
    rf"(?P<tenths>{_any(TENS)})-(?P<nth>{_any(w for w, n in ORDINALS.items() if n < 10)})\b"
    rf"|(?P<above>an?|{_any((*TENS, *ONES))})[\s-](?P<below>{_any(w for w in PARTS if w != 'half')})\b"
    rf"|(?P<words>{_RUN})(?:\sand\s(?P<share>an?|one|two|three)[\s-](?P<plus>half|quarter|third)s?)?(?:[\s-](?P<times>{SCALE}|dozen))?\b"
    r"|half[\s-](?:an?[\s-])?(?P<halfof>million|billion|trillion|dozen|century|year|decade|hour|day|month)\b"
    rf"|(?:a\s)?(?P<dozen>dozen)\b|(?P<many>{_any(MANY)})\sof(?:\s(?P<much>hundreds|thousands|millions|billions)\b(?:\sof\b)?|\b)"
    r"|(?P<dozens>dozens|hundreds|thousands|millions|billions|decades)\b"
    r"|an?\s(?P<span>year|month|week|day|hour|minute|decade|century|fortnight)\b"
    rf"|(?P<ordinal>{_any(w for w in ORDINALS if w != 'hundredth')})\b|(?P<fold>{_any(TIMES)})\b|(?P<long>{_any(SPANS)})\b"
    rf"|(?<=\bin\shis\s)(?P<his>{_any(LIVES)})\b|(?<=\bin\sher\s)(?P<her>{_any(LIVES)})\b|(?<=\bin\stheir\s)(?P<life>{_any(LIVES)})\b"
    r"|(?P<word>once|both|quarter)\b|(?P<couple>couple)(?=\sof\s)"
    r")"
)
_STEMS = {
    word[:3] for word in (*ONES, *TENS, *ORDINALS, *TIMES, *SPANS, *MANY, "dozen", "once", "both", "quarter", "couple")} | {"a ",
    "an ", "a-",
}  # fmt: skip
"""What a numeral in words may begin with."""
CANDIDATE = re.compile(
    f"[0-9w{''.join(GLYPHS)}{''.join(sorted({stem[0] for stem in _STEMS}))}]" + r"(?<!\w.)(?:(?<=\d)|(?<=w)(?=\d)"
    + f"|(?<=[{''.join(GLYPHS)}])" + "".join(
        f"|(?<={letter})(?:{'|'.join(sorted(stem[1:] for stem in _STEMS if stem[0] == letter))})"
        for letter in sorted({stem[0] for stem in _STEMS})
    ) + ")"
)  # fmt: skip
"""Where a numeral may begin: a search that begins with a set of letters is the fastest there is."""


def words(text: str) -> tuple[Fraction, Fraction]:
    """The value of a numeral in words and what its last digit counts.

    >>> words("one hundred and five")
    (Fraction(105, 1), Fraction(1, 1))
    """
    total = group = 0
    for word in re.split(r"[\s-]+", text.lower()):
        if word in ("a", "an"):
            group = 1
        elif word in SCALES and SCALES[word] > 100:
            total, group = total + (group or 1) * SCALES[word], 0
        elif word in SCALES:
            group *= SCALES[word]
        else:
            group += TENS.get(word) or ONES.get(word, 0)
    value = Fraction(total + group)
    return value, grain(value) if value >= 100 else Fraction(1)


def digits(match: re.Match[str]) -> tuple[Fraction, Fraction]:
    """The value of a numeral in digits and what its last digit counts; a fraction behind it counts by what divides it."""
    value, step = Fraction(match["digits"].replace(",", "").replace(" ", "")), written(match["digits"])
    if match["under"] and int(match["under"]):
        value, step = value + Fraction(int(match["over"]), int(match["under"])), Fraction(1, int(match["under"]))
    elif match["glyph"]:
        value, step = value + GLYPHS[match["glyph"]], Fraction(1, 4)
    scale = SCALES.get((match["scale"] or match["letter"] or "").lower(), 1)
    return value * scale, step * scale

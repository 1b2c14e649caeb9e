"""Slips to plant in Korean, and what is plain to see in it: 1만2000, N월 N일, N월, 금요일."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import partial

from align.lang.base.slips import Seen, Slip, Slips, Span, days, dropped, months, other_weekdays
from align.lang.base.slips import digit as any_digit
from align.lang.ko import clause_slips, name_slips, polarity_slips, time_slips
from align.lang.ko.spellings import family, respelled, syllable

WEEKDAYS = "월화수목금토일"
LITTLE, BIG = {"천": 1000, "백": 100, "십": 10}, {"만": 10**4, "억": 10**8, "조": 10**12}
NUMBER = re.compile(r"(?<![\d.,])(?:\d[\d,]*(?:\.\d+)?\s?[천백십]?\s?[만억조]?\s?)+(?![.,]?\d)")
PART = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?([천백십]?)\s?([만억조]?)")
DATE = re.compile(r"(?<!\d)(\d{1,2})월\s?(\d{1,2})일")
MONTH = re.compile(r"(?<!\d)(\d{1,2})월(?!\s?\d)")
WEEKDAY = re.compile(rf"([{WEEKDAYS}])요일")
OF_SOMETHING = ("월", "일", "시", "분", "회", "세", "위", "호")
"""What follows the figure of a month, a day, a time of day or a rank."""
DATED = re.compile(r"\d|[년월일날달해주]|오늘|어제|그제|내일|모레")
"""What a date has; 지난 총선 tells none."""
DAY = re.compile(r"(?<![\d~∼-])(\d{1,2})일(?![~∼간째-]|부터)")
NAMED_MONTH = re.compile(r"(?<![\d~∼-])(\d{1,2})월(?![~∼-])")
LATE = re.compile(r"(?:29|3[01])일")
NO_YEAR = re.compile("(?!년)[가-힣]")
AMOUNT = re.compile(
    r"(?<![\d.,천백십만억조])(?<![천백십만억조] )(?P<number>\d[\d,]*(?:\.\d+)?)(?P<little>[천백십]?)(?P<scale>[만억조])?"
    r"(?!\s?[\d천백십만억조])"
)
"""A number with one scale at most."""
BEHIND = r"(?=[은는이가을를의에로와과도만 ,.)]|으로|$)"
"""What follows a unit that is no part of a longer word."""
UNITS = tuple(
    (re.compile(rf"(?<=[\d천백십만억조]){old}{BEHIND}"), new)
    for old, new in (
        (" ?원", " 달러"), (" ?달러", "원"), (" ?유로", " 달러"), (" ?(?:엔|위안|루블)", "원"), ("%", "%포인트"),
        ("(?:%포인트|%p)", "%"), (" ?(?:㎞|km|킬로미터)", "m"), (" ?(?:m|미터)", "km"), (" ?(?:㎏|kg|킬로그램)", "t"),
        (" ?(?:t|톤)", "kg"), (" ?(?:㏊|ha|헥타르)", "㎢"), ("개월", "주"), ("시간", "분"), ("분(?!의)", "시간"), ("주", "개월"),
    )
)  # fmt: skip
HEDGES = tuple(
    map(
        re.compile,
        (r"(?<![가-힣])약 ?(?=\d)", r"(?<=\d)여(?= ?[가-힣])", r"(?<=[\d가-힣]) ?(?:가량|안팎)(?=[이의을 ])"),
    )
)
UNHEDGED = re.compile(r"(?:약|최대|최소|대략|거의|모두|총|단|제|겨우|불과) $")
FIGURE = re.compile(r"[\d,.]+ ?[천백십]?[만억조]?(?! ?(?:여|가량|안팎|이상|이하|[\d천백십만억조년월일시분위호]))")


def value(text: str) -> Fraction:
    """The value of figures with 천, 만, 억 and 조.

    >>> int(value("1억 2천만")), int(value("3천5백"))
    (120000000, 3500)
    """
    total = section = Fraction(0)
    for digits, little, big in PART.findall(text):
        section += Fraction(digits.replace(",", "").rstrip(".")) * LITTLE.get(little, 1)
        if big:
            total, section = total + section * BIG[big], Fraction(0)
    return total + section


def facts(text: str) -> Iterator[Seen]:
    """The values that are plain to see."""
    for match in DATE.finditer(text):
        yield Seen("date", match.span(), (int(match[1]), int(match[2])))
    for match in MONTH.finditer(text):
        yield Seen("month", match.span(), int(match[1]))
    for match in WEEKDAY.finditer(text):
        yield Seen("weekday", match.span(), WEEKDAYS.index(match[1]))
    for match in NUMBER.finditer(text):
        end = match.start() + len(match[0].rstrip())
        alone = not text[end : end + 2].strip().startswith(OF_SOMETHING)
        yield Seen("number", (match.start(), end), value(match[0]), alone)


def figures(text: str) -> set[Fraction]:
    """The values of all figures."""
    return {value(match[0]) for match in NUMBER.finditer(text)}


def dated(words: str) -> bool:
    """Whether the words of a date tell one by themselves."""
    return DATED.search(words) is not None


def says(kind: str, value: int, text: str) -> bool:
    """Whether `text` has 5일, 5월 or 금요일, or what ends like it."""
    return {"day": f"{value}일", "month": f"{value}월", "weekday": f"{WEEKDAYS[value % 7]}요일"}[kind] in text


def day(text: str) -> Iterator[Slip]:
    """Another day, up to five away.

    >>> [slip.new for slip in day("24일")]
    ['19', '20', '21', '22', '23', '25', '26', '27', '28']
    """
    return days(text, DAY)


def month(text: str) -> Iterator[Slip]:
    """A month up to two away; none where the day is past the 28th."""
    return iter(()) if LATE.search(text) else months(text, NAMED_MONTH)


def weekday(text: str) -> Iterator[Slip]:
    """Another weekday."""
    for match in WEEKDAY.finditer(text):
        for new in other_weekdays(WEEKDAYS.index(match[1])):
            yield Slip(match.span(1), WEEKDAYS[new], new)


def magnitude(text: str) -> Iterator[Slip]:
    """만 for 억 and the like, or ten times as much or a tenth, of numbers of one scale and of those with a comma."""
    for match in AMOUNT.finditer(text):
        scales = list(BIG)
        if scale := match["scale"]:
            k = scales.index(scale)
            for other in scales[max(0, k - 1) : k + 2]:
                if other != scale:
                    yield Slip(match.span("scale"), other)
        if (scale or "," in match["number"]) and not match["little"]:
            number = Decimal(match["number"].replace(",", "").rstrip("."))
            for new in (number * 10, number / 10):
                if scale or new == int(new):
                    yield Slip(match.span("number"), f"{new.normalize():,f}")


def unit(text: str) -> Iterator[Slip]:
    """Another unit for the same figure."""
    for pattern, new in UNITS:
        for match in pattern.finditer(text):
            yield Slip(match.span(), new)


def hedge(text: str) -> Iterator[Slip]:
    """The hedge before or behind a figure dropped."""
    return dropped(text, HEDGES)


def hedged(text: str, span: Span) -> Iterator[Slip]:
    """약 before the figure at `span`, where it has no hedge."""
    start = span[0]
    if start and text[start - 1] == " " and not UNHEDGED.search(text[:start]) and FIGURE.match(text, start):
        yield Slip((start, start), "약 ")


def name_words(text: str) -> list[str]:
    """Hangul words, with what follows a name in them."""
    return re.findall("[가-힣]{2,}", text)


def notation(text: str) -> Iterator[Slip]:
    """The same amount or time of day as another newsroom writes it."""
    yield from name_slips.notation(text)
    yield from time_slips.notation(text)


SLIPS = Slips(
    facts=facts,
    figures=figures,
    dated=dated,
    says=says,
    day=day,
    month=month,
    weekday=weekday,
    digit=partial(any_digit, no_year=NO_YEAR),
    magnitude=magnitude,
    unit=unit,
    syllable=syllable,
    respelled=respelled,
    turned=polarity_slips.turned,
    reworded=polarity_slips.reworded,
    time=time_slips.time,
    range_end=time_slips.range_end,
    count=time_slips.count,
    counts=time_slips.counts,
    code=time_slips.code,
    cut=clause_slips.cut,
    joined=clause_slips.joined,
    family=family,
    own_syllable=name_slips.own_syllable,
    fits=name_slips.fits,
    notation=notation,
    name_words=name_words,
    hedge=hedge,
    hedged=hedged,
)

"""Numbers in Korean text: 3조5000억, 1만2천, 23.5, 열두 명, 3분의 2, 절반, 두 배."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from align.lang.values import FULL_WIDTH, number_keys
from align.model import Mention

SCALES = {"조": 10**12, "억": 10**8, "만": 10**4}
SMALL = {"천": 1000, "백": 100, "십": 10}
NATIVE = {
    "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10,
    "스무": 20, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90, "하나": 1, "둘": 2,
    "셋": 3, "넷": 4,
}  # fmt: skip
COUNTERS = (
    "명|사람|번째|번|차례|개월|개|살|건|곳|대|마리|배|달|시간|시|가지|권|장|척|팀|쌍|채|그루|해|주|잔|편|분|나라|국가|자녀|아이|아들|딸|"
    "형제|자매|남매|여성|남성|골|경기|선수|대학|도시|회사|후보|학생|자릿수|군데|방|벌|켤레|병|판|줄|갈래|쪽|단계|차"
)
TENS = "열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔"
ONES = "한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉"
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
NUMERAL = re.compile(
    rf"(?P<denominator>\d+|{ONES}|열)\s?분의\s?(?P<numerator>\d+|일|이|삼|사|오)"
    rf"|(?P<scaled>(?:(?:{DIGITS})\s?[천백십]?\s?[조억만]\s?|(?<![가-힣])[천백]?[만억](?:\s?(?=\d+[천백])|(?=\d)))+(?:(?:{DIGITS})(?:\s?[천백십](?![가-힣]{{2}}))?)?)"
    rf"|(?P<small>(?:{DIGITS})\s?[천백](?=\s?(?:명|원|달러|개|만|억|여|건|대|$)))"
    rf"|(?P<digits>(?<![A-Za-z\d-])(?:{DIGITS}))"
    rf"|(?<![가-힣])(?P<native>(?:{TENS})?\s?(?:{ONES})|{TENS})\s?(?=(?:{COUNTERS}))"
    r"|(?P<half>절반)|(?P<twice>갑절)"
)
PART = re.compile(rf"({DIGITS})?\s?([천백십]?)\s?([조억만]?)")
DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15,
    "하나": 1, "둘": 2, "셋": 3, "넷": 4, "첫째": 1, "둘째": 2, "셋째": 3, "넷째": 4,
}  # fmt: skip
"""Words that are a number by themselves: days, and the numerals that stand without a counter."""
ALONE = re.compile(rf"(?<![가-힣])(?:{'|'.join(DAYS)})(?=[은는이가을를의에로와과도만간째씩뿐]|\W|$)")
FIRST = re.compile(r"첫\s?(?:번째|날|해|주|경기|골)?|처음")
WORTH_A_LOOK = re.compile(rf"\d|절반|갑절|분의|처음|(?:{TENS}|{ONES})\s?(?:{COUNTERS})|[０-９]|첫|{'|'.join(DAYS)}")


def numbers(text: str) -> Iterator[Mention]:
    """The numbers of `text`, left to right; a year or day is a number here too.

    >>> [(m.text, m.keys[0]) for m in numbers("3조5000억원, 1만2천 명, 열두 명, 3분의 2")]
    [('3조5000억', 'n:3500000000000'), ('1만2천', 'n:12000'), ('열두', 'n:12'), ('3분의 2', 'n:0.6666666667')]
    """
    if not WORTH_A_LOOK.search(text):
        return
    plain = text.translate(FULL_WIDTH)
    for match in NUMERAL.finditer(plain):
        value = _value(match)
        if value is not None:
            end = match.start() + len(match[0].rstrip())
            yield Mention("number", match.start(), end, text[match.start() : end], number_keys(value))
    for match in ALONE.finditer(plain):
        yield Mention("number", match.start(), match.end(), match[0], number_keys(Fraction(DAYS[match[0]])))
    for match in FIRST.finditer(plain):
        yield Mention("number", match.start(), match.end(), match[0], ("n:1",))


def _value(match: re.Match[str]) -> Fraction | None:
    kind = match.lastgroup
    if kind == "numerator":
        below, above = (_small(match[name]) for name in ("denominator", "numerator"))
        return Fraction(above, below) if below else None
    if kind in ("scaled", "small", "digits"):
        return _scaled(match[0])
    if kind == "native":
        return Fraction(_small(match["native"].replace(" ", "")))
    return Fraction(1, 2) if kind == "half" else Fraction(2)


def _small(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word in "일이삼사오":
        return "일이삼사오".index(word) + 1
    for length in (3, 2, 1):
        if word[:length] in NATIVE:
            return NATIVE[word[:length]] + (_small(word[length:]) if word[length:] else 0)
    return 0


def _scaled(text: str) -> Fraction:
    total = group = Fraction(0)
    for digits, small, scale in PART.findall(text):
        if not (digits or small or scale):
            continue
        group += Fraction(digits.replace(",", "") or 1) * SMALL.get(small, 1) if digits or small else 0
        if scale:
            total += (group or 1) * SCALES[scale]
            group = Fraction(0)
    return total + group

"""Korean numerals, found and read: 3조5000억, 1만2천, 천 4백만, 삼십이억, 일점이삼, 스물여섯, 수십만, 서너, 사흘."""

from __future__ import annotations

import re
from fractions import Fraction

from align.values.amounts import GLYPHS, written

SCALES = {"경": 10**16, "조": 10**12, "억": 10**8, "만": 10**4}
SMALL = {"천": 1000, "백": 100, "십": 10}
LETTERS = SCALES | SMALL
SINO = {"영": 0, "공": 0, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7, "팔": 8, "구": 9}
NATIVE_ONES = {
    "하나": 1, "둘": 2, "셋": 3, "넷": 4, "한": 1, "두": 2, "세": 3, "석": 3, "서": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6,
    "일곱": 7,
    "여덟": 8, "아홉": 9,
}  # fmt: skip
NATIVE_TENS = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
TENS = "|".join(NATIVE_TENS)
ONES = "한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉"
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
VAGUE = {
    "한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "두어": (2, 3), "서너": (3, 4), "너댓": (4, 5), "네댓": (4, 5),
    "네다섯": (4, 5), "댓": (5, 6),
    "대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8), "여덟아홉": (8, 9), "엳아홉": (8, 9), "여남은": (10, 15),
    "십수": (11, 19), "이삼": (2, 3), "삼사": (3, 4),
    "사오": (4, 5), "오륙": (5, 6), "육칠": (6, 7), "칠팔": (7, 8),
}  # fmt: skip
DAYS = {
    "하루": (1, 1), "이틀": (2, 2), "사흘": (3, 3), "나흘": (4, 4), "닷새": (5, 5), "엿새": (6, 6), "이레": (7, 7),
    "여드레": (8, 8), "아흐레": (9, 9),
    "열흘": (10, 10), "보름": (15, 15), "하루이틀": (1, 2), "이틀사흘": (2, 3), "사나흘": (3, 4), "네댓새": (4, 5), "대엿새": (5, 6),
}  # fmt: skip
"""Words for days, from and to."""
ORDERS = {
    "첫째": 1, "둘째": 2, "셋째": 3, "넷째": 4, "네째": 4, "다섯째": 5, "여섯째": 6, "일곱째": 7, "여덟째": 8, "아홉째": 9,
    "열째": 10,
}  # fmt: skip
ALONE = (
    "하나",
    "둘",
    "셋",
    "넷",
    "다섯",
    "여섯",
    "일곱",
    "여덟",
    "아홉",
    "스물",
    "서른",
    "마흔",
    "예순",
    "일흔",
    "여든",
    "아흔",
)
"""Native numerals that are no other word."""
COUNTERS = (
    "명|사람|번째|번|차례|개월|개|살|건|곳|대|마리|배|달|시간|시|가지|권|장|척|팀|쌍|채|그루|해|주|잔|편|분|나라|국가|자녀|아이|아들|딸|"
    "형제|자매|남매|여성|남성|골|경기|선수|대학|도시|회사|후보|학생|자릿수|군데|방|벌|켤레|병|판|줄|갈래|쪽|단계|차|돈|근|평|냥|그릇|끼|컵|"
    "바퀴|발|봉지|상자|송이|알|자루|점|조각|통|포기|표|세트|가구|집|시즌"
)
S = "일이삼사오육륙칠팔구"
_LETTERS = (
    r"(?:[천백십]?[만억]|[천백십]?조(?![각직합건항치례별끼장])|경(?=\s?\d|\s?원)"
    r"|[천백십](?=[\d여명원달개건대가곳석톤배권년평엔위유파루프퍼미킬]|\s?[만억조]|[^가-힣]|$)"
    r"|\s[천백십]?[만억조](?=\s?\d|\s|여|[원달명개건톤대가곳배]|[^가-힣]|$)|\s[천백](?=\s?(?:명|원|달러|개|만|억|여|건|대|$)))"
)
"""천, 만, 억 behind digits; not the 조 of 3조각, the 경 of 3경기, the 만 of 5 만남."""
_ITEM = rf"(?:{DIGITS})여?{_LETTERS}(?:\s[만억조](?=\s|[원달명개건톤대배]|$))?"
_LEAD = r"(?<![가-힣])(?:[천백]\s?(?=\d+\s?[백십만])|[천백]?[만억]\s?(?=\d+\s?[천백]))"
_SCALED = (
    rf"(?:{_LEAD})?{_ITEM}(?:\s?(?:{_ITEM}|[천백십](?:[만억]|(?=\s?\d))))*(?:(?:(?<=[만천백십])\s(?=\d{{1,3}}(?![\d년월일시])|\d,?\d{{3}}(?![\d년월일시]))|(?<=[만천백십억조]))(?:{DIGITS})(?!\d))?"
    r"|(?<![가-힣])[천백]?[만억](?:\d{3,4}|\d,\d{3})(?!\d)"
)
NUMERAL = re.compile(
    rf"(?=[\d{S}{''.join(GLYPHS)}영공빵천백십만억수몇한두세석서네넉너다여덟아홉열스마쉰예하나닷엿대댓보둘셋넷엳첫처갑절반])(?:"
    rf"(?P<denominator>\d+|(?<![가-힣])(?:{ONES}|열|[{S}십백천만]+))\s?분의\s?(?P<numerator>{DIGITS}|[{S}십백]+|{ONES})"
    r"|(?<![\d.])(?P<tenth>\d)할\s?(?P<hundredth>\d)푼(?:\s?(?P<thousandth>\d)리)?"
    r"|(?<![\d.,/])(?P<whole>\d+)(?:[와과]?\s(?P<over>\d)/(?P<under>\d{1,2})|[와과]\s(?P<below>\d{1,2})분의\s?(?P<above>\d))(?![\d/])"
    rf"|(?P<sign>[{''.join(GLYPHS)}])|(?P<nights>\d+)박\s?(?P<stay>\d+)일"
    r"|(?<![A-Za-z\d-])(?P<chain>\d+)(?=(?:-\d+){2}|(?P<mark>[./])\s?\d{1,2}(?P=mark)\s?\d{1,2}(?!\d))(?:[-./]\s?\d+)+"
    rf"|(?<![A-Za-z\d-])(?P<one>{DIGITS})(?:-|:(?!\d\d(?!\d)))(?P<other>{DIGITS})(?![\d천백만억조-])"
    rf"|(?P<scaled>{_SCALED})"
    rf"|(?<![A-Za-z\d])(?<!\d\.)(?:(?<![\w)]-)|(?<=[\d만억조%]-))(?P<digits>{DIGITS})(?P<glyph>[{''.join(GLYPHS)}])?"
    r"|(?:(?<![가-힣\d])|(?<=마이[너나]스))(?:"
    r"(?:수(?:\s(?=[십백천]))?|몇\s?)(?P<many>[십백천]?[만억조]|[십백천])"
    rf"|(?P<few>{'|'.join(sorted(VAGUE, key=len, reverse=True))})(?=\s?(?:{COUNTERS}|십|백|천|만|년|일))"
    rf"|열에\s(?P<tenths>{ONES}|하나|둘|셋|넷)"
    rf"|(?P<days>{'|'.join(sorted(DAYS, key=len, reverse=True))})(?=[은는이가을를의에로와과도만간째씩뿐쯤여]|\W|$)"
    rf"|(?P<order>{'|'.join(ORDERS)})(?=[은는이가을를의에로와과도만간씩뿐번]|\W|$)"
    rf"|(?P<native>(?:(?:{TENS})\s?)?(?:{ONES})|{TENS})(?=\s?(?:{COUNTERS}))"
    rf"|(?P<noun>두|세|다섯|여섯|일곱|여덟|아홉|(?:{TENS})(?:{ONES}))(?=\s[가-힣])"
    rf"|(?P<alone>(?:{TENS}|십)(?:하나|둘|셋|넷|{ONES})(?<![한두세네])|(?!둘\s수\s)(?:{'|'.join(ALONE)}))(?=[은는이가을를의에로와과도만간째씩뿐]|\W|$)"
    rf"|(?P<sino>(?=[{S}]?[천백십만억조점쩜]|영[점쩜])(?:[{S}]?[천백십만억조])*[영{S}]?(?:[점쩜][영공{S}]+)?|[{S}])"
    r"|(?P<nothing>영|공|빵)$|(?P<ten>열)$|반(?P<span>년|세기)(?=[은이을의만동째간에도씩]|\W|$))"
    r"|(?P<half>절반)|(?P<twice>갑절)|(?P<first>첫\s?(?:번째|날|해|주|경기|골)?|처음))"
)
PART = re.compile(
    rf"(?P<digits>{DIGITS})|(?P<small>[천백십])|(?P<scale>[경조억만])|(?P<sino>[영공일이삼사오육륙칠팔구])|(?P<point>[점쩜])"
)


def scaled(text: str) -> tuple[Fraction, Fraction] | None:
    """The value of a numeral of digits, Hangul numerals and scales, and what its last digit counts; None where it is none.

    >>> scaled("3조5000억")
    (Fraction(3500000000000, 1), Fraction(100000000, 1))
    """
    if text.isdigit():
        return Fraction(int(text)), Fraction(1)
    total = group = pending = Fraction(0)
    step, bare, floor = Fraction(1), False, 10**20
    small_floor = 10000
    for part in PART.finditer(text):
        if part["point"]:
            return _decimal(total + group + pending, text[part.end() :])
        if digits := part["digits"]:
            pending, step, bare = Fraction(digits.replace(",", "")), written(digits), True
        elif sino := part["sino"]:
            if bare:
                return None
            pending, step, bare = Fraction(SINO[sino]), Fraction(1), True
        elif small := part["small"]:
            unit = SMALL[small]
            if unit >= small_floor:
                return None
            group += (pending if bare else 1) * unit
            step = unit * step if bare else Fraction(unit)
            pending, bare, small_floor = Fraction(0), False, unit
        else:
            unit = SCALES[part["scale"]]
            if unit >= floor:
                return None
            group += pending
            total += (group or 1) * unit
            step = (step if group else 1) * Fraction(unit)
            group = pending = Fraction(0)
            bare, floor, small_floor = False, unit, 10000
    group += pending
    return (total + group, step) if group < floor else None


def _decimal(whole: Fraction, behind: str) -> tuple[Fraction, Fraction] | None:
    if not behind or any(syllable not in SINO for syllable in behind):
        return None
    step = Fraction(1, 10 ** len(behind))
    return whole + int("".join(str(SINO[syllable]) for syllable in behind)) * step, step


def native(word: str) -> int:
    """The value of a native numeral without spaces; 0 where it is none.

    >>> native("스물여섯"), native("열한"), native("나무")
    (26, 11, 0)
    """
    for length in (2, 1):
        if tens := NATIVE_TENS.get(word[:length], SMALL.get(word[:1], 0) if word[:1] == "십" and length == 1 else 0):
            ones = NATIVE_ONES.get(word[length:], 0)
            return tens + ones if ones or not word[length:] else 0
    return NATIVE_ONES.get(word, 0)

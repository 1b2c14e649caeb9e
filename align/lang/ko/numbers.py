"""Numbers, money, units and durations in Korean text: 3조5000억원, 850m, 열두 명, 3분의 2, 3년 5개월, 3000여 명."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from align.lang.base.joining import Amount, joined
from align.lang.base.keys import FULL_WIDTH, number_keys
from align.lang.ko import numerals
from align.lang.ko.measured import is_duration, measured
from align.lang.ko.number_context import dated, link
from align.lang.ko.units import unit_at
from align.model import Mention
from align.values.amounts import GLYPHS, LONGEST, between, quantity, written
from align.values.units import is_money

SCALES = (10**12, 10**8, 10**4)
AMBIGUOUS = frozenset(
    "세대 세차 세주 세방 세시 세판 한편 한차 한시 한주 한판 한방 한대 한국가 한줄 한쪽 한벌 한병 한해 한잔 한통 한점 한표 한집 한발 "
    "한알 한조 열대 열차 열병 열방 열표 열발 열점 열주 석주 석차 석대 네시 두판 세집 세발 세점 네발 "
    "석권 세척 두건 두근 두통 두발 세잔 세평 한평".split()
)
"""Words that look like a numeral and a counter."""
COUNTED = re.compile(
    r"\s?(?:여\s?)?(?:명|사람|번(?!영)|차례|개|건(?!물|설)|곳|대(?!학|통|표)|마리|가지|권|장(?!관|소)|척|팀|쌍|채|그루|편|가구|세대|회(?!사|의|장)|호|차|위|"
    r"석|점|골|년|세|만|천|원|여)"
)
"""What numerals of Sino-Korean words count."""
ROUND = re.compile(
    r"\s?(?:여\s?)?(?:명|걸음|보(?=[를씩]|\s(?:이상|걷|걸))|원|개|건|가지|곳|번(?!영)|권|가구|마리|그루|대(?!\S)|분의|년|일(?!\S))"
)
"""What 백, 천 and 만 count."""
ONLY = re.compile(
    r"(?![이사]유로)[일이삼사오육칠팔구](?:유로|달러|센[티치]|미터|리터|킬로|그[램람]|퍼센트|마일(?!리지|스톤)|불\s?[일이삼사오육칠팔구](?!지|찰))"
    r"|[일삼사오육칠팔구]\s?(?:년(?=[^가-힣]|의|간|동|만|전|후|째|이|을|$)|(?<!일)주(?=간|일|동|[^가-힣]|$)|개월|시간)|일주(?=[간일]|\s?(?:만에|동안))"
    r"|이(?:주[일간]|개월|시간)|이\s(?:년|주|개월)\s?(?:동안|간|만에)|[일삼사오육칠팔][분초](?=간|에|$|\W)|이초(?=간|에|$|\W)|[이구][분초](?=간|\s?만에)"
)
"""What a single Sino-Korean numeral counts; most are other words.

이 달러, this dollar; 이유로, 사유로, for the reason; 구분, a division; 일주, a tour.
"""
FULL = re.compile(r"만원\s?(?:관중|관객|버스|지하철|전철|열차|사례)")
"""만원 that is a full house, not 10,000 won."""
ENDS = re.compile(r"[은는이가을를의에로와과도]?(?![가-힣])")
HOUR = re.compile(r"\s?시(?!간|즌|민|장)")
REAL_ONE = re.compile(r"\s?(?:명|개(?!인)|건|곳|달(?!라)|시간|마리|살)")
AVERAGE = re.compile(r"\d{3}(?![\d%]|[.,]\d)")
"""What stands behind the point of a batting average: .301."""
WORTH_A_LOOK = re.compile(
    rf"[\d{''.join(GLYPHS)}０-９첫둘셋넷]|절반|갑절|분의|처음|[십백천만억조]|(?:{numerals.TENS}|{numerals.ONES})|{'|'.join(numerals.DAYS)}|하나|서너|너댓|반년|반세기|[점쩜]"
    rf"|^[영공빵열{numerals.S}]$|{ONLY.pattern}"
)


def numbers(text: str) -> Iterator[Mention]:
    """The numbers of `text` with their units, left to right; a year or day is a number without a value.

    >>> [(m.text, m.keys[0]) for m in numbers("3조5000억원, 1만2천 명, 열두 명, 3분의 2")]
    [('3조5000억원', 'n:3500000000000'), ('1만2천', 'n:12000'), ('열두', 'n:12'), ('3분의 2', 'n:0.6666666667')]
    """
    if WORTH_A_LOOK.search(text):
        plain = text.translate(FULL_WIDTH)
        for amount in joined(_amounts(plain), plain, link, SCALES):
            yield amount.mention(text)


def _amounts(text: str) -> Iterator[Amount]:
    for match in numerals.NUMERAL.finditer(text):
        amount = READERS[match.lastgroup or ""](text, match) if len(match[0]) <= LONGEST else None
        if amount is not None:
            yield amount


def _digits(text: str, match: re.Match[str]) -> Amount | None:
    start, end, word = match.start(), match.end(), match["digits"]
    value = Fraction(word.replace(",", ""))
    if match["glyph"]:  # 5⅔이닝
        return measured(text, start, end, value + GLYPHS[match["glyph"]], Fraction(1, 4))
    if AVERAGE.match(text, start) and text[max(0, start - 2) : start].strip() == ".":
        return Amount(start - 1, end, number_keys(value / 1000), quantity(value / 1000, Fraction(1, 1000)))
    date = dated(text, start, end, word)
    if date == "days":
        return measured(text, start, end, value, written(word), day=text.index("일", end) + 1)
    return Amount(start, end, number_keys(value)) if date else measured(text, start, end, value, written(word))


def _scaled(text: str, match: re.Match[str]) -> Amount | None:
    start, end, word = match.start(), match.end(), match[0]
    if (
        word[-1] == "조" and word[:-1].isdigit() and text[max(0, start - 2) : start].rstrip().endswith("제")
    ):  # article 3
        return Amount(start, end - 1, number_keys(Fraction(word[:-1])), quantity(Fraction(word[:-1]), role="label"))
    read = numerals.scaled(word)
    return None if read is None else measured(text, start, end, *read, hedge="over" if "여" in word else "")


def _pair(text: str, match: re.Match[str]) -> Amount:
    one, other = (Fraction(match[name].replace(",", "")) for name in ("one", "other"))
    unit, stop = unit_at(text, match.end())
    counted = unit or COUNTED.match(text, match.end())
    role = "range" if one < other and counted else "score"
    step = min(written(match["one"]), written(match["other"]))
    keys = tuple(dict.fromkeys((*number_keys(one), *number_keys(other))))
    return Amount(match.start(), stop, keys, between(one, other, step, unit, role), is_duration(text, unit, stop))


def _stay(text: str, match: re.Match[str]) -> Amount:
    nights, days = (Fraction(match[name]) for name in ("nights", "stay"))
    keys = (*number_keys(nights), *number_keys(days))
    return Amount(match.start(), match.end(), keys, between(nights, days, unit="day"), True)


def _chain(text: str, match: re.Match[str]) -> Amount:
    return Amount(match.start(), match.end("chain"), number_keys(Fraction(match["chain"])))


def _fraction(text: str, match: re.Match[str]) -> Amount | None:
    below, above = (_word(match[name]) for name in ("denominator", "numerator"))
    if not below:
        return None
    return measured(text, match.start(), match.end(), above / below, Fraction(0), role="part")


def _word(word: str) -> Fraction:
    read = numerals.scaled(word) if word not in numerals.NATIVE_ONES else None
    return read[0] if read else Fraction(numerals.native(word))


def _tenths(text: str, match: re.Match[str]) -> Amount:
    part = Fraction(numerals.native(match["tenths"]), 10)
    return measured(text, match.start(), match.end(), part, Fraction(0), role="part")


def _average(text: str, match: re.Match[str]) -> Amount:
    """A batting average in its own units: 3할1푼2리."""
    value = Fraction(int(match["tenth"] + match["hundredth"] + (match["thousandth"] or "0")), 1000)
    return Amount(*match.span(), number_keys(value), quantity(value, Fraction(1, 1000), role="part"))


def _mixed(text: str, match: re.Match[str]) -> Amount | None:
    """A whole number and a part: 5와 3분의 2이닝, 5 2/3이닝."""
    above, below = (int(match["over"] or match["above"]), int(match["under"] or match["below"]))
    value = int(match["whole"]) + Fraction(above, below or 1)
    return measured(text, *match.span(), value, Fraction(1, below or 1)) if above < below else None


def _glyph(text: str, match: re.Match[str]) -> Amount:
    return measured(text, *match.span(), GLYPHS[match["sign"]], Fraction(0), role="part")


def _many(text: str, match: re.Match[str]) -> Amount | None:
    scale = (numerals.scaled(match["many"]) or (Fraction(1),))[0]
    unit, stop = unit_at(text, match.end(), large=scale >= 10000)
    if match[0] == "수조" and not unit:
        return None
    value = between(2 * scale, 10 * scale - 1, unit=unit)
    return Amount(match.start(), stop, (f"v:{scale}",), value, is_duration(text, unit, stop))


def _few(text: str, match: re.Match[str]) -> Amount:
    low, high = numerals.VAGUE[match["few"]]
    end = match.end()
    while text[end : end + 1] in numerals.LETTERS:
        low, high, end = low * numerals.LETTERS[text[end]], high * numerals.LETTERS[text[end]], end + 1
    unit, stop = (
        ("day", end + 1)
        if text[end : end + 1] == "일"
        else unit_at(text, end, spoken=match["few"][0] not in numerals.SINO)
    )
    keys = (*number_keys(Fraction(low)), *number_keys(Fraction(high)))
    return Amount(
        match.start(), stop, keys, between(Fraction(low), Fraction(high), unit=unit), is_duration(text, unit, stop)
    )


def _days(text: str, match: re.Match[str]) -> Amount:
    low, high = (Fraction(n) for n in numerals.DAYS[match["days"]])
    if low != high:
        return Amount(match.start(), match.end(), number_keys(low), between(low, high, unit="day"), True)
    word = match["days"]
    role, step = ("word" if word == "하루" else ""), Fraction(word != "보름")
    return measured(text, match.start(), match.end(), low, step, day=match.end(), role=role)


def _native(text: str, match: re.Match[str]) -> Amount | None:
    word = match[0].replace(" ", "")
    value = Fraction(numerals.native(word))
    if not value:
        return None
    start, end = match.span()
    if text[start : end + 1] in AMBIGUOUS or HOUR.match(text, end):
        return Amount(start, end, number_keys(value))
    role = "word" if word == "하나" or (word == "한" and not REAL_ONE.match(text, end)) else ""
    return measured(text, start, end, value, Fraction(1), spoken=True, role=role)


def _sino(text: str, match: re.Match[str]) -> Amount | None:
    word, end = match[0], match.end()
    read = numerals.scaled(word)
    if read is None:
        return None
    unit, stop = unit_at(text, end, large=True)
    fit: object
    if len(word) == 1 and word in numerals.LETTERS:
        fit = ROUND.match(text, end) or (unit and (is_money(unit) or len(text[end:stop].strip()) > 1))
    elif len(word) == 1:
        fit = ONLY.match(text, match.start())
    elif word.endswith("조"):
        fit = is_money(unit) or len(word) > 3
    elif len(word) == 2 and word[0] in numerals.LETTERS and word[1] in numerals.SINO:  # 천사, 만일, 백일
        fit = unit in ("KRW", "USD") or text[end : end + 2] in (" 명", "명 ")
    else:
        fit = unit or COUNTED.match(text, end) or (len(word) > 2 and ENDS.match(text, end))
    if not (fit or word == text.strip()) or FULL.match(text, match.start()):
        return None
    return measured(text, match.start(), end, *read)


def _order(text: str, match: re.Match[str]) -> Amount:
    return measured(
        text, match.start(), match.end(), Fraction(numerals.ORDERS[match["order"]]), Fraction(1), role="ordinal"
    )


def _constant(text: str, match: re.Match[str]) -> Amount:
    kind = match.lastgroup or ""
    value, role = WORDS[kind]
    if kind == "first":
        return Amount(match.start(), match.end(), number_keys(value), quantity(value, Fraction(0), role=role))
    return measured(text, match.start(), match.end(), value, Fraction(0), role=role)


def _part_of_time(text: str, match: re.Match[str]) -> Amount:
    unit, many = {"년": ("month", 6), "세기": ("year", 50)}[match["span"]]
    return Amount(
        match.start(), match.end(), number_keys(Fraction(1, 2)), quantity(Fraction(many), Fraction(0), unit=unit), True
    )


WORDS = {
    "half": (Fraction(1, 2), "part"), "twice": (Fraction(2), "times"), "first": (Fraction(1), "word"),
    "nothing": (Fraction(0), "word"), "ten": (Fraction(10), ""),
}  # fmt: skip
READERS = {
    "digits": _digits, "scaled": _scaled, "other": _pair, "stay": _stay, "chain": _chain, "mark": _chain,
    "glyph": _digits, "sign": _glyph, "hundredth": _average, "thousandth": _average, "under": _mixed, "above": _mixed,
    "numerator": _fraction, "tenths": _tenths,
    "many": _many, "few": _few, "days": _days, "order": _order, "native": _native, "noun": _native, "alone": _native, "sino": _sino,
    "half": _constant, "twice": _constant, "first": _constant, "nothing": _constant, "ten": _constant,
    "span": _part_of_time,
}  # fmt: skip
"""What reads a numeral, by the group of numerals.NUMERAL that found it."""

"""Numerals as Japanese and Chinese write them, found and read: 3万5000, 1.2万亿, 三千五百, 二〇二四, 五分の三, 百分之五, 数十, 二三十.

Whether 三 in 三星 or 一 in 一部 is a numeral its language has to say: everything that can be one is given, by its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from align.values.amounts import LONGEST, written

DIGITS = (
    r"(?<![A-Za-z\d.])\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?"
    r"|\d{1,3}・\d{1,2}(?=[%％倍兆億万度]|パーセント|ポイント|メートル|キロ|トン)|\d+(?:\.\d+)?"
)
"""1,234.5; .5; 3・5% as papers write it that are set from top to bottom."""
ONES = {
    character: value
    for value, characters in enumerate("〇零○ 一壹壱 二贰貳弐两兩 三叁參参 四肆 五伍 六陆陸 七柒 八捌 九玖".split())
    for character in characters
}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "廿": 20, "卅": 30, "卌": 40}
SCALES = {
    "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "京": 10**16,
}  # fmt: skip
TWENTIES = "廿卅卌"
FORMAL = "参參陆陸伍"
"""Of the numerals of cheques those that are rather other words (参加), unless one more follows."""
ONE = "〇零一壹壱二贰貳弐两兩三叁四肆五六七柒八捌九玖"
UNIT = "十拾百佰千仟"
SCALE = "万萬亿億兆"
ODD = "余餘多几幾"
MORE = f"(?:余り|あまり|[{ODD}])"
"""More than that, between digits and their unit: 三十多万, 100余り万."""
HAN = "一二三四五六七八九"
CHENG = "[功立为為年员員果本长長分就交熟人效绩績名婚品见見语語田都型形]"
"""What makes 成 part of a word, and no tenths: 三成分."""
EXPONENT = r"[-−+]{0,2}\d{1,2}"
SOME = "数數几幾"
MEGA = "兆(?:赫|瓦|字节|字節|比特|帕|焦|欧|歐|吨级|噸級)"
"""Where 兆 is mega, and no numeral of its own."""
EITHER = ((3, 5),)
"""Two digits that Chinese says for a few, though they do not follow each other: 三五个."""


class Numeral(NamedTuple):
    """A numeral at `[start, end)` of a text."""

    start: int
    end: int
    kind: str
    """digits (1,234.5); scaled (3万5000); han (三千五百); row (二〇二四); few (二三十, 十数, 数千: from `value` to `high`);
    part (五分の三); tenths (3割5分, 三成).
    """
    value: Fraction
    step: Fraction
    """What the last digit that is written counts: 10**8 for 15億, 1/10 for 3.5; 0 where none is."""
    high: Fraction | None = None
    odd: bool = False
    """More than that is said inside: 三十多万, 100余万."""
    below: Fraction | None = None
    """Of a part what it is one of: 100 for 百分之五."""


def numerals(text: str, short: bool = False) -> Iterator[Numeral]:
    """What can be a numeral in `text` (folded), left to right, none inside another.

    `short`: whether the last unit may be left out, as in Chinese 三千五, which is 3,500.

    >>> [(n.kind, int(n.value)) for n in numerals("二〇二四年に3万5000人余り、1.2万亿、三千五百")]
    [('row', 2024), ('scaled', 35000), ('scaled', 1200000000000), ('han', 3500)]
    """
    for match in _pattern().finditer(text):
        if len(match[0]) <= LONGEST and (found := READERS[match.lastgroup or ""](match, short)):
            yield found


def value(word: str, short: bool = False) -> tuple[Fraction, Fraction] | None:
    """The value of a numeral that is all of `word`, and what its last digit counts; None where it is none.

    >>> [tuple(map(int, value(word) or ())) for word in ("12000万亿", "廿一", "三千五", "1万20000")]
    [(12000000000000000, 1000000000000), (21, 1), (3005, 1), ()]
    >>> tuple(map(int, value("三千五", short=True) or ()))
    (3500, 100)
    """
    sum_ = _Sum()
    for token in TOKEN.finditer(word):
        if token.lastgroup != "odd" and not sum_.add(token.lastgroup or "", token[0]):
            return None
    return sum_.total(short)


class _Sum:
    """A numeral as far as it is read: what its scales have so far, the group below 10,000, and the digits that wait for a unit."""

    def __init__(self) -> None:
        self.parts: list[tuple[Fraction, int]] = []
        self.group, self.step = Fraction(0), Fraction(1)
        self.digits: Fraction | None = None
        self.length = 0
        """Characters that wait."""
        self.below = 10**4
        """The next unit is less."""
        self.unit = 0
        self.last = ""

    def add(self, kind: str, said: str) -> bool:
        """Read on; False where it can be no numeral."""
        fits: bool = getattr(self, f"_{kind}")(said)
        self.last = kind
        return fits

    def _digits(self, said: str) -> bool:
        fits = self.digits is None
        plain = said.replace(",", "").replace("・", ".")
        self.digits, self.step, self.length = Fraction(plain), written(plain), 1
        return fits

    def _one(self, said: str) -> bool:
        self.digits, self.step = (self.digits or Fraction(0)) * 10 + ONES[said], Fraction(1)
        self.length += 1
        return self.last != "digits"

    def _decimals(self, said: str) -> bool:
        fits = self.last == "one"
        self.step = Fraction(1, 10 ** (len(said) - 1))
        self.digits = (self.digits or Fraction(0)) + int("".join(str(ONES[c]) for c in said[1:])) * self.step
        return fits

    def _small(self, said: str) -> bool:
        number = SMALL[said]
        unit = 10 if said in TWENTIES else number
        fits = unit < self.below and not (self.last == "one" and (self.digits or 0) > 9)
        self.group += (self.digits or 1) * number
        self.step = self.step * number if self.last in ("digits", "decimals") else Fraction(number)
        self.digits, self.length, self.below, self.unit = None, 0, unit, unit
        return fits

    def _scale(self, said: str) -> bool:
        unit = SCALES[said]
        count = self.group + (self.digits or 0)
        if self.last == "scale" and unit == self.unit == 10**4:  # 万万 is 亿
            count, unit = self.parts.pop()[0], unit
        while self.parts and self.parts[-1][1] < unit:  # 3万5000亿, 万亿
            count += self.parts.pop()[0]
        fits = not self.parts or self.parts[-1][1] > unit
        self.step = self.step * unit if count else Fraction(unit)
        self.parts.append((Fraction(count or 1) * unit, unit))
        self.digits, self.length, self.group, self.below, self.unit = None, 0, Fraction(0), 10**4, unit
        return fits

    def total(self, short: bool) -> tuple[Fraction, Fraction] | None:
        digits, step = self.digits or Fraction(0), self.step
        if short and digits and self.last == "one" and self.length == 1 and self.unit >= 100:
            digits, step = digits * self.unit / 10, Fraction(self.unit, 10)
        rest = self.group + digits
        if self.parts and rest >= self.parts[-1][1]:
            return None
        return sum((part for part, _ in self.parts), rest), step


TOKEN = re.compile(
    rf"(?P<digits>\d{{1,3}}・\d{{1,2}}|{DIGITS})|(?P<decimals>[点點・·．.][{ONE}○]+)|(?P<one>[{ONE}○{FORMAL}])"
    rf"|(?P<small>[{UNIT}{TWENTIES}])"
    rf"|(?P<scale>[{SCALE}京])|(?P<odd>{MORE}|\s)"
)


@cache
def _pattern() -> re.Pattern[str]:
    one = rf"(?:[{ONE}]|(?<=[{ONE}])○|[{FORMAL}](?=[拾佰仟萬万億亿])|(?<=[拾佰仟])[{FORMAL}])"
    first = rf"(?:(?<![A-Za-z\d])(?<!\d[.,])(?<![A-Za-z]-)(?:{DIGITS})|{one}|[{UNIT}{TWENTIES}])"
    run = (
        rf"{first}(?:\s?京(?![都城畿大])(?<=\d京)|(?<=[{ONE}{UNIT}])京(?=[{ONE}{UNIT}兆億万\d円人]|$)|\s(?=[{SCALE}])"
        rf"|{MORE}(?=[{UNIT}{SCALE}])|(?:(?<=[亿億])\s(?=[\d{ONE}]{{1,4}}\s?[千百十万萬])|(?<=[万萬])\s(?=[\d{ONE}]\s?[千百十])"
        rf"|(?<=千)\s(?=[\d{ONE}]\s?[百十])|(?<=百)\s(?=[\d{ONE}]\s?十))|(?<=[{ONE}])\s(?=[{UNIT}])|(?<=\d)\s(?=[千百][{SCALE}円ドウユ元人個])|{one}|(?!{MEGA})[{UNIT}{TWENTIES}{SCALE}]"
        rf"|(?:(?<=[{UNIT}{SCALE}])|(?<=[{UNIT}{SCALE}]\s))(?:{DIGITS})|\s(?={MORE}[{UNIT}{SCALE}])|(?<=[{ONE}])[点點・](?=[{ONE}])(?![^{SCALE}{UNIT}]{{1,12}}[点點・]))*"
    )
    plain = rf"{first}(?:{one}|[{UNIT}{SCALE}]|(?<=[{UNIT}{SCALE}])(?:{DIGITS}))*"
    tenth = rf"(?<![\d.{ONE}{UNIT}])(?P<tenth>\d{{1,3}}(?:\.\d)?|[一二两兩三四五六七八九十百]{{1,4}})"
    waru = rf"割(?:(?P<hundredth>[1-9{HAN}])分)?(?:(?P<thousandth>[1-9{HAN}])[厘毛])?(?![れるろ合愛腹当安高]|り(?![引増当])|っ)"
    cheng = rf"成(?P<half>半|[{HAN}](?![{UNIT}{SCALE}年月日个]))?(?!{CHENG})"
    few = (
        rf"(?<![{ONE}{UNIT}{SCALE}\d])(?P<lead>[二三四五六七八九]?十|[百千]|(?<!\d)[1-9]0)?(?P<a>[一二两兩三四五六七八])(?P<b>[二三四五六七八九])"
        rf"(?P<many>[{UNIT}]?[{SCALE}]*)(?![{ONE}{UNIT}○点點]|・[{ONE}])"
    )
    some = (
        rf"(?<![{ONE}{SCALE}\d])(?P<over>[二三四五六七八九]?十|[百千万]|(?<!\d)[1-9]0|)(?P<some>[{SOME}])"
        rf"(?P<times>10{{1,3}}(?!\d)[{SCALE}]*|[{UNIT}]?[{SCALE}]*)"
    )
    slashed = (
        r"(?<![\d/.A-Za-z])(?<!\d,)(?:(?P<before>\d{1,3})(?:と|又|また|\s))?"
        r"(?P<top>[1-9])/(?P<under>[2-9]|1[02]|100)(?![\d/.,A-Za-z月日])"
    )
    return re.compile(
        "|".join(
            (
                rf"(?:(?P<whole>{plain})\s{{0,2}}(?:[と又]|また)\s{{0,2}})?(?P<below>{plain}|(?<![{ONE}{UNIT}{SCALE}\d])[万萬億亿])\s{{0,2}}分\s{{0,2}}(?:の|之)\s{{0,2}}(?P<less>负|負|マイナス)?(?P<above>{run})"
                rf"(?:[到至](?P<upto>{plain})(?![分成倍个個名人年月日元点點%万亿億]))?",
                rf"(?<![A-Za-z\d.])(?P<base>{DIGITS})(?P<ten>\s?[×xX]\s?10)?(?:\^(?P<power>{EXPONENT})(?![\d.])|[の的](?P<raised>{EXPONENT})(?:乗|次方))",
                rf"(?<![A-Za-z\d.])(?P<mantissa>{DIGITS})[eE](?P<exponent>{EXPONENT})(?![\w.])",
                r"(?<![A-Za-z\d.])(?P<short>\d{2,3}(?=k|[KM]\s?(?:[%％]|个?個?百分|パーセント))|\d{1,3}\.\d+)(?:(?P<letter>[kM])|(?P<large>[KM])(?=\s?(?:[%％]|个?個?百分|パーセント)))(?![A-Za-z\d])",
                rf"(?<![\d/.,A-Za-z])(?P<hundred>{DIGITS})/100(?![\d/.,A-Za-z])",
                slashed,
                rf"{tenth}(?:{waru}|{cheng})",
                few,
                rf"[数數](?=以[{UNIT}{SCALE}]+[计計])以(?P<counted>[{UNIT}{SCALE}]+)[计計]",
                some,
                rf"(?P<run>{run})",
                rf"(?:(?<=[約约近超上逾])(?P<scale>[{SCALE}])(?=[人元円名余餘多次吨噸户戶件张張]|[美韩韓日欧歐港澳加][元圆圓]|人民币|人民幣)"
                rf"|(?<![\d{ONE}{UNIT}{SCALE}])(?P<more>[萬万億亿])(?=[余餘][人名元件次户戶家吨噸公平个個]))",
            )
        )
    )


def _run(match: re.Match[str], short: bool) -> Numeral | None:
    """The longest beginning of what was found that is a numeral."""
    word = match[0]
    for end in range(len(word), 0, -1):
        if word[end - 1] in ODD + "点點・ " or (
            end < len(word) and word[end - 1].isdigit() and word[end] in "0123456789.,"
        ):
            continue
        if found := value(word[:end], short):
            part = word[:end]
            if part == "一一":  # one by one, and 唯一一位
                return None
            digits = any(c in "0123456789" for c in part)
            bare = not any(c in UNIT + SCALE + TWENTIES + "京点點・" for c in part)
            kind = ("digits" if bare else "scaled") if digits else "row" if bare and len(part) > 1 else "han"
            return Numeral(match.start(), match.start() + end, kind, *found, odd=any(c in ODD for c in part))
    return None


def _part(match: re.Match[str], short: bool) -> Numeral | None:
    below, above = value(match["below"]), value(match["above"], short)
    if not below or not above or not below[0]:
        return _run(match, short)
    whole = (value(match["whole"]) or (Fraction(0),))[0] if match["whole"] else Fraction(0)
    of = whole + above[0] / below[0]
    upto = value(match["upto"], short) if match["upto"] else None
    if upto and upto[0] <= above[0]:
        return _run(match, short)
    high = whole + upto[0] / below[0] if upto else None
    sign = -1 if match["less"] else 1
    return Numeral(*match.span(), "part", of * sign, Fraction(0), high, below=None if whole else below[0])


def _slashed(match: re.Match[str], short: bool) -> Numeral | None:
    above, below = Fraction(match["top"]), Fraction(match["under"])
    whole = Fraction(match["before"] or 0)
    return Numeral(*match.span(), "part", whole + above / below, Fraction(0)) if above < below else None


def _power(match: re.Match[str], short: bool) -> Numeral | None:
    """2^10, 1.1の23乗, 1.2×10の14乗."""
    base, power = value(match["base"]), match["power"] or match["raised"]
    if not base or not (base[0] or _signed(power) > 0):
        return None
    of = base[0] * Fraction(10) ** _signed(power) if match["ten"] else base[0] ** _signed(power)
    return Numeral(*match.span(), "digits", of, Fraction(0))


def _exponent(match: re.Match[str], short: bool) -> Numeral | None:
    """1.2e14"""
    found = value(match["mantissa"])
    size = Fraction(10) ** _signed(match["exponent"])
    return Numeral(*match.span(), "digits", found[0] * size, found[1] * size) if found else None


def _signed(number: str) -> int:
    return int(number.replace("−", "-").replace("--", ""))


def _lettered(match: re.Match[str], short: bool) -> Numeral | None:
    """40k, 1.2M"""
    size = {"k": 10**3, "K": 10**3, "M": 10**6}[match["letter"] or match["large"]]
    return Numeral(*match.span(), "digits", Fraction(match["short"]) * size, written(match["short"]) * size)


def _hundredths(match: re.Match[str], short: bool) -> Numeral | None:
    """52.5/100"""
    found = value(match["hundred"])
    return Numeral(*match.span(), "part", found[0] / 100, Fraction(0)) if found else None


def _tenths(match: re.Match[str], short: bool) -> Numeral:
    """3割5分 and 三成半 in tenths."""
    found, step = value(match["tenth"]) or (Fraction(0), Fraction(1))
    for name, size in (("hundredth", 10), ("half", 10), ("thousandth", 100)):
        if said := match[name]:
            found += Fraction(5, 10) if said == "半" else Fraction(int(ONES.get(said, said)), size)
            step = Fraction(1, size)
    return Numeral(*match.span(), "tenths", found, step)


def _few(match: re.Match[str], short: bool) -> Numeral | None:
    """Two digits that follow each other are either of them: 二三十, 十二三."""
    low, high = ONES[match["a"]], ONES[match["b"]]
    either = short and not match["lead"] and (low, high) in EITHER
    if not (high == low + 1 or either) or (match["lead"] and match["many"][:1] in tuple(UNIT)):
        return _run(match, short)
    lead = (value(match["lead"]) or (Fraction(0),))[0] if match["lead"] else Fraction(0)
    times = _times(match["many"])
    return Numeral(*match.span(), "few", (lead + low) * times, Fraction(0), (lead + high) * times)


def _some(match: re.Match[str], short: bool) -> Numeral | None:
    """数十, 数百万, 十数, 二十几, 百数十; 数 alone is two to nine."""
    times = _times(match["times"])
    low, high = 2 * times, 10 * times - 1
    if match["over"]:
        lead = (value(match["over"]) or (Fraction(0),))[0]
        size = times if match["times"][:1] in tuple(UNIT) else Fraction(1)
        scale = Fraction(1) if match["times"][:1] in tuple(UNIT) else times
        if size >= lead:
            return None
        low, high = (lead + size) * scale, (lead + 9 * size) * scale
    return Numeral(*match.span(), "few", low, Fraction(0), high)


def _counted(match: re.Match[str], short: bool) -> Numeral:
    """数以千计 is 数千."""
    times = _times(match["counted"])
    return Numeral(*match.span(), "few", 2 * times, Fraction(0), 10 * times - 1)


def _alone(match: re.Match[str], short: bool) -> Numeral:
    return Numeral(*match.span(), "han", Fraction(SCALES[match[0]]), Fraction(SCALES[match[0]]))


def _times(word: str) -> Fraction:
    return (value(word) or (Fraction(1),))[0] if word else Fraction(1)


READERS = {
    "above": _part, "upto": _part, "under": _slashed, "hundred": _hundredths, "power": _power, "raised": _power, "exponent": _exponent,
    "letter": _lettered, "large": _lettered, "tenth": _tenths, "hundredth": _tenths, "thousandth": _tenths, "half": _tenths,
    "many": _few, "times": _some, "run": _run, "scale": _alone, "more": _alone, "counted": _counted,
}  # fmt: skip
"""What reads a match, by the group that closed last."""

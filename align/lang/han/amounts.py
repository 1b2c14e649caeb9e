"""A numeral with what stands around it, unit, hedge, sign, role, as Japanese and Chinese have it: 約3万5000人余り, 近1.2万亿韩元.

A language gives its Words, all of them patterns; what is done with them is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from align.lang.base.joining import Amount, Link, joined
from align.lang.base.keys import number_keys
from align.lang.han.numerals import ONES, Numeral, numerals
from align.model import Mention
from align.values import When
from align.values.amounts import between, quantity
from align.values.units import forms, is_money, lengths, units

SCALES = (10**12, 10**8, 10**4)
HEDGES = ("about", "over", "least", "nearly", "most")
"""Names of groups, in the words of align.values.amounts."""
SPACES = (" ", "\u00a0")
GAP = 4
"""Spaces that may stand before a unit."""
SPREAD = 24
"""Characters that a unit with spaces in it may take."""
SPACED = 4
"""Of these characters, at least, has a unit to be that may have them: others are words that happen to follow each other."""
REACH = 14
"""Characters before a numeral that are looked at."""
WORTH_A_LOOK = re.compile("[0-9〇零一二三四五六七八九十百千万萬億亿半倍番首两兩廿卅壹壱贰貳叁參肆伍陸陆柒捌玖拾佰仟]")
HALVES = {"year": ("month", 6), "month": ("day", 15), "hour": ("minute", 30), "minute": ("second", 30)}
YEARS = range(1000, 2200)
SCORES = 200
"""What no side of a game reaches: 3000-2000 is no score."""
DASHES = "-–—―−ー"
"""What stands in a score, whose first number is no smaller: 3-1."""
HAN = re.compile("[\u3400-\u9fff々〆ァ-ヺー]")
"""Letters beside which a Han numeral is part of a word."""
BETWEEN = "十百千万亿億兆元円年月日度米吨里人名個个"
"""Behind one of these a dash stands between two numbers: 1000万-2000万."""
KANJI = re.compile("[\u3400-\u9fff]")
LASTING_UNITS = {"day": True, "year": True}
STAY = re.compile(r"(?<!\d)(\d{1,2})[泊晚夜](\d{1,2})[日天]")
"""Nights and days."""
CENTIMETERS = re.compile(r"\d\d(?![\d.,]|[万億亿])(?=[^\w]|の|で|と|を|は|的|$)")
TENTHS = re.compile(r"(?:[1-9]|[一二三四五六七八九]{1,2})(?=[^\w]|的|高|长|宽|深|左右|以上|以下|多|，|。|$)")
"""What Chinese leaves the unit of out, behind meters and yuan: 一米七五, 三块五."""
LEFT_OUT = (("m", "米"), ("元", "块"))
MONEY = r"\\(?=\d)|(?:US|A|C|HK|NT|S|NZ|R|JP|CN)?[$¥￥]|[€£₩￦₹₽₫฿]"
RATES = {("kilo", "h"): "km/h", ("mile", "h"): "mph"}
"""Units of length and time that are called by another name than km/h is."""


class Words(NamedTuple):
    """What stands around the numerals of a language: patterns, each of what is in the text at its place."""

    lang: str
    hedges: str
    """Before a numeral, in groups that are named as HEDGES."""
    behind: str
    """Behind a numeral and its unit or counter, in such groups."""
    odd: str
    """Right behind a numeral or its counter: what makes it more than that: 余り, 多."""
    minus: str
    celsius: str
    fahrenheit: str
    rates: tuple[tuple[str, str], ...]
    """What makes a length a speed, before it, and the time: 時速 hour."""
    roles: str
    """Behind a numeral without a unit, in groups times, ordinal, label."""
    ordinal: str
    """Right before an ordinal: 第."""
    kinds: tuple[tuple[str, str], ...]
    """Kind -> counters, as align.values.Quantity.of has them."""
    counts: str
    """Counters of no kind, too: what a numeral in Han characters alone must have behind it."""
    only: str
    """What one of a single character must have."""
    not_units: str
    """Words that begin as units do, all that tells them from these: トンネル; what is no unit, though
    it is no longer than one, in a group `never`."""
    dated: str
    """What makes digits part of a date or a time of day, in groups year, month, day, hour, other."""
    lasts: str
    """Behind N日 or N年: what makes it so many days or years."""
    lasting: str
    """The same before it, to the end."""
    gaps: str
    """Between two numbers that are one value, in groups to, and, or, of, score."""
    band: str
    """Behind a unit: anything from there to the next round number (30%台)."""
    decade: str
    """Behind a number: an age (30代)."""
    half: str = "半"
    hundredths: bool = True
    """Whether 百分之五 is five per cent, and not a twentieth."""
    short: bool = False
    """Whether 三千五 is 3,500, and 三斤半 three and a half of any unit."""
    halved: str = "(?!)"
    """Between a numeral and its unit: a half more: 一个半小时."""
    change: str = "(?!)"
    """Before the first of two numbers: what makes them a change, and no range: 从5%到8%."""
    whole: tuple[tuple[str, Fraction, str, str], ...] = ()
    """Words that are numbers: pattern, value, role and unit (半数, 倍, 半世紀)."""
    prefixes: tuple[tuple[str, str], ...] = ()
    """What stands before a number as its unit: マッハ, 人民币."""
    bare: str = ""
    """A unit of which such a word tells more: 元."""
    dozen: str = "(?!)"
    phrases: str = "(?!)"
    """Words that begin with a numeral of two and more characters: 八百屋."""


class Patterns(NamedTuple):
    before: re.Pattern[str]
    behind: re.Pattern[str]
    odd: re.Pattern[str]
    roles: re.Pattern[str]
    ordinal: re.Pattern[str]
    kinds: re.Pattern[str]
    counts: re.Pattern[str]
    only: re.Pattern[str]
    not_units: re.Pattern[str]
    dated: re.Pattern[str]
    lasts: re.Pattern[str]
    lasting: re.Pattern[str]
    gaps: re.Pattern[str]
    band: re.Pattern[str]
    decade: re.Pattern[str]
    half: re.Pattern[str]
    halved: re.Pattern[str]
    change: re.Pattern[str]
    whole: re.Pattern[str]
    dozen: re.Pattern[str]
    phrases: re.Pattern[str]


@cache
def patterns(words: Words) -> Patterns:
    """The patterns of a language, compiled."""
    rates = "|".join(word for word, _ in words.rates)
    units_before = "|".join(word for word, _ in words.prefixes) or "(?!)"
    before = (
        rf"(?:{words.hedges})?\s?(?P<mark>(?:(?P<rate>{rates})\s?(?P<fast>{words.hedges.replace('?P<', '?P<fast_')})?\s?)?"
        rf"(?:(?P<celsius>{words.celsius})|(?P<fahrenheit>{words.fahrenheit}))?\s?"
        rf"(?P<sign>(?:{words.minus})\s?|(?<![A-Za-z\d.)%％℃~〜{BETWEEN}-])[-−](?! ))?"
        rf"(?P<money>{MONEY})?(?P<unit>{units_before})?\s?)$"
    )
    kinds = "|".join(f"(?P<{kind}>{counters})" for kind, counters in words.kinds)
    whole = "|".join(f"(?P<w{i}>{pattern})" for i, (pattern, *_) in enumerate(words.whole)) or "(?!)"
    each = (words.behind, words.odd, words.roles, words.ordinal + "$", rf"\s?(?:{words.odd})?(?:{kinds})")
    rest = (words.not_units, words.dated, words.lasts, words.lasting + "$", words.gaps, words.band, words.decade)
    counts = rf"\s?(?:{words.odd})?(?:{words.counts}|{'|'.join(counters for _, counters in words.kinds)})"
    return Patterns(
        *map(
            re.compile,
            (
                before,
                *each,
                counts,
                words.only,
                *rest,
                words.half,
                words.halved,
                words.change + "$",
                whole,
                words.dozen,
                words.phrases,
            ),
        )
    )


def amounts(text: str, words: Words, link: Link | None = None) -> Iterator[Amount]:
    """The numbers of `text` (folded) with their units, left to right, those that are one value together as one.

    A number that is part of a date or time of day has keys and no value. `link`: what the language says of two that follow each
    other; else what stands between them tells.
    """
    if WORTH_A_LOOK.search(text) or patterns(words).whole.search(text):
        known = _Reader(text, words)
        yield from joined(known.amounts(), text, link or known.link, SCALES)


def outside(numbers: Iterable[Mention], dates: Sequence[Mention]) -> Iterator[Mention]:
    """`numbers`, those that are part of a date or time of day without a value; 3日 in 3日後 is three days all the same."""
    spans = [(m.start, m.end) for m in dates if not (isinstance(m.value, When) and m.value.away)]
    for number in numbers:
        part = any(start < number.end and number.start < end for start, end in spans)
        yield replace(number, kind="number", value=None) if part else number


def unit_at(text: str, at: int, words: Words) -> tuple[str, int]:
    """The unit at `at`, spaces before it and in a long one allowed, and where it ends; "" where there is none."""
    start = at
    while start < at + GAP and text[start : start + 1] in SPACES:
        start += 1
    unit, length = _unit(text[start : start + SPREAD], text, start, words)
    if unit or not any(space in text[start : start + SPREAD] for space in SPACES):
        return unit, start + length if unit else at
    places = [k for k in range(start, min(start + SPREAD, len(text))) if text[k] not in SPACES]  # パ ー セ ン ト
    unit, length = _unit("".join(text[k] for k in places), text, start, words, SPACED)
    return unit, places[length - 1] + 1 if unit else at


def _unit(said: str, text: str, start: int, words: Words, least: int = 1) -> tuple[str, int]:
    """The longest unit of `least` characters or more that `said` begins with, which `text` has at `start`, and its length."""
    table = forms(words.lang)
    for length in lengths(words.lang):
        form = said[:length]
        if len(form) == length >= least and (unit := table.get(form)) is not None:
            behind = said[length : length + 1]
            latin = form[-1].isascii() and form[-1].isalpha() and behind.isascii() and behind.isalnum()
            longer = patterns(words).not_units.match(text, start)
            never = longer and (longer.end() > start + length or longer.lastgroup == "never")
            if not latin and not never:
                return unit, length
    return "", 0


class _Reader:
    """The numbers of one text."""

    def __init__(self, text: str, words: Words) -> None:
        self.text, self.words, self.patterns = text, words, patterns(words)

    def amounts(self) -> Iterator[Amount]:
        found = [amount for numeral in numerals(self.text, self.words.short) if (amount := self._read(numeral))]
        for match in STAY.finditer(self.text):
            nights, days = (Fraction(number) for number in match.groups())
            keys = (*number_keys(nights), *number_keys(days))
            found = [amount for amount in found if amount.end <= match.start() or match.end() <= amount.start]
            found.append(Amount(*match.span(), keys, between(nights, days, unit="day"), True))
        taken = [(amount.start, amount.end) for amount in found]
        for match in self.patterns.whole.finditer(self.text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                found.append(self._whole(match))
        return self._degrees(sorted(found, key=lambda amount: amount.start))

    def _degrees(self, found: list[Amount]) -> Iterator[Amount]:
        """The amounts, the second of two temperatures with what is told before the first: 零下5度至3度, 零下3至5度."""
        last: Amount | None = None
        for amount in found:
            gap = self.patterns.gaps.fullmatch(self.text, last.end, amount.start) if last else None
            if last and last.value and amount.value and amount.value.unit == "degree" and gap and gap["to"]:
                low, high, less = (
                    amount.value.low,
                    amount.value.high,
                    last.value.unit == "" and (last.value.point or 0) < 0,
                )
                if less:
                    low, high = (-high if high is not None else None), (-low if low is not None else None)
                if less or last.value.unit == "°C":
                    amount = replace(amount, value=replace(amount.value, unit="°C", low=low, high=high))
                    last = replace(last, value=replace(last.value, unit="°C"))
            if last:
                yield last
            last = amount
        if last:
            yield last

    def _whole(self, match: re.Match[str]) -> Amount:
        _, value, role, unit = self.words.whole[int((match.lastgroup or "w0")[1:])]
        hedge = self._hedges(match.start(), match.end())[0]
        said = quantity(value, Fraction(0), hedge, unit, role)
        return Amount(*match.span(), number_keys(value), said, self._lasts(unit, match.end()))

    def _read(self, numeral: Numeral) -> Amount | None:
        if numeral.kind in ("digits", "row", "han") and (dated := self._dated(numeral)):
            return None if dated == "none" else Amount(numeral.start, numeral.end, number_keys(numeral.value))
        unit, stop = unit_at(self.text, numeral.end, self.words)
        if not self._fits(numeral, unit):
            return None
        if numeral.kind == "part":
            below = numeral.below == 100 and self.words.hundredths
            times = 100 if below else 1
            value, high = numeral.value * times, numeral.high
            whole = numeral._replace(high=None if high is None else high * times)
            return self._measured(whole, value, "%" if below else "", numeral.end, "" if below else "part")
        if numeral.kind == "tenths":
            tenth = numeral._replace(step=numeral.step * 10)
            return self._measured(tenth, numeral.value * 10, "%", numeral.end, "")
        return self._measured(numeral, numeral.value, unit, stop, "")

    def _dated(self, numeral: Numeral) -> str:
        """What makes a number part of a date or a time of day: year, month, …; "none" where it is none; "" where nothing does."""
        text, number = self.text, numeral.value
        match = self.patterns.dated.match(text, numeral.end)
        if match is None:
            return ""
        kind = match.lastgroup or ""
        if kind in ("year", "day"):
            if self.patterns.lasts.match(text, match.end()) or self.patterns.lasting.search(text, 0, numeral.start):
                return ""
            if kind == "year" and (
                number.denominator != 1 or int(number) not in YEARS or numeral.end - numeral.start < 4
            ):
                return ""
        most = {"month": 12, "day": 31, "hour": 24}.get(kind, 9999)
        return kind if number.denominator == 1 and number <= most else ""

    def _fits(self, numeral: Numeral, unit: str) -> bool:
        """Whether what may be a numeral is one: digits are, Han characters where something is counted."""
        if numeral.kind in ("digits", "scaled", "part", "tenths"):
            return True
        text, end = self.text, numeral.end
        if numeral.kind in ("han", "row") and self.patterns.phrases.match(text, numeral.start):
            return False
        if self.patterns.ordinal.search(text, max(0, numeral.start - 3), numeral.start):
            return True
        length = end - numeral.start
        if numeral.kind == "few":
            return numeral.value >= 10 or (length > 1 and bool(unit or self.patterns.counts.match(text, end)))
        if text.strip() == text[numeral.start : end]:
            return True
        if LASTING_UNITS.get(unit) and self.patterns.lasting.search(text, 0, numeral.start):
            return True
        if numeral.kind == "han" and length == 1 and numeral.value < 10:
            alone = not any(
                map(HAN.match, (text[numeral.start - 1 : numeral.start] if numeral.start else "", text[end : end + 1]))
            )
            measured = is_money(unit) or (unit and not KANJI.match(text, end))
            return bool(measured or alone or self.patterns.only.match(text, end))
        if unit or self.patterns.counts.match(text, end) or self.patterns.roles.match(text, end):
            return True
        return numeral.kind == "han" and length > 1

    def _hedges(self, start: int, end: int) -> tuple[str, re.Match[str] | None]:
        """The hedge of the number at `[start, end)`, and the match of what stands before it."""
        behind = self.patterns.behind.match(self.text, end)
        front = self.patterns.before.search(self.text, max(0, start - REACH), start)
        hedge = next((name for name in HEDGES if behind and behind[name]), "")
        if front and not hedge:
            hedge = next((name for name in HEDGES if front[name] or front[f"fast_{name}"]), "")
        return hedge, front

    def _measured(self, numeral: Numeral, value: Fraction, unit: str, stop: int, role: str) -> Amount:
        """The amount of a numeral, its span widened by unit and sign."""
        text, known = self.text, self.patterns
        start, end, step, high = numeral.start, numeral.end, numeral.step, numeral.high
        keys = number_keys(value) if high is None else (f"v:{value}",)
        odd, halved = known.odd.match(text, end), known.halved.match(text, end)
        if not unit and halved:
            unit, stop = unit_at(text, halved.end(), self.words)
            value, step = (value + Fraction(1, 2), Fraction(1, 2)) if unit else (value, step)
        if not unit and odd:
            unit, stop = unit_at(text, odd.end(), self.words)
        if not unit:
            stop = odd.end() if odd else end
            if match := known.roles.match(text, stop):
                role = role or match.lastgroup or ""
                stop = match.end() if match["times"] else stop
            elif known.ordinal.search(text, max(0, start - 3), start):
                role = role or "ordinal"
        if unit == "할":
            value, step, unit = value * 10, step * 10, "%"
        if many := known.dozen.match(text, end):
            value, step, stop, unit = value * 12, Fraction(0), many.end(), ""
        if unit == "pound" and step >= 10**4:
            unit = "GBP"
        if rest := self._left_out(unit, stop):
            value, step, stop = value + rest[0], rest[1], rest[2]
        lasts = self._lasts(unit, stop)
        if ((lasts and unit in HALVES) or (unit and self.words.short)) and (half := known.half.match(text, stop)):
            value, step, stop = value + Fraction(1, 2), Fraction(1, 2), half.end()
        hedge, front = self._hedges(start, stop)
        if numeral.odd or odd or known.odd.match(text, stop):
            hedge = "over"
        if front:
            rate = dict(self.words.rates).get(front["rate"] or "", "")
            speed = RATES.get((unit, rate), f"{unit}/{rate}")
            other = bool(front["unit"]) and unit not in ("", self.words.bare)  # 4人民币 5美元
            minus = front["sign"] and (unit or not self._hyphen(front.start("sign")))
            if front["mark"].strip() and (not rate or speed in units()) and not other and (minus or not front["sign"]):
                start = front.end() - len(front["mark"].lstrip())
            unit = speed if rate and speed in units() else unit
            if unit in ("degree", "") and (front["celsius"] or front["fahrenheit"]):
                unit = "°C" if front["celsius"] else "°F"
            elif unit == "degree" and front["sign"]:
                unit = "°C"
            if front["money"] and not unit:
                unit = "JPY" if front["money"] == "\\" else forms("en").get(front["money"], "")
            if front["unit"] and not other:
                unit = dict(self.words.prefixes)[front["unit"]]
            value = -value if minus else value
        if high is not None:
            return Amount(start, stop, keys, between(value, high, unit=unit), lasts)
        if not unit and not role and value in range(10, 100, 10) and known.decade.match(text, stop):
            return Amount(start, stop + 1, keys, between(value, value + 9, unit="year"))
        if unit and not lasts and known.band.match(text, stop):
            hedge = "over"
        return Amount(start, stop, keys, quantity(value, step, hedge, unit, role, "" if unit else self._of(end)), lasts)

    def _left_out(self, unit: str, stop: int) -> tuple[Fraction, Fraction, int] | None:
        """What follows a unit without one of its own, what its last digit counts, and where it ends: 1メートル80, 一米七五, 三块五."""
        rest = CENTIMETERS.match(self.text, stop) if unit == "m" else None
        if not rest and self.words.short and (unit, self.text[stop - 1]) in LEFT_OUT:
            rest = TENTHS.match(self.text, stop)
        if not rest:
            return None
        step = Fraction(1, 10 ** len(rest[0]))
        return step * int("".join(str(ONES.get(c, c)) for c in rest[0])), step, rest.end()

    def _hyphen(self, at: int) -> bool:
        """Whether a dash at a place joins a name and its number, and is no minus: 歼-20."""
        return self.text[at] in "-−" and bool(KANJI.match(self.text, at - 1))

    def _lasts(self, unit: str, stop: int) -> bool:
        return (
            any(u.dimension in ("time", "calendar") for u in units().get(unit, ()))
            and self.text[stop - 1] not in "歳才岁歲"
        )

    def _of(self, end: int) -> str:
        match = self.patterns.kinds.match(self.text, end)
        return (match.lastgroup or "") if match else ""

    def link(self, text: str, a: Amount, b: Amount) -> str:
        """How two numbers that follow each other belong together; "" where they do not."""
        match = self.patterns.gaps.fullmatch(text, a.end, b.start)
        if match is None or a.value is None or b.value is None:
            return ""
        kind, first, second = match.lastgroup or "", a.value.point, b.value.point
        bare = not (a.value.unit or b.value.unit or a.value.role or b.value.role)
        if (
            kind == "to"
            and match[0].strip() in DASHES
            and bare
            and first is not None
            and second is not None
            and first >= second
        ):
            return "score" if first < SCORES else ""
        if kind == "score":
            return "score" if bare and first is not None and second is not None else ""
        if kind == "or":
            near = first is not None and second is not None and second == first + 1 and first < 10
            return (
                "or"
                if near and not a.value.unit and (b.value.unit or b.value.of) and not is_money(b.value.unit)
                else ""
            )
        if kind == "to" and self.patterns.change.search(text, 0, a.start):
            return ""
        if kind == "of":
            return "of" if bare and first is not None and second is not None and second < first <= 20 else ""
        return kind

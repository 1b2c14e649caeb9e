"""Numbers, money, units and durations in English text: $1.5 billion, 850-meter, twenty-three, two-thirds, two years and a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from align.lang.base.joining import Amount, joined
from align.lang.base.keys import FULL_WIDTH, number_keys
from align.lang.en import numerals
from align.lang.en.counted import of
from align.lang.en.number_context import BELOW, LABELS, TIMES, dated, front, hedge_at, link, word_before
from align.lang.en.units import unit_at
from align.model import Mention
from align.values import Quantity
from align.values.amounts import GLYPHS, LONGEST, between, quantity, written
from align.values.units import units

SCALES = (10**15, 10**12, 10**9, 10**6, 1000)
OLD = re.compile(r"[\s-]olds?\b|\sof\sage\b")
AROUND_A_YEAR = frozenset(
    "after within for in than nearly almost about over around under just every least most another".split()
)
BEHIND_A_YEAR = re.compile(
    r"\s(?:ago|later|earlier|before|after|long|and\s(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|\d+)\b|\d+\sminutes?\b)|,?\s\d+\sminutes?\b|-long"
)
AND_A_HALF = re.compile(r"\sand\sa\shalf\b")
MINUTE = re.compile(r"(?:,?\s(?:and\s)?\d{1,3}(?:st|nd|rd|th))*[\s-]minutes?\b")
INTO = re.compile(
    r"\s(?:into|from|before|after)\s(?:the\s)?(?:first|second|start|kick-?off|stoppage|injury|added|extra|time\b|half|break|interval|restart|end\b|final\swhistle)"
    r"|\s(?:of\s(?:normal|regular|regulation|extra|the\s(?:game|match))\s?(?:time\s)?)?(?:left|remaining|to\s(?:go|play|spare))(?=[.,;:)—–]|$|\s(?:in|and|when|as|but|after|to)\b)|\sfrom\stime\b|\sof\s(?:stoppage|injury|added|extra)"
)
"""What stands behind minutes that are counted from or to a moment of a game."""
TIME_AFTER = re.compile(
    r"\s(?:(?:straight|consecutive|successive)\s)?(?:day|week|month|year|quarter|season|time|term)\b"
)
METERS_OR_MILLIONS = re.compile(
    r"\s(?:of\sthe\b|people\b|(?!(?:waves|hills|depths|walls|towers|masts|heats)\b)[a-z]{3,}[a-rt-z]s\b)"
)
"""Behind 6.5m: visitors, of the year before. A length is as likely to be told: unread is unknown."""
LASTING = re.compile(r"\s(?:straight|consecutive|successive)\s(day|week|month|year)\b")
"""What the ordinal of a time counts: the third straight year. A fourth year alone may be what three years are over at."""
HALVES = frozenset("first second latter other the this last next".split())
"""What stands before the half of a year or game."""
SHARE = re.compile(
    r"\s(?:of|percentage|point|off|more|less|fewer|lower|higher|larger|smaller|cheaper|faster|slower|as)\b|-(?:point|percentage)|[.,;]|$"
)
MEASURED = frozenset("by about nearly almost roughly over than only another around under below to up".split())
"""What may stand before "a quarter" and "a third" where they are shares."""


def numbers(text: str) -> Iterator[Mention]:
    """The numbers of `text` with their units, left to right; a day or time of day is a number without a value.

    >>> [(m.text, m.keys[0]) for m in numbers("$1.5 billion, twenty-three men, two-thirds, 23-article")]
    [('$1.5 billion', 'n:1500000000'), ('twenty-three', 'n:23'), ('two-thirds', 'n:0.6666666667'), ('23', 'n:23')]
    """
    plain = text.translate(FULL_WIDTH)
    for amount in joined(_amounts(plain), plain, link, SCALES):
        yield amount.mention(text)


def _amounts(text: str) -> Iterator[Amount]:
    lower = text.lower()
    if len(lower) != len(text):
        lower = text  # a letter that grows: offsets count more than case
    at = 0
    while candidate := numerals.CANDIDATE.search(lower, at):
        begin = candidate.start() + (candidate[0] == "w")
        match = numerals.NUMERAL.match(lower, begin)
        at = match.end() if match else begin + 1
        if match and len(match[0]) <= LONGEST and (amount := READERS[match.lastgroup or ""](text, match)):
            yield amount


def _measured(
    text: str, start: int, end: int, value: Fraction, step: Fraction, role: str = "", keys: tuple[str, ...] = ()
) -> Amount:
    """The amount whose numeral stands at `[start, end)`, its span widened by unit, currency and sign."""
    keys = keys or number_keys(value)
    unit, stop = unit_at(text, end) if role not in ("ordinal", "word") else ("", end)
    if (
        unit == "second" and value != 1 and text[end : end + 1] == " " and text[stop - 1] == "d"
    ):  # the two second places
        unit, stop = "", end
    if unit == "KRW" and value < 100 and text[end - 1].isalpha():  # two won gold
        unit, stop = "", end
    hedge, money, sign, start = front(text, start)
    if not unit and not role and (times := TIMES.match(text, end)):
        role, stop = "times", times.end()
    unit = unit or money
    if unit == "decade":
        keys = (*number_keys(value * 10), *keys)
    if unit in ("degree", "°C", "°F") and (below := BELOW.match(text, stop)):
        sign, stop = "-", below.end()
    hedge = hedge or hedge_at(text, stop)
    aged = unit in ("year", "month") and OLD.match(text, stop)
    stop = aged.end() if aged else stop
    lasts = not aged and any(u.dimension in ("time", "calendar") for u in units().get(unit, ()))
    if unit == "minute" and not role and INTO.match(text, stop):
        role = "match"
    if aged and not hedge and value.denominator == 1:
        step = Fraction(1)  # nobody of 81 is called 80 years old
    counts = "" if unit or role == "label" else of(text, end)
    return Amount(start, stop, keys, quantity(-value if sign else value, step, hedge, unit, role, counts), lasts)


def _digits(text: str, match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    value, step = numerals.digits(match)
    keys = number_keys(value)
    if match["slash"]:
        part = value / int(match["slash"])
        if part >= 1:  # 11/6 is a day
            return Amount(start, match.end("digits"), keys)
        return _measured(text, start, end, part, Fraction(0), "part", (*keys, *number_keys(part)))
    if match["suffix"]:
        return _nth(text, start, end, value, step)
    if dated(text, start, end):
        return Amount(start, end, keys)
    if match["letter"] == "m" == text[end - 1] and not front(text, start)[1] and METERS_OR_MILLIONS.match(text, end):
        return None
    if (
        match["letter"] == "m" == text[end - 1] and not front(text, start)[1]
    ):  # 850m is a length, for the aligner perhaps a million
        meters = Fraction(match["digits"].replace(",", "").replace(" ", ""))
        return _measured(
            text, start, end - 1, meters, written(match["digits"].replace(" ", "")), keys=(*keys, *number_keys(meters))
        )
    if match["letter"] == "b" == text[end - 1] and not front(text, start)[1]:
        return None  # Article 1b, flat 12b: not read whole
    plural = text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum()
    if plural and value in range(10, 100, 10) and word_before(text, start) != "the":
        return Amount(start, end + 1, keys, between(value, value + 9, unit="year"))
    if plural:
        return Amount(start, end, keys)
    role = "label" if word_before(text, start) in LABELS and not match["scale"] else ""
    return _measured(text, start, end, value, step, role)


def _pair(text: str, match: re.Match[str]) -> Amount:
    scale = numerals.SCALES[match["pair"].strip()] if match["pair"] else 1
    one, other = (Fraction(match[name].replace(",", "")) for name in ("one", "other"))
    step = min(written(match["one"]), written(match["other"])) * scale
    unit, stop = unit_at(text, match.end())
    _, money, _, start = front(text, match.start())
    unit = unit or money
    keys = dict.fromkeys(
        (*number_keys(one), *number_keys(other), *number_keys(one * scale), *number_keys(other * scale))
    )
    aged = unit == "year" and OLD.match(text, stop)
    lasts = not aged and any(u.dimension in ("time", "calendar") for u in units().get(unit, ()))
    role = "range" if one < other and unit else "score"
    return Amount(
        start, aged.end() if aged else stop, tuple(keys), between(one * scale, other * scale, step, unit, role), lasts
    )


def _chain(text: str, match: re.Match[str]) -> Amount:
    return Amount(match.start(), match.end("chain"), number_keys(Fraction(match["chain"])))


def _glyph(text: str, match: re.Match[str]) -> Amount:
    return _measured(text, *match.span(), GLYPHS[match["sign"]], Fraction(0), "part")


def _average(text: str, match: re.Match[str]) -> Amount:
    """A batting average, which has no 0 before the point: .301."""
    value = Fraction(int(match["average"]), 1000)
    return Amount(match.start() - 1, match.end(), number_keys(value), quantity(value, Fraction(1, 1000)))


def _tenths(text: str, match: re.Match[str]) -> Amount:
    value = Fraction(numerals.TENS[match["tenths"]] + numerals.ORDINALS[match["nth"]])
    return _measured(text, *match.span(), value, Fraction(1), "ordinal")


def _fraction(text: str, match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    above, below = match["above"], numerals.PARTS[match["below"]]
    many = numerals.words(above)[0]
    part = many / below
    if above in ("a", "an"):
        word = match["below"]
        keys = number_keys(part) if word == "quarter" else (*number_keys(Fraction(below)), *number_keys(part))
        time_after = below > 2 and TIME_AFTER.match(text, end)  # to a seventh month
        if time_after or not (SHARE.match(text, end) or word_before(text, start) in MEASURED):
            lasting = LASTING.match(text, end)  # a ninth straight week
            value = quantity(Fraction(below), unit=lasting[1] if lasting else "", role="ordinal")
            return Amount(start, end, keys, None if word == "quarter" else value)
        return _measured(text, start, end, part, Fraction(0), "part", keys)
    return _measured(text, start, end, part, Fraction(0), "part")


def _words(text: str, match: re.Match[str]) -> Amount:
    value, step = numerals.words(match["words"])
    keys: tuple[str, ...] = ()
    if match["plus"]:
        part = Fraction(numerals.ONES.get(match["share"], 1), numerals.PARTS[match["plus"]])
        keys, value, step = number_keys(value), value + part, Fraction(1, 4)
        keys = (*number_keys(value), *keys, *number_keys(part))
    if match["times"]:
        scale = numerals.SCALES[match["times"]]
        value, step, keys = value * scale, Fraction(0) if scale == 12 else step * scale, ()
    amount = _measured(text, *match.span(), value, step, "", keys)
    if match[0] == "one" and amount.end == match.end():
        return Amount(amount.start, amount.end, amount.keys, quantity(value, step, role="word"))
    return amount


def _half_of(text: str, match: re.Match[str]) -> Amount:
    word = match["halfof"]
    half = Fraction(1, 2)
    if word in numerals.SCALES:
        value = half * numerals.SCALES[word]
        return _measured(text, *match.span(), value, Fraction(0), "", (*number_keys(value), *number_keys(half)))
    return Amount(*match.span(), number_keys(half), quantity(half, Fraction(0), unit=word), True)


def _dozen(text: str, match: re.Match[str]) -> Amount:
    amount = _measured(text, *match.span(), Fraction(12), Fraction(0))
    value = amount.value
    if value is None or value.hedge:
        return amount
    return Amount(
        amount.start, amount.end, amount.keys, Quantity(Fraction(11), Fraction(13), hedge="about", unit=value.unit)
    )


def _many(text: str, match: re.Match[str]) -> Amount:
    scale = numerals.MANY[(match["many"] or match["dozens"])]
    if match["much"]:
        scale *= numerals.MANY[match["much"]]
    unit, stop = ("year", match.end()) if match["dozens"] == "decades" else unit_at(text, match.end())
    end = match.end("much") if match["much"] else match.end("many") if match["many"] else match.end()
    value = between(Fraction(2 * scale), Fraction(10 * scale - 1), unit=unit)
    lasts = any(u.dimension in ("time", "calendar") for u in units().get(unit, ()))
    return Amount(match.start(), stop if unit else end, (f"v:{scale}",), value, lasts)


def _span(text: str, match: re.Match[str]) -> Amount | None:
    unit = match["span"]
    start, end = match.span()
    keys = {"decade": ("n:10", "n:1"), "fortnight": ("n:14",)}.get(unit, ("n:1",))
    around = unit != "minute" and word_before(text, start) in AROUND_A_YEAR
    if not (len(keys) == 2 or keys[0] == "n:14" or around or BEHIND_A_YEAR.match(text, end)):
        return None
    value, step = (Fraction(2), Fraction(0)) if unit == "fortnight" else (Fraction(1), Fraction(1))
    hedge = front(text, start)[0]
    if half := AND_A_HALF.match(text, end):
        value, step, end, keys = Fraction(3, 2), Fraction(1, 2), half.end(), ("n:1.5", *keys)
    return Amount(start, end, keys, quantity(value, step, hedge, "week" if unit == "fortnight" else unit), True)


def _ordinal(text: str, match: re.Match[str]) -> Amount:
    value = Fraction(numerals.ORDINALS[match["ordinal"]])
    if value == 1 and not MINUTE.match(text, match.end()):
        return _measured(text, *match.span(), value, Fraction(1), "word")
    return _nth(text, *match.span(), value, Fraction(1))


def _nth(text: str, start: int, end: int, value: Fraction, step: Fraction) -> Amount:
    """An ordinal; that of a minute is one of a game: the 65th minute, its 12th and 65th minutes."""
    if MINUTE.match(text, end):
        return Amount(start, end, number_keys(value), quantity(value, step, unit="minute", role="match"))
    amount = _measured(text, start, end, value, step, "ordinal")
    if amount.value and (lasting := LASTING.match(text, end)):  # 3년 연속 is so many years
        return replace(amount, value=replace(amount.value, unit=lasting[1]))
    return amount


def _fold(text: str, match: re.Match[str]) -> Amount:
    word, value = match["fold"], numerals.TIMES[match["fold"]]
    start, end = match.span()
    if word == "half" and (word_before(text, start) in HALVES or text[end : end + 1] == "-"):
        return Amount(start, end, number_keys(value))
    role = "part" if word == "half" else "word" if word in ("double", "doubles") else "times"
    return _measured(text, start, end, value, Fraction(0), role)


def _long(text: str, match: re.Match[str]) -> Amount:
    unit, many = numerals.SPANS[match["long"]]
    key = number_keys(Fraction(14 if unit == "week" else many))
    return Amount(*match.span(), key, quantity(Fraction(many), Fraction(0), unit=unit, role="word"), True)


def _word(text: str, match: re.Match[str]) -> Amount:
    word = match["word"]
    if word == "quarter":
        return Amount(*match.span(), number_keys(Fraction(1, 4)))
    value = Fraction(2 if word == "both" else 1)
    return Amount(*match.span(), number_keys(value), quantity(value, role="word"))


def _life(text: str, match: re.Match[str]) -> Amount:
    value = Fraction(numerals.LIVES[match["his"] or match["her"] or match["life"]])
    return Amount(*match.span(), number_keys(value), between(value, value + 9, unit="year"))


def _couple(text: str, match: re.Match[str]) -> Amount:
    return Amount(*match.span(), ("n:2",), between(Fraction(2), Fraction(3)))


READERS: dict[str, Callable[[str, re.Match[str]], Amount | None]] = {
    "ordinal": _ordinal, "word": _word, "other": _pair, "pair": _pair, "fold": _fold, "below": _fraction, "chain": _chain,
    "span": _span, "many": _many,
    "much": _many, "dozens": _many, "dozen": _dozen, "halfof": _half_of, "long": _long, "nth": _tenths, "sign": _glyph,
    "average": _average,
    "couple": _couple, "his": _life, "her": _life, "life": _life,
    **dict.fromkeys(("digits", "under", "slash", "glyph", "scale", "letter", "suffix"), _digits),
    **dict.fromkeys(("words", "plus", "times"), _words),
}  # fmt: skip
"""What reads a numeral, by the last group of numerals.NUMERAL in it."""

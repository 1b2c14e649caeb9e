"""A value in every notation of Korean and English that newsrooms use, and its minimal slips: thousands of rows, made by this program.

Each family gives values; each value its notations in both languages. Any Korean notation agrees with any English one of the same value, and
with none of a value that is the least bit another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

PUBLISHED = date(2024, 11, 7)
"""A Thursday."""
MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
BRITISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Fact:
    """One value as both languages may write it, and values that are nearly it."""

    family: str
    value: str
    """For people."""
    source: tuple[str, ...]
    target: tuple[str, ...]
    slips: tuple[str, ...]
    """What the target must not say."""


def times() -> Iterator[Fact]:
    """Times of day."""
    for hour in (0, 5, 9, 12, 13, 17, 23):
        for minute in (0, 5, 30, 34):
            slips = [*_english_time(hour, (minute + 1) % 60), *_english_time((hour + 1) % 24, minute)]
            slips += list(_english_time((hour + 12) % 24, minute))
            yield Fact(
                "time",
                f"{hour}:{minute:02}",
                tuple(_korean_time(hour, minute)),
                tuple(_english_time(hour, minute)),
                tuple(slips),
            )


def _korean_time(hour: int, minute: int) -> Iterator[str]:
    half, twelve = ("오전" if hour < 12 else "오후"), hour % 12 or 12
    if hour == 0:
        twelve = 0 if minute else 12
    for head, number in ((f"{half} ", twelve), ("", hour)):
        if not head and hour < 13:
            continue  # may be either half of the day
        if not minute:
            yield f"{head}{number}시"
            continue
        yield f"{head}{number}시 {minute}분"
        yield f"{head}{number}시{minute}분"
        if minute == 30 and head:
            yield f"{head}{number}시 반"
            yield f"{head}{number}시반"
    if hour > 12 or minute:
        yield f"{hour:02}:{minute:02}"
    if hour == 12 and not minute:
        yield "정오"
        yield "낮 12시"


def _english_time(hour: int, minute: int) -> Iterator[str]:
    half, twelve = ("a", "p")[hour >= 12], hour % 12 or 12
    for mark in (f" {half}.m.", f"{half}m", f" {half}m", f" {half.upper()}M"):
        yield f"{twelve}:{minute:02}{mark}"
        yield f"{twelve}.{minute:02}{mark}"
        if not minute:
            yield f"{twelve}{mark}"
    if hour > 12:
        yield f"{hour}:{minute:02}"


def days() -> Iterator[Fact]:
    """Days near the publication date and far from it."""
    for day in (date(2024, 11, 6), date(2024, 10, 31), date(2024, 3, 8), date(2023, 12, 3), date(2025, 1, 20)):
        slips = [form for off in (-1, 1, 10) for form in _english_day(day + timedelta(off))]
        yield Fact("day", day.isoformat(), tuple(_korean_day(day)), tuple(_english_day(day)), tuple(slips))


def _korean_day(day: date) -> Iterator[str]:
    year, month, number = day.year, day.month, day.day
    yield f"{year}년 {month}월 {number}일"
    yield f"{year}년{month}월{number}일"
    yield f"'{year % 100}.{month}.{number}"
    yield f"{year}.{month}.{number}."
    yield f"{year}-{month:02}-{number:02}"
    if abs((day - PUBLISHED).days) < 300:
        yield f"{month}월 {number}일"
        yield f"{month}월{number}일"
    if (year, month) == (PUBLISHED.year, PUBLISHED.month - 1):
        yield f"지난달 {number}일"


def _english_day(day: date) -> Iterator[str]:
    year, month, number = day.year, day.month - 1, day.day
    yield f"{SHORT[month]} {number}, {year}"
    yield f"{MONTHS[month]} {number}, {year}"
    yield f"{number} {MONTHS[month]} {year}"
    yield f"{number} {BRITISH[month]} {year}"
    if abs((day - PUBLISHED).days) < 300:
        yield f"{SHORT[month]} {number}"
        yield f"{number} {MONTHS[month]}"
        yield f"{number} {BRITISH[month]}"
        yield f"the {number}{_th(number)} of {MONTHS[month]}"
        yield f"{BRITISH[month]} {number}"


def _th(number: int) -> str:
    return "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def ranges() -> Iterator[Fact]:
    """From a day to a day, both ends compared."""
    for first, last in (
        (date(2024, 11, 11), date(2024, 11, 14)), (date(2024, 3, 8), date(2024, 3, 23)), (date(2024, 5, 19), date(2024, 6, 1)),
        (date(2024, 12, 26), date(2024, 12, 28)),
    ):  # fmt: skip
        wrong = [(first, last + timedelta(2)), (first, last - timedelta(1)), (first - timedelta(1), last)]
        slips = [form for pair in wrong for form in _english_range(*pair)]
        yield Fact(
            "range",
            f"{first}/{last}",
            tuple(_korean_range(first, last)),
            tuple(_english_range(first, last)),
            tuple(slips),
        )


def _korean_range(first: date, last: date) -> Iterator[str]:
    a, b = f"{first.month}월 {first.day}일", f"{last.month}월 {last.day}일"
    whole = [(a, b), (a.replace(" ", ""), b.replace(" ", ""))]
    for begin, end in whole:
        yield f"{begin}부터 {end}까지"
        yield f"{begin}~{end}"
        yield f"{begin}-{end}"
        yield f"{begin} ∼ {end}"
    if first.month == last.month:
        yield f"{first.month}월 {first.day}~{last.day}일"
        yield f"{first.month}월 {first.day}∼{last.day}일"
        yield f"{first.month}월 {first.day}-{last.day}일"
        yield f"{a}부터 {last.day}일까지"
        yield f"{a}에서 {last.day}일까지"
        yield f"{first.month}월{first.day}일-{last.day}일"


def _english_range(first: date, last: date) -> Iterator[str]:
    names = [(SHORT, "{m} {d}"), (MONTHS, "{m} {d}"), (MONTHS, "{d} {m}"), (BRITISH, "{d} {m}")]
    for table, shape in names:
        a, b = (shape.format(m=table[day.month - 1], d=day.day) for day in (first, last))
        yield f"from {a} to {b}"
        yield f"{a} to {b}"
        yield f"between {a} and {b}"
        yield f"from {a} through {b}"
    if first.month == last.month:
        for name in (SHORT[first.month - 1], MONTHS[first.month - 1]):
            yield f"from {name} {first.day} to {last.day}"
            yield f"{name} {first.day}-{last.day}"
            yield f"{name} {first.day}–{last.day}"
            yield f"{name} {first.day} to {last.day}"
        yield f"{first.day}-{last.day} {MONTHS[first.month - 1]}"
        yield f"{first.day} to {last.day} {MONTHS[first.month - 1]}"
        yield f"from {first.day} to {last.day} {MONTHS[first.month - 1]}"


def amounts() -> Iterator[Fact]:
    """Sums of money and large numbers in words, letters and scales."""
    for value in (
        1_900_000_000_000,
        3 * 10**12,
        25_000_000_000,
        1_270_000_000,
        40_000_000,
        350_000,
        12_000,
        1_200_000_000,
        2 * 10**15,
    ):
        for currency in ("KRW", "USD", "EUR", ""):
            wrong = [value * 10, value // 10, value + 10 ** (len(str(value)) - 1)]
            slips = [form for other in wrong for form in _english_amount(Fraction(other), currency)]
            yield Fact(
                "amount", f"{value:,} {currency}", tuple(_korean_amount(value, currency)),
                tuple(_english_amount(Fraction(value), currency)), tuple(slips),
            )  # fmt: skip


def _korean_amount(value: int, currency: str) -> Iterator[str]:
    unit = {"KRW": "원", "USD": "달러", "EUR": "유로", "": "명"}[currency]
    scales = [(10**16, "경"), (10**12, "조"), (10**8, "억"), (10**4, "만")]
    parts, rest = [], value
    for scale, name in scales:
        group, rest = divmod(rest, scale)
        if group:
            parts.append((group, name))
    if rest:
        parts.append((rest, ""))
    for comma in (False, True):
        for gap in ("", " "):
            for last in ("", " "):
                yield gap.join(f"{group:,}{name}" if comma else f"{group}{name}" for group, name in parts) + last + unit
    if len(parts) == 2 and parts[1][0] % 1000 == 0:
        yield f"{parts[0][0]}{parts[0][1]}{parts[1][0] // 1000}천{parts[1][1]} {unit}"
    scale, name = next(each for each in scales if value >= each[0])
    if (value * 10) % scale == 0 and value % scale:
        yield f"{float(Fraction(value, scale)):g}{name} {unit}"
    if value < 10**7:
        yield f"{value:,}{unit}"


def _english_amount(value: Fraction, currency: str) -> Iterator[str]:
    before = {"KRW": ("₩", "W", "KRW "), "USD": ("$", "US$", "USD "), "EUR": ("€", "EUR "), "": ()}[currency]
    behind = {"KRW": "won", "USD": "dollars", "EUR": "euros", "": "people"}[currency]
    written = list(_english_number(value))
    for text, letters in written:
        if not letters:
            yield f"{text} {behind}"
        for mark in before:
            yield f"{mark}{text}"


def _english_number(value: Fraction) -> Iterator[tuple[str, bool]]:
    names = [
        (10**15, ("quadrillion",), ()), (10**12, ("trillion",), ("tn", "trn")), (10**9, ("billion",), ("bn", "b")),
        (10**6, ("million",), ("m", "mn")), (10**3, ("thousand",), ("k",)),
    ]  # fmt: skip
    for scale, words, letters in names:
        if value >= scale:
            number = value / scale
            if (number * 1000).denominator == 1:
                digits = f"{float(number):,.3f}".rstrip("0").rstrip(".")
                for word in words:
                    yield f"{digits} {word}", False
                    if word != "thousand":
                        yield f"{digits}-{word}", True
                for letter in letters:
                    yield f"{digits}{letter}", True
            break
    if value < 10**9:
        yield f"{int(value):,}", False


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
NATIVE = "- 한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두 열세 열네 열다섯 열여섯 열일곱 열여덟 열아홉 스무".split()
NATIVE_TENS = "- 열 스물 서른 마흔 쉰 예순 일흔 여든 아흔".split()
NATIVE_ONES = "- 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉".split()


def _word(number: int) -> str:
    """An English cardinal below a hundred."""
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


def _native(number: int) -> str:
    """A Korean numeral before a counter, below a hundred."""
    if number <= 20:
        return NATIVE[number]
    tens, ones = divmod(number, 10)
    return NATIVE_TENS[tens] + ("" if not ones else NATIVE[ones])


def quarters() -> Iterator[Fact]:
    """Quarters and halves of a year, which conflict with each other."""
    for number in (1, 2, 3, 4):
        slips = [form for other in (1, 2, 3, 4) if other != number for form in _english_quarter(other)]
        slips += ["the first half of 2024", "the second half of 2024"]
        source = [
            f"2024년 {number}분기",
            f"올해 {number}분기",
            f"올해 {number}·4분기",
            f"올해 {number}/4분기",
            f"2024년 {number}/4분기",
            f"{number}분기",
        ]
        yield Fact("quarter", f"Q{number}", tuple(source), tuple(_english_quarter(number)), tuple(slips))
    for name, word, other in (("상", "first", "second"), ("하", "second", "first")):
        target = [f"the {word} half of 2024", f"the {word} half of this year", f"the {word} half"]
        slips = [
            f"the {other} half of 2024",
            f"the {other} half of this year",
            "the first quarter of 2024",
            "the third quarter of 2024",
        ]
        yield Fact(
            "quarter",
            f"{name}반기",
            (f"2024년 {name}반기", f"올해 {name}반기", f"{name}반기"),
            tuple(target),
            tuple(slips),
        )


def _english_quarter(number: int) -> Iterator[str]:
    yield f"the {ORDINALS[number]} quarter of 2024"
    yield f"the {ORDINALS[number]} quarter of this year"
    yield f"the {ORDINALS[number]} quarter"
    yield f"Q{number} 2024"
    yield f"Q{number}"
    yield f"the {number}{_th(number)} quarter of 2024"


def shares() -> Iterator[Fact]:
    """Fractions, in words and figures."""
    for above, below in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (2, 5), (1, 10), (3, 10)):
        others = [
            (a, b) for a, b in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (2, 5), (9, 10)) if (a, b) != (above, below)
        ]
        slips = [form for pair in others for form in _english_share(*pair)]
        yield Fact(
            "share",
            f"{above}/{below}",
            tuple(_korean_share(above, below)),
            tuple(_english_share(above, below)),
            tuple(slips),
        )


def _korean_share(above: int, below: int) -> Iterator[str]:
    yield f"{below}분의 {above}"
    yield f"{below}명 중 {above}명"
    yield f"{below}명 가운데 {above}명"
    yield f"{below}명의 후보 중 {above}명"
    yield f"{below}개 업체 가운데 {above}개"
    yield f"{_native(below)} 명 중 {_native(above)} 명"
    if above * 2 == below:
        yield "절반"


def _english_share(above: int, below: int) -> Iterator[str]:
    names = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 10: "tenth"}
    plural = "s" if above > 1 else ""
    if below == 2:
        yield "half people"
        yield "one in two people"
        return
    yield f"{ONES[above]}-{names[below]}{plural} people"
    yield f"{ONES[above]} {names[below]}{plural} people"
    if above == 1:
        yield f"a {names[below]} people"
    yield f"{ONES[above]} in {ONES[below]} people"
    yield f"{ONES[above]} out of {ONES[below]} people"
    yield f"{ONES[above]} in every {ONES[below]} people"
    yield f"{ONES[above]} of the {ONES[below]} people"
    yield f"{ONES[above]} of {ONES[below]} people"


def durations() -> Iterator[Fact]:
    """So long, in one unit or two."""
    for hours, minutes in ((1, 40), (2, 40), (4, 28), (1, 30), (2, 0), (3, 15)):
        wrong = [(hours + 1, minutes), (hours, (minutes + 10) % 60), (hours, (minutes + 1) % 60)]
        slips = [form for pair in wrong for form in _english_duration(*pair)]
        yield Fact(
            "duration",
            f"{hours} h {minutes}",
            tuple(_korean_duration(hours, minutes)),
            tuple(_english_duration(hours, minutes)),
            tuple(slips),
        )


def _korean_duration(hours: int, minutes: int) -> Iterator[str]:
    for head in (str(hours), _native(hours) + " "):
        if not minutes:
            yield f"{head}시간"
            continue
        yield f"{head}시간 {minutes}분"
        yield f"{head}시간{minutes}분"
        if minutes == 30:
            yield f"{head}시간 반"


def _english_duration(hours: int, minutes: int) -> Iterator[str]:
    plural, more = ("s" if hours > 1 else ""), ("s" if minutes > 1 else "")
    heads = [f"{hours} hour{plural}", f"{ONES[hours]} hour{plural}"] + (["an hour"] if hours == 1 else [])
    for head in heads:
        if not minutes:
            yield head
            continue
        yield f"{head} and {minutes} minute{more}"
        yield f"{head} {minutes} minute{more}"
        yield f"{head}, {minutes} minute{more}"
        if minutes == 30 and head == "an hour":
            yield "an hour and a half"
    if minutes == 30:
        yield f"{ONES[hours]} and a half hours"
    if minutes:
        yield f"{60 * hours + minutes} minutes"


def percents() -> Iterator[Fact]:
    """Per cent, and percentage points, which are another thing."""
    for number in ("0.06", "3.5", "12", "50.4"):
        other = {"0.06": "0.49", "3.5": "5.3", "12": "21", "50.4": "54.0"}[number]
        points = [f"{number} percentage points", f"{number} percentage point", f"{number}pp"]
        source = tuple(f"{number}{unit}" for unit in ("%", "퍼센트", " 퍼센트", "％"))
        target = tuple(f"{number}{unit}" for unit in ("%", " percent", " per cent", " pct"))
        yield Fact(
            "percent", f"{number} %", source, target, (*(form.replace(number, other) for form in target), *points)
        )
        source = tuple(f"{number}{unit}" for unit in ("%포인트", "%p", "퍼센트포인트", "％포인트", "%P", "%포인트"))
        yield Fact(
            "percent",
            f"{number} %p",
            source,
            tuple(points),
            (*(form.replace(number, other) for form in points), *target),
        )


def counts() -> Iterator[Fact]:
    """People and things, in figures and words."""
    for number in (2, 3, 5, 9, 11, 15, 20, 24, 57, 99):
        wrong = [n for n in (number - 1, number + 1, number + 10, number * 10) if n > 1]
        source = [f"{number}명", f"{number} 명", f"{_native(number)} 명", f"{number:,}명", f"{number}인"]
        slips = [form for n in wrong for form in _english_count(n)]
        yield Fact("count", f"{number} people", tuple(source), tuple(_english_count(number)), tuple(slips))


def _english_count(number: int) -> Iterator[str]:
    yield f"{number:,} people"
    yield f"{number:,} soldiers"
    if number < 100:
        yield f"{_word(number)} people"


def ages() -> Iterator[Fact]:
    """How old somebody is, and the decade of his life."""
    for number in (7, 23, 57, 81):
        wrong = [number - 1, number + 1, number + 10]
        source = (f"{number}세", f"만 {number}세", f"{number}살", f"{_native(number)} 살")
        yield Fact(
            "age",
            f"aged {number}",
            source,
            tuple(_english_age(number)),
            tuple(form for n in wrong for form in _english_age(n)),
        )
    for number in (20, 30, 60):
        wrong = [number - 10, number + 10] if number > 20 else [number + 10]
        source = (f"{number}대", f"{number}대 남성", f"{number}대 여성")
        target = tuple(f"people in their {form}" for form in (f"{number}s", _plural(number)))
        slips = tuple(f"people in their {form}" for n in wrong for form in (f"{n}s", _plural(n)))
        yield Fact("age", f"in the {number}s", source, target, slips)


def _plural(number: int) -> str:
    return TENS[number // 10][:-1] + "ies" if number >= 20 else "teens"


def _english_age(number: int) -> Iterator[str]:
    yield f"{number} years old"
    yield f"{number} years of age"
    yield f"a {number}-year-old man"
    yield f"{_word(number)} years old"


def ordinals() -> Iterator[Fact]:
    """Ranks and places in a row."""
    for number in (2, 3, 5, 9, 12):
        wrong = [n for n in (number - 1, number + 1) if n > 1]
        source = (f"{number}위", f"{number}번째", f"{_native(number)} 번째", f"{number} 번째")
        target = (f"the {ORDINALS[number]} place", f"the {number}{_th(number)} place")
        slips = tuple(f"the {form} place" for n in wrong if n < 13 for form in (ORDINALS[n], f"{n}{_th(n)}"))
        yield Fact("ordinal", f"no. {number}", source, target, slips)


def scores() -> Iterator[Fact]:
    """Goals and votes of two sides: both numbers are compared."""
    for one, other in ((3, 1), (2, 0), (158, 121), (7, 5)):
        wrong = [(one + 1, other), (one, other + 1)]
        source = (f"{one}대 {other}", f"{one} 대 {other}", f"{one}-{other}", f"{one}:{other}")
        target = tuple(_english_score(one, other))
        yield Fact(
            "score", f"{one}-{other}", source, target, tuple(form for pair in wrong for form in _english_score(*pair))
        )


def _english_score(one: int, other: int) -> Iterator[str]:
    yield f"{one}-{other}"
    yield f"{one}–{other}"
    yield f"{one} to {other}"


FRAMES = {
    "time": ("회의는 {}에 열렸다.", "It was held at {}."), "day": ("회의는 {}에 열렸다.", "It was held on {}."),
    "range": ("행사는 {} 열린다.", "It is held {} in Seoul."), "amount": ("그것은 {}이었다.", "It was {} in all."),
    "quarter": ("매출은 {}에 늘었다.", "Sales grew in {}."), "share": ("응답자의 {}이 찬성했다.", "It was backed by {}."),
    "duration": ("회의는 {} 동안 이어졌다.", "The meeting lasted {}."), "percent": ("지지율은 {} 올랐다.", "Support rose by {}."),
    "count": ("참가자 {}이 왔다.", "The event drew {}."), "age": ("그는 {}이다.", "Here is {}."),
    "ordinal": ("한국은 {}를 차지했다.", "Korea took {}."), "score": ("한국이 {}로 이겼다.", "Korea won {}."),
}  # fmt: skip
"""Sentences in which a notation stands, by family: of the source and of the target."""
FAMILIES = (times, days, ranges, amounts, quarters, shares, durations, percents, counts, ages, ordinals, scores)

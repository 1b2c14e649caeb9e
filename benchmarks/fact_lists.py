"""Values on lists of facts in Japanese and Chinese: python benchmarks/fact_lists.py FILE... [--show first]

FILE is the news list facts.tsv (text, kind, value, reference date) of a folder or name that ends in a language (gold-ja/facts.tsv,
facts.zh.tsv), recognizers.LANG.tsv (sentence and value as Recognizers-Text has them; the kinds of number, money and measure,
and dates that lean on no day) or duckling.LANG.tsv (numerals, ordinals, money, such dates). Prints the share that is read to the
right value, by kind. --show prints each miss, of the first half of the rows of a kind or of all.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import click

from align.checks.compare.assignment import values
from align.evaluation.normal import UNITS, Value, interval, says, says_duckling
from align.lang import language
from align.lang.dates.holidays import holidays
from align.lang.dates.leaning import resolved
from align.values import Days, Quantity, When
from align.values.calendars import months
from align.values.units import is_money, units

REFERENCE = datetime(2013, 2, 12, 4, 30)
"""Of duckling's corpus."""
WRITTEN = re.compile(r"[\d一二三四五六七八九十〇○零两两]")
LEANING = re.compile(
    r"[今来來先去昨明次本这這那翌每毎前後后週周内過过近残余以]|上(?!旬)|下(?!旬)|間(?!で)|星期|曜|まえ|あと|から(?!\d)|より|農|农|春|夏|秋|冬"
)
"""What makes a date of the colloquial lists lean on the day of speaking, on a weekday or a season, or one that is open to a side."""
NUMBERS = frozenset("NumberModel OrdinalModel PercentModel CurrencyModel DimensionModel AgeModel".split())
PERIODS = frozenset("DateParser DatePeriodParser".split())
DIMENSIONS = frozenset("Numeral Ordinal AmountOfMoney Time".split())
NAMES = {"pyeong": "평", "mach": "mach", "m3": "m3", "m2": "m2", "km2": "km2", "tsubo": "평"} | {
    "Kilometer": "km", "Meter": "m", "Centimeter": "cm", "Millimeter": "mm", "Mile": "mile", "Foot": "foot", "Inch": "inch",
    "Yard": "yard", "Kilogram": "kg", "Gram": "g", "Milligram": "mg", "Microgram": "µg", "Metric ton": "t", "Ton": "t",
    "Pound": "pound", "Ounce": "oz", "Liter": "l", "Milliliter": "ml", "Gallon": "gallon", "Square meter": "m2",
    "Square kilometer": "km2", "Hectare": "ha", "Acre": "acre", "Barrel": "barrel", "Hertz": "Hz", "Megahertz": "MHz",
    "Kilowatt": "kW", "Year": "year", "Month": "month", "Week": "week", "Day": "day",
}  # fmt: skip
"""A unit of the lists -> ours; of those that are not here the number alone counts."""
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
PARTS = {"early": (0, 0.4), "mid": (0.25, 0.75), "late": (0.6, 1.0)}
WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
LUNAR = {"01-01": "seollal", "04-08": "buddha", "08-15": "chuseok"}
LONG = 400
"""Days that the end of a range of years may lie behind the first day of its last year."""


@click.command()
@click.argument("files", type=click.Path(exists=True, path_type=Path), nargs=-1, required=True)
@click.option(
    "--show", type=click.Choice(["first", "all"]), help="Misses, of the first half of the rows of a kind or of all."
)
def main(files: tuple[Path, ...], show: str | None) -> None:
    for file in files:
        lang = next(
            filter(
                re.compile("[a-z]{2}").fullmatch,
                reversed(re.split(r"[./-]", f"{file.parent.name}.{file.name.removesuffix('.tsv')}")),
            )
        )
        rows = list(LISTS[file.name.partition(".")[0]](file, lang))
        tally(f"{file.parent.name}/{file.name}", rows, show)


Row = tuple[bool, str, str]
"""Whether it is right, its kind, and the row in words."""


def tally(name: str, rows: list[Row], show: str | None) -> None:
    right, every = Counter(kind for good, kind, _ in rows if good), Counter(kind for _, kind, _ in rows)
    total = sum(right.values())
    click.echo(f"{name:34} right {total / len(rows):.3f} ({total}/{len(rows)})")
    click.echo("    " + ", ".join(f"{kind} {right[kind]}/{n}" for kind, n in every.most_common()))
    seen: Counter[str] = Counter()
    for good, kind, words in rows if show else ():
        seen[kind] += 1
        if not good and (show == "all" or 2 * seen[kind] <= every[kind] + 1):
            click.echo(f"    {kind}: {words}")


def read(text: str, lang: str, published: date | None, words: str = "") -> list[Value]:
    """The values of a text, as the checks see them; with `words` those that touch them."""
    every = values(text, resolved([language(lang).mentions(text, published)], published)[0])
    start, end = 0, len(text)
    if words and (at := _plain(text).find(_plain(words))) >= 0 and len(_plain(text)) == len(text):
        start, end = at, at + len(_plain(words))
    return [m.value for m in every if m.value and m.start < end and start < m.end and not isinstance(m.value, str)]  # type: ignore[misc]


def _plain(text: str) -> str:
    return "".join(form if len(form := unicodedata.normalize("NFKC", c)) == 1 else c for c in text).lower()


def news(file: Path, lang: str) -> Iterator[Row]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "expression\t", "text\t")) or not line.strip():
            continue
        text, kind, wanted, published = (*line.split("\t"), "")[:4]
        found = read(text, lang, date.fromisoformat(published) if published else None)
        yield stated(found, kind, wanted), kind, f"{text} = {wanted}  {found}"


def stated(found: list[Value], kind: str, wanted: str) -> bool:
    """Whether one of the values is the fact of a kind that the news list writes as `wanted`."""
    dates = [v for v in found if isinstance(v, When)]
    numbers = [v for v in found if isinstance(v, Quantity)]
    if reader := OTHERS.get(kind):
        return reader(dates, numbers, wanted)
    if "T" in wanted and not wanted.startswith("P"):
        day, _, clock = wanted.partition("T")
        return near(dates, interval(day)) and (":" not in clock or says(found, "time", clock))
    if kind in ("time", "time_range"):
        return all(says(found, "time", f"{int(clock[:2]) % 24:02}{clock[2:]}") for clock in wanted.split("/"))
    if wanted.startswith("P"):
        return any(lasts(q, wanted) for q in numbers) or any(
            lasts(Quantity(n, n, unit=d.grain), wanted) for d in dates if (n := Fraction(abs(d.away or 0)))
        )
    if re.match(r"\d{4}(?:[-/]|$)", wanted) and kind in DATES:
        return near(dates, interval(wanted))
    return any(counts(q, kind, wanted) for q in numbers)


DATES = frozenset("date date_range month month_range year year_range quarter half week relative".split())


def near(dates: Iterable[When], wanted: Days) -> bool:
    """Whether a date is those days, or a loose one that shares half of them, or of which they are the end."""
    for when in dates:
        for first, end in when.spans:
            if (first, end) == wanted:
                return True
            shared = min(end, wanted[1]) - max(first, wanted[0])
            if when.approx and 2 * shared >= min(end - first, wanted[1] - wanted[0]) > 0:
                return True
    return False


def lasts(q: Quantity, wanted: str) -> bool:
    """Whether a quantity is an ISO duration: P3Y4M, P2W, PT70M."""
    days, _, clock = wanted[1:].partition("T")
    calendar = {"Y": 12, "M": 1}
    seconds = {"W": 7 * 86400, "D": 86400}
    month = sum(Fraction(n) * calendar[u] for n, u in re.findall(r"([\d.]+)([YM])", days))
    second = Fraction(0) + sum(Fraction(n) * seconds[u] for n, u in re.findall(r"([\d.]+)([WD])", days))
    second += Fraction(0) + sum(
        Fraction(n) * {"H": 3600, "M": 60, "S": 1}[u] for n, u in re.findall(r"([\d.]+)([HMS])", clock)
    )
    return any(
        reading.factor * (q.point or 0) == (month if reading.dimension == "calendar" else second) != 0
        for reading in units().get(q.unit, ())
    )


def counts(q: Quantity, kind: str, wanted: str) -> bool:
    """Whether a quantity is a number of the news list: 35000, 120000000000 KRW, >30, >=60, 20s, 1/3, 100/999, 300 kg."""
    number, _, unit = wanted.replace("±", "").partition(" ")
    if number in NAMES:
        number, unit = unit, number
    if kind.startswith("money"):
        code = unit or kind.partition("_")[2].upper()
        if not is_money(q.unit) or (code and q.unit != code):
            return False
    elif unit and not same_unit(q.unit, NAMES.get(unit, unit)):
        return False
    if kind in ("percent_point",) and q.unit != "%p":
        return False
    if kind == "percent" and q.unit not in ("%", "할", "割", "成") and q.role not in ("part",):
        return False
    if ends := re.fullmatch(r"([\d.]+)[-/~:]([\d.]+)", number) if kind != "fraction" else None:
        hundredth = 100 if q.role == "part" and kind == "percent_range" else 1
        low, high = sorted(Fraction(end) / hundredth for end in ends.groups())
        return q.low in (low, 2 * low) and q.high in (high, high + 1)  # several hundred may begin with two
    if number.endswith("s"):
        low = Fraction(number[:-1])
        next_ = low * 10 if set(number[1:-1]) == {"0"} and number[0] == "1" else low + 10  # 20s of people, 100s of them
        return q.low is not None and q.high is not None and low <= q.low <= q.high < next_
    if not re.fullmatch(r"[<>=~-]*[\d.,/]+\+?", number):
        return False
    value = abs(Fraction(number.lstrip("<>=~±").rstrip("+").replace(",", "")))
    scale = Fraction(1, 100 if kind == "percent" and q.role == "part" else 1)
    point = {abs(p) for p in (q.point, q.low if q.role in ("range", "score") else None, q.some) if p is not None}
    of_hundred = {Fraction(1, 100) * p for p in point} if kind == "fraction" and q.unit == "%" else set()
    return value * scale in point | of_hundred


def same_unit(a: str, b: str) -> bool:
    measures = [{(u.dimension, u.factor) for u in units().get(name, ())} for name in (a, b)]
    return a == b or bool(measures[0] & measures[1])


def _season(dates: list[When], _: list[Quantity], wanted: str) -> bool:
    year, _sep, name = wanted.partition("-")
    first, end = months(int(year), SEASONS[name], 3)
    return any(first - 31 <= s[0] and s[1] <= end + 31 for d in dates for s in d.spans)


def _part(dates: list[When], _: list[Quantity], wanted: str) -> bool:
    whole, part = wanted.rsplit("-", 1)
    first, end = interval(whole)
    low, high = (first + (end - first) * share for share in PARTS[part])
    return any(low - 1 <= s[0] and s[1] <= high + 1 for d in dates for s in d.spans)


def _lunar(text: str) -> set[Days]:
    return set(holidays(LUNAR.get(text, ""), range(1990, 2051)))


def _decade(dates: list[When], numbers: list[Quantity], wanted: str) -> bool:
    year = int(wanted[:4])
    return any(d.grain == "decade" and d.year == year for d in dates)


OTHERS: dict[str, Callable[[list[When], list[Quantity], str], bool]] = {
    "date_md": lambda dates, _, text: any(f"{d.month or 0:02}-{d.day or 0:02}" == text for d in dates),
    "weekday": lambda dates, _, text: any(d.weekday == (int(text) - 1 if text.isdigit() else WEEKDAYS.index(text)) for d in dates),
    "century": lambda dates, _, text: any(d.grain == "century" and ((d.year or 0) - 1) // 100 + 1 == int(text) for d in dates),
    "decade": _decade,
    "season": _season,
    "part_of_month": _part,
    "fiscal_year": lambda dates, _, text: any(d.year == int(text) for d in dates),
    "lunar_date": lambda dates, _, text: any(s in _lunar(text) for d in dates for s in d.spans),
    "vote": lambda _, numbers, text: set(map(Fraction, text.split("-"))) <= {n for q in numbers for n in (q.point, q.low, q.high)},
}  # fmt: skip
"""Kinds with a notation of their own -> whether dates and numbers say it."""


def recognizers(file: Path, lang: str) -> Iterator[Row]:
    for row in _table(file):
        model, text, gold = row["model"], row["text"], row["gold"]
        published = date.fromisoformat(row["ref_datetime"][:10]) if row["ref_datetime"] else None
        if model in NUMBERS:
            found = read(row["sentence"], lang, published, text)
            good = any(_amount(q, model, gold) for q in found if isinstance(q, Quantity))
        elif model in PERIODS and WRITTEN.search(text) and not LEANING.search(text):
            found = read(row["sentence"], lang, published, text)
            good = any(_days(when, gold) for when in found if isinstance(when, When))
        else:
            continue
        yield good, model, f"{text} = {gold}  [{row['sentence']}]  {found}"


def _amount(q: Quantity, model: str, gold: str) -> bool:
    number = re.match(r"-?[\d.]+(?:E[+-]?\d+)?", gold)
    if number is None:
        return False
    wanted, unit = float(number[0]), gold[number.end() :].strip()
    given = [float(p) for p in (q.point, q.low, q.high) if p is not None]
    if q.unit == "할":
        given = [10 * p for p in given]
    if model == "NumberModel" and q.unit == "%":
        given = [p / 100 for p in given] + given
    if model == "PercentModel":
        if q.unit not in ("%", "%p", "割", "할", "成", "折") and q.role != "part":
            return False
        given = [100 * p for p in given] if q.unit not in ("%", "%p") else given
    if model == "CurrencyModel":
        code = unit.rsplit(" ", 1)[-1]
        if not is_money(q.unit) or (code.isupper() and code != q.unit and not same_unit(q.unit, code)):
            return False
    if model in ("DimensionModel", "AgeModel") and unit in NAMES and not same_unit(q.unit, NAMES[unit]):
        return False
    return any(abs(p - wanted) <= 1e-9 * max(1e-9, abs(wanted)) for p in given)


def _days(when: When, gold: str) -> bool:
    """Whether a date is one of the days, or from one to another; a last day is given as the day itself or the one behind it."""
    found = [date.fromisoformat(day).toordinal() for day in re.findall(r'": "(\d{4}-\d\d-\d\d)', gold)]
    if not found:
        return False
    if len(found) == 1:
        return any(s[0] == found[0] and s[1] == found[0] + 1 for s in when.spans) or _fields(when, found[0])
    return any(s[0] == found[0] and 0 <= s[1] - found[1] <= (LONG if when.to else 1) for s in when.spans)


def _fields(when: When, day: int) -> bool:
    """Without a day to resolve it by: whether the month and day that are written are its."""
    moment = date.fromordinal(day)
    return not when.spans and (when.month, when.day) == (moment.month, moment.day)


def duckling(file: Path, lang: str) -> Iterator[Row]:
    for row in _table(file):
        dimension, text, wanted = row["dimension"], row["expression"], row["value_as_in_corpus"]
        coarse = wanted.split()[-1] in ("Day", "Month", "Year") and "Holiday" not in wanted and "Open" not in wanted
        if dimension not in DIMENSIONS or (
            dimension == "Time" and not (coarse and WRITTEN.search(text) and not LEANING.search(text))
        ):
            continue
        found = read(text, lang, REFERENCE.date())
        good = (
            _money(found, wanted)
            if dimension == "AmountOfMoney"
            else says_duckling(found, dimension, wanted, REFERENCE)
        )
        yield good, dimension, f"{text} = {wanted}  {found}"


def _money(found: Iterable[Value], wanted: str) -> bool:
    """Whether one is that much money; what duckling calls a dollar is the unit of the place, a cent its hundredth."""
    numbers = [Fraction(n) for n in re.findall(r"-?\d+(?:\.\d+)?", wanted)]
    code = UNITS.get(wanted.split()[1].strip("()"), wanted.split()[1])
    cents = Fraction(1, 100) if "Cent" in wanted else 1
    for q in found:
        factors = (
            {u.factor for u in units().get(q.unit, ()) if u.dimension.startswith("money")}
            if isinstance(q, Quantity)
            else set()
        )
        if isinstance(q, Quantity) and factors and (code in ("USD", "cent") or code == q.unit or code not in units()):
            ends = {p * f for p in (q.point, q.low, q.high) if p is not None for f in factors}
            if all(number * cents in ends for number in numbers):
                return True
    return False


def _table(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


LISTS = {"facts": news, "recognizers": recognizers, "duckling": duckling}
"""What the name of a list begins with -> what reads it."""

if __name__ == "__main__":
    main()

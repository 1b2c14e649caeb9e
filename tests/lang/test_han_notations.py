"""Notations of numbers, days and articles that Japanese and Chinese share: what is read, and what is not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from align.lang import language
from align.values import Code, Quantity, When

NUMBERS = (
    # language, text, value, unit
    ("ja", "1.5の3乗", "27/8", ""),
    ("ja", "2の-1乗", "1/2", ""),
    ("ja", "6.02×10の23乗個", "602000000000000000000000", ""),
    ("zh", "2的10次方", "1024", ""),
    ("zh", "2^10", "1024", ""),
    ("zh", "-3e4", "-30000", ""),
    ("ja", "2.5e-1", "1/4", ""),
    ("ja", "52.5/100", "21/40", ""),
    ("zh", "40k", "40000", ""),
    ("zh", "1.2M", "1200000", ""),
    ("zh", "15K%", "15000", "%"),
    ("ja", "12kパーセント", "12000", "%"),
    ("zh", ".75", "3/4", ""),
    ("zh", "10万万", "1000000000", ""),
    ("zh", "三千 八百 九十六 万", "38960000", ""),
    ("zh", "7万 5千 4百", "75400", ""),
    ("zh", "百 分 之 五 十", "50", "%"),
    ("zh", "百分之 五", "5", "%"),
    ("zh", "百分之负三", "-3", "%"),
    ("zh", "百分百", "100", "%"),
    ("zh", "2.4个 百分点", "12/5", "%p"),
    ("ja", "30パ ー セ ント", "30", "%"),
    ("zh", "1兆赫", "1", "MHz"),
    ("zh", "三又 三分之一", "10/3", ""),
    ("ja", "545ドルと5セント", "10901/20", "USD"),
)  # fmt: skip
RANGES = (
    # language, text, from, to
    ("zh", "百分之五到十", 5, 10),
    ("zh", "百分之五至百分之十", 5, 10),
    ("zh", "一千五百多万人", 15_000_000, 15_990_000),
    ("zh", "一百二十几亿", 12_000_000_000, 12_990_000_000),
    ("ja", "100あまり万人", 1_000_000, 1_990_000),
    ("ja", "1500余り万", 15_000_000, 15_990_000),
)
PLAIN = (
    # language, text, the numbers in it
    ("zh", "4K电视", [4]),
    ("zh", "5G网络", [5]),
    ("zh", "1万 2万 3万", [10_000, 20_000, 30_000]),
    ("zh", "共20，300人在场", [20, 300]),
    ("zh", "１，２３４人", [1234]),
    ("zh", "五 六十年代", None),
    ("ja", "3万 5000人", [30_000, 5000]),
    ("ja", "10分の休憩", [10]),
    ("ja", "1 億 4 千万ドル", [140_000_000]),
    ("ja", "第 4 千葉", [4]),
    ("zh", "他是唯一一位牧师", []),
    ("ko", "열세를 메울 수 없었다", []),
    ("ko", "열세 명이", [13]),
    ("en", "more than double to 18 from five", [2, 18, 5]),
    ("ja", "24/7", [24, 7]),
    ("ja", "東京とソウルの2都市", [2]),
)  # fmt: skip


def numbers(lang: str, text: str) -> list[Quantity]:
    return [m.value for m in language(lang).mentions(text, None) if isinstance(m.value, Quantity)]


@pytest.mark.parametrize(("lang", "text", "value", "unit"), NUMBERS, ids=[row[1] for row in NUMBERS])
def test_number(lang: str, text: str, value: str, unit: str) -> None:
    (found,) = numbers(lang, text)
    assert (found.point, found.unit) == (Fraction(value), unit)


@pytest.mark.parametrize(("lang", "text", "low", "high"), RANGES, ids=[row[1] for row in RANGES])
def test_range(lang: str, text: str, low: int, high: int) -> None:
    (found,) = numbers(lang, text)
    assert found.low == low
    assert found.high is not None
    assert found.high <= high


@pytest.mark.parametrize(("lang", "text", "values"), PLAIN, ids=[row[1] for row in PLAIN])
def test_what_is_no_such_number(lang: str, text: str, values: list[int] | None) -> None:
    found = [q.point for q in numbers(lang, text)]
    assert values is None or found == values


DAYS = (
    # language, text, what of it is a date, its first day and the one behind its last
    ("ja", "10/30（水）に開く", "10/30（水）", "2024-10-30", "2024-10-31"),
    ("ja", "3/4（月）", "3/4（月）", "2024-03-04", "2024-03-05"),
    ("ja", "11/22から", "11/22", "2024-11-22", "2024-11-23"),
    ("zh", "11/15（周五）", "11/15（周五）", "2024-11-15", "2024-11-16"),
    ("zh", "他11/22回来", "11/22", "2024-11-22", "2024-11-23"),
    ("ja", "9月4日から7日の間", "9月4日から7日", "2024-09-04", "2024-09-08"),
    ("ja", "11月1日〜5日の間", "11月1日〜5日", "2024-11-01", "2024-11-06"),
    ("ja", "2016年の夏", "2016年の夏", "2016-06-01", "2016-09-01"),
    ("ja", "5月の下旬", "5月の下旬", "2024-05-20", "2024-06-01"),
)  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "said", "first", "last"), DAYS, ids=[row[1] for row in DAYS])
def test_day(lang: str, text: str, said: str, first: str, last: str) -> None:
    (found,) = (m for m in language(lang).mentions(text, date(2024, 11, 7)) if isinstance(m.value, When))
    assert found.text == said
    assert isinstance(found.value, When)
    assert (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()) in found.value.spans


@pytest.mark.parametrize(
    ("lang", "text"),
    [("ja", "1/20の確率"), ("ja", "3/4を占める"), ("ja", "10/11の"), ("zh", "1/2的人"), ("zh", "9/11事件"), ("ja", "3日から5日程度")],
)  # fmt: skip
def test_no_day(lang: str, text: str) -> None:
    found = [m.value for m in language(lang).mentions(text, date(2024, 11, 7)) if isinstance(m.value, When)]
    assert not [when for when in found if when.month == int(text.split("/")[0])] if "/" in text else True
    assert all(when.to is None for when in found)


ARTICLES = (
    # language, text, article
    ("ja", "第九条二項", "9.2"),
    ("ja", "憲法九条", "9"),
    ("ja", "労組法第3条の2第1項", "3-2.1"),
    ("ja", "第3条第2項第1号", "3.2.1"),
    ("ja", "第3条約", ""),
    ("ja", "一条件", ""),
    ("ja", "第25条の2つの", "25"),
    ("zh", "第九条", "9"),
    ("zh", "宪法第九条第二款", "9.2"),
    ("zh", "第3条之二", "3-2"),
    ("zh", "第一条件", ""),
)


@pytest.mark.parametrize(("lang", "text", "article"), ARTICLES, ids=[row[1] for row in ARTICLES])
def test_article(lang: str, text: str, article: str) -> None:
    found = [m.value.text for m in language(lang).mentions(text, None) if isinstance(m.value, Code)]
    assert found == ([article] if article else [])

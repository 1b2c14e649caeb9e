"""Chinese in both scripts: every notation of a value is read back, words are written as the text around them, offsets are true."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang import language
from align.lang.zh.dates import dates
from align.lang.zh.figures import figures
from align.lang.zh.letters import PAIRS, is_traditional, plain, traditional
from align.lang.zh.mentions import mentions
from align.lang.zh.numbers import numbers
from align.lang.zh.restating import restated
from align.lang.zh.times import times
from align.model import Mention
from align.values import Clock, Quantity, When
from tests.lang.test_han import written

PUBLISHED = date(2024, 11, 7)
AMOUNTS = st.builds(lambda digits, power: digits * 10**power, st.integers(1, 9999), st.integers(0, 9))
SCALES = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
TEXTS = {
    "韩国国会周四（7日）通过了预算，金额为3.5万亿韩元，同比增加5个百分点，约有300余名议员出席。":
    "韓國國會週四（7日）通過了預算，金額為3.5萬億韓元，同比增加5個百分點，約有300餘名議員出席。",
    "上月24日凌晨5时34分，两艘货轮在距离海岸200海里处相撞，三成船员受伤。":
    "上月24日凌晨5時34分，兩艘貨輪在距離海岸200海里處相撞，三成船員受傷。",
    "明年第二季度起，年产能将从1200台增至4500台，为原来的3.75倍，历时两个半月。":
    "明年第二季度起，年產能將從1200臺增至4500臺，為原來的3.75倍，歷時兩個半月。",
}  # fmt: skip
"""A text in simplified letters, and in traditional ones."""
PIECES = st.lists(
    st.sampled_from(
        "3 5000 1.2 万 億 亿 三 千 百 十 两 兩 个 個 多 余 半 年 月 日 号 周 星期 四 （ ） 上 下 本 去 今 同 前 后 底 初 季度 半年 至 到 - ~ % 成 分之 倍 元 韩元 美元 人民币 公里 米 时 时34分 點 凌晨 下午 晚 "
        "约 近 逾 超过 以上 左右 第 名 位 家 艘 当地时间 民国 世纪 年代 12·3 戒严 １ ， 。 零下 度 每秒 折 比 和 、 中有 农历 节".split()
    ), max_size=10,
).map("".join)  # fmt: skip


def only(text: str) -> Quantity:
    found = [m.value for m in numbers(text) if isinstance(m.value, Quantity)]
    assert len(found) == 1, (text, found)
    return found[0]


def scaled(number: int) -> str:
    """As newspapers write it: 1.27万亿."""
    scale, name = next(((s, n) for s, n in SCALES if number >= s), (1, ""))
    share = Fraction(number, scale)
    places = next((k for k in range(12) if (share * 10**k).denominator == 1), 0)
    return f"{float(share):.{places}f}{name}"


@given(AMOUNTS, st.sampled_from(["{}人", "共{}名", "{}韩元", "约合{}美元", "{}公里", "{}艘"]))
def test_every_notation_of_an_amount(number: int, frame: str) -> None:
    for said in (str(number), f"{number:,}", scaled(number), written(number)):
        if said == "一" or (len(said) > 12 and "," not in said and said.isdigit()):
            continue
        for text in (frame.format(said), traditional(frame.format(said))):
            found = only(text)
            assert found.point == number, text


@pytest.mark.parametrize(
    ("form", "grain"),
    [
        ("{y}年{m}月{d}日", "day"), ("{y}-{m:02}-{d:02}", "day"), ("{y}/{m}/{d}", "day"), ("{y}.{m}.{d}", "day"), ("民国{roc}年{m}月{d}日", "day"),
        ("{m}月{d}日", "day"), ("{m}月{d}号", "day"), ("{m}月{d}日（周{w}）", "day"), ("周{w}（{m}月{d}日）", "day"), ("{y}年{m}月", "month"),
    ],
)  # fmt: skip
def test_every_notation_of_a_date(form: str, grain: str) -> None:
    for ordinal in range(date(2024, 8, 1).toordinal(), date(2025, 1, 20).toordinal(), 5):
        day = date.fromordinal(ordinal)
        text = form.format(y=day.year, m=day.month, d=day.day, roc=day.year - 1911, w="一二三四五六日"[day.weekday()])
        for said in (text, traditional(text)):
            (found,) = dates(f"会议于{said}举行", PUBLISHED)
            assert found.text == said
            assert isinstance(found.value, When)
            assert found.value.grain == grain
            assert found.value.spans[0][0] == (day if grain == "day" else day.replace(day=1)).toordinal(), said


@pytest.mark.parametrize("mark", ["时", "点", "時", "點"])
def test_every_hour(mark: str) -> None:
    for minute in range(0, 24 * 60, 15):
        hour, rest = divmod(minute, 60)
        part = "凌晨" if hour < 6 else "上午" if hour < 12 else "中午" if hour < 13 else "下午" if hour < 18 else "晚"
        said = f"{part}{hour - 12 if hour > 12 else hour}{mark}{f'{rest}分' if rest else ''}"
        (found,) = times(f"于{said}举行")
        assert isinstance(found.value, Clock)
        assert found.value.minutes == (minute,), said


@given(AMOUNTS, st.sampled_from(["", "KRW", "%", "km", "person"]))
def test_figures_are_read_back(number: int, unit: str) -> None:
    unit = "" if unit == "person" else unit
    value = Quantity(Fraction(number), Fraction(number), Fraction(1), unit)
    found = only(figures(value))
    assert (found.point, found.unit) == (number, unit)


def test_dates_in_words_are_read_back() -> None:
    words = language("zh").date_words
    for ordinal in range(date(2024, 9, 1).toordinal(), date(2024, 12, 20).toordinal(), 3):
        when = When(((ordinal, ordinal + 1),), "day", 2024)
        (found,) = dates(words(when), PUBLISHED)
        assert isinstance(found.value, When)
        assert found.value.spans == when.spans


@pytest.mark.parametrize(("text", "when", "expected"), [
    ("10月3日", When((), "day", month=10, day=30), "10月30日"),
    ("上個月3日", When((), "day", month=10, day=30, told="month-1"), "上個月30日"),
    ("2026年下半年", When((), "half", 2026, 1), "2026年上半年"),
    ("第三季度", When((), "quarter", None, 4), "第二季度"),
    ("下周四", When((), "day", month=10, day=30), ""),
])  # fmt: skip
def test_restated(text: str, when: When, expected: str) -> None:
    assert restated(text, when) == expected


@pytest.mark.parametrize("text", TEXTS)
def test_traditional_says_the_same(text: str) -> None:
    def values(text: str) -> list[object]:
        return [m.value for m in mentions(text, PUBLISHED) if m.value]

    assert values(text) == values(TEXTS[text])
    assert not is_traditional(text)
    assert is_traditional(TEXTS[text])


def test_traditional_by_another_converter() -> None:
    opencc = pytest.importorskip("opencc")
    convert = opencc.OpenCC("s2t").convert
    for text, other in TEXTS.items():
        kept = [m.value for m in mentions(convert(text), PUBLISHED) if m.value]
        assert kept == [m.value for m in mentions(other, PUBLISHED) if m.value]
    back = opencc.OpenCC("t2s").convert
    assert [pair for pair in PAIRS.split() if back(pair[0]) != pair[1]] == []


def test_words_are_in_the_script_of_the_text() -> None:
    like = language("zh").like
    for text, other in TEXTS.items():
        assert like("3亿韩元，周三，5个百分点，两个小时", text) == "3亿韩元，周三，5个百分点，两个小时"
        assert like("3亿韩元，周三，5个百分点", other) == "3億韓元，週三，5個百分點"
    assert language("ko").like("3억 원", "가") == "3억 원"


@given(PIECES)
def test_offsets_are_true(text: str) -> None:
    assert len(plain(text)) == len(text)
    for mention in mentions(text, PUBLISHED):
        assert isinstance(mention, Mention)
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text

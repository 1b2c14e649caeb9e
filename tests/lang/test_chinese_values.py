"""Values as Chinese news writes them: what is none first, then numbers, days and times, each with what it means."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from align.lang import language
from align.lang.zh.letters import traditional
from align.values import Clock, Days, Quantity, When

PUBLISHED = date(2024, 11, 7)
QUIET = (
    "一些 一般 一直 一度 一贯 一旦 一致 一系列 一共 一再 一番努力 一带一路 一国两制 一党独大 一次性措施 一票否决权 一元化 "
    "统一 万科 万达 百度 百济 百货 百姓 百胜餐饮 百花齐放 百家争鸣 百战百胜 千叶县 千万不要 千军万马 千篇一律 千载难逢 万无一失 "
    "三星 三菱 三亚 三角恋 三角洲 金三角 三天两头 三三两两 四川 四周 五角大楼 六本木 六四事件 九江 九牛一毛 十分重要 十字路口 双方 "
    "双十一 两岸 两会 两败俱伤 半导体 半岛 半决赛 第一夫人 第一时间 第一线 第三者 第三方 第一毛织 第一三共 数据 数字经济 几乎 "
    "周恩来 角逐 毫无 毫不 元首 元老 分析 点评 年轻人 月球 今日头条 明天会更好 前天津市长 后天培养 一日千里 百万富翁 零容忍 公元前5世纪"
).split()  # fmt: skip
NUMBERS = (
    # text, from, to (None: open), unit
    ("万余人", "10000", "19900", ""),
    ("上亿美元", "100000000", None, "USD"),
    ("近万美元", "9000", "10000", "USD"),
    ("数以千计的人", "2000", "9999", ""),
    ("数以万计的难民", "20000", "99999", ""),
    ("三五个人", "3", "5", ""),
    ("翻了三番", "8", "8", ""),
    ("两位数增长", "2", "2", ""),
    ("双位数增长", "2", "2", ""),
    ("1000万-2000万韩元", "10000000", "20000000", "KRW"),
    ("20亿-30亿美元", "2000000000", "3000000000", "USD"),
    ("气温-3℃", "-3", "-3", "°C"),
    ("歼-20战机", "20", "20", ""),
    ("三块五", "7/2", "7/2", "元"),
    ("一米七五", "7/4", "7/4", "m"),
    ("身高1米8", "9/5", "9/5", "m"),
    ("1米80", "9/5", "9/5", "m"),
    ("100兆瓦", "100", "100", "MW"),
    ("5兆字节", "5", "5", "MB"),
    ("3兆韩元", "3000000000000", "3000000000000", "KRW"),
    ("2000毫安时", "2000", "2000", ""),
    ("20岁出头", "20", "299/10", "year"),
    ("八旬老人", "80", "80", "year"),
    ("年近六旬", "54", "60", "year"),
    ("一刻钟", "15", "15", "minute"),
    ("四强赛", "4", "4", ""),
    ("三冠王", "3", "3", ""),
    ("五个季度", "5", "5", ""),
    ("四个季度", "4", "4", ""),
    ("3-1", "1", "3", ""),
    ("112-98", "98", "112", ""),
    ("零下5度至3度", "-5", "3", "°C"),
    ("零下5度至零上3度", "-5", "3", "°C"),
    ("零下3至5度", "-5", "-3", "°C"),
    ("最低气温为-5℃至3℃", "-5", "3", "°C"),
    ("增长近一倍", "9/5", "2", ""),
    ("高出一倍以上", "2", None, ""),
)
PAIRS = (("造成三死五伤", [3, 5]), ("两死三伤", [2, 3]), ("3000-2000", [3000, 2000]))
DAYS = (
    # text, first and last days of its dates
    ("今明两年", "2024-01-01 2024-12-31 2025-01-01 2025-12-31"),
    ("去今两年", "2023-01-01 2023-12-31 2024-01-01 2024-12-31"),
    ("今明两天", "2024-11-07 2024-11-07 2024-11-08 2024-11-08"),
    ("明后两天", "2024-11-08 2024-11-08 2024-11-09 2024-11-09"),
    ("翌年3月", "2025-03-01 2025-03-31"),
    ("次年3月5日", "2025-03-05 2025-03-05"),
    ("第二年3月", "2025-03-01 2025-03-31"),
    ("同年10月", "2024-10-01 2024-10-31"),
    ("同月10日", "2024-11-10 2024-11-10"),
    ("今年第一个季度", "2024-01-01 2024-03-31"),
    ("今年首个季度", "2024-01-01 2024-03-31"),
    ("据韩联社7日报道", "2024-11-07 2024-11-07"),
    ("据朝中社8月31日报告", "2024-08-31 2024-08-31"),
    ("美国东部时间5日下午7时", "2024-11-05 2024-11-05"),
    ("去年四季度", "2023-10-01 2023-12-31"),
)
NO_DAYS = ("同年级", "同年龄", "连续四个季度", "一年四季", "任期第二年", "一日千里")
TIMES = (
    # text, minutes after midnight, whether about then
    ("午夜12点", 0, False),
    ("正午12时", 720, False),
    ("约下午5点", 1020, True),
    ("大约在晚上9时", 1260, True),
    ("下午两点一刻", 855, False),
    ("美国东部时间5日下午7时", 1140, False),
    ("北京时间20时", 1200, False),
    ("半夜两点", 120, False),
)


def found(text: str) -> list[object]:
    return [m.value for m in language("zh").mentions(text, PUBLISHED) if m.value is not None and m.kind != "latin"]


def scripts(rows: tuple[tuple, ...]) -> list[tuple]:  # type: ignore[type-arg]
    """Each row in both scripts."""
    return [*rows, *((traditional(text), *rest) for text, *rest in rows if traditional(text) != text)]


@pytest.mark.parametrize("text", QUIET)
def test_no_value(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "low", "high", "unit"), scripts(NUMBERS))
def test_number(text: str, low: str, high: str | None, unit: str) -> None:
    (q,) = (value for value in found(text) if isinstance(value, Quantity))
    assert (q.low, q.unit) == (Fraction(low), unit)
    assert q.high is None if high is None else q.high == Fraction(high)


@pytest.mark.parametrize(("text", "points"), scripts(PAIRS))
def test_numbers_side_by_side(text: str, points: list[int]) -> None:
    assert [value.point for value in found(text) if isinstance(value, Quantity)] == points


@pytest.mark.parametrize(("text", "days"), scripts(DAYS))
def test_days(text: str, days: str) -> None:
    ends = iter(days.split())
    wanted: list[Days] = [
        (date.fromisoformat(first).toordinal(), date.fromisoformat(next(ends)).toordinal() + 1) for first in ends
    ]
    assert [value.spans[0] for value in found(text) if isinstance(value, When)] == wanted


@pytest.mark.parametrize("text", NO_DAYS)
def test_no_days(text: str) -> None:
    assert not [value for value in found(text) if isinstance(value, When)]


@pytest.mark.parametrize(("text", "minutes", "approx"), scripts(TIMES))
def test_time(text: str, minutes: int, approx: bool) -> None:
    (clock,) = (value for value in found(text) if isinstance(value, Clock))
    assert (clock.minutes, clock.approx) == ((minutes,), approx)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("ko", "현지시간 6일 오전 2시 30분"), ("ko", "한국시간으로 6일 오후 4시"), ("zh", "当地时间6日凌晨2时"), ("ja", "現地時間6日午前2時")],
)  # fmt: skip
def test_the_day_of_a_local_time_is_a_date(lang: str, text: str) -> None:
    mentions = [m for m in language(lang).mentions(text, PUBLISHED) if isinstance(m.value, When | Clock)]
    day, time = sorted(mentions, key=lambda mention: mention.start)
    assert isinstance(day.value, When)
    assert isinstance(time.value, Clock)
    assert time.value.local
    assert day.end <= time.start

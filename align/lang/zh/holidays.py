"""Chinese names of days: 春节, 中秋节, 圣诞节, 光复节; 农历八月十五."""

from __future__ import annotations

NAMES = {
    "元旦": "new-year",
    "新年第一天": "new-year",
    "春节": "seollal",
    "大年初一": "seollal",
    "农历新年": "seollal",
    "旧历新年": "seollal",
    "中秋节": "chuseok",
    "中秋": "chuseok",
    "佛诞": "buddha",
    "佛诞节": "buddha",
    "佛诞日": "buddha",
    "浴佛节": "buddha",
    "三一节": "independence-movement",
    "三·一节": "independence-movement",
    "劳动节": "labour",
    "国际劳动节": "labour",
    "五一劳动节": "labour",
    "五一国际劳动节": "labour",
    "韩国儿童节": "children",
    "父母节": "parents",
    "双亲节": "parents",
    "显忠日": "memorial",
    "制宪节": "constitution",
    "光复节": "liberation",
    "国军日": "armed-forces",
    "开天节": "foundation",
    "韩文节": "hangul",
    "韩文日": "hangul",
    "平安夜": "christmas-eve",
    "圣诞前夜": "christmas-eve",
    "圣诞节": "christmas",
    "复活节": "easter",
    "万圣节": "halloween",
    "万圣节前夜": "halloween",
    "情人节": "valentine",
    "太阳节": "sun",
    "光明星节": "shining-star",
}
"""Name -> the holiday of seeds/base/holidays.tsv."""
LUNAR = {(1, 1): "seollal", (4, 8): "buddha", (8, 15): "chuseok"}
"""Month and day of the lunisolar calendar -> the holiday on it."""
THINGS = (
    r"(?!档|晚会|联欢|联会|特赦|赦免|庆祝大会|树|卡|贺卡|礼物|市集|集市|派对|歌|颂歌|大战|票房|旺季|气氛|氛围|"
    r"经济|消费|祝辞|贺词|讲话|运输|返乡)"
)
"""What makes the name part of a thing's."""
HOLIDAY = (
    rf"(?P<holiday>{'|'.join(sorted(NAMES, key=len, reverse=True))})(?P<long>假期|长假|连休|期间|前后|小长假)?{THINGS}"
)


def holiday(name: str) -> str:
    """The holiday of that name."""
    return NAMES[name]

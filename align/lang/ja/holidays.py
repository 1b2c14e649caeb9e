"""Japanese names of days, those of Korea too: 元日, 旧正月, 秋夕, クリスマス."""

from __future__ import annotations

NAMES = {
    "元日": "new-year", "元旦": "new-year", "旧正月": "seollal", "ソルラル": "seollal", "旧暦の元日": "seollal", "春節": "seollal",
    "秋夕": "chuseok", "チュソク": "chuseok", "中秋節": "chuseok", "釈迦誕生日": "buddha", "釈迦生誕日": "buddha", "花祭り": "buddha",
    "お釈迦様の誕生日": "buddha", "三一節": "independence-movement",
    "3・1節": "independence-movement", "三・一節": "independence-movement",
    "顕忠日": "memorial", "制憲節": "constitution", "光復節": "liberation", "国軍の日": "armed-forces", "開天節": "foundation",
    "ハングルの日": "hangul", "クリスマスイブ": "christmas-eve", "クリスマス・イブ": "christmas-eve", "クリスマス": "christmas",
    "聖誕節": "christmas", "イースター": "easter", "復活祭": "easter", "ハロウィーン": "halloween", "ハロウィン": "halloween",
    "バレンタインデー": "valentine", "バレンタイン": "valentine", "太陽節": "sun", "光明星節": "shining-star", "メーデー": "labour",
    "大みそか": "new-year-eve", "大晦日": "new-year-eve", "おおみそか": "new-year-eve",
}  # fmt: skip
"""Name -> the holiday of seeds/base/holidays.tsv."""
LONG = "連休|休み|の連休|期間"
HOLIDAY = (
    rf"(?P<holiday>{'|'.join(sorted(NAMES, key=len, reverse=True))})(?P<long>{LONG})?"
    r"(?![カソ]ード|ツリー|ケーキ|プレゼント|マーケット|セール|商戦|パーティー|ソング|キャロル|シーズン|島|特赦|ムード|休戦)"
)

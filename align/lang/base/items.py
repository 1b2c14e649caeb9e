"""What in a paragraph is no prose: items behind bullets, the mark at the end of a text, credits, rights.

What is meant of any language is here; a language's own part adds words to CREDIT, OWNER and LINE. All are patterns, and all are
tried on any text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from align.lang import parts

BULLETS = "▲△▴▵▶▷►▸◀◁◆◇■□▪▫●○◎◦•∙❖✓✔➤➡☞※"
MARKS = "*>"
"""Those of the keyboard, with a space behind."""
DASHES = "-–—"
PLAIN = "·" + DASHES
"""Bullets that are something else inside a line, unless it begins with one."""
NUMBERS = "①-⑳⑴-⒇ⓐ-ⓩ㉠-㉭❶-❿"
ITEM = re.compile(
    rf"(?:(?<=\s)|^)(?:([{BULLETS}])|([{MARKS}{re.escape(PLAIN)}])(?=\s)|[{NUMBERS}])(?=\s*[^\s{BULLETS}])"
)
SHORTEST = 12
"""Characters of an item, on average: Home > News > Sea is a path."""
ROWS = 3
"""Items without a stop behind a lead from which they are a list."""
COUNTED = re.compile(
    r"(?:(?<=\s)|^)(?:(\d{1,2})\.(?=\s\D)|(\d{1,2})\)|\((\d{1,2})\)|([①-⑳])|([가나다라마바사아자차카타파하])[.)](?=\s)|([a-z])\)|\(([a-z])\))"
)
"""The number of an item in a line, in seven series."""
SERIES = ("가나다라마바사아자차카타파하", "abcdefghijklmnopqrstuvwxyz", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
STOPPED = re.compile(r"[.!?…。！？][\"'”’)\]」』]*\s*$")
END = r"(?:[(\[<【（〈]\s?(?:END|Ends?|FIN|MORE|more|끝|계속|終わ?り?|完)\s?[)\]>】）〉]|#\s?#\s?#|-\s?30\s?-|/끝/)\s*$"
"""The mark behind the last sentence of an article."""
ENDING = re.compile(rf"(?<=[\s.!?。！？\"'”’)\]]){END}")
CREDIT = (
    r"[\[(【（<][^\n.!?。]{1,60}(?<![다요까])[\])】）>]"
    r"|[\[(【（<]?\s?(?:写真|画像|資料写真|出典|出所|图片来源|图片|图|照片|摄影|来源|圖|圖片|攝影|來源|新华社发|[Ff]otos?|Bild(?:er)?|Quelle|Crédits?|"
    r"[Pp]hotos?|Fuente|Imagen|Imágenes|Фото|Источник|Иллюстрация)\s?[=＝:：/／|][^\n]{1,60}|[^\n。！？.]{1,24}(?:提供|撮影|摄|攝)[)）】]?"
)
"""What stands behind the last sentence of a caption, all of it."""
BREAK = re.compile(r"(?<=[.!?\"”’)])\s+(?=\S)|(?<=[。！？])\s*(?=\S)")
"""Where a credit may begin."""
OWNER = (
    r"[ⓒ©℗]|\(c\)\s?(?:19|20)\d\d|著作権|無断転載|版权所有|版權所有|未经授权|(?i:Alle Rechte vorbehalten|Tous droits réservés|"
    r"(?:Todos los|Reservados todos los) derechos|Все права защищены)"
)
"""How a copyright line begins."""
LINE = ""
"""Where a line of another kind begins inside a paragraph: an address, the first sentence behind a by-line."""
TAIL = 80
"""Characters at the end of a paragraph in which its end mark and its credit are."""
RIGHTS = 240
"""Characters of a copyright line."""


def breaks(text: str) -> Iterator[int]:
    """Where an item, an end mark or a line of another kind begins inside the paragraph `text`.

    >>> list(breaks("▲ 첫날 개막. ▲ 둘째 날 폐막.  (끝)")), list(breaks("자금을 ▲증설 ▲인력에 쓴다."))
    ([9, 21], [])
    """
    yield from _items(text)
    yield from _counted(text)
    yield from (m.start() for m in _pattern("LINE").finditer(text) if m.start())
    if ending := ENDING.search(text, max(0, len(text) - TAIL)):
        yield ending.start()


def _items(text: str) -> Iterator[int]:
    """The bullets that begin an item: those of a kind that stands behind a stop in a paragraph that begins with a bullet, or
    that there are several of in one without a stop at its end.

    Else they are of one sentence: ■ 자금은 ▲증설 ▲인력에 쓴다.
    """
    marks = [(_kind(m), m.start()) for m in ITEM.finditer(text)]
    if not marks:
        return iter(())
    leading = text[0] in BULLETS + MARKS + PLAIN or bool(re.match(f"[{NUMBERS}]", text))
    kinds = {kind for kind, at in marks if leading and kind not in DASHES and STOPPED.search(text, max(0, at - 8), at)}
    if not STOPPED.search(text[-8:]) and len(text) >= SHORTEST * len(marks):
        often = Counter(kind for kind, _ in marks).items()
        kinds |= {kind for kind, n in often if n >= 2 and (kind not in PLAIN or kind == text[0])}
    return (at for kind, at in marks if at and kind in kinds)


def _counted(text: str) -> list[int]:
    """The items that are counted through: 1. bread 2. salt. A lead may stand before three or more: To buy: 1. bread 2. salt 3. tea"""
    series: dict[int, list[int]] = {}
    for mark in COUNTED.finditer(text):
        found = series.setdefault(mark.lastindex or 0, [])
        if _rank(mark[mark.lastindex or 0]) == len(found) + 1:
            found.append(mark.start())
    lists = [found for found in series.values() if len(found) >= 2]
    prose = bool(STOPPED.search(text[-8:]))
    return [place for found in lists if not found[0] or (len(found) >= ROWS and not prose) for place in found if place]


def _rank(mark: str) -> int:
    """Which one of its series the number or letter of an item is, from 1."""
    return int(mark) if mark.isdecimal() else next(letters.index(mark) + 1 for letters in SERIES if mark in letters)


def _kind(mark: re.Match[str]) -> str:
    return mark[1] or mark[2] or "number"


def credit(text: str) -> int:
    """Where the credit begins that stands behind the last sentence of a caption; past the end where there is none.

    >>> text = "시민들이 줄을 서 있다. 사진=새솔통신"
    >>> text[credit(text) :]
    ' 사진=새솔통신'
    """
    tail = max(0, len(text) - TAIL)
    for place in BREAK.finditer(text, tail):
        if _pattern("CREDIT").fullmatch(text, place.end()):
            return place.start()
    return len(text) + 1


def whole(text: str) -> bool:
    """Whether the paragraph is a copyright line, which is one however many stops are in it."""
    return len(text) <= RIGHTS and bool(_pattern("OWNER").match(text.lstrip("<[(【■▶*※ ")))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """What every language has under `name`, as one pattern."""
    found = (getattr(part, name) for part in parts("items"))
    return re.compile("|".join(f"(?:{words})" for words in found if words))

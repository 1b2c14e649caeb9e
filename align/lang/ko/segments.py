"""Korean sentences, as newspapers write them.

A full stop ends a sentence, but not inside a quotation that the sentence goes on to report ("…다. …다."라고 말했다), in
a date (2024. 3. 1.), behind a list number or a Latin abbreviation. A quotation that stands by itself is cut inside.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from align.lang.base.sentences import PAUSE, cut, following, numbered, preceding

QUOTATION = re.compile(
    r"“[^“”\n]*”|\"[^\"\n]*\"|‘[^‘’\n]*’|(?<![\w'])'[^'\n]{1,300}'|「[^「」\n]*」|『[^『』\n]*』|[(（][^()（）\n]{0,400}[)）]"
)
REPORTED = re.compile(
    r"(?:이?라(?:고|며|는|면서|던|니|든지|거나)|고\s|며\s|면서\s|하고\s|하며\s|하는\s|는\s|은\s|이라[\s.]|을\s|를\s|에\s|의\s|로\s|으로\s|과\s|와\s|등\s|등[의을이]\s|식의|이?라?는\s"
    r"|말(?:[을이과도만]|했|하[며는고]|씀|한다|투)|[,·‧])"
)
"""How a sentence goes on behind the closing mark of what it quotes."""
LATIN = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|[A-Z](?:\.[A-Z])+|vs|Mr|Mrs|Ms|Dr|Prof|St|No|Jr|Sr|Inc|Co|Ltd|Corp|etc|e\.g|i\.e)\.$"
)
FEET = re.compile(r"\d['′]\s?\d{1,2}\"")
INCHES = re.compile(r"(?<![\d'])\d{1,3}(?:\.\d)?\"(?=[\s가-힣,)])")
NUMBER = re.compile(r"\d\.$")
DATE = re.compile(
    r"(?<![\d.,])(?:(?:(?:19|20)\d\d|[’']?\d\d)\.\s?(?:0?[1-9]|1[0-2])(?:\.\s?(?:0?[1-9]|[12]\d|3[01]))?|(?:0?[1-9]|1[0-2])\.\s(?:0?[1-9]|[12]\d|3[01]))$"
)
"""2024. 3. 1 | 2024.3 | 3. 1"""
PAST = "".join(chr(0xAC00 + 28 * i + 20) for i in range(399))
"""Syllables that end in the double consonant of the past, of 있다 and of 겠다."""
OPENING = (
    r"그러나|하지만|한편|이어|또한?|그러면서|이날|이에|이와\s(?:관련해|함께)|앞서|그는|그녀는|다만|특히|반면|따라서|그래서|그리고|그런데|그동안|그럼에도|"
    r"이후|이로써|이번|이들은|이는|이처럼|이같은|이\s같은|당시|올해|지난해|지난달|최근|여기에|아울러|더불어|게다가|결국|실제로|물론|이밖에|이\s밖에|현재|"
    r"우리는|저는|나는|제가|이를\s위해|이에\s따라|그\s결과|그\s후|같은\s날|다음\s날|나아가"
)
UNSTOPPED = re.compile(rf"(?:(?<=[{PAST}]다)|(?<=니다)|(?<=니까))\s+(?=(?:{OPENING})\s)")
"""A sentence without its full stop: a finite verb and then a word that only begins one."""
PAUSED = re.compile(rf"(?:[{PAST}]다|니다|니까|[{PAST}해세에예네]요|[지군]요)$")
"""A sentence that a pause ends."""


def segments(paragraph: str, lang: str = "ko") -> list[tuple[int, int]]:
    """The spans of the sentences of `paragraph`.

    >>> text = '그는 "비가 온다. 우산을 쓰자."라고 말했다. 2024. 3. 1. 시행됐다.'
    >>> [text[a:b] for a, b in segments(text)]
    ['그는 "비가 온다. 우산을 쓰자."라고 말했다.', '2024. 3. 1. 시행됐다.']
    """
    held = [q.span() for q in QUOTATION.finditer(_measured(paragraph)) if _goes_on(paragraph, q)]
    begins = [start for start, _ in held]

    def inside(position: int) -> bool:
        i = bisect_right(begins, position) - 1
        return i >= 0 and held[i][0] < position < held[i][1]

    def ends(text: str, stop: re.Match[str], start: int) -> bool:
        return not inside(stop.start()) and _final(text, stop, start)

    return cut(paragraph, ends, (m.end() for m in UNSTOPPED.finditer(paragraph) if not inside(m.end())))


def _measured(text: str) -> str:
    """`text` with the marks of inches masked that would be taken for quotation marks: 27" 화면; the length is kept."""
    masked = FEET.sub(lambda m: m[0][:-1] + "″", text)
    return INCHES.sub(lambda m: m[0][:-1] + "″", masked, count=1) if masked.count('"') % 2 else masked


def _goes_on(text: str, quotation: re.Match[str]) -> bool:
    """Whether the sentence around a quotation goes on behind it, so that nothing may be cut inside."""
    end = quotation.end()
    if text[quotation.start()] in "(（":  # a remark inside a sentence, unless a sentence has just ended
        position = quotation.start()
        while position and text[position - 1].isspace():
            position -= 1
        return position > 0 and text[position - 1] not in '.!?…"”'
    if end >= len(text):
        return False
    if not text[end].isspace():
        return text[end] not in ".!?…"
    if quotation[0][-2:-1] in ".!?…":
        return bool(REPORTED.match(following(text, end) + " "))
    return True


def _final(text: str, stop: re.Match[str], start: int) -> bool:
    after = following(text, stop.end())
    if not after:
        return True
    mark = stop[0]
    if len(mark) > 1 and mark[-1] in "\"'”’" and REPORTED.match(after):
        return False
    if mark.startswith(PAUSE):  # a pause, unless a verb ends the sentence, or a quotation that stands by itself does
        return mark[-1] in '"”' or bool(PAUSED.search(text, max(start, stop.start() - 4), stop.start()))
    if numbered(text, start, stop.end()):
        return False
    if mark[0] != ".":
        return not REPORTED.match(after) or len(mark) == 1
    before = preceding(text, stop.start() + 1)
    if NUMBER.search(before) and (after[0].isdigit() or DATE.search(text, max(start, stop.start() - 16), stop.start())):
        return False
    return not (LATIN.search(before) and len(mark) == 1)

"""Korean times of day, numbers in words, ends of ranges and codes said wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.base.slips import CODE, Slip
from align.lang.base.slips import code as any_code
from align.lang.base.slips import range_ends as any_range

TIME = re.compile(
    r"(?P<half>오전|오후) ?(?P<hour>1[0-2]|[1-9])시(?!간)(?: ?(?P<minute>[0-5]?\d)분)?"
    r"|(?:새벽|아침|저녁|밤) ?(?P<late>1[0-2]|[1-9])시(?!간)"
)
BY = (-3, -2, -1, 1, 2, 3)
"""Hours by which an hour is off."""
MINUTES = 10
WORDS = "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열".split()
COUNTER = r"(?= ?(?:명|곳|개|번째|사람|차례|가지|달|시간|대(?![가-힣])|척|마리|배(?![가-힣])|팀|골|경기|편|권|살|해(?![가-힣])))"
COUNT = re.compile(rf"(?<![가-힣])(?:{'|'.join(WORDS)}){COUNTER}")
RANGE = re.compile(
    r"(?<![\w.,:~∼-])(?P<low>\d{1,3})(?:[월일시세명개년%])?[~∼-](?P<high>\d{1,3})(?![\w.~∼-]*\d|[만억조천백십:])"
)
ARTICLE = re.compile(rf"{CODE.pattern}|제\d{{1,3}}(?=[조항호]\b)|(?<!\d)\d{{1,3}}(?=호선)")


def time(text: str) -> Iterator[Slip]:
    """Another hour, the other half of the day, or another figure of the minutes.

    >>> [slip.new for slip in time("오후 2시 30분")]
    ['1', '3', '4', '5', '오전', '20', '40']
    """
    for match in TIME.finditer(text):
        name = "hour" if match["hour"] else "late"
        for by in BY:
            if 1 <= (new := int(match[name]) + by) <= 12:
                yield Slip(match.span(name), str(new), new)
        if match["half"]:
            yield Slip(match.span("half"), "오전" if match["half"] == "오후" else "오후")
        if match["minute"]:
            for new in (int(match["minute"]) - MINUTES, int(match["minute"]) + MINUTES):
                if 0 < new < 60:
                    yield Slip(match.span("minute"), str(new), new)


def notation(text: str) -> Iterator[Slip]:
    """Quiet: 오후 2시30분 or 오후 2시 반 for 오후 2시 30분.

    >>> [slip.new for slip in notation("오후 2시 30분")]
    ['오후 2시30분', '오후 2시 반', '14시 30분']
    """
    for match in TIME.finditer(text):
        if match["half"] and match["minute"]:
            yield Slip(match.span(), f"{match['half']} {match['hour']}시{match['minute']}분")
            if match["minute"] == "30":
                yield Slip(match.span(), f"{match['half']} {match['hour']}시 반")
            hour = int(match["hour"]) % 12 + 12 * (match["half"] == "오후")
            yield Slip(match.span(), f"{hour}시 {match['minute']}분")


def count(text: str) -> Iterator[Slip]:
    """Another number in words, one or two away.

    >>> [slip.new for slip in count("다섯 명 가운데 세 곳")]
    ['세', '네', '여섯', '일곱', '한', '두', '네', '다섯']
    """
    for match in COUNT.finditer(text):
        k = WORDS.index(match[0])
        for new in (k - 2, k - 1, k + 1, k + 2):
            if 0 <= new < len(WORDS):
                yield Slip(match.span(), WORDS[new], new + 1)


def counts(text: str) -> set[int]:
    """The values of the numbers in words, 첫 번째 among them."""
    return {WORDS.index(match[0]) + 1 for match in COUNT.finditer(text)}


def range_end(text: str) -> Iterator[Slip]:
    """One end of a range of numbers or days another.

    >>> [slip.new for slip in range_end("3~5일")][-2:]
    ['8', '9']
    """
    return any_range(text, RANGE)


def code(text: str) -> Iterator[Slip]:
    """The last digit of a telephone number, an article of a law or a designation another.

    >>> [slip.new for slip in code("제9조")][:2]
    ['제1', '제2']
    """
    return any_code(text, ARTICLE)

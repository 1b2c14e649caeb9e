"""Codes as Korean words make them: 제9조 2항, 국번 없이 120, 버전 3.10, 화성-17형."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from align.lang.base.codes import Reader, found, phone, version
from align.model import Mention
from align.values import Code

LAWS = r"법|법률|헌법|조약|협약|협정|규약|규정|규칙|령|칙|정관|당헌|당규|조례|약관|헌장"
"""What has articles: its name ends so."""
CALLED = r"(?:에|으로|로)?\s?(?:신고|전화|연락|문의|상담|제보|걸)"
SERVICES = r"구급|구조|소방|신고|상황실|안전센터|콜센터|상담|생활안전|다산|긴급|종합상황|특수|대원|대책|콜|번호"
EMERGENCY = r"1(?:0[79]|1[0-9]|2[0-9]|3[0-2]|82|88)|13[0-9]{2}|1(?:44|5|6|8)\d{2}"
"""Short numbers that one dials in Korea: of the emergency services, of ministries and of cities."""
SOFTWARE = (
    r"버전|버젼|안드로이드|윈도우?|파이썬|자바|리눅스|커널|펌웨어"
    r"|iOS|Python|Android|Windows|Java|Linux|macOS|Node\.js|Chrome|Firefox"
)


def codes(text: str, beside: Iterable[Mention] = ()) -> tuple[Mention, ...]:
    """The codes of `text`, left to right.

    >>> [(m.text, m.value.text) for m in codes("제9조 2항과 국번 없이 120번, 버전 3.10, 화성-17형")]
    [('제9조 2항', '9.2'), ('120', '120'), ('버전 3.10', '3.10'), ('화성-17', '17')]
    """
    return found(text, _own(), beside)


@cache
def _own() -> tuple[Reader, ...]:
    below = r"(?:의\s?(?P<branch>\d{1,2}))?(?:\s?제?\s?(?P<clause>\d{1,2})\s?항)?(?:\s?제?\s?(?P<item>\d{1,2})\s?호)?"
    return (
        (
            re.compile(rf"(?P<code>제\s?(?P<article>\d{{1,4}})\s?조(?![원달엔유\d]|\s[원달]){below})"),
            _article,
        ),
        (
            re.compile(
                rf"(?:{LAWS})['’”\"』」>〉》)]?\s?(?:\([^)]{{1,20}}\)\s?)?(?P<code>(?P<article>\d{{1,4}})\s?조(?![원달엔유\d]|\s[원달\d]){below})"
            ),
            _article,
        ),
        (
            re.compile(
                r"(?<!\d)(?P<code>(?P<article>\d{1,4})조(?:의\s?(?P<branch>\d{1,2}))?\s?제?\s?(?P<clause>\d{1,2})\s?항"
                r"(?:\s?제?\s?(?P<item>\d{1,2})\s?호)?)"
            ),
            _article,
        ),
        (
            re.compile(
                r"(?P<code>제\s?(?P<clause>\d{1,2})\s?항(?:\s?제?\s?(?P<item>\d{1,2})\s?호)?(?P<article>)(?P<branch>)?)"
            ),
            _article,
        ),
        (
            re.compile(
                r"(?:국번\s?없이|☎|☏|전화(?:번호)?|콜센터|상담전화|긴급전화|핫라인|대표번호)\s?[:(]?\s?(?:[☎☏]\s?|국번\s?없이\s?)?"
                r"(?P<code>1\d{2,3})(?![\d,.-]|\s?(?:명|건|통|대|회|개|곳|원|만|억|년|월|일|시|분|여))"
            ),
            _dialled,
        ),
        (re.compile(rf"(?<![\d.,-])(?P<code>{EMERGENCY})(?![\d,-])(?=번?{CALLED}|번?\s?(?:{SERVICES}))"), _dialled),
        (
            re.compile(
                rf"(?P<code>(?:{SOFTWARE})\s?(?:은|는|이|가)?\s?(?P<number>\d+(?:\.\d+)+))(?!\.?\d|\s?(?:%|퍼센트|배|점|명|억|만|조|원))"
            ),
            version,
        ),
        (re.compile(r"(?P<code>버[전젼]\s?(?P<number>\d+))(?![.,]?\d|\s?(?:개|번|가지))"), version),
        (re.compile(r"(?<![\d.,])(?P<code>(?P<number>\d+(?:\.\d+)+)\s?(?:버[전젼]|판(?![매단결정])))"), version),
        (
            re.compile(
                r"(?<![가-힣])(?P<code>(?P<stem>[가-힣]{2,6})-(?P<digits>\d{1,3}))(?=형|호|[^\d\w~-]|[은는이가을를의에로와과도]|$)"
            ),
            _named,
        ),
    )


def _article(match: re.Match[str]) -> Code:
    article = match["article"] + (f"-{match['branch']}" if match["branch"] else "")
    return Code("article", ".".join((article, match["clause"] or "", match["item"] or "")).rstrip("."))


def _dialled(match: re.Match[str]) -> Code:
    return phone(match["code"])


def _named(match: re.Match[str]) -> Code:
    return Code("designation", match["digits"])

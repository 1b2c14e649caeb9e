"""The unit behind a Korean numeral: 3원을, 850m, 두 달, 5만 동; but not 3원칙, 두 분, 101동."""

from __future__ import annotations

import re

from align.values.units import forms, lengths

ENDINGS = frozenset(
    "은는이가을를의에로으와과도만까부보인였씩짜정미초어대선당여쯤안남상규급넘육간째동전후뒤내밖뿐마라나든하께한적밑아위중사"
    "입등및꼴량치권기높낮길깊더거수반화차물"
)
"""First syllables of what may follow a unit: particles, endings, 짜리, 가량, 이상, 동안, 넘는, 높이, 화(貨)."""
PARTICLES = frozenset("은는이가을를의에로으와과도만")
RISKY = frozenset(
    "프로 나노 기가 테라 랜드 라리 이더 레알 실링 센트 비르 세디 레우 타카 노트 유로 마하 온스 피트 밀리 센티 센치 킬로 "
    "그램".split()
)
"""Units of two syllables that begin other words: 프로그램, 센트럴."""
NOT_UNITS = re.compile(
    r"분기|분의|세대|세기|세이브|세부|도어|주기|년대|년생|년도|년산|년식|년형|랜드마|원화|시간표|프로그|근로|근무|해외|달라|평가|주가|주의|주당|주인|도로|"
    r"기가바|이더리|나노기|리어|라리가|주도"
)
SPOKEN = frozenset("달 해 주 살 돈 근 평 냥 주일".split())
"""Units of one syllable that native numerals count: 두 달; not 두 분, two people."""


def unit_at(text: str, at: int, spoken: bool = False, large: bool = False) -> tuple[str, int]:
    """The unit at `at`, a space before it allowed, and where it ends; "" where there is none.

    `spoken`: the numeral is in native words; `large`: it has 만 or more, so that 동 is money and no building.
    """
    table = forms("ko")
    space = text[at : at + 1] == " "
    start = at + space
    for length in lengths("ko"):
        form = text[start : start + length]
        unit = table.get(form)
        if unit is not None and len(form) == length and _is_unit(text, start, form, space, spoken, large):
            return unit, start + length
    return "", at


def _is_unit(text: str, start: int, form: str, space: bool, spoken: bool, large: bool) -> bool:
    behind = text[start + len(form) : start + len(form) + 1]
    if not "가" <= form[-1] <= "힣":
        return not (behind.isascii() and behind.isalnum())
    if len(form) == 1 and (
        form == "일" or (form not in SPOKEN if spoken else form == "해" or (form == "동" and not large))
    ):
        return False
    if not "가" <= behind <= "힣":
        return True
    if NOT_UNITS.match(text, start):
        return False
    if len(form) > 1 and form not in RISKY:
        return True
    if behind == "다" and not space and not "가" <= text[start + len(form) + 1 : start + len(form) + 2] <= "힣":
        return True  # 3도다.
    apart = space and not spoken and form != "년"
    return behind in (PARTICLES if apart else ENDINGS) and not (apart and form in "도주세리근돈")

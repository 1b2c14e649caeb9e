"""Where a Korean text names a person whom nothing in the translation renders: a word before or behind a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from align.engine.evidence.words import common
from align.engine.lexicon import SHIPPED, shipped
from align.lang.ko.tokens import stem, tokens
from align.names.links import Link
from align.names.sounds import among
from align.names.texts import Texts, Word

NOUN = frozenset(("", *"은는이가을를의와과도"))
"""Particles of a noun that verbs and adverbs have not."""
BEFORE = frozenset(
    "감독 배우 시인 작가 가수 화가 투수 타자 포수 공격수 수비수 골키퍼 평론가 작곡가 지휘자 모델".split()
)
"""Words that stand before a person's name."""
TITLES = BEFORE | frozenset(
    (
        "대통령 총리 부총리 장관 차관 의원 대표 위원장 부위원장 대변인 교수 박사 기자 특파원 코치 선수 회장 "
        "부회장 사장 부사장 이사 이사장 원장 소장 국장 과장 팀장 실장 청장 처장 시장 군수 지사 구청장 판사 검사 "
        "변호사 대법관 재판관 대사 외무상 외무장관 국방장관 연구위원 연구원 씨 여사 신부 목사 스님 대위 대령 소령 "
        "중령 중장 대장 준장 총장 학장 사무총장 특사 비서관 수석 본부장 센터장 지부장 위원 후보 후보자 간사 "
        "원내대표 최고위원 주교 추기경 교황 국왕 여왕 왕자 공주 경 의장 서기 총비서 상원의원 하원의원 최고경영자 "
        "창업자 당국자 수사관 경관"
    ).split()
)
"""Words that stand behind it."""


@lru_cache(maxsize=50_000)
def unheard(word: str) -> bool:
    """Whether the shipped lexicons hardly know a Hangul word: a name, perhaps."""
    return not common(tokens(word), [lexicon.source for name in SHIPPED if (lexicon := shipped(name)) is not None])


def unrendered_persons(texts: Texts, links: Sequence[Link], rare: bool) -> Iterator[Word]:
    """The Hangul words of a bead that no link or gazetteer entry has and that may be names.

    They stand beside a title or, with `rare`, are nouns that no lexicon knows, as most names are. A second mention of a name that
    the bead renders once may be a pronoun there.
    """
    rendered = [link.name for link in links]
    taken = [link.hangul for link in links] + [(s.start, s.end) for s in texts.hangul]
    words = texts.words
    for k, word in enumerate(words):
        root = stem(word.text)
        if len(root) < 2 or among(word.text, TITLES) or any(a < word.end and word.start < b for a, b in taken):
            continue
        if any(name.endswith(root) or root.startswith(name) for name in rendered):
            continue
        behind = words[k + 1] if k + 1 < len(words) and words[k + 1].start - word.end == 1 else None
        before = words[k - 1] if k and word.start - words[k - 1].end == 1 else None
        titled = behind is not None and word.text == root and among(behind.text, TITLES)
        person = titled or word.text.endswith("씨") or (before is not None and before.text in BEFORE)
        if person or (rare and word.text[len(root) :] in NOUN and unheard(root)):
            yield word

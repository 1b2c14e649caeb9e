"""Korean words that say little of what a sentence is about, so that a translation may have nothing for them.

Bound nouns and counters (것, 만에, 가운데, 차례), what a quotation or a figure cuts from its word (고, 라며, 명이), verbs that help
(있다, 않았다, 되는), and words that join sentences or point (또한, 이는): closed classes of the grammar.
"""

from __future__ import annotations

import re

from align.lang.ko.compounds import PARTICLES

NOUNS = frozenset(
    (
        "것 거 수 데 바 채 줄 뿐 터 만 지 중 때 뒤 후 전 측 쪽 등 등등 간 내 외 겸 탓 덕 덕분 때문 가운데 사이 동안 "
        "이래 이후 이전 만큼 정도 가량 안팎 무렵 즈음 바람 대신 반면 경우 나머지 모양 셈 따름 명 개 번 차례 곳 가지 건 마리 "
        "여명 그 그것 이것 저것 그곳 이곳 여기 거기 저기 이번 그때 이때 당시 자신 자체 각각 끝 관련 대상 기준 방침 예정"
    ).split()
)
"""Nouns that stand with another word, counters and pronouns."""
WORDS = frozenset(
    (
        "고 라고 이라고 라며 이라며 라면서 이라면서 라는 이라는 란 이란 며 이며 면서 는 은 가 을 를 의 에 에서 로 으로 와 과 "
        "도 까지 부터 이다 이었다 였다 인 이고 이자 이지만 이던 라 이라 이 저 나 내 제 안 밖 위 속 점 시 일 년 월 원 대 "
        "표 회 세 달 해 주 살 점을 점은 점이 점도 및 또 또는 또한 그리고 그러나 그런데 그래서 그러면서 그러자 그러므로 따라서 "
        "하지만 다만 단 한편 반면 이어 이에 이와 이처럼 이렇게 그렇게 이런 그런 저런 이러한 그러한 어떤 즉 특히 바로 더 가장 "
        "매우 아주 너무 정말 꽤 약 총 모두 다 잘 못 좀 조금 아직 이미 다시 함께 같이 위해 위한 위해서 대해 대한 대해서 관해 "
        "관한 통해 통한 따라 따른 따르면 인해 인한 의해 의한 비해 대비 향해 놓고 두고 앞두고 앞서 걸쳐 거쳐 맞아 만에 만이다 "
        "만의 동안 차례로"
    ).split()
)
"""Particles and endings that stand alone, words that join and measure, and the postpositions that were verbs."""
HELPING = re.compile(
    "(?!한지$|해지$|이기$|이도$|주지$|주도$|주기$|주는|내기$|내지|내도$|준지)"
    "(?:있|없|않|못하|못했|못한|하|했|해|한|할|함|되|됐|돼|된|될|됨|이|였|아니|싶|같|내|냈|낸|갖|가진|줬|준)"
    "(?:았|었|였|겠|으|이|셨|시)?"
    "(?:다|다고|다며|다면서|다는|다면|다가|고|고서|며|면|면서|는|은|을|던|지|지만|지는|지도|게|기|기에|기로|어|아|어서|아서|서|여|니|니까|는데|"
    "은데|도록|려고|자고|라고|라며|라는|라|습니다|습니까|다는데|을지|는지|어도|아도|도|어야|아야|야|음|음을|음에|되)?"
)
"""A verb that helps another, that a noun carries (소송을 낸), or that says no more than that something is; but for nouns like it."""


def is_light(word: str) -> bool:
    """Whether a word says little by itself.

    >>> [w for w in ("것은", "가운데", "있었다", "내수가", "하는", "부족하다며", "한국은", "만에") if is_light(w)]
    ['것은', '가운데', '있었다', '하는', '만에']
    """
    if word in WORDS or word in NOUNS or HELPING.fullmatch(word):
        return True
    return any(word[:n] in NOUNS and word[n:] in PARTICLES for n in range(1, len(word)))

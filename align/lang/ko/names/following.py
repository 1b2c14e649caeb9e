"""What stands behind a Korean name within its word: particles, forms of address, and nouns that English renders apart."""

from __future__ import annotations

from align.lang.ko.tokens import SUFFIXES

FOLLOWING = frozenset(SUFFIXES) | frozenset(
    "씨 군 양 측 시 도 주 역 호 강 산 섬 만 해 국 어 인 계 당 사 팀 전 현".split()
)
"""What may follow a name within its word: a particle, or a generic noun that English renders apart."""
MORE = frozenset(
    "뿐 뿐만 뿐이 뿐인 만큼 조차 마저 밖에 라도 이라도 랑 이랑 하고 든지 쯤 등 등이 등은 등의 등을".split()
)
"""Particles that only names need."""
PARTICLES = frozenset("가이은는을를에의로와과도만")


def follows(rest: str) -> bool:
    """Whether `rest` may stand behind a name within its word: nothing, a particle, 씨, 시, or 씨 and a particle."""
    return not rest or rest in FOLLOWING or rest in MORE or (rest[0] in FOLLOWING and rest[1:] in FOLLOWING)

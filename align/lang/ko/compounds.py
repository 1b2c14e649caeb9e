"""Korean terms in running text: nouns in a row, the last with its particle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.lang.ko.forms import split
from align.lang.ko.tokens import WORD, stem

PARTICLES = frozenset(
    (
        "은 는 이 가 을 를 의 에 에서 에게 에게서 로 으로 와 과 도 만 까지 부터 보다 처럼 마다 께서 께 한테 이나 나 이란 란 "
        "이라고 라고 이라는 라는 이라며 라며 이며 이고 인 이다 입니다 였다 이었다 에는 에서는 에도 에서도 으로는 로는 으로도 로도 "
        "으로부터 로부터 까지는 까지도 만이 만을 만은 들 들이 들은 들을 들의 들에게 들과 들도 이라 라 이자 으로서 로서 "
        "으로써 로써 뿐 뿐만 대로 조차 밖에 이든 든 에만 과의 와의 에서의 으로의 로의 에게는 과는 와는 마저 라도 이라도"
    ).split()
)
"""What stands behind a noun."""
OPEN = frozenset("가 는 를 와 나 라 란 라고 라는 라며 로 로는 로도 로의 로부터 로서 로써 라도".split())
"""Of these, what stands behind a vowel only; those with 로 behind ㄹ too."""
CLOSED = frozenset(
    "이 은 을 과 이나 이란 으로 으로는 으로도 으로의 으로부터 으로서 으로써 이라 이라도 과의 과는".split()
)
"""What stands behind a consonant only."""
QUOTED = re.compile("([가-힣]+)['’]([가-힣]+)")
"""A noun whose quotation ends before its particle."""
LATIN = re.compile("[A-Z]+")
"""AI, DNA: a noun that stands before another one."""
VERBAL = tuple("다 려면 지만 면서 거나 려고 도록 는데 은데 므로 니까 지는 던".split())
"""Endings that no noun has."""
MOST = 3
"""Words of a term."""
LEAST, COMMON = 2, 2
"""Syllables of a noun that is looked at, and of one that is an ordinary word as a rule."""


def noun(word: str) -> str:
    """A word without its particle; "" where it is no noun as far as its ending tells."""
    quoted = QUOTED.fullmatch(word)
    if quoted:
        return quoted[1] if quoted[2] in PARTICLES else ""
    if LATIN.fullmatch(word):
        return word
    if not WORD.fullmatch(word):
        return ""
    root = stem(word)
    if root.endswith(VERBAL):
        return ""
    particle = word[len(root) :]
    if particle and not _fits(root, particle):
        return word
    return root if not particle or particle in PARTICLES else ""


def _fits(root: str, particle: str) -> bool:
    """Whether a particle may stand behind a noun that ends as this one does: 평 has 이, so that 평가 is a noun.

    >>> _fits("절대평", "가"), _fits("절대평가", "는"), _fits("서울", "로")
    (False, True, True)
    """
    coda = split(root[-1])[2]
    if particle in OPEN:
        return not coda or (coda == "ㄹ" and particle.startswith("로"))
    return bool(coda) or particle not in CLOSED


def compounds(words: Sequence[str], joined: Sequence[bool]) -> Iterator[tuple[str, int, int]]:
    """(key, first, last) of each run of up to three nouns of which only the last has a particle.

    The key is the same however the nouns are spaced.

    >>> list(compounds(["관제", "소프트웨어는", "온다"], [False, True, True]))
    [('관제', 0, 1), ('관제소프트웨어', 0, 2), ('소프트웨어', 1, 2)]
    """
    for i in range(len(words)):
        key = ""
        for j in range(i, min(i + MOST, len(words))):
            root = noun(words[j])
            if not root or (j > i and not joined[j]):
                break
            key += root
            if len(key) >= LEAST:
                yield key, i, j + 1
            if root != words[j]:
                break


def is_common(term: str) -> bool:
    """Whether a term is an ordinary noun, and no compound.

    >>> is_common("훈련"), is_common("훈련장")
    (True, False)
    """
    return len(term) <= COMMON


def is_noun(word: str) -> bool:
    """Whether a word is a noun with its particle, as far as its ending tells.

    >>> [w for w in ("훈련을", "그었다", "이라고", "그") if is_noun(w)]
    ['훈련을']
    """
    return len(noun(word)) >= LEAST and word not in PARTICLES


def parts(term: str) -> int:
    """Words that another language may have for a term: one for two syllables, two at least.

    >>> parts("분만실"), parts("관제소프트웨어")
    (2, 3)
    """
    return min(MOST, max(2, (len(term) - 1) // 2))

"""Korean tokens for the lexicon: syllable pairs of each word once its particles and commonest endings are off.

Most Sino-Korean morphemes are two syllables, so pairs find 원자력 in 국제원자력기구 and 비준 in 비준했다 without an
analyser or a dictionary; docs/tokens.md has the comparison with words, stems, SentencePiece pieces and Kiwi.
"""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile("[가-힣]+")
SUFFIXES = sorted(
    (
        "은 는 이 가 을 를 의 에 에서 에게 에게서 로 으로 와 과 도 만 까지 부터 보다 처럼 마다 께서 께 한테 이나 "
        "나 이란 란 라고 이라고 라는 이라는 라며 이라며 이며 이고 인 이다 입니다 에는 에서는 에도 에서도 으로는 "
        "로는 으로도 로도 으로부터 로부터 까지는 까지도 만이 만을 만은 들 들이 들은 들을 들의 들에게 들과 들도 "
        "하는 하고 하며 한 할 했다 했습니다 합니다 하여 해 해서 하기 함 하게 하지 하면 하던 했던 한다 된다 되는 "
        "된 되어 됐다 되었다 됩니다 되고 될 되지 되면 했으며 했고 하려는 하겠다고 한다고 했다고 시킨 시키는"
    ).split(),
    key=len,
    reverse=True,
)
"""Particles and the endings of 하다, 되다 and 시키다; the longest that leaves two syllables goes."""
KNOWN, LONGEST = frozenset(SUFFIXES), len(SUFFIXES[0])
"""To look one up, and how many syllables it has at most."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """`word` without its particle or ending.

    >>> [stem(w) for w in ("조약을", "비준했다", "의회에서는", "나라")]
    ['조약', '비준', '의회', '나라']
    """
    for start in range(max(2, len(word) - LONGEST), len(word)):
        if word[start:] in KNOWN:
            return word[:start]
    return word


@lru_cache(maxsize=200_000)
def _pairs(word: str) -> tuple[str, ...]:
    root = stem(word)
    return tuple(root[i : i + 2] for i in range(max(1, len(root) - 1)))


def tokens(text: str) -> list[str]:
    """The syllable pairs of `text` in order; a word of one syllable is its own token.

    >>> tokens("조약을 비준했다.")
    ['조약', '비준']
    """
    return [pair for word in WORD.findall(text) for pair in _pairs(word)]

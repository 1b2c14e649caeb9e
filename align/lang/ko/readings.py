"""How Korean reads Han characters: 東京 and 东京 are 동경, 李 is 이 or 리.

Traditional, simplified and Japanese forms have one reading, so that a Han word of a Japanese or Chinese text can be looked for in
Korean, where most words of its kind are spelt by these readings. The table is `seeds/ko/readings.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from align import resources

TABLE = "ko/readings.tsv"
AGAIN = "々"
"""The character before it once more."""
ZERO = "〇"
HAN = "々", "鿿"
"""The characters between which those with a reading lie."""
FIRST, VOWELS = ord("가"), 28
"""The first syllable, and how many there are with one vowel."""
ONSET = 21 * VOWELS
N, R, SILENT = 2, 5, 11
"""Numbers of the onsets ㄴ, ㄹ and ㅇ."""
IOTIZED = frozenset((2, 3, 6, 7, 12, 17, 20))
"""Numbers of the vowels ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ."""


def readings(character: str) -> tuple[str, ...]:
    """How Korean reads a Han character, the commonest first, each followed by what the initial-sound rule makes of it.

    >>> readings("国"), readings("李"), readings("来"), readings("あ")
    (('국',), ('리', '이'), ('래', '내'), ())
    """
    return _table().get(character, ())


def spoken(han: str) -> Iterator[str]:
    """Each way to read a Han string, the commonest first; none where Korean has no reading for one of its characters.

    >>> list(spoken("佐々木")), list(spoken("労働"))
    (['좌좌목'], ['로동', '노동'])
    """
    if not HAN[0] <= han[:1] <= HAN[1]:
        return iter(())  # before the table is read: most words that are asked for are of other scripts
    return map("".join, product(*map(readings, _written_out(han))))


def reads(han: str, hangul: str) -> bool:
    """Whether Korean may read the Han string `han` as `hangul`, syllable by syllable.

    >>> reads("习近平", "습근평"), reads("柳寛順", "유관순"), reads("東京", "도쿄"), reads("", "")
    (True, True, False, False)
    """
    return 0 < len(han) == len(hangul) and all(s in readings(c) for c, s in zip(_written_out(han), hangul, strict=True))


@lru_cache(maxsize=1024)
def initial(syllable: str) -> str:
    """What a syllable becomes at the beginning of a word in the South, and after a vowel or ㄴ where it is 렬 or 률; else itself.

    >>> [initial(s) for s in ("량", "녀", "로", "률", "국")]
    ['양', '여', '노', '율', '국']
    """
    onset, rest = divmod(ord(syllable) - FIRST, ONSET)
    iotized = rest // VOWELS in IOTIZED
    if onset == R:
        return chr(FIRST + (SILENT if iotized else N) * ONSET + rest)
    return chr(FIRST + SILENT * ONSET + rest) if onset == N and iotized else syllable


def _written_out(han: str) -> str:
    """`han` with each mark of repetition as the character that it repeats."""
    for k in range(1, len(han)) if AGAIN in han else ():
        if han[k] == AGAIN:
            han = han[:k] + han[k - 1] + han[k + 1 :]
    return han


@cache
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in resources.text(TABLE).splitlines():
        syllable, characters = line.split("\t")
        ways = tuple(dict.fromkeys((syllable, initial(syllable))))
        for character in characters:
            found[character] = found.get(character, ()) + ways
    return found

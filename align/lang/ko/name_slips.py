"""Names in Hangul said wrong, and Korean amounts as another newsroom writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.base.slips import Slip, Span

FIRST, VOWELS, FINALS = 0xAC00, 21, 28
"""The first Hangul syllable, the vowels and the finals that there are."""
OTHERS = "민준현석태규용철배림도광"
"""Syllables of names, each unlike the others."""
NOTATION = (
    (r"(?<=\d)%(?![포p])", "퍼센트"), (r"(?<=\d)퍼센트", "%"), (r"(?<=\d)%포인트", "%p"), (r"(?<=\d)%p", "%포인트"),
    (r"(?<=\d) ?킬로미터", "㎞"),
    (r"(?<=\d)㎞", "km"), (r"(?<=\d)km", "㎞"), (r"(?<=\d)(?P<s>만|억|조) 원", r"\g<s>원"),
    (r"(?<=\d)(?P<s>만|억|조)원", r"\g<s> 원"), (r"(?<=\d)명", " 명"),
    (r"(?<=\d) 명", "명"), (r"(?<=\d)억 ?(?P<n>\d)천만(?= ?원| ?달러)", r"억\g<n>000만"),
)  # fmt: skip


def own_syllable(name: str) -> Iterator[tuple[Span, str]]:
    """The last syllable but one of a name another, or the last one, open where it is open: the particles stay.

    >>> list(own_syllable("이은주"))[:2], list(own_syllable("은"))
    ([((1, 2), '민'), ((1, 2), '준')], [])
    """
    if len(name) < 3 or not all("가" <= c <= "힣" for c in name):
        return
    for k in (len(name) - 2, len(name) - 1):
        for new in OTHERS:
            if _sound(new)[0] != _sound(name[k])[0] and _sound(new)[1] != _sound(name[k])[1] and fits(name[k], new):
                yield (k, k + 1), new


def fits(old: str, new: str) -> bool:
    """Whether the particles behind a name stay right: both end in a vowel, or neither.

    >>> fits("한국", "일본"), fits("한국", "캐나다")
    (True, False)
    """
    if not ("가" <= old[-1] <= "힣" and "가" <= new[-1] <= "힣"):
        return False
    return (_final(old) == 0) == (_final(new) == 0) and (_final(old) == 8) == (_final(new) == 8)


def _final(word: str) -> int:
    return (ord(word[-1]) - FIRST) % FINALS


def _sound(syllable: str) -> tuple[int, int]:
    """Number of the initial and of the vowel."""
    number = (ord(syllable) - FIRST) // FINALS
    return number // VOWELS, number % VOWELS


def notation(text: str) -> Iterator[Slip]:
    """Quiet: 퍼센트 for %, ㎞ for km, 억5000만 for 억5천만.

    >>> [slip.new for slip in notation("12%와 1억5천만원")]
    ['퍼센트', '억5000만']
    """
    for old, new in NOTATION:
        for match in re.finditer(old, text):
            yield Slip(match.span(), match.expand(new))

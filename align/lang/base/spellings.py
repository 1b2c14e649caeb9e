"""Other spellings of a name in Latin letters: one syllable another that sounds unlike, or the same sound spelt another way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]
CONSONANTS = ("bpfv", "dt", "szcx", "gkqh", "mn", "lr", "jy", "w")
VOWELS = ("ae", "ou", "iy")
"""Letters that may stand for one another; two of different groups may not."""
GROUP = re.compile(
    r"(?<![b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ])([b-df-hj-npr-tv-wzB-DF-HJ-NPR-TV-WZ])([aeiou])(?![aeiouy])"
)
SYLLABLES = "ba di ko mu ri so ta ni po ga".split()
LETTERS = [
    tuple(each.split(">"))
    for each in """ph>f ck>k sch>sh sh>sch kh>h zh>j ov$>ow ev$>ew ei$>ey ey$>ei ky$>ki ski$>sky ss>s ll>l tt>t nn>n ou>u aa>a ee>i
    ya$>ia ie>i ae>ai ai>ae th>t (?<=[aeiou])v>w z>s au>aw (?<=[aeiou])y(?=[aeiou])>i
    (?<=[aeiou])n(?=[aeiou])>nn (?<=[aeiou])l(?=[aeiou])>ll (?<=[aeiou])t(?=[aeiou])>tt sen$>son son$>sen er$>or ey$>y an$>en
    (?<=[bdlnrt])i(?=[lmnst])>y ai>ei ei>ie (?<=[a-z])ck$>k mc>mac""".split()
]
"""Letters of one sound in which foreign names waver."""


def syllable(form: str, kind: str = "") -> Iterator[tuple[Span, str]]:
    """One consonant and vowel another, as (span, new letters); of a name of any kind."""
    for match in GROUP.finditer(form):
        consonant, vowel = match[1].lower(), match[2]
        for new in SYLLABLES:
            if unlike(consonant, new[0]) and not any(vowel in group and new[1] in group for group in VOWELS):
                yield match.span(), new.capitalize() if match[1].isupper() else new


def unlike(a: str, b: str) -> bool:
    """Whether two consonants never stand for one another."""
    return not any(a in group and b in group for group in CONSONANTS)


def respelled(
    word: str, families: Sequence[Sequence[str]] = (), sounds: Sequence[tuple[str, ...]] = ()
) -> Iterator[str]:
    """Other plausible spellings of one word of a name: those of its family, else those that `sounds` and LETTERS give.

    >>> list(respelled("Lavrov"))
    ['Lavrow', 'Lawrov']
    """
    found = [other for family in families if word in family for other in family if other != word]
    if not found and len(word) >= 4:
        for old, new in (*sounds, *LETTERS):
            for match in re.finditer(old, word.lower()):
                other = word[: match.start()] + new + word[match.end() :]
                found.append(other[:1].upper() + other[1:] if word[:1].isupper() else other)
    yield from dict.fromkeys(other for other in found if other != word)

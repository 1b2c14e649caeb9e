"""Korean names in Latin letters: how people spell one sound, and syllables that sound unlike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.base import spellings
from align.lang.base.spellings import Span

SYLLABLES = ("min", "jun", "hyun", "seok", "tae", "gyu", "yong", "chul", "bae", "rim", "do", "kwang")
"""Romanised syllables, each unlike the others."""
GIVEN = re.compile(r"([A-Z][a-z]+)-([a-z]+)$")
FAMILIES = [
    each.split()
    for each in """Choe Choi/Jung Chung Jeong/Lee Yi Rhee/Park Pak/Kang Gang/Cho Jo/Noh Roh No/Suh Seo/Han Hahn/Yoo Yu You/
    Lim Im Rim/Shin Sin/Moon Mun/Kwon Gwon/Chang Jang/Baek Paik Paek/Ahn An/Hwang Whang/Ryu Yoo/Yoon Yun Youn/Song Soung/
    Ku Koo Gu/Chun Jeon/Chu Choo/Min Minn/Bae Pae/Ko Koh Go/Woo Wu/Heo Huh Hur/Nam Nahm/Pyo Pyoh/Byun Byeon/
    Kim Gim/Yeom Yum/Ha Hah/Seol Sul/Bang Pang/Cha Chah/Do Doh/Ra Na/Ma Mah/Yang Ryang/Kong Gong""".split("/")
]
"""Family names of one sound that people spell in these ways."""
SOUNDS = [
    tuple(each.split(">"))
    for each in """hyun>hyeon jung>jeong young>yeong yeong>young soo>su joo>ju sun>seon seon>sun kyung>gyeong gyeong>kyung chul>cheol
    cheol>chul hee>hui woo>u oo>u eo>u eun>un""".split()
]
"""Syllables of one sound."""
LONGEST = 4
"""Syllables that a Korean name has at most; a foreign one may have as few."""


def syllable(form: str, kind: str) -> Iterator[tuple[Span, str]]:
    """One syllable of the given name of a Korean person another, or one consonant and vowel of another name."""
    if kind != "person" or not (given := GIVEN.search(form)):
        yield from spellings.syllable(form)
        return
    for k in (1, 2):
        old = given[k].lower()
        for new in SYLLABLES:
            if spellings.unlike(old[0], new[0]) and new[1] != old[1:2]:
                yield given.span(k), new.capitalize() if k == 1 else new


def respelled(word: str, name: str) -> Iterator[str]:
    """Other plausible spellings of one word of a name that Korean writes as `name`; "" where that is not known.

    >>> list(respelled("Choe", "최도현")), list(respelled("Hyunsoo", "현수"))[:2]
    (['Choi'], ['Hyeonsoo', 'Hyunsu'])
    """
    return spellings.respelled(word, FAMILIES, SOUNDS if 0 < len(name) <= LONGEST else ())


def family(word: str) -> tuple[str, ...]:
    """Other spellings of a family name; () for a word that is none.

    >>> family("Ma"), family("Smith")
    (('Mah',), ())
    """
    return tuple(new for same in FAMILIES if word in same for new in same if new != word)

"""Other spellings of a name: one syllable changed for another that sounds unlike, or the same sound spelt another way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.evaluation.edits import Span

Edit = tuple[Span, str]
SYLLABLES = ("min", "jun", "hyun", "seok", "tae", "gyu", "yong", "chul", "bae", "rim", "do", "kwang")
"""Romanised syllables, each unlike the others."""
CONSONANTS = ("bpfv", "dt", "szcx", "gkqh", "mn", "lr", "jy", "w")
VOWELS = ("ae", "ou", "iy")
"""Letters that may stand for one another; two of different groups may not."""
GROUP = re.compile(
    r"(?<![b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ])([b-df-hj-npr-tv-wzB-DF-HJ-NPR-TV-WZ])([aeiou])(?![aeiouy])"
)
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
"""Korean syllables of one sound."""
LETTERS = [
    tuple(each.split(">"))
    for each in """ph>f ck>k sch>sh sh>sch kh>h zh>j ov$>ow ev$>ew ei$>ey ey$>ei ky$>ki ski$>sky ss>s ll>l tt>t nn>n ou>u aa>a ee>i
    ya$>ia ie>i ae>ai ai>ae th>t (?<=[aeiou])v>w z>s au>aw (?<=[aeiou])y(?=[aeiou])>i
    (?<=[aeiou])n(?=[aeiou])>nn (?<=[aeiou])l(?=[aeiou])>ll (?<=[aeiou])t(?=[aeiou])>tt sen$>son son$>sen er$>or ey$>y an$>en
    (?<=[bdlnrt])i(?=[lmnst])>y ai>ei ei>ie (?<=[a-z])ck$>k mc>mac""".split()
]
"""Letters of one sound in which foreign names waver."""


def syllable(form: str, kind: str) -> Iterator[Edit]:
    """One syllable of the given name of a Korean person another, or one consonant and vowel of another name."""
    if kind == "person" and (hyphen := re.search(r"([A-Z][a-z]+)-([a-z]+)$", form)):
        for k in (1, 2):
            old = hyphen[k].lower()
            for new in SYLLABLES:
                if _unlike(old[0], new[0]) and new[1] != old[1:2]:
                    yield hyphen.span(k), new.capitalize() if k == 1 else new
        return
    for match in GROUP.finditer(form):
        consonant, vowel = match[1].lower(), match[2]
        for new in ("ba", "di", "ko", "mu", "ri", "so", "ta", "ni", "po", "ga"):
            if _unlike(consonant, new[0]) and not any(vowel in group and new[1] in group for group in VOWELS):
                yield match.span(), new.capitalize() if match[1].isupper() else new


def _unlike(a: str, b: str) -> bool:
    return not any(a in group and b in group for group in CONSONANTS)


def respelled(word: str, korean: bool = False) -> Iterator[str]:
    """Other plausible spellings of one word of a name.

    >>> list(respelled("Choe")), list(respelled("Lavrov"))
    (['Choi'], ['Lavrow', 'Lawrov'])
    """
    found = [other for family in FAMILIES if word in family for other in family if other != word]
    if not found and len(word) >= 4:
        for old, new in [*SOUNDS, *LETTERS] if korean else LETTERS:
            for match in re.finditer(old, word.lower()):
                other = word[: match.start()] + new + word[match.end() :]
                found.append(other[:1].upper() + other[1:] if word[:1].isupper() else other)
    yield from dict.fromkeys(other for other in found if other != word)

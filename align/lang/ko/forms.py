"""The forms in which a Korean verb or adjective stands in running text, from its dictionary form.

A dictionary has 줄이다, an article 줄였다 or 줄인: the lexicon learns the entry under all of them. Regular and irregular
classes from school grammar; where a stem may be of either class, both sets of forms are given, since one too many
does no harm.
"""

from __future__ import annotations

VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
FIRST, LAST = ord("가"), ord("힣")
CONTRACTED = {"ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅣ": "ㅕ", "ㅚ": "ㅙ", "ㅡ": "ㅓ"}
"""What the vowel of a stem and a following 어 or 아 become."""
MERGED = "ㅏㅐㅓㅔㅕㅖ"
"""Vowels that swallow a following 어 or 아."""
REGULAR_B = frozenset("입잡뽑씹접좁꼽집업뵙굽")


def split(syllable: str) -> tuple[int, str, str]:
    """Onset number, vowel and coda ("" for none) of a Hangul syllable."""
    onset, rest = divmod(ord(syllable) - FIRST, 588)
    return onset, VOWELS[rest // 28], CODAS[rest % 28]


def compose(onset: int, vowel: str, coda: str = "") -> str:
    return chr(FIRST + onset * 588 + VOWELS.index(vowel) * 28 + CODAS.index(coda))


def forms(entry: str) -> tuple[str, ...]:
    """The stem of `entry` (a dictionary form in 다) with its commonest endings, none twice; ("entry",) for other words.

    >>> forms("줄이다")[:6]
    ('줄이고', '줄이지', '줄이는', '줄이기', '줄인', '줄일')
    >>> "어려운" in forms("어렵다"), "흘렀" in forms("흐르다"), "만든" in forms("만들다")
    (True, True, True)
    """
    if len(entry) < 2 or not entry.endswith("다") or not all(FIRST <= ord(c) <= LAST for c in entry):
        return (entry,)
    stem = entry[:-1]
    head, last = stem[:-1], stem[-1]
    onset, vowel, coda = split(last)
    found = [stem + ending for ending in ("고", "지", "는", "기")]
    if not coda:
        found += [head + compose(onset, vowel, c) for c in "ㄴㄹㅁㅂ"]
        found += _contracted(head, onset, vowel)
    else:
        bright = vowel in "ㅏㅗㅑ"
        found += [stem + ending for ending in ("은", "을", "아" if bright else "어", "았" if bright else "었", "습")]
        bare = compose(onset, vowel)
        if coda == "ㄹ":
            found += [head + bare + "는", *(head + compose(onset, vowel, c) for c in "ㄴㅁㅂ")]
        elif coda == "ㅂ" and last not in REGULAR_B:
            found += [head + bare + ending for ending in ("운", "울", "움", "워", "웠", "와", "왔")]
        elif coda == "ㄷ":
            soft = head + compose(onset, vowel, "ㄹ")
            found += [soft + ending for ending in ("은", "을", "아" if bright else "어", "았" if bright else "었")]
        elif coda == "ㅅ":
            found += [
                head + bare + ending for ending in ("은", "을", "아" if bright else "어", "았" if bright else "었")
            ]
        elif coda == "ㅎ":
            found += [head + compose(onset, v, c) for v, c in ((vowel, "ㄴ"), (vowel, "ㄹ"), ("ㅐ", ""), ("ㅐ", "ㅆ"))]
    return tuple(dict.fromkeys(found))


def _contracted(head: str, onset: int, vowel: str) -> list[str]:
    """A stem that ends in a vowel with 어/아 and 었/았."""
    if vowel in MERGED:
        found = [head + compose(onset, vowel, coda) for coda in ("", "ㅆ")]
        return found if compose(onset, vowel) != "하" else [head + "해", head + "했", head + "하여"]
    if vowel not in CONTRACTED:
        return [head + compose(onset, vowel) + ending for ending in ("어", "었")]
    joined = CONTRACTED[vowel]
    found = [head + compose(onset, joined, coda) for coda in ("", "ㅆ")]
    if vowel == "ㅡ" and head:  # 따르다 따라, 흐르다 흘러
        found += [head + compose(onset, "ㅏ", coda) for coda in ("", "ㅆ")]
        if compose(onset, vowel) == "르":
            before, v, c = split(head[-1])
            if not c:
                doubled = head[:-1] + compose(before, v, "ㄹ")
                a = "ㅏ" if v in "ㅏㅗ" else "ㅓ"
                found += [doubled + compose(onset, a, coda) for coda in ("", "ㅆ")]
    return found


def headword(term: str) -> str:
    """The noun of a verb in 하다, under which a dictionary's entry is counted.

    >>> headword("비준하다"), headword("줄이다")
    ('비준', '줄이다')
    """
    return term[:-2] if term.endswith("하다") and len(term) > 3 else term

"""Korean in katakana: the ways to write a name by its sound, as a lattice over its syllables.

A syllable is written by one kana or a few; what stands between two syllables depends on both: a final consonant is written, moves
to the next syllable, or is assimilated, as the writer hears it (ソンニョル, ソクヨル for 석열). Voicing is the writer's affair too, so
that kana are compared with voiced ones as voiceless, long vowels and small ッ off.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

FIRST = ord("가")
ONSETS = "KKNTTRMPPSS CCCKTPH"
"""The row of each initial consonant, in the order of Unicode; " " for none."""
ROWS = {
    " ": "アイウエオ", "K": "カキクケコ", "N": "ナニヌネノ", "T": "タチトテト", "R": "ラリルレロ", "M": "マミムメモ",
    "P": "パピプペポ", "S": "サシスセソ", "C": "チチチチチ", "H": "ハヒフヘホ",
}  # fmt: skip
"""The five kana of each row; what is written otherwise is in `SPECIAL`."""
VOWELS = "a e ya ye o e yo ye o wa we we yo u wo we wi yu u ui i".split()
"""The vowel of each medial, in the order of Unicode."""
SPECIAL = {
    " ya": "ヤ", " ye": "イェ エ", " yo": "ヨ", " yu": "ユ", " wa": "ワ", " we": "ウェ ウエ ワェ オェ",
    " wo": "ウォ ウオ", " wi": "ウィ ウイ",
    " ui": "ウィ ウイ イ エ",
    "Ta": "タ", "Ti": "ティ チ", "Tu": "トゥ ツ ト", "Te": "テ", "To": "ト", "Twi": "トゥィ トウィ ティ",
    "Tui": "ティ トゥイ", "Tyu": "テュ チュ",
    "Ca": "チャ", "Ci": "チ", "Cu": "チュ ツ ス", "Ce": "チェ セ テ", "Co": "チョ ソ", "Cya": "チャ", "Cyo": "チョ",
    "Cye": "チェ", "Cyu": "チュ",
    "Cwa": "チュァ チョァ チャ チュア チョア", "Cwe": "チュェ チェ", "Cwo": "チュォ チョ", "Cwi": "チュィ チィ チ",
    "Cui": "チ チィ",
    "Si": "シ", "Swi": "スィ シュィ シ", "Hwa": "ファ ホァ フワ ハ", "Hwe": "フェ ホェ ヘ", "Hwo": "フォ ホォ フオ",
    "Hwi": "フィ フイ ヒ",
    "Hui": "ヒ フィ フイ", "Hyo": "ヒョ ヒヨ",
}  # fmt: skip
"""The kana of consonant and vowel where they are not the row's own."""
CODAS = " KKKNNNTLKMLLLLLMPPTTGTTKTPT"
"""What each final consonant sounds like, in the order of Unicode: G is ㅇ, L is ㄹ, " " none."""
CARRIED = dict(zip((1, 4, 7, 8, 16, 17, 19, 20, 22, 23, 24, 25, 26), "KNTRMPSSCCKTP", strict=True))
"""The row that a final consonant moves to before a vowel."""
WRITTEN = {
    " ": ("",), "K": ("ク",), "N": ("ン",), "T": ("", "ト", "ス"), "L": ("ル",), "M": ("ム", "ン"), "P": ("プ",),
    "G": ("ン", "ング"),
}  # fmt: skip
"""A final consonant as it is written where nothing follows, voiceless."""
IOTA = frozenset((2, 3, 6, 7, 12, 17, 20))
"""Medials before which a consonant may come in: 석열 as 성녈."""
RIEUL, SILENT, HIEUT = 5, 11, 18
ASPIRATE = 27
"""The final ㅎ, which falls silent before a vowel."""
NASALS = "NM"
VOICED = str.maketrans(
    "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴヲ", "カキクケコサチスセソタチツテトパピプペポプオ", "ッー・＝=‐- 　゠･"
)
"""Voiced kana to voiceless ones; what is no kana of its own, and what parts two names, is dropped."""


def plain(kana: str) -> str:
    """Kana as they are compared: katakana, voiceless, without long vowels, small ッ and what stands between names.

    >>> plain("ユン・ソンニョル"), plain("キム・ジョンウン"), plain("ﾌｧﾝﾎﾞ・ｷｮﾝ")
    ('ユンソンニョル', 'キムチョンウン', 'ファンポキョン')
    """
    wide = unicodedata.normalize("NFKC", kana)
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in wide).translate(VOICED)


@lru_cache(maxsize=4096)
def syllable(row: str, medial: int) -> tuple[str, ...]:
    """The ways to write consonant and vowel."""
    vowel = VOWELS[medial]
    if found := SPECIAL.get(row + vowel):
        return tuple(found.split())
    a, i, u, e, o = list(ROWS[row])
    small = {
        "ya": (i + "ャ",),
        "yu": (i + "ュ",),
        "yo": (i + "ョ",),
        "ye": (e, i + "ェ"),
        "ui": (i, u + "ィ", u + "イ"),
    }
    round_ = {
        "wa": (u + "ァ", u + "ワ", a),
        "we": (u + "ェ", e),
        "wo": (u + "ォ", u + "オ", o),
        "wi": (u + "ィ", u + "イ", i),
    }
    return {**small, **round_, "a": (a,), "i": (i,), "u": (u,), "e": (e,), "o": (o,)}[vowel]


@lru_cache(maxsize=65536)
def between(coda: int, onset: int, medial: int) -> frozenset[tuple[str, str]]:
    """What may be written for a final consonant and the consonant after it: kana, and the row of the next syllable."""
    kind, row = CODAS[coda], ONSETS[onset]
    found = {(kana, row) for kana in WRITTEN[kind]}
    obstruent = kind in "KPT"
    if onset == SILENT:
        if coda == ASPIRATE:
            found.add(("", " "))
        if coda in CARRIED:
            found.add(("", CARRIED[coda]))
        if medial in IOTA and kind != " ":
            found.add(("ル", "R") if kind == "L" else ("ン", "N"))
            if kind == "M":
                found.add(("ム", "N"))
        if kind == "G":
            found.add(("ン", "K"))
    elif onset == HIEUT:
        found |= {(kana, " ") for kana in WRITTEN[kind]}
        if coda in CARRIED:
            found.add(("", CARRIED[coda]))
    elif onset == RIEUL:
        found |= {("ン" if kind != "M" else kana, "N") for kana in WRITTEN[kind] if kind not in " L"}
        if kind == "N":
            found.add(("ル", "R"))
        if kind == "M":
            found.add(("ン", "N"))
        if kind == "L":
            found.add(("", "R"))
    elif row in NASALS:
        if obstruent:
            found.add(("ム" if kind == "P" else "ン", row))
        if kind == "L" and row == "N":
            found.add(("ル", "R"))
    elif obstruent:
        found.add(("", row))  # ッ
    return frozenset(found)


def reach(
    word: str, kana: str, before: frozenset[tuple[int, str]] | None = None, at: int = 0
) -> list[frozenset[tuple[int, str]]]:
    """After each syllable of `word` from number `at` on: how far `kana` (plain) may be written by then, with the next row.

    `before` is what was so before the first of them; None at the beginning of a name.
    """
    parts = [divmod(ord(c) - FIRST, 588) for c in word]
    states = _beginning(parts[at][0], parts[at][1] // 28) if before is None else before
    found = []
    for k in range(at, len(parts)):
        medial, coda = divmod(parts[k][1], 28)
        vowels = {(p + len(v)) for p, row in states for v in syllable(row, medial) if kana.startswith(v, p)}
        if k + 1 < len(parts):
            nexts = between(coda, parts[k + 1][0], parts[k + 1][1] // 28)
        else:
            nexts = frozenset((c, "") for c in WRITTEN[CODAS[coda]])
        states = frozenset((p + len(c), row) for p in vowels for c, row in nexts if kana.startswith(c, p))
        found.append(states)
    return found


def _beginning(onset: int, medial: int) -> frozenset[tuple[int, str]]:
    """The rows that a name may begin with: 이 as イ and リ, 류 as リュ, ユ."""
    rows = {ONSETS[onset]}
    if onset == SILENT and medial in IOTA:
        rows.add("R")
    if onset == RIEUL:
        rows |= {" "} if medial in IOTA else {"N"}
    return frozenset((0, row) for row in rows)


def written(word: str, kana: str) -> bool:
    """Whether `kana` writes the whole of a Hangul word by its sound.

    >>> written("윤석열", "ユン・ソンニョル"), written("준호", "ジュノ"), written("준호", "ジノ")
    (True, True, False)
    """
    form = plain(kana)
    return bool(form) and any(p == len(form) for p, _ in reach(word, form)[-1])

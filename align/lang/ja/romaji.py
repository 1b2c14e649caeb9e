"""Katakana in a-z, as they sound: what sound tables are learnt from."""

from __future__ import annotations

from functools import lru_cache

KANA = (
    "aアァ iイィ uウゥ eエェ oオォ kaカヵ kiキ kuク keケヶ koコ gaガ giギ guグ geゲ goゴ saサ siシ suス seセ soソ zaザ "
    "ziジ zuズ zeゼ zoゾ taタ tiチ tuツ teテ toト "
    "daダ ziヂ zuヅ deデ doド naナ niニ nuヌ neネ noノ haハ hiヒ fuフ heヘ hoホ baバ biビ buブ beベ boボ paパ piピ "
    "puプ peペ poポ maマ miミ muム meメ moモ "
    "yaヤャ yuユュ yoヨョ raラ riリ ruル reレ roロ waワ wiヰ weヱ oヲ nン vuヴ"
)
CONSONANTS = {"ti": "c", "si": "x", "zi": "j", "tu": "ts"}
"""What is left of a syllable before small kana: チャ is ca, ジェ je."""
SMALL = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
WHOLE = {"ti": "ci", "si": "xi", "zi": "ji", "tu": "tsu"}


@lru_cache(maxsize=50_000)
def romaji(kana: str) -> str:
    """Katakana in a-z, long vowels and small ッ off; what is none is dropped.

    >>> romaji("ジョンソン"), romaji("プーチン"), romaji("ヴィクトル"), romaji("ティム")
    ('jonson', 'pucin', 'vikutoru', 'thimu')
    """
    found: list[str] = []
    for c in kana:
        if c in SMALL and found:
            last = found.pop()
            head = CONSONANTS.get(last, last[:-1])
            vowel = SMALL[c]
            found.append(
                (head + vowel[1:] if head in ("c", "x", "j") else head + vowel)
                if c in "ャュョ"
                else _small(last, vowel)
            )
        elif sound := _table().get(c):
            found.append(sound)
    return "".join(WHOLE.get(part, part) for part in found)


def _small(last: str, vowel: str) -> str:
    """A syllable with a small vowel: ファ fa, チェ ce, ティ ti as it is spoken, ウォ wo."""
    if last in CONSONANTS:
        return CONSONANTS[last] + vowel
    if last in ("te", "de"):
        return last[0] + "h" + vowel
    return ("w" if last == "u" else last[:-1]) + vowel


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return {c: "".join(x for x in row if x.isascii()) for row in KANA.split() for c in row if not c.isascii()}

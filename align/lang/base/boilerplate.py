"""Lines of an article that nobody translates: by-lines, addresses, copyright and caption marks, reader notices.

What is said here is meant of any language; a language's own part adds RIGHTS and NOTICE, words, and BYLINE, a whole line. All are
patterns, and all are tried on any text: a page in one language has lines in another.

FURNITURE is what such lines have, by kind, and so do captions, datelines and the marks of the end, which are translated at times: a
line of one kind goes with one of its kind, whatever it says. SIGNS, which a language may leave out, is what a line of a kind has one
of: its pattern is tried, and compiled, only there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from align.lang import parts

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|[☎℡]\s*[\d-]+|\b0\d{1,2}-\d{3,4}-\d{4}\b")
RIGHTS = r"[ⓒ©℗]|\(c\)\s*\d{4}"
"""Anywhere in a line."""
BYLINE = ""
"""All that is in a line but addresses."""
NOTICE = r"^[\s▶☞※◀→]+\S"
"""At the beginning of a line."""
FURNITURE: Mapping[str, str] = {
    "rights": RIGHTS,
    "contact": ADDRESS.pattern,
    "end": r"^\W*(?:30|#{2,3}|\*{3}|ende|fin|完|了|終|終わり|おわり)?\W*$",
    "caption": (
        r"\b(?:Fotos?|Bild|Crédit photo)\s?[:=/]|写真\s?[=＝:：/は]|[（(]写真|資料写真"
        r"|(?:[图圖]片?|[图圖]源|[资資]料[图圖]片?|[摄攝]影?)\s?[:：/]|(?:[摄攝]|供[图圖])\s?[)）。]?\s*$"
    ),
    "byline": (
        r"^\W{0,2}(?:Von|Par|Por)\s[A-ZÀ-Þ][^.!?]{2,60}$|^【[^】]{1,10}[=＝・][^】]{2,12}】|記者\s?$"
        r"|(?:本[报報]|新[华華]社)?[记記]者\s?\S{2,4}\s?(?:[报報]道|[摄攝])|[编編][辑輯輯]\s?[:：]"
    ),
    "dateline": r"^【[^】]{1,20}】|^[^。]{1,20}[电電][)）]?\s?(?:[(（]|　|\s)",
    "source": r"^\W{0,2}(?:Quelle|Fuente|出典|資料|[资資]料|[来來]源|[资資]料[来來]源)\s?[:：=＝]",
}
"""Those of the languages that have no folder, too. In a line of up to LONGEST characters, or at the edge of a longer one."""
SIGNS: Mapping[str, tuple[str, ...]] = {
    "rights": ("ⓒ", "©", "℗", "(c)"),
    "contact": ("@", "http", "www.", "☎", "℡", "-"),
    "caption": ("foto", "bild", "crédit photo", "写真", "图", "圖", "摄", "攝"),
    "byline": ("von", "par", "por", "【", "記者", "记者", "编", "編"),
    "dateline": ("【", "电", "電"),
    "source": ("quelle", "fuente", "出典", "資料", "资料", "来源", "來源"),
}
"""In small letters. A kind that has none is tried on any text."""
EDGE = 60
"""Characters of either end of a longer line."""
LONGEST = 120
"""Characters of such a line."""


def boilerplate(text: str) -> bool:
    """Whether `text`, a whole segment, is such a line.

    >>> [boilerplate(t) for t in ("김도현 기자 kdh@example.com", "ⓒ 한빛통신, 무단 전재-재배포 금지", "기자들과 만나 말했다.")]
    [True, True, False]
    """
    if len(text) > LONGEST:
        return False
    rest = ADDRESS.sub("", text)
    if len(rest) < len(text) and len(rest.split()) <= 4:
        return True
    rights, byline, notice = _patterns()
    return bool(rights.search(text) or byline.search(rest.strip()) or notice.match(text))


def kinds(text: str) -> frozenset[str]:
    """What kinds of FURNITURE a segment has.

    >>> [sorted(kinds(t)) for t in ("[서울=한빛통신] 김도현 기자 = 눈이 왔다.", "A ship. (Photo: Hanbit)", "눈이 왔다.")]
    [['byline', 'dateline'], ['caption'], []]
    """
    edges = (text,) if len(text) <= LONGEST else (text[:EDGE], text[-EDGE:])
    plain, latin = text.isascii(), LATIN.search(text) is not None
    small = "\n".join(edges).casefold()
    found = set()
    for kind, pattern, tried, signs in _furniture():
        if (plain and tried == "wide") or (not latin and tried == "latin") or kind in found:
            continue
        for sign in signs:
            if sign in small:
                if any(map(_compiled(pattern, tried).search, edges)):
                    found.add(kind)
                break
    return frozenset(found)


LATIN = re.compile(r"[A-Za-z]{2}")


@cache
def _furniture() -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """Kind, pattern, what a text must have for a language's own words (letters that are not ASCII, or ones that are), and signs."""
    found = []
    for part in parts("boilerplate"):
        for kind, pattern in part.FURNITURE.items():
            tried = "" if part.FURNITURE is FURNITURE else "latin" if pattern.isascii() else "wide"
            found.append((kind, pattern, tried, getattr(part, "SIGNS", {}).get(kind, ("",))))
    return tuple(found)


@cache
def _compiled(pattern: str, tried: str) -> re.Pattern[str]:
    return re.compile(pattern, 0 if tried == "wide" else re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    own = [(part.RIGHTS, part.BYLINE, part.NOTICE) for part in parts("boilerplate")]
    rights, byline, notice = ("|".join(filter(None, some)) for some in zip(*own, strict=True))
    return re.compile(rights, re.IGNORECASE), re.compile(byline), re.compile(notice, re.IGNORECASE)

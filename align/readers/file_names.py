"""What a file's name tells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from align.lang import known
from align.tags import parse

TWO = frozenset(
    (
        "ko en is ja zh de fr ru es it pt nl sv da no nb fi pl cs tr vi id th ar he hi uk el hu ro bg sk sl hr et "
        "lv lt fa mn"
    ).split()
)
THREE = frozenset(
    "kor eng isl ice jpn zho chi deu ger fra fre rus spa ita por nld swe dan nor pol ces tur vie ind tha ara".split()
)
"""Of three letters; others are words too (may, per, fin), as is `in`, which was Indonesian once."""
WHOLE = frozenset("ko en ja zh fr ru es kor eng jpn".split())
"""Tags that may be a file's whole name (ko.txt); others are words too (no.txt, it.txt)."""
SMALL = frozenset("kr kp us gb uk au jp cn tw hk hans hant".split())
"""Regions and scripts that may be in small letters, behind one of WHOLE: of any other two words, as in to-do, no one can tell."""
LAST = (
    re.compile(
        r"(?:^|[-_])([A-Za-z]{2,3}[-_](?:[A-Z]{2}|[a-z]{2}|(?i:Han[st]|Kore|Jpan|Latn|Cyrl)(?:[-_][A-Za-z]{2})?))$"
    ),
    re.compile(r"(?:^|[-_])([A-Za-z]{2,3})$"),
)
"""A tag that ends a name, with a region or script (few of them, since any word may follow a dash), or without."""


class Mark(NamedTuple):
    """A language tag in a path, and where it stands: `[start, end)` of the NFC path with slashes, the separator before it included."""

    tag: str
    start: int
    end: int


def nfc_name(name: str) -> str:
    """`name` in NFC: some systems give file names decomposed."""
    return unicodedata.normalize("NFC", name)


def language_of_name(name: str) -> str:
    """The BCP 47 tag in a file's name or folder, "" where there is none.

    >>> [language_of_name(n) for n in ("treaty.ko.txt", "ko/treaty.txt", "treaty_en.md", "n_1.eng", "a.ko-KR.html", "notes.txt")]
    ['ko', 'ko', 'en', 'en', 'ko-KR', '']
    """
    path = nfc_name(name).replace("\\", "/")
    return next(marks("/".join(path.split("/")[-2:])), Mark("", 0, 0)).tag


def marks(path: str) -> Iterator[Mark]:
    """Every language tag in a path, the nearest to its end first: those of the file's name, then of its folders.

    >>> list(marks("ko/2024/treaty_en.md"))
    [Mark(tag='en', start=14, end=17), Mark(tag='ko', start=0, end=2)]
    """
    path = nfc_name(path).replace("\\", "/")
    base = path.rfind("/") + 1
    parts, ends = path[base:].split("."), [base - 1]
    for part in parts:
        ends.append(ends[-1] + 1 + len(part))
    for k in range(len(parts) - 1, 0, -1):
        if tag := _tag(parts[k]):
            yield Mark(tag, ends[k], ends[k + 1])
    for k in range(max(len(parts) - 2, 0), -1, -1):
        if (found := _last(parts[k], whole=k == 0)) and (tag := _tag(found[1])):
            yield Mark(tag, ends[k] + 1 + found.start(), ends[k + 1])
    end = base - 1
    for folder in reversed(path[: max(base - 1, 0)].split("/")):
        if tag := _tag(folder):
            yield Mark(tag, end - len(folder), end)
        end -= len(folder) + 1


def _last(part: str, whole: bool) -> re.Match[str] | None:
    """The tag that a part of a name ends with, the longest; it may be the part's all only where `whole`."""
    for pattern in LAST:
        found = pattern.search(part)
        if found and _tag(found[1]) and (found.start() or (whole and re.split("[-_]", part)[0].lower() in WHOLE)):
            return found
    return None


def _tag(word: str) -> str:
    """`word` as a BCP 47 tag, "" where it is none."""
    found = parse(word)
    written, *rest = re.split("[-_]", word.lower())
    if found is None or found.rest or written not in TWO | THREE | known():
        return ""
    if any(part[:1].islower() for part in re.split("[-_]", word)[1:]) and (
        written not in WHOLE or rest[-1] not in SMALL
    ):
        return ""
    return str(found)

"""Whether two codes can be the same: addresses, telephone numbers, versions, articles of laws, designations.

A code is copied, so that there is no rounding; but one side may tell less of it (no path, no trunk zero), and a translation has
reasons of its own for another one altogether (its own desk, its own page). Only what is nearly the same is called a slip; versions
and articles, of which there is one a sentence, are compared whatever they are.
"""

from __future__ import annotations

import re

from align.values import COMPATIBLE, CONFLICT, EQUAL, UNKNOWN, Code

SUBSCRIBER = 7
"""Digits from which the end of a telephone number is the number without its area."""
OFF = 2
"""How many letters or digits a slip may change, add, drop or change round at the most."""
SHARE = 4
"""A slip leaves so many characters a wrong one: of a short code it may touch one only."""
VARIANTS = re.compile(r"(?:^|(?<=[./]))(?:www|m|en|eng|english|ko|kor|kr|korean|global)(?:[./]|$)")
"""Parts of an address that tell the language of a page or on what it is read."""


def agree(a: Code, b: Code) -> str:
    """EQUAL, COMPATIBLE (one side tells less), CONFLICT (a slip), or UNKNOWN where they may be two things.

    >>> agree(Code("phone", "82023980000"), Code("phone", "23980000")), agree(Code("version", "3.10"), Code("version", "3.1"))
    ('compatible', 'conflict')
    """
    if a.family != b.family:
        return UNKNOWN
    if a.text == b.text:
        return EQUAL
    return COMPARED.get(a.family, _copied)(a.text, b.text)


def numbers(code: Code) -> frozenset[str]:
    """The numbers in a code, as digits without zeros before them."""
    return frozenset(digits.lstrip("0") for digits in re.findall(r"\d+", code.text))


def slip(a: str, b: str) -> bool:
    """Whether two strings are the same but for a letter or two: changed, left out, added, or changed round.

    >>> slip("desk@example.kr", "dest@example.kr"), slip("desk@example.kr", "news@example.kr"), slip("K2", "K9")
    (True, False, True)
    """
    most = min(OFF, max(1, max(len(a), len(b)) // SHARE))
    return abs(len(a) - len(b)) <= most and 0 < distance(a, b, most) <= most


def distance(a: str, b: str, most: int) -> int:
    """Edits between two strings, two neighbours that changed places as one; anything above `most` where there are more."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            least = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def _copied(a: str, b: str) -> str:
    return CONFLICT if slip(a, b) else UNKNOWN


def _phone(a: str, b: str) -> str:
    short, long = sorted((a, b), key=len)
    if len(short) >= SUBSCRIBER and long.endswith(short):
        return COMPATIBLE
    if len(short) >= SUBSCRIBER and len(long) > len(short) + 1:
        long = long[-len(short) :]  # the country is told on one side only
    return CONFLICT if len(short) > 1 and slip(short, long) else UNKNOWN


def _url(a: str, b: str) -> str:
    (host, path), (other, way) = ((VARIANTS.sub("", part) for part in text.partition("/")[::2]) for text in (a, b))
    if host == other:
        return CONFLICT if path and way and slip(path, way) else EQUAL if path == way else COMPATIBLE
    labels, others = host.split("."), other.split(".")
    if set(labels) < set(others) and len(labels) > 1:
        short, long = labels, others
    elif set(others) < set(labels) and len(others) > 1:
        short, long = others, labels
    else:
        near = slip(host, other) or (labels[0] == others[0] and len(labels[0]) > len("news"))
        return CONFLICT if near else UNKNOWN
    return (
        COMPATIBLE if long[-len(short) :] == short else CONFLICT
    )  # news.example.kr is of example.kr; example.or.kr is not


def _steps(a: str, b: str) -> str:
    """Versions and articles: the one with fewer parts may hold the other."""
    one, other = a.split("."), b.split(".")
    short, long = sorted((one, other), key=len)
    known = [(x, y) for x, y in zip(short, long, strict=False) if x and y]
    if any(x != y for x, y in known):
        return CONFLICT
    return COMPATIBLE if known else UNKNOWN


def _designation(a: str, b: str) -> str:
    """The same letters with other digits, or the same digits with nearly the same letters; of a name the digits count."""
    (letters, digits), (others, figures) = _split(a), _split(b)
    if not letters or not others:  # 화성-17형, Hwasong-17
        named = letters + others
        return COMPATIBLE if digits == figures else CONFLICT if not named.isupper() else UNKNOWN
    if letters.upper() == others.upper():
        short, long = sorted((digits, figures), key=len)
        variant = long.startswith(short) and long[len(short) :][:1].isalpha()  # F-35A is an F-35
        return EQUAL if digits == figures else COMPATIBLE if variant else CONFLICT
    return CONFLICT if digits == figures and len(letters) > 1 and slip(letters.upper(), others.upper()) else UNKNOWN


def _split(text: str) -> tuple[str, str]:
    letters = re.match(r"[A-Za-z]*", text)
    first = letters[0] if letters else ""
    return first, text[len(first) :].upper()


COMPARED = {"phone": _phone, "url": _url, "version": _steps, "article": _steps, "designation": _designation}
"""Family -> how two of it are compared; the others are copied letter by letter."""

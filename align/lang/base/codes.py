"""Codes in a text of any language: URLs, mail addresses, telephone numbers, versions, designations such as KF-21 and ISO 9001.

They are read before numbers and dates and hide what of these lies in them. A language adds what its own words make one (제9조 2항,
국번 없이 120, Section 301): `found` puts all together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from align.model import Mention
from align.values import Code

Read = Callable[[re.Match[str]], Code | None]
Reader = tuple[re.Pattern[str], Read]
"""A pattern and what is read from its matches."""
Hinted = tuple[tuple[str, ...], re.Pattern[str], Read]
"""The same, behind what a text has one of where the pattern can match at all: to look for that is much faster."""
WORTH_A_LOOK = re.compile(r"[\d@]|\.\w")
DIGITS = tuple("0123456789")
FRACTIONS = tuple(f".{digit}" for digit in DIGITS)


def found(
    text: str,
    own: Iterable[Reader] = (),
    beside: Iterable[Mention] = (),
    months: frozenset[str] = frozenset(),
    worth: re.Pattern[str] = WORTH_A_LOOK,
) -> tuple[Mention, ...]:
    """The codes of `text`, left to right, none inside another; those that are rather a part of a date of `beside` are none.

    `own`: what the language's own words make a code. `months`: words of the language which a number behind a hyphen makes no code.
    `worth`: what a text has one of where there can be any.

    >>> [m.value.text for m in found("v3.10 of KF-21, www.example.kr, +82-2-398-0000")]
    ['3.10', 'KF21', 'example.kr', '8223980000']
    """
    if not worth.search(text):
        return ()
    taken = [(m.start, m.end) for m in beside if m.kind in ("date", "time")]
    every: list[Mention] = []
    for pattern, read in (*_worth_a_look(_addresses(), text), *own, *_worth_a_look(_figures(), text)):
        for match in pattern.finditer(text):
            start, end = match.span("code")
            if any(a < end and start < b for a, b in taken) or match["code"].split("-")[0].lower() in months:
                continue
            if code := read(match):
                every.append(Mention("code", start, end, match["code"], (), code))
                taken.append((start, end))
    return tuple(sorted(every, key=lambda m: m.start))


def _worth_a_look(readers: Iterable[Hinted], text: str) -> Iterator[Reader]:
    return ((pattern, read) for hints, pattern, read in readers if any(hint in text for hint in hints))


def phone(digits: str) -> Code:
    """The code of a telephone number: its digits without the zero of the trunk, with those of the country if they are told."""
    return Code("phone", re.sub(r"\D", "", re.sub(r"\(0\)", "", digits)).lstrip("0") or "0")


def version(match: re.Match[str]) -> Code:
    """The code of a version."""
    return Code("version", match["number"])


@cache
def _addresses() -> tuple[Hinted, ...]:
    return (
        (
            ("@",),
            re.compile(r"(?<![\w.])(?P<code>[A-Za-z0-9.+_-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)", re.ASCII),
            _mail,
        ),
        (
            ("www.", "://"),
            re.compile(
                r"(?P<code>(?:https?://(?:www\.)?|www\.)(?P<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)(?::\d+)?"
                r"(?P<path>/(?:[!#-&(-;=?-~]*[\w/=&%#-])?)?)",
                re.ASCII,
            ),
            _url,
        ),
        (
            tuple(f".{first}" for first in "acdegijknopru"),
            re.compile(
                rf"(?<![\w@./-])(?P<code>(?P<host>(?:[A-Za-z0-9-]{{1,40}}\.){{1,4}}(?:{TLDS}))(?![\w-]|\.\w)(?P<path>/(?:[!#-&(-;=?-~]*[\w/=&%#-])?)?)",
                re.ASCII,
            ),
            _url,
        ),
        (("@",), re.compile(r"(?<![\w@./])(?P<code>@[A-Za-z_][A-Za-z0-9_]{2,30})", re.ASCII), _handle),
    )


TLDS = r"(?:co|or|go|ac|re|ne|pe)\.(?:kr|jp|uk)|com|org|net|gov|edu|int|info|io|app|dev|kr|jp|cn|uk|eu"
"""Ends of an address that is written without www."""


@cache
def _figures() -> tuple[Hinted, ...]:
    return (
        (
            ("+",),
            re.compile(r"(?<![\w+.])(?P<code>\+\d{1,3}(?:[-. )]{1,2}\(?\d{1,4}\)?){2,5})(?![\w-]|\.\d)", re.ASCII),
            _phone,
        ),
        (
            ("0", "-"),
            re.compile(
                r"(?<![\w.,+-])(?P<code>\(?0\d{1,3}(?:\)\s?-?|[-.\s]{1,3})\d{3,4}[-.\s]{1,3}\d{4}|\(?\d{3}(?:\)\s?|-)\d{3}-\d{4}"
                r"|1[5-8][0-9]{2}-\d{4})(?![\w-]|[.,]\d)",
                re.ASCII,
            ),
            _phone,
        ),
        (("-",), re.compile(r"(?<![\w.,-])(?P<code>\d{1,6}(?:-\d{2,7}){2,4})(?![\w-])", re.ASCII), _account),
        (FRACTIONS, re.compile(r"(?<![A-Za-z0-9.])(?P<code>[vV]\.?\s?(?P<number>\d+(?:\.\d+)+))(?!\.?\d)"), version),
        (
            FRACTIONS,
            re.compile(r"(?<![\w.,/-])(?P<code>(?P<number>\d+(?:\.\d+){2,}))(?!\.?\d|\.\s\d)", re.ASCII),
            _bare_version,
        ),
        (
            ("ISO", "IEC", "IEEE", "RFC", "KS", "JIS", "DIN", "ANSI", "MIL-STD", "GMP", "CVE"),
            re.compile(
                r"(?<![A-Za-z0-9.])(?P<code>(?P<body>ISO|IEC|IEEE|RFC|KS|JIS|DIN|ANSI|MIL-STD|GMP|CVE)[\s/-]{1,2}(?P<digits>\d[\d-]*\d))(?!\w)",
                re.ASCII,
            ),
            lambda match: Code("designation", match["body"].replace("-", "") + match["digits"].replace("-", "")),
        ),
        (
            ("7-",),
            re.compile(r"(?<![\w.,-])(?P<code>7[0-9]7-(?:[1-9]00?|[1-9])(?:ER|LR|F)?)(?![\w-])", re.ASCII),
            _designation,
        ),
        (
            DIGITS,
            re.compile(
                r"(?<![A-Za-z0-9.&/$@#-])(?P<code>(?!(?:US|RM)\d|W\d|KRW|USD|EUR|GBP|JPY|CNY|RMB|Q[1-4]\b|H[12]\b|FY|D[-+]\d|[A-Z]\d\d?\b(?=[)명씨]))"
                r"[A-Z][A-Za-z]{0,11}(?:-?\d{1,4}(?!\d))(?:[A-Z]\d?(?!(?!s\b)[a-z])[A-Z]?|-[A-Z0-9]{1,4}\b)?)(?![A-Z\d]|[-.,/]\d|%)",
                re.ASCII,
            ),
            _designation,
        ),
    )


def _mail(match: re.Match[str]) -> Code:
    return Code("mail", match["code"].lower())


def _url(match: re.Match[str]) -> Code:
    return Code("url", match["host"].lower().removeprefix("www.") + (match["path"] or "").rstrip("/"))


def _handle(match: re.Match[str]) -> Code:
    return Code("handle", match["code"].lower())


def _phone(match: re.Match[str]) -> Code | None:
    """A telephone number; 1592-1598 are years."""
    code = match["code"]
    years = re.fullmatch(r"(1\d{3})-(\d{4})", code)
    if years and int(years[1]) < int(years[2]) < 2100:
        return None
    return phone(code) if sum(c.isdigit() for c in code) > 6 else None


def _account(match: re.Match[str]) -> Code | None:
    groups = match["code"].split("-")
    dated = len(groups) == 3 and len(groups[0]) == 4 and len(groups[1]) < 3 and len(groups[2]) < 3
    if dated or max(map(len, groups)) < 4:
        return None  # a date; the votes of three sides
    return Code("number", "".join(groups))


def _bare_version(match: re.Match[str]) -> Code | None:
    """Three numbers with full stops between them, unless they may be a day."""
    parts = [int(part) for part in match["number"].split(".")]
    dated = len(parts) == 3 and (parts[0] > 1900 or len(match["number"].split(".")[0]) == 2)
    if dated and 0 < parts[1] < 13 and 0 < parts[2] < 32:
        return None
    return version(match)


def _designation(match: re.Match[str]) -> Code:
    return Code("designation", match["code"].replace("-", ""))

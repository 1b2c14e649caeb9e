"""Codes as English words make them: Article 9, Clause 2; Section 301; dial 120; version 3.10; Hwasong-17."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from align.lang.base.codes import Reader, found, phone, version
from align.model import Mention
from align.values import Code

MONTHS = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november "
    "december mon tue wed thu fri sat sun no nos vol page top day".split()
)
"""What a number behind a hyphen makes no designation."""
BELOW = r"(?:Clause|Paragraph|Para\.?|Subsection|Subparagraph|Item|clause|paragraph|para\.?|subsection|item)"
ARTICLE = r"(?:Articles?|Art\.|Sections?|Sec\.|article|section)"
DIALLED = (
    r"(?:[Cc]all(?:s|ed|ing)?|[Dd]ial(?:s|ed|led|ing|ling)?|[Pp]hon(?:e|ed|ing)|[Hh]otline|[Hh]elpline|[Tt]el\.?|"
    r"[Tt]elephone|[Nn]umber|[Ll]ine)"
)
BEHIND = (
    r"(?=[.,;:!?)\"'”’]|\s(?:for|to|or|if|when|and|in|from|before|immediately|after|as|on|at|with|via|without|first|"
    r"right|toll)\b|$)"
)
SERVICES = (
    r"(?:[Cc]all\s?(?:center|centre|er)?|[Hh]otline|[Hh]elp\s?(?:line|\s[Dd]esk)|[Dd]ispatch(?:er)?|[Oo]perator|"
    r"[Rr]escue|[Ee]mergency|[Dd]asan|[Hh]elp\s[Dd]esk|[Ss]ervice)\b"
)
EMERGENCY = r"911|999|1(?:0[79]|1[0-9]|2[0-9]|3[0-2]|82|88)|13[0-9]{2}"
SOFTWARE = (
    r"[Vv]ersions?(?:\sof)?|[Vv]er\.?|Python|Android|Windows|Java|Linux|[Kk]ernel|iOS|iPadOS|macOS|Node\.js|Chrome|"
    r"Firefox|[Ff]irmware|[Rr]elease|[Uu]pdate"
)


def codes(text: str, beside: Iterable[Mention] = ()) -> tuple[Mention, ...]:
    """The codes of `text`, left to right.

    >>> [(m.text, m.value.text) for m in codes("Article 9, Clause 2; Section 301; dial 120; Version 3.1; Hwasong-17")]
    [('Article 9, Clause 2', '9.2'), ('Section 301', '301'), ('120', '120'), ('Version 3.1', '3.1'), ('Hwasong-17', 'Hwasong17')]
    """
    return found(text, _own(), beside, MONTHS)


@cache
def _own() -> tuple[Reader, ...]:
    number = r"(?P<article>\d{1,4})(?:-(?P<branch>\d{1,2})(?!\d))?"
    return (
        (
            re.compile(
                rf"\b(?P<code>{BELOW}\s(?P<clause>\d{{1,2}})(?:,?\s(?:and\s)?{BELOW}\s(?P<item>\d{{1,2}}))?,?\s(?:of|under|in)\s(?:the\s)?{ARTICLE}\s{number})(?![\d.,]\d|\w)"
            ),
            _article,
        ),
        (
            re.compile(
                rf"(?:\b(?={ARTICLE}\s\d)|(?=§\s?\d))(?P<code>(?:{ARTICLE}\s|§\s?){number}(?:\s?\((?P<inside>\d{{1,2}})\))?"
                rf"(?:,?\s(?:\(?{BELOW}|\()\s?(?P<clause>\d{{1,2}})\)?)?(?:,?\s{BELOW}\s(?P<item>\d{{1,2}}))?)(?![.,]\d|[A-Za-z\d])"
            ),
            _article,
        ),
        (
            re.compile(
                rf"\b(?P<code>{BELOW}\s(?P<clause>\d{{1,2}})(?P<article>)(?P<branch>)(?P<item>))(?![.,]\d|[A-Za-z\d])"
            ),
            _article,
        ),
        (
            re.compile(
                rf"\b{DIALLED}\s?:?\s?(?:the\s|on\s|at\s|is\s|to\s|No\.\s|number\s|hotline\s){{0,2}}(?P<code>(?:{EMERGENCY}|1\d{{2,3}})){BEHIND}"
            ),
            _dialled,
        ),
        (re.compile(rf"(?<![\w.,$-])(?P<code>{EMERGENCY})(?=[\s-]{SERVICES})"), _dialled),
        (
            re.compile(
                rf"\b(?P<code>(?:{SOFTWARE})\s(?P<number>\d+(?:\.\d+)+))(?!\.?\d|\s?(?:%|percent|million|billion))"
            ),
            version,
        ),
        (re.compile(r"\b(?P<code>[Vv]er(?:sion|\.)\s?(?P<number>\d+))(?![.,]?\d)"), version),
        (
            re.compile(
                r"(?<![\w.,$-])(?P<code>(?P<number>\d+(?:\.\d+)+)[\s-](?:version|release|update|firmware|beta))\b"
            ),
            version,
        ),
    )


def _article(match: re.Match[str]) -> Code:
    told = match.groupdict()
    article = (told["article"] or "") + (f"-{told['branch']}" if told["branch"] else "")
    clause = told.get("inside") or told["clause"] or ""
    item = told["item"] or (told["clause"] if told.get("inside") else "") or ""
    return Code("article", ".".join((article, clause, item)).rstrip("."))


def _dialled(match: re.Match[str]) -> Code:
    return phone(match["code"])

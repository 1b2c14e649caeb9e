"""Names in English: where a family name stands alone, what hangs on a name, and who does what to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.base.slips import Span

WHOLE = re.compile(r"(?<![\w-])(?P<family>[A-Z][a-z]{1,6}) [A-Z][a-z]+-[a-z]+(?![\w-])")
"""Ma Dong-wook: how English writes Korean names."""
TITLES = (
    "President Minister Mayor Governor Coach Judge Director Chief Professor Captain Chairman Chairwoman Secretary "
    "Commissioner Manager"
)
BEFORE = re.compile(
    rf"(?:^|[^A-Za-z ] ?|(?<![A-Za-z])[a-z'’-]+ |[A-Za-z]\. |\b(?:{TITLES.replace(' ', '|')}) |[\"“‘(])$"
)
"""What stands before a family name that is no part of a longer name."""
HUNG = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][a-z]{3,})(?=-(?:bound|based|born|area|led|made|style|run|backed|owned|listed|trained|educated|registered|flagged|built)\b)"
)
ONE_SIDED = re.compile(
    r"\b(?:[a-z]{3,}ed|beat|sue[ds]?|bought|overt(?:ook|akes)|took over|led|leads|owns?|beats|told|sold|gave|sent|chose"
    r"|hit|shot|struck|fought"
    r"|(?:ahead|instead|head|chief|capital|minister|mayor|governor|president|leader) of|from|to|by|over|after|before|under)\b"
)
"""Verbs and links whose two sides are not the same."""
MUTUAL = re.compile(
    r"\b(?:and|or|with|met|meets?|married|divorced|agreed|signed|shared|discussed|joined|tied|between|both|talked"
    r"|clashed|bordered|from .* to)\b"
)
"""Verbs and links whose two sides are."""
REACH = 6
"""Words between two names that one verb links."""


def whole_names(text: str) -> Iterator[str]:
    """The family names of people that are named in whole.

    >>> list(whole_names("Rep. Ma Dong-wook and Ryu Sol"))
    ['Ma']
    """
    return (match["family"] for match in WHOLE.finditer(text))


def alone(text: str, name: str) -> Iterator[Span]:
    """Where a family name stands alone for its person, also in the possessive.

    >>> [text for text in ("Rep. Ma said", "Ma's", "Ma Dong-wook", "Olympic Ma") if list(alone(text, "Ma"))]
    ['Rep. Ma said', "Ma's"]
    """
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?=['’]s\b|(?! [A-Z])(?![\w'’-]))", text):
        if BEFORE.search(text[: match.start()]):
            yield match.span()


def hung(text: str) -> Iterator[Span]:
    """The names that another word hangs on.

    >>> [("a Yeosu-bound ship")[a:b] for a, b in hung("a Yeosu-bound ship")]
    ['Yeosu']
    """
    return (match.span("name") for match in HUNG.finditer(text))


def one_sided(between: str) -> bool:
    """Whether it matters which of two names stands first: they are not coordinate, and what links them is short.

    >>> one_sided(" beat "), one_sided(" and "), one_sided(" met ")
    (True, False, False)
    """
    short = len(between.split()) <= REACH and not re.search(r"[,.;:()'’\"“”]", between)
    return short and ONE_SIDED.search(between) is not None and not MUTUAL.search(between)

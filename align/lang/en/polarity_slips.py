"""Slips in what English says of a thing: the negation dropped or added, a rise for a fall; and the same in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from align.lang.base.slips import Slip

OPPOSITES = """
rose/fell rises/falls increased/decreased increase/decrease increases/decreases increasing/decreasing climbed/dropped surged/plummeted
soared/tumbled growth/decline expanded/narrowed widened/narrowed higher/lower expand/reduce expanded/reduced expanding/reducing
more than/less than|at least/at most|before/after|largest/smallest|biggest/smallest|highest/lowest
approved/rejected approve/reject approval/rejection accepted/refused allowed/banned surplus/deficit guilty/innocent
improved/worsened improve/worsen strengthened/weakened strengthen/weaken tightened/loosened succeeded/failed
"""
"""Words that change places; those of several words between bars."""
NOT = (
    (r"\b(is|are|was|were|do|does|did|has|have|had|would|could|should|must|might|need)n['’]t\b", r"\1"),
    (r"\b(is|are|was|were|does|did|do|has|have|had|would|could|should|must|might|will|can|may) not\b(?! only)", r"\1"),
    (r"\bcannot\b", "can"),
    (r"\bcan['’]t\b", "can"),
    (r"\bwon['’]t\b", "will"),
    (r"\bfailed to\b", "managed to"),
    (r"\bfails? to\b", "manages to"),
    (r"\bunable to\b", "able to"),
    (r"\bunless\b", "if"),
    (r"\bno longer\b", "still"),
    (r"\bnever\b", "always"),
    (r"\bwithout\b(?! (?:doubt|question))", "with"),
    (r"\b(will|can|could|would|should)\b(?! (?:not|never|only|no)\b)(?= [a-z]+\b)", r"\1 not"),
    (r"\b(is|are|was|were)\b(?= (?!only|not)[a-z]{3,}(?:ed|ing)\b)", r"\1 not"),
)
"""Negations dropped, and put in behind a verb."""
SAME = (
    (r"\b(is|are|was|were|does|did|do|has|have|had|would|could|should) not\b", r"\1n't"),
    (r"\b(is|are|was|were|does|did|do|has|have|had|would|could|should)n['’]t\b", r"\1 not"),
    (r"\bcannot\b", "can't"),
    (r"\bfailed to (?=[a-z])", "did not "),
    (r"\bunable to\b", "not able to"),
    (r"\bmore than(?= [$\d])", "over"),
    (r"\bless than(?= [$\d])", "under"),
    (r"\bbefore(?= (?:the|a|an)\b)", "ahead of"),
    (r"\b(rose|climbed|grew)(?= (?:by )?\d)", "increased"),
    (r"\b(fell|dropped|declined)(?= (?:by )?\d)", "decreased"),
    (r"\brejected\b", "turned down"),
)
"""The same in other words."""


@cache
def _opposite() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = [
        pair.split("/")
        for line in OPPOSITES.strip().splitlines()
        for pair in (line.split("|") if "|" in line else line.split())
        if pair.count("/") == 1
    ]
    table = {a.strip(): b.strip() for a, b in reversed(pairs)} | {b.strip(): a.strip() for a, b in reversed(pairs)}
    return re.compile(
        rf"(?<!look )(?<!named )\b(?:{'|'.join(sorted(table, key=len, reverse=True))})\b(?! (?:house|court|school)\b)"
    ), table


def turned(text: str) -> Iterator[Slip]:
    """The opposite said."""
    pattern, table = _opposite()
    for m in pattern.finditer(text):
        yield Slip(
            m.span(), table[m[0]]
        )  # a noun of more than one meaning may come out as nonsense, which is wrong too
    yield from _replaced(text, NOT)


def reworded(text: str) -> Iterator[Slip]:
    """The same said in other words."""
    yield from _replaced(text, SAME)


def _replaced(text: str, table: tuple[tuple[str, str], ...]) -> Iterator[Slip]:
    for old, new in table:
        for m in re.finditer(old, text):
            yield Slip(m.span(), m.expand(new))

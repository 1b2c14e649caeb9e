"""Chinese clauses: between commas, and where a conjunction or a preposition that begins a phrase stands inside one."""

from __future__ import annotations

import re

from align.lang.base.clauses import marks, pieces
from align.lang.zh.letters import plain

BEFORE = re.compile(
    r"(?<=[^\s，。、；：“”])(?:但(?:是|也|仍|并)?|然而|不过|而且|并且|因此|因为|由于|所以|如果|虽然|尽管|以及|同时|"
    r"随后|此外|为了|以便|从而|致使|导致|使得|直到|除了|除非|只要|即使)(?=[^\s，。])"
)
"""Words that begin a clause or phrase in the middle of one."""
AFTER = re.compile(r"(?:之后|以后|之前|以前|之际|期间|的同时|的情况下|的背景下|之时|以来|为由|为止)(?=[^\s，。、；的])")
"""What ends an adverbial, behind which the rest goes on."""
LEAST = 6
"""Characters of a piece; shorter ones stay with the one before."""


def clauses(text: str) -> list[tuple[int, int]]:
    """The spans of the pieces of a sentence, in order.

    >>> text = "朝野上月曾商定共同处理法案，但随着国民联盟退出讨论，这一约定仅过22天便告破裂。"
    >>> [text[a:b] for a, b in clauses(text)]
    ['朝野上月曾商定共同处理法案，', '但随着国民联盟退出讨论，', '这一约定仅过22天便告破裂。']
    """
    letters = plain(text)
    ends = {*marks(text)}
    for place in (*(m.start() for m in BEFORE.finditer(letters)), *(m.end() for m in AFTER.finditer(letters))):
        if all(abs(place - other) >= LEAST for other in (0, len(text), *ends)):
            ends.add(place)
    return pieces(text, ends)

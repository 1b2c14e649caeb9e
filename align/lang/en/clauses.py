"""English clauses: they begin with a conjunction or a relative word, and stand between commas and dashes."""

from __future__ import annotations

import re

from align.lang.base.clauses import marks, pieces

OPENER = re.compile(
    r"\s(?=(?:and|but|or|nor|yet|while|whereas|which|who|whom|whose|where|when|whenever|after|before|since|until|till|because|although|though"
    r"|unless|if|as|that|so|once|with|without|amid|despite|following|including|according|instead|rather|such|due|thanks|through|by|to)\s)"
)
"""A word that may open a clause or a phrase; what is opened ends before the next one."""


def clauses(text: str) -> list[tuple[int, int]]:
    """The spans of the pieces of a sentence, in order.

    >>> text = "The firm moved up repairs in Pohang and diverted exports, which had been planned."
    >>> [text[a:b] for a, b in clauses(text)]
    ['The firm moved up repairs in Pohang', 'and diverted exports,', 'which had been planned.']
    """
    return pieces(text, {match.end() for match in OPENER.finditer(text)}.union(marks(text)))

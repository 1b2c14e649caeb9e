"""A score against two numbers: 158-121 where the other side says 158 for and 121 against, so that both ends are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from align.model import Mention
from align.values import Quantity
from align.values.amounts import quantity

END = re.compile(r"\d+(?:,\d{3})*")


def parted(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """`mentions`, each score as its two ends where `others`, which are of the other side, tell no score but one of the ends."""
    if any(_is_score(other) for other in others):
        return list(mentions)
    said = {other.value.point for other in others if isinstance(other.value, Quantity)}
    return [part for mention in mentions for part in (_ends(mention, said) if _is_score(mention) else (mention,))]


def _is_score(mention: Mention) -> bool:
    return isinstance(mention.value, Quantity) and mention.value.role == "score"


def _ends(mention: Mention, said: set[Fraction | None]) -> Iterator[Mention]:
    ends = list(END.finditer(mention.text))
    numbers = [Fraction(end[0].replace(",", "")) for end in ends]
    if len(ends) != 2 or said.isdisjoint(numbers):
        yield mention
        return
    for end, number in zip(ends, numbers, strict=True):
        start = mention.start + end.start()
        yield Mention(mention.kind, start, mention.start + end.end(), end[0], (), quantity(number, role="end"))

"""What one side tells as one value and the other as two: 158-121 and 158 for, 121 against; 10~11일 and Tuesday and Wednesday.

It is two values then, so that both ends are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from align.model import Mention
from align.values import Quantity, When
from align.values.amounts import quantity

END = re.compile(r"\d+(?:,\d{3})*")


def parted(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """`mentions`, each as its two ends where `others`, which are of the other side, tell them one by one."""
    return [part for mention in mentions for part in _parts(mention, others)]


def _parts(mention: Mention, others: Sequence[Mention]) -> Iterator[Mention]:
    if _is_score(mention) and not any(map(_is_score, others)):
        yield from _ends(mention, {other.value.point for other in others if isinstance(other.value, Quantity)})
    elif isinstance(mention.value, When) and mention.value.to and _two_days(mention.value, others):
        yield from _days(mention, mention.value)
    else:
        yield mention


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


def _two_days(when: When, others: Sequence[Mention]) -> bool:
    """Whether a range is of two days in turn, and the other side has single days only, and two of them."""
    days = [other.value for other in others if isinstance(other.value, When) and other.value.grain == "day"]
    short = bool(when.spans) and all(end - first == 2 for first, end in when.spans)
    return when.grain == "day" and short and len(days) > 1 and not any(day.to for day in days)


def _days(mention: Mention, when: When) -> Iterator[Mention]:
    """The two days, where both are told in figures; the words of the second begin with its figure."""
    figures = list(END.finditer(mention.text))
    if len(figures) < 2:
        yield mention
        return
    for k, (start, end) in enumerate(((0, figures[-2].end()), (figures[-1].start(), len(mention.text)))):
        spans = tuple((first + k, first + k + 1) for first, _ in when.spans)
        day = replace(when, spans=spans, month=None, day=None, weekday=None, to=None)
        own = mention.text[start:end]
        yield replace(mention, start=mention.start + start, end=mention.start + end, text=own, value=day)

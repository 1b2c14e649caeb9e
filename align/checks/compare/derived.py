"""Numbers that follow from others: ten casualties for three dead and seven injured; the rest of a hundred per cent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from align.model import Mention
from align.values import Quantity

MOST = 8
"""Numbers of a sentence beyond which some would add up to anything."""
ADDENDS = (2, 3)
BESIDE = 16
"""Characters that may stand between a count and the sum for so many: 30개에 7500원, two for 5,000 won."""
WHOLE = 100
OFF = Fraction(2, 10)
"""How far shares that were rounded may miss a hundred per cent."""


def sums(left: Sequence[Mention], others: Sequence[Mention], open_: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """A number of `left` with the two or three of the other side that make it up, at least one of them in `open_`: left over too."""
    counted = [(other, other.value.point) for other in others if _plain(other) and isinstance(other.value, Quantity)]
    if not 1 < len(counted) <= MOST:
        return
    for mention in left:
        if not _plain(mention) or not isinstance(mention.value, Quantity):
            continue
        alike = [(other, n) for other, n in counted if n and getattr(other.value, "unit", "") == mention.value.unit]
        for many in ADDENDS:
            found = next(
                (
                    some
                    for some in combinations(alike, many)
                    if sum(n or 0 for _, n in some) == mention.value.point
                    and any(o is m for o, _ in some for m in open_)
                ),
                None,
            )
            if found:
                yield (mention, *(other for other, _ in found))
                break


def divided(left: Sequence[Mention], there: Sequence[Mention]) -> list[Mention]:
    """Those of `left` that are a sum and beside it the count of what it is for, where `there` has the sum for one: 2㎏당 5만원."""
    told = {
        (m.value.unit, m.value.point) for m in there if isinstance(m.value, Quantity) and m.value.unit and m.value.point
    }
    found: list[Mention] = []
    for count, amount in pairwise(left):
        many, much = count.value, amount.value
        if not isinstance(many, Quantity) or not isinstance(much, Quantity) or amount.start - count.end > BESIDE:
            continue
        n = many.point
        if n and much.point and n.denominator == 1 and n > 1 and (much.unit, much.point / n) in told:
            found += [count, amount, *(m for m in there if _is(m, much.unit, much.point / n))]
    return found


def _is(mention: Mention, unit: str, point: Fraction) -> bool:
    value = mention.value
    return isinstance(value, Quantity) and value.unit == unit and value.point == point


def rest(left: Sequence[Mention], own: Sequence[Mention]) -> list[Mention]:
    """Those of `left` that are told by all other shares of their sentence: 61.4%, 24.9%, and the remaining 13.7%."""
    shares = [m for m in own if isinstance(m.value, Quantity) and m.value.unit == "%"]
    total = sum((m.value.point or Fraction(0) for m in shares if isinstance(m.value, Quantity)), Fraction(0))
    if len(shares) < 2 or abs(total - WHOLE) > OFF:
        return []
    last = [m for m in left if any(m is share for share in shares)]
    return last if len(last) == 1 else []


def follows(mention: Mention, own: Sequence[Mention]) -> bool:
    """Whether a reader can tell a number from two that his side has: from 3.50% to 3.25%, by 0.25 points."""
    value = mention.value
    if not isinstance(value, Quantity) or value.point is None or value.role:
        return False
    unit = value.unit.removesuffix("p")
    numbers = [
        m.value.point
        for m in own
        if isinstance(m.value, Quantity) and m.value.unit.removesuffix("p") == unit and m.value.point is not None
    ]
    return len(numbers) <= MOST and any(value.point in (a + b, abs(a - b)) for a, b in combinations(numbers, 2))


def _plain(mention: Mention) -> bool:
    """Whether a mention is a count: no rank, label, share or range, and no word that may be none."""
    value = mention.value
    return (
        isinstance(value, Quantity) and value.role == "" and value.point is not None and not value.unit.startswith("%")
    )

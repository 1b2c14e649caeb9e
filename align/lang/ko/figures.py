"""A quantity in figures, as Korean newspapers write it: 1,270억 원, 2.25%포인트, 3년 5개월."""

from __future__ import annotations

from align.lang.base.figures import Figures
from align.values import Quantity

KOREAN = Figures(
    "ko",
    ((10**12, "조"), (10**8, "억"), (10**4, "만")),
    about="약 {}",
    over="{} 이상",
    under="{} 이하",
    least="{} 이상",
    to="~",
    times="배",
    joint=" ",
    in_turn=True,
    gap_behind="만억조",
    share="{1} 중 {0}",
)


def figures(quantity: Quantity) -> str:
    """The quantity written out; "" where nothing is known of it.

    >>> from fractions import Fraction
    >>> figures(Quantity(Fraction(127 * 10**9), Fraction(127 * 10**9), unit="KRW"))
    '1,270억 원'
    """
    return KOREAN.words(quantity)

"""A quantity in figures, as Chinese newspapers write it: 1.27万亿韩元, 14.13万, 42180, 3年零5个月."""

from __future__ import annotations

from align.lang.base.figures import Figures
from align.values import Quantity

CHINESE = Figures(
    "zh",
    ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
    about="约{}",
    over="{}多",
    under="不超过{}",
    least="{}以上",
    to="至",
    times="倍",
    joint="零",
    scale_gap="",
    exact=100,
    gap="",
    share="{1}中的{0}",
    marks=("", "."),
)


def figures(quantity: Quantity) -> str:
    """The quantity written out, in simplified letters; "" where nothing is known of it.

    >>> from fractions import Fraction
    >>> figures(Quantity(Fraction(127 * 10**9), Fraction(127 * 10**9), unit="KRW"))
    '1270亿韩元'
    """
    return CHINESE.words(quantity)

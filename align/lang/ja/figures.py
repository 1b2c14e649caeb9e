"""A quantity in figures, as Japanese newspapers write it: 1270億ウォン, 2.25ポイント, 3年5カ月."""

from __future__ import annotations

from align.lang.base.figures import Figures
from align.values import Quantity

JAPANESE = Figures(
    "ja",
    ((10**12, "兆"), (10**8, "億"), (10**4, "万")),
    about="約{}",
    over="{}余り",
    under="{}以下",
    least="{}以上",
    to="〜",
    times="倍",
    joint="",
    in_turn=True,
    gap="",
    share="{1}のうち{0}",
    marks=("", "."),
)


def figures(quantity: Quantity) -> str:
    """The quantity written out; "" where nothing is known of it.

    >>> from fractions import Fraction
    >>> figures(Quantity(Fraction(127 * 10**9), Fraction(127 * 10**9), unit="KRW"))
    '1270億ウォン'
    """
    return JAPANESE.words(quantity)

"""A quantity in figures, as English newspapers write it: 127 billion won, $1.5 billion, 3 years and 5 months."""

from __future__ import annotations

from align.lang.base.figures import Figures
from align.values import Quantity

ENGLISH = Figures(
    "en",
    ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
    about="about {}",
    over="more than {}",
    under="up to {}",
    least="at least {}",
    to=" to ",
    times=" times",
    joint=" and ",
    plural=True,
    share="{0} of {1}",
    symbols={"USD": "$", "EUR": "€", "GBP": "£"},
)


def figures(quantity: Quantity) -> str:
    """The quantity written out; "" where nothing is known of it.

    >>> from fractions import Fraction
    >>> figures(Quantity(Fraction(127 * 10**9), Fraction(127 * 10**9), unit="KRW"))
    '127 billion won'
    """
    return ENGLISH.words(quantity)

"""Why a corpus builder may not want a unit: flags, kept with it so that what is delivered can be chosen later.

`own` tells what a unit shows by itself, `across` marks in the store what only all units together show.
"""

from __future__ import annotations

FLAGS = ("language", "length", "identical", "untranslated", "boilerplate", "near-duplicate")
"""In the order of their bits in the store."""


def names(bits: int) -> tuple[str, ...]:
    """The flags of a number in the store."""
    return tuple(flag for k, flag in enumerate(FLAGS) if bits >> k & 1)


def bits(flags: tuple[str, ...] | list[str]) -> int:
    """The number of some flags."""
    return sum(1 << FLAGS.index(flag) for flag in flags)

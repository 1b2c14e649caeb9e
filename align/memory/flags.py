"""The flags of units: their names, and the bits that the store keeps."""

from __future__ import annotations

from collections.abc import Iterable

FLAGS = ("language", "length", "identical", "untranslated", "boilerplate", "near-duplicate", "empty", "draft")
"""In the order of their bits in the store."""
UNWANTED = ("language", "length", "identical", "untranslated", "empty")
"""What is kept out of deliveries unless it is asked for."""


def names(bits: int) -> tuple[str, ...]:
    """The flags of a number in the store."""
    return tuple(flag for k, flag in enumerate(FLAGS) if bits >> k & 1)


def bits(flags: Iterable[str]) -> int:
    """The number of some flags."""
    return sum(1 << FLAGS.index(flag) for flag in set(flags))

"""How a language reads Han characters: unknown, but to those whose words are spelt by such readings."""

from __future__ import annotations


def spoken(han: str) -> tuple[str, ...]:
    """Each way to read a Han string in the language's own letters; none."""
    return ()

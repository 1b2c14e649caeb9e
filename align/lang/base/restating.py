"""A date in the notation of another, in a language of which nothing is known."""

from __future__ import annotations

from align.values import When


def restated(text: str, when: When) -> str:
    """The date `when` as `text`, which is another date, is written; "" where that cannot be said."""
    return ""

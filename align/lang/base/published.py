"""How articles say when they were published: what has to be known of each language to read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Published:
    """What a language has in such a line; the parts of patterns, "" where it has none."""

    mark: str = ""
    """Before the date on which an article first appeared (Published, 입력); never before that of a change."""
    year: str = ""
    """The characters that may stand behind the figures of a year and of a month: 2024년 11월 7일."""
    month: str = ""
    written: Callable[[str], tuple[int, int, int] | None] = lambda text: None
    """Year, month and day of the first date that is written with the month's name; None where there is none."""


PUBLISHED = Published()

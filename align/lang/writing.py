"""Values written out in a language, for messages and for what a target should say."""

from __future__ import annotations

from align.lang import language
from align.values import When


def words(when: When, lang: str) -> str:
    """The date in the house style of `lang`; "" where nothing is known of it.

    >>> words(When((), "day", month=10, day=30), "en"), words(When((), "day", month=10, day=30), "ko")
    ('Oct. 30', '10월 30일')
    """
    return language(lang).date_words(when)

"""How English writes names: small words within them, days of the week and months beside them."""

from __future__ import annotations

import re

from align.lang.base.names import heard
from align.lang.base.names.spelling import Spelling, run
from align.lang.en.tokens import stem

DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
JOINTS = "of|for|and|the|on"
JOINING = frozenset("of for and the in on".split())
SMALL = JOINING | frozenset("de no st nd rd th".split())


class English(Spelling):
    """Names in English."""

    run = run(rf"{JOINTS}(?! (?:{DAYS}))", r"(?:No\. \d+ |\d+(?:st|nd|rd|th) )?")
    joint = re.compile(rf"(?: (?:{JOINTS}))+ ")
    article = "The "
    joining = JOINING
    small = SMALL
    untitled = SMALL | frozenset("a an to with".split())
    calendar = re.compile(DAYS, re.IGNORECASE)

    def stem(self, word: str) -> str:
        """As the lexicons have it, without regular endings."""
        return stem(word)


def spelt() -> Spelling:
    """How English writes names."""
    return English()


__all__ = ["heard", "spelt"]

"""English numbers in words, ends of ranges and codes said wrong; small numbers in words for figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.base.slips import CODE, Slip
from align.lang.base.slips import code as any_code
from align.lang.base.slips import range_ends as any_range

SMALL = "two three four five six seven eight nine ten eleven twelve".split()
RANKS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
VALUES = {w: k for k, w in enumerate(SMALL, 2)} | {w: k for k, w in enumerate(RANKS, 2)}
WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(VALUES)})(?![\w-])", re.IGNORECASE)
RANGE = re.compile(
    r"(?<![\w.,:$€£–-])(?P<low>\d{1,3})(?= ?(?:to|-|–|and) ?\d)"
    r"(?: to |-|–|(?<=between \d) and |(?<=between \d\d) and )(?P<high>\d{1,3})"
    r"(?![\w.:–-]\d|[\w:–]|,\d| ?[ap]\.?m)"
)
ARTICLE = re.compile(
    rf"{CODE.pattern}|\b(?:Article|Section|Clause|Route|Line|Flight|Room) \d{{1,3}}(?![\w.,-]\d|\w)|\bNo\. ?\d{{1,3}}(?!\w)"
)
CARDINAL = re.compile(r"(?<![\w.,:$€£/–-])(?P<n>[2-9]|1[0-2])(?= [a-z]{4,}s\b)(?! (?:percent|points?|minutes|hours))")


def count(text: str) -> Iterator[Slip]:
    """Another number in words, one or two away.

    >>> [slip.new for slip in count("Three of the five")]
    ['Two', 'Four', 'Five', 'three', 'four', 'six', 'seven']
    """
    for match in WORD.finditer(text):
        words = SMALL if match[0].lower() in SMALL else RANKS
        k = words.index(match[0].lower())
        for new in (k - 2, k - 1, k + 1, k + 2):
            if 0 <= new < len(words):
                word = words[new].capitalize() if match[0][0].isupper() else words[new]
                yield Slip(match.span(), word, new + 2)


def counts(text: str) -> set[int]:
    """The values of the numbers in words."""
    return {VALUES[match[0].lower()] for match in WORD.finditer(text)}


def range_end(text: str) -> Iterator[Slip]:
    """One end of a range of numbers or days another.

    >>> sorted({slip.new for slip in range_end("from Nov. 6 to 8")})
    ['10', '11', '12', '2', '3', '4', '5', '7', '9']
    """
    return any_range(text, RANGE)


def code(text: str) -> Iterator[Slip]:
    """The last digit of a telephone number, an article of a law or a designation another.

    >>> {slip.new for slip in code("Article 9 and 02-123-4567")} >= {"Article 8", "02-123-4568"}
    True
    """
    return any_code(text, ARTICLE)


def spelt(text: str) -> Iterator[Slip]:
    """Quiet: a dozen for 12, seven for 7.

    >>> [slip.new for slip in spelt("12 ships and 7 boats")]
    ['a dozen', 'twelve', 'seven']
    """
    for match in CARDINAL.finditer(text):
        if match["n"] == "12":
            yield Slip(match.span(), "a dozen")
        yield Slip(match.span(), SMALL[int(match["n"]) - 2])

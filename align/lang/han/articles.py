"""Articles of laws as Japanese and Chinese cite them: 第9条第2款, 憲法第九条2項, 第3条の2."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.base.codes import Reader
from align.lang.han.numerals import value
from align.values import Code

N = r"(?:\d{1,4}|[一二三四五六七八九十百零〇]{1,6})"
CITED = re.compile(r"[\d@]|\.\w|[一二三四五六七八九十百][条條項款]")
"""What a text with a code has one of: an article may be cited without a digit."""


def below(branch: str, clause: str, item: str) -> str:
    """What may stand behind an article: 之二, 第2款, 第3项, in groups branch, clause and item; the words of a language for these."""
    return (
        rf"(?:{branch}(?P<branch>{N})(?!{N}|[年月日人つ{clause}]))?(?:の?\s?第?(?P<clause>{N}){clause})?"
        rf"(?:の?\s?第?[(（]?(?P<item>{N})[)）]?{item})?"
    )


def cited(laws: str, never: str, rest: str, clause: str) -> Iterator[Reader]:
    """What cites an article: with 第, behind the name of a law, or by its clause alone.

    `laws` end a law's name; `never` stands behind 条 where that is another word; `rest` is what `below` gives.
    """
    own = rf"(?P<article>{N})\s?条(?!{never}){rest}"
    yield re.compile(rf"(?P<code>第\s?{own})"), article
    yield re.compile(rf"(?:{laws})\s?(?P<code>{own})"), article
    yield re.compile(rf"(?P<code>(?P<article>(?P<branch>))第(?P<clause>{N}){clause})"), article


def article(match: re.Match[str]) -> Code:
    """What is cited, 9.2.3, as its number, clause and item say it."""
    parts = (match["article"], match["clause"], match["item"])
    numbers = [str(int(read[0])) if part and (read := value(part)) else "" for part in parts]
    if match["branch"] and (branch := value(match["branch"])):
        numbers[0] += f"-{int(branch[0])}"
    return Code("article", ".".join(numbers).rstrip("."))

"""Two numbers in one place that cannot be equal.

What it does: Numbers are compared by value, whatever the units: 만 and 억 are read, rounding to the digits that are
written and hedges (약, some) are fine, a figure more exact than the source's is not. A slip by a power of ten says so.
Where several translations of one source are checked together, those that agree with it are quoted; and where it
leaves a value open, the one that departs from all others is told.

Why it matters: Korean counts in ten thousands and English in thousands, so that a slip is a slip by ten.

Known limits: Which of two figures belongs to whom is not looked at, and of a score told as two numbers a single digit is
compared only where nothing else is left over.

Bad:  관람객은 3만5000명이었다.  |  There were 350,000 visitors.
Good: 관람객은 3만5000명이었다.  |  There were some 35,000 visitors.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.conflicting_values import other_unit
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import conflicting, words
from align.model import Finding
from align.values import Quantity, quantities

RULE = Rule(
    __name__,
    __doc__,
    severity="error",
    place=23,
    mqm="Accuracy/Mistranslation",
    planted=("number_wrong", "magnitude_wrong", "unit_wrong", "number_words"),
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each number in whose place another one stands."""
    for found in article.conflicts:
        a, b = found.source.value, found.target.value
        if isinstance(a, Quantity) and isinstance(b, Quantity) and not other_unit(a, b):
            expected = words(found.source, article.alignment.target)
            yield conflicting(
                article,
                RULE,
                found,
                "error" if found.sure > HALF else "warning",
                _message(found.source.text, expected, a, b),
                expected,
            )


HALF = 0.6
"""How sure a conflict is that is an error."""


def _message(text: str, expected: str, a: Quantity, b: Quantity) -> str:
    power = quantities.slip(b, a)
    is_ = f"{text} is {expected}" if expected and expected != text else text
    if power:
        times = f"{10 ** abs(power):,}"
        return f"{is_}; this is {times} times too {'much' if power > 0 else 'little'}"
    return f"{is_}; the translation has another number"

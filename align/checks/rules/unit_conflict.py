"""The same number with another unit.

What it does: Won and dollars, per cent and percentage points, hectares and acres: where the number stayed and the
unit did not. A conversion in brackets beside the original is fine.

Why it matters: 300억원 as $30 billion is wrong by a factor of more than a thousand, and every digit of it looks right.

Known limits: A unit that one side leaves out is no other unit, and dollars of one country are those of another.

Bad:  사업비는 300억원이다.  |  The project costs $30 billion.
Good: 사업비는 300억원이다.  |  The project costs 30 billion won ($22 million).
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.conflicting_values import other_unit
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import conflicting, words
from align.model import Finding
from align.values import Quantity

RULE = Rule(
    __name__,
    __doc__,
    severity="error",
    place=24,
    mqm="Accuracy/Mistranslation",
    planted=("number_wrong", "magnitude_wrong", "unit_wrong", "number_words"),
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each number whose unit is another one in the translation."""
    for found in article.conflicts:
        a, b = found.source.value, found.target.value
        if isinstance(a, Quantity) and isinstance(b, Quantity) and other_unit(a, b):
            yield conflicting(
                article,
                RULE,
                found,
                "error",
                f"{found.source.text} is given in another unit",
                words(found.source, article.alignment.target),
            )

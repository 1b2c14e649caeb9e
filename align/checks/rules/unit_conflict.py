"""The same number with another unit: won and dollars, per cent and percentage points, hectares and acres. A conversion in
brackets beside the original is fine.

Bad:  사업비는 300억원이다.  |  The project costs $30 billion.
Good: 사업비는 300억원이다.  |  The project costs 30 billion won ($22 million).
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.conflicting_values import other_unit
from align.checks.context import Article
from align.checks.value_findings import canonical, finding, words
from align.model import Finding
from align.values import Quantity

RULE = "unit-conflict"


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each number whose unit is another one in the translation."""
    lang = article.alignment.target.lang
    for found in article.conflicts:
        a, b = found.source.value, found.target.value
        if isinstance(a, Quantity) and isinstance(b, Quantity) and other_unit(a, b):
            yield finding(
                article,
                RULE,
                "error",
                f"{found.source.text} is given in another unit",
                found.bead,
                found.source,
                found.target,
                sure=found.sure,
                expected=words(found.source, lang),
                value=canonical(found.source),
            )

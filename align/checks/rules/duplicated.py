"""A sentence that only one side has twice.

What it does: It looks for sentences of one side that stand there word for word a second time, while the other side does not
repeat what they render. Headlines, by-lines and short answers may come again.

Why it matters: A paragraph that was pasted twice, or over another one, reads well and is seen late.

Known limits: A sentence that was translated twice in other words is an addition.

Bad:  비가 올 것으로 보인다.  |  Rain is expected across the country. Rain is expected across the country.
Good: 비가 올 것으로 보인다.  |  Rain is expected across the country.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.repeated import repeated
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import finding
from align.model import Finding

RULE = Rule(
    __name__,
    __doc__,
    severity="warning",
    place=34,
    mqm="Accuracy/Addition",
    since="0.2.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each sentence that only one side has again."""
    for side, name in enumerate(("source", "translation")):
        document = (article.alignment.source, article.alignment.target)[side]
        for number, index, _ in article.once(repeated, side):
            segment = document.segments[index]
            span = segment.start, segment.end
            where = (span, None) if side == 0 else (None, span)
            text = document.text[slice(*span)][:40]
            yield finding(article, RULE, "warning", f"the {name} has this twice", number, *where, value=text)

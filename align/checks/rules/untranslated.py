"""The source's script left in the translation.

What it does: It looks for letters that the translation's language has none of, such as Hangul or Han in English. A word in
brackets behind its rendering is an explanation, and so is Latin script in Korean.

Why it matters: Most of its readers cannot read it.

Known limits: A sentence left in Latin letters (English in Korean) is not seen.

Bad:  군청 앞에 노점이 늘었다.  |  Stalls multiplied in front of the 군청.
Good: 군청 앞에 노점이 늘었다.  |  Stalls multiplied in front of the county office (군청).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import finding
from align.lang.scripts import foreign
from align.model import Finding

RULE = Rule(
    __name__,
    __doc__,
    severity="error",
    place=33,
    mqm="Accuracy/Untranslated",
    planted=("untranslated",),
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each run of source letters in the target."""
    alignment = article.alignment
    own = foreign(alignment.source.lang, alignment.target.lang)
    if not own:
        return
    run = re.compile(rf"(?P<gloss>[(\[（]\s*)?[{own}]+(?:[\s·,'’\"”\u3005-]*[{own}]+)*")
    for number, bead in enumerate(alignment.beads):
        for j in bead.target:
            segment = alignment.target.segments[j]
            for match in run.finditer(alignment.target.text, segment.start, segment.end):
                if not match["gloss"]:
                    text = match[0]
                    yield finding(
                        article, RULE, "error", f"{text} is left untranslated", number, None, match.span(), value=text
                    )

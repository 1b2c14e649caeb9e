"""Sentences of the translation not in the source.

What it does: Context that a translator adds for readers abroad is often right: look whether it is meant. By-lines,
captions, addresses and copyright lines do not count.

Why it matters: What a translation says in the source's name, the source has to have said.

Known limits: A sentence in a bead with others is not looked at by itself, nor is an added clause inside a sentence.
Markup that only one side's template fills counts as text.

Bad:  회담은 끝났다.  |  The talks ended. Analysts called them a failure.
Good: 회담은 끝났다.  |  The talks ended.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.missing_text import lone
from align.checks.context import Article
from align.checks.rule import Rule
from align.model import Finding

RULE = Rule(
    __name__,
    __doc__,
    severity="warning",
    place=32,
    mqm="Accuracy/Addition",
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each sentence that only the translation has."""
    yield from lone(article, RULE, "target")

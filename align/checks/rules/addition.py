"""Sentences of the translation that are not in the source. Context that a translator adds for readers abroad is often right:
look whether it is meant. By-lines, captions, addresses and copyright lines do not count.

Bad:  회담은 끝났다.  |  The talks ended. Analysts called them a failure.
Good: 회담은 끝났다.  |  The talks ended.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.missing_text import lone
from align.checks.context import Article
from align.model import Finding

RULE = "addition"


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each sentence that only the translation has."""
    yield from lone(article, RULE, "target")

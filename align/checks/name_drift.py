"""One person, place or body is spelt two ways in the translation. The spelling that the article has more often, or first,
is taken for the right one. A surname alone, another case, a hyphen or an ending (Russia, Russian) is no other spelling.

Bad:  리선권 위원장은 … 리 위원장은 …  |  Chairman Ri Son-gwon … Chairman Lee said …
Good: 리선권 위원장은 … 리 위원장은 …  |  Chairman Ri Son-gwon … Ri said …
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.article import Article
from align.checks.naming import finding
from align.model import Finding
from align.names.drift import drifts
from align.names.mismatch import mismatches

RULE = "name-drift"


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each rendering that is spelt otherwise than the same name elsewhere in the article."""
    if article.names is None:
        return
    for drift in drifts(article.names):
        link = drift.link
        yield finding(
            article, RULE, "warning", f"{drift.part} for {link.name}, which is {drift.usual} elsewhere",
            link.bead, link.hangul, link.latin, drift.usual, link.name,
        )  # fmt: skip
    for found in mismatches(article.names):
        if found.misspelt:
            yield finding(
                article, RULE, "warning", f"{found.name} is {found.expected} elsewhere",
                found.bead, found.hangul, found.latin, found.expected, found.name,
            )  # fmt: skip

"""A name of the translation that the source has nowhere. A translation may well name what the source leaves to be understood:
this is for information.

Bad:  대통령은 이를 거부했다.  |  President Moreno and Ecuador's army rejected it.
Good: 대통령은 이를 거부했다.  |  The president rejected it.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.article import Article
from align.checks.naming import finding
from align.model import Finding

RULE = "name-extra"


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each sure name of the translation without a counterpart."""
    names = article.names
    if names is None:
        return
    korean = names.korean == "target"
    for bead, left in enumerate(names.unrendered if korean else names.unexplained):
        if article.alignment.beads[bead].source and article.alignment.beads[bead].target:
            for name in left:
                if name.sure and not name.near and not names.knows(name):
                    span = name.start, name.end
                    hangul, latin = (span, None) if korean else (None, span)
                    yield finding(
                        article, RULE, "info", f"{name.name} is not in the source", bead, hangul, latin, "", name.name
                    )  # fmt: skip

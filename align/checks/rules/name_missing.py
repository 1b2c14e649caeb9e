"""A name of the source that its translation has nowhere. This is for information.

Bad:  김 장관은 한스 뮐러 대표를 만났다.  |  The minister met the delegate.
Good: 김 장관은 한스 뮐러 대표를 만났다.  |  Minister Kim met delegate Hans Müller.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.context import Article
from align.checks.name_findings import finding
from align.model import Finding

RULE = "name-missing"


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each sure name of the source without a counterpart."""
    names = article.names
    if names is None:
        return
    ours = names.heard == "source"
    for bead, left in enumerate(names.unrendered if ours else names.unexplained):
        if article.alignment.beads[bead].source and article.alignment.beads[bead].target:
            for name in left:
                if name.sure and not name.near and not names.knows(name):
                    span = name.start, name.end
                    heard, spelt = (span, None) if ours else (None, span)
                    yield finding(
                        article,
                        RULE,
                        "info",
                        f"{name.name} is not in the translation",
                        bead,
                        heard,
                        spelt,
                        name.known[0] if name.known else "",
                        name.name,
                    )

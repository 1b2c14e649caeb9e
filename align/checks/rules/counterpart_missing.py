"""An article of align.toml without its other side.

What it does: Each [[pairs]] of align.toml says which files belong together. Where one of the two is not there, nothing can be
compared, and that is the finding: in a run over the whole project, and where the file that is there is named.

Why it matters: A check that passes because there was nothing to check looks like one that found nothing.

Known limits: Of a file that neither side of any [[pairs]] names nothing is known.

Bad:  articles/a.ko.md  |  (no articles/a.en.md)
Good: articles/a.ko.md  |  articles/a.en.md
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from align.checks.rule import Rule
from align.model import Finding

if TYPE_CHECKING:  # who looks for files waits for nothing that reads articles
    from align.checks.context import Article

RULE = Rule(
    __name__,
    __doc__,
    severity="error",
    place=30,
    mqm="Accuracy/Omission",
    given=True,
    since="0.2.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield nothing: of two texts none is missing. Who looks for the files has `alone`."""
    yield from ()


def alone(lacking: str) -> Finding:
    """The finding about an article whose `lacking` side, "source" or "target", is not there."""
    message = f"the {'translation' if lacking == 'target' else 'source'} is missing"
    return Finding(RULE.id, RULE.severity, message, None, None, 0, 1.0, value="missing")

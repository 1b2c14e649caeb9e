"""Another person, place or body in a name's place.

What it does: The source names one, the translation another, and neither has its counterpart there or beside it. A
name is heard, not looked up: a given name is compared syllable by syllable, a capital may stand for its country. Kinds
do not mix: a town is held against towns, a body against bodies.

Why it matters: A reader cannot see that it is wrong, and the person who is named can.

Known limits: Another person may pass where no title or article tells that either is one, and names that have changed
places within a sentence are not seen.

Bad:  캄보디아 외교부는 …  |  The Malaysian Foreign Ministry said …
Good: 캄보디아 외교부는 …  |  Phnom Penh's Foreign Ministry said …
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.context import Article
from align.checks.name_findings import finding, mismatched
from align.checks.rule import Rule
from align.model import Finding
from align.names.mismatch import Mismatch

RULE = Rule(
    __name__,
    __doc__,
    severity="error",
    place=11,
    mqm="Accuracy/Mistranslation",
    planted=("name_spelling", "name_wrong", "term_inconsistent", "list_changed"),
    since="0.1.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each name in whose place another one stands."""
    if article.names is None:
        return
    for found in mismatched(article):
        if not found.misspelt:
            yield finding(
                article,
                RULE,
                "error" if found.meant else "warning",
                _message(found),
                found.bead,
                found.heard,
                found.spelt,
                found.expected,
                found.name,
            )


def _message(found: Mismatch) -> str:
    if found.meant and not found.expected:
        return f"this is {found.meant}; the other side has {found.name}"
    if found.meant:
        return f"{found.name} is {found.expected}; the other side names {found.meant}"
    return f"this does not sound like {found.name}"

"""Who did it, or who has which figure, changed round.

What it does: It reads on both sides who does what, by particles and by the order of the words, and who has which
figure. It calls two that have changed places, where both sides are plain and each change explains the other.

Why it matters: The words are all there, and say the opposite.

Known limits: A passive, a list or a clause that cannot be read whole is passed over, and so is a pronoun.

Bad:  경찰이 노조를 비판했다.  |  The union criticized the police.
Good: 경찰이 노조를 비판했다.  |  The union was criticized by the police.
"""

from __future__ import annotations

from collections.abc import Iterator

from align.checks.compare.roles import Roles, roles
from align.checks.context import Article
from align.checks.rule import Rule
from align.checks.value_findings import finding
from align.model import Finding

RULE = Rule(
    __name__,
    __doc__,
    severity="warning",
    place=36,
    mqm="Accuracy/Mistranslation",
    planted=("role_swapped",),
    since="0.2.0",
)


def check(article: Article) -> Iterator[Finding]:
    """Yield a finding for each bead in which two have changed places, and for each speaker who is another."""
    for said in roles(article):
        for a, b, whose in _changed(said):
            yield _swapped(article, said, a, b, whose)
            break


def _changed(said: Roles) -> Iterator[tuple[int, int, bool]]:
    """Two whose parts are changed round, the surest first, and whether it is whose the second is that has changed."""
    for changed in (said.swaps, said.counts, said.overturned):
        yield from ((a, b, False) for a, b in changed())
    yield from ((a, b, True) for a, b in said.taken())


def _swapped(article: Article, said: Roles, a: int, b: int, whose: bool) -> Finding:
    texts = article.alignment.source.text, article.alignment.target.text
    first, second = (texts[1][slice(*said.places[1][n])] for n in (a, b))
    here, there = ((min(p[a][0], p[b][0]), max(p[a][1], p[b][1])) for p in said.places)
    said_so = f"{first} does it on the other side, and here has {second}" if whose else f"{first} and {second} have changed places"
    names = " / ".join(texts[0][slice(*said.places[0][n])] for n in (a, b))
    return finding(article, RULE, "warning", said_so, said.bead, here, there, sure=0.8, value=names)

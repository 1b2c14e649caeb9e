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
from align.lang import language
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
        changed = next(_changed(said), None)
        if changed:
            yield _swapped(article, said, *changed)
        else:
            yield from _speakers(article, said)


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


def _speakers(article: Article, said: Roles) -> Iterator[Finding]:
    """A person who says it in the translation where the source names another."""
    alignment, names = article.alignment, article.names
    source, target = alignment.source, alignment.target
    part = language(source.lang).part("roles")
    for ours, number in said.speakers():
        there = said.places[1][number]
        here = [said.places[0][n] for n in ours & said.persons]
        if not here and names:
            known = names.renderings
            for i in alignment.beads[said.bead].source:
                segment = source.segments[i]
                titled = part.titled(source.text, (segment.start, segment.end))
                other = next((name for name, forms in known.items() if target.text[slice(*there)] in forms), "")
                own = set(part.offices(source.text, other)) if other else set()
                if titled and own and titled[1] not in own and source.text[slice(*titled[0])] not in known:
                    here = [titled[0]]
        if here:
            name = source.text[slice(*here[0])]
            message = f"{target.text[slice(*there)]} says it here, and on the other side {name}"
            yield finding(article, RULE, "warning", message, said.bead, here[0], there, sure=0.8, value=name)

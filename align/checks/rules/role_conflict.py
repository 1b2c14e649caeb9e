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
    for changed in (said.swaps, said.counts, said.overturned, said.upon, said.standards):
        yield from ((a, b, False) for a, b in changed())
    yield from ((a, b, False) for a, b in said.moved)
    yield from ((a, b, True) for a, b in said.taken())


def _swapped(article: Article, said: Roles, a: int, b: int, whose: bool) -> Finding:
    texts = article.alignment.source.text, article.alignment.target.text
    first, second = (texts[1][slice(*said.places[1][n])] for n in (a, b))
    here, there = ((min(p[a][0], p[b][0]), max(p[a][1], p[b][1])) for p in said.places)
    said_so = (
        f"{first} does it on the other side, and here has {second}"
        if whose
        else f"{first} and {second} have changed places"
    )
    names = " / ".join(texts[0][slice(*said.places[0][n])] for n in (a, b))
    return finding(article, RULE, "warning", said_so, said.bead, here, there, sure=0.8, value=names)


def _speakers(article: Article, said: Roles) -> Iterator[Finding]:
    """A person who says it in the translation where the source names another."""
    source, target = article.alignment.source.text, article.alignment.target.text
    for ours, number in said.speakers():
        there = said.places[1][number]
        here = next((said.places[0][n] for n in ours & said.persons), None) or _named(article, said, there)
        if here:
            name = source[slice(*here)]
            message = f"{target[slice(*there)]} says it here, and on the other side {name}"
            yield finding(article, RULE, "warning", message, said.bead, here, there, sure=0.8, value=name)


def _named(article: Article, said: Roles, there: tuple[int, int]) -> tuple[int, int] | None:
    """Whom the source names as the speaker, where office or family name say that it is not the person at `there`."""
    source, target = article.alignment.source, article.alignment.target
    part = language(source.lang).part("roles")
    known = article.names.renderings if article.names and article.names.heard == "source" else {}
    form = target.text[slice(*there)]
    own = next((name for name, forms in known.items() if any(form in (f, f.split()[0]) for f in forms)), "")
    for i in article.alignment.beads[said.bead].source if own else ():
        segment = source.segments[i]
        titled = part.titled(source.text, (segment.start, segment.end))
        if titled is None:
            continue
        span: tuple[int, int] = titled[0]
        office = titled[1]
        name, offices = source.text[slice(*span)], set(part.offices(source.text, own))
        if len(name) == 1:
            other = name != own[:1] and any(n.startswith(name) for n in known)
        else:
            other = name not in known and name != own and bool(offices) and office not in offices
        if other:
            return span
    return None

"""A body in the place of one that no gazetteer has: 국민안전진흥원 and the National Pension Service."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.lang.base.names.entries import BODIES
from align.names.inventory import Names
from align.names.texts import Word
from align.names.unpaired import Left


def other_bodies(names: Names, bead: int, free: Sequence[Left]) -> Iterator[tuple[Word, str, Left]]:
    """The one body of a bead that nothing renders, its name, and the known body that nothing heard explains; one of each."""
    texts, links, hearing = names.texts[bead], names.links[bead], names.hearing
    there = [left for left in free if left.sure and not left.near and left.kind in BODIES - {"party"}]
    if len(there) != 1:
        return
    taken = [*(link.heard for link in links), *((s.start, s.end) for s in texts.heard)]
    here = [
        (word, root)
        for word in texts.words
        if hearing.is_body(root := hearing.stem(word.text)) and all(word.end <= a or b <= word.start for a, b in taken)
    ]
    if len(here) == 1 and not any(_short(here[0][1], form) for form in there[0].known):
        yield *here[0], there[0]


def _short(a: str, b: str) -> bool:
    """Whether one name is the other with syllables left out: 고용부 of 고용노동부."""
    few, many = sorted((a.replace(" ", ""), b.replace(" ", "")), key=len)
    rest = iter(many)
    return all(c in rest for c in few)

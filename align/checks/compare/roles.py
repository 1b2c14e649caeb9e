"""Who does what on both sides of a bead, in the same terms: what each side says of the words that both have.

Words of two sides are the same where a name is linked, a value matched, or each is the other's best rendering. A part
that both sides give to one and the same is kept, one that they give to two is turned.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from align.checks.compare.antonyms import antonyms
from align.checks.compare.changed_places import of_clauses, of_figures
from align.checks.compare.shared_words import Same, Side, comparable, known_elsewhere, linked, shared
from align.checks.context import Article
from align.lang import language
from align.lang.base.roles import (
    ACTOR,
    AGENT,
    ANY,
    COUNTED,
    DOER,
    FIGURE,
    HOLDER,
    LESS,
    MAIN,
    MORE,
    OBJECT,
    OTHER,
    PATH,
    PERSON,
    SAID,
    START,
    Fact,
    Span,
)
from align.model import Document

Key = tuple[str, int]
"""A part, and the number of what it is a part of."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A part that the source gives to `source` and the target to `target`; both stand on both sides."""

    role: str
    head: int
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Roles:
    """What the two sides of a bead say."""

    bead: int
    turned: tuple[Turned, ...]
    kept: frozenset[int]
    """Numbers of those that have a part in common."""
    places: tuple[dict[int, Span], dict[int, Span]]
    """Where each stands first."""
    counted: dict[int, tuple[str, object]]
    """Unit and amount of each figure."""
    persons: frozenset[int]
    """Numbers of persons."""
    named: frozenset[int]
    """Numbers of the names that each side has once."""
    placed: tuple[dict[Key, set[int]], dict[Key, set[int]]]
    """Who has each part on either side."""
    moved: tuple[tuple[int, int], ...] = ()
    """Two who have changed places by the order of the words alone."""

    def swaps(self) -> Iterator[tuple[int, int]]:
        """Two who have changed places: what the one has here the other has there, and the other way round."""
        for n, a in enumerate(self.turned):
            for b in self.turned[n + 1 :]:
                if (a.source, a.target) == (b.target, b.source) and not self.kept & {a.source, a.target}:
                    yield a.source, a.target
            if a.role == AGENT and not self.kept & {a.source, a.target}:
                for _, head in self.placed[0]:
                    mine, theirs = (self._done_to(side, head) for side in (0, 1))
                    if a.target in mine - theirs and a.source in theirs - mine:
                        yield a.source, a.target

    def _done_to(self, side: int, head: int) -> set[int]:
        """Those to whom, or with whom, it is done on a side."""
        return self.placed[side].get((OBJECT, head), set()) | self.placed[side].get((OTHER, head), set())

    def counts(self) -> Iterator[tuple[int, int]]:
        """Two whose figures have changed places; the figures count the same, and not as many."""
        source, target = self.placed
        heads = sorted(head for role, head in source if role == HOLDER)
        for one, other in combinations(heads, 2):
            if self.counted[one][0] != self.counted[other][0] or self.counted[one][1] == self.counted[other][1]:
                continue
            here = _apart(source, HOLDER, one, other)
            for role in (HOLDER, COUNTED):
                there = _apart(target, role, one, other)
                yield from product(here[0] & there[1], here[1] & there[0])

    def overturned(self) -> Iterator[tuple[int, int]]:
        """Who does what the sentence tells, and its verb, another on the other side, where each stands elsewhere too."""
        main = {(t.source, t.target) for t in self.turned if (t.role, t.head) == (AGENT, WITHOUT[MAIN])}
        for turned in self.turned:
            pair = turned.source, turned.target
            if (
                turned.role not in (AGENT, DOER)
                or turned.head < WITHOUT[SAID]
                or pair not in main
                or self.kept.intersection(pair)
            ):
                continue
            least = WITHOUT[MAIN] if turned.head == WITHOUT[SAID] else WITHOUT[ANY]
            if self._placed(0, turned.target, least) and self._placed(1, turned.source, least):
                yield pair

    def standards(self) -> Iterator[tuple[int, int]]:
        """Two of whom the one is more than the other, or less, where on the other side it is the other."""
        for role in (MORE, LESS):
            ours, theirs = (side.get((role, WITHOUT[ANY]), set()) for side in self.placed)
            if not ours & theirs:
                yield from ((b, a) for a, b in product(ours, theirs) if b in self.places[0] and a in self.places[1])

    def upon(self) -> Iterator[tuple[int, int]]:
        """Who does what the source tells, and to whom that is done in the target; two names, whatever the verb."""
        main = WITHOUT[MAIN]
        for turned in self.turned:
            a, b = turned.source, turned.target
            if (
                (turned.role, turned.head) != (AGENT, main)
                or self.kept.intersection((a, b))
                or not {a, b} <= self.named
            ):
                continue
            mine, theirs = (self._done_to(side, main) for side in (0, 1))
            if (a in theirs - mine and self._placed(0, b, WITHOUT[ANY])) or (
                b in mine - theirs and self._placed(1, a, WITHOUT[ANY])
            ):
                yield a, b

    def _placed(self, side: int, number: int, least: int) -> bool:
        """Whether somebody has a part of a head from number `least` on on a side, not that of who says it."""
        heads = (head for (_, head), holders in self.placed[side].items() if number in holders)
        return any(head >= least and head != WITHOUT[SAID] for head in heads)

    def speakers(self) -> Iterator[tuple[set[int], int]]:
        """Who says it on the source's side, as far as that is known, and a person who says it on the target's alone."""
        key = AGENT, WITHOUT[SAID]
        ours, theirs = (side.get(key, set()) for side in self.placed)
        for number in theirs & self.persons:
            if len(theirs) == 1 and number not in self.places[0] and not any(n in self.places[1] for n in ours):
                yield ours, number

    def taken(self) -> Iterator[tuple[int, int]]:
        """Who does it to a thing in the source, and has the thing in the target, where another does it."""
        source, target = self.placed
        for (role, head), things in source.items():
            if role != OBJECT or len(things) != 1 or target.get((OBJECT, head)) != things:
                continue
            (thing,) = things
            doers = source.get((AGENT, head), set())
            owners = target.get((AGENT, thing), set())
            if (
                len(doers) == 1
                and doers == owners
                and doers <= target.get((AGENT, WITHOUT[ANY]), set())
                and not source.get((AGENT, thing))
                and not target.get((AGENT, head), set()) & doers
            ):
                yield next(iter(doers)), thing


def _apart(side: dict[Key, set[int]], role: str, one: int, other: int) -> tuple[set[int], set[int]]:
    """Those who have the one figure and not the other, and the other way round."""
    a, b = side.get((role, one), set()), side.get((role, other), set())
    return a - b, b - a


def roles(article: Article) -> Iterator[Roles]:
    """What each bead of both sides says."""
    words = article.words()
    names = linked(article)
    elsewhere = known_elsewhere(article)
    values = {bead.bead: bead.pairs for bead in article.matched}
    documents = article.alignment.source, article.alignment.target
    for k, bead in enumerate(article.alignment.beads):
        if not (bead.source and bead.target):
            continue
        same = shared(words, (bead.source, bead.target), names.get(k, ()), comparable(values.get(k, ())), documents)
        same.add(elsewhere, documents, (bead.source, bead.target))
        said = [
            _read(document, segments, side)
            for document, segments, side in zip(documents, (bead.source, bead.target), same.sides, strict=True)
        ]
        if len(bead.source) != len(bead.target):  # nobody can say which sentence tells which
            said = [{key: who for key, who in side.items() if key[1] != WITHOUT[MAIN]} for side in said]
        found = _compared(k, said[0], said[1], same)
        yield _with_moved(found, same, documents, (bead.source, bead.target))


def _with_moved(
    found: Roles, same: Same, documents: tuple[Document, Document], segments: tuple[Sequence[int], Sequence[int]]
) -> Roles:
    """What a bead says, with those who have changed places by the order of the words."""
    texts = documents[0].text, documents[1].text
    actors = found.placed[0].get((ACTOR, WITHOUT[ANY]), set()), found.placed[1].get((ACTOR, WITHOUT[ANY]), set())
    moved = list(of_clauses(same.sides, actors))
    sides = list(same.sides)
    if len(same.counted) > 1:
        pairs = antonyms(documents, segments)
        sides = [{**side, **own} for side, own in zip(same.sides, pairs, strict=True)]
        but = {n for side in found.placed for key in TELLING for n in side.get(key, ())}
        each = tuple(
            any(
                language(document.lang).part("roles").EACH in document.text[s.start : s.end]
                for s in (document.segments[i] for i in own)
            )
            for document, own in zip(documents, segments, strict=True)
        )
        moved += of_figures(texts, (sides[0], sides[1]), same.counted, but, (each[0], each[1]))
    if not moved:
        return found
    places = [{number: known.span for known, number in sorted(side.items(), reverse=True)} for side in sides]
    return replace(found, moved=tuple(moved), places=(places[0], places[1]))


WITHOUT = {SAID: -1, MAIN: -2, PATH: -3, ANY: -4}
"""Numbers of the heads that need no word."""
TELLING = ((AGENT, WITHOUT[SAID]), (START, WITHOUT[PATH]))
"""Those who only tell a figure, and a figure from which another has come."""


def _read(document: Document, segments: Sequence[int], side: Side) -> dict[Key, set[int]]:
    """Who has each part, as far as a side's language says."""
    part = language(document.lang).part("roles")
    found: dict[Key, set[int]] = defaultdict(set)
    numbers = {**WITHOUT, **{known.span: number for known, number in side.items()}}
    for i in segments:
        s = document.segments[i]
        own = sorted(known for known in side if s.start <= known.start < s.end)
        words = [known for known in own if known.kind != FIGURE]
        figures = [known.span for known in own if known.kind == FIGURE]
        facts: Iterable[Fact] = part.facts(document.text, (s.start, s.end), words, figures)
        for fact in facts:
            found[fact.role, numbers[fact.head]].add(numbers[fact.holder])
    return found


def _named_once(side: Side) -> frozenset[int]:
    count = Counter(number for known, number in side.items() if known.rank < 2)
    return frozenset(number for number, times in count.items() if times == 1)


def _compared(bead: int, source: dict[Key, set[int]], target: dict[Key, set[int]], same: Same) -> Roles:
    turned: list[Turned] = []
    kept: set[int] = set()
    for key in source.keys() & target.keys():
        a, b = source[key], target[key]
        if key[0] in (HOLDER, COUNTED) or key[1] == WITHOUT[ANY]:
            continue
        if key[0] != DOER:  # who does the thing that is asked for may be either
            kept |= a & b
        if len(a) == len(b) == 1 and a != b:
            turned.append(Turned(*key, *a, *b))
    places = [{number: known.span for known, number in sorted(side.items(), reverse=True)} for side in same.sides]
    return Roles(
        bead,
        tuple(sorted(turned, key=lambda t: (t.head, t.role))),
        frozenset(kept),
        (places[0], places[1]),
        same.counted,
        frozenset(n for side in same.sides for known, n in side.items() if known.kind == PERSON),
        frozenset.intersection(*map(_named_once, same.sides)),
        (source, target),
    )

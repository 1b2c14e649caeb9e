"""Who does what on both sides of a bead, in the same terms: what each side says of the words that both have.

Words of two sides are the same where a name is linked, a value matched, or each is the other's best rendering. A part
that both sides give to one and the same is kept, one that they give to two is turned.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from align.checks.compare.renderings import Renderings, Word
from align.checks.context import Article
from align.lang import language
from align.lang.base.roles import (
    AGENT,
    ANY,
    CLOSED,
    COUNTED,
    DOER,
    HOLDER,
    MAIN,
    NAME,
    NOUN,
    OBJECT,
    OTHER,
    PATH,
    PERSON,
    SAID,
    VERB,
    Fact,
    Known,
    Span,
)
from align.model import Document, Mention
from align.names.links import Link
from align.values import Quantity

SURE = 0.5
"""Nats from which two words that are each other's best rendering are the same."""


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
    placed: tuple[dict[Key, set[int]], dict[Key, set[int]]]
    """Who has each part on either side."""

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
    names = _names(article)
    elsewhere = _elsewhere(article)
    values = {bead.bead: bead.pairs for bead in article.matched}
    documents = article.alignment.source, article.alignment.target
    for k, bead in enumerate(article.alignment.beads):
        if not (bead.source and bead.target):
            continue
        same = _same(words, (bead.source, bead.target), names.get(k, ()), _comparable(values.get(k, ())), documents)
        same.add(elsewhere, documents, (bead.source, bead.target))
        said = [
            _read(document, segments, side)
            for document, segments, side in zip(documents, (bead.source, bead.target), same.sides, strict=True)
        ]
        if len(bead.source) != len(bead.target):  # nobody can say which sentence tells which
            said = [{key: who for key, who in side.items() if key[1] != WITHOUT[MAIN]} for side in said]
        yield _compared(k, said[0], said[1], same)


def _comparable(pairs: Sequence[tuple[Mention, Mention]]) -> list[tuple[Mention, Mention]]:
    """The pairs of figures that count the same as another figure of the bead, so that each may be the other's."""
    counted = [(a, b) for a, b in pairs if _unit(a) is not None and _unit(b) is not None]
    units = Counter(_unit(a) for a, _ in counted)
    return [(a, b) for a, b in counted if units[_unit(a)] > 1]


def _unit(mention: Mention) -> str | None:
    value = mention.value
    return value.unit if isinstance(value, Quantity) and value.role in ("", "part") else None


Named = tuple[Span, Span, Link]
"""Source and target span of a name, and its link."""


def _names(article: Article) -> dict[int, list[Named]]:
    found: dict[int, list[Named]] = {}
    if article.names:
        ours = article.names.heard == "source"
        for k, links in enumerate(article.names.links):
            found[k] = [(link.heard, link.spelt, link) if ours else (link.spelt, link.heard, link) for link in links]
    return found


def _elsewhere(article: Article) -> tuple[dict[str, str], dict[str, str]]:
    """How persons are written on either side, in full or by a family name that only one has: form -> heard name."""
    heard: dict[str, str] = {}
    spelt: dict[str, str] = {}
    families: dict[str, set[str]] = defaultdict(set)
    for links in article.names.links if article.names else ():
        for link in links:
            if link.kind == "person" and " " in link.form:
                heard[link.name] = spelt[link.form] = link.name
                families[link.family].add(link.name)
    spelt.update({family: own.copy().pop() for family, own in families.items() if family and len(own) == 1})
    return (heard, spelt) if article.names and article.names.heard == "source" else (spelt, heard)


JOINED = "joined"


def _joined(names: Iterable[Named]) -> Iterator[Named]:
    """The names with those made one that stand side by side on both sides and are known by their sound: 조던 스피스."""
    last: Named | None = None
    for here, there, link in names:
        if (
            last
            and link.kind == ""
            and last[2].kind in ("", JOINED)
            and here[0] - last[0][1] == there[0] - last[1][1] == 1
        ):
            last = (last[0][0], here[1]), (last[1][0], there[1]), replace(last[2], kind=JOINED)
            continue
        if last:
            yield last
        last = here, there, link
    if last:
        yield last


Side = dict[Known, int]
"""A word or figure -> number of what it says, the same on both sides."""


@dataclass(frozen=True, slots=True)
class Same:
    """What both sides of a bead have."""

    sides: tuple[Side, Side]
    counted: dict[int, tuple[str, object]]
    numbers: dict[str, int]
    """Of each heard name."""

    def add(
        self,
        forms: tuple[dict[str, str], dict[str, str]],
        documents: tuple[Document, Document],
        segments: tuple[Sequence[int], Sequence[int]],
    ) -> None:
        """Take in the persons who are named here on one side, and on the other only elsewhere."""
        for side, known, document, own in zip(self.sides, forms, documents, segments, strict=True):
            for form, name in known.items():
                for i in own:
                    s = document.segments[i]
                    match = re.search(rf"(?<!\w){re.escape(form)}(?![a-z-])", document.text[s.start : s.end])
                    if match:
                        person = Known(s.start + match.start(), s.start + match.end(), PERSON)
                        self._put(side, person, name)

    def _put(self, side: Side, person: Known, name: str) -> None:
        """Take a person in, in place of the plain words that he is made of; not within another name."""
        there = [k for k in side if k.start < person.end and person.start < k.end]
        if all(k.rank == 2 for k in there):
            for k in there:
                del side[k]
            side[person] = self.numbers.setdefault(name, NEW + len(self.numbers))


def _same(
    words: Renderings,
    segments: tuple[Sequence[int], Sequence[int]],
    names: Iterable[Named],
    values: Sequence[tuple[Mention, Mention]],
    documents: tuple[Document, Document],
) -> Same:
    """The names, figures and words that both sides have."""
    ours: Side = {}
    theirs: Side = {}
    numbers: dict[str, int] = {}
    for here, there, link in _joined(names):
        number = numbers.setdefault(link.name, len(numbers))
        what = PERSON if link.kind in ("person", JOINED) else NAME
        ours[Known(*here, what)] = theirs[Known(*there, what)] = number
    for side, own, document in zip((ours, theirs), segments, documents, strict=True):
        _again(side, document, own)
    count = len(numbers)
    counted: dict[int, tuple[str, object]] = {}
    for a, b in values:
        if not (_in(a, ours) or _in(b, theirs)):
            ours[Known(a.start, a.end, FIGURE)] = theirs[Known(b.start, b.end, FIGURE)] = count
            counted[count] = _unit(a) or "", a.value.point if isinstance(a.value, Quantity) else None
            count += 1
    left = [w for i in segments[0] for w in words.source[i] if not _in(w, ours)]
    right = [w for j in segments[1] for w in words.target[j] if not _in(w, theirs)]
    found: tuple[dict[Span, int], dict[Span, int]] = ({}, {})
    for x, y in _mutual(words, left, right):
        here, there = (x.start, x.end), (y.start, y.end)
        number = found[0].get(here, found[1].get(there, count))
        count += number == count
        found[0].setdefault(here, number)
        found[1].setdefault(there, number)
    used = _used(found, documents)
    for side, words_of in zip((ours, theirs), found, strict=True):
        side.update({Known(*span, used[number]): number for span, number in words_of.items() if used[number] != CLOSED})
    return Same((ours, theirs), counted, numbers)


def _again(side: Side, document: Document, segments: Sequence[int]) -> None:
    """Take in the names that are said again, where the other side has them once."""
    for known, number in list(side.items()):
        form = document.text[slice(*known.span)]
        for s in (document.segments[i] for i in segments):
            for match in re.finditer(rf"(?<!\w){re.escape(form)}", document.text[s.start : s.end]):
                start = s.start + match.start()
                other = Known(start, start + len(form), known.kind)
                if not any(k.start < other.end and start < k.end for k in side):
                    side[other] = number


NEW = 1000
"""Numbers from which those are given who stand on one side alone: more than a bead has words."""
FIGURE = "figure"


def _used(found: tuple[dict[Span, int], dict[Span, int]], documents: tuple[Document, Document]) -> dict[int, str]:
    """What each word is used as, as far as either side tells: a verb on one side does nothing on the other."""
    said: dict[int, set[str]] = defaultdict(set)
    for side, document in zip(found, documents, strict=True):
        part = language(document.lang).part("roles")
        for span, number in side.items():
            said[number].add(part.kind(document.text, span))
    return {number: next((k for k in (CLOSED, VERB, NOUN) if k in kinds), "") for number, kinds in said.items()}


def _in(word: Word | Mention, known: Side) -> bool:
    return any(k.start < word.end and word.start < k.end for k in known)


def _mutual(words: Renderings, left: Sequence[Word], right: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Words that render each other best; a word said twice goes with each of its likes."""
    weights = {(a.start, b.start): w for a in left for b in right if (w := words.weight(a, b)) >= SURE}
    best: tuple[dict[int, float], dict[int, float]] = (defaultdict(float), defaultdict(float))
    for (a, b), w in weights.items():
        best[0][a] = max(best[0][a], w)
        best[1][b] = max(best[1][b], w)
    starts = {w.start: w for w in left}, {w.start: w for w in right}
    for (a, b), w in weights.items():
        if w >= max(best[0][a], best[1][b]):
            yield starts[0][a], starts[1][b]


WITHOUT = {SAID: -1, MAIN: -2, PATH: -3, ANY: -4}
"""Numbers of the heads that need no word."""


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
        (source, target),
    )

"""What one side says the other way round: a negation that the other side has not, a rise that is a fall.

Two marks of polarity are compared only where both are said of the same thing: a figure that both sides have, a word that
renders the other's word, or the place that is left where each side has one way of a dimension alone. A mark that has a
rendering of its own is in nobody's place. What a double negation, a litotes or half a negation says is open, and open is quiet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from align.checks.compare.renderings import SURE, Renderings, Word
from align.checks.context import Article
from align.lang import language
from align.lang.base.polarity import BOUND, CONDITION, HALF, MOVEMENT, NEGATION, ORDER, Mark
from align.lang.base.roles import CLOSED
from align.model import Document

FIGURES = (MOVEMENT, BOUND)
"""Dimensions whose marks are said of a figure."""
ANCHORED = (NEGATION, HALF, CONDITION, ORDER, BOUND)
"""Dimensions of which the bead alone tells nothing."""
BESIDE = 7
"""Words on either side of a word among which its negation stands."""
BEFORE = 3
"""Words before a word that are quoted with it, where a negation would stand."""
EVENT = 7
"""Words behind before or after that may tell what it is before or after."""
NEAR = 3
"""Words behind a negation or before that it may be said of."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Turned:
    """A place where the two sides say the opposite."""

    bead: int
    dimension: str
    source: Span
    target: Span
    sure: float


@dataclass(frozen=True, slots=True)
class Side:
    """The marks and words of one side of a bead."""

    marks: tuple[Mark, ...]
    words: tuple[Word, ...]
    content: tuple[Word, ...]
    """Of the words those that the grammar does not need: a conjunction renders no verb."""
    single: bool
    """Whether it is one segment; of more than one another may have been left out."""

    def of(self, dimension: str) -> list[Mark]:
        return [m for m in self.marks if m.dimension == dimension]

    def plain(self) -> int:
        """How many plain negations it has."""
        return sum(m.way != 0 for m in self.of(NEGATION))

    def any(self) -> list[Mark]:
        """All that may be a negation."""
        return self.of(NEGATION) + self.of(HALF)

    def half(self, word: Word) -> bool:
        """Whether a word is half a negation itself."""
        return any(_meet(_span(m), (word.start, word.end)) for m in self.of(HALF))

    def ways(self, dimension: str) -> set[int]:
        return {m.way for m in self.of(dimension)}


def turned(article: Article) -> Iterator[Turned]:
    """The places of each bead, figure by figure, then word by word."""
    documents = article.alignment.source, article.alignment.target
    if not all(language(document.lang).polar for document in documents):
        return
    read = [_marks(document) for document in documents]
    known = article.words()
    sides = [
        (
            _side(documents[0], read[0], known.source, bead.source),
            _side(documents[1], read[1], known.target, bead.target),
        )
        for bead in article.alignment.beads
    ]
    for number, (ours, theirs) in enumerate(sides):
        if not ours.words or not theirs.words:
            continue
        found = [*_figures(article, number, ours, theirs)]
        found += [t for t in _places(number, ours, theirs, known) if t.dimension not in {f.dimension for f in found}]
        if not found:
            found += _crossed(number, ours, theirs, known)
        found += [*_orders(number, ours, theirs, known), *_conditions(number, ours, theirs)]
        if not found and not _beside(sides, number):
            found += _negations(number, *_unanswered(ours, theirs, known), known)
        yield from found


def _beside(sides: Sequence[tuple[Side, Side]], number: int) -> bool:
    """Whether a negation that one side lacks may be in the bead before or behind, where the alignment cut a sentence too early."""
    lack = _more(sides[number])
    return any(_more(sides[k]) * lack < 0 for k in (number - 1, number + 1) if 0 <= k < len(sides))


def _more(pair: tuple[Side, Side]) -> int:
    """How many more negations the source has."""
    return len(pair[0].of(NEGATION)) - len(pair[1].of(NEGATION))


def _marks(document: Document) -> list[tuple[Mark, ...]]:
    """The marks of each segment, with the document's offsets; one that is negated is open."""
    marks = language(document.lang).marks
    every = []
    for s in document.segments:
        own = [
            Mark(m.dimension, m.way, m.start + s.start, m.end + s.start, (m.anchor[0] + s.start, m.anchor[1] + s.start))
            for m in marks(document.text[s.start : s.end])
        ]
        every.append(tuple(_open(m, own) for m in own))
    return every


def _open(mark: Mark, own: Sequence[Mark]) -> Mark:
    """A mark as it is, or open: what is negated, and a negation that is part of another mark."""
    if mark.dimension == NEGATION:
        part = any(m.dimension == BOUND and _meet(_span(m), _span(mark)) for m in own)
    else:
        own_part = mark.dimension in (BOUND, CONDITION)  # which may have a negation in them
        part = any(
            m.dimension == NEGATION
            and m.way
            and _meet((min(m.start, m.anchor[0]), max(m.end, m.anchor[1])), _span(mark))
            and not (own_part and _meet(_span(m), _span(mark)))
            for m in own
        )
    return mark._replace(way=0) if part else mark


def _side(
    document: Document, read: Sequence[tuple[Mark, ...]], words: Sequence[tuple[Word, ...]], segments: Sequence[int]
) -> Side:
    kind = language(document.lang).part("roles").kind
    own = tuple(w for i in segments for w in words[i])
    content = tuple(w for w in own if kind(document.text, (w.start, w.end)) != CLOSED)
    return Side(tuple(m for i in segments for m in read[i]), own, content, len(segments) == 1)


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _figures(article: Article, number: int, ours: Side, theirs: Side) -> Iterator[Turned]:
    """Marks of the same figure that go opposite ways."""
    for a, b in article.matched[number].pairs:
        for dimension in FIGURES:
            left = [m for m in ours.of(dimension) if _meet(m.anchor, (a.start, a.end))]
            right = [m for m in theirs.of(dimension) if _meet(m.anchor, (b.start, b.end))]
            if _opposite({m.way for m in left}, {m.way for m in right}):
                yield Turned(number, dimension, _span(left[0]), _span(right[0]), 0.95)


def _opposite(a: set[int], b: set[int]) -> bool:
    return len(a) == len(b) == 1 and a | b == {1, -1}


def _span(mark: Mark) -> Span:
    return mark.start, mark.end


def _places(number: int, ours: Side, theirs: Side, known: Renderings) -> Iterator[Turned]:
    """Marks that are all that each side has of a dimension, one way here and the other there."""
    for dimension in {m.dimension for m in ours.marks} & {m.dimension for m in theirs.marks}:
        if dimension in ANCHORED or not _opposite(ours.ways(dimension), theirs.ways(dimension)):
            continue
        left = [m for m in ours.of(dimension) if not _rendered(m, ours, theirs, theirs.of(dimension), known, True)]
        right = [m for m in theirs.of(dimension) if not _rendered(m, theirs, ours, ours.of(dimension), known, False)]
        if left and right:
            yield Turned(number, dimension, _span(left[0]), _span(right[0]), 0.9)


def _crossed(number: int, ours: Side, theirs: Side, known: Renderings) -> Iterator[Turned]:
    """Of as many marks of a dimension on both sides one that goes the other way, beside a word that renders the other's."""
    for dimension in {m.dimension for m in ours.marks} & {m.dimension for m in theirs.marks}:
        left, right = ours.of(dimension), theirs.of(dimension)
        ways = sorted(m.way for m in left), sorted(m.way for m in right)
        if dimension in ANCHORED or not 1 < len(left) == len(right) or 0 in (*ways[0], *ways[1]) or ways[0] == ways[1]:
            continue
        linked: dict[tuple[int, int], float] = defaultdict(float)
        for word in ours.content:
            found = known.of(word, theirs.content)
            best = {_nearest(other, right) for weight, other in found if weight == found[0][0]}
            i, j = _nearest(word, left), best.pop() if len(best) == 1 else None
            if i is not None and j is not None and found[0][0] < SURE:  # a name or a date may stand anywhere
                linked[i, j] += found[0][0]
        for (i, j), weight in linked.items():
            rivals = [w for (a, b), w in linked.items() if (a == i) != (b == j)]
            if left[i].way != right[j].way and weight > max(rivals, default=0.0) * CLEAR:
                yield Turned(number, dimension, _span(left[i]), _span(right[j]), 0.9)
                break


CLEAR = 2
"""How many times as much must tie two marks as ties either to another; set by looking at pairs written for it."""


AT = 20
"""Characters within which a mark is told by its noun; set as CLEAR was."""


def _nearest(word: Word, marks: Sequence[Mark]) -> int | None:
    """The number of the mark that stands nearest to a word; None where none is near."""
    gaps = [max(m.start - word.end, word.start - m.end) for m in marks]
    least = min(gaps)
    return gaps.index(least) if least < AT else None


def _rendered(mark: Mark, own: Side, other: Side, but: Sequence[Mark], known: Renderings, source: bool) -> bool:
    """Whether a word of the other side renders a mark, none of the marks in `but`."""
    others = [w for w in other.content if not any(_meet((w.start, w.end), _span(m)) for m in but)]
    render = known.of if source else known.behind
    return any(render(w, others) for w in own.content if _meet((w.start, w.end), _span(mark)))


def _orders(number: int, ours: Side, theirs: Side, known: Renderings) -> Iterator[Turned]:
    """Before here and after there, of an event whose words render each other."""
    if not _opposite(ours.ways(ORDER) - {0}, theirs.ways(ORDER) - {0}):
        return
    for left in ours.of(ORDER):
        for right in theirs.of(ORDER):
            if left.way and right.way and _anchored(left, right, ours, theirs, known):
                yield Turned(number, ORDER, _span(left), _span(right), 0.9)


def _within(words: Sequence[Word], span: Span, near: int = 99) -> list[Word]:
    return [w for w in words if _meet((w.start, w.end), span)][:near]


def _anchored(left: Mark, right: Mark, ours: Side, theirs: Side, known: Renderings) -> bool:
    """Whether what stands at one mark is rendered at the other, and not away from it: "after A, B" may be "A before B"."""
    here = _within(theirs.words, right.anchor, EVENT)
    inside = outside = 0.0
    for word in _within(ours.words, left.anchor):
        for weight, other in known.of(word, theirs.content):
            if other in here:
                inside = max(inside, weight)
            else:
                outside = max(outside, weight)
    return inside > outside


def _conditions(number: int, ours: Side, theirs: Side) -> Iterator[Turned]:
    """Unless here and if there, where no word of that clause is a negation."""
    for a, b, turn in ((ours, theirs, 1), (theirs, ours, -1)):
        if a.ways(CONDITION) == {-1} and b.ways(CONDITION) == {1} and not b.of(NEGATION):
            one, other = a.of(CONDITION)[0], b.of(CONDITION)[0]
            if not any(_meet(_span(m), other.anchor) for m in b.of(HALF)):
                spans = [_span(one), _span(other)][::turn]
                yield Turned(number, CONDITION, spans[0], spans[1], 0.9)


def _unanswered(ours: Side, theirs: Side, known: Renderings) -> tuple[Side, Side]:
    """Both sides without the negations that answer each other: of words that render each other, or both an unless."""
    left, right = list(ours.marks), list(theirs.marks)
    for a in ours.of(NEGATION):
        for b in theirs.of(NEGATION):
            if a in left and b in right and a.way and b.way and _answers(a, b, ours, theirs, known):
                left.remove(a)
                right.remove(b)
    return replace(ours, marks=tuple(left)), replace(theirs, marks=tuple(right))


def _answers(a: Mark, b: Mark, ours: Side, theirs: Side, known: Renderings) -> bool:
    unless = [
        any(_meet(_span(m), _span(mark)) and m.way == -1 for m in side.of(CONDITION))
        for mark, side in ((a, ours), (b, theirs))
    ]
    there = _within(theirs.content, b.anchor, NEAR)
    return all(unless) or any(known.of(word, there) for word in _within(ours.content, a.anchor, NEAR))


def _negations(number: int, ours: Side, theirs: Side, known: Renderings) -> Iterator[Turned]:
    """A word that one side negates and the other side renders without; or a negation where the other side has none at all."""
    for a, b, render, turn in ((ours, theirs, known.of, 1), (theirs, ours, known.behind, -1)):
        if a.plain() <= len(b.of(NEGATION)):
            continue
        asking = [m for m in a.of(NEGATION) if m.way and (turn == 1 or _known(m, a))]
        found = [(m, place) for m in asking if (place := _affirmed(m, a, b, render))]
        sure = 0.9
        if not found:
            whole = b.words[0].start, b.words[-1].end
            found = [(m, whole) for m in asking if _alone(m, a, b)]
            sure = 0.6
        if found:
            mark, place = found[0]
            spans = [_span(mark), place][::turn]
            yield Turned(number, NEGATION, spans[0], spans[1], sure)
            return


def _known(mark: Mark, own: Side) -> bool:
    """Whether the lexicons know a word that is negated: without them a negation of the translation's may be a word in other words."""
    return any(word.known for word in _within(own.words, mark.anchor, NEAR))


def _alone(mark: Mark, own: Side, other: Side) -> bool:
    """Whether nothing of the other side may answer a negation that is read with its word.

    What is not stopped has two halves, of which the other side has one.
    """
    words = _within(own.words, mark.anchor, NEAR)
    if not words or other.of(NEGATION) or not own.single or not other.single:
        return False
    halves = len(other.of(HALF))
    return 0 < halves <= len(own.of(HALF)) if any(map(own.half, words)) else not halves


def _affirmed(mark: Mark, own: Side, other: Side, render: Callable[..., list[tuple[float, Word]]]) -> Span | None:
    """The word of the other side that renders what a mark negates, where none that may is negated."""
    for word in _within(own.words, mark.anchor, NEAR):
        found = [w for _, w in render(word, other.content) if len(w.text) > 1]
        if found:
            half = own.half(word)
            if any(_denied(w, other) or other.half(w) != half for w in found):
                return None
            k = other.words.index(found[0])
            first = other.words[max(0, k - BEFORE)]
            return (first if first.segment == found[0].segment else found[0]).start, found[0].end
    return None


def _denied(word: Word, side: Side) -> bool:
    """Whether a negation stands near a word."""
    k = side.words.index(word)
    near = side.words[max(0, k - BESIDE) : k + BESIDE + 1]
    span = near[0].start, near[-1].end
    return any(_meet(_span(m), span) and not _meet(_span(m), (word.start, word.end)) for m in side.any())

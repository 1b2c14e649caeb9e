"""Who does what on both sides of a bead, in the same terms: what each side says of the words that both have.

Words of two sides are the same where a name is linked, a value matched, or each is the other's best rendering. A part
that both sides give to one and the same is kept, one that they give to two is turned.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from align.checks.compare.renderings import Renderings, Word
from align.checks.context import Article
from align.lang import language
from align.lang.base.roles import Fact, Span
from align.model import Document, Mention
from align.values import Quantity

SURE = 3.0
"""Nats from which two words that are each other's best rendering are the same."""


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


def roles(article: Article) -> Iterator[Roles]:
    """What each bead of both sides says."""
    words = article.words()
    names = _names(article)
    values = {bead.bead: bead.pairs for bead in article.matched}
    for k, bead in enumerate(article.alignment.beads):
        if not (bead.source and bead.target):
            continue
        pairs = [((a.start, a.end), (b.start, b.end)) for a, b in _comparable(values.get(k, ()))]
        same, figures = _same(words, bead.source, bead.target, names.get(k, ()), pairs)
        both = [
            _read(document, segments, side, own)
            for document, segments, side, own in zip(
                (article.alignment.source, article.alignment.target), (bead.source, bead.target), same, figures, strict=True
            )
        ]
        yield _compared(k, both[0], both[1], same)


def _comparable(pairs: Sequence[tuple[Mention, Mention]]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of figures that count the same as another figure of the bead, so that each may be the other's."""
    counted = [(a, b) for a, b in pairs if isinstance(a.value, Quantity) and isinstance(b.value, Quantity)]
    units = Counter(_unit(a) for a, _ in counted)
    yield from ((a, b) for a, b in counted if units[_unit(a)] > 1)


def _unit(mention: Mention) -> str:
    return mention.value.unit if isinstance(mention.value, Quantity) else ""


def _names(article: Article) -> dict[int, list[tuple[Span, Span, str]]]:
    found: dict[int, list[tuple[Span, Span, str]]] = {}
    if article.names:
        order = 1 if article.names.heard == "source" else -1
        for k, links in enumerate(article.names.links):
            found[k] = [(*(link.heard, link.spelt)[::order], link.name) for link in links]  # type: ignore[misc]
    return found


Same = dict[Span, int]
"""Span of a word -> number of what it says, the same on both sides."""


def _same(
    words: Renderings,
    source: Sequence[int],
    target: Sequence[int],
    names: Iterable[tuple[Span, Span, str]],
    values: Sequence[tuple[Span, Span]],
) -> tuple[tuple[Same, Same], tuple[list[Span], list[Span]]]:
    """The words that both sides have, and the figures among them."""
    ours: Same = {}
    theirs: Same = {}
    numbers: dict[str, int] = {}
    for here, there, name in names:
        ours[here] = theirs[there] = numbers.setdefault(name, len(numbers))
    count = len(numbers)
    figures: tuple[list[Span], list[Span]] = ([], [])
    for here, there in values:
        ours[here] = theirs[there] = count
        figures[0].append(here)
        figures[1].append(there)
        count += 1
    left = [w for i in source for w in words.source[i] if not _in((w.start, w.end), ours)]
    right = [w for j in target for w in words.target[j] if not _in((w.start, w.end), theirs)]
    for a, b in _mutual(words, left, right):
        here, there = (a.start, a.end), (b.start, b.end)
        number = ours.get(here, theirs.get(there))
        if number is None:
            number = count
            count += 1
        ours.setdefault(here, number)
        theirs.setdefault(there, number)
    return (ours, theirs), figures


def _in(span: Span, known: Same) -> bool:
    return any(a < span[1] and span[0] < b for a, b in known)


def _mutual(words: Renderings, left: Sequence[Word], right: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Words that render each other best; a word said twice goes with each of its likes."""
    weights = {(a.start, b.start): w for a in left for b in right if (w := words.weight(a, b)) >= SURE}
    best_a: dict[int, float] = defaultdict(float)
    best_b: dict[int, float] = defaultdict(float)
    for (a, b), w in weights.items():
        best_a[a] = max(best_a[a], w)
        best_b[b] = max(best_b[b], w)
    starts = {w.start: w for w in left}, {w.start: w for w in right}
    for (a, b), w in weights.items():
        if w >= best_a[a] - TIE and w >= best_b[b] - TIE:
            yield starts[0][a], starts[1][b]


TIE = 1e-6


Key = tuple[str, int]
SAID = -1
"""In place of the number of what is said."""


def _read(document: Document, segments: Sequence[int], same: Same, figures: Sequence[Span]) -> dict[Key, set[int]]:
    """Who has each part, as far as a side's language says."""
    part = language(document.lang).part("roles")
    found: dict[Key, set[int]] = defaultdict(set)
    words = sorted(span for span in same if span not in figures)
    for i in segments:
        s = document.segments[i]
        own = [w for w in words if s.start <= w[0] < s.end]
        values = [v for v in figures if s.start <= v[0] < s.end]
        facts: Iterable[Fact] = part.facts(document.text, (s.start, s.end), own, values)
        for fact in facts:
            if fact.holder in same:
                found[fact.role, SAID if fact.head is None else same[fact.head]].add(same[fact.holder])
    return found


def _compared(bead: int, source: dict[Key, set[int]], target: dict[Key, set[int]], same: tuple[Same, Same]) -> Roles:
    turned: list[Turned] = []
    kept: set[int] = set()
    for key in source.keys() & target.keys():
        a, b = source[key], target[key]
        kept |= a & b
        if len(a) == len(b) == 1 and a != b:
            turned.append(Turned(*key, *a, *b))
    places = tuple({number: span for span, number in sorted(side.items(), reverse=True)} for side in same)
    return Roles(bead, tuple(sorted(turned, key=lambda t: (t.head, t.role))), frozenset(kept), (places[0], places[1]))

"""How surely a part of one side is missing from the other, against its being rendered there.

Two stories are weighed in nats: some text of the other side renders the part with all the rest beside it, or the rest alone. Each
value, name and known word of the part that something there renders speaks for the first, each that nothing renders for the second,
by what is usual in the sure beads of the article itself: where the translation is free throughout, a word that nothing renders says
little. A word of the other side answers one word only. Its own words, and the length, tell whether it has more to say than the rest.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from align.checks.compare.content import Span, Unit, facts, waiting
from align.checks.compare.renderings import LEAST, Word
from align.checks.context import Article
from align.engine.evidence.words import OWN
from align.lang import language

SURE = 0.9
"""Confidence of the beads that tell what is usual."""
KNOWN = 0.3
"""Share of its uses that the lexicons render from which a word says something."""
COMMON = 0.002
"""Share of all words from which one says nothing: had, on, with."""
VAGUE, CLEAR = 0.55, 0.9
"""How often a word is rendered, of the usual, whose likeliest rendering has t = 0, and how much oftener at t = 1; of gold."""
LIKELIEST = 0.5
"""t of the likeliest rendering where the lexicons cannot be asked for it."""
USUAL, PRIOR = 0.5, 40.0
"""Share of such words that their bead renders, of gold; words that it counts as much as beside the article's own."""
MOST = 0.9
"""The most that share can be."""
CHANCE = 0.08
"""Share of such words that another sentence of the same article renders, of gold."""
STRONGLY, STRONG, WEAK = 4.0, 2.4, 0.7
"""Weight from which two words surely render each other; nats that it says when they do, and when they only may; of gold."""
HEARD = 0.5
"""What a nat of the other side's words counts: the words of one side tell in part what those of the other have told already."""
SPREAD = 0.2
"""Standard deviation of the log of target by source length, of the beads of one article, of gold; of NTREX it is 0.18."""
LONGEST = 3.0
"""Nats that length says at most, either way."""


class Coverage:
    """One side of an article (0 the source, 1 the target) as the other covers it."""

    def __init__(self, article: Article, side: int) -> None:
        alignment, words = article.alignment, article.words()
        self.article, self.side = article, side
        self.document, self.other = (alignment.source, alignment.target)[:: 1 if side == 0 else -1]
        self.beads = [(bead.source, bead.target) for bead in alignment.beads]
        self._words = _telling(words.source, alignment.source.lang), _telling(words.target, alignment.target.lang)
        self._likeliest = words.likeliest
        self._renders: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for pair, weight in words.weights.items():
            if weight >= LEAST:
                self._renders[pair[side]].append((pair[1 - side], weight))
        self._facts = [*facts(article, side)]
        self._theirs = [*facts(article, 1 - side)]
        sure = [k for k, b in enumerate(self.beads) if all(b) and alignment.beads[k].confidence >= SURE]
        self._units: dict[int, list[Unit]] = {}
        self._others: dict[int, list[Word]] = {}
        self._length = _median([_ratio(*self.lengths(k)) for k in sure])
        self._usual = self._shares(sure)

    def missing(self, k: int, part: Span, other: int) -> float:
        """Nats for `part`, a span of bead k's own text, being missing from the other side of bead `other`, k itself or one near it."""
        units, whole = self.units(k, part), self.units(other)
        rest = [u for u in whole if not (other == k and part[0] <= u.start < part[1])]
        there = self.others(other)
        own, size = self.lengths(other)
        nats = sum(
            self._each(units, self.assigned([*rest, *units], there, len(rest) if other != k else 0))
        ) + HEARD * self._heard(units, rest, other)
        if rest:
            nats += self._shortened(part[1] - part[0], own - (part[1] - part[0]) * (other == k), size)
        if other != k:
            nats -= self.waiting(part, other)
        return nats

    def wording(self, k: int, other: int) -> float:
        """Nats for bead k being missing from the other side of bead `other`, as far as its ordinary words tell."""
        return sum(self.each([unit for unit in self.units(k) if unit.word], other))

    def waiting(self, part: Span, k: int) -> float:
        """Nats that the names of `part` say of its being rendered in bead k, whose other side has them and its own has not."""
        return waiting(self.article, self.side, k, self.document.text[slice(*part)])

    def units(self, k: int, span: Span | None = None) -> list[Unit]:
        """The values, names and other known words of a bead, of those within a span only."""
        if k not in self._units:
            words = [w for w in self.words(k) if w.known >= KNOWN and not _inside(w, self._facts[k])]
            self._units[k] = [*self._facts[k], *(Unit(w.start, w.end, w) for w in words)]
        return self._units[k] if span is None else [u for u in self._units[k] if span[0] <= u.start < span[1]]

    def words(self, k: int) -> list[Word]:
        """The words of a bead's own side."""
        return [w for i in self.beads[k][self.side] for w in self._words[self.side][i]]

    def others(self, k: int) -> list[Word]:
        """The words of the other side of a bead."""
        if k not in self._others:
            self._others[k] = [w for j in self.beads[k][1 - self.side] for w in self._words[1 - self.side][j]]
        return self._others[k]

    def lengths(self, k: int) -> tuple[int, int]:
        """Characters of the own side of a bead, and of the other."""
        documents = (self.article.alignment.source, self.article.alignment.target)
        sizes = [
            sum(document.segments[i].end - document.segments[i].start for i in own)
            for document, own in zip(documents, self.beads[k], strict=True)
        ]
        return sizes[self.side], sizes[1 - self.side]

    def assigned(
        self, units: Iterable[Unit], others: Sequence[Word], first: int = 0
    ) -> dict[int, tuple[float, Word | None]]:
        """For the start of each word of `units` the word of the other side that is its own, the surest pairs first, and the weight.

        (0, None) where nothing renders it, (-1, None) where all that do are another's. The `first` of them choose first.
        """
        places: dict[str, list[int]] = defaultdict(list)
        for n, other in enumerate(others):
            for token in other.tokens:
                places[token].append(n)
        every = [*units]
        words = [unit.word for unit in every if unit.word]
        early = sum(unit.word is not None for unit in every[:first])
        scored = sorted(
            (m >= early, -weight, m, n)
            for m, word in enumerate(words)
            for token in word.tokens
            for there, weight in self._renders.get(token, ())
            for n in places.get(there, ())
        )
        used: set[int] = set()
        found: dict[int, tuple[float, Word | None]] = {word.start: (0.0, None) for word in words}
        for _, minus, m, n in scored:
            if found[words[m].start][0] <= 0:
                found[words[m].start] = (-1.0, None) if n in used else (-minus, others[n])
                used.add(n)
        return found

    def each(self, units: Sequence[Unit], k: int) -> list[float]:
        """Nats for each of some units being missing from the other side of bead k."""
        return [*self._each(units, self.assigned(units, self.others(k)))]

    def _each(self, units: Iterable[Unit], own: dict[int, tuple[float, Word | None]]) -> Iterator[float]:
        for unit in units:
            if not unit.word:
                yield -unit.told
                continue
            weight, _ = own[unit.start]
            if weight:
                yield 0.0 if weight < 0 else -STRONG if weight >= STRONGLY else -WEAK
            else:
                yield math.log((1 - CHANCE) / (1 - self._share(unit.word)))

    def _share(self, word: Word) -> float:
        """How often such a word is rendered."""
        likeliest = (
            max((self._likeliest.get(t, 0.0) for t in word.tokens), default=0.0) if self.side == 0 else LIKELIEST
        )
        return min(MOST, self._usual[0] * (VAGUE + CLEAR * likeliest))

    def _heard(self, units: Collection[Unit], rest: Collection[Unit], other: int) -> float:
        """What the other side's words say: where the part is missing, the rest explains as many of them as is usual."""
        if not rest:
            return 0.0
        ours = self._renderings(rest)
        usual = self._usual[1]
        size = len(units) / (len(units) + len(rest))
        mixed = (1 - size) * usual + size * CHANCE
        found = 0.0
        for word in self.others(other):
            if word.known >= KNOWN and not _inside(word, self._theirs[other]):
                explained = not ours.isdisjoint(word.tokens)
                found += math.log(usual / mixed) if explained else math.log((1 - usual) / (1 - mixed))
        return found

    def _renderings(self, units: Iterable[Unit]) -> set[str]:
        """The other side's tokens that may render a word of some units."""
        return {other for u in units if u.word for token in u.word.tokens for other, _ in self._renders.get(token, ())}

    def _shortened(self, part: int, rest: int, size: int) -> float:
        """What length says of a part of so many characters beside a rest, where the other side has `size`."""
        without, within = ((_ratio(own, size) - self._length) / SPREAD for own in (rest, rest + part))
        return max(-LONGEST, min(LONGEST, (within**2 - without**2) / 2))

    def _shares(self, sure: Iterable[int]) -> tuple[float, float]:
        """Share of the known words of the own side, and of the other, that their bead renders."""
        seen, covered = [PRIOR, PRIOR], [USUAL * PRIOR, USUAL * PRIOR]
        for k in sure:
            sides = [w for i in self.beads[k][self.side] for w in self._words[self.side][i]], self.others(k)
            here, there = ({token for w in side for token in w.tokens} for side in sides)
            rendered = {other for token in here for other, _ in self._renders.get(token, ())}
            rendering = {token for token in here if any(other in there for other, _ in self._renders.get(token, ()))}
            for n, (side, known) in enumerate(zip(sides, (rendering, rendered), strict=True)):
                some = [w for w in side if w.known >= KNOWN]
                seen[n] += len(some)
                covered[n] += sum(not known.isdisjoint(w.tokens) for w in some)
        return min(MOST, covered[0] / seen[0]), min(MOST, covered[1] / seen[1])


def _telling(segments: Sequence[Sequence[Word]], lang: str) -> tuple[tuple[Word, ...], ...]:
    """The words of each segment but for light ones and the commonest of all text; what only this article has often is kept."""
    light = language(lang).part("light_words").is_light
    counts = Counter(token for own in segments for word in own for token in word.tokens)
    every = max(1, counts.total())

    def common(word: Word) -> bool:
        return word.chance - OWN * min((counts[t] for t in word.tokens), default=0) / every >= COMMON

    return tuple(tuple(word for word in own if not common(word) and not light(word.text)) for own in segments)


def _inside(word: Word, units: Iterable[Unit]) -> bool:
    return any(unit.start < word.end and word.start < unit.end for unit in units)


def _ratio(own: int, other: int) -> float:
    return math.log(max(1, other) / max(1, own))


def _median(found: Iterable[float]) -> float:
    every = sorted(found)
    return every[len(every) // 2] if every else 0.0

"""The words of one bead as those who look for a rendering see them: what each may render here, and in the beads beside."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.checks.compare.renderings import LEAST, SURE, Renderings, Span, Word
from align.checks.compare.things import NOTHING, Numbers, Things, things
from align.checks.context import Article
from align.lang import language
from align.model import Bead
from align.tags import primary

Words = tuple[tuple[Word, ...], tuple[Word, ...]]
"""Of the source and of the target."""
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&.-]*[A-Za-z0-9]")
NONE: Numbers = frozenset()
THING = 8.0
"""What two words weigh that the table of things has as one."""
NEIGHBOUR = 12
"""Characters within which two words may be of one name."""
ABBREVIATED = 4
"""Letters of a title that is written with a point."""
BESIDE = 5.0
"""Nats from which a word of a neighbouring bead renders one of this: a chance is likelier there."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One bead's words."""

    words: Words
    beside: Words
    """Of the beads before and behind."""
    renderings: Renderings
    links: frozenset[tuple[Span, Span]]
    """Source and target span of each name that is linked."""
    alike: frozenset[tuple[int, int]]
    """Starts of words with the same Latin letters, or with letters that the other's words begin with: PR, pull request."""
    names: tuple[tuple[Span, ...], tuple[Span, ...]]
    """Where either side has a name of the gazetteer."""
    table: Things
    things: tuple[dict[int, Numbers], dict[int, Numbers]]
    """Start of a word -> which things of the table it may be; of either side, here and beside."""
    small: tuple[frozenset[str], frozenset[str]]
    """The tokens of either language that say nothing."""
    owned: dict[int, frozenset[int]]
    """Start of a word within a name -> starts of the words of the other side that the name is sure to render."""

    def weight(self, source: Word, target: Word) -> float:
        """How surely two words render each other, in nats."""
        if not (source.tokens and target.tokens) and self._linked(source, target):
            return SURE
        if (source.start, target.start) in self.alike:
            return SURE
        ours, theirs = self.things[0].get(source.start, NONE), self.things[1].get(target.start, NONE)
        if ours & theirs:
            return THING
        if not source.tokens:
            return 0.0
        nats = self.renderings.weight(source, target)
        if ours and theirs and nats < SURE and self.kinds(ours) & self.kinds(theirs):
            return 0.0  # 은메달 is no gold medal
        return 0.0 if nats < SURE and (self._another(source, target) or self._another(target, source)) else nats

    def kinds(self, numbers: Iterable[int]) -> set[str]:
        """What kinds of things some rows of the table are."""
        return {self.table.kinds[number] for number in numbers}

    def known(self, word: Word, side: int) -> bool:
        """Whether a word is known to be a thing, or a name of the gazetteer."""
        return word.start in self.things[side] or any(a < word.end and word.start < b for a, b in self.names[side])

    def both(self, source: Iterable[Word], target: Collection[Word]) -> float:
        """Nats of the surest pair of words."""
        return max((self.weight(a, b) for a in source for b in target), default=0.0)

    def telling(self, words: Iterable[Word], side: int) -> list[Word]:
        """The words that say something."""
        small = self.small[side]
        return [w for w in words if not w.tokens or not small.issuperset(w.tokens)]

    def rendered(self, words: Sequence[Word], side: int) -> list[Word]:
        """Those of some words of a side that the other side renders, here or beside; the commonest left out."""
        own = {w.start for w in words}
        rest = [w for w in self.words[side] if w.start not in own]
        here = self.words[1 - side]
        free = [w for w in here if self._best(w, rest, 1 - side) < SURE]
        return [
            w
            for w in self.telling(words, side)
            if w.start in self.owned
            or self._best(w, free, side) >= LEAST
            or self._best(w, here, side) >= SURE
            or self._beside(w, side)
        ]

    def _best(self, word: Word, others: Iterable[Word], side: int) -> float:
        """Nats of the surest rendering of a word of a side."""
        return max((self.weight(*((word, other) if side == 0 else (other, word))) for other in others), default=0.0)

    def _beside(self, word: Word, side: int) -> bool:
        """Whether a neighbouring bead renders a word of this one, and has no word of its own for what does."""
        return any(
            (nats := self._best(word, (other,), side)) >= BESIDE
            and self._best(other, self.beside[side], 1 - side) < nats
            for other in self.beside[1 - side]
        )

    def _linked(self, source: Word, target: Word) -> bool:
        """Whether a name that is linked lies in both."""
        return any(
            a < source.end and source.start < b and c < target.end and target.start < d for (a, b), (c, d) in self.links
        )

    def _another(self, word: Word, other: Word) -> bool:
        """Whether a word is of a name that renders words of the other side which are not near `other`: Capital in Goldin Capital."""
        owners = self.owned.get(word.start)
        return owners is not None and all(abs(other.start - start) > NEIGHBOUR for start in owners)


def sight(article: Article, number: int) -> Sight:
    """The words of bead `number`."""
    beads = article.alignment.beads
    known = article.words()
    here = _words(known, beads[number])
    near = [_words(known, beads[k]) for k in (number - 1, number + 1) if 0 <= k < len(beads)]
    links, table = [], NOTHING
    names: tuple[tuple[Span, ...], tuple[Span, ...]] = (), ()
    if article.names:
        order = 1 if article.names.heard == "source" else -1
        links = [(link.heard, link.spelt)[::order] for link in article.names.links[number]]
        texts = article.names.texts[number]
        heard, spelt = (tuple((s.start, s.end) for s in spots) for spots in (texts.heard, texts.spelt))
        names = (heard, spelt) if order == 1 else (spelt, heard)
        table = things(*[primary(d.lang) for d in (article.alignment.source, article.alignment.target)][::order])
    found = Sight(
        here,
        (tuple(w for side in near for w in side[0]), tuple(w for side in near for w in side[1])),
        known,
        frozenset((a, b) for a, b in links),
        frozenset((*_lettered(*here), *((a, b) for b, a in _lettered(*here[::-1])))),
        names,
        table,
        _things(article, table, here, near),
        tuple(language(d.lang).part("lists").SMALL for d in (article.alignment.source, article.alignment.target)),
        {},
    )
    for side in (0, 1):
        found.owned.update(_owned(found, side))
    return found


def _things(
    article: Article, table: Things, here: Words, near: Sequence[Words]
) -> tuple[dict[int, Numbers], dict[int, Numbers]]:
    """The things of either side."""
    if article.names is None:
        return {}, {}
    hearing = article.names.hearing
    order = 1 if article.names.heard == "source" else -1
    every = [[w for sides in (here, *near) for w in sides[side]] for side in (0, 1)]
    heard, spelt = every[::order]
    ours, theirs = (dict(table.of_heard(heard, hearing)), dict(table.of_spelt(spelt)))[::order]
    return ours, theirs


def _words(known: Renderings, bead: Bead) -> Words:
    return tuple(w for i in bead.source for w in known.source[i]), tuple(
        w for j in bead.target for w in known.target[j]
    )


def _owned(seen: Sight, side: int) -> Iterator[tuple[int, frozenset[int]]]:
    """For each word of a name in several capitalised words which the other side's words are that it renders for sure."""
    for name in _names(seen.words[side]):
        sure = frozenset(
            other.start
            for w in name
            for other in seen.words[1 - side]
            if seen.weight(*((w, other) if side == 0 else (other, w))) >= SURE
        )
        if sure:
            yield from ((w.start, sure) for w in name)


def _names(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The runs of capitalised words."""
    run: list[Word] = []
    for word, after in pairwise([*words, None]):
        if word is None:
            return
        run.append(word)
        if after is None or not _one_name(word, after):
            if len(run) > 1:
                yield run
            run = []


def _one_name(word: Word, after: Word) -> bool:
    """Whether two words may be of one name: both have capitals, and a space between them, or the point of Gen. and Rep."""
    gap = 2 if len(word.text) <= ABBREVIATED else 1
    return word.text[0].isupper() and after.text[0].isupper() and 0 < after.start - word.end <= gap


def _lettered(words: Sequence[Word], others: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Starts of the words that begin with the Latin letters of one of `others`, or with the first letters of some in a row."""
    first = "".join(other.text[0].lower() for other in others)
    for word in words:
        match = LATIN.match(word.text)
        if match is None:
            continue
        letters = match[0].lower()
        yield from (
            (word.start, other.start) for other in others if (m := LATIN.match(other.text)) and m[0].lower() == letters
        )
        if match[0].isupper() and letters.isalpha() and (at := first.find(letters)) >= 0:
            yield from ((word.start, other.start) for other in others[at : at + len(letters)])

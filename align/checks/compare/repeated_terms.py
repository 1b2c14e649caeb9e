"""Terms of the source that come in two beads or more, and the noun phrases of the target that may render them.

A term is a noun or a compound of nouns, as the language's part `compounds` cuts them. What renders it is a run of words around
one that a lexicon, a value or a name links to it, of which no other word of the source is the better reason; what may stand in
its place is a run of words of which nothing is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from align.checks.compare.renderings import LEAST, SURE, Renderings, Word
from align.checks.compare.term_values import Phrase, Spot
from align.checks.context import Article
from align.lang import language
from align.lang.base.names.entries import BODIES

LINKED = ("-", " ")
"""What stands between two words of one phrase."""
CONFIDENT = 0.7
"""Confidence of a bead below which its words tell nothing of a term; set by looking at dev, where four of five are above it."""
SAME = 4.0
"""Nats from which a word is another one's rendering beyond doubt."""
FAR = 4.0
"""Nats from which a word of a bead beside is the reason of one."""
Reasons = dict[int, list[tuple[float, int]]]
"""By the start of a target word: the weights, in nats, of the source words that it may render, and their starts."""


class Terms:
    """The repeated terms of an article."""

    def __init__(self, article: Article) -> None:
        self.alignment = article.alignment
        self.words: Renderings = article.words()
        source, target = self.alignment.source, self.alignment.target
        self.cut = language(source.lang).part("compounds")
        self.named = language(target.lang).part("phrases")
        self._joined = [_joined(source.text, own) for own in self.words.source]
        self._joined_target = [_joined(target.text, own) for own in self.words.target]
        self._rendered: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for (a, b), weight in self.words.weights.items():
            if weight >= LEAST:
                self._rendered[b].append((a, weight))
        self._sure: dict[int, list[int]] = defaultdict(list)
        for ours, theirs in self.words.sure:
            self._sure[theirs].append(ours)
        rows = (" ".join(t for w in segment for t in w.tokens) for segment in self.words.target)
        self._running = " | ".join(f" {row} " for row in rows)
        self._names = article.names
        self._repeated: tuple[tuple[str, list[Spot]], ...] | None = None
        self._reasons: dict[int, Reasons] = {}
        self._renderings: dict[int, Reasons] = {}

    def repeated(self) -> tuple[tuple[str, list[Spot]], ...]:
        """Each term that stands in two beads or more, the longest first: it says most."""
        if self._repeated is None:
            self._repeated = tuple(sorted(self._terms(), key=lambda found: -len(found[0])))
        return self._repeated

    def _terms(self) -> Iterator[tuple[str, list[Spot]]]:
        found: dict[str, list[Spot]] = defaultdict(list)
        for k, bead in enumerate(self.alignment.beads):
            if bead.source and bead.target:
                for i in bead.source:
                    texts = [w.text for w in self.words.source[i]]
                    for key, first, last in self.cut.compounds(texts, self._joined[i]):
                        found[key].append(Spot(k, i, first, last))
        for key, spots in found.items():
            if len({spot.bead for spot in spots}) > 1:
                yield key, spots

    def spot(self, bead: int, span: tuple[int, int]) -> Spot | None:
        """The words of a bead's source that a span touches; None for none."""
        for i in self.alignment.beads[bead].source:
            found = [n for n, w in enumerate(self.words.source[i]) if w.start < span[1] and span[0] < w.end]
            if found:
                return Spot(bead, i, found[0], found[-1] + 1)
        return None

    def at(self, spot: Spot) -> tuple[Word, ...]:
        """The words of a term at a spot."""
        return self.words.source[spot.segment][spot.first : spot.last]

    def beside(self, spot: Spot, reach: int) -> set[int]:
        """Starts of the words on both sides of a term, each the first within `reach` words that something in the bead may render."""
        own = self.words.source[spot.segment]
        rendered = self.renderings(spot.bead)
        sides = own[max(0, spot.first - reach) : spot.first][::-1], own[spot.last : spot.last + reach]
        nearest = (next((w.start for w in side if w.start in rendered), None) for side in sides)
        return {start for start in nearest if start is not None}

    def reasons(self, k: int) -> Reasons:
        """What of the source of bead `k` and of the beads beside it may be the reason of each target word."""
        if k not in self._reasons:
            self._reasons[k] = self._read(k)
        return self._reasons[k]

    def renderings(self, k: int) -> Reasons:
        """What of the target of bead `k` may render each source word, by its start: weights, and starts of target words."""
        if k not in self._renderings:
            found: Reasons = defaultdict(list)
            for theirs, reasons in self.reasons(k).items():
                for weight, ours in reasons:
                    found[ours].append((weight, theirs))
            self._renderings[k] = found
        return self._renderings[k]

    def rendered(self, spot: Spot) -> bool:
        """Whether something in the bead may render a word of the term."""
        return any(word.start in self.renderings(spot.bead) for word in self.at(spot))

    def lost(self, spot: Spot) -> int:
        """Nouns of the bead's source, other than the term, that nothing in it may render."""
        known = self.renderings(spot.bead)
        own = {word.start for word in self.at(spot)}
        words = (word for i in self.alignment.beads[spot.bead].source for word in self.words.source[i])
        return sum(w.start not in known and w.start not in own and self.cut.is_noun(w.text) for w in words)

    def _read(self, k: int) -> Reasons:
        beads = self.alignment.beads
        near = [
            word
            for n in range(max(0, k - 1), min(len(beads), k + 2))
            for i in beads[n].source
            for word in self.words.source[i]
        ]
        starts = {word.start for word in near}
        here = {word.start for i in beads[k].source for word in self.words.source[i]}
        places: dict[str, list[int]] = defaultdict(list)
        for word in near:
            for token in word.tokens:
                places[token].append(word.start)
        found: Reasons = {}
        for j in beads[k].target:
            for word in self.words.target[j]:
                found[word.start] = [(SURE, a) for a in self._sure.get(word.start, ()) if a in starts]
                for token in word.tokens:
                    for a, weight in self._rendered.get(token, ()):
                        found[word.start] += [(weight, at) for at in places.get(a, ()) if weight >= FAR or at in here]
        return found

    def weight(self, spot: Spot, word: Word) -> tuple[float, float]:
        """How surely a target word renders the term, and how surely another word of the source, in nats."""
        low, high = self.at(spot)[0].start, self.at(spot)[-1].start
        ours = theirs = 0.0
        for weight, start in self.reasons(spot.bead)[word.start]:
            if low <= start <= high:
                ours = max(ours, weight)
            else:
                theirs = max(theirs, weight)
        return ours, theirs

    def phrases(self, spot: Spot) -> list[Phrase]:
        """The noun phrases of the bead of which no other word is the reason."""
        found = []
        for j in self.alignment.beads[spot.bead].target:
            words = self.words.target[j]
            weights = [self.weight(spot, word) for word in words]
            own, free = [a for a, _ in weights], [b < LEAST or a >= b for a, b in weights]
            texts, joined = [word.text for word in words], self._joined_target[j]
            for i, n in self.named.noun_phrases(texts, joined, free):
                whole = n == len(words) or not joined[n] or self._ends(spot, texts[n - 1], words[n])
                found.append(Phrase(words[i:n], tuple(own[i:n]), texts[i - 1] if i else "", whole))
        return found

    def _ends(self, spot: Spot, last: str, word: Word) -> bool:
        """Whether a phrase ends before a word: one that names nothing, a name behind a common noun, or what renders the next word."""
        own = self.words.source[spot.segment]
        starts = {w.start for w in own[spot.last : spot.last + 1]}
        return (
            not self.named.is_content(word.text)
            or self.named.is_verbal(word.text)
            or (word.text[:1].isupper() and last.islower())
            or any(start in starts for _, start in self.reasons(spot.bead)[word.start])
        )

    def renders_part(self, spot: Spot, word: Word) -> bool:
        """Whether a target word renders one of the term's words before its last."""
        starts = {w.start for w in self.at(spot)[:-1]}
        return any(start in starts for _, start in self.reasons(spot.bead)[word.start])

    def has_head(self, spot: Spot, phrase: Phrase) -> bool:
        """Whether a word outside a phrase renders what the term is, its last word: then the phrase is no rendering of it."""
        head, reasons = self.at(spot)[-1].start, self.reasons(spot.bead)
        words = (
            w for j in self.alignment.beads[spot.bead].target for w in self.words.target[j] if w not in phrase.words
        )
        return any(start == head for w in words for _, start in reasons[w.start])

    def distance(self, spot: Spot, phrase: Phrase, reach: int = 1) -> int | None:
        """Words that name things between a phrase and what renders the words beside the term; None where nothing renders them.

        `reach`: how far from the term those may be.
        """
        words = self.words.target[phrase.words[0].segment]
        first = words.index(phrase.words[0])
        last = first + len(phrase.words)
        beside = self.beside(spot, reach)
        reasons = self.reasons(spot.bead)
        found = None
        for n, word in enumerate(words):
            if first <= n < last or not any(start in beside for _, start in reasons[word.start]):
                continue
            between = words[n + 1 : first] if n < first else words[last:n]
            apart = sum(self.named.is_content(w.text) or w.text[0].isdigit() for w in between)
            found = apart if found is None else min(found, apart)
        return found

    def inside(self, word: Word) -> bool:
        """Whether a target word is not the first of its segment, so that its capital makes it a name."""
        return self.words.target[word.segment][0] is not word

    def companions(self, found: Mapping[Spot, Sequence[Phrase]]) -> dict[Spot, Phrase]:
        """Of a term that no lexicon knows the phrase that comes with it twice or more and nowhere else, where it does.

        `found`: the phrases of the bead of each spot.
        """
        beads: dict[str, set[int]] = defaultdict(set)
        for spot, phrases in found.items():
            for phrase in phrases:
                if len(phrase.words) > 1:
                    beads[_row(phrase)].add(spot.bead)
        often = [row for row, own in beads.items() if len(own) > 1 and self._running.count(row) <= len(own)]
        if not often:
            return {}
        usual = max(often, key=lambda row: (len(beads[row]), len(row)))
        return {spot: p for spot, phrases in found.items() for p in phrases if _row(p) == usual}

    def has_pronoun(self, spot: Spot) -> bool:
        """Whether the bead has a pronoun, which may stand for the term."""
        words = (w for j in self.alignment.beads[spot.bead].target for w in self.words.target[j])
        return any(self.named.is_pronoun(w.text) for w in words)

    def once(self, phrase: Phrase) -> bool:
        """Whether a phrase comes once in the target, whatever its endings."""
        return self._running.count(_row(phrase)) <= 1

    def proper(self) -> set[int]:
        """Starts of the source words that are names of people and places, which the rules on names look at."""
        names = self._names
        if names is None or names.heard != "source":
            return set()
        links = (link for own in names.links for link in own if link.kind not in BODIES and link.form[:1].isupper())
        spans = [link.heard for link in links]
        return {w.start for own in self.words.source for w in own if any(w.start < b and a < w.end for a, b in spans)}

    def tokens(self, spot: Spot) -> frozenset[str]:
        """The tokens of the bead's target words that are not another word's rendering rather than the term's."""
        words = (w for j in self.alignment.beads[spot.bead].target for w in self.words.target[j])
        return frozenset(t for w in words if self._may_be(spot, w) for t in w.tokens)

    def _may_be(self, spot: Spot, word: Word) -> bool:
        own, other = self.weight(spot, word)
        return other < SAME or own >= other


def _row(phrase: Phrase) -> str:
    """The tokens of a phrase as they stand in the running text."""
    return f" {' '.join(t for w in phrase.words for t in w.tokens)} "


def _joined(text: str, words: Sequence[Word]) -> tuple[bool, ...]:
    """Of each word whether only a blank or a hyphen parts it from the one before."""
    return (False, *(text[a.end : b.start] in LINKED for a, b in pairwise(words)))

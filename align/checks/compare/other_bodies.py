"""Bodies that one bead names otherwise than the others do: the New Path Party, which is the Saegil Party elsewhere.

Quiet unless the bead has no word of the usual name, no short form of it, and one name with a generic word of the same kind of
which nothing of the source is the reason, beside what renders the body's neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.checks.compare.renderings import LEAST, SURE, Word
from align.checks.compare.repeated_terms import CONFIDENT, Drift, Phrase, Spot, Terms
from align.checks.context import Article

REACH = 3
"""Words from the body within which one is looked for that has a rendering."""
APART = 2
"""Words of content that may stand between the name and what renders the body's neighbours."""


def other_bodies(article: Article, terms: Terms) -> Iterator[Drift]:
    """The drifts of an article's bodies."""
    bodies = _Bodies.of(terms)
    if not any(bodies.found):
        return
    taken: set[tuple[int, int]] = set()
    for spots in (*_named(article, terms), *(spots for _, spots in terms.repeated())):
        for drift in _of_body(bodies, spots):
            if drift.target not in taken:
                taken.add(drift.target)
                yield drift


def _named(article: Article, terms: Terms) -> Iterator[list[Spot]]:
    """The places of each name, whatever it is called there."""
    names = article.names
    if names is None or names.heard != "source":
        return
    found: dict[str, list[Spot]] = defaultdict(list)
    for k, (links, left) in enumerate(zip(names.links, names.unrendered, strict=True)):
        for name, span in (
            *((link.name, link.heard) for link in links if link.kind != "person"),
            *((lost.name, (lost.start, lost.end)) for lost in left if lost.sure and not lost.near),
        ):
            spot = terms.spot(k, span)
            if spot is not None:
                found[name].append(spot)
    yield from (spots for spots in found.values() if len({spot.bead for spot in spots}) > 1)


@dataclass(slots=True)
class _Bodies:
    """The names of bodies in the target of each bead."""

    terms: Terms
    found: tuple[tuple[Phrase, ...], ...]

    @classmethod
    def of(cls, terms: Terms) -> _Bodies:
        """The bodies of the target as `phrases` finds them."""
        target = terms.alignment.target
        spans = [[*terms.named.bodies(target.text, s.start, s.end)] for s in target.segments]
        return cls(
            terms,
            tuple(
                tuple(_phrase(terms.words.target[j], span) for j in bead.target for span in spans[j])
                for bead in terms.alignment.beads
            ),
        )


def _phrase(words: Sequence[Word], span: tuple[int, int]) -> Phrase:
    own = tuple(w for w in words if span[0] <= w.start < span[1])
    return Phrase(own, (0.0,) * len(own), "", True)


def _of_body(bodies: _Bodies, spots: Sequence[Spot]) -> Iterator[Drift]:
    terms = bodies.terms
    rendered = {spot: _rendering(bodies, spot) for spot in spots}
    usual = [p for own in rendered.values() for p in own]
    if not usual:
        return
    kinds = {terms.named.kind([w.text for w in p.words]) for p in usual}
    proper = {token for p in usual for w in _proper(terms, p) for token in w.tokens}
    for spot in spots:
        bead = terms.alignment.beads[spot.bead]
        here = [w for j in bead.target for w in terms.words.target[j]]
        if rendered[spot] or bead.confidence < CONFIDENT or proper & terms.tokens(spot.bead):
            continue
        if any(terms.named.is_short(w.text, [x.text for x in p.words]) for w in here for p in usual):
            continue
        if any(terms.weight(spot, w)[0] >= LEAST for w in here if not terms.named.generic(w.text)):
            continue
        found = [p for p in bodies.found[spot.bead] if _unexplained(terms, spot, p)]
        if len(found) == 1 and terms.named.kind([w.text for w in found[0].words]) in kinds:
            apart = terms.distance(spot, found[0], REACH)
            if apart is not None and apart <= APART:
                text = terms.alignment.target.text
                words = terms.at(spot)
                yield Drift(spot.bead, (words[0].start, words[-1].end), found[0].span, text[slice(*usual[0].span)])


def _rendering(bodies: _Bodies, spot: Spot) -> list[Phrase]:
    """The names of the bead that render the body at a spot."""
    found = []
    for phrase in bodies.found[spot.bead]:
        weights = [bodies.terms.weight(spot, word) for word in _proper(bodies.terms, phrase)]
        if any(own >= LEAST and own >= other for own, other in weights):
            found.append(phrase)
    return found


def _unexplained(terms: Terms, spot: Spot, phrase: Phrase) -> bool:
    """Whether nothing of the bead is the reason of a name, nor a name beside it; and it comes once."""
    proper = _proper(terms, phrase)
    text = terms.alignment.target.text
    own = {w.start for i in terms.alignment.beads[spot.bead].source for w in terms.words.source[i]}
    reasons = [found for word in proper for found in terms.reasons(spot.bead)[word.start]]
    explained = any(weight >= SURE or (weight >= LEAST and start in own) for weight, start in reasons)
    return bool(proper) and not explained and text.count(text[slice(*phrase.span)]) == 1


def _proper(terms: Terms, phrase: Phrase) -> list[Word]:
    """The words of a name but for the generic and the small ones."""
    return [w for w in phrase.words if w.text[:1].isupper() and not terms.named.generic(w.text)]

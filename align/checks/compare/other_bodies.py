"""Bodies that one bead names otherwise than the others do: the New Path Party, which is the Saegil Party elsewhere.

Quiet unless the bead has no word of the usual name, no short form of it, and one name with a generic word of the same kind of
which nothing of the source is the reason, beside what renders the body's neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.checks.compare.renderings import LEAST, SURE, Word
from align.checks.compare.repeated_terms import CONFIDENT, Terms
from align.checks.compare.term_values import Drift, Phrase, Spot
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
    if not any(rendered.values()):
        free = {spot: [p for p in bodies.found[spot.bead] if _free(terms, spot, _proper(terms, p))] for spot in spots}
        rendered |= {spot: [phrase] for spot, phrase in terms.companions(free).items()}
    named = [spot for spot, own in rendered.items() if own]
    for spot in spots:
        if terms.alignment.beads[spot.bead].confidence < CONFIDENT:
            continue
        usual = [p for other in named if other.bead != spot.bead for p in rendered[other]]
        if not usual:
            continue
        found = _another(bodies, spot, usual, rendered[spot]) or _altered(
            bodies, spot, usual, rendered[spot], 2 * len(named) > len(spots)
        )
        if found and (found.words[0].start > usual[0].words[0].start or not terms.once(usual[0])):
            own, text = terms.at(spot), terms.alignment.target.text
            yield Drift(spot.bead, (own[0].start, own[-1].end), found.span, text[slice(*usual[0].span)])


def _another(bodies: _Bodies, spot: Spot, usual: Sequence[Phrase], here: Sequence[Phrase]) -> Phrase | None:
    """The name of a bead that has nothing of the usual one, and one name in its place of which nothing is the reason."""
    terms = bodies.terms
    words = [w for j in terms.alignment.beads[spot.bead].target for w in terms.words.target[j]]
    own = {token for p in usual for w in _proper(terms, p) for token in w.tokens}
    if here or own & terms.tokens(spot) or terms.has_pronoun(spot):
        return None
    if any(terms.named.is_short(w.text, [x.text for x in p.words]) for w in words for p in usual):
        return None
    if any(terms.weight(spot, w)[0] >= LEAST for w in words if not terms.named.generic(w.text)):
        return None
    found = [p for p in bodies.found[spot.bead] if _unexplained(terms, spot, p)]
    kinds = {_kind(terms, p) for p in usual}
    if len(found) != 1 or _kind(terms, found[0]) not in kinds:
        return None
    apart = terms.distance(spot, found[0], REACH)
    return found[0] if apart is not None and apart <= APART else None


def _altered(
    bodies: _Bodies, spot: Spot, usual: Sequence[Phrase], here: Sequence[Phrase], always: bool
) -> Phrase | None:
    """A name of the bead that has the usual one's words with another generic word, or its generic word with other words.

    Where nothing renders the body (`here`), both may be others of their kind: the Fiscal Policy Committee, of a Monetary Policy Board.

    `always`: the body has a name wherever it comes, as a rule.
    """
    terms = bodies.terms
    own = {token for p in usual for w in _proper(terms, p) for token in w.tokens}
    generic = {token for p in usual for w in p.words if terms.named.generic(w.text) for token in w.tokens}
    for phrase in bodies.found[spot.bead]:
        proper = _proper(terms, phrase)
        has = {token for w in proper for token in w.tokens}
        new = [w for w in proper if not own.intersection(w.tokens)]
        same = generic <= phrase.tokens
        if not has & own or not terms.once(phrase) or (same and not new):
            continue
        akin = same or (set(here) <= {phrase} and _kind(terms, phrase) in {_kind(terms, p) for p in usual})
        if (always and has == own and not phrase.tokens & generic) or (
            akin and own - has and new and _free(terms, spot, new)
        ):
            return phrase
    return None


def _kind(terms: Terms, phrase: Phrase) -> int | None:
    found: int | None = terms.named.kind([w.text for w in phrase.words])
    return found


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
    return bool(proper) and _free(terms, spot, proper) and terms.once(phrase)


def _free(terms: Terms, spot: Spot, words: Sequence[Word]) -> bool:
    own = {w.start for i in terms.alignment.beads[spot.bead].source for w in terms.words.source[i]}
    reasons = [found for word in words for found in terms.reasons(spot.bead)[word.start]]
    return not any(weight >= SURE or (weight >= LEAST and start in own) for weight, start in reasons)


def _proper(terms: Terms, phrase: Phrase) -> list[Word]:
    """The words of a name but for the generic and the small ones."""
    return [w for w in phrase.words if w.text[:1].isupper() and not terms.named.generic(w.text)]

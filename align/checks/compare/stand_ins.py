"""Phrases that nothing explains, each in the place of a term that nothing renders.

The term has one usual word in the other beads; nothing in this one may render it, and hardly another noun is lost there. A noun
phrase of which nothing in the source is the reason, which comes once, stands right beside what renders the term's neighbours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from align.checks.compare.renderings import Word
from align.checks.compare.repeated_terms import CONFIDENT, Terms
from align.checks.compare.term_values import Drift, Phrase, Spot

KNOWN = 2.0
"""Nats from which a word is the term's rendering."""
LOST = 1
"""Other nouns of the bead that nothing renders, which the phrase may stand for as well."""
OFTEN = 2
"""Beads in which an ordinary noun has its usual word."""


def stand_ins(terms: Terms, proper: set[int]) -> Iterator[Drift]:
    """The drifts of an article's terms, the longest term first. `proper`: starts of the source words that are names."""
    for key, spots in terms.repeated():
        if any(word.start in proper for spot in spots for word in terms.at(spot)):
            continue
        lost = [spot for spot in spots if not terms.rendered(spot) and terms.lost(spot) <= LOST]
        if lost and len(lost) < len(spots):
            yield from _of_term(terms, spots, lost, OFTEN if terms.cut.is_common(key) else 1)


def _of_term(terms: Terms, spots: Sequence[Spot], lost: Sequence[Spot], least: int) -> Iterator[Drift]:
    known = {spot.bead: found for spot in spots if (found := _renderings(terms, spot))}
    times = Counter(t for words in known.values() for t in sorted({t for w in words for t in w.tokens}))
    if not times:
        return
    usual, number = times.most_common(1)[0]
    word = next(w for words in known.values() for w in words if usual in w.tokens)
    if number < least or 2 * number <= len(known) or (word.text[:1].isupper() and terms.inside(word)):
        return
    for spot in lost:
        if spot.bead in known or terms.alignment.beads[spot.bead].confidence < CONFIDENT:
            continue
        if times.keys() & terms.tokens(spot) or terms.has_pronoun(spot):
            continue
        here = [p for p in terms.phrases(spot) if _in_place(terms, spot, p)]
        if len(here) > 1:  # "the war game was humanitarian in nature": the longer one is the rarer chance
            here = [p for p in here if len(p.words) > 1]
        if len(here) == 1 and here[0].words[0].start > word.start:
            own = terms.at(spot)
            yield Drift(spot.bead, (own[0].start, own[-1].end), here[0].span, word.text)


def _renderings(terms: Terms, spot: Spot) -> list[Word]:
    """The words of the bead that render the term at a spot and are rather its than another word's."""
    targets = {w.start: w for j in terms.alignment.beads[spot.bead].target for w in terms.words.target[j]}
    starts = {start for word in terms.at(spot) for _, start in terms.renderings(spot.bead).get(word.start, ())}
    found = []
    for start in sorted(starts):
        own, other = terms.weight(spot, targets[start])
        if own >= KNOWN and own >= other and terms.named.is_content(targets[start].text):
            found.append(targets[start])
    return found


def _in_place(terms: Terms, spot: Spot, phrase: Phrase) -> bool:
    """Whether a phrase is a noun phrase in the term's place."""
    if not phrase.whole or len(phrase.words) < 2:
        return False  # one word for another is mostly style: a deal reached, a strike ended
    if any(w.text[:1].isupper() and terms.inside(w) for w in phrase.words):
        return False  # a name, which rules on names look at
    if terms.named.is_anaphor(phrase.before, phrase.words[-1].text) or not terms.once(phrase):
        return False
    return terms.distance(spot, phrase) == 0

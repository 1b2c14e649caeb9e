"""Terms that one bead renders by another phrase than the others do.

Quiet unless all of it holds: the usual phrase has two words or more, the bead has nothing of its last word, and a noun phrase
of two words or more, nowhere else in the text, of which nothing else of the source is the reason, either begins as the usual
one does or stands beside what renders the term's neighbours. One word for another is style; a phrase for another is a term.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.checks.compare.renderings import LEAST
from align.checks.compare.repeated_terms import CONFIDENT, Terms
from align.checks.compare.term_values import Drift, Phrase, Spot

MOST = 4
"""Words of a phrase that names a thing: a longer run has more in it."""
APART = 1
"""Words of content that may stand between a phrase and what renders the term's neighbours."""
OFTEN = 3
"""Other beads with the usual phrase from which one that begins alike is no style: a rescue vessel beside one rescue ship is."""
ALIKE = 5
"""Letters in common from which two words are forms of one: manufacturer, manufacturing."""


def drifts(terms: Terms, proper: set[int]) -> Iterator[Drift]:
    """The drifts of an article, one for each phrase that stands for a term. `proper`: starts of the source words that are names."""
    taken: list[tuple[int, int]] = []
    for key, spots in terms.repeated():
        if terms.cut.is_common(key) or any(word.start in proper for spot in spots for word in terms.at(spot)):
            continue
        for drift in _of_term(terms, spots):
            if not any(a < drift.target[1] and drift.target[0] < b for a, b in taken):
                taken.append(drift.target)
                yield drift


def _of_term(terms: Terms, spots: Sequence[Spot]) -> Iterator[Drift]:
    """The drifts of one term."""
    found = {spot: terms.phrases(spot) for spot in spots if terms.alignment.beads[spot.bead].confidence >= CONFIDENT}
    rendered = {spot: [_rendering(p, terms, spot) for p in own if max(p.own) >= LEAST] for spot, own in found.items()}
    if not any(rendered.values()):
        rendered |= {spot: [phrase] for spot, phrase in terms.companions(found).items()}
    for spot, phrases in found.items():
        others = [p for other, own in rendered.items() if other.bead != spot.bead for p in own]
        usual = [p for p in others if len(p.words) > 1 and len(p.words) <= MOST]
        if 2 * len(usual) <= len(others):
            continue
        heads = _heads(others)
        here = terms.tokens(spot)
        if heads & here:
            yield from _modified(terms, spot, phrases, usual, heads)
            continue
        words = frozenset(token for p in others for token in p.tokens)
        for phrase in phrases:
            new = _begun(phrase, words)
            if _stands_for(terms, spot, new, usual, words, here) and terms.once(new):
                yield from _drift(terms, spots, spot, new, usual, words)
                break


def _modified(
    terms: Terms, spot: Spot, phrases: Sequence[Phrase], usual: Sequence[Phrase], heads: set[str]
) -> Iterator[Drift]:
    """Phrases with the usual last word and another one before it: family debt, which is household debt elsewhere."""
    before = {token for p in usual for word in p.words[:-1] for token in word.tokens}
    known = any(weight >= LEAST for p in usual for weight in p.own[:-1])
    if not known or before & terms.tokens(spot):
        return
    for phrase in phrases:
        other = len(phrase.words) > 1 and heads.intersection(phrase.words[-1].tokens)
        earlier = phrase.words[0].start < usual[0].words[0].start and terms.once(usual[0])
        if other and not earlier and terms.once(phrase) and not _is_name(terms, phrase):
            own, text = terms.at(spot), terms.alignment.target.text
            new = phrase.part(len(phrase.words) - 2, len(phrase.words))
            if new.before and not terms.named.is_introduced(new.before):
                continue  # "in 2014 telling guards"
            yield Drift(spot.bead, (own[0].start, own[-1].end), new.span, text[slice(*usual[0].span)])


def _heads(phrases: Sequence[Phrase]) -> set[str]:
    """Tokens of what the phrases say that the term is: of their last words, but for a first word that stands alone as well."""
    firsts = {token for p in phrases if len(p.words) > 1 for word in p.words[:-1] for token in word.tokens}
    return {token for p in phrases for token in p.words[-1].tokens if len(p.words) > 1 or token not in firsts}


def _rendering(phrase: Phrase, terms: Terms, spot: Spot) -> Phrase:
    """The words of a phrase that render the term: those that are linked to it, and as many beside them as it has parts."""
    linked = [n for n, weight in enumerate(phrase.own) if weight >= LEAST]
    first, last = linked[0], linked[-1] + 1
    size = terms.cut.parts("".join(word.text for word in terms.at(spot)))
    verbal = [terms.named.is_verbal(word.text) for word in phrase.words]
    while last - first < size and last < len(phrase.words) and not verbal[last]:
        last += 1
    while last - first < size and first > 0 and not verbal[first - 1]:
        first -= 1
    return phrase.part(first, last)


def _begun(phrase: Phrase, usual: frozenset[str]) -> Phrase:
    """The phrase from the first word that the usual ones have too."""
    first = next((n for n, word in enumerate(phrase.words) if usual.intersection(word.tokens)), 0)
    return phrase.part(first, len(phrase.words))


def _stands_for(
    terms: Terms, spot: Spot, new: Phrase, usual: Sequence[Phrase], words: frozenset[str], here: frozenset[str]
) -> bool:
    """Whether a phrase stands for the term instead of the usual ones."""
    if len(new.words) < 2 or terms.named.is_anaphor(new.before, new.words[-1].text):
        return False
    if not any(_same_sort(terms, new, p) for p in usual) or any(_related(new, p) for p in usual):
        return False
    if words.intersection(new.words[0].tokens):
        if len(usual) < OFTEN:
            return False
        known = new.own[-1] >= LEAST and all(p.own[-1] < LEAST for p in usual)  # then the usual one is the odd one
        elsewhere = terms.renders_part(spot, new.words[-1]) or (len(terms.at(spot)) > 1 and terms.has_head(spot, new))
        return any(p.whole for p in usual) and not known and not elsewhere
    if words & here or terms.has_pronoun(spot) or _is_name(terms, new):
        return False
    apart = terms.distance(spot, new)
    return apart is not None and apart <= APART


def _same_sort(terms: Terms, a: Phrase, b: Phrase) -> bool:
    """Whether both are common nouns, or both names of bodies of one kind."""
    one, other = ([w.text for w in p.words] for p in (a, b))
    names = [words[-1][:1].isupper() for words in (one, other)]
    if not any(names):
        return True
    kinds = [terms.named.kind(words) for words in (one, other)]
    return all(names) and kinds[0] is not None and kinds[0] == kinds[1]


def _is_name(terms: Terms, phrase: Phrase) -> bool:
    """Whether a phrase is a name by its capital, which is a body's if a term's at all."""
    return phrase.words[-1].text[:1].isupper() and terms.inside(phrase.words[-1])


def _related(a: Phrase, b: Phrase) -> bool:
    """Whether the last words are forms of one."""
    one, other = (p.words[-1].text.lower() for p in (a, b))
    size = min(ALIKE, len(one), len(other))
    return one[:size] == other[:size] or sorted(one) == sorted(other)  # center, centre


def _drift(
    terms: Terms,
    spots: Sequence[Spot],
    spot: Spot,
    new: Phrase,
    every: Sequence[Phrase],
    words: frozenset[str],
) -> Iterator[Drift]:
    """What is said: the rarer of the two phrases is wrong, of two that come once the later one.

    Nothing where that is the one that a lexicon knows, so that the earlier may be of something else.
    """
    text = terms.alignment.target.text
    usual = next((p for p in every if p.whole), every[0])
    if new.words[0].start < usual.words[0].start and terms.once(usual):
        if not words.intersection(new.words[0].tokens) or usual.own[-1] >= LEAST > new.own[-1]:
            return
        new, usual = usual, new
        bead = next(k for k, b in enumerate(terms.alignment.beads) if new.words[0].segment in b.target)
        spot = next(other for other in spots if other.bead == bead)
    own = terms.at(spot)
    yield Drift(spot.bead, (own[0].start, own[-1].end), new.span, text[slice(*usual.span)])

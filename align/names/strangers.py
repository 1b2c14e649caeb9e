"""Persons in the place of others: whom the other side of a bead names and nothing heard explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.lang.base.names.hearing import Hearing
from align.names.inventory import Names
from align.names.persons import addressed, titled, unrendered_persons, worded
from align.names.texts import Texts, Word
from align.names.unpaired import Left

ALIEN = -3.0
"""Log ratio below which a name cannot be meant for a word."""
SOUNDS = 0.0
"""Log ratio from which a name may be meant for a word, however oddly it is spelt."""
FAMILY = 9
"""Characters between a given name and its family name: von der, an initial."""
PART = 5
"""Letters of a part of a name with a hyphen that can be told from another's."""
WORDS = 3
"""Words of a person's name in a row."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stranger:
    """A person whom a bead of the other side names and nothing heard explains."""

    start: int
    end: int
    meant: str = ""
    """The heard name that the article has for that person elsewhere."""
    titled: bool = False
    """A title stands before the name, and nothing else tells that it is one."""


def others(names: Names, bead: int, free: Sequence[Left]) -> Iterator[tuple[Word, tuple[int, int, str]]]:
    """The heard persons of a bead whom nothing renders, each with who stands in that place: start, end, and who that is.

    They must not sound alike. `free` is what nothing heard explains.
    """
    texts, links, hearing = names.texts[bead], names.links[bead], names.hearing
    taken: list[Word] = []
    for someone in sorted(_strangers(names, bead, free), key=lambda s: (not s.meant, s.start)):
        tokens = [t.text for t in texts.tokens if someone.start <= t.start < someone.end] or [
            texts.spelling(someone.start, someone.end)
        ]
        words = (
            []
            if _heard(tokens[-1], texts.words, hearing)
            else unrendered_persons(texts, links, hearing, rare=not someone.titled)
        )
        for word in words:
            named = titled(texts.words, texts.words.index(word), hearing)
            bearer = bool(someone.meant) and hearing.bears(word.text, tokens[0]) and bool(hearing.full_name(word.text))
            if word in taken or not (named or bearer or not (someone.meant or someone.titled)):
                continue
            if someone.meant and not bearer and word.text[:2] == someone.meant[:2]:
                continue  # a variant of the name: 캐버노 and 캐버노프
            root = hearing.stem(word.text)
            if not hearing.may_be_person(root) or worded(root, hearing):
                continue
            if hearing.searches and not (hearing.family(root) and hearing.full_name(word.text) == root):
                continue
            if hearing.ratios([(root, "".join(tokens))])[0] < ALIEN:
                taken.append(word)
                yield word, (someone.start, someone.end, someone.meant)
                break


def _strangers(names: Names, bead: int, free: Sequence[Left]) -> Iterator[Stranger]:
    """Whom nothing heard names: persons of the article, full names of the heard language's people, names behind a title."""
    texts, links, hearing = names.texts[bead], names.links[bead], names.hearing
    found = [
        Stranger(t.start, t.end, t.known[0])
        for t in free
        if t.sure and not t.near and t.kind in ("", "person") and t.known
    ]
    left = {there.start for there in free if not there.sure}
    for family, given in pairwise(texts.tokens):
        if (
            given.start - family.end == 1
            and given.start in left
            and (
                family.start in left
                or (family.common and all(not k.spelt[0] <= family.start < k.spelt[1] for k in links))
            )
            and hearing.is_given(given.text)
            and hearing.is_family(family.text)
            and not any(hearing.bears(w.text, family.text) and _alone(w, hearing) for w in texts.words)
        ):
            found.append(Stranger(family.start, given.end))
    yield from found
    for stranger in _behind_titles(texts, left, hearing):
        if all(stranger.end <= s.start or s.end <= stranger.start for s in found):
            yield stranger


def _alone(word: Word, hearing: Hearing) -> bool:
    """Whether a word is a family name alone, with or without a form of address."""
    return _ends(word.text[len(hearing.family(word.text)) :], hearing)


def _behind_titles(texts: Texts, left: set[int], hearing: Hearing) -> Iterator[Stranger]:
    """Names that nothing in the bead sounds like, right behind a title with a capital: Chair Janet Yellen."""
    tokens = texts.tokens
    for k, title in enumerate(tokens[:-1]):
        if not hearing.spelling.is_title(title.text):
            continue
        run: list[Word] = []
        for token in tokens[k + 1 : k + 1 + WORDS]:
            last = run[-1] if run else title
            if token.start - last.end > (1 if run else 2) or token.start not in left or token.common:
                break
            run.append(token)
        behind = tokens[k + 1 + len(run) : k + 2 + len(run)]
        gap = 1 if len(run) > 1 else FAMILY  # Hosni of Hosni Mubarak is none, nor Ursula of Ursula von der Leyen
        whole = run and not (behind and behind[0].start - run[-1].end <= gap)
        if whole and not any(_heard(token.text, texts.words, hearing) for token in run):
            yield Stranger(run[0].start, run[-1].end, titled=True)


def _heard(spelt: str, words: Sequence[Word], hearing: Hearing) -> bool:
    """Whether some word, or the given name in it, sounds like a spelt one or like a long part of it."""
    roots = [hearing.stem(w.text) for w in words]
    starts = [w.text for w in words] + [given for root in roots if (given := root[len(hearing.family(root)) :])]
    parts = {spelt, *(part for part in spelt.split("-") if len(part) >= PART)}
    sounds = hearing.hear((start, part) for start in starts for part in parts)
    return any(
        sound.score > SOUNDS and sound.size > 1 and _ends(start[sound.size :], hearing)
        for (start, _), sound in sounds.items()
    )


def _ends(rest: str, hearing: Hearing) -> bool:
    return hearing.follows(rest) or hearing.is_honorific(rest)


def other_families(names: Names, bead: int) -> Iterator[tuple[str, Span, Span]]:
    """A family name alone, with its title, where the other side has another one: 박 의원 and Rep. Choi. One of each, no more."""
    texts, links, hearing = names.texts[bead], names.links[bead], names.hearing
    words = texts.words
    heard = [
        (w, family)
        for k, w in enumerate(words)
        if (family := hearing.family(w.text))
        and addressed(family, w, words[k + 1 : k + 2], hearing)
        and not hearing.is_title(w.text)
        and all(
            w.end <= a or b <= w.start for a, b in (*(k.heard for k in links), *((s.start, s.end) for s in texts.heard))
        )
    ]
    left = {there.start for there in names.unexplained[bead] if not there.near}
    bearers = names.families()
    known = {hearing.family(link.name) for own in names.links for link in own if link.family}
    heard = [(w, family) for w, family in heard if family in known or not hearing.is_determiner(family)]
    tokens = texts.tokens
    spelt = [
        t
        for k, t in enumerate(tokens)
        if t.start in left
        and hearing.is_family(t.text)
        and not (tokens[k + 1 : k + 2] and tokens[k + 1].start - t.end == 1)
        and (_behind_title(tokens, k, hearing) or hearing.spelling.plain(t.text) in bearers)
    ]
    if len(heard) == len(spelt) == 1:
        (word, family), token = heard[0], spelt[0]
        if hearing.is_another(family, token.text) and not any(hearing.bears(w.text, token.text) for w in words):
            yield family, (word.start, word.start + len(family)), (token.start, token.end)


def _behind_title(tokens: Sequence[Word], k: int, hearing: Hearing) -> bool:
    return k > 0 and tokens[k].start - tokens[k - 1].end <= len(". ") and hearing.spelling.is_title(tokens[k - 1].text)


def other_given(names: Names, bead: int) -> Iterator[tuple[str, Span, Span]]:
    """Persons whose family name is there with another given name: 김소월 and Kim Chun-su. The name, where it and the other stand."""
    texts, links, hearing = names.texts[bead], names.links[bead], names.hearing
    left = {left.start for left in names.unexplained[bead]}
    for family, given in pairwise(texts.tokens):
        if given.start - family.end != 1 or given.start not in left or not hearing.is_given(given.text):
            continue
        own = next((link for link in links if link.spelt[0] <= family.start < link.spelt[1]), None)
        if own is not None:
            if own.kind == "person" and own.spelt == (family.start, family.end):
                yield own.name, own.heard, (family.start, given.end)
            continue
        bearers = [
            (w.start, name)
            for w in texts.words
            if hearing.bears(w.text, family.text)
            and (name := hearing.full_name(w.text))
            and not any(a <= w.start < b for a, b in (link.heard for link in links))
        ]
        if len(bearers) == 1:
            start, name = bearers[0]
            yield name, (start, start + len(name)), (family.start, given.end)

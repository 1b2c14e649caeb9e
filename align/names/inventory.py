"""The names of an article: which are rendered where, how, and what is left over on either side of a bead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from align.lang.base.names.hearing import Heard, Hearing
from align.model import Alignment, Mention
from align.names.links import Link, links
from align.names.persons import addressed
from align.names.searching import searched
from align.names.sides import heard
from align.names.texts import Texts, Word, texts
from align.names.unpaired import Left, left

SOUNDS = 3.0
"""Log ratio from which a token beside no other name is a family name that is spelt in a way of its own."""


@dataclass(frozen=True, slots=True)
class Names:
    """All names of an article."""

    heard: str
    """"source" or "target": the side whose names are heard; the other one spells them."""
    hearing: Hearing
    texts: tuple[Texts, ...]
    links: tuple[tuple[Link, ...], ...]
    """Of each bead."""
    unrendered: tuple[tuple[Left, ...], ...]
    """Heard names of each bead that nothing there renders."""
    unexplained: tuple[tuple[Left, ...], ...]
    """Names of the other side of each bead that nothing heard explains."""
    sounds: dict[tuple[str, str], Heard]
    renderings: dict[str, tuple[str, ...]]
    """How each heard name is rendered in the article, the usual form first."""

    def knows(self, name: Left) -> bool:
        """Whether a name that is left over somewhere is rendered elsewhere in the article."""
        rendered = {link.name for bead in self.links for link in bead}
        return name.name in rendered or bool(rendered & set(name.known))

    def forms(self, word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The names that a heard word may be, with their renderings in the article, the longest first."""
        for name in sorted(self.renderings, key=len, reverse=True):
            if len(name) > 1 and word.startswith(name) and self.hearing.follows(word[len(name) :]):
                yield name, self.renderings[name]

    def owners(self) -> dict[str, str]:
        """For each plain rendering the heard name that it sounds most like in the article."""
        best: dict[str, Link] = {}
        for bead in self.links:
            for link in bead:
                plain = self.hearing.spelling.plain(link.form)
                if plain not in best or link.score > best[plain].score:
                    best[plain] = link
        return {plain: link.name for plain, link in best.items()}

    def families(self) -> frozenset[str]:
        """How the family names of the article's persons are spelt, plain."""
        plain = self.hearing.spelling.plain
        return frozenset(plain(link.family) for bead in self.links for link in bead if link.family)

    def rendered(self) -> dict[tuple[str, str], list[Link]]:
        """The links of each heard name, by the name and what follows it in its word, in text order."""
        found: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for bead in self.links:
            for link in bead:
                name = link.name if link.kind == "person" else link.written
                found[name, link.tail].append(link)
        return found


def names(
    alignment: Alignment,
    mentions: dict[str, Sequence[Sequence[Mention]]],
) -> Names | None:
    """The names of an alignment; None where neither side has names that can be heard in the other's language."""
    known = heard(alignment.source.lang, alignment.target.lang)
    if known is None:
        return None
    side, hearing = known
    every = texts(alignment, side, mentions, hearing)
    linked, sounds = links(every, hearing, lambda bead: searched(bead, hearing))
    if hearing.searches and (bearers := _bearers(linked, hearing)):
        linked, sounds = links(every, hearing, lambda bead: searched(bead, hearing, bearers))
    here, there = (alignment.source.text, alignment.target.text)[:: 1 if side == "source" else -1]
    found = tuple(
        tuple(replace(link, form=there[slice(*link.spelt)], written=here[slice(*link.heard)]) for link in bead)
        for bead in _with_families(every, linked, sounds, hearing)
    )
    return Names(side, hearing, every, found, *left(every, found, sounds, hearing), sounds, _renderings(found))


def _bearers(found: Sequence[Sequence[Link]], hearing: Hearing) -> dict[str, list[str]]:
    """The persons who are rendered in full, by their family names."""
    names = dict.fromkeys(link.name for bead in found for link in bead if link.kind == "person")
    bearers: dict[str, list[str]] = defaultdict(list)
    for name in names:
        bearers[hearing.family(name)].append(name)
    return bearers


def _renderings(found: Sequence[Sequence[Link]]) -> dict[str, tuple[str, ...]]:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for own in found:
        for link in own:
            if link.kind in ("", "person"):
                forms[link.name][link.form] += 1
    return {name: tuple(form for form, _ in counts.most_common()) for name, counts in forms.items()}


def _with_families(
    every: Sequence[Texts],
    found: Sequence[tuple[Link, ...]],
    sounds: dict[tuple[str, str], Heard],
    hearing: Hearing,
) -> tuple[tuple[Link, ...], ...]:
    """The links with those of persons who are named by the family name alone."""
    plain = hearing.spelling.plain
    persons: dict[str, list[Link]] = defaultdict(list)
    for own in found:
        for link in own:
            if link.kind == "person" and link.family:
                persons[hearing.family(link.name)].append(link)
    spelt = {plain(part) for own in found for link in own for part in (link.family, *link.form.split())}
    grown = []
    for bead, own in zip(every, found, strict=True):
        more = [_as_person(link, persons, hearing) for link in own]
        taken = [link.spelt for link in own]
        for k, word in enumerate(bead.words):
            family = hearing.family(word.text)
            person = _person(word, family, persons, more, hearing)
            if person is None:
                continue
            free = [t for t in bead.tokens if all(t.end <= a or b <= t.start for a, b in taken)]
            right = [t for t in free if plain(t.text) == plain(person.family)]
            near = [t for t in free if _may_be(family, t, hearing)]
            if not near and addressed(family, word, bead.words[k + 1 : k + 2], hearing):
                near = [t for t in free if _sounds(family, t, sounds) and plain(t.text) not in spelt]
            for token in right or near[:1]:
                size = len(person.name) if word.text.startswith(person.name) else len(family)
                more.append(
                    replace(
                        person,
                        bead=bead.bead,
                        heard=(word.start, word.start + size),
                        spelt=(token.start, token.end),
                        family=token.text,
                    )
                )
                taken.append((token.start, token.end))
        grown.append(tuple(sorted(more, key=lambda link: link.spelt)))
    return tuple(grown)


def _as_person(link: Link, persons: dict[str, list[Link]], hearing: Hearing) -> Link:
    """A link by sound of a family name alone as that of its bearer: 남궁, whose long name is heard like any other."""
    if link.kind or link.name not in persons or hearing.family(link.name) != link.name:
        return link
    known = persons[link.name]
    bearer = next((k for k in reversed(known) if k.heard[0] < link.heard[0]), known[0])
    return replace(bearer, bead=link.bead, heard=link.heard, spelt=link.spelt, family=link.form, score=link.score)


def _may_be(family: str, token: Word, hearing: Hearing) -> bool:
    """Whether a token is some spelling of a family name; So and In at the beginning of a sentence are none."""
    return hearing.spelling.plain(token.text) in hearing.spellings(family) and not (token.common and token.first)


def _sounds(family: str, token: Word, sounds: dict[tuple[str, str], Heard]) -> bool:
    """Whether a token that is no word sounds like a family name, however its bearers spell it: Hahm, Mah."""
    sound = sounds.get((family, token.text))
    return sound is not None and sound.score >= SOUNDS and not token.common


def _person(
    word: Word, family: str, persons: dict[str, list[Link]], own: Sequence[Link], hearing: Hearing
) -> Link | None:
    """The person that a word names whom no link of the bead has: by the full name, or by the family name."""
    known = persons.get(family)
    if not known or hearing.is_title(word.text) or any(a <= word.start < b for a, b in (link.heard for link in own)):
        return None
    for link in known:
        if word.text.startswith(link.name) and hearing.follows(word.text[len(link.name) :]):
            return link
    rest = word.text[len(family) :]
    if rest and not hearing.is_honorific(rest):
        return None
    before = [link for link in known if link.heard[0] < word.start]
    return (before or known)[-1 if before else 0]

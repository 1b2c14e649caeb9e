"""The names of an article: which are rendered where, how, and what is left over on either side of a bead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from align.model import Alignment, Mention
from align.names.links import Link, links
from align.names.sounds import Heard, follows, letters
from align.names.surnames import spellings
from align.names.texts import Texts, Word, texts
from align.names.unpaired import Left, left

HONORIFIC = "씨"


@dataclass(frozen=True, slots=True)
class Names:
    """All names of an article; `korean` tells which side is Korean."""

    korean: str
    texts: tuple[Texts, ...]
    links: tuple[tuple[Link, ...], ...]
    """Of each bead."""
    unrendered: tuple[tuple[Left, ...], ...]
    """Korean names of each bead."""
    unexplained: tuple[tuple[Left, ...], ...]
    """Latin names of each bead."""
    sounds: dict[tuple[str, str], Heard]
    spelt: dict[str, tuple[str, ...]]
    """How each Korean name is rendered in the article, the usual form first."""

    def knows(self, name: Left) -> bool:
        """Whether a name that is left over somewhere is rendered elsewhere in the article."""
        rendered = {link.name for bead in self.links for link in bead}
        return name.name in rendered or bool(rendered & set(name.known))

    def forms(self, word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The names that a Hangul word may be, with their renderings in the article, the longest first."""
        for name in sorted(self.spelt, key=len, reverse=True):
            if len(name) > 1 and word.startswith(name) and follows(word[len(name) :]):
                yield name, self.spelt[name]

    def owners(self) -> dict[str, str]:
        """For each rendering, in a-z, the Korean name that it sounds most like in the article."""
        best: dict[str, Link] = {}
        for bead in self.links:
            for link in bead:
                plain = letters(link.spelt)
                if plain not in best or link.score > best[plain].score:
                    best[plain] = link
        return {plain: link.name for plain, link in best.items()}

    def rendered(self) -> dict[tuple[str, str], list[Link]]:
        """The links of each Korean name, by the name and what follows it in its word, in text order."""
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
    """The names of an alignment with one Korean side; None where there is none."""
    langs = {side: getattr(alignment, side).lang.split("-")[0] for side in ("source", "target")}
    if sorted(lang == "ko" for lang in langs.values()) != [False, True]:
        return None
    korean = "source" if langs["source"] == "ko" else "target"
    latin = "target" if korean == "source" else "source"
    every = texts(alignment, korean, mentions)
    linked, sounds = links(every)
    here, there = getattr(alignment, korean).text, getattr(alignment, latin).text
    found = tuple(
        tuple(replace(link, spelt=there[slice(*link.latin)], written=here[slice(*link.hangul)]) for link in bead)
        for bead in _with_families(every, linked)
    )
    return Names(korean, every, found, *left(every, found, sounds), sounds, _spelt(found))


def _spelt(found: Sequence[Sequence[Link]]) -> dict[str, tuple[str, ...]]:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for own in found:
        for link in own:
            if link.kind in ("", "person"):
                forms[link.name][link.spelt] += 1
    return {name: tuple(form for form, _ in counts.most_common()) for name, counts in forms.items()}


def _with_families(every: Sequence[Texts], found: Sequence[tuple[Link, ...]]) -> tuple[tuple[Link, ...], ...]:
    """The links with those of persons who are named by the family name alone."""
    persons: dict[str, list[Link]] = defaultdict(list)
    for own in found:
        for link in own:
            if link.kind == "person" and link.family:
                persons[link.name[0]].append(link)
    grown = []
    for bead, own in zip(every, found, strict=True):
        more = list(own)
        taken = [link.latin for link in own]
        for word in bead.words:
            person = _person(word, persons, more)
            if person is None:
                continue
            free = [t for t in bead.tokens if all(t.end <= a or b <= t.start for a, b in taken)]
            right = [t for t in free if letters(t.text) == letters(person.family)]
            near = [t for t in free if _may_be(word.text[0], t)]
            for token in right or near[:1]:
                size = len(person.name) if word.text.startswith(person.name) else 1
                more.append(
                    replace(
                        person,
                        bead=bead.bead,
                        hangul=(word.start, word.start + size),
                        latin=(token.start, token.end),
                        family=token.text,
                    )
                )
                taken.append((token.start, token.end))
        grown.append(tuple(sorted(more, key=lambda link: link.latin)))
    return tuple(grown)


def _may_be(family: str, token: Word) -> bool:
    """Whether a token is some spelling of a family name; So and In at the beginning of a sentence are none."""
    return letters(token.text) in spellings().get(family, ()) and not (token.common and token.first)


def _person(word: Word, persons: dict[str, list[Link]], own: Sequence[Link]) -> Link | None:
    """The person that a Hangul word names whom no link of the bead has: by the full name, or by the family name."""
    known = persons.get(word.text[0])
    if not known or any(a <= word.start < b for a, b in (link.hangul for link in own)):
        return None
    for link in known:
        if word.text.startswith(link.name) and follows(word.text[len(link.name) :]):
            return link
    rest = word.text[1:]
    if rest and not (rest.startswith(HONORIFIC) and follows(rest[1:])):
        return None
    before = [link for link in known if link.hangul[0] < word.start]
    return (before or known)[-1 if before else 0]

"""The names of an article: which are rendered where, how, and what is left over on either side of a bead."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from align.model import Alignment, Mention
from align.names.article import Texts, Word, texts
from align.names.gazetteer import Spot
from align.names.pairing import Link, links, same
from align.names.sounds import Heard, follows, letters
from align.names.surnames import spellings

HONORIFIC = "씨"
HEARD = 3.0
"""Log ratio from which a word beside explains a token."""


SETTLEMENTS = frozenset({"city", "county", "district", "region"})


@dataclass(frozen=True, slots=True)
class Left:
    """A name that nothing on the other side of its bead, or of the beads beside it, renders."""

    start: int
    end: int
    name: str
    kind: str
    sure: bool
    """It is a name beyond doubt: of the gazetteer, or rendered elsewhere in the article."""
    known: tuple[str, ...] = ()
    """How the article or the gazetteer writes it in the other language."""
    near: bool = False
    """A bead beside it has the counterpart, for its own name."""


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
    found, sounds = links(every)
    here, there = getattr(alignment, korean).text, getattr(alignment, latin).text
    found = tuple(
        tuple(replace(link, spelt=there[slice(*link.latin)], written=here[slice(*link.hangul)]) for link in bead)
        for bead in _with_families(every, found)
    )
    return Names(korean, every, found, *_left(every, found, sounds), sounds)


def _with_families(
    every: Sequence[Texts], found: Sequence[tuple[Link, ...]]
) -> tuple[tuple[Link, ...], ...]:
    """The links with those of persons who are named by the family name alone."""
    persons: dict[str, list[Link]] = defaultdict(list)
    for bead in found:
        for link in bead:
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
                        person, bead=bead.bead, hangul=(word.start, word.start + size), latin=(token.start, token.end),
                        family=token.text,
                    )
                )  # fmt: skip
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


def _left(
    every: Sequence[Texts], found: Sequence[tuple[Link, ...]], sounds: dict[tuple[str, str], Heard]
) -> tuple[tuple[tuple[Left, ...], ...], tuple[tuple[Left, ...], ...]]:
    """Of each bead the Korean names without a rendering there or beside it, and the Latin ones without a Korean name."""
    known: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, str] = {}
    for bead in found:
        for link in bead:
            known[link.name][link.spelt] += 1
            kinds.setdefault(link.name, link.kind)
    spelt = {letters(form): name for name, forms in known.items() for form in forms}
    by_start: dict[str, list[str]] = defaultdict(list)
    for name in known:
        if len(name) > 1:
            by_start[name[:2]].append(name)
    unrendered, unexplained = [], []
    whole = _whole(every, found)
    for k, bead in enumerate(every):
        beside = [other for other in (k - 1, k + 1) if 0 <= other < len(every)]
        around = [every[other] for other in beside], [link for other in beside for link in found[other]]
        unrendered.append(tuple(_unrendered(bead, found[k], around, known, kinds, by_start, whole)))
        unexplained.append(tuple(_unexplained(bead, found[k], around, spelt, sounds, whole)))
    return tuple(unrendered), tuple(unexplained)


def _whole(every: Sequence[Texts], found: Sequence[Sequence[Link]]) -> dict[str, set[str]]:
    """For each name what stands right beside its renderings: names in Hangul, and tokens in a-z; 두산 and 베어스 are one."""
    mates: dict[str, set[str]] = defaultdict(set)
    for bead, links in zip(every, found, strict=True):
        for link in links:
            if link.kind and link.kind != "person":
                continue
            for token in bead.tokens:
                if not token.common and 0 <= max(token.start - link.latin[1], link.latin[0] - token.end) <= 1:
                    mates[link.name].add(letters(token.text))
            for other in links:
                if other is not link and 0 <= max(other.latin[0] - link.latin[1], link.latin[0] - other.latin[1]) <= 1:
                    mates[link.name].add(other.name)
    return mates


Around = tuple[Sequence[Texts], Sequence[Link]]
"""The beads beside a bead, and their links."""


def _unrendered(
    bead: Texts, own: Sequence[Link], around: Around, known: dict[str, Counter[str]], kinds: dict[str, str],
    by_start: dict[str, list[str]], whole: dict[str, set[str]],
) -> Iterator[Left]:  # fmt: skip
    beside, there = around
    tokens = {letters(t.text) for t in bead.tokens}
    tokens_beside = {letters(t.text) for other in beside for t in other.tokens}
    weak = {link.hangul for link in own if link.kind == "country" and _capital(bead, link)}
    taken = [link.hangul for link in own if link.hangul not in weak]
    for spot in bead.hangul:
        if any(a < spot.end and spot.start < b for a, b in taken):
            continue
        said, asked = (sum(same(spot, other) for other in side) for side in (bead.latin, bead.hangul))
        if (said >= asked or said and spot.entry.kind not in SETTLEMENTS) and (spot.start, spot.end) not in weak:
            continue
        name = spot.entry.source[0]
        near = bool(said) or any(same(spot, s) for other in beside for s in other.latin)
        yield Left(spot.start, spot.end, name, spot.entry.kind, not spot.entry.doubtful or name in known, spot.entry.target, near)
        taken.append((spot.start, spot.end))
    for word in bead.words:
        if any(a < word.end and word.start < b for a, b in taken):
            continue
        for name in by_start.get(word.text[:2], ()):
            if word.text.startswith(name) and follows(word.text[len(name) :]):
                forms = known[name]
                if not any(_has(form, tokens) for form in forms) and not whole[name] & tokens:
                    near = any(_has(form, tokens_beside) for form in forms)
                    usual = tuple(form for form, _ in forms.most_common())
                    yield Left(word.start, word.start + len(name), name, kinds[name], True, usual, near)
                break


def _capital(bead: Texts, link: Link) -> bool:
    """Whether a country is rendered by its capital alone."""
    return any(
        link.latin == (spot.start, spot.end) and spot.entry.source[0] == link.name and link.spelt in spot.entry.capitals
        for spot in bead.latin
    )


def _has(form: str, tokens: set[str]) -> bool:
    """Whether some word of a rendering is among the tokens."""
    return any(letters(part) in tokens for part in re.split(r"[\s-]", form)) or letters(form) in tokens


def _unexplained(
    bead: Texts, own: Sequence[Link], around: Around, spelt: dict[str, str], sounds: dict[tuple[str, str], Heard],
    whole: dict[str, set[str]],
) -> Iterator[Left]:  # fmt: skip
    beside, there = around
    parts = {letters(part) for link in own for part in re.split(r"[\s-]", link.spelt)}
    parts_beside = {letters(part) for link in there for part in re.split(r"[\s-]", link.spelt)}
    taken = [link.latin for link in own]
    for spot in bead.latin:
        if any(a < spot.end and spot.start < b for a, b in taken) or any(same(spot, other) for other in bead.hangul):
            continue
        taken.append((spot.start, spot.end))
        if spot.generic:
            continue
        near = any(same(spot, s) for other in beside for s in other.hangul)
        yield Left(spot.start, spot.end, spot.entry.target[0], spot.entry.kind, True, spot.entry.source, near)
    latin = bead.own.union(*(other.own for other in beside))
    words = {w.text for other in (bead, *beside) for w in other.words}
    for token in bead.tokens:
        if any(a < token.end and token.start < b for a, b in taken):
            continue
        plain = letters(token.text)
        if token.text.lower() in latin or plain in parts or len(plain) < 2:
            continue
        name = spelt.get(plain, "")
        if not name and token.common:
            continue
        if name and (whole[name] & {letters(own) for own in bead.own} or any(w.text.startswith(mate) for w in bead.words for mate in whole[name])):
            continue
        near = plain in parts_beside or any(
            (h := sounds.get((w, token.text))) is not None and h.score > HEARD for w in words
        )
        yield Left(token.start, token.end, name or token.text, "", bool(name), (name,) if name else (), near)

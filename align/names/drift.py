"""One name, one spelling: renderings of a name that differ within an article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.names.inventory import Names
from align.names.likeness import like
from align.names.links import GAZETTEER, Link
from align.names.persons import unheard
from align.names.texts import Texts
from align.names.unpaired import SETTLEMENTS

UNWRITTEN = frozenset({"agency", "organization", "union", "party", "media", "university", "index"})
"""Kinds of names that are translated, not spelt."""
SEVERAL = 2
"""Persons who share a spelling of their family name, from which another one is odd."""
VARIANT = 0.5
"""Likeness of two usual spellings of a place: Kiev and Kyiv, not Mumbai and Bombay."""
ADJECTIVE = 2
"""Letters by which an adjective is longer or shorter than its place: Catalan, Sicilian."""
BESIDE = 1.0
"""Log ratio from which two words beside a name and its rendering are parts of that name."""


@dataclass(frozen=True, slots=True)
class Drift:
    """A rendering that is spelt otherwise than most of the same name."""

    link: Link
    part: str
    """What is spelt otherwise, as it is written."""
    usual: str
    """How the rest spells it."""
    other: Link
    """One of the rest."""


def drifts(names: Names) -> Iterator[Drift]:
    """The renderings of `names` that differ from the majority, or from the first where there is none."""
    yield from _families(names)
    yield from _known(names)
    for links in names.rendered().values():
        if len(links) < 2:
            continue
        if links[0].kind == "person":
            yield from _differing(names, [(link, link.family) for link in links if link.family])
            given = [(link, _given(link, names.hearing.spelling.joints)) for link in links if link.family]
            yield from _differing(names, [(link, part) for link, part in given if part])
        elif any(link.score < GAZETTEER for link in links):
            if names.hearing.searches and not unheard(links[0].name, names.hearing.code):
                continue  # a loan word is heard like a name
            yield from _differing(names, [(link, link.form) for link in links])
        elif links[0].kind in SETTLEMENTS:
            yield from _variants(names, links)


def _variants(names: Names, links: Sequence[Link]) -> Iterator[Drift]:
    """Renderings of a place that are another usual spelling than the article has more often, or first: Kiev beside Kyiv."""
    spelling = names.hearing.spelling
    counts = Counter(spelling.plain(link.form) for link in links)
    right = counts.most_common(1)[0][0]
    first = next(link for link in links if spelling.plain(link.form) == right)
    for link in links:
        own = spelling.plain(link.form)
        one = " " not in link.form + first.form and abs(len(own) - len(right)) < ADJECTIVE
        if one and like(own, right, VARIANT) and not spelling.derived(own, right):
            yield Drift(link, link.form, first.form, first)


def _families(names: Names) -> Iterator[Drift]:
    """Family names that one person has otherwise than two or more others who all share a spelling."""
    plain, family = names.hearing.spelling.plain, names.hearing.family
    bearers: dict[str, dict[str, list[Link]]] = defaultdict(dict)
    for bead in names.links:
        for link in bead:
            if link.kind == "person" and link.family:
                bearers[family(link.name)].setdefault(link.name, []).append(link)
    for persons in bearers.values():
        forms = Counter(plain(links[0].family) for links in persons.values())
        usual, most = forms.most_common(1)[0]
        if len(forms) == 2 and most >= SEVERAL and len(persons) == most + 1:
            others = next(links for links in persons.values() if plain(links[0].family) == usual)
            for links in persons.values():
                if plain(links[0].family) != usual:
                    yield Drift(links[0], links[0].family, others[0].family, others[0])


def _known(names: Names) -> Iterator[Drift]:
    """Names of the gazetteer that are spelt nearly as it has them, where the article has them but once."""
    spelling = names.hearing.spelling
    counts = Counter((link.written, link.tail) for links in names.links for link in links)
    for texts, links in zip(names.texts, names.links, strict=True):
        for link in links:
            if link.kind or names.hearing.spells_itself(link.tail) or counts[link.written, link.tail] > 1:
                continue
            if _joined(texts, link, spelling.joints):
                continue
            spot = next(
                (s for s in texts.heard if (s.start, s.end) == link.heard and s.entry.kind not in UNWRITTEN), None
            )
            own = spelling.plain(link.form)
            sure = spot is not None and not (spot.entry.doubtful and spot.end - spot.start < 2)
            forms = [form for form in spot.entry.spelt if like(spelling.plain(form), own)] if spot and sure else []
            if forms and not any(spelling.derived(spelling.plain(form), own) for form in forms):
                yield Drift(link, link.form, forms[0], link)


def _joined(texts: Texts, link: Link, joints: str) -> bool:
    """Whether a rendering is a part of a longer name, in a text without words to tell that: チャッド・ハメル is no Chad."""
    start, end = link.spelt
    return any(
        at < place < at + len(text) and text[place - at] in joints
        for at, text in texts.pieces
        for place in (start - 1, end)
    )


def _given(link: Link, joints: str) -> str:
    """The given name of a person who is named in full, "" else; without what stands between the two names."""
    rest = link.form.replace(link.family, "", 1).strip(joints)
    return rest if rest != link.form else ""


def _differing(names: Names, parts: Sequence[tuple[Link, str]]) -> Iterator[Drift]:
    """Of the parts that are written in one script."""
    by_script: dict[str, list[tuple[Link, str]]] = defaultdict(list)
    for link, part in parts:
        by_script[names.hearing.spelling.script(part)].append((link, part))
    for own in by_script.values():
        yield from _in_one_script(names, own)


def _in_one_script(names: Names, parts: Sequence[tuple[Link, str]]) -> Iterator[Drift]:
    spelling = names.hearing.spelling
    plain = spelling.plain
    counts = Counter(plain(part) for _, part in parts)
    if len(counts) < 2:
        return
    known = [plain(part) for link, part in parts if link.score >= GAZETTEER]
    most = max(counts.values())
    usual, other = next(
        (part, link) for link, part in parts if plain(part) in known or (not known and counts[plain(part)] == most)
    )
    right = plain(usual)
    owners = names.owners()
    for link, part in parts:
        own = plain(part)
        if own == right or own in known or spelling.derived(own, right) or owners.get(own, link.name) != link.name:
            continue
        if not _others(names, parts, own, right) and (not known or like(own, right)):
            yield Drift(link, part, usual, other)


def _others(names: Names, parts: Sequence[tuple[Link, str]], own: str, usual: str) -> bool:
    """Whether two spellings of one word belong to different people: John McCain, Jon Huntsman."""
    plain = names.hearing.spelling.plain
    beside, there = (
        set().union(*(_beside(names, link) for link, part in parts if plain(part) == form)) for form in (own, usual)
    )
    return bool(beside and there and not beside & there)


def _beside(names: Names, link: Link) -> set[str]:
    """The heard words right before and right behind a name that sound like what stands there beside its rendering."""
    bead = names.texts[link.bead]
    found = set()
    for word in bead.words:
        for token in bead.tokens:
            before = word.end - link.heard[0] == -1 and token.end - link.spelt[0] == -1
            behind = word.start - link.heard[1] == 1 and token.start - link.spelt[1] == 1
            if before or behind:
                sound = names.sounds.get((word.text, token.text))
                if sound is not None and sound.score > BESIDE:
                    found.add(word.text[: sound.size])
    return found

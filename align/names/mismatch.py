"""A Korean name whose place in the translation another name has taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from align.lang.ko.tokens import stem
from align.names.drift import UNWRITTEN, derived
from align.names.inventory import Names
from align.names.links import Link
from align.names.persons import unrendered_persons
from align.names.romanisation import mccune
from align.names.sounds import LONG, follows, letters, like, ratios_of
from align.names.surnames import another, spellings, surname
from align.names.texts import Texts
from align.names.unpaired import SETTLEMENTS, Left

ALIEN = -3.0
"""Log ratio below which a name cannot be meant for a word."""
HALF = 0.5
"""Likeness of a place's name and a spelling where nothing else renders the place."""
NEAR = 1.2
"""Nats a letter below which a given name is spelt too oddly: 94 % of names with one syllable changed, 1.4 % of right ones."""
HOME, NEIGHBOURS = "한국", {"북한"}
"""Writers leave their own country out where translators name it; the North is another matter."""
LOOSE = frozenset({"continent", "landmark"})
"""Kinds that a translation names in many ways."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A Korean name and what stands for it; offsets of the two documents."""

    bead: int
    name: str
    hangul: tuple[int, int]
    latin: tuple[int, int]
    expected: str
    meant: str
    """The Korean name that the rendering is of, "" where none is known."""
    misspelt: bool = False
    """What stands for it is spelt nearly like its usual rendering."""


def mismatches(names: Names) -> Iterator[Mismatch]:
    """The mismatches of all beads: names left over on both sides, other family names, oddly spelt given names."""
    spelt = Counter((link.name, letters(link.spelt)) for bead in names.links for link in bead)
    owners = names.owners()
    for bead in names.texts:
        yield from _left_over(names, bead.bead)
        yield from _borrowed(names, bead, owners)
        yield from _half(names, bead.bead)
        for link in names.links[bead.bead]:
            if link.kind == "person" and link.family and spelt[link.name, letters(link.spelt)] < 2:
                yield from _person(link)


def _borrowed(names: Names, bead: Texts, owners: dict[str, str]) -> Iterator[Mismatch]:
    """Renderings that belong to another name of the article, which sounds a little like the one that the bead has."""
    for link in names.links[bead.bead]:
        owner = owners.get(letters(link.spelt), link.name)
        if link.kind or owner == link.name or owner.startswith(link.name) or link.name.startswith(owner):
            continue
        own = [form for form in names.spelt.get(link.name, ()) if owners.get(letters(form)) == link.name]
        if own and not any(word.text.startswith(owner) for word in bead.words):
            yield Mismatch(bead.bead, link.name, link.hangul, link.latin, own[0], owner)


def _left_over(names: Names, bead: int) -> Iterator[Mismatch]:
    free = list(names.unexplained[bead])
    for there in list(free):
        link = next((link for link in names.links[bead] if _confused(there, link)), None)
        if link is not None:
            free.remove(there)
            yield Mismatch(bead, link.name, link.hangul, (there.start, there.end), link.spelt, there.known[0])
    for here in names.unrendered[bead]:
        fitting = [
            (there, usual)
            for there in free
            if (usual := _fits(here, there)) is not None and not _begun(names.texts[bead], there)
        ]
        if not fitting:
            continue
        there, usual = min(fitting, key=lambda t: (t[0].near, t[0].kind != here.kind, t[0].start))
        free.remove(there)
        yield Mismatch(
            bead,
            here.name,
            (here.start, here.end),
            (there.start, there.end),
            usual,
            there.known[0] if there.sure and there.known else "",
            not there.sure,
        )
    yield from _slips(names, bead, free)
    people = [
        (t.start, t.end, t.known[0]) for t in free if t.sure and not t.near and t.kind in ("", "person") and t.known
    ]
    yield from _instead(names, bead, people, rare=False)
    yield from _instead(names, bead, list(_strangers(names, bead, free)), rare=True)
    yield from _glossed(names, bead)


def _begun(texts: Texts, there: Left) -> bool:
    """Whether a word begins as the Korean name of `there` does, which is then a variant of it: 캐버노 and 캐버노프."""
    beginnings = {known[:2] for known in there.known if there.sure and not there.kind}
    return any(word.text[:2] in beginnings for word in texts.words)


def _slips(names: Names, bead: int, free: list[Left]) -> Iterator[Mismatch]:
    """Tokens that nothing explains, written nearly as a name that the bead has once more than it renders it."""
    unknown = [left for left in free if not left.sure]
    if not unknown:
        return
    for word in names.texts[bead].words:
        if any(a < word.end and word.start < b for a, b in (link.hangul for link in names.links[bead])):
            continue
        for name, forms in names.forms(word.text):
            there = next((left for left in unknown if any(_slip(form, left.name) for form in forms)), None)
            if there is not None:
                unknown.remove(there)
                free.remove(there)
                yield Mismatch(
                    bead,
                    name,
                    (word.start, word.start + len(name)),
                    (there.start, there.end),
                    forms[0],
                    "",
                    misspelt=True,
                )
                break


def _slip(form: str, spelt: str) -> bool:
    own = [letters(part) for part in spelt.split("-")] + [letters(spelt)]
    parts = [letters(part) for part in form.split()]
    short = any(x.startswith(y) or y.startswith(x) for x in own for y in parts)
    return like(form, spelt, HALF) and not short and not any(derived(x, y) for x in own for y in parts)


def _instead(names: Names, bead: int, there: list[tuple[int, int, str]], rare: bool) -> Iterator[Mismatch]:
    """Korean names that nothing renders, with those that stand in their place; they must not sound alike."""
    words = unrendered_persons(names.texts[bead], names.links[bead], rare) if there else ()
    for word, (start, end, meant) in zip(words, sorted(there), strict=False):
        spelt = "".join(t.text for t in names.texts[bead].tokens if start <= t.start < end)
        if ratios_of([(stem(word.text), spelt)])[0] < ALIEN:
            yield Mismatch(bead, stem(word.text), (word.start, word.end), (start, end), "", meant)


def _strangers(names: Names, bead: int, free: list[Left]) -> Iterator[tuple[int, int, str]]:
    """Full names of Koreans that nothing in the Korean names: a family name with a given name in two syllables."""
    left = {there.start for there in free if not there.sure}
    for family, given in pairwise(names.texts[bead].tokens):
        if (
            given.start - family.end == 1
            and {family.start, given.start} <= left
            and "-" in given.text
            and surname(family.text)
        ):
            yield family.start, given.end, ""


def _glossed(names: Names, bead: int) -> Iterator[Mismatch]:
    """A body with the acronym of another one in brackets behind: the Coast Guard (KEPCO)."""
    spots = names.texts[bead].latin
    for left in names.unexplained[bead]:
        if left.kind in UNWRITTEN | {"company"}:
            link = next(
                (k for k in names.links[bead] if k.latin[0] - left.end == len(" (") and k.spelt.isupper()), None
            )
            if link is not None and len({s.entry.target for s in spots if s.start in (left.start, link.latin[0])}) > 1:
                yield Mismatch(bead, link.name, link.hangul, (left.start, left.end), "", left.known[0])


def _half(names: Names, bead: int) -> Iterator[Mismatch]:
    """Korean persons whose family name is there with another given name: 김소월 and Kim Chun-su."""
    texts, links = names.texts[bead], names.links[bead]
    left = {left.start for left in names.unexplained[bead]}
    for family, given in pairwise(texts.tokens):
        if given.start - family.end != 1 or given.start not in left or "-" not in given.text:
            continue
        own = next((link for link in links if link.latin[0] <= family.start < link.latin[1]), None)
        if own is not None:
            if own.kind == "person" and own.latin == (family.start, family.end):
                yield Mismatch(bead, own.name, own.hangul, (family.start, given.end), "", "")
            continue
        bearers = [
            w
            for w in texts.words
            if letters(family.text) in spellings().get(w.text[0], ())
            and _full(w.text)
            and not any(a <= w.start < b for a, b in (link.hangul for link in links))
        ]
        if len(bearers) == 1:
            word = bearers[0]
            yield Mismatch(bead, word.text[:3], (word.start, word.start + 3), (family.start, given.end), "", "")


def _full(word: str) -> bool:
    """Whether a word may be a Korean's full name and a particle."""
    return len(word) >= 3 and follows(word[3:])


def _fits(here: Left, there: Left) -> str | None:
    """The usual rendering of `here` where an editor would say that `there` stands in its place; None else."""
    if here.name in there.known or not here.known:
        return None
    if not there.sure:
        if here.kind in UNWRITTEN:
            return None
        alike = [form for form in here.known if _misspelt(form, there.name, here.kind)]
        return alike[0] if alike and (here.sure or here.kind in SETTLEMENTS) else None
    a, b = _sort(here.kind), _sort(there.kind)
    if HOME in there.known and here.name not in NEIGHBOURS:
        return None
    if a == b and a not in LOOSE:
        return here.known[0] if here.sure or a == "settlement" else None
    if here.near or (there.near and there.kind in LOOSE) or "continent" in (a, b):
        return None
    if b == "country":  # British is an adjective of anything
        return here.known[0] if a == "settlement" else None
    return here.known[0] if here.sure or (a, b) == ("country", "settlement") else None


def _confused(there: Left, link: Link) -> bool:
    """Whether a place that nothing in the Korean names is written nearly as one that is named: Chungju beside Cheongju."""
    return (
        there.sure
        and not there.near
        and there.kind in SETTLEMENTS
        and link.kind in SETTLEMENTS
        and like(there.name, link.spelt)
    )


def _misspelt(form: str, spelt: str, kind: str) -> bool:
    """Whether `spelt` is meant for `form`: nearly it, no adjective of it and no part of it."""
    parts = [letters(part) for part in form.split()]
    own = [letters(part) for part in spelt.split("-")]
    near = like(form, spelt) or (kind in SETTLEMENTS and like(form, spelt, HALF))
    return near and not any(x == y or derived(x, y) for x in parts for y in [*own, letters(spelt)])


def _sort(kind: str) -> str:
    return "settlement" if kind in SETTLEMENTS else kind or "person"


def _person(link: Link) -> Iterator[Mismatch]:
    known = letters(link.family) in spellings().get(link.name[0], ())
    if another(link.name[0], link.family) or (not known and ratios_of([(link.name[0], link.family)])[0] < 0):
        yield Mismatch(link.bead, link.name, link.hangul, link.latin, "", "")
        return
    given = letters(link.spelt.replace(link.family, "", 1))
    full = len(given) >= LONG and len(link.name) > 1 and given != letters(link.spelt)
    if full and ratios_of([(link.name[1:], given)])[0] < NEAR * len(given) and not mccune(link.name[1:], given):
        yield Mismatch(link.bead, link.name, link.hangul, link.latin, "", "")

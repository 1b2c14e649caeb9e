"""A heard name whose place on the other side another name has taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from align.lang.base.names.hearing import Hearing
from align.lang.base.names.spelling import Spelling
from align.names.bodies import other_bodies
from align.names.drift import UNWRITTEN
from align.names.inventory import Names
from align.names.likeness import LIKE, LONG, like
from align.names.links import Link
from align.names.others import others as another
from align.names.strangers import other_families, other_given, others
from align.names.texts import Texts
from align.names.unpaired import SETTLEMENTS, Left

HALF = 0.5
"""Likeness of a place's name and a spelling where nothing else renders the place."""
NEAR = 1.2
"""Nats a letter below which a given name is spelt too oddly: 94 % of names with one syllable changed, 1.4 % of right ones."""
BODIES = (UNWRITTEN | {"company"}) - {"union"}
"""Kinds of what is run by people; a body of the U.N. is named by the union as well."""
LOOSE = frozenset({"continent", "landmark"})
"""Kinds that a translation names in many ways."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A heard name and what stands for it; offsets of the two documents."""

    bead: int
    name: str
    heard: tuple[int, int]
    spelt: tuple[int, int]
    expected: str
    meant: str
    """The heard name that the rendering is of, "" where none is known."""
    misspelt: bool = False
    """What stands for it is spelt nearly like its usual rendering."""


def mismatches(names: Names) -> Iterator[Mismatch]:
    """The mismatches of all beads: names left over on both sides, other family names, oddly spelt given names."""
    plain = names.hearing.spelling.plain
    seen = Counter((link.name, plain(link.form)) for bead in names.links for link in bead)
    owners = names.owners()
    for bead in names.texts:
        found = [*_left_over(names, bead.bead), *_borrowed(names, bead, owners)]
        for name, heard, spelt in (*other_given(names, bead.bead), *other_families(names, bead.bead)):
            if heard[0] not in {miss.heard[0] for miss in found}:
                found.append(Mismatch(bead.bead, name, heard, spelt, "", ""))
        for other in another(names, bead.bead) if names.hearing.searches else ():
            if other.heard[0] not in {miss.heard[0] for miss in found}:
                slip = bool(other.expected) and not other.meant
                where = bead.bead, other.name, other.heard, other.spelt
                found.append(Mismatch(*where, other.expected, other.meant, misspelt=slip))
        yield from found
        for link in names.links[bead.bead]:
            if link.kind == "person" and link.family and seen[link.name, plain(link.form)] < 2:
                yield from _person(link, names.hearing)


def _borrowed(names: Names, bead: Texts, owners: dict[str, str]) -> Iterator[Mismatch]:
    """Renderings that belong to another name of the article, which sounds a little like the one that the bead has."""
    plain = names.hearing.spelling.plain
    for link in names.links[bead.bead]:
        owner = owners.get(plain(link.form), link.name)
        if (
            link.kind
            or names.hearing.searches
            or owner == link.name
            or owner.startswith(link.name)
            or link.name.startswith(owner)
        ):
            continue
        own = [form for form in names.renderings.get(link.name, ()) if owners.get(plain(form)) == link.name]
        if own and not any(word.text.startswith(owner) for word in bead.words):
            yield Mismatch(bead.bead, link.name, link.heard, link.spelt, own[0], owner)


def _left_over(names: Names, bead: int) -> Iterator[Mismatch]:
    hearing = names.hearing
    free = list(names.unexplained[bead])
    for there in list(free):
        link = next((link for link in names.links[bead] if _confused(there, link, hearing.spelling)), None)
        if link is not None:
            free.remove(there)
            yield Mismatch(bead, link.name, link.heard, (there.start, there.end), link.form, there.known[0])
    for here in names.unrendered[bead]:
        fitting = [
            (there, usual)
            for there in free
            if (usual := _fits(here, there, hearing)) is not None and not _begun(names.texts[bead], there)
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
    for word, (start, end, meant) in others(names, bead, free):
        yield Mismatch(bead, hearing.stem(word.text), (word.start, word.end), (start, end), "", meant)
    for word, name, there in other_bodies(names, bead, free):
        yield Mismatch(bead, name, (word.start, word.start + len(name)), (there.start, there.end), "", "")
    yield from _glossed(names, bead)


def _begun(texts: Texts, there: Left) -> bool:
    """Whether a word begins as the heard name of `there` does, which is then a variant of it: 캐버노 and 캐버노프."""
    beginnings = {known[:2] for known in there.known if there.sure and not there.kind}
    return any(word.text[:2] in beginnings for word in texts.words)


def _slips(names: Names, bead: int, free: list[Left]) -> Iterator[Mismatch]:
    """Tokens that nothing explains, written nearly as a name that the bead has once more than it renders it."""
    unknown = [left for left in free if not left.sure]
    if not unknown:
        return
    spelling = names.hearing.spelling
    for word in names.texts[bead].words:
        if any(a < word.end and word.start < b for a, b in (link.heard for link in names.links[bead])):
            continue
        for name, forms in names.forms(word.text):
            there = next((left for left in unknown if any(_slip(form, left.name, spelling) for form in forms)), None)
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


SHORT = 6
"""Letters of a name below which a slip keeps the first one: so few are soon alike."""


def _slip(form: str, spelt: str, spelling: Spelling) -> bool:
    plain = spelling.plain
    own = [plain(part) for part in spelt.split("-")] + [plain(spelt)]
    parts = [plain(part) for part in form.split()]
    short = any(x.startswith(y) or y.startswith(x) for x in own for y in parts)
    short |= len(plain(form)) < SHORT and plain(form)[:1] != plain(spelt)[:1]  # Paris, Arts
    return (
        like(plain(form), plain(spelt), HALF)
        and not short
        and not any(spelling.derived(x, y) for x in own for y in parts)
    )


def _glossed(names: Names, bead: int) -> Iterator[Mismatch]:
    """A body with the acronym of another one in brackets behind: the Coast Guard (KEPCO)."""
    spots = names.texts[bead].spelt
    for left in names.unexplained[bead]:
        if left.kind in BODIES:
            link = next((k for k in names.links[bead] if k.spelt[0] - left.end == len(" (") and k.form.isupper()), None)
            if link is not None and len({s.entry.spelt for s in spots if s.start in (left.start, link.spelt[0])}) > 1:
                yield Mismatch(bead, link.name, link.heard, (left.start, left.end), "", left.known[0])


def _fits(here: Left, there: Left, hearing: Hearing) -> str | None:
    """The usual rendering of `here` where an editor would say that `there` stands in its place; None else."""
    if here.name in there.known or not here.known or (hearing.searches and not here.kind):
        return None  # where loan words are heard like names, a sound alone makes no name
    if not there.sure:
        if here.kind in UNWRITTEN:
            return None
        alike = [form for form in here.known if _misspelt(form, there.name, here.kind, hearing.spelling)]
        return alike[0] if alike and (here.sure or here.kind in SETTLEMENTS) else None
    a, b = _sort(here.kind), _sort(there.kind)
    if a != b or a in LOOSE or (hearing.home in there.known and here.name not in hearing.neighbours):
        return None
    if (
        not {*here.whole}.isdisjoint(there.known) or here.name in there.whole
    ):  # 금통위 and the Bank of Korea, whose board it is
        return None
    if here.near and there.capital:  # in Seoul, on Pyongyang: either is a place, or the other's counterpart
        return None
    return here.known[0] if here.sure or (a == "settlement" and not hearing.searches) else None


def _confused(there: Left, link: Link, spelling: Spelling) -> bool:
    """Whether a place that nothing heard names is written nearly as one that is named: Chungju beside Cheongju."""
    return (
        there.sure
        and not there.near
        and there.kind in SETTLEMENTS
        and link.kind in SETTLEMENTS
        and like(spelling.plain(there.name), spelling.plain(link.form))
    )


def _misspelt(form: str, spelt: str, kind: str, spelling: Spelling) -> bool:
    """Whether `spelt` is meant for `form`: nearly it, no adjective of it and no part of it."""
    plain = spelling.plain
    parts = [plain(part) for part in form.split()]
    own = [plain(part) for part in spelt.split("-")] + [plain(spelt)]
    near = like(plain(form), plain(spelt), HALF if kind in SETTLEMENTS else LIKE)
    return near and not any(x == y or spelling.derived(x, y) for x in parts for y in own)


def _sort(kind: str) -> str:
    """What may stand for one another by mistake: a town for a town, a body for a body; never a town for a body."""
    return "settlement" if kind in SETTLEMENTS else "body" if kind in BODIES else kind or "person"


def _person(link: Link, hearing: Hearing) -> Iterator[Mismatch]:
    plain, family = hearing.spelling.plain, hearing.family(link.name)
    known = plain(link.family) in hearing.spellings(family)
    if hearing.is_another(family, link.family) or (not known and hearing.ratios([(family, link.family)])[0] < 0):
        yield Mismatch(link.bead, link.name, link.heard, link.spelt, "", "")
        return
    given, spelt = link.name[len(family) :], plain(link.form.replace(link.family, "", 1))
    full = len(spelt) >= LONG and given and spelt != plain(link.form)
    if full and hearing.ratios([(given, spelt)])[0] < NEAR * len(spelt) and not hearing.is_old(given, spelt):
        yield Mismatch(link.bead, link.name, link.heard, link.spelt, "", "")

"""What is left over: the heard names of a bead without a rendering there, and names of the other side that nothing heard explains."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.lang.base.names.entries import Spot
from align.lang.base.names.hearing import Heard, Hearing
from align.names.links import Link, same
from align.names.texts import Texts

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
    capital: bool = False
    """It is written as its country's capital, which may be no more than a place."""
    whole: tuple[str, ...] = ()
    """The heard names of the body that it is an organ of."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the whole article tells of its names."""

    forms: dict[str, Counter[str]]
    """How each heard name is rendered, and how often."""
    kinds: dict[str, str]
    starts: dict[str, list[str]]
    """Heard names by their first two characters."""
    spelt: dict[str, str]
    """The heard name of each plain rendering."""
    families: dict[str, set[str]]
    """How the family name of each person is written."""
    whole: dict[str, set[str]]
    """What stands right beside each name: heard names, and plain tokens; 두산 and 베어스 are one."""

    hearing: Hearing

    @classmethod
    def of(cls, every: Sequence[Texts], found: Sequence[Sequence[Link]], hearing: Hearing) -> _Known:
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        kinds: dict[str, str] = {}
        for links in found:
            for link in links:
                forms[link.name][link.form] += 1
                kinds.setdefault(link.name, link.kind)
        starts: dict[str, list[str]] = defaultdict(list)
        for name in forms:
            if len(name) > 1:
                starts[name[:2]].append(name)
        plain = hearing.spelling.plain
        spelt = {plain(form): name for name, own in forms.items() for form in own}
        families: dict[str, set[str]] = defaultdict(set)
        for links in found:
            for link in links:
                if link.family:
                    families[link.name].add(link.family)
        return cls(forms, kinds, starts, spelt, families, _whole(every, found, plain), hearing)


def left(
    every: Sequence[Texts], found: Sequence[tuple[Link, ...]], sounds: dict[tuple[str, str], Heard], hearing: Hearing
) -> tuple[tuple[tuple[Left, ...], ...], tuple[tuple[Left, ...], ...]]:
    """Of each bead the heard names without a rendering in it, and the names of the other side without a heard one."""
    known = _Known.of(every, found, hearing)
    unrendered, unexplained = [], []
    for k, bead in enumerate(every):
        numbers = [other for other in (k - 1, k + 1) if 0 <= other < len(every)]
        beside = [every[other] for other in numbers]
        unrendered.append(tuple(_unrendered(bead, found[k], beside, known)))
        there = {
            hearing.spelling.plain(part) for other in numbers for link in found[other] for part in _parts(link.form)
        }
        unexplained.append(tuple(_unexplained(bead, found[k], beside, there, known, sounds)))
    return tuple(unrendered), tuple(unexplained)


def _whole(every: Sequence[Texts], found: Sequence[Sequence[Link]], plain: Callable[[str], str]) -> dict[str, set[str]]:
    mates: dict[str, set[str]] = defaultdict(set)
    for bead, links in zip(every, found, strict=True):
        for link in links:
            if link.kind not in ("", "person"):
                continue
            mates[link.name] |= {
                plain(t.text) for t in bead.tokens if not t.common and _touch((t.start, t.end), link.spelt)
            }
            mates[link.name] |= {other.name for other in links if other is not link and _touch(other.spelt, link.spelt)}
    return mates


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return 0 <= max(a[0] - b[1], b[0] - a[1]) <= 1


def _unrendered(bead: Texts, own: Sequence[Link], beside: Sequence[Texts], known: _Known) -> Iterator[Left]:
    plain = known.hearing.spelling.plain
    tokens = {plain(t.text) for t in bead.tokens}
    tokens_beside = {plain(t.text) for other in beside for t in other.tokens}
    weak = {link.heard for link in own if link.kind == "country" and _capital(bead, link)}
    taken = [link.heard for link in own if link.heard not in weak]
    for spot in bead.heard:
        syllable = spot.entry.doubtful and spot.end - spot.start < 2
        if spot.generic or syllable or any(a < spot.end and spot.start < b for a, b in taken):
            continue  # what is generic, or a doubtful syllable, explains a name and asks for none
        elsewhere = [link.spelt for link in own if link.kind and not _heard_as(link, spot)]
        spelt = [other for other in bead.spelt if (other.start, other.end) not in elsewhere]
        said, asked = (sum(same(spot, other) for other in side) for side in (spelt, bead.heard))
        if (said >= asked or (said and spot.entry.kind not in SETTLEMENTS)) and (spot.start, spot.end) not in weak:
            continue
        name = spot.entry.heard[0]
        sure = not spot.entry.doubtful or name in known.forms
        near = bool(said) or any(same(spot, s) for other in beside for s in other.spelt)
        yield Left(spot.start, spot.end, name, spot.entry.kind, sure, spot.entry.spelt, near, whole=spot.entry.whole)
        taken.append((spot.start, spot.end))
    for word in bead.words:
        if any(a < word.end and word.start < b for a, b in taken):
            continue
        for name in known.starts.get(word.text[:2], ()):
            if word.text.startswith(name) and known.hearing.follows(word.text[len(name) :]):
                forms = known.forms[name]
                mates = known.whole[name]
                shown = mates & tokens or any(
                    _has(form, tokens, plain) or bead.has(form) for mate in mates for form in known.forms.get(mate, ())
                )
                shown = shown or any(bead.has(form) or _titled(bead, known, name) for form in forms)
                if not shown and not any(_has(form, tokens, plain) for form in forms):
                    near = any(
                        _has(form, tokens_beside, plain) or any(other.has(form) for other in beside) for form in forms
                    )
                    usual = tuple(form for form, _ in forms.most_common())
                    yield Left(word.start, word.start + len(name), name, known.kinds[name], True, usual, near)
                break


def _heard_as(link: Link, spot: Spot) -> bool:
    """Whether a link is of the entry of a spot: Washington may be the capital and the country, and renders one of them."""
    return link.name == spot.entry.heard[0]


def _capital(bead: Texts, link: Link) -> bool:
    """Whether a country is rendered by its capital alone."""
    return any(
        link.spelt == (spot.start, spot.end) and spot.entry.heard[0] == link.name and link.form in spot.entry.capitals
        for spot in bead.spelt
    )


def _parts(form: str) -> list[str]:
    return re.split(r"[\s-]", form)


def _has(form: str, tokens: set[str], plain: Callable[[str], str]) -> bool:
    """Whether some word of a rendering is among the tokens."""
    return any(plain(part) in tokens for part in _parts(form)) or plain(form) in tokens


def _unexplained(
    bead: Texts,
    own: Sequence[Link],
    beside: Sequence[Texts],
    there: set[str],
    known: _Known,
    sounds: dict[tuple[str, str], Heard],
) -> Iterator[Left]:
    letters = known.hearing.spelling.plain
    parts = {letters(part) for link in own for part in _parts(link.form)}
    shared = bead.own.union(*(other.own for other in beside))
    taken = [link.spelt for link in own]
    for spot in bead.spelt:
        if any(a < spot.end and spot.start < b for a, b in taken) or any(same(spot, other) for other in bead.heard):
            continue
        taken.append((spot.start, spot.end))
        if not spot.generic and not {form.lower() for form in spot.entry.spelt} & shared:
            near = any(same(spot, s) for other in beside for s in other.heard)
            form = " ".join(t.text for t in bead.tokens if spot.start <= t.start < spot.end)
            capital = form in spot.entry.capitals
            entry = spot.entry
            yield Left(spot.start, spot.end, entry.spelt[0], entry.kind, True, entry.heard, near, capital, entry.whole)
    words = {w.text for other in (bead, *beside) for w in other.words}
    for span, name in (*_full_names(bead, own, known), *_written(bead, taken, known)):
        taken.append(span)
        yield Left(*span, name, "person", True, (name,), name in {link.name for link in own} or letters(name) in there)
    for token in bead.tokens:
        plain = letters(token.text)
        free = not any(a < token.end and token.start < b for a, b in taken)
        if not free or token.text.lower() in shared or plain in parts or len(plain) < 2:
            continue
        name = known.spelt.get(plain, "")
        if (not name and token.common) or (name and _told(bead, known.whole[name], letters)):
            continue
        near = plain in there or any((h := sounds.get((w, token.text))) is not None and h.score > HEARD for w in words)
        yield Left(token.start, token.end, name or token.text, "", bool(name), (name,) if name else (), near)


def _full_names(bead: Texts, own: Sequence[Link], known: _Known) -> Iterator[tuple[tuple[int, int], str]]:
    """Where persons of the article are spelt in two tokens whom no heard word of the bead names."""
    plain = known.hearing.spelling.plain
    for first, last in pairwise(bead.tokens):
        name = known.spelt.get(plain(first.text + last.text), "") if last.start - first.end == 1 else ""
        if known.kinds.get(name) != "person" or any(w.text.startswith(name) for w in bead.words):
            continue
        if all(link.spelt[1] <= first.start or last.end <= link.spelt[0] for link in own):
            yield (first.start, last.end), name


def _written(bead: Texts, taken: Sequence[tuple[int, int]], known: _Known) -> Iterator[tuple[tuple[int, int], str]]:
    """Where a text that is searched writes persons of the article whom no heard word of the bead names."""
    for name, forms in known.forms.items():
        if not bead.pieces or known.kinds[name] != "person" or any(w.text.startswith(name) for w in bead.words):
            continue
        for form in (form for form in forms if len(form) > 1 and form not in known.families[name]):
            for at, text in bead.pieces:
                for match in re.finditer(re.escape(form), text):
                    span = at + match.start(), at + match.end()
                    if all(span[1] <= a or b <= span[0] for a, b in taken):
                        yield span, name


def _titled(bead: Texts, known: _Known, name: str) -> bool:
    """Whether a text that is searched has the family name of a person before a title."""
    titled = known.hearing.spelling.titled
    return any(
        titled(text, match.start(), match.end())
        for family in known.families.get(name, ())
        for _, text in bead.pieces
        for match in re.finditer(re.escape(family), text)
    )


def _told(bead: Texts, mates: set[str], plain: Callable[[str], str]) -> bool:
    """Whether the heard side has what a name stands beside elsewhere, which then stands for it: LG for LG 트윈스."""
    return bool(mates & set(map(plain, bead.own))) or any(w.text.startswith(mate) for w in bead.words for mate in mates)

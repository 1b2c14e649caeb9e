"""What is left over: the Korean names of a bead without a rendering there, and the Latin ones that nothing Korean explains."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.names.links import Link, same
from align.names.sounds import Heard, follows, letters
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


@dataclass(frozen=True, slots=True)
class _Known:
    """What the whole article tells of its names."""

    forms: dict[str, Counter[str]]
    """How each Korean name is rendered, and how often."""
    kinds: dict[str, str]
    starts: dict[str, list[str]]
    """Korean names by their first two syllables."""
    spelt: dict[str, str]
    """The Korean name of each rendering, in a-z."""
    whole: dict[str, set[str]]
    """What stands right beside each name: names in Hangul, and tokens in a-z; 두산 and 베어스 are one."""

    @classmethod
    def of(cls, every: Sequence[Texts], found: Sequence[Sequence[Link]]) -> _Known:
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        kinds: dict[str, str] = {}
        for links in found:
            for link in links:
                forms[link.name][link.spelt] += 1
                kinds.setdefault(link.name, link.kind)
        starts: dict[str, list[str]] = defaultdict(list)
        for name in forms:
            if len(name) > 1:
                starts[name[:2]].append(name)
        spelt = {letters(form): name for name, own in forms.items() for form in own}
        return cls(forms, kinds, starts, spelt, _whole(every, found))


def left(
    every: Sequence[Texts], found: Sequence[tuple[Link, ...]], sounds: dict[tuple[str, str], Heard]
) -> tuple[tuple[tuple[Left, ...], ...], tuple[tuple[Left, ...], ...]]:
    """Of each bead the Korean names without a rendering in it, and the Latin ones without a Korean name."""
    known = _Known.of(every, found)
    unrendered, unexplained = [], []
    for k, bead in enumerate(every):
        numbers = [other for other in (k - 1, k + 1) if 0 <= other < len(every)]
        beside = [every[other] for other in numbers]
        unrendered.append(tuple(_unrendered(bead, found[k], beside, known)))
        there = {letters(part) for other in numbers for link in found[other] for part in _parts(link.spelt)}
        unexplained.append(tuple(_unexplained(bead, found[k], beside, there, known, sounds)))
    return tuple(unrendered), tuple(unexplained)


def _whole(every: Sequence[Texts], found: Sequence[Sequence[Link]]) -> dict[str, set[str]]:
    mates: dict[str, set[str]] = defaultdict(set)
    for bead, links in zip(every, found, strict=True):
        for link in links:
            if link.kind not in ("", "person"):
                continue
            mates[link.name] |= {
                letters(t.text) for t in bead.tokens if not t.common and _touch((t.start, t.end), link.latin)
            }
            mates[link.name] |= {other.name for other in links if other is not link and _touch(other.latin, link.latin)}
    return mates


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return 0 <= max(a[0] - b[1], b[0] - a[1]) <= 1


def _unrendered(bead: Texts, own: Sequence[Link], beside: Sequence[Texts], known: _Known) -> Iterator[Left]:
    tokens = {letters(t.text) for t in bead.tokens}
    tokens_beside = {letters(t.text) for other in beside for t in other.tokens}
    weak = {link.hangul for link in own if link.kind == "country" and _capital(bead, link)}
    taken = [link.hangul for link in own if link.hangul not in weak]
    for spot in bead.hangul:
        if any(a < spot.end and spot.start < b for a, b in taken):
            continue
        said, asked = (sum(same(spot, other) for other in side) for side in (bead.latin, bead.hangul))
        if (said >= asked or (said and spot.entry.kind not in SETTLEMENTS)) and (spot.start, spot.end) not in weak:
            continue
        name = spot.entry.source[0]
        sure = not spot.entry.doubtful or name in known.forms
        near = bool(said) or any(same(spot, s) for other in beside for s in other.latin)
        yield Left(spot.start, spot.end, name, spot.entry.kind, sure, spot.entry.target, near)
        taken.append((spot.start, spot.end))
    for word in bead.words:
        if any(a < word.end and word.start < b for a, b in taken):
            continue
        for name in known.starts.get(word.text[:2], ()):
            if word.text.startswith(name) and follows(word.text[len(name) :]):
                forms = known.forms[name]
                mates = known.whole[name]
                shown = mates & tokens or any(
                    _has(form, tokens) for mate in mates for form in known.forms.get(mate, ())
                )
                if not shown and not any(_has(form, tokens) for form in forms):
                    near = any(_has(form, tokens_beside) for form in forms)
                    usual = tuple(form for form, _ in forms.most_common())
                    yield Left(word.start, word.start + len(name), name, known.kinds[name], True, usual, near)
                break


def _capital(bead: Texts, link: Link) -> bool:
    """Whether a country is rendered by its capital alone."""
    return any(
        link.latin == (spot.start, spot.end) and spot.entry.source[0] == link.name and link.spelt in spot.entry.capitals
        for spot in bead.latin
    )


def _parts(form: str) -> list[str]:
    return re.split(r"[\s-]", form)


def _has(form: str, tokens: set[str]) -> bool:
    """Whether some word of a rendering is among the tokens."""
    return any(letters(part) in tokens for part in _parts(form)) or letters(form) in tokens


def _unexplained(
    bead: Texts,
    own: Sequence[Link],
    beside: Sequence[Texts],
    there: set[str],
    known: _Known,
    sounds: dict[tuple[str, str], Heard],
) -> Iterator[Left]:
    parts = {letters(part) for link in own for part in _parts(link.spelt)}
    latin = bead.own.union(*(other.own for other in beside))
    taken = [link.latin for link in own]
    for spot in bead.latin:
        if any(a < spot.end and spot.start < b for a, b in taken) or any(same(spot, other) for other in bead.hangul):
            continue
        taken.append((spot.start, spot.end))
        if not spot.generic and not {form.lower() for form in spot.entry.target} & latin:
            near = any(same(spot, s) for other in beside for s in other.hangul)
            yield Left(spot.start, spot.end, spot.entry.target[0], spot.entry.kind, True, spot.entry.source, near)
    words = {w.text for other in (bead, *beside) for w in other.words}
    for token in bead.tokens:
        plain = letters(token.text)
        free = not any(a < token.end and token.start < b for a, b in taken)
        if not free or token.text.lower() in latin or plain in parts or len(plain) < 2:
            continue
        name = known.spelt.get(plain, "")
        if (not name and token.common) or (name and _told(bead, known.whole[name])):
            continue
        near = plain in there or any((h := sounds.get((w, token.text))) is not None and h.score > HEARD for w in words)
        yield Left(token.start, token.end, name or token.text, "", bool(name), (name,) if name else (), near)


def _told(bead: Texts, mates: set[str]) -> bool:
    """Whether the Korean side has what a name stands beside elsewhere, which then stands for it: LG for LG 트윈스."""
    return bool(mates & set(map(letters, bead.own))) or any(
        w.text.startswith(mate) for w in bead.words for mate in mates
    )

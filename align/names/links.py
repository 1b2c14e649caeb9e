"""Which Latin name renders which Korean one, bead by bead: by gazetteer and by sound, the strongest link first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from align.engine.evidence.names import INITIALS, LEAST
from align.names.gazetteer import Spot
from align.names.sounds import SURNAMES, Heard, follows, heard, letters
from align.names.surnames import another
from align.names.texts import Texts, Word

GIVEN_NAME = re.compile("-[a-z]")
"""In Son-hui, which needs its family name to be a name."""
SURNAME = 0.0
"""Log ratio from which a token may render a family name, where the given name behind it fits."""
GIVEN = 2.5
"""Log ratio from which tokens may render a given name."""
PERSON = 9.0
"""Log ratio of both together."""


@dataclass(frozen=True, slots=True)
class Link:
    """A Korean name and its rendering in one bead; offsets of the two documents."""

    bead: int
    name: str
    """The Korean name as it is written, particle off."""
    kind: str
    """person, country, city, body …, or "" where it is not known."""
    hangul: tuple[int, int]
    latin: tuple[int, int]
    spelt: str
    """The rendering as it is written."""
    family: str = ""
    """Of a Korean person: how the family name is spelt."""
    score: float = 0.0
    """Log ratio; of a gazetteer entry a high one."""
    written: str = ""
    """The name as the Korean text writes it here, a gazetteer's variant perhaps."""
    tail: str = ""
    """What follows the name in its word and is no particle: 대 in 군산대를."""


GAZETTEER = 30.0
"""Score of a gazetteer's link: above what sounds reach."""


def links(beads: Sequence[Texts]) -> tuple[tuple[tuple[Link, ...], ...], dict[tuple[str, str], Heard]]:
    """The links of each bead, no token in two; and the sounds of all words with the tokens of their bead and its neighbours."""
    asked = [pair for k, bead in enumerate(beads) for pair in _asked(bead, beads[max(0, k - 1) : k + 2])]
    sounds = heard(asked)
    return tuple(_chosen(bead, sounds) for bead in beads), sounds


def _asked(bead: Texts, around: Sequence[Texts]) -> Iterator[tuple[str, str]]:
    """The pairs that are worth a hearing: a bead's tokens with the words of the bead and its neighbours."""
    joined = [token.text for token in bead.tokens] + [a.text + b.text for a, b in _neighbours(bead.tokens)]
    by_initial: dict[str, list[tuple[str, int]]] = {}
    for text in dict.fromkeys(joined):
        plain = letters(text)
        if len(plain) > 1:
            by_initial.setdefault(plain[0], []).append((text, len(plain)))
    for start in dict.fromkeys(start for other in around for w in other.words for start in _starts(w.text)):
        least = 1.2 * (len(start) - 3)  # letters of the shortest rendering of the word without a long particle
        for initial in INITIALS[(ord(start[0]) - ord("가")) // 588]:
            for text, size in by_initial.get(initial, ()):
                if size >= least:
                    yield start, text


def _starts(word: str) -> Iterator[str]:
    """What of a word may be a name: all of it, a family name alone, a given name alone."""
    yield word
    if word[0] in SURNAMES and len(word) > 1:
        yield word[0]
        yield word[1:]


def _neighbours(tokens: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Tokens one space apart."""
    for a, b in pairwise(tokens):
        if a.segment == b.segment and b.start - a.end == 1:
            yield a, b


def _chosen(bead: Texts, sounds: dict[tuple[str, str], Heard]) -> tuple[Link, ...]:
    """The strongest links of a bead that do not overlap."""
    found: list[Link] = []
    taken_a: list[tuple[int, int]] = []
    taken_b: list[tuple[int, int]] = []
    candidates = [*_gazetted(bead), *_persons(bead, sounds), *_heard(bead, sounds)]
    for link in sorted(candidates, key=lambda c: (-c.score, c.latin, c.hangul)):
        if _free(link.latin, taken_b) and (_free(link.hangul, taken_a) or _again(link, found)):
            found.append(link)
            taken_b.append(link.latin)
            taken_a.append(link.hangul)
    return tuple(_in_order(sorted(found, key=lambda link: link.latin)))


def _in_order(links: Sequence[Link]) -> Iterator[Link]:
    """The links with the mentions of each name in the order of the text: Will Wade and Wayde are 윌 웨이드 and 웨이드."""
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for link in links:
        spans.setdefault((link.name, link.hangul[1] - link.hangul[0]), []).append(link.hangul)
    rest = {key: iter(sorted(own)) for key, own in spans.items()}
    for link in links:
        yield replace(link, hangul=next(rest[link.name, link.hangul[1] - link.hangul[0]]))


def _again(link: Link, found: Sequence[Link]) -> bool:
    """Whether the same name is rendered once more, in the same words."""
    return any(link.name == other.name and letters(link.spelt) == letters(other.spelt) for other in found)


def _free(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return all(span[1] <= a or b <= span[0] for a, b in taken)


def _gazetted(bead: Texts) -> Iterator[Link]:
    for there in bead.latin:
        for here in bead.hangul:
            if same(here, there):
                size = there.end - there.start
                yield Link(
                    bead.bead,
                    here.entry.source[0],
                    here.entry.kind,
                    (here.start, here.end),
                    (there.start, there.end),
                    "",
                    score=GAZETTEER + size / 100 + (here.end - here.start) / 10,
                    tail=tail(_rest(bead, here)),
                )


def same(a: Spot, b: Spot) -> bool:
    """Whether two spots are of one entry, however it was found."""
    return a.entry.target == b.entry.target


def _rest(bead: Texts, spot: Spot) -> str:
    """What follows a Korean spot in its word."""
    return next((w.text[spot.end - w.start :] for w in bead.words if w.start < spot.end <= w.end), "")


def _persons(bead: Texts, sounds: dict[tuple[str, str], Heard]) -> Iterator[Link]:
    """Korean persons: family name and given name, in either order, the given name in one token or two."""
    pairs = list(_neighbours(bead.tokens))
    runs: list[tuple[Word, Word, tuple[Word, ...]]] = []
    for a, b in pairs:
        runs += [(a, b, (b,)), (b, a, (a,))]
    runs += [(a, c, (b, c)) for (a, b), (b2, c) in pairwise(pairs) if b is b2]
    for word in bead.words:
        if len(word.text) < 2 or word.text[0] not in SURNAMES:
            continue
        for family, other, given in runs:
            surname = sounds.get((word.text[0], family.text))
            name = sounds.get((word.text[1:], "".join(g.text for g in given)))
            if name is None or name.score < GIVEN or name.size > 3 or not follows(word.text[1 + name.size :]):
                continue
            whole = name.score + (surname.score if surname is not None and surname.score >= SURNAME else -PERSON)
            strange = another(word.text[0], family.text) or not family.common
            if whole < PERSON and not (name.score >= PERSON and strange):
                continue
            span = min(family.start, other.start, given[0].start), max(family.end, given[-1].end)
            yield Link(
                bead.bead,
                word.text[: 1 + name.size],
                "person",
                (word.start, word.start + 1 + name.size),
                span,
                "",
                family.text,
                max(whole, name.score),
            )


def _heard(bead: Texts, sounds: dict[tuple[str, str], Heard]) -> Iterator[Link]:
    """Names that are spelt by their sound, in one token or two: 라브로프, 새너제이."""
    spans = [(token.text, token.text, token, token) for token in bead.tokens]
    spans += [(a.text + b.text, f"{a.text} {b.text}", a, b) for a, b in _neighbours(bead.tokens)]
    for sounding, spelt, first, last in spans:
        there = [s for s in bead.latin if s.start <= first.start < s.end]
        for word in bead.words:
            sound = sounds.get((word.text, sounding))
            if sound is None or sound.score <= LEAST or sound.size < 2:
                continue
            if (first.common or there or GIVEN_NAME.search(first.text)) and sound.score < 2 * LEAST:
                continue
            if first is not last and (sound.size < 3 or word.text[0] in SURNAMES):
                continue  # two short words sound like one by chance, and persons are looked for apart
            if there and any(s.start < word.end and word.start < s.end for s in bead.hangul):
                continue  # each is a name that the gazetteer knows, and knows to be another
            yield Link(
                bead.bead,
                word.text[: sound.size],
                "",
                (word.start, word.start + sound.size),
                (first.start, last.end),
                spelt,
                score=sound.score,
                tail=tail(word.text[sound.size :]),
            )


def tail(rest: str) -> str:
    """`rest` of a word without its particle, "" where it is all particle."""
    if follows(rest):
        return ""
    return next((rest[:k] for k in range(1, len(rest)) if follows(rest[k:])), rest)

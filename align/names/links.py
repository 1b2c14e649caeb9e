"""Which name of the other side renders which heard one, bead by bead: by gazetteer and by sound, the strongest link first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from align.engine.evidence.names import LEAST
from align.lang.base.names.entries import Spot
from align.lang.base.names.hearing import Heard, Hearing
from align.names.texts import Texts, Word

SURNAME = 0.0
"""Log ratio from which a token may render a family name, where the given name behind it fits."""
GIVEN = 2.5
"""Log ratio from which tokens may render a given name."""
PERSON = 9.0
"""Log ratio of both together."""


@dataclass(frozen=True, slots=True)
class Link:
    """A heard name and its rendering in one bead; offsets of the two documents."""

    bead: int
    name: str
    """The heard name as it is written, particle off."""
    kind: str
    """person, country, city, body …, or "" where it is not known."""
    heard: tuple[int, int]
    """Where the name stands."""
    spelt: tuple[int, int]
    """Where its rendering stands."""
    form: str
    """The rendering as it is written."""
    family: str = ""
    """Of a person with a family name that is known: how it is spelt."""
    score: float = 0.0
    """Log ratio; of a gazetteer entry a high one."""
    written: str = ""
    """The name as its own text writes it here, a gazetteer's variant perhaps."""
    tail: str = ""
    """What follows the name in its word and is no particle: 대 in 군산대를."""


GAZETTEER = 100.0
"""Score of a gazetteer's link: above what sounds reach."""


def links(
    beads: Sequence[Texts], hearing: Hearing, more: Callable[[Texts], Iterable[Link]] = lambda bead: ()
) -> tuple[tuple[tuple[Link, ...], ...], dict[tuple[str, str], Heard]]:
    """The links of each bead, no token in two, those of `more` among them; and the sounds of all words with the tokens around.

    That is the tokens of their bead and of its neighbours.
    """
    asked = [pair for k, bead in enumerate(beads) for pair in _asked(bead, beads[max(0, k - 1) : k + 2], hearing)]
    sounds = hearing.hear(asked)
    return tuple(_chosen(bead, sounds, hearing, more) for bead in beads), sounds


def _asked(bead: Texts, around: Sequence[Texts], hearing: Hearing) -> Iterator[tuple[str, str]]:
    """The pairs that are worth a hearing: a bead's tokens with the words of the bead and its neighbours."""
    joined = [token.text for token in bead.tokens] + [a.text + b.text for a, b in _neighbours(bead, hearing)]
    by_initial: dict[str, list[tuple[str, int]]] = {}
    for text in dict.fromkeys(joined):
        plain = hearing.spelling.plain(text)
        if len(plain) > 1:
            by_initial.setdefault(plain[0], []).append((text, len(plain)))
    for start in dict.fromkeys(start for other in around for w in other.words for start in _starts(w.text, hearing)):
        least, _ = hearing.sizes(start)
        for initial in hearing.initials(start):
            for text, size in by_initial.get(initial, ()):
                if size >= least:
                    yield start, text


def _starts(word: str, hearing: Hearing) -> Iterator[str]:
    """What of a word may be a name: all of it, a family name alone, a given name alone."""
    yield word
    family = hearing.family(word)
    if family and len(word) > len(family):
        yield family
        yield word[len(family) :]


def _neighbours(bead: Texts, hearing: Hearing) -> Iterator[tuple[Word, Word]]:
    """Tokens one space apart, or what stands for a space between two parts of a name."""
    for a, b in pairwise(bead.tokens):
        joined = a.segment == b.segment and b.start - a.end == 1
        if joined and (not bead.pieces or bead.spelling(a.end, b.start) in hearing.spelling.joints):
            yield a, b


def _chosen(
    bead: Texts, sounds: dict[tuple[str, str], Heard], hearing: Hearing, more: Callable[[Texts], Iterable[Link]]
) -> tuple[Link, ...]:
    """The strongest links of a bead that do not overlap."""
    found: list[Link] = []
    taken_a: list[tuple[int, int]] = []
    taken_b: list[tuple[int, int]] = []
    candidates = [*_gazetted(bead, hearing), *_by_sound(bead, sounds, hearing), *more(bead)]
    candidates += () if hearing.searches else _persons(bead, sounds, hearing)
    for link in sorted(candidates, key=lambda c: (-c.score, c.spelt, c.heard)):
        if _free(link.spelt, taken_b) and (_free(link.heard, taken_a) or _again(link, found, hearing)):
            found.append(link)
            taken_b.append(link.spelt)
            taken_a.append(link.heard)
    return tuple(_in_order(sorted(found, key=lambda link: link.spelt)))


def _in_order(links: Sequence[Link]) -> Iterator[Link]:
    """The links with the mentions of each name in the order of the text: Will Wade and Wayde are 윌 웨이드 and 웨이드."""
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for link in links:
        spans.setdefault((link.name, link.heard[1] - link.heard[0]), []).append(link.heard)
    rest = {key: iter(sorted(own)) for key, own in spans.items()}
    for link in links:
        yield replace(link, heard=next(rest[link.name, link.heard[1] - link.heard[0]]))


def _again(link: Link, found: Sequence[Link], hearing: Hearing) -> bool:
    """Whether the same name is rendered once more, in the same words or in another script: 徐智允（ソ・ジユン）."""
    plain, script = hearing.spelling.plain, hearing.spelling.script
    return any(
        link.name == other.name and (plain(link.form) == plain(other.form) or script(link.form) != script(other.form))
        for other in found
    )


def _free(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return all(span[1] <= a or b <= span[0] for a, b in taken)


def _gazetted(bead: Texts, hearing: Hearing) -> Iterator[Link]:
    for there in bead.spelt:
        for here in bead.heard:
            if same(here, there) and not there.office:
                size = there.end - there.start
                yield Link(
                    bead.bead,
                    here.entry.heard[0],
                    here.entry.kind,
                    (here.start, here.end),
                    (there.start, there.end),
                    "",
                    score=GAZETTEER + size / 100 + (here.end - here.start) / 10,
                    tail=hearing.tail(_rest(bead, here)),
                )


def same(a: Spot, b: Spot) -> bool:
    """Whether two spots are of one entry, however it was found."""
    return a.entry.spelt == b.entry.spelt


def _rest(bead: Texts, spot: Spot) -> str:
    """What follows a spot of the heard side in its word."""
    return next((w.text[spot.end - w.start :] for w in bead.words if w.start < spot.end <= w.end), "")


def _persons(bead: Texts, sounds: dict[tuple[str, str], Heard], hearing: Hearing) -> Iterator[Link]:
    """Persons whose family name is heard first: family name and given name, in either order, the given name in one token or two."""
    pairs = list(_neighbours(bead, hearing))
    runs: list[tuple[Word, Word, tuple[Word, ...]]] = []
    for a, b in pairs:
        runs += [(a, b, (b,)), (b, a, (a,))]
    runs += [(a, c, (b, c)) for (a, b), (b2, c) in pairwise(pairs) if b is b2]
    for word in bead.words:
        own = hearing.family(word.text)
        if not own or len(word.text) == len(own):
            continue
        for family, other, given in runs:
            surname = sounds.get((own, family.text))
            name = sounds.get((word.text[len(own) :], "".join(g.text for g in given)))
            if name is None or name.score < GIVEN or name.size > hearing.longest_given:
                continue
            size = len(own) + name.size
            if not hearing.follows(word.text[size:]):
                continue
            whole = name.score + (surname.score if surname is not None and surname.score >= SURNAME else -PERSON)
            strange = hearing.is_another(own, family.text) or not family.common
            if whole < PERSON and not (name.score >= PERSON and strange):
                continue
            span = min(family.start, other.start, given[0].start), max(family.end, given[-1].end)
            yield Link(
                bead.bead,
                word.text[:size],
                "person",
                (word.start, word.start + size),
                span,
                "",
                family.text,
                max(whole, name.score),
            )


def _by_sound(bead: Texts, sounds: dict[tuple[str, str], Heard], hearing: Hearing) -> Iterator[Link]:
    """Names that are spelt by their sound, in one token or two: 라브로프, 새너제이."""
    spans = [(token.text, token.text, token, token) for token in bead.tokens]
    spans += [(a.text + b.text, f"{a.text} {b.text}", a, b) for a, b in _neighbours(bead, hearing)]
    for sounding, form, first, last in spans:
        there = [s for s in bead.spelt if s.start <= first.start < s.end]
        for word in bead.words:
            sound = sounds.get((word.text, sounding))
            if sound is None or sound.score <= LEAST or sound.size < 2:
                continue
            if (first.common or there or hearing.needs_family(first.text)) and sound.score < 2 * LEAST:
                continue
            if first is not last and (sound.size < 3 or hearing.family(word.text)):
                continue  # two short words sound like one by chance, and persons are looked for apart
            if there and any(s.start < word.end and word.start < s.end for s in bead.heard):
                continue  # each is a name that the gazetteer knows, and knows to be another
            yield Link(
                bead.bead,
                word.text[: sound.size],
                "",
                (word.start, word.start + sound.size),
                (first.start, last.end),
                form,
                score=sound.score,
                tail=hearing.tail(word.text[sound.size :]),
            )

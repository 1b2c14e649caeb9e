"""The names of an article as people read them: each Korean name, how the translation writes it, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.engine.lexicon import Lexicon
from align.model import Alignment
from align.names.glosses import glosses
from align.names.inventory import Names
from align.names.links import Link
from align.names.phrases import phrases
from align.names.texts import Word


@dataclass(frozen=True, slots=True)
class Row:
    """A name with its renderings, in text order."""

    name: str
    kind: str
    """person, place, organisation or "" where it is not known."""
    forms: tuple[str, ...]
    """Distinct renderings, the first first."""
    places: tuple[tuple[int, int], ...]
    """Where each mention stands: offset in the Korean text, offset in the other one."""


PLACES = frozenset({"country", "region", "city", "county", "district", "landmark", "continent"})


def sort(kind: str) -> str:
    """person, place, organisation or "", of a kind of the gazetteer's."""
    return "place" if kind in PLACES else kind if kind in ("person", "") else "organisation"


def table(alignment: Alignment, names: Names, lexicons: Sequence[Lexicon]) -> list[Row]:
    """The rows, by first mention; names of one word and of several."""
    korean, latin = (alignment.source, alignment.target)[:: 1 if names.korean == "source" else -1]
    found: dict[str, list[tuple[str, str, tuple[int, int]]]] = {}
    for bead, links in zip(names.texts, names.links, strict=True):
        sides = alignment.beads[bead.bead].source, alignment.beads[bead.bead].target
        ours, theirs = sides[:: 1 if names.korean == "source" else -1]
        spans = (
            [(korean.segments[i].start, korean.segments[i].end) for i in ours],
            [(latin.segments[j].start, latin.segments[j].end) for j in theirs],
        )
        wider = phrases(bead, links, korean.text, latin.text, spans, lexicons)
        named = (
            (
                korean.text[slice(*p.hangul)],
                _inside(p.hangul, links),
                latin.text[slice(*p.latin)],
                (p.hangul[0], p.latin[0]),
            )
            for p in wider
        )
        for name, kind, form, at in (
            *_full(links, korean.text, latin.text),
            *named,
            *_glossed(korean.text, latin.text, spans),
            *_same(bead.own, bead.tokens),
        ):
            found.setdefault(name, []).append((kind, form, at))
    rows = [
        Row(
            name,
            next((kind for kind, _, _ in seen if kind), ""),
            tuple(dict.fromkeys(form for _, form, _ in seen)),
            tuple(dict.fromkeys(at for _, _, at in seen)),
        )
        for name, seen in found.items()
    ]
    return sorted(rows, key=lambda row: row.places[0])


def _full(links: Sequence[Link], hangul: str, latin: str) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """Links, those of a name in several words (세르게이 라브로프) together as one."""
    groups: list[list[Link]] = []
    for link in links:
        last = groups[-1][-1] if groups else None
        if (
            last
            and not last.kind
            and not link.kind
            and link.latin[0] - last.latin[1] == 1 == link.hangul[0] - last.hangul[1]
        ):
            groups[-1].append(link)
        elif last and last.kind == link.kind == "country" and link.hangul[0] == last.hangul[1]:
            groups[-1].append(link)  # 한미일
        else:
            groups.append([link])
    for group in groups:
        span = slice(group[0].hangul[0], group[-1].hangul[1]), slice(group[0].latin[0], group[-1].latin[1])
        name = group[0].name if group[0].kind == "person" else hangul[span[0]]
        yield (
            name,
            sort(group[0].kind) or ("person" if len(group) > 1 else ""),
            latin[span[1]],
            (span[0].start, span[1].start),
        )


def _glossed(
    hangul: str, latin: str, spans: tuple[list[tuple[int, int]], list[tuple[int, int]]]
) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """Names with their gloss in the Korean text."""
    if not (spans[0] and spans[1]):
        return
    a, b = spans[0][0][0], spans[1][0][0]
    ours, theirs = hangul[a : spans[0][-1][1]], latin[b : spans[1][-1][1]]
    for here, there in glosses(ours, theirs):
        yield ours[slice(*here)], "", theirs[slice(*there)], (a + here[0], b + there[0])


def _inside(span: tuple[int, int], links: Sequence[Link]) -> str:
    """What a translated name is: a place where it is no more than a place's own name, an organisation or work else unknown."""
    whole = [link for link in links if link.hangul == span]
    return sort(whole[0].kind) if whole else ""


def _same(own: frozenset[str], tokens: Sequence[Word]) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """Latin strings that both sides have."""
    for token in tokens:
        if token.text.lower() in own and not token.common:
            yield token.text, "", token.text, (token.start, token.start)

"""The names of an article as people read them: each heard name, how the other side writes it, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.engine.lexicon import Lexicon
from align.lang.base.names.hearing import Hearing
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
    """Where each mention stands: offset in the text whose names are heard, offset in the other one."""


PLACES = frozenset({"country", "region", "city", "county", "district", "landmark", "continent"})


def sort(kind: str) -> str:
    """person, place, organisation or "", of a kind of the gazetteer's."""
    return "place" if kind in PLACES else kind if kind in ("person", "") else "organisation"


def table(alignment: Alignment, names: Names, lexicons: Sequence[Lexicon]) -> list[Row]:
    """The rows, by first mention; names of one word and of several."""
    order = 1 if names.heard == "source" else -1
    heard, spelt = (alignment.source, alignment.target)[::order]
    lexicons = [k if k.source_lang == names.hearing.code else k.reversed() for k in lexicons]  # from what is heard
    found: dict[str, list[tuple[str, str, tuple[int, int]]]] = {}
    for bead, links in zip(names.texts, names.links, strict=True):
        sides = alignment.beads[bead.bead].source, alignment.beads[bead.bead].target
        ours, theirs = sides[::order]
        spans = (
            [(heard.segments[i].start, heard.segments[i].end) for i in ours],
            [(spelt.segments[j].start, spelt.segments[j].end) for j in theirs],
        )
        wider = phrases(bead, links, heard.text, spelt.text, spans, lexicons, names.hearing)
        named = (
            (
                heard.text[slice(*p.heard)],
                _inside(p.heard, links),
                spelt.text[slice(*p.spelt)],
                (p.heard[0], p.spelt[0]),
            )
            for p in wider
        )
        for name, kind, form, at in (
            *_full(links, heard.text, spelt.text),
            *named,
            *_glossed(heard.text, spelt.text, spans, names.hearing),
            *_same(bead.own, bead.tokens, heard.text, spans[0]),
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


def _full(links: Sequence[Link], heard: str, spelt: str) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """Links, those of a name in several words (세르게이 라브로프) together as one."""
    groups: list[list[Link]] = []
    for link in links:
        last = groups[-1][-1] if groups else None
        if (
            last
            and not last.kind
            and not link.kind
            and link.spelt[0] - last.spelt[1] == 1 == link.heard[0] - last.heard[1]
        ):
            groups[-1].append(link)
        elif last and last.kind == link.kind == "country" and link.heard[0] == last.heard[1]:
            groups[-1].append(link)  # 한미일
        else:
            groups.append([link])
    for group in groups:
        span = slice(group[0].heard[0], group[-1].heard[1]), slice(group[0].spelt[0], group[-1].spelt[1])
        name = group[0].name if group[0].kind == "person" else heard[span[0]]
        yield (
            name,
            sort(group[0].kind) or ("person" if len(group) > 1 else ""),
            spelt[span[1]],
            (span[0].start, span[1].start),
        )


def _glossed(
    heard: str, spelt: str, spans: tuple[list[tuple[int, int]], list[tuple[int, int]]], hearing: Hearing
) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """Names with their gloss in the text whose names are heard."""
    if not (spans[0] and spans[1]):
        return
    a, b = spans[0][0][0], spans[1][0][0]
    ours, theirs = heard[a : spans[0][-1][1]], spelt[b : spans[1][-1][1]]
    for here, there in glosses(ours, theirs, hearing):
        yield ours[slice(*here)], "", theirs[slice(*there)], (a + here[0], b + there[0])


def _inside(span: tuple[int, int], links: Sequence[Link]) -> str:
    """What a translated name is: a place where it is no more than a place's own name, an organisation or work else unknown."""
    whole = [link for link in links if link.heard == span]
    return sort(whole[0].kind) if whole else ""


def _same(
    own: frozenset[str], tokens: Sequence[Word], heard: str, spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """Strings that both sides have."""
    for token in tokens:
        if token.text.lower() in own and not token.common:
            whole = re.compile(rf"(?<![A-Za-z0-9]){re.escape(token.text)}(?![A-Za-z0-9])", re.IGNORECASE)
            at = next((m.start() for a, b in spans if (m := whole.search(heard, a, b))), None)
            if at is not None:
                yield token.text, "", token.text, (at, token.start)

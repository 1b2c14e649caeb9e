"""Searches in one language for what it is in another, or in all: a unit of a set is found once, with its variants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from align.memory import joined
from align.memory.joined import of
from align.memory.search import Match
from align.memory.store import Store
from align.model import Unit

WIDTH = 4
"""Times as many units as are asked for that a search looks for in a store with variants: one may be found in each of its pairs."""
Search = Callable[[str, Callable[[int], bool] | None], tuple[Match, ...]]
"""(side, which documents) -> what is found there."""


def found(store: Store, search: Search, side: str, limit: int, source: str = "", target: str = "") -> list[Match]:
    """What a search finds, the best first: the text that is looked for is in `source`, or on the target side in `target`.

    Either may be "", for any. A unit is told in these two languages, or in all where one is left open.
    """
    if not (source or target or store.tied()):
        return [*search(side, None)][:limit]
    own, other = (source, target) if side == "source" else (target, source)
    sets = _Sets(store)
    sides = (side,) if not own else ("source", "target")
    hits = [(match, place) for place in sides for match in search(place, sets.having(place, own))]
    hits.sort(key=lambda hit: -hit[0].score)
    seen: set[object] = set()
    matches: list[Match] = []
    for match, place in hits:
        known, whole = sets.whole(match, place)
        unit = _told(whole.unit, place, other)
        if unit is not None and known not in seen:
            seen.add(known)
            matches.append(replace(whole, unit=unit if side == "source" else joined.turned(unit)))
    return matches[:limit]


def _told(unit: Unit, side: str, other: str) -> Unit | None:
    """The unit with what was searched as its source; None where it is not in the `other` language."""
    texts = [(unit.source_lang, unit.source), (unit.target_lang, unit.target), *unit.variants]
    lang, text = texts.pop(side == "target")
    into = next((pair for pair in texts if of(pair[0], other)), None)
    if into is None:
        return None
    more = () if other else tuple(pair for pair in texts if pair is not into)
    told = unit if side == "source" else joined.turned(unit)
    return told._replace(source=text, source_lang=lang, target=into[1], target_lang=into[0], variants=more)


class _Sets:
    """The sets of a store, as a search comes by their units."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.known: dict[int, tuple[str, dict[int, int]]] = {}

    def having(self, side: str, lang: str) -> Callable[[int], bool] | None:
        """Whether a document has a language on a side."""
        place = 0 if side == "source" else 1
        return (lambda document: of(self.languages[document][place], lang)) if lang else None

    @cached_property
    def languages(self) -> dict[int, tuple[str, str]]:
        """The languages of each document."""
        return self.store.documents_languages()

    def whole(self, match: Match, side: str) -> tuple[object, Match]:
        """What a match is known by, and the match with all variants of its unit, its own document's first."""
        (row,) = self.store.found([match.id]).values()
        identity, ties = self._set(row.document)
        tie = ties.get(match.id, 0)
        if not tie:
            return match.id, match
        groups = [*self._groups(identity, tie, row.document)]
        own = [id for id, other in ties.items() if other == tie]
        units = self.store.delivered(self.store.found(own).values())
        before = [getattr(unit, side) for unit in units[: own.index(match.id)]]
        shift = sum(len(text) + 1 for text in before if text)
        places = tuple((start + shift, end + shift) for start, end in match.places)
        return (identity, tie), replace(match, unit=joined.together([units, *groups]), places=places)

    def _groups(self, identity: str, tie: int, but: int) -> Iterator[list[Unit]]:
        for document in self.store.set_documents(identity):
            if document != but:
                ids = [id for id, other in self._set(document)[1].items() if other == tie]
                if ids:
                    yield self.store.delivered(self.store.found(ids).values())

    def _set(self, document: int) -> tuple[str, dict[int, int]]:
        if document not in self.known:
            self.known[document] = self.store.set_of(document)
        return self.known[document]

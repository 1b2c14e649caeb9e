"""Lists with an item too few, too many or another, as a language's part `lists` reads them; and in another order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.evaluation.gold import Gold
from align.evaluation.mutations.change import Change
from align.evaluation.mutations.change import words as change
from align.evaluation.mutations.facts import slips
from align.evaluation.mutations.in_sentences import Rendered, rendered
from align.lang import language
from align.lang.base.lists import Listing

FEWEST = 3
"""Items of a list that is changed, at least."""
LONG = 5
"""Words of an item inside the list, at most: what is longer may be a clause."""
LONGEST = 2
"""Words of an item that goes elsewhere, at most."""

Found = tuple[Rendered, Listing]


def changes(gold: Gold) -> Iterator[tuple[Change, object]]:
    """The changes of each list, and their places: each item but the first and the last, whose ends the list leaves open."""
    every = tuple(_lists(gold))
    items = [one.text[slice(*span)] for one, found in every for span in found.items[1:-1]]
    for one, found in every:
        for k in range(1, len(found.items) - 1):
            if k not in found.asides and k + 1 not in found.asides:
                yield from _wrong(one, found, k, _others(one, found, k, items))


def reordered(gold: Gold) -> Iterator[tuple[Change, object]]:
    """Quiet: the two items before the last one changed over; in a longer list, where the first one stays."""
    for one, found in _lists(gold):
        if len(found.items) > FEWEST and not found.asides:
            (a, b), (c, d) = found.items[-3:-1]
            text = one.text
            if b < c and text[a].isupper() == text[c].isupper() and not re.search(r"\d", text[a:d]):
                new = text[c:d] + text[b:c] + text[a:b]
                yield change("list reordered", "target", one.line, text, (a, d), new), ("list reordered", one.line, a)


def _lists(gold: Gold) -> Iterator[Found]:
    """The lists of short items that the source has as long."""
    here, there = (language(lang).part("lists").lists for lang in (gold.source_lang, gold.target_lang))
    for one in rendered(gold):
        found = [each for each in there(one.text) if len(each.items) >= FEWEST]
        sizes = {len(each.items) for each in here(one.source)} if found else set()
        for each in found:
            if len(each.items) in sizes and all(len(one.text[a:b].split()) <= LONG for a, b in each.items[1:-1]):
                yield one, each


def _others(one: Rendered, found: Listing, k: int, items: list[str]) -> Iterator[str]:
    """Items of other lists of the article that are written as this one and that neither side of the bead has here."""
    mine, fits = one.text[slice(*found.items[k])], slips(one.gold.target_lang).fits
    for other in dict.fromkeys(items):
        plain = len(other.split()) == len(mine.split()) <= LONGEST and not re.search(r"[\d\"“”()]", other)
        if plain and fits(mine, other) and other not in one.text and other[0].isupper() == mine[0].isupper():
            yield other


def _wrong(one: Rendered, found: Listing, k: int, others: Iterator[str]) -> Iterator[tuple[Change, object]]:
    text, (start, end) = one.text, found.items[k]
    before, last = found.items[k - 1][1], found.items[-1][1]
    place = ("list", one.line, start)

    def made(low: int, new: str) -> tuple[Change, object]:
        """The words from `low` to the end of the item another; what is new is the list, where one looks for it."""
        line = text[:low] + new + text[end:]
        span = found.items[0][0], last + len(new) - (end - low)
        return Change("list", "target", one.line, line, span), place

    if before < start:
        yield made(before, "")
    for other in others:
        yield made(start, other)
        yield made(start, text[start:end] + text[before:start] + other)

"""Articles with several translations: their pairs stand behind each other in a listing, and are made into units together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from align.corpus.listing import Listing, Pair
from align.errors import InputError

BY_CONTENT = "by content"
"""How the `where` of a pair begins that is found by what its files say."""


def listed(source: str, targets: Sequence[str], of: Callable[[str, str], Listing]) -> Listing:
    """The pairs of a source with each of its translations, by what `of` finds for a source and a target language.

    What has no other side in any of the languages is alone. Of one language, or none, what is found; only in a manifest may an
    article then have several translations. InputError where there are several and the source language is not said.
    """
    if len(targets) < 2:
        one = of(source, *(targets or ("",)))
        return replace(one, pairs=together(one.pairs)) if any(map(_in_manifest, one.pairs)) else one
    if not source:
        raise InputError("--target-lang", "several, and no source language", "give --source-lang too")
    found = [of(source, target) for target in targets]
    pairs = [
        pair if pair.target_lang or _in_manifest(pair) else replace(pair, target_lang=target)
        for target, listing in zip(targets, found, strict=True)
        for pair in listing.pairs
    ]
    used = {path for pair in pairs for path in (pair.source, pair.target)}
    alone = dict.fromkeys(path for listing in found for path in listing.alone if path not in used)
    unused = dict(each for listing in found for each in listing.unused if each[0] not in used and each[0] not in alone)
    return Listing(
        together(pairs),
        tuple(alone),
        tuple(dict.fromkeys(note for listing in found for note in listing.notes)),
        tuple(dict.fromkeys(error for listing in found for error in listing.errors)),
        tuple(unused.items()),
        found[0].folders,
    )


def together(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Each pair once, with those of one source behind each other, at the place of the first."""
    found: dict[str, dict[str, Pair]] = {}
    for pair in pairs:
        found.setdefault(_same(pair.source), {}).setdefault(_same(pair.target), pair)
    return tuple(pair for some in found.values() for pair in some.values())


def _in_manifest(pair: Pair) -> bool:
    return bool(pair.where) and not pair.where.startswith(BY_CONTENT)


def sets(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """The pairs of each source that stand behind each other."""
    for _, some in groupby(pairs, lambda pair: _same(pair.source)):
        yield list(some)


def _same(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - it takes out .. without asking the disk

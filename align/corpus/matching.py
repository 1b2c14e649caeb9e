"""Which documents are each other's translations, by what they say.

Every document finds its few best counterparts by its rarest terms, in an index; these are then compared by all their terms. Nothing
is compared with everything, so that time grows with the number of documents, not with its square.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from align.corpus.evidence import Direction, Terms, directions
from align.corpus.listing import Listing, Pair
from align.corpus.naming import chosen
from align.corpus.pairs import gathered
from align.corpus.sets import BY_CONTENT
from align.corpus.sketches import Sketch, sketch
from align.engine.evidence.channel import Floats
from align.engine.evidence.ranges import Ints, spread, starts
from align.engine.lexicon import Lexicon
from align.errors import AlignError, InputError
from align.files import load
from align.lang.detect import language_of
from align.lang.segmenting import segment
from align.readers import read
from align.session import Session
from align.tags import primary

BUDGET = 4_000
"""Places in the index that are looked up for a document, the rarest terms first: some 50 terms of 80 documents each."""
CANDIDATES = 8
"""Counterparts of a document that are looked at closely, from each side."""
LEAST = 0.21
"""Score from which two documents are translations. News and dev/ntrex, 81 pairs: translations have 0.23 and more, 0.40 in the
median; unrelated documents that are each other's best 0.12 in the median, and more than 0.21 in a tenth of the cases, mostly when
both report one event."""
SHARE = 0.9
"""Of the best score that either document has with any other: one that is far better elsewhere has its translation there, or none."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs as numbers of the two lists, with their score from 0 to 1, by source; and those that have no counterpart."""

    pairs: tuple[tuple[int, int, float], ...]
    alone_sources: tuple[int, ...]
    alone_targets: tuple[int, ...]


def match(sources: Sequence[Sketch], targets: Sequence[Sketch], lexicons: Sequence[Lexicon]) -> Matches:
    """The pairs of documents of which each is the other's best counterpart, or nearly so, and which share enough.

    The score is the geometric mean of the shares that each renders of the other, terms weighted by how rare they are.
    """
    forward, backward = directions(Terms.of(sources), Terms.of(targets), lexicons)
    i, j = _candidates(forward, backward)
    scores = np.sqrt(_coverage(forward, i, j) * _coverage(backward, j, i))
    pairs = _one_to_one(i, j, scores, len(sources), len(targets))
    left, right = {a for a, _, _ in pairs}, {b for _, b, _ in pairs}
    return Matches(
        tuple(pairs),
        tuple(k for k in range(len(sources)) if k not in left),
        tuple(k for k in range(len(targets)) if k not in right),
    )


def _candidates(forward: Direction, backward: Direction) -> tuple[Ints, Ints]:
    """The pairs worth a close look, found from either side: numbers of source and target, each pair once, in their order."""
    i, j = _nearest(forward)
    b, a = _nearest(backward)
    width = len(forward.known.rows) - 1
    return np.divmod(np.unique(np.concatenate([i * width + j, a * width + b])), max(width, 1))


def _nearest(direction: Direction) -> tuple[Ints, Ints]:
    """For each given document the known ones that share most of its rare terms: numbers of both, by given document."""
    first, documents = direction.known.places()
    often = np.diff(first)
    sizes = np.sqrt(np.maximum(np.diff(direction.known.rows), 1))  # long documents have everybody's terms
    scratch = np.zeros(len(direction.known.vocabulary), dtype=np.float32)
    found = []
    for document in range(len(direction.given.rows) - 1):
        terms = direction.reach(document, scratch)
        gains = scratch[terms]
        scratch[terms] = 0.0
        terms, gains = _rarest(terms, gains, often)
        place, of = spread(first[terms], first[terms + 1])
        others, back = np.unique(documents[place], return_inverse=True)
        shared = np.bincount(back, gains[of], minlength=len(others)) / sizes[others]
        found.append(np.sort(others[_greatest(shared, CANDIDATES)]))
    given = np.repeat(np.arange(len(found)), [len(some) for some in found])
    return given, np.concatenate([np.zeros(0, dtype=np.int32), *found]).astype(np.int64)


def _rarest(
    terms: NDArray[np.int32], gains: NDArray[np.float32], often: Ints
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """The rarest of the terms, as many as there are places for."""
    order = np.argsort(often[terms], kind="stable")
    kept = order[np.cumsum(often[terms[order]]) <= BUDGET]
    return terms[kept], gains[kept]


def _greatest(values: Floats, many: int) -> Ints:
    """The places of the greatest values, of equal ones the first."""
    if len(values) <= many:
        return np.arange(len(values))
    least = np.partition(values, -many)[-many]
    some = np.flatnonzero(values >= least)
    return some[np.argsort(-values[some], kind="stable")[:many]]


def _coverage(direction: Direction, given: Ints, known: Ints) -> Floats:
    """For each pair, in any order, which share of the known document the given one renders."""
    order = np.argsort(given, kind="stable")
    first = starts(np.bincount(given, minlength=len(direction.given.rows) - 1))
    found = np.zeros(len(given))
    found[order] = direction.coverage(first, known[order])
    return found


def _one_to_one(i: Ints, j: Ints, scores: Floats, sources: int, targets: int) -> list[tuple[int, int, float]]:
    """The best pairs first, each document once."""
    best_source, best_target = np.zeros(sources), np.zeros(targets)
    np.maximum.at(best_source, i, scores)
    np.maximum.at(best_target, j, scores)
    kept = np.flatnonzero((scores >= LEAST) & (scores >= SHARE * np.maximum(best_source[i], best_target[j])))
    pairs: list[tuple[int, int, float]] = []
    left, right = set[int](), set[int]()
    for k in kept[np.argsort(-scores[kept], kind="stable")]:
        a, b = int(i[k]), int(j[k])
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            pairs.append((a, b, round(float(scores[k]), 4)))
    return sorted(pairs)


def mixed(
    inputs: Sequence[str], source_lang: str = "", target_lang: str = "", *, folders: Sequence[str] = ()
) -> Listing:
    """The pairs of files whose names tell nothing, by what is in them; the score of each is in its `where`.

    `folders` are those in which files that are named one by one were found.

    A file that cannot be read is an error; one in a third language, or without text, is alone. InputError as for `pairs.listed`.
    """
    found = gathered(inputs, folders)
    if found.manifests:
        raise InputError(found.manifests[0], "a manifest names its pairs already", "leave out --by-content")
    sides, others, errors = _read(sorted(found.files))
    langs = sorted(sides)
    source, target, guess = chosen([*combinations(langs, 2)], "articles", primary(source_lang), primary(target_lang))
    left, right = sides.get(source, []), sides.get(target, []) if target != source else []
    lexicons = Session(source, target).engine.lexicons if left and right else ()
    pairs = match([each for _, each in left], [each for _, each in right], lexicons).pairs
    listed = tuple(
        Pair(
            left[i][0],
            right[j][0],
            id=found.below(left[i][0]),
            where=f"{BY_CONTENT} ({score:.2f})",
            target_lang=target_lang or target,
            source_lang=source_lang or source,
        )
        for i, j, score in pairs
    )
    alone = {*others, *(path for some in sides.values() for path, _ in some)}
    alone -= {path for pair in listed for path in (pair.source, pair.target)}
    notes = [
        *found.notes,
        *([guess] if guess else []),
        *_counted({lang: len(sides[lang]) for lang in langs}, source, target),
    ]
    return Listing(listed, tuple(sorted(alone)), tuple(notes), tuple(errors), found.not_read())


def _counted(files: Mapping[str, int], source: str, target: str) -> list[str]:
    """A note for the languages that have nothing to be paired with."""
    odd = [f"{many} in {lang}" for lang, many in files.items() if lang not in (source, target)]
    if source in files and target in files:
        return [f"articles: {', '.join(odd)} left out: pairs are {source}-{target}"] if odd else []
    every = ", ".join(f"{many} in {lang}" for lang, many in files.items()) or "none with text"
    return [f"articles: {every}: two languages are needed for pairs"]


def _read(paths: Sequence[str]) -> tuple[dict[str, list[tuple[str, Sketch]]], list[str], list[str]]:
    """The sketches of the files by language, the files of which none can be told, and what is wrong with the others."""
    sides: dict[str, list[tuple[str, Sketch]]] = {}
    others, errors = [], []
    for path in paths:
        try:
            document, _ = read(load(path), path)
        except AlignError as error:
            errors.append(str(error))
            continue
        seen = language_of(document.text)
        lang = seen if seen != "und" else primary(document.lang)
        if lang:
            sides.setdefault(lang, []).append((path, sketch(segment(replace(document, lang=lang)))))
        else:
            others.append(path)
    return sides, others, errors

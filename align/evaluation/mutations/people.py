"""Names that both sides of a pair have, with their places: from the gold's list, else by sound and by coming again.

Without a list a name is a run of capitalised words each of which sounds like one Hangul word of its sentence and like no
other there, the same in two beads at least. Names that sound unlike (translated ones, acronyms) are left out of it, and
the sound model that the checks use chooses the rest, so that what is measured on text without a list is the easier part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from align.evaluation.edits import Span
from align.evaluation.gold import Gold
from align.evaluation.mutations.facts import slips
from align.lang import language
from align.lang.base.names.entries import BODIES
from align.lang.base.names.hearing import Hearing

SURE, MARGIN = 6.0, 3.0
"""Log ratio of a sound from which it is plain, and its distance from the next best word of the sentence."""
PARTICLES = 3
"""Syllables that may follow a name in its word."""
CAPITAL = re.compile(r"(?<![\w'’.-])[A-Z][\w'’-]*[a-z][\w-]*(?<!['’]s)(?:(?= )|(?![\w-]))")
RUN = re.compile(r"(?<![\w'’-])(?:[A-Z][a-zé]+(?:-[A-Za-z][a-z]+)*)(?: (?:[A-Z][a-zé]+(?:-[A-Za-z][a-z]+)*))*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the source and one form of it in the target."""

    source: str
    target: str
    kind: str
    """person, place or org; "" where it is not known."""
    places: tuple[tuple[int, int, Span], ...]
    """Bead, line of the target and span of each mention in a bead whose source has the name."""


def listed(folder: Path, gold: Gold) -> tuple[Name, ...] | None:
    """The names of names.tsv, one for each form; None where there is none, an empty one, or its forms are not the target's."""
    file = folder / "names.tsv"
    if gold.turned or not file.exists() or not file.stat().st_size:
        return None
    rows = [row.split("\t") for row in file.read_text(encoding="utf-8").splitlines()]
    forms = [(source, form, kind) for source, every, kind in rows for form in every.split("|")]
    found = []
    for source, form, kind in forms:
        longer = [other for _, other, _ in forms if form in other and form != other]
        places = tuple(
            (k, j, span)
            for k, (left, right) in enumerate(gold.beads)
            if any(source in gold.source[i] for i in left)
            for j in right
            for span in _mentions(gold.target[j], form, longer, language(gold.target_lang).spelling.unspaced)
        )
        if places:
            found.append(Name(source, form, kind, places))
    return tuple(found)


def turned(folder: Path, gold: Gold) -> tuple[Name, ...]:
    """The names of gold that is turned: those of the pair as it was, each by its longest form, where both sides have it."""
    there = gold.turn()
    names = listed(folder, there)
    whole: dict[str, Name] = {}
    for name in plain(there) if names is None else names:
        if name.source not in whole or len(name.target) > len(whole[name.source].target):
            whole[name.source] = name
    found = []
    for name in whole.values():
        longer = [other for other in whole if name.source in other and name.source != other]
        places = tuple(
            (k, j, span)
            for k, (left, right) in enumerate(gold.beads)
            if any(name.target in gold.source[i] for i in left)
            for j in right
            for span in _begun(gold.target[j], name.source, longer)
        )
        if places:
            found.append(Name(name.target, name.source, name.kind, places))
    return tuple(found)


def _begun(line: str, form: str, longer: list[str]) -> Iterator[Span]:
    """Where a word of `line` begins with `form`, whatever particle hangs on it, but not with one of the `longer` forms."""
    for match in re.finditer(rf"(?<!\w){re.escape(form)}", line):
        if not any(line.startswith(other, match.start()) for other in longer):
            yield match.span()


def _mentions(line: str, form: str, longer: list[str], unspaced: bool = False) -> Iterator[Span]:
    """Where `form` stands in `line`, as a word where spaces part words, but not as a part of one of the `longer` forms."""
    taken = [m.span() for other in longer for m in re.finditer(re.escape(other), line)]
    pattern = re.escape(form) if unspaced else rf"(?<![\w-]){re.escape(form)}(?![\w-])"
    for match in re.finditer(pattern, line):
        if not any(low <= match.start() and match.end() <= high for low, high in taken):
            yield match.span()


def plain(gold: Gold) -> tuple[Name, ...]:
    """The names that are plain to hear; () where nothing is known of how the source's names sound in the target."""
    hearing = language(gold.source_lang).hearing(gold.target_lang)
    if hearing is None:
        return ()
    heard = _heard(gold, hearing)
    found: dict[tuple[str, str], list[tuple[int, int, Span]]] = defaultdict(list)
    for k, (_, right) in enumerate(gold.beads):
        for j in right:
            for match in RUN.finditer(gold.target[j]):
                parts = match[0].split(" ")
                known = [heard.get((k, part)) for part in parts]
                if all(known) and len(set(known)) == len(known):
                    found[" ".join(map(str, known)), match[0]].append((k, j, match.span()))
    return tuple(Name(source, form, _kind(hearing, source), tuple(places)) for (source, form), places in found.items())


def _kind(hearing: Hearing, source: str) -> str:
    """place or org for a name of the gazetteer, else "": most of the others are people."""
    entry = hearing.entry(source)
    return (
        ""
        if entry is None
        else "org"
        if entry.kind in BODIES or entry.kind in ("company", "media", "university")
        else "place"
    )


def _heard(gold: Gold, hearing: Hearing) -> dict[tuple[int, str], str]:
    """(bead, Latin word) -> the beginning of a native word that it sounds like, where no other word of the bead does.

    The same in two beads at least.
    """
    sure = {key: stem for key, every in _scored(gold, hearing).items() if (stem := _plainest(every))}
    beads: dict[tuple[str, str], set[int]] = defaultdict(set)
    for (k, token), stem in sure.items():
        beads[token, stem].add(k)
    return {(k, token): stem for (k, token), stem in sure.items() if len(beads[token, stem]) > 1}


def _scored(gold: Gold, hearing: Hearing) -> dict[tuple[int, str], list[tuple[float, str]]]:
    """(bead, Latin word) -> the log ratio of each native word of the bead, and how much of it the Latin word renders."""
    native, latin = _Index(), _Index()
    pairs, owners = [], []
    for owner in _candidates(gold, hearing):
        _, token, word = owner
        pairs.append((native[word], latin[hearing.spelling.plain(token)]))
        owners.append(owner)
    found: dict[tuple[int, str], list[tuple[float, str]]] = defaultdict(list)
    if not pairs:
        return found
    scores = hearing.beginnings(list(native), list(latin), np.array(pairs, dtype=np.int64))
    for (k, token, word), row in zip(owners, scores, strict=True):
        row[: max(0, len(word) - PARTICLES - 1)] = -np.inf
        size = int(row[: len(word)].argmax()) + 1
        found[k, token].append((float(row[size - 1]), word[:size]))
    return found


def _candidates(gold: Gold, hearing: Hearing) -> Iterator[tuple[int, str, str]]:
    """Bead, capitalised Latin word and native word, each with each."""
    source = slips(gold.source_lang)
    for k, (left, right) in enumerate(gold.beads):
        words = {w for i in left for w in source.name_words(gold.source[i])}
        tokens = {t for j in right for m in RUN.finditer(gold.target[j]) for t in m[0].split(" ")}
        for token in tokens:
            if 4 <= len(hearing.spelling.plain(token)) <= hearing.longest:
                yield from ((k, token, word) for word in words)


def _plainest(every: list[tuple[float, str]]) -> str:
    """The word that sounds so, "" where it is not sure or another one sounds so too."""
    (score, stem), *rest = sorted(every, reverse=True)
    others = [s for s, other in rest if not (other.startswith(stem) or stem.startswith(other))]
    plain = score >= SURE and score - max(others, default=-99.0) >= MARGIN and len(stem) >= 2
    return stem if plain else ""


class _Index(dict[str, int]):
    """Numbers for words, in the order in which they come."""

    def __missing__(self, word: str) -> int:
        self[word] = len(self)
        return self[word]
